"""Lists of development plans, the page of one, and its page for paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.lists.columns import Column
from core.lists.filters import ChoiceFilter, SearchFilter
from core.lists.pages import ListPage
from core.views import Crumb
from core.wording import pounds
from development import selectors as reads
from development.rules import PlanState, next_move
from development.views.bases import LIST, STATE_COLOURS, OfDevelopment, OfDevelopmentPlan
from memberships.selectors.districts import district_choices, rows_in_district

if TYPE_CHECKING:
    from development.models import DevelopmentPlan


def address_of(plan: DevelopmentPlan) -> str:
    return reverse("development:development_plan", args=[plan.collaboration_id, plan.pk])


def actions_in_words(plan: Any) -> str:
    return gettext("%(done)d of %(all)d") % {"done": plan.actions_done, "all": plan.actions_count}


COLUMNS = (
    Column(_("State"), "get_state_display", key="state", sort="state_in_order", tag=lambda plan: STATE_COLOURS[PlanState(plan.state)]),
    Column(_("From"), "starts_on", sort="starts_on"),
    Column(_("Until"), "ends_on", sort="ends_on"),
    Column(_("Objectives"), "objectives_count", key="objectives", sort="objectives_count", numeric=True),
    Column(_("Actions done"), actions_in_words, key="actions", sort="actions_done", numeric=True),
    Column(_("Cost"), lambda plan: pounds(plan.cost), key="cost", sort="cost", numeric=True),
)


class DevelopmentPlans(OfDevelopment, ListPage):
    """The plans of one collaboration."""

    template_name = "development/plans.html"
    title = LIST
    things = _("plans")
    ordering = "state"
    export = "development_plans"
    export_permission = Permission.EXPORT
    empty_text = _("There is no development plan yet. It says what you want to change for children, and what each setting does about it.")
    columns = (Column(_("Plan"), "title", sort="title", link=address_of), *COLUMNS)
    filters = (ChoiceFilter("state", _("State"), choices=reads.STATES),)

    def rows(self) -> QuerySet[DevelopmentPlan]:
        return reads.plans_of(self.collaboration)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def export_url(self) -> str:
        """The export is an officer's: it asks for the right over the authority, and names the group."""
        address = super().export_url()
        return f"{address}{'' if address.endswith('?') else '&'}collaboration={self.collaboration.pk}" if address else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_write": self.may_write(), **kwargs})


class AllDevelopmentPlans(ListPage):
    """The plans of all collaborations, for officers."""

    permission = Permission.VIEW_COLLABORATIONS
    title = LIST
    things = _("plans")
    ordering = "collaboration"
    export = "development_plans"
    export_permission = Permission.EXPORT
    empty_text = _("No collaboration has begun a development plan. Its leader begins one on the collaboration's page.")
    columns = (
        Column(_("Collaboration"), "collaboration", sort=("name_in_order", "state_in_order", "-starts_on")),
        Column(_("Plan"), "title", sort="title", link=address_of),
        *(column for column in COLUMNS if column.name not in {"starts_on", "objectives"}),
        Column(
            _("District"),
            lambda plan: plan.collaboration.district or "–",
            key="district",
            sort=("collaboration__district__name", "name_in_order"),
        ),
    )
    filters = (
        SearchFilter("q", _("Name"), lookup="collaboration__name__icontains"),
        ChoiceFilter("state", _("State"), choices=reads.STATES),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
    )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def rows(self) -> QuerySet[DevelopmentPlan]:
        return reads.plans()


class DevelopmentPlanPage(OfDevelopmentPlan):
    """The plan with its objectives and actions."""

    template_name = "development/plan.html"

    def get_title(self) -> str:
        return self.plan.title

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        move = next_move(PlanState(self.plan.state))
        more = {
            "objectives": list(reads.objectives_of(self.plan)),
            "today": timezone.localdate(),
            "deed": gettext(move.deed) if move else "",
        }
        return super().get_context_data(**{**more, **kwargs})


class PrintDevelopmentPlan(DevelopmentPlanPage):
    """The same without buttons, for paper."""

    template_name = "development/print.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return OfDevelopmentPlan.breadcrumbs(self)
