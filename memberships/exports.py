"""Applications as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Column, Filters, Kind, WrongFilters, register
from documents.exports.mixins import CHUNK, OurExport
from memberships.models.joining import Application
from memberships.selectors.joining import APPLICATION_STATES, NOBODY_LEADS, applications, at_groups_nobody_leads
from providers.rules.register import search_text
from providers.selectors import districts


@register
class Applications(OurExport):
    """Grade is no column: it is no part of joining (C5)."""

    identifier = "applications"
    title = _("Applications to join")
    description = _("Every application of a setting to a collaboration, those that wait first.")
    permission = Permission.VIEW_MEMBERS
    filter_titles = {"q": _("Setting"), "state": _("State"), "leader": _("Leader"), "district": _("District")}
    columns = (
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("collaboration", _("Collaboration"), width=34),
        Column("district", _("District"), width=22),
        Column("applied_at", _("Applied at"), Kind.DATETIME, width=22),
        Column("state", _("State"), width=28),
        Column("decided_on", _("Decided on"), Kind.DATE),
        Column("joined_on", _("Member from"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        known = {
            "state": set(dict(APPLICATION_STATES)),
            "leader": set(dict(NOBODY_LEADS)),
            "district": {str(one.pk) for one in districts()},
        }
        for name, values in known.items():
            if kept.get(name, "") not in {"", *values}:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = {
            "state": {value: str(label) for value, label in APPLICATION_STATES},
            "leader": {value: str(label) for value, label in NOBODY_LEADS},
            "district": {str(one.pk): one.name for one in districts()},
        }
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def wanted(self, filters: Filters) -> QuerySet[Application]:
        rows = applications()
        for word in search_text(filters.get("q", "")).split():
            rows = rows.filter(provider__search_text__contains=word)
        if "leader" in filters:
            rows = at_groups_nobody_leads(rows, on=timezone.localdate())
        lookups = {"state": "state", "district": "provider__district"}
        return rows.filter(**{lookup: filters[name] for name, lookup in lookups.items() if name in filters})

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in self.wanted(filters).iterator(CHUNK):
            setting, stay = one.provider, one.membership
            district = setting.district.name if setting.district else ""
            told = (one.applied_at, str(one.get_state_display()), one.decided_on, stay.joined_on if stay else None)
            yield str(setting), setting.urn, one.collaboration.name, district, *told
