"""Development plans and reviews as sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import DevelopmentPlan, Review
from collaborations.selectors import collaboration_by_id
from collaborations.selectors import development as plans
from collaborations.selectors import reviews as reviews
from core.exports import Column, Filters, Kind, WrongFilters, register
from core.forms.numbers import whole_number
from memberships.exports.bases import CHUNK, OurExport
from memberships.selectors.development import in_district
from memberships.selectors.districts import NO_DISTRICT
from providers.selectors import districts


class ListedExport(OurExport):
    """What both share: filters that are lists, a district, a name."""

    permission = Permission.VIEW_COLLABORATIONS

    def lists(self) -> dict[str, Mapping[Any, Any]]:
        """Hook: the filters that are lists, each with its choices."""
        return {"district": {NO_DISTRICT: gettext("No district"), **{str(one.pk): one.name for one in districts()}}}

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        for name, choices in self.lists().items():
            if name in kept and kept[name] not in choices:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = self.lists()
        return [(str(self.filter_titles[name]), str(words.get(name, {}).get(value, value))) for name, value in sorted(filters.items())]

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def wanted(self, filters: Filters) -> QuerySet[Any]:
        raise NotImplementedError

    @staticmethod
    def narrowed(rows: QuerySet[Any], filters: Filters) -> QuerySet[Any]:
        for word in filters.get("q", "").split():
            rows = rows.filter(collaboration__name__icontains=word)
        return in_district(rows, filters["district"]) if "district" in filters else rows


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


@register
class Reviews(ListedExport):
    identifier = "reviews"
    title = _("Reviews")
    description = _("The reviews of all collaborations: overdue, open and done.")
    filter_titles = {"q": _("Name"), "standing": _("Standing"), "clock": _("Review of"), "district": _("District")}
    columns = (
        Column("collaboration", _("Collaboration"), width=32),
        Column("district", _("District"), width=22),
        Column("clock", _("Review of"), width=32),
        Column("standing", _("Standing")),
        Column("due_on", _("Due on"), Kind.DATE),
        Column("done_on", _("Done on"), Kind.DATE),
        Column("words", _("What was found and agreed"), width=60),
        Column("done_by", _("Recorded by"), width=28),
    )

    def lists(self) -> dict[str, Mapping[Any, Any]]:
        return {**super().lists(), "standing": dict(reviews.STANDINGS), "clock": dict(reviews.CLOCK_CHOICES)}

    def wanted(self, filters: Filters) -> QuerySet[Review]:
        rows = self.narrowed(reviews.reviews(), filters)
        if "standing" in filters:
            rows = reviews.in_standing(rows, filters["standing"], on=timezone.localdate())
        return rows.filter(clock=filters["clock"]) if "clock" in filters else rows

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        today, labels = timezone.localdate(), dict(reviews.STANDINGS)
        for one in self.wanted(filters).iterator(CHUNK):
            group = one.collaboration
            standing = str(labels[reviews.standing_of(one, on=today)])
            who = str(one.done_by or "")
            yield str(group), str(group.district or ""), one.get_clock_display(), standing, one.due_on, one.done_on, one.words, who
