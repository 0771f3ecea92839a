"""What a page of a collaboration shows of dividing and merging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accounts.permissions import Permission
from core.frame.visitor import Visitor
from core.views import Page
from reorganisation.selectors import plans as selectors

if TYPE_CHECKING:
    from collaborations.models import Collaboration


def lineage_for(page: Page | Visitor, collaboration: Collaboration) -> dict[str, Any]:
    """What ``collaborations/sections/lineage.html`` shows on a collaboration's page: what it came from and
    became, and the plan for it.
    """
    plans = page.allows(Permission.REORGANISE)
    return {
        "lineage": selectors.lineage_of(collaboration),
        "lineage_links": page.allows(Permission.VIEW_COLLABORATIONS),
        "open_plan": selectors.open_plan_of(collaboration)
        if plans and collaboration.state in ("dividing", "merging")
        else None,
        "may_divide": plans and selectors.may_be_planned(collaboration, "divide"),
        "may_merge": plans and selectors.may_be_planned(collaboration, "merge"),
    }
