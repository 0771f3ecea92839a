"""Claims of a collaboration (S7): begun once for a period."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import LED
from supplement.models.claims import Claim
from supplement.selectors import claims as selectors


@transaction.atomic
def open_claim(*, period_id: int, collaboration_id: int, by: User, at: datetime) -> Claim:
    """Begin the claim of a period. Begun twice, by whomever, it is the same claim.

    Raises ValidationError where no claim can be sent for the period on the day, or the group is not led.
    """
    period = selectors.periods_to_claim(on=timezone.localdate(at)).filter(pk=period_id).first()
    if period is None:
        raise ValidationError(_("No claim can be sent for this period now."))
    group = Collaboration.objects.select_for_update(no_key=True).filter(pk=collaboration_id).first()
    if group is None or group.state not in LED:
        raise ValidationError(_("Only an active collaboration can claim."))
    existing = selectors.claims().filter(period=period, collaboration=group).first()
    if existing is not None:
        return existing
    claim = Claim.objects.create(period=period, collaboration=group, opened_by=by, opened_at=at, moved_at=at)
    record(Action.CLAIM_BEGUN, about=claim, by=by)
    return claim
