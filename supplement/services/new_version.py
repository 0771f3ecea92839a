"""S2, S7: what a group has begun under a version of a scheme goes on under the one that replaces it."""

from __future__ import annotations

from django.db.models import Q

from supplement.models.claims import ChosenGroup, Claim, FundedHours
from supplement.models.schemes import Scheme
from supplement.rules.claims import ClaimState
from supplement.selectors.closing import closings

#: States of claims that no run has calculated: they are judged by the version that holds now.
NOT_CALCULATED = (
    *(ClaimState.DRAFT, ClaimState.SUBMITTED, ClaimState.CHECKING),
    *(ClaimState.RETURNED, ClaimState.ASSESSED),
)


def carry_over(old: Scheme, new: Scheme) -> None:
    """Within the caller's transaction. What a run has calculated stays with its version, and so does what is
    of a period that is closed, or that the new version has no more.
    """
    goes_on = Q(state__in=NOT_CALCULATED) | Q(stood__in=NOT_CALCULATED)
    after = dict(new.periods.order_by("pk").values_list("key", "pk"))
    closed = set(closings().filter(period__scheme=old).values_list("period_id", flat=True))
    for key, before in old.periods.order_by("pk").values_list("key", "pk"):
        if key in after and before not in closed:
            Claim.objects.filter(goes_on, period=before).update(period=after[key])
            for model in (ChosenGroup, FundedHours):
                model.objects.filter(period=before).update(period=after[key])
