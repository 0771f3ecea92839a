"""Minutes of an invented county: those of one meeting agreed by the next, the last ones with the members and
a correction that waits, and a draft in another group.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from meetings.models.planning import Meeting
from meetings.rules.minutes import Agreement
from meetings.rules.states import MeetingState
from meetings.selectors import agenda
from meetings.services import minutes, minutes_agreed

if TYPE_CHECKING:
    from portal.demonstration.story import Story

TALKED = (
    "Two settings have new staff. The spring term has three training evenings.",
    "We watched three films of meal times. Children talk more when an adult sits with them.",
)
DECIDED = "We lend the balance beam from garden to garden, a fortnight each."


class MinutesOfMeetings:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        earlier, last = self._held(0)[-2:]
        self._write(0, earlier, TALKED[0])
        self._send(0, earlier)
        minutes_agreed.agree_minutes(
            meeting_id=earlier.pk,
            at_meeting_id=last.pk,
            agreement=Agreement.AS_SENT,
            changes="",
            by=self.story.leader(0),
            at=self._after(last),
        )
        self._write(0, last, TALKED[1])
        minutes.record_decision(
            meeting_id=last.pk, item=None, words=DECIDED, by=self.story.leader(0), at=self._after(last)
        )
        self._send(0, last)
        self._correct(0, last)
        self._write(1, self._held(1)[-1], TALKED[0])

    def _held(self, number: int) -> list[Meeting]:
        rows = Meeting.objects.filter(collaboration=self.story.group(number), state=MeetingState.HELD)
        return list(rows.order_by("on", "starts_at"))

    def _after(self, meeting: Meeting) -> datetime:
        return timezone.localtime(meeting.ends) + timedelta(hours=1)

    def _write(self, number: int, meeting: Meeting, words: str) -> None:
        items = list(agenda.items_of(meeting))
        typed = [minutes.Typed(items[0].pk if items else 0, words)]
        minutes.write_minutes(
            meeting_id=meeting.pk, typed=typed, by=self.story.leader(number), at=self._after(meeting)
        )

    def _send(self, number: int, meeting: Meeting) -> None:
        at = self._after(meeting) + timedelta(days=2)
        minutes_agreed.send_minutes(meeting_id=meeting.pk, by=self.story.leader(number), at=at)

    def _correct(self, number: int, meeting: Meeting) -> None:
        leader = self.story.leader(number)
        members = [row for row in self.story.memberships(number) if row.joined_on <= meeting.on]
        other = next(row for row in members if self.story.manager_of(row.provider) != leader)
        minutes_agreed.propose_correction(
            meeting_id=meeting.pk,
            item=None,
            words="It was four films: ours came last.",
            provider=other.provider,
            by=self.story.manager_of(other.provider),
            at=self.story.then(3),
        )
