"""What one page reads of the funds of all its groups at once (S10, S5): what their leaders have to do."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import holds_on
from accounts.permissions import Permission
from collaborations.models import CollaborationGrant
from core.frame.page_rows import add_page_rows
from memberships.models.members import Membership
from supplement.models.claims import Claim
from supplement.models.fund import Spending, SpendingProposal
from supplement.selectors.fund import paid_without_receipt
from supplement.selectors.leavers import shares_to_settle
from supplement.selectors.proposals import carried_and_waiting
from supplement.selectors.spend_returns import claims_to_report

TO_REPORT, NO_RECEIPT, TO_SETTLE = "spending_to_report", "receipts_missing", "shares_to_settle"
CARRIED = "spending_carried"


def _leads(group: str, user: Any, on: Any) -> Exists:
    """Whether the reader leads the group of a row."""
    return Exists(
        CollaborationGrant.all_dates.filter(
            holds_on(on),
            user=user,
            permission__codename=Permission.LEAD_COLLABORATION.split(".")[1],
            content_object=OuterRef(group),
        )
    )


def _to_report(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Claim]:
    """Paid claims of periods that are over."""
    rows = claims_to_report(groups).filter(_leads("collaboration_id", user, on), period__ends_on__lte=on)
    return rows.select_related(None)


def _no_receipt(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Spending]:
    return paid_without_receipt(groups).filter(_leads("decision__collaboration_id", user, on))


def _to_settle(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Membership]:
    rows = shares_to_settle(groups, on=on).filter(_leads("collaboration_id", user, on))
    return rows.select_related(None)


def _carried(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[SpendingProposal]:
    return carried_and_waiting(groups).filter(_leads("collaboration_id", user, on))


add_page_rows(
    _carried,
    key=CARRIED,
    facts={"group": "collaboration_id", "what": "what"},
)
add_page_rows(
    _to_report,
    key=TO_REPORT,
    facts={"group": "collaboration_id", "name": "period__name", "by": "report_by"},
)
add_page_rows(
    _no_receipt,
    key=NO_RECEIPT,
    facts={"group": "decision__collaboration_id", "what": "what"},
)
add_page_rows(
    _to_settle,
    key=TO_SETTLE,
    facts={"group": "collaboration_id", "name": "provider__name"},
)
