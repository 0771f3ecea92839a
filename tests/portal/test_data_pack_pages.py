"""L4: the data pack of a Leaders' Day: what it says, who reads which part, and what leaves as a sheet or PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.data_pack import SharedDataPack
from meetings.models.events import Event
from meetings.rules.attendance import Mark
from meetings.services import data_pack, events
from memberships.models.members import Membership
from ofsted.models import Inspection
from ofsted.selectors.register import Judged
from portal.selectors.data_pack import pack_on
from tests.factories.collaborations import CollaborationFactory
from tests.factories.events import booked, draft_event, open_event
from tests.factories.groups import Group, judged
from tests.factories.meetings import held, meeting_on
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import ProviderFactory
from tests.meetings.pages import errors_of, text_of

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2027-01-11T09:00:00+00:00")
TODAY, CHRISTMAS = date(2027, 1, 11), date(2026, 12, 24)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def event(larkshire: Authority, led: Group, amina: User) -> Event:
    """Lena and Mo have a place; one meeting of Riverside counts; Acorns certified before Christmas, Bluebells
    after.
    """
    with authority_scope(larkshire):
        event = open_event(amina, title="Leaders’ Day", places=5)
        booked(event, led.acorns.provider, led.lena)
        booked(event, led.bluebells.provider, led.mo)
        InspectionFactory(provider=led.caras.provider, card=True)
        was = meeting_on(led.collaboration, date(2026, 12, 8), led.lena)
        marks = {led.acorns: Mark.PRESENT, led.bluebells: Mark.ABSENT, led.caras: Mark.ONLINE}
        held(was, marks, led.lena)
        period = ReturnPeriodFactory()
        for member, day in ((led.acorns, 4), (led.bluebells, 30)):
            at = datetime.fromisoformat(f"2026-12-{day:02}T09:00:00+00:00")
            StaffReturnFactory(
                period=period, provider=member.provider, certified_by=led.lena, certified_at=at
            )
        return event


def page_of(event: Event, part: str = "") -> str:
    return f"/larkshire/days/{event.pk}/{part}"


def more_groups(number: int, *, members: int = 1) -> None:
    """Other groups of which a meeting counts, in the authority in scope."""
    for _each in range(number):
        group = CollaborationFactory()
        for _member in range(members):
            MembershipFactory(collaboration=group, joined_on=date(2026, 1, 5))
    Membership.objects.filter(collaboration__in=[group.pk for group in groups_beside()]).update(
        meetings_held=4, meetings_attended=4
    )


def groups_beside() -> Any:
    return CollaborationFactory._meta.model.objects.exclude(name="Riverside")


def test_l4_the_pack_counts_published_facts_of_its_day(
    larkshire: Authority, led: Group, event: Event
) -> None:
    with authority_scope(larkshire):
        Inspection.objects.create(  # inspected before Christmas, published after it: not known then
            provider=led.bluebells.provider,
            regime="eif",
            inspected_on=date(2026, 12, 10),
            published_on=date(2027, 1, 5),
            is_graded=True,
            overall=4,
        )
        then, now = pack_on(CHRISTMAS), pack_on(TODAY)
    assert dict(then.county.judged) == {Judged.GOOD: 2, Judged.REPORT_CARD: 1}
    assert dict(now.county.judged) == {Judged.GOOD: 1, Judged.INADEQUATE: 1, Judged.REPORT_CARD: 1}
    assert (then.county.asked, then.county.certified) == (3, 1)
    assert (now.county.asked, now.county.certified) == (3, 2)
    assert (then.county.held, then.county.attended) == (now.county.held, now.county.attended) == (3, 2)
    with authority_scope(larkshire):
        before = pack_on(date(2026, 12, 7))  # the meeting had not been held
    assert (before.county.held, before.county.percent) == (0, None)


def test_l4_a_number_that_was_corrected_later_was_certified_before(
    larkshire: Authority, led: Group, event: Event
) -> None:
    from provision.models import StaffReturn

    with authority_scope(larkshire):
        row = StaffReturn.objects.get(provider=led.acorns.provider)
        row.staff, row.certified_at = 12, NOW
        row.save()
        assert pack_on(CHRISTMAS).county.certified == 1


def test_l4_the_team_reads_the_county_and_each_group(
    larkshire: Authority, led: Group, event: Event, amina: User, otto: User, browse: Browse
) -> None:
    team = browse(amina)
    assert f'href="{page_of(event, "data/")}"' in team.get(page_of(event)).content.decode()
    shown = text_of(team.get(page_of(event, "data/")))
    for words in (
        "As at 11 January 2027.", "Overall grades, from before report cards", "2 of 3",
        "Report cards, which have no overall grade", "No area needs attention", "66%, 2 of 3",
        "Sizes of groups, against 6 to 8 members", "1 to 5 members", "Staff numbers asked for", "Riverside",
    ):  # fmt: skip
        assert words in shown, words
    group = page_of(event, f"data/groups/{led.collaboration.pk}/")
    assert f'href="{group}"' in shown
    then = team.get(page_of(event, "data/"), {"as_at": "24/12/2026"})
    assert "As at 24 December 2026." in text_of(then)
    assert f"{group}?as_at=2026-12-24" in text_of(then)
    of_group = text_of(team.get(f"{group}?as_at=2026-12-24"))
    assert "As at 24 December 2026." in of_group
    assert "Report card, 10 March 2026" in of_group
    assert of_group.count("Missing") == 3  # the chart, Bluebells and Cara's
    ahead = team.get(page_of(event, "data/"), {"as_at": "24/12/2027"})
    assert "The day must be today or earlier." in text_of(ahead)
    assert team.get(page_of(event, "data/groups/0/")).status_code == 404
    assert browse(otto).get(page_of(event, "data/")).status_code == 404
    for person in (led.lena, led.mo):
        assert browse(person).get(page_of(event, "data/")).status_code == 403
        assert browse(person).get(group).status_code == 403


def test_l4_a_leader_who_comes_reads_the_county_and_the_own_group_while_it_is_shared(
    larkshire: Authority, led: Group, event: Event, amina: User, sam: User, browse: Browse
) -> None:
    team, lena, own = browse(amina), browse(led.lena), page_of(event, "place/data/")
    with authority_scope(larkshire):
        more_groups(4)
    assert lena.get(own).status_code == 404  # not shared
    assert "Data pack" not in text_of(lena.get(page_of(event, "place/")))
    sent = {"as_at_day": "11", "as_at_month": "1", "as_at_year": "2027"}
    assert team.post(page_of(event, "data/share/"), sent).status_code == 302
    assert team.post(page_of(event, "data/share/"), sent).status_code == 302  # pressed twice
    assert "shared with the leaders who come, as at 11 January 2027" in text_of(team.get(page_of(event)))
    assert f'href="{own}"' in lena.get(page_of(event, "place/")).content.decode()
    shown = text_of(lena.get(own))
    riverside, county = shown.split("The whole county")
    assert "Bluebells" in riverside
    assert "1 of 1" in riverside
    assert "2 of 7" in county  # judgements are published
    assert "Attendance at meetings" not in county  # four others: it could tell of one
    assert "are left out." in county
    for person in (led.mo, sam, led.cara):  # Mo has a place, and leads no group
        assert browse(person).get(own).status_code == 404
        assert browse(person).get(f"{own}pdf/").status_code == 404
    assert "Data pack" not in text_of(browse(led.mo).get(page_of(event, "place/")))
    with authority_scope(larkshire):
        more_groups(1)
    assert "Attendance at meetings" in text_of(lena.get(own)).split("The whole county")[1]
    assert team.post(page_of(event, "data/stop-sharing/")).status_code == 302
    assert team.post(page_of(event, "data/stop-sharing/")).status_code == 302
    assert lena.get(own).status_code == 404
    with authority_scope(larkshire):
        said = [
            entry.action for entry in Entry.objects.order_by("pk") if entry.action.startswith("data_pack")
        ]
    assert said == ["data_pack_shared", "data_pack_stopped"]


def test_l4_a_leader_reads_no_name_and_no_number_of_another_group(
    larkshire: Authority, led: Group, event: Event, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        more_groups(6)
        other = groups_beside().first()
        other.name = "Hillside"
        other.save()
        member = Membership.objects.select_related("provider").get(collaboration=other)
        Membership.objects.filter(pk=member.pk).update(meetings_attended=0, at_risk_since=CHRISTMAS)
        data_pack.share_data_pack(event_id=event.pk, as_at=TODAY, by=amina, at=NOW)
    shown = text_of(browse(led.lena).get(page_of(event, "place/data/")))
    assert "Hillside" not in shown
    assert member.provider.name not in shown
    assert "Not shown: it could tell of one setting" in shown  # one of others is below
    team = text_of(browse(amina).get(page_of(event, "data/")))
    assert "Hillside" in team
    assert "Not shown" not in team


def test_l4_who_gave_the_place_back_or_did_not_come_reads_nothing(
    larkshire: Authority, led: Group, event: Event, amina: User, browse: Browse
) -> None:
    own = page_of(event, "place/data/")
    with authority_scope(larkshire):
        data_pack.share_data_pack(event_id=event.pk, as_at=TODAY, by=amina, at=NOW)
    assert browse(led.lena).get(own).status_code == 200
    with authority_scope(larkshire):
        event.bookings.filter(person=led.lena).update(came=False)
    assert browse(led.lena).get(own).status_code == 404
    with authority_scope(larkshire):
        event.bookings.filter(person=led.lena).update(came=None, state="cancelled")
    assert browse(led.lena).get(own).status_code == 404


def test_l4_what_cannot_be_shared_is_said(
    larkshire: Authority, event: Event, amina: User, browse: Browse
) -> None:
    sent = {"as_at_day": "12", "as_at_month": "1", "as_at_year": "2027"}
    errors = errors_of(browse(amina).post(page_of(event, "data/share/"), sent))
    assert errors == {"as_at": ["The day must be today or earlier."]}
    with authority_scope(larkshire):
        draft = draft_event(amina, title="Later", on=date(2027, 6, 1))
        with pytest.raises(ValidationError, match="Publish the event first"):
            data_pack.share_data_pack(event_id=draft.pk, as_at=TODAY, by=amina, at=NOW)
        events.cancel_event(event_id=event.pk, because="Snow", by=amina, at=NOW)
        with pytest.raises(ValidationError):
            data_pack.share_data_pack(event_id=event.pk, as_at=TODAY, by=amina, at=NOW)
        assert not SharedDataPack.objects.exists()
    assert "Share it" not in text_of(browse(amina).get(page_of(event, "data/")))


@pytest.mark.parametrize("wanted", ["xlsx", "ods"])
def test_l4_the_sheet_has_the_groups_the_county_and_the_members(
    larkshire: Authority, event: Event, amina: User, browse: Browse, wanted: str
) -> None:
    team = browse(amina)
    page = team.get(page_of(event, "data/"), {"as_at": "2026-12-24"})
    url = page.context["export_url"]
    answer = team.post(url, {"format": wanted, "at_once": "1"}, follow=True)
    content = b"".join(answer.streaming_content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Data", "Whole county", "Members", "Notes"]
    headings, *rows = book.get_sheet_by_name("Data").to_python()
    [row] = [dict(zip(headings, row, strict=True)) for row in rows]
    assert (row["Group"], row["Members"], row["Good"], row["Report card, no area needs attention"]) == (
        "Riverside",
        3,
        2,
        1,
    )
    assert (row["Attendance in %"], row["Staff numbers missing"]) == (66, 2)
    members = book.get_sheet_by_name("Members").to_python()
    assert [line[1] for line in members[1:]] == ["Acorns", "Bluebells", "Cara's"]
    assert members[3][2] == "Report card, 10 March 2026"
    county = book.get_sheet_by_name("Whole county").to_python()
    assert ["Attendance at meetings", "Meetings attended", "66%, 2 of 3"] in county
    assert ["As at", "2026-12-24"] in [line[:2] for line in book.get_sheet_by_name("Notes").to_python()] or (
        "2026-12-24" in str(book.get_sheet_by_name("Notes").to_python())
    )


def test_l4_the_pdf_conforms_and_that_it_was_made_is_recorded(
    larkshire: Authority, led: Group, event: Event, amina: User, browse: Browse, tmp_path: Path
) -> None:
    with authority_scope(larkshire):
        data_pack.share_data_pack(event_id=event.pk, as_at=CHRISTMAS, by=amina, at=NOW)
    group = f"data/groups/{led.collaboration.pk}/pdf/"
    for person, part in ((amina, "data/pdf/"), (amina, group), (led.lena, "place/data/pdf/")):
        answer = browse(person).get(page_of(event, part))
        assert answer["Content-Type"] == "application/pdf"
        path = tmp_path / "pack.pdf"
        path.write_bytes(b"".join(answer.streaming_content))
        failures = page_validation.validate_pdf(str(path), profile="ua1").failures
        assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []
    with authority_scope(larkshire):
        taken = Entry.objects.filter(action="data_pack_taken").order_by("pk")
        assert [entry.facts["what"] for entry in taken] == [
            "the whole county", "Riverside", "the county and the own groups",
        ]  # fmt: skip


def test_l4_the_pages_take_the_same_queries_for_many_groups(
    larkshire: Authority, led: Group, event: Event, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        data_pack.share_data_pack(event_id=event.pk, as_at=TODAY, by=amina, at=NOW)
    pages = [
        (browse(amina), page_of(event, "data/")),
        (browse(amina), page_of(event, "data/?as_at=2026-12-24")),
        (browse(led.lena), page_of(event, "place/data/")),
    ]

    def counts() -> list[int]:
        numbers = []
        for client, address in pages:
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            numbers.append(len(queries.captured_queries))
        return numbers

    few = counts()
    with authority_scope(larkshire):
        more_groups(30, members=4)
        judged(ProviderFactory(), 2)
    assert counts() == few
    assert max(few) <= 30, few


def test_l4_groups_that_do_not_run_on_the_day_are_left_out(
    larkshire: Authority, led: Group, event: Event
) -> None:
    with authority_scope(larkshire):
        CollaborationFactory(name="Forming", state="forming")
        CollaborationFactory(name="Young", started_on=CHRISTMAS + timedelta(days=1))
        CollaborationFactory(name="Ended", state="closed", closed_on=CHRISTMAS + timedelta(days=2))
        assert [group.name for group in pack_on(CHRISTMAS).groups] == ["Ended", "Riverside"]
        assert [group.name for group in pack_on(TODAY).groups] == ["Riverside", "Young"]
