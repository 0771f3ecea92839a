"""News from below (docs/events.md)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext

from accounts.models import User
from collaborations.models import Collaboration
from meetings.rules.states import AHEAD
from meetings.selectors.actions import open_actions_of_leaver
from meetings.selectors.first import first_meeting_in
from meetings.services.actions import give_action
from meetings.services.planning import cancel_meeting
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.services.leaving import note_hand_over
from memberships.signals import group_closed, handed_over, notice_given

MAX_CHARACTERS = 200
ABOUT = "meetings.meetingaction:"


@receiver(notice_given, dispatch_uid="meetings.notice_given")
def note_open_actions(sender: Any, *, membership: Membership, by: User, at: datetime, **kwargs: Any) -> None:
    """The open actions that meetings of the group gave the setting that leaves."""
    for action in open_actions_of_leaver(membership, on=timezone.localdate(at)):
        note_hand_over(
            membership=membership,
            kind=HandOver.Kind.ACTION,
            what=Truncator(action.what).chars(MAX_CHARACTERS),
            taken_by=None,
            by=by,
            at=at,
            about=f"{ABOUT}{action.pk}",
        )


@receiver(handed_over, dispatch_uid="meetings.handed_over")
def give_to_who_took_it(sender: Any, *, hand_over: HandOver, by: User, **kwargs: Any) -> None:
    """An action that was handed over is for who took it over."""
    if hand_over.about.startswith(ABOUT) and hand_over.taken_by is not None:
        give_action(
            action_id=int(hand_over.about.removeprefix(ABOUT)),
            to=hand_over.taken_by.provider,
            leaver_id=hand_over.membership.provider_id,
            by=by,
            at=timezone.now(),
        )


@receiver(group_closed, dispatch_uid="meetings.group_closed")
def cancel_first_meeting(
    sender: Any, *, collaboration: Collaboration, by: User, at: datetime, **kwargs: Any
) -> None:
    """Nobody comes to the first meeting of a group that is not formed."""
    meeting = first_meeting_in(collaboration)
    if meeting is not None and meeting.state in AHEAD:
        because = gettext("The group is not formed.")
        cancel_meeting(meeting_id=meeting.pk, because=because, by=by, at=at)
