"""The pages of meetings, from planning to sending the papers, as leader, member and strangers meet them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from meetings.models.planning import Answer, Meeting
from meetings.rules.states import MeetingState
from meetings.services import agenda, planning
from tests.factories.groups import Group, one_more_member
from tests.factories.meetings import item_on, meeting_on, paper_for
from tests.meetings.pages import (
    DAY,
    MEETING,
    NOW,
    YEAR,
    Browse,
    address,
    base_of,
    errors_of,
    meeting,
    now,
    text_of,
)
from tests.outbox import deliver

__all__ = ["address", "meeting", "now"]
pytestmark = pytest.mark.django_db
# --- planning -----------------------------------------------------------------------------------------------


def test_g1_a_leader_plans_a_meeting_and_the_members_hear_of_it(
    larkshire: Authority, led: Group, browse: Browse, mailoutbox: list[Any]
) -> None:
    lena = browse(led.lena)
    assert "No meeting is planned." in text_of(lena.get(base_of(led)))
    answer = lena.post(f"{base_of(led)}plan/", MEETING)
    address = lena.get(answer["Location"])
    assert "Autumn meeting, 8 December 2026" in text_of(address)
    assert "Acorns, Mill Road" in text_of(address)
    with authority_scope(larkshire):
        deliver()
    assert {mail.to[0].split("@")[0] for mail in mailoutbox} == {"mo", "cara"}
    assert lena.post(f"{base_of(led)}plan/", MEETING).status_code == 302  # pressed twice
    with authority_scope(larkshire):
        assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"title": ""}, "title", "Enter what the meeting is called"),
        ({"ends_at": "3pm"}, "ends_at", "The end must be after the beginning, on the same day."),
        ({"starts_at": "half"}, "starts_at", "time"),
        ({"on_month": "13"}, "on", "day of the meeting"),
        ({"online_url": "not an address"}, "online_url", "Enter a web address"),
        ({"kind": "party"}, "kind", ""),
        ({"chaired_by": "999999"}, "chaired_by", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    led: Group, browse: Browse, changed: dict[str, str], field: str, words: str
) -> None:
    errors = errors_of(browse(led.lena).post(f"{base_of(led)}plan/", {**MEETING, **changed}))
    assert list(errors) == [field]
    assert words in errors[field][0]


def test_a_time_that_is_taken_is_said_at_the_day(led: Group, meeting: Meeting, browse: Browse) -> None:
    errors = errors_of(browse(led.lena).post(f"{base_of(led)}plan/", {**MEETING, "title": "Another"}))
    assert errors == {"on": ["Your group has a meeting at that time already."]}


def test_g1_a_year_is_proposed_and_the_days_that_are_ticked_are_planned(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    lena = browse(led.lena)
    assert lena.get(f"{base_of(led)}plan-a-year/").context["form"]["title"].value() == "Group meeting"
    proposed = lena.post(f"{base_of(led)}plan-a-year/", YEAR)
    days = [day.on.isoformat() for day, _ticked in proposed.context["days"]]
    assert days[0] == "2027-01-12"
    assert len(days) == 4
    nothing = lena.post(f"{base_of(led)}plan-a-year/", {**YEAR, "confirmed": "1"})
    assert '<a href="#day-1">Tick at least one day.</a>' in text_of(nothing)
    assert "<title>Error:" in text_of(nothing)
    assert not any(ticked for _day, ticked in nothing.context["days"])  # as they were left
    planned = lena.post(
        f"{base_of(led)}plan-a-year/", {**YEAR, "days": days[1:], "confirmed": "1"}, follow=True
    )
    assert "3 meetings are planned." in text_of(planned)
    with authority_scope(larkshire):
        assert [str(row.on) for row in Meeting.objects.order_by("on")] == days[1:]


def test_the_days_of_a_year_that_somebody_makes_up_are_refused(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    wrong = {**YEAR, "days": ["2027-02-30", "0001-01-01"], "confirmed": "1"}
    assert browse(led.lena).post(f"{base_of(led)}plan-a-year/", wrong).status_code == 200
    with authority_scope(larkshire):
        assert not Meeting.objects.exists()


def test_g7_two_secretaries_change_the_same_meeting(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    lena = browse(led.lena)
    seen = lena.get(f"{address}change/").context["form"]["seen"].value()
    first = {**MEETING, "place": "Bluebells", "seen": seen}
    assert lena.post(f"{address}change/", first).status_code == 302
    second = lena.post(f"{address}change/", {**MEETING, "place": "The library", "seen": seen})
    assert second.status_code == 200
    assert "What it says now" in text_of(second)
    assert '<dd dir="auto">Bluebells</dd>' in text_of(second)  # what the other one wrote
    assert "The library" in text_of(second)  # and the own words are kept
    with authority_scope(larkshire):
        meeting.refresh_from_db()
    assert meeting.place == "Bluebells"


def test_g7_moved_by_hand_cancelled_and_brought_back(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, mailoutbox: list[Any]
) -> None:
    lena = browse(led.lena)
    seen = lena.get(f"{address}change/").context["form"]["seen"].value()
    assert lena.post(f"{address}change/", {**MEETING, "on_day": "15", "seen": seen}).status_code == 302
    assert errors_of(lena.post(f"{address}cancel/", {"because": " "})) == {
        "because": ["Say why it is cancelled."]
    }
    assert lena.post(f"{address}cancel/", {"because": "Snow"}).status_code == 302
    shown = text_of(lena.get(address))
    assert "This meeting is cancelled. Snow" in shown
    assert "attendance/" not in shown
    assert lena.post(f"{address}bring-back/").status_code == 302
    with authority_scope(larkshire):
        deliver()
    subjects = [mail.subject for mail in mailoutbox if "mo@" in mail.to[0]]
    assert subjects == [  # what no longer holds is not sent, and what was planned says the new day
        "Riverside: meeting on 15 December, 4pm",
        "Riverside: the meeting on 15 December, 4pm takes place after all",
    ]
    with authority_scope(larkshire):
        meeting.refresh_from_db()
    assert (meeting.on, meeting.state) == (date(2026, 12, 15), MeetingState.PLANNED)


def test_the_calendar_file_keeps_its_identity(led: Group, address: str, browse: Browse) -> None:
    mo = browse(led.mo)
    before = mo.get(f"{address}calendar/").content.decode()
    lena = browse(led.lena)
    seen = lena.get(f"{address}change/").context["form"]["seen"].value()
    lena.post(f"{address}change/", {**MEETING, "on_day": "15", "seen": seen})
    after = mo.get(f"{address}calendar/").content.decode()
    uid = [line for line in before.splitlines() if line.startswith("UID")]
    assert uid == [line for line in after.splitlines() if line.startswith("UID")]
    assert "DTSTART" in after
    assert "20261215T160000" in after


# --- who sees what ------------------------------------------------------------------------------------------

FORMS = ("change/", "cancel/", "open-agenda/", "items/add/", "papers/add/", "papers/send/", "attendance/",
         "attendance/finish/", "attendance/history/", "attendance/others/", "check-in/open/")  # fmt: skip


def test_a_member_sees_the_meeting_and_may_not_run_it(led: Group, address: str, browse: Browse) -> None:
    mo = browse(led.mo)
    shown = text_of(mo.get(address))
    assert "Cancel the meeting" not in shown
    assert f"answer/{led.bluebells.pk}/" in shown
    assert f"answer/{led.acorns.pk}/" not in shown
    for name in FORMS:
        assert mo.get(address + name).status_code == 403, name
        assert mo.post(address + name).status_code == 403, name


def test_people_of_another_group_and_authority_know_of_nothing(
    led: Group, address: str, browse: Browse, elsewhere: Collaboration, sam: User, otto: User
) -> None:
    for stranger in (browse(sam), browse(otto)):
        for url in (base_of(led), f"{base_of(led)}list/", address, *(address + name for name in FORMS)):
            assert stranger.get(url).status_code == 404, url
            assert stranger.post(url).status_code == 404, url


def test_a_meeting_of_another_group_is_not_found_below_this_one(
    larkshire: Authority, led: Group, elsewhere: Collaboration, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        other = meeting_on(elsewhere, DAY, amina)
    lena = browse(led.lena)
    for name in ("", *FORMS):
        assert lena.get(f"{base_of(led)}{other.pk}/{name}").status_code == 404, name


def test_g1_an_answer_is_given_for_the_own_setting_alone(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse
) -> None:
    mo = browse(led.mo)
    assert errors_of(mo.post(f"{address}answer/{led.bluebells.pk}/", {})) == {
        "word": ["Select whether you will come"]
    }
    assert mo.post(f"{address}answer/{led.bluebells.pk}/", {"word": "yes"}).status_code == 302
    assert mo.post(f"{address}answer/{led.acorns.pk}/", {"word": "no"}).status_code == 404
    assert mo.get(f"{address}answer/{led.acorns.pk}/").status_code == 404
    with authority_scope(larkshire):
        assert list(Answer.objects.values_list("membership", "word")) == [(led.bluebells.pk, "yes")]
    assert "We will be there" in text_of(mo.get(address))


def test_g1_one_answer_for_the_whole_year(
    larkshire: Authority, led: Group, address: str, browse: Browse
) -> None:
    with authority_scope(larkshire):
        meeting_on(led.collaboration, date(2027, 3, 9), led.lena)
    mo = browse(led.mo)
    mo.post(f"{address}answer/{led.bluebells.pk}/", {"word": "online", "whole_year": "on"})
    with authority_scope(larkshire):
        assert list(Answer.objects.values_list("word", flat=True)) == ["online", "online"]


# --- lists, exports, number of queries ------------------------------------------------------------------------


def test_the_team_lists_and_exports_meetings_and_attendance(
    led: Group, meeting: Meeting, browse: Browse, amina: User
) -> None:
    client = browse(amina)
    assert "Autumn meeting" in text_of(client.get("/larkshire/collaborations/meetings/"))
    narrowed = client.get("/larkshire/collaborations/meetings/?q=acorns&state=held")
    assert "Autumn meeting" not in text_of(narrowed)
    assert "Autumn meeting" in text_of(client.get(f"{base_of(led)}list/"))
    for name in ("meetings", "attendance"):
        sheet = client.get(f"/larkshire/files/exports/{name}/")
        assert sheet.status_code == 200, name
    assert browse(led.lena).get("/larkshire/collaborations/meetings/").status_code == 403


@pytest.mark.parametrize("name", ["", "attendance/"])
def test_a_page_asks_no_more_for_thirty_members_than_for_three(
    larkshire: Authority, led: Group, meeting: Meeting, address: str, browse: Browse, name: str,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    lena = browse(led.lena)
    with authority_scope(larkshire):
        agenda.open_agenda(meeting_id=meeting.pk, by=led.lena)
        item = item_on(meeting, led.lena)
        paper_for(meeting, item, led.lena)
    lena.get(address + name)
    with django_assert_max_num_queries(30) as few:
        assert lena.get(address + name).status_code == 200
    with authority_scope(larkshire):
        for _member in range(27):
            more = one_more_member(led.collaboration).membership
            planning.answer_meetings(meetings=[meeting], membership=more, word="yes", by=led.lena, at=NOW)
        for number in range(10):
            paper_for(meeting, item_on(meeting, led.lena, f"Item {number}"), led.lena, f"Paper {number}")
    with django_assert_max_num_queries(30) as many:
        assert lena.get(address + name).status_code == 200
    assert len(many) == len(few)


def test_a_meeting_of_an_earlier_day_is_recorded_afterwards(led: Group, browse: Browse) -> None:
    earlier = NOW.date() - timedelta(days=20)
    day = {"on_day": earlier.day, "on_month": earlier.month, "on_year": earlier.year}
    answer = browse(led.lena).post(f"{base_of(led)}plan/", {**MEETING, **day})
    assert "Take attendance" in text_of(browse(led.lena).get(answer["Location"]))
