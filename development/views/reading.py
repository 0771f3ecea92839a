"""Lists of development plans, the page of one, and its page for paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import Crumb
from development import selectors
from development.rules import PlanState, next_move
from development.tables import DevelopmentPlansTable, PlansOfCollaborationTable
from development.views.bases import LIST, OfDevelopment, OfDevelopmentPlan

if TYPE_CHECKING:
    pass


class DevelopmentPlans(OfDevelopment, ListPage):
    """The plans of one collaboration."""

    template_name = "development/plans.html"
    title = LIST
    things = _("plans")
    table_class = PlansOfCollaborationTable
    export = "development_plans"
    export_permission = Permission.EXPORT
    empty_text = _(
        "There is no development plan yet. It says what you want to change for children, and what each"
        " setting does about it."
    )

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_write": self.may_write(), **kwargs})


class AllDevelopmentPlans(ListPage):
    """The plans of all collaborations, for officers."""

    permission = Permission.VIEW_COLLABORATIONS
    title = LIST
    things = _("plans")
    table_class = DevelopmentPlansTable
    export = "development_plans"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No collaboration has begun a development plan. Its leader begins one on the collaboration's page."
    )


class DevelopmentPlanPage(OfDevelopmentPlan):
    """The plan with its objectives and actions."""

    template_name = "development/plan.html"

    def get_title(self) -> str:
        return self.plan.title

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        move = next_move(PlanState(self.plan.state))
        context = {
            "objectives": list(selectors.objectives_of(self.plan)),
            "today": timezone.localdate(),
            "deed": gettext(move.deed) if move else "",
        }
        return super().get_context_data(**(context | kwargs))


class PrintDevelopmentPlan(DevelopmentPlanPage):
    """The same without buttons, for paper."""

    template_name = "development/print.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return OfDevelopmentPlan.breadcrumbs(self)
