"""Staff returns as a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Column, Filters, Kind, WrongFilters, register
from documents.exports.mixins import CHUNK, OurExport
from memberships.selectors.districts import NO_DISTRICT
from providers.models import Provider
from providers.rules.register import search_text
from providers.selectors import districts
from provision import selectors
from provision.models import Vacancy
from provision.selectors import (
    AGE_BANDS,
    SESSIONS,
    newest_period,
    period_by_id,
    periods,
    state_of_period,
    telephone_for_anybody,
    vacancies_in_district,
    vacancies_to_list,
)


@register
class StaffReturns(OurExport):
    """One row a setting that was asked: what it certified, who, when, or that it owes."""

    identifier = "staff_returns"
    title = _("Staff returns")
    description = _("The staff number of every member setting for one period, the newest unless you choose another in the list.")
    permission = Permission.VIEW_RETURNS
    filter_titles = {"q": _("Name"), "period": _("Period"), "collaboration": _("Collaboration"), "state": _("State"), "type": _("Type")}
    columns = (
        Column("period", _("Period"), width=22),
        Column("count_date", _("Count date"), Kind.DATE),
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("type", _("Type"), width=26),
        Column("collaborations", _("Collaborations"), width=34),
        Column("state", _("State")),
        Column("staff", _("Staff"), Kind.NUMBER),
        Column("certified_by", _("Certified by"), width=28),
        Column("certified_at", _("When"), Kind.DATETIME),
        Column("reminded_on", _("Reminded on"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        for name, known in self._choices().items():
            if kept.get(name, "") not in {"", *known}:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def _choices(self) -> dict[str, dict[str, str]]:
        return {
            "period": {str(one.pk): one.name for one in periods()},
            "collaboration": {str(pk): name for pk, name in selectors.groups_to_choose(timezone.localdate())},
            "state": {"certified": gettext("Certified"), "owed": gettext("Owed")},
            "type": {value: str(label) for value, label in Provider.Type.choices},
        }

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = self._choices()
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def period(self, filters: Filters) -> Any:
        return period_by_id(int(filters["period"])) if "period" in filters else newest_period(timezone.localdate())

    def wanted(self, filters: Filters) -> QuerySet[Provider]:
        period, today = self.period(filters), timezone.localdate()
        if period is None:
            return Provider.objects.none()
        rows = selectors.returns_in(period, on=today).order_by("search_text", "pk")
        for word in search_text(filters.get("q", "")).split():
            rows = rows.filter(search_text__contains=word)
        if "collaboration" in filters:
            rows = selectors.of_group(rows, int(filters["collaboration"]), on=today)
        if "state" in filters:
            rows = selectors.in_state(rows, filters["state"])
        return rows.filter(provider_type=filters["type"]) if "type" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        period = self.period(filters)
        if period is None:
            return
        period_state = state_of_period(period, on=timezone.localdate())
        for setting in self.wanted(filters).iterator(CHUNK):
            row: Any = setting
            yield (
                period.name,
                period.count_date,
                str(row),
                row.urn,
                row.get_provider_type_display(),
                ", ".join(row.groups),
                str(selectors.state_of_row(row, period_state).label),
                row.staff,
                row.certified_name,
                row.certified_at,
                row.reminded_on,
            )


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
