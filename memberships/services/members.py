"""Joining and leaving. Grade is never asked: membership is open to every setting (C5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from core.saving import save_in_words
from core.wording import date_in_words
from memberships.models.members import Membership
from memberships.selectors.leaders import leaders_for_update
from memberships.selectors.members import membership_for_update
from memberships.selectors.offices import offices_for_update
from memberships.selectors.people import people_concerned
from memberships.services.rights import settle_rights, take_turn
from providers.models import Provider


@transaction.atomic
def join(*, collaboration: Collaboration, provider: Provider, on: date, by: User) -> Membership:
    """Record that a setting is a member from a day on. Size is never a reason to refuse (C2).

    Raises ValidationError when it is a member in that time already, or the collaboration is closed or begins later.
    """
    take_turn()
    collaboration = collaboration_for_update(collaboration.pk)  # somebody may have closed it meanwhile
    _must_be_open(collaboration, on)
    membership = Membership(collaboration=collaboration, provider=provider, joined_on=on)
    save_in_words(membership, clash={"provider": _("%(setting)s is already a member in that time.") % {"setting": provider}})
    record(Action.MEMBER_JOINED, about=membership, by=by, setting=provider, collaboration=collaboration, on=on)
    settle_rights(user_ids=people_concerned(provider_id=provider.pk))
    return membership


@transaction.atomic
def leave(*, membership: Membership, on: date, reason: str, by: User) -> Membership:
    """Record that ``on`` is the first day on which a setting is no longer a member. Who leads or holds an office for it stops by then.

    Raises ValidationError when the membership has ended already, begins later, or a leader or office holder of it begins later.
    """
    take_turn()
    membership = membership_for_update(membership.pk)
    if membership.left_on is not None and membership.left_on != on:
        words = {"setting": membership.provider, "day": date_in_words(membership.left_on)}
        raise ValidationError({"left_on": _("It is already recorded that %(setting)s leaves on %(day)s.") % words})
    if on <= membership.joined_on:
        raise ValidationError(
            {"left_on": _("The day must be after %(day)s, when it joined.") % {"day": date_in_words(membership.joined_on)}}
        )
    if membership.left_on is not None:
        return membership  # pressed twice
    end_stay(membership=membership, on=on, reason=reason, by=by, field="left_on")
    settle_rights(user_ids=people_concerned(provider_id=membership.provider_id))
    return membership


def end_stay(*, membership: Membership, on: date, reason: str, by: User, field: str) -> None:
    """Write the last day of a membership, and end by then what people of its setting do for the group. The caller settles rights.

    Raises ValidationError at ``field`` when somebody is to lead or to hold an office only from later.
    """
    from memberships.services.leaders import end_leaders_by
    from memberships.services.offices import end_offices_by

    end_leaders_by(leaders_for_update(membership_id=membership.pk), on=on, by=by, field=field)
    end_offices_by(offices_for_update(membership_id=membership.pk), on=on, by=by, field=field)
    membership.left_on, membership.leaving_reason = on, reason.strip()
    save_in_words(membership, fields=["left_on", "leaving_reason"])
    facts: dict[str, Any] = {"setting": membership.provider, "collaboration": membership.collaboration, "on": on}
    record(Action.MEMBER_LEFT, about=membership, by=by, details={"reason": membership.leaving_reason}, **facts)


def _must_be_open(collaboration: Collaboration, on: date) -> None:
    if collaboration.state == Collaboration.State.CLOSED:
        raise ValidationError({"collaboration": _("%(name)s is closed.") % {"name": collaboration}})
    if on < collaboration.started_on:
        day = date_in_words(collaboration.started_on)
        raise ValidationError({"joined_on": _("The day must be on or after %(day)s, when the collaboration started.") % {"day": day}})
