"""Attendance as it is stored: G4, and what it counts for: C7."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.dates import Span
from meetings.models.attendance import Attendance, AttendanceMark
from meetings.models.planning import Meeting
from meetings.rules import attendance as rules
from meetings.rules.attendance import Mark
from meetings.rules.states import MeetingState
from meetings.selectors.attendance import counts_of, members_at, to_recount
from meetings.services import attendance
from meetings.services.attendance import (
    Taken,
    Tap,
    close_and_recount,
    finish_attendance,
    record_taps,
    take_queue,
)
from meetings.services.planning import cancel_meeting, open_check_in
from memberships.models.members import Membership
from tests.factories.groups import Group
from tests.factories.meetings import MeetingFactory, held, meeting_on, tap
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-10T17:00:00+00:00")
TODAY = date(2026, 11, 10)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def meeting(led: Group) -> Meeting:
    return meeting_on(led.collaboration, TODAY, led.lena)


def marks(meeting: Meeting) -> dict[int, str]:
    return dict(Attendance.objects.filter(meeting=meeting).values_list("membership_id", "mark"))


def send(meeting: Meeting, *taps: Tap, at: datetime = NOW, **facts: Any) -> list[str]:
    by = facts.pop("by")
    return record_taps(meeting_id=meeting.pk, taps=taps, by=by, by_chair=facts.pop("by_chair", True), at=at)


def queue(meeting: Meeting, *taps: Tap, by: User, sent_at: datetime, at: datetime = NOW) -> Taken:
    return take_queue(meeting_id=meeting.pk, taps=taps, sent_at=sent_at, by=by, by_chair=False, at=at)


def test_g4_a_tap_sent_twice_is_one_and_the_later_one_stands(led: Group, meeting: Meeting) -> None:
    first = Tap(led.bluebells.pk, Mark.ABSENT, key="first-key", tapped_at=NOW)
    second = Tap(led.bluebells.pk, Mark.PRESENT, key="second-key", tapped_at=NOW + timedelta(seconds=5))
    sent_at = NOW + timedelta(seconds=10)
    later = NOW + timedelta(seconds=10)
    assert queue(meeting, second, by=led.lena, sent_at=sent_at, at=later).kept == ["second-key"]
    queue(meeting, first, second, first, by=led.lena, sent_at=sent_at, at=later)
    assert marks(meeting) == {led.bluebells.pk: Mark.PRESENT}
    assert AttendanceMark.objects.count() == 2  # the earlier one stays in the history


def test_g4_two_people_at_once_see_each_others_marks(led: Group, meeting: Meeting) -> None:
    send(meeting, tap(led.acorns), by=led.lena)
    send(meeting, tap(led.bluebells, Mark.ONLINE), by=led.mo)
    assert marks(meeting) == {led.acorns.pk: "present", led.bluebells.pk: "online"}
    assert dict(Attendance.objects.values_list("membership__provider__name", "by__full_name")) == {
        "Acorns": "Lena Hartley",
        "Bluebells": "Mo Siddiqui",
    }


def test_g4_a_telephone_whose_clock_is_an_hour_ahead_does_not_win_for_ever(
    led: Group, meeting: Meeting
) -> None:
    ahead = NOW + timedelta(hours=1)
    queue(
        meeting, Tap(led.acorns.pk, Mark.ABSENT, key="ahead-key", tapped_at=ahead), by=led.lena, sent_at=ahead
    )
    after = NOW + timedelta(minutes=1)
    queue(
        meeting,
        Tap(led.acorns.pk, Mark.PRESENT, key="after-key", tapped_at=after),
        by=led.mo,
        sent_at=after,
        at=after,
    )
    assert marks(meeting) == {led.acorns.pk: "present"}


@pytest.mark.parametrize(
    ("mark", "substitute", "by_chair", "words"),
    [
        (Mark.SUBSTITUTE, " ", True, "name of the substitute"),
        (Mark.EXCUSED, "", False, "Only the chair can excuse"),
    ],
)
def test_g4_what_may_not_be_marked(
    led: Group, meeting: Meeting, mark: Mark, substitute: str, by_chair: bool, words: str
) -> None:
    with pytest.raises(ValidationError, match=words):
        send(
            meeting,
            Tap(led.acorns.pk, mark, key="some-key", substitute=substitute),
            by=led.lena,
            by_chair=by_chair,
        )
    assert not AttendanceMark.objects.exists()


def test_g4_a_tap_that_is_refused_takes_no_other_of_the_queue_with_it(led: Group, meeting: Meeting) -> None:
    excused = Tap(led.bluebells.pk, Mark.EXCUSED, key="excused-1", tapped_at=NOW)
    good = Tap(led.acorns.pk, Mark.PRESENT, key="present-1", tapped_at=NOW)
    gone = Tap(999_999, Mark.PRESENT, key="nobody-1", tapped_at=NOW)
    taken = queue(meeting, excused, good, gone, by=led.lena, sent_at=NOW)
    assert taken.kept == ["present-1"]
    assert taken.refused == {
        "excused-1": "Bluebells: Only the chair can excuse a member.",
        "nobody-1": "This setting was not a member on that day.",
    }
    assert marks(meeting) == {led.acorns.pk: "present"}


def test_g4_a_clock_of_another_age_breaks_nothing(led: Group, meeting: Meeting) -> None:
    tapped = Tap(led.acorns.pk, Mark.PRESENT, key="old-clock", tapped_at=datetime.min.replace(tzinfo=UTC))
    queue(meeting, tapped, by=led.lena, sent_at=datetime.max.replace(tzinfo=UTC))
    assert AttendanceMark.objects.get().marked_at == NOW - rules.MAX_WAIT


def test_g4_before_the_day_only_apologies(led: Group) -> None:
    ahead = meeting_on(led.collaboration, date(2026, 12, 8), led.lena)
    with pytest.raises(ValidationError, match="Until then you can only record apologies"):
        send(ahead, tap(led.acorns), by=led.lena)
    send(ahead, tap(led.acorns, Mark.APOLOGIES), by=led.lena)
    assert marks(ahead) == {led.acorns.pk: "apologies"}


def test_g4_a_cancelled_meeting_and_a_setting_of_another_group_take_no_marks(
    led: Group, meeting: Meeting, elsewhere: Any
) -> None:
    other = Membership.objects.get(collaboration=elsewhere)
    with pytest.raises(ValidationError, match="was not a member on that day"):
        send(meeting, tap(other), by=led.lena)
    cancel_meeting(meeting_id=meeting.pk, because="Snow", by=led.lena, at=NOW)
    with pytest.raises(ValidationError, match="is cancelled"):
        send(meeting, tap(led.acorns), by=led.lena)


def test_c7_it_counts_when_it_is_recorded_as_held_and_a_correction_counts_at_once(
    led: Group, meeting: Meeting, mailoutbox: list[Any]
) -> None:
    send(meeting, tap(led.acorns), tap(led.bluebells, Mark.APOLOGIES), by=led.lena)
    led.bluebells.refresh_from_db()
    assert led.bluebells.meetings_held == 0
    finish_attendance(meeting_id=meeting.pk, rest_absent=True, by=led.lena, at=NOW)
    assert marks(meeting)[led.caras.pk] == "absent"
    led.bluebells.refresh_from_db()
    assert (led.bluebells.meetings_held, led.bluebells.meetings_attended) == (1, 0)
    assert led.bluebells.at_risk_since == TODAY
    deliver()
    told = [mail for mail in mailoutbox if "Riverside" in mail.subject and "mo@" in mail.to[0]]
    assert len(told) == 1
    correction = Tap(led.bluebells.pk, Mark.SUBSTITUTE, key="correction", substitute="Jo")
    send(meeting, correction, by=led.lena, at=NOW + timedelta(minutes=1))
    led.bluebells.refresh_from_db()
    assert (led.bluebells.meetings_attended, led.bluebells.at_risk_since) == (1, None)


def test_c7_excused_by_the_chair_leaves_the_denominator(led: Group, meeting: Meeting) -> None:
    held(meeting, {led.acorns: Mark.PRESENT, led.bluebells: Mark.EXCUSED}, led.lena, at=NOW)
    assert counts_of([led.acorns.pk, led.bluebells.pk, led.caras.pk], on=TODAY) == {led.acorns.pk: (1, 1)}


def test_c7_a_member_that_joined_after_the_meeting_is_not_counted_for_it(
    led: Group, meeting: Meeting
) -> None:
    led.bluebells.joined_on = TODAY + timedelta(days=1)
    led.bluebells.save()
    assert led.bluebells not in members_at(meeting)
    held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    finish_attendance(meeting_id=meeting.pk, rest_absent=True, by=led.lena, at=NOW)
    assert led.bluebells.pk not in marks(meeting)


def test_g1_held_by_mistake_is_taken_back_within_the_day(
    led: Group, meeting: Meeting, time_machine: TimeMachineFixture
) -> None:
    held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)
    attendance.reopen_meeting(meeting_id=meeting.pk, by=led.lena, at=NOW)
    led.acorns.refresh_from_db()
    assert led.acorns.meetings_held == 0
    finish_attendance(meeting_id=meeting.pk, rest_absent=False, by=led.lena, at=NOW)
    after_midnight = datetime.fromisoformat("2026-11-11T00:30:00+00:00")
    time_machine.move_to(after_midnight, tick=False)
    with pytest.raises(ValidationError, match="only on the day it was done"):
        attendance.reopen_meeting(meeting_id=meeting.pk, by=led.lena, at=after_midnight)


def test_each_night_what_was_marked_is_held_and_the_window_moves_on(led: Group, meeting: Meeting) -> None:
    send(meeting, tap(led.acorns), by=led.lena)
    tomorrow = NOW + timedelta(days=1)
    for _again in range(2):
        close_and_recount(on=TODAY + timedelta(days=1), at=tomorrow)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD
    led.acorns.refresh_from_db()
    assert (led.acorns.meetings_held, led.acorns.meetings_attended) == (1, 1)
    year_later = TODAY.replace(year=2027)
    close_and_recount(on=year_later, at=NOW + timedelta(days=365))
    led.acorns.refresh_from_db()
    assert led.acorns.meetings_held == 0
    assert not to_recount(on=year_later).exists()


def test_checking_in_by_the_code_on_the_wall(led: Group, meeting: Meeting) -> None:
    code = open_check_in(meeting_id=meeting.pk, until=NOW + timedelta(hours=1), by=led.lena, at=NOW)
    about = {"meeting_id": meeting.pk, "membership": led.bluebells, "by": led.mo}
    with pytest.raises(ValidationError, match="not the code on the wall"):
        attendance.check_in(**about, code="WRONG", key="key-key-1", at=NOW)
    attendance.check_in(**about, code=code.lower(), key="key-key-2", at=NOW)
    assert marks(meeting) == {led.bluebells.pk: "present"}
    with pytest.raises(ValidationError, match="checking in has ended"):
        attendance.check_in(**about, code=code, key="key-key-3", at=NOW + timedelta(hours=1))


def test_nobody_marked_is_not_held(led: Group, meeting: Meeting) -> None:
    with pytest.raises(ValidationError, match="Mark at least one member"):
        finish_attendance(meeting_id=meeting.pk, rest_absent=False, by=led.lena, at=NOW)


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    meetings=st.lists(
        st.tuples(DAYS, st.sampled_from(MeetingState), st.sampled_from([None, *Mark])),
        max_size=8,
        unique_by=lambda row: row[0],
    ),
    joined=DAYS,
    days=st.none() | st.integers(1, 800),
    on=DAYS,
)
def test_c7_what_the_database_counts_is_what_the_rule_counts(
    led: Group, meetings: list[Any], joined: date, days: int | None, on: date
) -> None:
    AttendanceMark.objects.all().delete()
    Attendance.objects.all().delete()
    Meeting.objects.all().delete()
    member = led.bluebells
    Membership.objects.filter(pk=member.pk).update(
        joined_on=joined, left_on=None if days is None else joined + timedelta(days=days)
    )
    member.refresh_from_db()
    known = []
    for day, state, mark in meetings:
        meeting = MeetingFactory(collaboration=led.collaboration, on=day, state=state, planned_by=led.lena)
        known.append((rules.Meeting(meeting.pk, day, state), mark))
        if mark is not None:
            Attendance.objects.create(
                meeting=meeting, membership=member, mark=mark, marked_at=NOW, by=led.lena
            )
    expected = rules.counted(
        [meeting for meeting, _mark in known],
        {meeting.number: mark for meeting, mark in known if mark is not None},
        membership=Span(member.joined_on, member.left_on),
        within=rules.window(on),
    )
    assert counts_of([member.pk], on=on).get(member.pk, (0, 0)) == tuple(expected)
