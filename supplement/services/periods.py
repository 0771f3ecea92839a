"""S8: a period is closed by finance once nothing of it goes on, and opened again by a second person."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.money_actions import MoneyAction
from audit.services import record
from collaborations.services import refuse
from core.text import has_something_to_see
from supplement.models.claims import Claim
from supplement.models.closing import PeriodClosing
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Actor, ClaimState
from supplement.rules.closing import refusals_to_close_period, refusals_to_reopen
from supplement.selectors import closing as selectors
from supplement.selectors.run_inputs import ClaimRow
from supplement.services.reasons import reason_given
from supplement.services.run_claims import locked, move_claims


def refuse_closed(period: SchemePeriod) -> None:
    """Raises ValidationError for a period of which some days are closed, under whichever version of the
    scheme.
    """
    words = selectors.closed_in_words(period)
    if words:
        raise ValidationError(words)


@transaction.atomic
def close_period(*, period_id: int, words: str = "", by: User, at: datetime) -> PeriodClosing:
    """Close a period: nothing is begun or changed in it any more. What was reported is closed with it. Twice
    is once.

    Raises ValidationError while something goes on, before it is over, and at "words" where something stays
    open and nobody says why.
    """
    period = _held(period_id)
    existing = selectors.closing_of(period)
    if existing is not None:
        return existing
    left = selectors.open_of(period)
    if left and has_something_to_see(words):
        words = reason_given(words)
    on = timezone.localdate(at)
    refuse(
        refusals_to_close_period(
            left,
            is_over=selectors.is_over(period, on=on),
            is_closed=False,
            has_words=has_something_to_see(words),
        )
    )
    _close_reported(period, by=by, at=at)
    row = PeriodClosing.objects.create(
        period=period, closed_by=by, closed_at=at, words=words if left else "", left=left
    )
    record(MoneyAction.PERIOD_CLOSED, about=period.scheme, by=by, period=period.name,
           details={"words": row.words, "left": left})  # fmt: skip
    return row


@transaction.atomic
def reopen_period(*, period_id: int, words: str, by: User, at: datetime) -> SchemePeriod:
    """Open a closed period again, by another than whoever closed it, with the reason. What is open is open.

    Raises ValidationError at "words", for whoever closed it, and for a period that is open.
    """
    period = _held(period_id)
    row = selectors.closing_of(period)
    has_words = has_something_to_see(words)
    refuse(refusals_to_reopen(closed_by=row.closed_by_id if row else None, by=by.pk, has_words=has_words))
    if row is None:
        return period
    row.reopened_by, row.reopened_at, row.reopened_words = by, at, reason_given(words)[:1000]
    row.save(update_fields=["reopened_by", "reopened_at", "reopened_words"])
    record(MoneyAction.PERIOD_REOPENED, about=period.scheme, by=by, period=period.name,
           details={"words": row.reopened_words})  # fmt: skip
    return period


def _close_reported(period: SchemePeriod, *, by: User, at: datetime) -> None:
    ids = Claim.objects.filter(period=period, state=ClaimState.REPORTED).values_list("pk", flat=True)
    reported: list[ClaimRow] = [row for row in locked(list(ids)) if row.state == ClaimState.REPORTED]
    move_claims(reported, to=ClaimState.CLOSED, actor=Actor.FINANCE, by=by, at=at)


def _held(period_id: int) -> SchemePeriod:
    period = selectors.period_for_closing(period_id)
    if period is None:
        raise ValidationError(_("This period is no longer there."))
    return period
