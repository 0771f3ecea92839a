"""News from below (docs/events.md)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django.utils.text import Truncator

from accounts.models import User
from meetings.selectors.actions import open_actions_of_leaver
from meetings.services.actions import give_action
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.services.leaving import note_hand_over
from memberships.signals import handed_over, notice_given

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
