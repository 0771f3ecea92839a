"""What the last meeting of an invented group gave its settings to do: some done, one overdue, one without a
day.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from meetings.models.planning import Meeting
from meetings.rules.states import MeetingState
from meetings.selectors.agenda import items_of
from meetings.services import actions

if TYPE_CHECKING:
    from portal.demonstration.story import Story

#: What, the member in turn who does it, days from today by which, and how it went where it is done.
GIVEN = (
    ("Lend the box of picture books to the next setting", 1, -6, "Gone with the minibus, all forty."),
    ("Ask the library for a story time in each village", 2, -3, ""),
    ("Bring three offers for the training evening", 0, 12, ""),
    ("Write to the parents about the walk to school", 1, 30, ""),
    ("Find a room for the summer picnic", None, None, ""),
)


class Actions:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        story = self.story
        group, leader = story.group(0), story.leader(0)
        last = Meeting.objects.filter(collaboration=group, state=MeetingState.HELD).order_by("-on").first()
        if last is None:
            return
        at = timezone.make_aware(datetime.combine(last.on, time(18)))
        members = story.memberships(0)
        for what, member, days, words in GIVEN:
            setting = None if member is None else members[member % len(members)].provider
            action = actions.add_action(
                meeting_id=last.pk,
                item=items_of(last).first(),
                what=what,
                owner=setting,
                due_on=None if days is None else story.today + timedelta(days=days),
                by=leader,
                at=at,
            )
            if words:
                actions.finish_action(
                    action_id=action.pk,
                    done_on=story.today - timedelta(days=5),
                    words=words,
                    by=leader,
                    at=story.at,
                )
        actions.tell_who_does(at=story.at)
