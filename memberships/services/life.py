"""Moving a collaboration through its life (C1), with what that means for its members and leaders."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.appointments import withdraw_appointment
from collaborations.models import Collaboration
from collaborations.rules import Actor
from collaborations.services import Moved, move_collaboration
from core.wording import date_in_words
from memberships.selectors.joining import applications_waiting
from memberships.selectors.life import (
    invitations_sent,
    leading_to_end,
    memberships_to_end,
    offices_to_end,
    strength_of,
)
from memberships.selectors.people import people_concerned
from memberships.services.applications import decide_application
from memberships.services.invitations import withdraw_invitation
from memberships.services.leaders import LEADER
from memberships.services.members import end_membership, withdraw_membership
from memberships.services.offices import OFFICE
from memberships.services.permissions import settle_permissions, take_turn
from memberships.signals import group_closed


@transaction.atomic
def move_on(
    *,
    collaboration: Collaboration,
    to: str,
    on: date,
    words: str = "",
    actor: Actor,
    seen: str = "",
    by: User,
    at: datetime,
) -> Moved:
    """Move a collaboration by ``collaborations.rules.TRANSITIONS``, with its members and leaders of that day.

    Closing ends memberships, leaders and offices on that day, takes back what has not begun, and answers what
    waits. Raises ValidationError at "to", "on" and "words". Pressed twice, or by two people, it is one move.
    """
    take_turn()
    strength = strength_of(collaboration, on=on)
    facts: dict[str, Any] = {"collaboration": collaboration, "to": to, "on": on, "words": words, "seen": seen}
    moved = move_collaboration(**facts, actor=actor, strength=strength, by=by, at=at)
    if moved.is_new and to == Collaboration.State.CLOSED:
        _answer_what_waits(moved.change.collaboration, on=on, by=by, at=at)
        _end_everything(moved.change.collaboration, on=on, by=by, today=timezone.localdate(at))
        closed: dict[str, Any] = {"collaboration": moved.change.collaboration, "by": by, "at": at}
        group_closed.send(Collaboration, **closed)
    return moved


def _answer_what_waits(collaboration: Collaboration, *, on: date, by: User, at: datetime) -> None:
    closed = _("The collaboration has closed.")
    for application in applications_waiting(collaboration):
        decide_application(
            application=application, accepted=False, decided_on=on, decision=closed, by=by, at=at
        )
    for invitation in invitations_sent(collaboration):
        withdraw_invitation(invitation=invitation, by=by, at=at)


def _end_everything(collaboration: Collaboration, *, on: date, by: User, today: date) -> None:
    """What is to begin is taken back, the rest ends on the day.

    Raises ValidationError at "on" where something began only since.
    """
    for leader in leading_to_end(collaboration, on=on):
        if leader.starts_on > today:
            withdraw_appointment(LEADER, leader, today=today, by=by)
    for office in offices_to_end(collaboration, on=on):
        if office.starts_on > today:
            withdraw_appointment(OFFICE, office, today=today, by=by)
    memberships = memberships_to_end(collaboration, on=on)
    provider_ids = {membership.provider_id for membership in memberships}
    concerned = {
        user_id for provider_id in provider_ids for user_id in people_concerned(provider_id=provider_id)
    }
    for membership in memberships:
        if membership.joined_on > today:
            withdraw_membership(membership=membership, today=today, by=by)
        elif membership.joined_on >= on:
            words = {"setting": membership.provider, "day": date_in_words(membership.joined_on)}
            raise ValidationError({"on": _("%(setting)s joined on %(day)s. Close from a later day.") % words})
        else:
            end_membership(
                membership=membership, on=on, reason=_("The collaboration closed."), by=by, field="on"
            )
    settle_permissions(user_ids=concerned)
