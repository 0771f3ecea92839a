"""S4: an officer lets a criterion pass for a collaboration or one of its members, and takes that back."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.text import several_lines
from supplement.models.claims import ClaimWaiver
from supplement.rules.assessing import conflict, refusals_to_take_back, refusals_to_waive
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.claims import ClaimState
from supplement.selectors import officers
from supplement.selectors.standing import verdict_of
from supplement.services.assessing import as_officer
from supplement.services.claim_moves import GONE


@transaction.atomic
def waive_criterion(
    *, claim_id: int, kind: str, membership_id: int | None, reason: str, by: User, at: datetime
) -> ClaimWaiver:
    """Let a criterion pass. ``membership_id``: None for the collaboration, its leaders or its payee.

    Raises ValidationError with what stands against it (S4), and at "reason".
    """
    on = timezone.localdate(at)
    claim = as_officer(claim_id=claim_id, by=by, on=on)
    reason = several_lines(reason)
    if looks_like_bank_details(reason):
        raise ValidationError({"reason": _(REFUSED)})
    findings = verdict_of(claim, on=on).findings
    finding = next(
        (row for row in findings if (row.criterion.kind, row.member) == (kind, membership_id)), None
    )
    criterion = finding.criterion if finding is not None else None
    refuse(refusals_to_waive(ClaimState(claim.state), criterion, finding, reason=reason))
    waiver = ClaimWaiver.objects.create(
        claim=claim, kind=kind, membership_id=membership_id, reason=reason, by=by, at=at
    )
    record(Action.CRITERION_WAIVED, about=claim, by=by, criterion=waiver.get_kind_display(), of=_of(waiver))
    return waiver


@transaction.atomic
def take_waiver_back(*, waiver_id: int, by: User, at: datetime) -> ClaimWaiver:
    """The criterion counts again. Raises ValidationError."""
    waiver = officers.waiver_for_update(waiver_id)
    if waiver is None:
        raise ValidationError(_(GONE))
    refuse(conflict(officers.ties_of(by, waiver.claim, on=timezone.localdate(at))))
    refuse(
        refusals_to_take_back(ClaimState(waiver.claim.state), is_taken_back=waiver.taken_back_at is not None)
    )
    waiver.taken_back_by, waiver.taken_back_at = by, at
    waiver.save(update_fields=["taken_back_by", "taken_back_at"])
    record(
        Action.WAIVER_TAKEN_BACK,
        about=waiver.claim,
        by=by,
        criterion=waiver.get_kind_display(),
        of=_of(waiver),
    )
    return waiver


def _of(waiver: ClaimWaiver) -> str:
    """Of whom it is, for the audit log: the member, or the collaboration."""
    member = waiver.membership
    return str(member.provider if member is not None else waiver.claim.collaboration)
