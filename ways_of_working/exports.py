"""Ways of working of every collaboration as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.exports.mixins import ListedExport
from collaborations.models import Collaboration
from core.exports.registry import Column, Filters, Kind, WrongFilters, register
from documents.exports.mixins import CHUNK, OurExport
from providers.selectors import districts
from ways_of_working.models import Review
from ways_of_working.rules.adoption import State
from ways_of_working.selectors import reviews
from ways_of_working.selectors.drift import drifts as drifts_of_groups
from ways_of_working.selectors.terms_overview import PRACTICES, WAYS_STATES, by_practice, in_ways_state, ways_overview


@register
class WaysOfWorkingOverview(OurExport):
    """What differs is said in the sentences that its leaders read; no setting is named."""

    identifier = "ways_of_working"
    title = _("Ways of working")
    description = _("How far each collaboration is with its ways of working, and where practice differs from the agreement.")
    permission = Permission.VIEW_COLLABORATIONS
    filter_titles = {"q": _("Name"), "district": _("District"), "state": _("Ways of working"), "practice": _("How it is going")}
    columns = (
        Column("collaboration", _("Collaboration"), width=34),
        Column("district", _("District"), width=22),
        Column("state", _("Ways of working"), width=28),
        Column("version", _("Version"), Kind.NUMBER),
        Column("adopted_on", _("Adopted on"), Kind.DATE),
        Column("in_hand", _("Next version"), width=22),
        Column("answer_by", _("Answer by"), Kind.DATE),
        Column("review_due_on", _("Review due on"), Kind.DATE),
        Column("differs", _("Differs from the agreement"), width=60),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        for name, words in _choices().items():
            if kept.get(name, "") not in {"", *words}:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = _choices()
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def wanted(self, filters: Filters) -> QuerySet[Collaboration]:
        today = timezone.localdate()
        rows = ways_overview(on=today)
        if "q" in filters:
            rows = rows.filter(name__icontains=filters["q"])
        if "district" in filters:
            rows = rows.filter(district=int(filters["district"]))
        if "state" in filters:
            rows = in_ways_state(rows, filters["state"])
        return by_practice(rows, filters["practice"], on=today) if "practice" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        labels, drifts = dict(WAYS_STATES), drifts_of_groups(on=timezone.localdate())
        for one in self.wanted(filters).iterator(CHUNK):
            row: Any = one
            yield (
                one.name,
                one.district.name if one.district else "",
                str(labels[row.ways_state]),
                row.adopted_version,
                one.terms_adopted_on,
                str(State(row.in_hand).label) if row.in_hand else "",
                row.answer_by,
                row.review_due_on,
                " ".join(drift.reason.in_words(gettext) for drift in drifts.get(one.pk, ())),
            )


def _choices() -> dict[str, dict[str, str]]:
    return {
        "district": {str(one.pk): one.name for one in districts()},
        "state": {value: str(label) for value, label in WAYS_STATES},
        "practice": {value: str(label) for value, label in PRACTICES},
    }


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
