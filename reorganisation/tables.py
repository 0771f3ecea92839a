"""The list of plans to divide or merge collaborations, for its page and its export."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter
from core.tables.table import Table
from core.wording import listed
from reorganisation.models import Reorganisation
from reorganisation.rules.plan_states import PlanState
from reorganisation.selectors.plans import plans

STATE_COLOURS = {
    PlanState.DRAFT: "yellow",
    PlanState.AGREED: "blue",
    PlanState.DONE: "green",
    PlanState.ABANDONED: "grey",
}


def states() -> list[tuple[str, str]]:
    return list(PlanState.choices)


def plan_address(plan: Reorganisation) -> str:
    return reverse("reorganisation:plan", args=[plan.pk])


def plan_title(plan: Any) -> str:
    """Divide Riverside; Merge Hillside and Riverside."""
    names = list(plan.ending)
    if plan.kind == "divide":
        return gettext("Divide %(name)s") % {"name": names[0]}
    first, last = ", ".join(names[:-1]), names[-1]
    return gettext("Merge %(first)s and %(last)s") % {"first": first, "last": last}


class PlansTable(Table):
    """Every plan to divide or merge."""

    second_rank = ("started_by", "started_on")
    on_choice = ("kind", "met_leaders_on")
    ordering = "-started_at"
    columns = (
        Column("plan", _("Plan"), value=plan_title, link=plan_address),
        Column("kind", _("Kind"), width=24, value="get_kind_display"),
        Column("ending", _("Collaborations that end"), width=40, value=lambda plan: listed(plan.ending)),
        Column(
            "beginning",
            _("Collaborations that begin"),
            width=40,
            heading=_("New collaborations"),
            value=lambda plan: listed(plan.beginning),
        ),
        Column(
            "state",
            _("State"),
            width=24,
            value="get_state_display",
            sort="state",
            tag=lambda plan: STATE_COLOURS[PlanState(plan.state)],
        ),
        Column("takes_effect_on", _("First day"), Kind.DATE, sort="takes_effect_on"),
        Column("met_leaders_on", _("Met the leaders on"), Kind.DATE),
        Column("started_by", _("Drawn up by"), width=28, sort="started_by__full_name__in_order"),
        Column(
            "started_on",
            _("Drawn up on"),
            Kind.DATE,
            value=lambda plan: timezone.localdate(plan.started_at),
            heading=_("Drawn up"),
            shown="started_at",
            sort="started_at",
            key="started_at",
        ),
    )
    on_page = ("plan", "beginning", "state", "takes_effect_on", "started_by", "started_on")
    in_sheet = (
        "kind",
        "ending",
        "beginning",
        "state",
        "takes_effect_on",
        "met_leaders_on",
        "started_by",
        "started_on",
    )
    filters = (ChoiceFilter("state", _("State"), choices=states),)

    def rows(self) -> QuerySet[Reorganisation]:
        return plans()
