"""Development plans and reviews as sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.exports.mixins import ListedExport
from collaborations.selectors import collaboration_by_id
from core.exports.registry import Column, Filters, Kind, WrongFilters, register
from core.forms.numbers import whole_number
from development import selectors as plans
from development.models import DevelopmentPlan
from documents.exports.mixins import CHUNK


@register
class DevelopmentPlans(ListedExport):
    identifier = "development_plans"
    title = _("Development plans")
    description = _("The development plans of all collaborations, with what they cost.")
    filter_titles = {"q": _("Name"), "state": _("State"), "district": _("District"), "collaboration": _("Collaboration")}
    columns = (
        Column("collaboration", _("Collaboration"), width=32),
        Column("district", _("District"), width=22),
        Column("plan", _("Plan"), width=40),
        Column("state", _("State")),
        Column("starts_on", _("From"), Kind.DATE),
        Column("ends_on", _("Until"), Kind.DATE),
        Column("objectives", _("Objectives"), Kind.NUMBER),
        Column("actions", _("Actions"), Kind.NUMBER),
        Column("done", _("Actions done"), Kind.NUMBER),
        Column("cost", _("Cost"), Kind.MONEY),
        Column("evaluation", _("The effect on teaching and learning"), width=60),
    )

    def lists(self) -> dict[str, Mapping[Any, Any]]:
        return {**super().lists(), "state": dict(plans.STATES)}

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        if "collaboration" in kept and self._group(kept["collaboration"]) is None:
            raise WrongFilters(gettext("There is no such collaboration."))
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        named = {"collaboration": str(self._group(filters["collaboration"]) or "")} if "collaboration" in filters else {}
        return super().filters_in_words({**filters, **named})

    @staticmethod
    def _group(text: str) -> Any:
        number = whole_number(text)
        return None if number is None else collaboration_by_id(number)

    def wanted(self, filters: Filters) -> QuerySet[DevelopmentPlan]:
        rows = self.narrowed(plans.plans(), filters)
        exact = {name: filters[name] for name in ("state", "collaboration") if name in filters}
        return rows.filter(**exact)

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for plan in self.wanted(filters).iterator(CHUNK):
            group, facts = plan.collaboration, plan
            days: Any = (facts.get_state_display(), facts.starts_on, facts.ends_on)
            yield str(group), str(group.district or ""), plan.title, *days, *numbers_of(plan), plan.evaluation


def numbers_of(plan: Any) -> tuple[int, int, int, int]:
    """Objectives, actions, actions done, and what they cost in pence."""
    return plan.objectives_count, plan.actions_count, plan.actions_done, plan.cost


