"""Emails to leaders about their claims (S7): by the timetable, and when the team has moved one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from documents.services.outbox import send_email, send_emails_once
from supplement.emails.appeals import AppealCame, AppealDecided
from supplement.emails.claims import AboutStep, ClaimAssessed, ClaimDue, ClaimQuestion, ClaimsOpen
from supplement.models.claims import ClaimStep
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import ClaimState
from supplement.selectors import claims as selectors
from supplement.selectors.consultation import leading

#: Days before the last day on which leaders who have not sent are reminded.
REMINDED_BEFORE = 5
#: A nightly turn that was missed is made up for within so many days.
MADE_UP_FOR = 7


@transaction.atomic
def tell_of_claims(*, at: datetime) -> int:
    """The nightly turn of one authority: each leader is told once that claims of a period are open, and
    reminded once before the last day. Run again it asks for nothing. Answers how many emails were asked for.
    """
    on, asked = timezone.localdate(at), 0
    for period in selectors.periods_to_claim(on=on):
        pairs = selectors.leaders_who_owe(period, on=on)
        facts = [
            {"user_id": user, "collaboration_id": group, "period_id": period.pk} for user, group in pairs
        ]
        if on >= period.claims_until_on - timedelta(days=REMINDED_BEFORE):
            asked += send_emails_once([ClaimDue(**ids) for ids in facts])
        elif on <= _opened_on(period) + timedelta(days=MADE_UP_FOR):
            asked += send_emails_once([ClaimsOpen(**ids) for ids in facts])
    return asked


def _opened_on(period: SchemePeriod) -> date:
    """From when claims could be sent: a scheme may be approved after that day."""
    approved_at = period.scheme.approved_at
    return (
        max(period.claims_from_on, timezone.localdate(approved_at)) if approved_at else period.claims_from_on
    )


def tell_leaders(step: ClaimStep, *, on: date) -> None:
    """Within the caller's transaction: what the team asks, what it assessed, and what it decided about an
    appeal goes to every leader.
    """
    kind: type[AboutStep] | None = {
        (ClaimState.CHECKING, ClaimState.RETURNED): ClaimQuestion,
        (ClaimState.CHECKING, ClaimState.ASSESSED): ClaimAssessed,
    }.get((ClaimState(step.start), ClaimState(step.to)))
    if step.start == ClaimState.APPEALED:
        kind = AppealDecided
    if kind is None:
        return
    leaders = leading(on=on).filter(membership__collaboration=step.claim.collaboration_id)
    for user_id in leaders.order_by("user_id").values_list("user_id", flat=True).distinct():
        send_email(kind(user_id=user_id, step_id=step.pk))


def tell_team(step: ClaimStep) -> None:
    """Within the caller's transaction: an appeal goes to the team's address too."""
    if step.to == ClaimState.APPEALED:
        send_email(AppealCame(step_id=step.pk))
