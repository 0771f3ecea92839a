"""Meetings to attend (L4): officers come by invitation alone; who comes where, and what clashes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.frame.engagements import engagements_between
from core.frame.news import dues_for
from core.scoping import authority_scope
from meetings.services import planning
from support.models import SupportRequest
from support.services.support import accept_request
from tests.factories.events import draft_event, open_event
from tests.factories.groups import Group
from tests.factories.meetings import meeting_on
from tests.factories.support import SupportRequestFactory
from tests.factories.visits import training_on, visit_on

Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
TODAY, DAY, END = date(2026, 11, 10), date(2026, 12, 8), date(2027, 11, 10)
LIST = "/larkshire/collaborations/meetings-to-attend/"


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def shows(number: int) -> str:
    """What the head of a list of one page says."""
    return "Showing 1 " if number == 1 else f"Showing 1 to {number} of {number} "


def invited(group: Collaboration, by: User, **facts: Any) -> SupportRequest:
    row: SupportRequest = SupportRequestFactory(
        **{"collaboration": group, "asked_by": by, "kind": "attend", "wanted_on": DAY, **facts}
    )
    return row


def accepted(row: SupportRequest, officer: User, **facts: Any) -> None:
    accept_request(request_id=row.pk, officer=officer, words="", by=officer, at=NOW, **facts)


def test_l4_nobody_is_expected_who_was_not_invited(in_larkshire: Authority, led: Group, amina: User) -> None:
    meeting_on(led.collaboration, DAY, led.lena)
    assert engagements_between(TODAY, END) == []
    row = invited(led.collaboration, led.lena)
    [item] = engagements_between(TODAY, END)
    assert (item.is_accepted, item.person_id, item.starts_at) == (False, None, time(16))
    accepted(row, amina)
    [item] = engagements_between(TODAY, END)
    assert (item.is_accepted, item.person_id, item.place) == (True, amina.pk, "Acorns, Mill Road")


def test_times_are_those_of_the_answer_else_of_the_groups_own_meeting(
    in_larkshire: Authority, led: Group, amina: User
) -> None:
    row = invited(led.collaboration, led.lena)
    [item] = engagements_between(TODAY, END)
    assert (item.starts_at, item.note) == (None, "The group has no meeting planned on that day.")
    meeting = meeting_on(led.collaboration, DAY, led.lena)
    accepted(row, amina, starts_at=time(17), ends_at=time(17, 30))
    [item] = engagements_between(TODAY, END)
    assert (item.starts_at, item.ends_at, item.note) == (time(17), time(17, 30), "")
    planning.cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    [item] = engagements_between(TODAY, END)
    assert item.note == "The group has no meeting planned on that day."


def test_requests_of_other_kinds_that_ended_and_of_earlier_days_are_not_shown(
    in_larkshire: Authority, led: Group
) -> None:
    for facts in (
        {"kind": "divide"},
        {"wanted_on": None},
        {"state": "declined"},
        {"state": "done"},
        {"state": "withdrawn"},
        {"wanted_on": date(2026, 11, 9)},
    ):
        invited(led.collaboration, led.lena, **facts)
    assert engagements_between(TODAY, END) == []
    invited(led.collaboration, led.lena, wanted_on=TODAY)
    assert len(engagements_between(TODAY, END)) == 1


def test_what_somebody_promised_is_due_to_them_and_to_nobody_else(
    in_larkshire: Authority, led: Group, amina: User, maya: User
) -> None:
    row = invited(led.collaboration, led.lena)
    assert not [due for due in dues_for(amina, on=TODAY, until=END) if due.due_on == DAY]
    accepted(row, amina, starts_at=time(16))
    [due] = [due for due in dues_for(amina, on=TODAY, until=END) if due.due_on == DAY]
    assert (due.what, due.group) == ("Attend a meeting, 4pm", "Riverside")
    assert due.url.endswith(f"/support/{row.pk}/")
    for other in (maya, led.lena):
        assert not [due for due in dues_for(other, on=TODAY, until=END) if due.url.endswith(f"/{row.pk}/")]


@pytest.mark.urls("config.urls")
def test_the_list_shows_clashes_and_is_filtered_sorted_and_exported(
    larkshire: Authority, led: Group, elsewhere: Collaboration, amina: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        accepted(invited(led.collaboration, led.lena), amina, starts_at=time(16), ends_at=time(18))
        accepted(
            invited(elsewhere, led.lena, kind="first_meeting"), amina, starts_at=time(17), ends_at=time(18)
        )
        accepted(invited(elsewhere, led.lena, wanted_on=date(2026, 12, 9)), maya)
        invited(led.collaboration, led.lena, wanted_on=date(2027, 1, 5))
    officer = browse(amina)
    page = text_of(officer.get(LIST))
    for words in (
        "Overlaps with Hillside, 5pm",
        "Overlaps with Riverside, 4pm",
        "Nobody yet",
        "Showing 1 to 4 of 4",
    ):
        assert words in page, words
    for query, number in (
        (f"person={amina.pk}", 2),
        ("person=none", 1),
        ("clash=on", 2),
        ("state=asked", 1),
        ("district=none", 4),
        ("q=hillside+first", 1),
        ("on_from=9/12/2026", 2),
        (f"person={amina.pk}&q=river", 1),
    ):
        assert shows(number) in text_of(officer.get(f"{LIST}?{query}")), query
    assert "Nothing matches these filters." in text_of(officer.get(f"{LIST}?q=nowhere"))
    later = text_of(officer.get(f"{LIST}?sort=-on"))
    assert later.index("5 Jan 2027") < later.index("8 Dec 2026")
    with authority_scope(larkshire):
        export = find_export("meetings-to-attend")
        filters = export.clean_filters({"person": str(amina.pk), "clash": "on"})
        rows = list(export.rows(filters, by=amina))
        assert export.count(filters, by=amina) == len(rows) == 2
        assert all(len(row) == len(export.columns) for row in rows)


@pytest.mark.urls("config.urls")
def test_the_list_is_the_teams_and_takes_the_same_queries_for_many(
    larkshire: Authority, led: Group, amina: User, sam: User, otto: User, browse: Browse
) -> None:
    assert browse(led.lena).get(LIST).status_code == 403
    assert browse(sam).get(LIST).status_code == 403
    assert browse(otto).get(LIST).status_code == 404
    officer = browse(amina)
    assert "No group expects the early years team." in text_of(officer.get(LIST))

    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            officer.get(LIST)
        return len(taken)

    with authority_scope(larkshire):
        invited(led.collaboration, led.lena)
    one = queries()
    with authority_scope(larkshire):
        for number in range(30):
            invited(led.collaboration, led.lena, wanted_on=date(2026, 12, 1 + number % 20))
    assert queries() == one <= 20


@pytest.mark.urls("config.urls")
def test_home_names_the_time_and_leads_to_the_own_ones(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        accepted(invited(led.collaboration, led.lena, wanted_on=TODAY), amina, starts_at=time(16))
    page = text_of(browse(amina).get("/larkshire/"))
    assert "4pm:" in page
    assert f'href="/larkshire/collaborations/meetings-to-attend/?person={amina.pk}"' in page


@pytest.mark.urls("config.urls")
def test_the_answer_takes_its_times_from_the_meeting_and_tells_them(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        row = invited(led.collaboration, led.lena)
        meeting_on(led.collaboration, DAY, led.lena)
    officer = browse(amina)
    page = f"/larkshire/leadership/support/{row.pk}/"
    form = officer.get(f"{page}answer/")
    assert 'value="4pm"' in form.content.decode()
    sent = {"answer": "accept", "officer": amina.pk, "words": "", "starts_at": "6pm", "ends_at": "5pm"}
    wrong = text_of(officer.post(f"{page}answer/", sent))
    assert "The end must be after the beginning, on the same day." in wrong
    done = text_of(officer.post(f"{page}answer/", {**sent, "starts_at": "4.30pm"}, follow=True))
    assert "8 December 2026, 4:30pm to 5pm" in done
    with authority_scope(larkshire):
        row.refresh_from_db()
        assert (row.starts_at, row.ends_at) == (time(16, 30), time(17))


def test_events_are_for_who_planned_them_and_training_for_who_of_the_team_did(
    in_larkshire: Authority, led: Group, amina: User
) -> None:
    open_event(amina, title="Leaders’ Day", on=DAY, at=NOW)
    draft_event(amina, title="Not yet", on=DAY, at=NOW)
    training_on(led.collaboration, DAY, amina, title="First aid")
    training_on(led.collaboration, DAY, led.lena, title="Without the team")
    visit_on(led.bluebells, led.acorns, DAY, led.lena)
    found = {item.source: item for item in engagements_between(TODAY, END)}
    assert {source: item.person_id for source, item in found.items()} == {
        "event": amina.pk, "training": amina.pk,
    }  # fmt: skip
    assert (found["event"].about, found["training"].about) == ("Leaders’ Day", "Riverside")
    assert [item.source for item in engagements_between(TODAY, DAY)] == []
