"""Settings with no collaboration as a sheet."""

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
from memberships.selectors.districts import NO_DISTRICT, SETTING_TYPES, in_district, settings_without_collaboration
from providers.models import Provider
from providers.rules.register import search_text
from providers.selectors import districts


@register
class SettingsWithoutCollaboration(OurExport):
    identifier = "settings_without_collaboration"
    title = _("Settings with no collaboration")
    description = _("Settings that Ofsted lists and that are in no collaboration today.")
    permission = Permission.VIEW_MEMBERS
    filter_titles = {"q": _("Name or URN"), "district": _("District"), "type": _("Type")}
    columns = (
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("type", _("Type"), width=34),
        Column("district", _("District"), width=22),
        Column("registered_on", _("On the register since"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        known: dict[str, Mapping[Any, Any]] = {"district": self._districts(), "type": dict(SETTING_TYPES)}
        for name, values in known.items():
            if name in kept and kept[name] not in values:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words: dict[str, Mapping[str, Any]] = {"district": self._districts(), "type": dict(SETTING_TYPES)}
        return [(str(self.filter_titles[name]), str(words.get(name, {}).get(value, value))) for name, value in sorted(filters.items())]

    def _districts(self) -> dict[str, str]:
        return {NO_DISTRICT: gettext("No district"), **{str(one.pk): one.name for one in districts()}}

    def wanted(self, filters: Filters) -> QuerySet[Provider]:
        rows = settings_without_collaboration(on=timezone.localdate())
        for word in search_text(filters.get("q", "")).split():
            rows = rows.filter(search_text__contains=word)
        if "district" in filters:
            rows = in_district(rows, filters["district"])
        return rows.filter(provider_type=filters["type"]) if "type" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in self.wanted(filters).iterator(CHUNK):
            yield str(one), one.urn, one.get_provider_type_display(), one.district.name if one.district else "", one.registered_on
