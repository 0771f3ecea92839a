"""Actions of a development plan that a member setting does: that it is a member is known here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration, Objective, PlanAction
from collaborations.services import development as plans
from memberships import selectors
from providers.models import Provider


@transaction.atomic
def add_action(
    *, objective: Objective, what: str, owner: Provider | None, due_on: date | None, cost_pence: int, by: User, on: date
) -> PlanAction:
    """Add an action to an objective. Raises ValidationError at "owner" when that setting is no member on the day."""
    _must_be_member(owner, objective.plan.collaboration, on=on)
    return plans.add_action(objective=objective, what=what, owner=owner, due_on=due_on, cost_pence=cost_pence, by=by)


@transaction.atomic
def change_action(
    *,
    action: PlanAction,
    what: str,
    owner: Provider | None,
    due_on: date | None,
    cost_pence: int,
    done_on: date | None,
    seen: str,
    by: User,
    on: date,
) -> PlanAction:
    """Write an action anew. Whoever does it already may stay, even after leaving the group; a new one must be a member."""
    if owner is not None and owner.pk != action.owner_id:
        _must_be_member(owner, action.objective.plan.collaboration, on=on)
    if done_on is not None and done_on > on:
        raise ValidationError({"done_on": _("The day must be today or in the past.")})
    given: dict[str, Any] = {"what": what, "owner": owner, "due_on": due_on, "cost_pence": cost_pence, "done_on": done_on}
    return plans.change_action(action=action, **given, seen=seen, by=by)


def _must_be_member(owner: Provider | None, collaboration: Collaboration, *, on: date) -> None:
    if owner is not None and selectors.membership_of_provider(collaboration, owner.pk, on=on) is None:
        raise ValidationError({"owner": _("Choose a setting that is a member of the collaboration.")})
