"""The audit log as a sheet, for auditors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from audit import selectors
from core.exports.registry import Column, Export, Filters, Kind, Row, WrongFilters, register
from core.forms.numbers import whole_number

TRAIL = "audit_trail"


@register
class AuditTrail(Export):
    """The entries that this person may read, with the filters of the page."""

    identifier = TRAIL
    title = _("Audit trail")
    description = _("Who did what, and when, in words.")
    permission = Permission.VIEW_AUDIT
    columns = (
        Column("at", _("When"), Kind.DATETIME, 18),
        Column("by", _("Who"), width=24),
        Column("sentence", _("What"), width=80),
        Column("about", _("About"), width=40),
    )
    filter_titles = {
        "words": _("Words in the entry"),
        "by": _("Who (number)"),
        "action": _("What"),
        "at_from": _("From"),
        "at_to": _("To"),
    }

    def clean_filters(self, given: Any) -> dict[str, str]:
        kept = super().clean_filters(given)
        for name in ("at_from", "at_to"):
            if name in kept:
                kept[name] = _iso_day(kept[name])
        if "by" in kept and whole_number(kept["by"]) is None:
            raise WrongFilters(_("Choose a person from the list."))
        return kept

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        entries = selectors.entries_for(by)
        lookups = {"words": "sentence__icontains", "by": "by_id", "action": "action", "at_from": "at__date__gte", "at_to": "at__date__lte"}
        for name, value in filters.items():
            entries = entries.filter(**{lookups[name]: value})
        yield from entries.order_by("at", "pk").values_list("at", "by_name", "sentence", "about_name").iterator(2000)


def _iso_day(text: str) -> str:
    from core.forms.dates import DateProblem, date_from_text

    try:
        day: date | None = date_from_text(text)
    except DateProblem as problem:
        raise WrongFilters(_("Enter a real date.")) from problem
    return day.isoformat() if day else ""
