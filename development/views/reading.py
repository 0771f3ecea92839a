"""Lists of development plans, the page of one, and its page for paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.pdf import PdfUnavailable
from core.tables.pages import ListPage
from core.views import Crumb
from development import selectors
from development.rules import WRITABLE, PlanState, next_move
from development.services.printing import open_plan_pdf
from development.tables import STATE_COLOURS, DevelopmentPlansTable, PlansOfCollaborationTable
from development.views.bases import LIST, TAB, OfDevelopment, OfDevelopmentPlan
from documents.views.mixins import as_download
from ways_of_working.selectors.reviews import reviews_for

if TYPE_CHECKING:
    from datetime import date

    from development.models import DevelopmentPlan, PlanAction


class PlanAndReviews(OfDevelopment):
    """The tab: what the reader's setting does, the plan, its effect, the four reviews, earlier plans."""

    template_name = "development/tab.html"
    title = TAB

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today, writes = self.visitor.on, self.may_write()
        plans = list(selectors.plans_of(self.collaboration))
        plan = next((row for row in plans if row.state != PlanState.CLOSED), None)
        context = {
            "may_write": writes,
            "plan": plan,
            "earlier": [row for row in plans if row is not plan],
            "own": self.own_actions(),
            "clocks": reviews_for(self.collaboration, today),
            **(plan_context(plan, writes=writes, today=today) if plan else {}),
        }
        return super().get_context_data(**(context | kwargs))

    def own_actions(self) -> list[PlanAction]:
        rows = selectors.own_actions(self.request.user, on=self.visitor.on)
        return list(rows.filter(objective__plan__collaboration=self.collaboration))


def plan_context(plan: DevelopmentPlan, *, writes: bool, today: date) -> dict[str, Any]:
    """What the templates of a plan show."""
    move = next_move(PlanState(plan.state))
    return {
        "objectives": list(selectors.objectives_of(plan)),
        "today": today,
        "deed": gettext(move.deed) if move else "",
        "colour": STATE_COLOURS[PlanState(plan.state)],
        "writes": writes and plan.state in WRITABLE,
    }


class DevelopmentPlans(OfDevelopment, ListPage):
    """The plans of one collaboration, as a list."""

    title = LIST
    thing, things = _("plan"), _("plans")
    table_class = PlansOfCollaborationTable
    export = "development_plans"
    export_permission = Permission.EXPORT
    empty_text = _(
        "There is no development plan yet. It says what you want to change for children, and what each"
        " setting does about it."
    )

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}


class AllDevelopmentPlans(ListPage):
    """The plans of all collaborations, for officers."""

    permission = Permission.VIEW_COLLABORATIONS
    title = LIST
    thing, things = _("plan"), _("plans")
    table_class = DevelopmentPlansTable
    export = "development_plans"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No collaboration has begun a development plan. Its leader begins one on the collaboration's page."
    )


class DevelopmentPlanPage(OfDevelopmentPlan):
    """The plan with its objectives and actions."""

    template_name = "development/plan.html"

    def record(self) -> Any:
        return self.plan

    def get_title(self) -> str:
        return self.plan.title

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = plan_context(self.plan, writes=self.may_write(), today=self.visitor.on)
        return super().get_context_data(**(context | kwargs))


class PrintDevelopmentPlan(DevelopmentPlanPage):
    """The same without buttons, for paper."""

    template_name = "development/print.html"

    def get_title(self) -> str:
        return gettext("%(plan)s, to print") % {"plan": self.plan.title}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return OfDevelopmentPlan.breadcrumbs(self)


class PlanPdf(OfDevelopmentPlan):
    """The plan as a PDF."""

    template_name = "development/no_pdf.html"
    title = _("The PDF cannot be made at the moment")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            file = open_plan_pdf(plan=self.plan, by=request.user, at=timezone.now())
        except PdfUnavailable as problem:
            return self.render_to_response(self.get_context_data(problem=str(problem)), status=503)
        return as_download(file)
