"""Referrals and requests for support as sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Column, Export, Filters, Kind, Row, WrongFilters, register
from core.forms.dates import DateProblem, date_from_text
from core.forms.numbers import whole_number
from support import selectors
from support.models import Referral, SupportRequest

CHUNK = 500


class SupportExport(Export):
    """Needs the right to export besides the right to see. Each filter names its choices, so that notes have words."""

    permission = Permission.VIEW_SUPPORT
    #: Filters that are days, each with the lookup that it is.
    days: ClassVar[Mapping[str, str]] = {}

    def may_run(self, by: Any, filters: Filters) -> bool:
        return by.has_perm(Permission.EXPORT) and super().may_run(by, filters)

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """The fixed choices of filters, with their words."""
        return {}

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        fixed = self.choices()
        for name, value in kept.items():
            if name in self.days:
                kept[name] = _iso_day(value)
            elif value not in fixed[name] if name in fixed else whole_number(value) is None:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = self.choices()
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]


@register
class Referrals(SupportExport):
    identifier = "referrals"
    title = _("Referrals")
    description = _("Which setting was referred to which collaboration, and what became of it.")
    filter_titles = {"state": _("State"), "collaboration": _("Collaboration (number)"), "by": _("Referred by (number)")}
    columns = (
        Column("setting", _("Setting"), width=36),
        Column("urn", _("Ofsted URN")),
        Column("collaboration", _("Collaboration"), width=32),
        Column("referred_at", _("Referred at"), Kind.DATETIME, 18),
        Column("referred_by", _("Referred by"), width=24),
        Column("words", _("Why this group"), width=50),
        Column("state", _("State"), width=22),
        Column("joined_on", _("Member from"), Kind.DATE),
        Column("ended_on", _("Ended on"), Kind.DATE),
        Column("outcome", _("What became of it"), width=50),
    )

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        return {"state": {"waiting": gettext("Nothing final yet"), **dict(selectors.standings())}}

    def wanted(self, filters: Filters) -> QuerySet[Referral]:
        rows = selectors.referrals()
        if "state" in filters:
            rows = selectors.by_standing(rows, filters["state"])
        if "collaboration" in filters:
            rows = rows.filter(collaboration=int(filters["collaboration"]))
        return rows.filter(referred_by=int(filters["by"])) if "by" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        words = dict(selectors.standings())
        for one in self.wanted(filters).iterator(CHUNK):
            row: Any = one
            people = (row.referred_at, str(row.referred_by), row.words)
            ends = (words[row.standing], row.joined_on, row.ended_on, row.outcome_words)
            yield str(row.provider), row.provider.urn, str(row.collaboration), *people, *ends


@register
class SupportRequests(SupportExport):
    identifier = "support-requests"
    title = _("Requests for support")
    description = _("What collaborations have asked of the early years team, and the answers.")
    filter_titles = {
        "state": _("State"),
        "kind": _("Kind"),
        "collaboration": _("Collaboration (number)"),
        "officer": _("Officer (number)"),
        "wanted_on_from": _("Day from"),
        "wanted_on_to": _("Day to"),
    }
    days = {"wanted_on_from": "wanted_on__gte", "wanted_on_to": "wanted_on__lte"}
    columns = (
        Column("collaboration", _("Collaboration"), width=32),
        Column("kind", _("Kind"), width=24),
        Column("wanted_on", _("Day"), Kind.DATE),
        Column("place", _("Where or how"), width=28),
        Column("words", _("What it is about"), width=50),
        Column("asked_at", _("Asked at"), Kind.DATETIME, 18),
        Column("asked_by", _("Asked by"), width=24),
        Column("state", _("State"), width=22),
        Column("officer", _("Officer"), width=24),
        Column("answer", _("Answer"), width=50),
    )

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        kinds = {value: str(label) for value, label in SupportRequest.Kind.choices}
        return {"state": {value: str(label) for value, label in SupportRequest.State.choices}, "kind": kinds}

    def wanted(self, filters: Filters) -> QuerySet[SupportRequest]:
        numbers = {name: int(filters[name]) for name in ("collaboration", "officer") if name in filters}
        words = {name: filters[name] for name in ("state", "kind") if name in filters}
        between = {lookup: filters[name] for name, lookup in self.days.items() if name in filters}
        return selectors.support_requests().filter(**numbers, **words, **between)

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        for one in self.wanted(filters).iterator(CHUNK):
            about = (one.get_kind_display(), one.wanted_on, one.place, one.words)
            asked = (one.asked_at, str(one.asked_by), one.get_state_display())
            yield str(one.collaboration), *about, *asked, str(one.officer or ""), one.answer


def _iso_day(text: str) -> str:
    try:
        day = date_from_text(text)
    except DateProblem:
        day = None
    if day is None:
        raise WrongFilters(gettext("“%(text)s” is no date.") % {"text": text})
    return day.isoformat()
