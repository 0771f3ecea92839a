"""Two people write, send and agree minutes at once: nothing is lost, and nothing is twice (G5)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from meetings.models.minutes import ItemMinutes, Minutes, MinutesSent
from meetings.models.planning import Meeting
from meetings.rules.attendance import Mark
from meetings.services import minutes, minutes_agreed
from tests.concurrency import at_once
from tests.factories.groups import Group
from tests.factories.meetings import held, meeting_on, written
from tests.killed import same_after_each_kill

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime.fromisoformat("2026-11-10T17:30:00+00:00")


@pytest.fixture
def meeting(larkshire: Authority, led: Group) -> Meeting:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, date(2026, 11, 10), led.lena, at=NOW - timedelta(days=30))
        return held(meeting, {led.acorns: Mark.PRESENT}, led.lena, at=NOW)


def test_g5_two_begin_the_minutes_of_one_item_and_one_of_them_is_shown_both_texts(
    larkshire: Authority, led: Group, meeting: Meeting, amina: User
) -> None:
    clashes: list[tuple[str, str]] = []

    def write(by: User) -> None:
        typed = [minutes.Typed(0, f"Of {by.full_name}.")]
        kept = minutes.write_minutes(meeting_id=meeting.pk, typed=typed, page=str(by.pk), by=by, at=NOW)
        clashes.extend((by.full_name, row.words) for row in kept.clashes.values())

    people = (led.lena, amina)
    said = at_once(larkshire, [lambda by=by: write(by) for by in people])  # type: ignore[misc]
    assert said == ["done", "done"]
    with authority_scope(larkshire):
        assert Minutes.objects.count() == 1
        stands = ItemMinutes.objects.get().words
    [(loser, shown)] = clashes
    assert shown == stands != f"Of {loser}."


def test_minutes_sent_by_two_at_once_go_out_once(
    larkshire: Authority, led: Group, meeting: Meeting, amina: User
) -> None:
    with authority_scope(larkshire):
        written(meeting, led.lena, at=NOW)
    call = minutes_agreed.send_minutes
    deeds = [lambda by=by: call(meeting_id=meeting.pk, by=by, at=NOW) for by in (led.lena, amina)]  # type: ignore[misc]
    assert at_once(larkshire, deeds) == ["done", "done"]
    with authority_scope(larkshire):
        assert MinutesSent.objects.count() == 1


def test_g5_minutes_whose_saving_is_killed_are_saved_once_when_the_page_sends_them_again(
    larkshire: Authority, led: Group, meeting: Meeting
) -> None:
    """As the page that saves itself does: with the same edition and the mark of the same opening."""
    typed = [minutes.Typed(0, "We met.")]

    def save() -> None:
        minutes.write_minutes(meeting_id=meeting.pk, typed=typed, page="a", by=led.lena, at=NOW)

    def outcome() -> object:
        entries = sorted(Entry.objects.values_list("action", flat=True))
        return list(ItemMinutes.objects.values_list("words", "edition")), Minutes.objects.count(), entries

    with authority_scope(larkshire):
        assert same_after_each_kill(save, outcome) > 2
