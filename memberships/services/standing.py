"""What attendance does (C7): it is written down, and people are told. Nobody is ever removed by it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from documents.services.outbox import send_email
from memberships.emails.standing import AttendanceAtRisk
from memberships.models.members import Membership
from memberships.rules.attendance import passes
from memberships.selectors.agreed import agreed_terms
from memberships.selectors.members import membership_for_update
from memberships.selectors.standing import standings_to_settle


@transaction.atomic
def update_standing(
    *, membership: Membership, held: int, attended: int, on: date, by: User | None
) -> Membership:
    """Write how many meetings count for a member and at how many it was, as of a day.

    What is asked of it is what its ways of working, or the default, say on that day (W1). Falling below it
    sets "attendance at risk" and tells the member and the leaders once; passing again clears it. The same
    numbers change nothing, unless another threshold holds by now. ``by=None`` is the software, where it
    counts. Raises ValidationError for numbers that cannot be.
    """
    _must_be_possible(held=held, attended=attended)
    membership = membership_for_update(membership.pk)
    threshold = agreed_terms(membership.collaboration_id, on=on).attendance_threshold
    before = (membership.meetings_held, membership.meetings_attended, membership.at_risk_since)
    since = (
        None if passes(held=held, attended=attended, threshold=threshold) else membership.at_risk_since or on
    )
    if before == (held, attended, since):
        return membership
    membership.meetings_held, membership.meetings_attended, membership.at_risk_since = held, attended, since
    save_in_words(membership, fields=["meetings_held", "meetings_attended", "at_risk_since"])
    details: dict[str, Any] = {
        "threshold": threshold,
        "at_risk_since": [before[2] and str(before[2]), since and str(since)],
    }
    facts: dict[str, Any] = {
        "setting": membership.provider,
        "collaboration": membership.collaboration,
        "attended": attended,
        "held": held,
    }
    record(Action.STANDING_CHANGED, about=membership, by=by, details=details, **facts)
    if since is not None and before[2] is None:
        send_email(
            AttendanceAtRisk(membership_id=membership.pk, since=since.isoformat(), threshold=threshold or 0)
        )
    return membership


def settle_standings(*, on: date) -> int:
    """Bring standings up to what holds on a day, where that has changed since the meetings were counted.

    Answers how many.

    A second run finds nothing left to do; one that was stopped is made up for by the next.
    """
    memberships = standings_to_settle(on=on)
    for membership in memberships:
        counts = {"held": membership.meetings_held, "attended": membership.meetings_attended}
        update_standing(membership=membership, **counts, on=on, by=None)
    return len(memberships)


def _must_be_possible(*, held: int, attended: int) -> None:
    if held < 0:
        raise ValidationError({"held": _("The number of meetings cannot be below nought.")})
    if not 0 <= attended <= held:
        raise ValidationError(
            {
                "attended": _(
                    "A member cannot have been at more meetings than were held, or at fewer than none."
                )
            }
        )
