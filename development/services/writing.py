"""What the writes of development plans share.

Each change says which text it was made from (``seen``): a change made from an older text is refused, and
nothing is overwritten. Every write locks the plan first, so two people who write at once come one after the
other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.saving import CHANGED_MEANWHILE, save_in_words
from development import rules, selectors
from development.models import DevelopmentPlan
from development.rules import PlanState


def plan_to_write(plan_id: int) -> DevelopmentPlan:
    """The plan, locked. Raises ValidationError when it is closed."""
    plan = selectors.plan_for_update(plan_id)
    refuse(rules.refusals_to_write(PlanState(plan.state)))
    return plan


def still_there(row: Any) -> Any:
    if row is None:
        text = _(
            "Somebody has removed this from the plan meanwhile. Copy your words, and add it anew if it is"
            " still wanted."
        )
        raise ValidationError({NON_FIELD_ERRORS: text})
    return row


def write_changes(row: Any, values: Mapping[str, Any], *, mark: str, seen: str) -> bool:
    """Write the fields that differ.

    False: it says so already (pressed twice). Raises ValidationError for an older text.
    """
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return False
    must_have_seen(row, mark, seen)
    for name, value in changed.items():
        setattr(row, name, value)
    save_in_words(row, fields=list(changed))
    return True


def must_have_seen(row: Any, mark: str, seen: str) -> None:
    if seen == mark:
        return
    person = selectors.last_written_by(row._meta.label_lower, row.pk) or _("Somebody")
    text = _(
        "%(person)s has changed this while you were writing. Below is what it says now; your own words are"
        " still in the boxes."
    )
    raise ValidationError({"seen": ValidationError(text % {"person": person}, code=CHANGED_MEANWHILE)})


def record_change(action: Action, row: Any, plan: DevelopmentPlan, what: str, by: User) -> None:
    record(action, about=row, by=by, collaboration=plan.collaboration, what=what)
