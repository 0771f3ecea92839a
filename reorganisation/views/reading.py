"""The list of plans, the page of one, and what a collaboration's own page says of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import Crumb
from core.wording import date_in_words
from reorganisation.rules.plan_states import PlanState
from reorganisation.rules.plans import Part, lacking, warnings_of
from reorganisation.selectors import plans as selectors
from reorganisation.tables import STATE_COLOURS, PlansTable, plan_title
from reorganisation.views.bases import LIST, OfPlan

if TYPE_CHECKING:
    pass

TASKS: dict[Part, tuple[Any, str]] = {
    Part.SUCCESSORS: (_("The new collaborations"), "plan_successors"),
    Part.PLACES: (_("Who goes where"), "plan_places"),
    Part.LEADERS: (_("Who leads"), "plan_leaders"),
    Part.TERMS: (_("First day, records and balance"), "plan_terms"),
    Part.MEETING: (_("Meeting with the leaders"), "agree_plan"),
}


class Plans(ListPage):
    """Every plan to divide or merge, for those who draw them up."""

    permission = Permission.REORGANISE
    title = LIST.label
    template_name = "reorganisation/plans.html"
    thing, things = _("plan"), _("plans")
    table_class = PlansTable
    export = "plans"
    export_permission = Permission.EXPORT
    empty_text = _("There is no plan to divide or merge. To divide a collaboration, begin on its own page.")


class PlanPage(OfPlan):
    """The plan as a list of tasks; when it is carried out, what became of it."""

    template_name = "reorganisation/plan.html"

    def get_title(self) -> str:
        return plan_title(self.plan)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {"colour": STATE_COLOURS[PlanState(self.plan.state)]}
        return super().get_context_data(
            **{**shown, **(self.work() if self.is_open else self.outcome()), **kwargs}
        )

    def work(self) -> dict[str, Any]:
        lacks = lacking(self.facts, today=timezone.localdate())
        return {
            "tasks": [
                self.task(part, [lack.reason.in_words(gettext) for lack in lacks if lack.part is part])
                for part in Part
            ],
            "warnings": [reason.in_words(gettext) for reason in warnings_of(self.facts)],
            "ready": not lacks and not self.not_before,
            "not_before": "" if lacks else self.not_before,
        }

    def task(self, part: Part, lacks: list[str]) -> dict[str, Any]:
        label, name = TASKS[part]
        status, colour = (gettext("To do"), "yellow") if lacks else (gettext("Complete"), "")
        if part is Part.LEADERS and not self.facts.leaders:
            status, colour = gettext("Nobody yet"), "grey"
        return {
            "label": label,
            "url": self.address(name),
            "hint": " ".join(lacks) or self.said(part),
            "status": status,
            "colour": colour,
        }

    def said(self, part: Part) -> str:
        """What stands there, in a line."""
        facts = self.facts
        lines = {
            Part.SUCCESSORS: ", ".join(successor.name for successor in facts.successors),
            Part.PLACES: "; ".join(
                f"{successor.name}: {facts.settings_in(successor.successor_id)}"
                for successor in facts.successors
            ),
            Part.LEADERS: ", ".join(dict.fromkeys(leader.person for leader in facts.leaders))
            or gettext("Nobody is planned yet."),
            Part.TERMS: date_in_words(facts.starts_on),
            Part.MEETING: date_in_words(facts.meeting.on),
        }
        return lines[part]

    def outcome(self) -> dict[str, Any]:
        return {
            "successors": selectors.successors_planned(self.plan),
            "sources": selectors.sources_of(self.plan),
            "members": selectors.placed_members(self.plan),
        }
