"""The register as a sheet, narrowed as its list is, with today's judgement and collaborations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Export, Filters, register
from core.tables.columns import Column, Kind, Row
from core.tables.filters import ChoiceFilter, Filter, SearchFilter
from documents.exports.mixins import OurTableExport
from memberships.selectors.members import collaborations_by_setting, in_a_collaboration
from ofsted.selectors.register import JUDGED_LABELS, judged_as, judgements_in_words
from providers import selectors
from providers.models import Provider
from providers.rules.register import HOME_FIELDS
from providers.tables import SettingsTable

Text = str | Promise
CHUNK = 500
NO_DISTRICT = "none"
SHOWN = "shown"


def _district_choices() -> list[tuple[str, Text]]:
    return [
        *((str(district.pk), district.name) for district in selectors.districts()),
        (NO_DISTRICT, gettext_lazy("no district")),
    ]


def _in_district(rows: QuerySet[Provider], wanted: str) -> QuerySet[Provider]:
    return (
        rows.filter(district__isnull=True) if wanted == NO_DISTRICT else rows.filter(district_id=int(wanted))
    )


LISTINGS: dict[str, Text] = {
    selectors.Listing.LISTED: gettext_lazy("listed"),
    selectors.Listing.GONE: gettext_lazy("no longer listed"),
    selectors.Listing.ENDED: gettext_lazy("registration not active"),
    selectors.Listing.NEVER: gettext_lazy("never listed"),
}
BY_TYPE = ChoiceFilter("type", gettext_lazy("type"), choices=Provider.Type.choices, lookup="provider_type")
BY_DISTRICT = ChoiceFilter(
    "district", gettext_lazy("district"), choices=_district_choices, narrow=_in_district
)
BY_LISTING = ChoiceFilter(
    "listing", gettext_lazy("Ofsted's file"), choices=LISTINGS.items(), narrow=selectors.by_listing
)
#: Whether homes are shown is no matter of rows: the export's own columns ask for it.
BY_HOMES = ChoiceFilter(
    "homes",
    gettext_lazy("Addresses of homes"),
    choices=((SHOWN, gettext_lazy("shown")),),
    narrow=lambda rows, _value: rows,
)
#: What the search looks for depends on who asks (settings_matching), so it narrows nothing itself.
SEARCH = SearchFilter("q", gettext_lazy("Search"), narrow=lambda rows, _value: rows)

#: The columns that are fields of the setting, and the field of each.
FIELDS: dict[str, Column] = {
    "urn": Column("urn", gettext_lazy("Ofsted URN"), width=12),
    "name": Column("name", gettext_lazy("Setting"), width=36),
    "provider_type": Column("type", gettext_lazy("Type"), width=28),
    "provider_subtype": Column("kind_of_care", gettext_lazy("Kind of care"), width=24),
    "register_combination": Column("registers", gettext_lazy("Registers"), width=18),
    "registered_on": Column("registered_on", gettext_lazy("Registered on"), Kind.DATE, 14),
    "registered_person_name": Column("registered_person", gettext_lazy("Registered person"), width=28),
    "address_line_1": Column("address_line_1", gettext_lazy("Address line 1"), width=28),
    "address_line_2": Column("address_line_2", gettext_lazy("Address line 2"), width=20),
    "address_line_3": Column("address_line_3", gettext_lazy("Address line 3"), width=20),
    "town": Column("town", gettext_lazy("Town"), width=18),
    "postcode": Column("postcode", gettext_lazy("Postcode"), width=10),
    "telephone": Column("telephone", gettext_lazy("Telephone"), width=16),
    "constituency": Column("constituency", gettext_lazy("Constituency"), width=22),
    "deprivation_band": Column("deprivation_band", gettext_lazy("Deprivation band"), width=18),
    "places": Column("places", gettext_lazy("Places"), Kind.NUMBER, 8),
    "district__name": Column("district", gettext_lazy("District"), width=18),
    "agency__name": Column("agency", gettext_lazy("Childminder agency"), width=22),
    "unlisted_since": Column("unlisted_since", gettext_lazy("No longer listed since"), Kind.DATE, 14),
    "registration_status": Column("registration_status", gettext_lazy("Registration status"), width=18),
}
NUMBERS = Column("other_numbers", gettext_lazy("Other numbers"), width=28)


class SettingsExport(Export):
    """The register of settings.

    Where childminders live is in it only when asked for, by somebody who may see it.
    """

    identifier = "settings"
    title = gettext_lazy("Register of settings")
    description = gettext_lazy(
        "Every setting with its numbers, address, district and places. Addresses that are somebody's home are"
        " left out, unless you start from the register and may see them."
    )
    permission = Permission.EXPORT
    columns = (*FIELDS.values(), NUMBERS)
    list_filters: ClassVar[tuple[ChoiceFilter, ...]] = (BY_TYPE, BY_DISTRICT, BY_LISTING)

    @property
    def filters(self) -> tuple[Filter, ...]:  # type: ignore[override]
        return (SEARCH, *self.list_filters, BY_HOMES)

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Asked when it is started, when it is made and when the file is opened: a right to see homes that is
        gone closes them all.
        """
        if filters.get("homes") == SHOWN and not selectors.sees_private_addresses(by):
            return False
        return by.has_perm(self.permission) and by.has_perm(Permission.VIEW_SETTINGS)

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        """In the order of the list; of homes also that they are left out."""
        words = [pair for filter_ in self.filters for pair in filter_.in_words(filters)]
        left_out = [(str(BY_HOMES.label), gettext("left out"))] if BY_HOMES.name not in filters else []
        return [*words, *left_out]

    def settings(self, filters: Filters, *, by: Any) -> QuerySet[Provider]:
        """The settings that the filters leave, in the register's order."""
        rows = selectors.settings_matching(
            filters.get("q", ""),
            within=selectors.register().select_related(None),
            with_homes=self._shows_homes(filters, by),
        )
        for filter_ in self.list_filters:
            rows = filter_.apply(rows, filters)
        return rows

    def count(self, filters: Filters, *, by: Any) -> int | None:
        return self.settings(filters, by=by).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        shows_homes = self._shows_homes(filters, by)
        ids = list(self.settings(filters, by=by).values_list("pk", flat=True))
        for start in range(0, len(ids), CHUNK):
            yield from self._chunk(ids[start : start + CHUNK], shows_homes=shows_homes)

    def more_cells(self, provider_ids: Sequence[int]) -> Mapping[int, tuple[object, ...]]:
        """Hook: cells of further columns, for a few settings at a time."""
        return {}

    def _shows_homes(self, filters: Filters, by: Any) -> bool:
        return filters.get("homes") == SHOWN and selectors.sees_private_addresses(by)

    def _chunk(self, provider_ids: Sequence[int], *, shows_homes: bool) -> Iterator[Row]:
        stored = {
            row[0]: row[1:]
            for row in Provider.objects.filter(pk__in=provider_ids).order_by().values_list("pk", *FIELDS)
        }
        numbers, further = selectors.numbers_of(provider_ids), self.more_cells(provider_ids)
        for provider_id in provider_ids:
            if provider_id in stored:  # else it was removed since the ids were read
                cells = _cells(dict(zip(FIELDS, stored[provider_id], strict=True)), shows_homes=shows_homes)
                yield (
                    *cells,
                    "; ".join(map(str, numbers.get(provider_id, ()))),
                    *further.get(provider_id, ()),
                )


TYPES = dict(Provider.Type.choices)


def _cells(values: dict[str, Any], *, shows_homes: bool) -> list[object]:
    if not shows_homes and values["provider_type"] in Provider.DOMESTIC_TYPES:
        values.update(dict.fromkeys(HOME_FIELDS, ""), address_line_1=gettext("Not shown"))
    values["provider_type"] = str(TYPES[values["provider_type"]])
    values["name"] = values["name"] or f"{values['provider_type']} {values['urn']}"
    return list(values.values())


def _today() -> date:
    return timezone.localdate()


def _by_membership(rows: QuerySet[Provider], wanted: str) -> QuerySet[Provider]:
    return in_a_collaboration(rows, on=_today(), wanted=wanted == "yes")


BY_JUDGEMENT = ChoiceFilter(
    "judgement",
    _("judgement"),
    choices=JUDGED_LABELS.items(),
    narrow=lambda rows, wanted: judged_as(rows, wanted, on=_today()),
)
BY_MEMBERSHIP = ChoiceFilter(
    "member",
    _("collaboration"),
    choices=(("yes", _("in a collaboration")), ("no", _("in none"))),
    narrow=_by_membership,
)


@register
class RegisterExport(SettingsExport):
    """The register's own columns, the judgement that counts today, and the collaborations of today."""

    list_filters = (*SettingsExport.list_filters, BY_JUDGEMENT, BY_MEMBERSHIP)
    columns = (
        *SettingsExport.columns,
        Column("judgement", _("Latest judgement"), width=40),
        Column("collaborations", _("Collaborations"), width=36),
    )

    def more_cells(self, provider_ids: Sequence[int]) -> Mapping[int, tuple[object, ...]]:
        judgements = judgements_in_words(provider_ids, on=_today())
        groups = collaborations_by_setting(provider_ids, on=_today())
        return {
            provider_id: (judgements.get(provider_id, ""), "; ".join(groups.get(provider_id, ())))
            for provider_id in provider_ids
        }


@register
class SettingsList(OurTableExport):
    """As the list of settings shows it, with the leading policy's verdict of today (P20)."""

    identifier = "settings_list"
    title = _("List of settings")
    description = _(
        "Settings with what counts today: judgement, leading policy, groups, staff number, telephone."
    )
    permission = Permission.VIEW_SETTINGS
    table = SettingsTable
