"""What exports of rows that belong to a collaboration share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from accounts.permissions import Permission
from core.exports.registry import Filters, WrongFilters
from documents.exports.mixins import OurExport
from memberships.selectors.districts import NO_DISTRICT, rows_in_district
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
        return rows_in_district(rows, filters["district"]) if "district" in filters else rows
