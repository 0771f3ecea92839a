"""Joining and leaving. Grade is never asked: membership is open to every setting (C5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import refused_withdrawal
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from core.dates import last_day
from core.saving import save_in_words
from core.text import several_lines
from core.wording import date_in_words, last_day_in_words
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership
from memberships.selectors.members import membership_for_update
from memberships.selectors.people import people_concerned
from memberships.services.offices import end_leaders_and_offices
from memberships.services.permissions import settle_permissions, take_turn
from providers.models import Provider


@transaction.atomic
def join(*, collaboration: Collaboration, provider: Provider, on: date, by: User) -> Membership:
    """Record that a setting is a member from a day on. Size is never a reason to refuse (C2).

    Raises ValidationError when it is a member in that time already, or the collaboration is closed or begins
    later.
    """
    take_turn()
    collaboration = collaboration_for_update(collaboration.pk)  # somebody may have closed it meanwhile
    _must_be_open(collaboration, on)
    membership = Membership(collaboration=collaboration, provider=provider, joined_on=on)
    save_in_words(
        membership,
        clash={"provider": _("%(setting)s is already a member in that time.") % {"setting": provider}},
    )
    record(
        Action.MEMBER_JOINED, about=membership, by=by, setting=provider, collaboration=collaboration, on=on
    )
    settle_permissions(user_ids=people_concerned(provider_id=provider.pk))
    return membership


@transaction.atomic
def leave(*, membership: Membership, on: date, reason: str, by: User) -> Membership:
    """Record that ``on`` is the first day on which a setting is no longer a member.

    Who leads or holds an office for it stops by then.

    Raises ValidationError when the membership has ended already, begins later, or a leader or office holder
    of it begins later.
    """
    take_turn()
    membership = membership_for_update(membership.pk)
    if membership.left_on is not None and membership.left_on != on:
        words = {"setting": membership.provider, "day": last_day_in_words(membership.left_on)}
        raise ValidationError(
            {"left_on": _("It is already recorded that %(setting)s leaves: its last day is %(day)s.") % words}
        )
    if on <= membership.joined_on:
        raise ValidationError(
            {
                "left_on": (
                    _("The last day must be %(day)s, when it joined, or later.")
                    % {"day": date_in_words(membership.joined_on)}
                )
            }
        )
    if membership.left_on is not None:
        return membership  # pressed twice
    end_membership(membership=membership, on=on, reason=reason, by=by, field="left_on")
    settle_permissions(user_ids=people_concerned(provider_id=membership.provider_id))
    return membership


def end_membership(*, membership: Membership, on: date, reason: str, by: User, field: str) -> None:
    """Write the last day of a membership, and end by then what people of its setting do for the group.

    The caller settles permissions.

    Raises ValidationError at ``field`` when somebody is to lead or to hold an office only from later.
    """
    end_leaders_and_offices(ends_on=on, by=by, field=field, membership_id=membership.pk)
    membership.left_on, membership.leaving_reason = on, several_lines(reason)
    save_in_words(membership, fields=["left_on", "leaving_reason"])
    facts: dict[str, Any] = {
        "setting": membership.provider,
        "collaboration": membership.collaboration,
        "last_day": last_day(on),
    }
    record(
        Action.MEMBER_LEFT, about=membership, by=by, details={"reason": membership.leaving_reason}, **facts
    )


@transaction.atomic
def withdraw_membership(*, membership: Membership, today: date, by: User) -> None:
    """Take back a membership that is to begin after today.

    What has begun is ended, never taken back: history stays.

    Raises ValidationError when it has begun, or somebody leads or holds an office for it.
    """
    take_turn()
    membership = membership_for_update(membership.pk)
    if refused := refused_withdrawal(membership.joined_on, today=today):
        raise ValidationError(refused.in_words(_))
    users = people_concerned(provider_id=membership.provider_id)
    record(Action.WITHDRAWN, about=membership, by=by, **{"from": membership.joined_on})  # type: ignore[arg-type]
    _keep_what_was_decided(membership)
    try:
        membership.delete()
    except ProtectedError as refusal:
        raise ValidationError(
            _("Somebody leads or holds an office for this member. End that first.")
        ) from refusal
    settle_permissions(user_ids=users)


def _keep_what_was_decided(membership: Membership) -> None:
    """An application or invitation stays as the members decided it,
    without the membership that it led to (C5).
    """
    for model in (Application, Invitation):
        model.objects.filter(membership=membership).update(membership=None)


def _must_be_open(collaboration: Collaboration, on: date) -> None:
    if collaboration.state == Collaboration.State.CLOSED:
        raise ValidationError({"collaboration": _("%(name)s is closed.") % {"name": collaboration}})
    if on < collaboration.started_on:
        day = date_in_words(collaboration.started_on)
        raise ValidationError(
            {
                "joined_on": (
                    _("The day must be on or after %(day)s, when the collaboration started.") % {"day": day}
                )
            }
        )
