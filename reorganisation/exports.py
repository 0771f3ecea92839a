"""Plans to divide or merge as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Column, Filters, Kind, WrongFilters, register
from documents.exports.mixins import CHUNK, OurExport
from reorganisation.rules.plan_states import PlanState
from reorganisation.selectors.plans import plans


@register
class Plans(OurExport):
    identifier = "plans"
    title = _("Divisions and mergers")
    description = _("Every plan to divide or merge collaborations.")
    permission = Permission.REORGANISE
    filter_titles = {"state": _("State")}
    columns = (
        Column("kind", _("Kind"), width=24),
        Column("ending", _("Collaborations that end"), width=40),
        Column("beginning", _("Collaborations that begin"), width=40),
        Column("state", _("State"), width=24),
        Column("takes_effect_on", _("First day"), Kind.DATE),
        Column("met_leaders_on", _("Met the leaders on"), Kind.DATE),
        Column("started_by", _("Drawn up by"), width=28),
        Column("started_on", _("Drawn up on"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        if kept.get("state", "") not in {"", *PlanState}:
            raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles["state"]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        return [(str(self.filter_titles[name]), str(PlanState(value).label)) for name, value in filters.items()]

    def count(self, filters: Filters, *, by: Any) -> int:
        return plans().filter(**filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for plan in plans().filter(**filters).iterator(CHUNK):
            facts: Any = plan
            names = (", ".join(facts.ending), ", ".join(facts.beginning))
            days = (plan.takes_effect_on, plan.met_leaders_on)
            began = (str(plan.started_by), timezone.localdate(plan.started_at))
            yield plan.get_kind_display(), *names, plan.get_state_display(), *days, *began
