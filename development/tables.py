"""Lists of development plans, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaboration_by_id
from core.dates import last_day
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter, ScopeFilter, SearchFilter
from core.tables.table import Table
from development import selectors
from development.models import DevelopmentPlan
from development.rules import PlanState
from memberships.selectors.districts import district_choices, rows_in_district

STATE_COLOURS = {PlanState.DRAFT: "yellow", PlanState.CURRENT: "green", PlanState.CLOSED: "grey"}


def plan_address(plan: DevelopmentPlan) -> str:
    return reverse("development:development_plan", args=[plan.collaboration_id, plan.pk])


def actions_in_words(plan: Any) -> str:
    return gettext("%(done)d of %(all)d") % {"done": plan.actions_done, "all": plan.actions_count}


def state_colour(plan: DevelopmentPlan) -> str:
    return STATE_COLOURS[PlanState(plan.state)]


class DevelopmentPlansTable(Table):
    """The plans of all collaborations. An export may name one of them."""

    second_rank = ("cost", "district")
    on_choice = ("starts_on", "objectives")
    ordering = "collaboration"
    columns = (
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            sort=("name_in_order", "state_in_order", "-starts_on"),
        ),
        Column(
            "district",
            _("District"),
            width=22,
            value="collaboration.district",
            shown=lambda plan: plan.collaboration.district or "–",
            sort=("collaboration__district__name__in_order", "name_in_order"),
        ),
        Column(
            "plan", _("Plan"), width=40, sort="title__in_order", link=plan_address, key="title", value="title"
        ),
        Column("state", _("State"), value="get_state_display", sort="state_in_order", tag=state_colour),
        Column("starts_on", _("From"), Kind.DATE, sort="starts_on"),
        Column("ends_on", _("Last day"), Kind.DATE, sort="ends_on", value=lambda row: last_day(row.ends_on)),
        Column("objectives", _("Objectives"), Kind.NUMBER, value="objectives_count", sort="objectives_count"),
        Column("actions", _("Actions"), Kind.NUMBER, value="actions_count"),
        Column(
            "done",
            _("Actions done"),
            Kind.NUMBER,
            value="actions_done",
            shown=actions_in_words,
            sort="actions_done",
            key="actions",
        ),
        Column("cost", _("Cost"), Kind.MONEY, sort="cost"),
        Column("evaluation", _("The effect on teaching and learning"), width=60),
    )
    on_page = ("collaboration", "plan", "state", "ends_on", "done", "cost", "district")
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Name"), search=search_in("name_in_order", "collaboration__name")),
        ChoiceFilter("state", _("State"), choices=selectors.STATES),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=rows_in_district),
        ScopeFilter(
            "collaboration",
            _("Collaboration"),
            find=collaboration_by_id,
            error=_("There is no such collaboration."),
            required=False,
        ),
    )

    def rows(self) -> QuerySet[DevelopmentPlan]:
        return selectors.plans()


class PlansOfCollaborationTable(DevelopmentPlansTable):
    """The plans of one collaboration."""

    ordering = "state"
    on_page = ("plan", "state", "starts_on", "ends_on", "objectives", "done", "cost")
    filters = tuple(each for each in DevelopmentPlansTable.filters if each.name in {"state", "collaboration"})
