"""Free places as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports import Column, Filters, Kind, WrongFilters, register
from memberships.exports.bases import CHUNK, OurExport
from memberships.selectors import AGE_BANDS, SESSIONS, vacancies_in_district, vacancies_to_list
from memberships.selectors.districts import NO_DISTRICT
from providers.models import Vacancy
from providers.selectors import districts, telephone_for_anybody


@register
class Vacancies(OurExport):
    """As officers see the list: whoever may export reads the register. No address, and no telephone of a home."""

    identifier = "vacancies"
    title = _("Vacancies")
    description = _("Free places that settings list, in the last 28 days. Childminders are named here: do not publish it.")
    permission = Permission.VIEW_SETTINGS
    filter_titles: ClassVar[Mapping[str, Any]] = {"district": _("District"), "age": _("Age of the child"), "session": _("When")}
    columns = (
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("type", _("Type"), width=26),
        Column("district", _("District"), width=22),
        Column("age", _("Age")),
        Column("session", _("When"), width=24),
        Column("places", _("Places"), Kind.NUMBER),
        Column("from_on", _("Free from"), Kind.DATE),
        Column("telephone", _("Telephone")),
        Column("note", _("Note"), width=40),
        Column("confirmed_on", _("Confirmed on"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        choices = self._choices()
        for name, value in kept.items():
            if value not in choices[name]:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        choices = self._choices()
        return [(str(self.filter_titles[name]), str(choices[name].get(value, value))) for name, value in sorted(filters.items())]

    def _choices(self) -> dict[str, dict[str, Any]]:
        named = {NO_DISTRICT: gettext("No district"), **{str(one.pk): one.name for one in districts()}}
        return {"district": named, "age": dict(AGE_BANDS), "session": dict(SESSIONS)}

    def wanted(self, filters: Filters) -> QuerySet[Vacancy]:
        rows = vacancies_to_list(on=timezone.localdate(), with_homes=True)
        if "district" in filters:
            rows = vacancies_in_district(rows, filters["district"])
        if "age" in filters:
            rows = rows.filter(age_band=filters["age"])
        return rows.filter(session=filters["session"]) if "session" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in self.wanted(filters).iterator(CHUNK):
            provider = one.provider
            yield (
                str(provider),
                provider.urn,
                provider.get_provider_type_display(),
                provider.district.name if provider.district else "",
                one.get_age_band_display(),
                one.get_session_display(),
                one.places,
                one.from_on,
                telephone_for_anybody(provider),
                one.note,
                one.confirmed_on,
            )
