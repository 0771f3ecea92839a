"""Marks that two devices send at once, and a process that is killed while it records them: nothing is lost,
and nothing counts twice (G4).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.attendance import Attendance, AttendanceMark
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.services import attendance
from meetings.services.attendance import Tap
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.meetings import held, meeting_on
from tests.killed import same_after_each_kill

NOW = datetime.fromisoformat("2026-11-10T17:00:00+00:00")


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def send(meeting: Meeting, *taps: Tap, by: User) -> None:
    call: dict[str, Any] = {"meeting_id": meeting.pk, "taps": taps, "sent_at": NOW, "by_chair": False}
    attendance.take_queue(**call, by=by, at=NOW)


def tapped(led: Group, mark: Mark, seconds: int, key: str) -> Tap:
    return Tap(led.bluebells.pk, mark, key=key, tapped_at=NOW - timedelta(seconds=seconds))


def stands() -> list[tuple[int, str]]:
    return sorted(Attendance.objects.values_list("membership_id", "mark"))


@pytest.mark.django_db(transaction=True)
def test_g4_two_devices_at_once_of_which_one_sends_its_queue_twice(
    larkshire: Authority, led: Group, amina: User
) -> None:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, NOW.date(), led.lena)
    queue = [
        tapped(led, Mark.ABSENT, 20, "phone-one"),
        Tap(led.acorns.pk, Mark.PRESENT, "phone-two", tapped_at=NOW),
    ]
    deeds = [
        lambda: send(meeting, *queue, by=led.lena),
        lambda: send(meeting, *queue, by=led.lena),
        lambda: send(meeting, tapped(led, Mark.PRESENT, 10, "tablet-one"), by=amina),
    ]
    assert at_once(larkshire, deeds) == ["done"] * 3
    with authority_scope(larkshire):
        assert stands() == sorted([(led.acorns.pk, "present"), (led.bluebells.pk, "present")])
        keys = AttendanceMark.objects.values_list("key", flat=True)
        assert sorted(keys) == ["phone-one", "phone-two", "tablet-one"]


@pytest.mark.django_db
@pytest.mark.usefixtures("in_larkshire")
def test_g4_a_queue_whose_recording_is_killed_is_recorded_once_when_it_is_sent_again(led: Group) -> None:
    """Of a meeting that counts already, so that standing and audit log follow each mark."""
    meeting = meeting_on(led.collaboration, NOW.date(), led.lena, at=NOW - timedelta(days=30))
    held(meeting, {led.acorns: Mark.APOLOGIES}, led.lena, at=NOW - timedelta(minutes=5))
    queue = [
        tapped(led, Mark.ABSENT, 20, "first-tap"),
        tapped(led, Mark.PRESENT, 10, "second-tap"),
        Tap(led.acorns.pk, Mark.ONLINE, "third-tap", tapped_at=NOW),
    ]

    def outcome() -> object:
        keys = sorted(AttendanceMark.objects.values_list("key", "marked_at"))
        return keys, stands(), sorted(Entry.objects.values_list("action", flat=True))

    assert same_after_each_kill(lambda: send(meeting, *queue, by=led.lena), outcome) > 3


@pytest.mark.django_db
@pytest.mark.usefixtures("in_larkshire")
def test_g4_in_whatever_order_three_taps_of_one_member_arrive_the_latest_stands(led: Group) -> None:
    taps = [
        tapped(led, mark, seconds, f"tap-number-{seconds}")
        for mark, seconds in ((Mark.ABSENT, 30), (Mark.ONLINE, 20), (Mark.PRESENT, 10))
    ]
    for days, order in enumerate(permutations(taps)):
        meeting = meeting_on(led.collaboration, NOW.date() - timedelta(days=days), led.lena)
        for one in order:
            send(meeting, one, one, by=led.lena)
        rows = Attendance.objects.filter(meeting=meeting)
        assert list(rows.values_list("mark", flat=True)) == ["present"], order
