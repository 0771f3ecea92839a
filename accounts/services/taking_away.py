"""Taking something away from somebody at once (A2): a role, a place at a setting, leading, an office."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import rules
from accounts.decisions import Decision
from accounts.models import User
from accounts.services.appointments import AppointmentKind, Row
from accounts.signals import account_changed
from core.dates import Span
from core.models import AuthorityOwned
from core.saving import save_in_words
from core.text import several_lines
from core.wording import date_in_words


@transaction.atomic
def take_away(kind: AppointmentKind[Row], row: Row, *, reason: str, by: User, at: datetime) -> Decision:
    """Take an appointment away from the next request on, with what hangs on it and what was derived from it.

    What begins today or later is removed, and nothing counts it; what began earlier ends today. Kept are who
    decided it, when and why. Raises ValidationError where A2 refuses it, or at "reason" where there is none.
    """
    kind.take_turn()
    row, today = kind.lock(row), timezone.localdate(at)
    refusal = rules.refused_taking_away(
        Span(row.starts_on, row.ends_on),
        today=today,
        person_id=row.user_id,
        by_id=by.pk,
        is_last_manager=kind.is_last_manager(row, on=today),
    )
    if refusal is not None:
        raise ValidationError(refusal.in_words(_))
    if not (reason := several_lines(reason)):
        raise ValidationError({"reason": _("Enter why you take this away.")})
    person = row.user
    for hanging_kind, hanging in kind.hanging_on(row):
        _take(hanging_kind, hanging, reason=reason, by=by, at=at, today=today)
    decision = _take(kind, row, reason=reason, by=by, at=at, today=today)
    kind.settle_person(person)
    return decision


def _take(
    kind: AppointmentKind[Any], row: Any, *, reason: str, by: User, at: datetime, today: date
) -> Decision:
    what = kind.in_words(row)
    decision = Decision.objects.create(
        user=row.user,
        kind=Decision.Kind.TAKEN_AWAY,
        what=what,
        starts_on=row.starts_on,
        reason=reason,
        by=by,
        at=at,
    )
    facts = {"what": what, "from": date_in_words(row.starts_on), "why": reason}
    account_changed.send(User, action="taken_away", about=row.user, by=by, facts=facts)
    if not rules.is_withdrawn_when_taken_away(row.starts_on, today=today):
        row.ends_on = today
        save_in_words(cast(AuthorityOwned, row), fields=["ends_on"])
        kind.record_ended(row, by=by)
        kind.settle(row)
        kind.tell_end(row, by=by)
        return decision
    kind.record_withdrawn(row, by=by)
    kind.tell_withdrawal(row, by=by)
    try:
        cast(AuthorityOwned, row).delete()
    except ProtectedError as refusal:
        raise ValidationError(_(kind.in_use)) from refusal
    kind.settle(row)
    return decision
