"""The list of settings: what officers look at, filter, tick and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.columns import Column, Kind
from core.tables.contacts import rings, writes_to
from core.tables.filters import BooleanFilter, ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.table import Table
from memberships.selectors.districts import district_choices, in_district
from memberships.selectors.members import collaborations_by_setting, in_a_collaboration
from memberships.selectors.pages import in_group_called, without_known_person
from ofsted.rules.policy import Verdict
from ofsted.selectors.imports import newest_day
from ofsted.selectors.register import JUDGED_LABELS, judged_as, judged_between
from ofsted.selectors.standing import table_in_force
from ofsted.selectors.verdicts import with_verdict
from ofsted.selectors.words import judged_in_words
from providers import selectors
from providers.models import Provider
from provision.selectors import open_period, returns_in, settings_that_owe

VERDICT_COLOURS = {Verdict.MAY_LEAD: "", Verdict.OFFICER_DECIDES: "yellow", Verdict.BELOW_LINE: "red"}
#: Whole terms of Ofsted stand on the setting's page and in sheets.
SHORT_KINDS = {
    Provider.Type.CHILDMINDER: _("Childminder"),
    Provider.Type.CHILDMINDER_AWAY: _("Childminder, not at home"),
    Provider.Type.DOMESTIC: _("Group care in a home"),
    Provider.Type.NON_DOMESTIC: _("Group care"),
    Provider.Type.HOME: _("Home childcarer"),
    Provider.Type.AGENCY: _("Childminder agency"),
    Provider.Type.SCHOOL: _("School"),
    Provider.Type.NURSERY_SCHOOL: _("Nursery school"),
}
#: As Ofsted's file says them.
BANDS = (
    ("Most deprived", _("Most deprived")),
    ("Deprived", _("Deprived")),
    ("Average", _("Average")),
    ("Less deprived", _("Less deprived")),
    ("Least deprived", _("Least deprived")),
)
LISTINGS = (
    (selectors.Listing.LISTED, _("Listed")),
    (selectors.Listing.GONE, _("No longer listed")),
    (selectors.Listing.ENDED, _("Registration not active")),
    (selectors.Listing.NEVER, _("Never listed")),
)
VERDICTS = tuple((int(verdict), verdict.label) for verdict in Verdict)


@dataclass(frozen=True)
class JudgedFilter(DateRangeFilter):
    """Settings with a published inspection between two days."""

    on: Any = None

    def apply(self, rows: QuerySet[Any], values: Mapping[str, Any]) -> QuerySet[Any]:
        first, last = (values.get(name) for name in self.ends)
        return judged_between(rows, first, last, on=self.on) if first or last else rows


class SettingsTable(Table):
    """Every setting of the register, with what counts today. Of homes no place is shown, searched or exported
    without the permission to see it.
    """

    ordering = "name"
    second_rank = ("place", "staff")
    in_sheet_as = MappingProxyType({"kind": "type"})
    on_choice = ("telephone", "email", "registered_on", "deprivation_band", "places", "listing")
    on_page = ("name", "urn", "kind", "place", "district", "judgement", "verdict", "groups", "staff")
    in_sheet = (
        "name",
        "urn",
        "type",
        "place",
        "district",
        "judgement",
        "verdict",
        "groups",
        "staff",
        "telephone",
        "email",
        "registered_on",
        "deprivation_band",
        "places",
        "listing",
    )

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("name", _("Setting"), width=34, value=str, sort="search_text", link=setting_address),
            Column("urn", _("URN"), width=12, shown=lambda row: row.urn or "–", sort="urn"),
            Column("kind", _("Kind"), width=24, value=short_kind, sort="provider_type"),
            Column("type", _("Type"), width=34, value="get_provider_type_display"),
            Column("place", _("Town and postcode"), width=26, value=self.place),
            Column(
                "district",
                _("District"),
                width=20,
                value="district",
                shown=lambda row: row.district or "–",
                sort=("district__name__in_order", "search_text"),
            ),
            Column("judgement", _("Judgement that counts"), width=34, value="judgement_shown"),
            Column("verdict", _("Leading policy"), width=18, value="verdict_shown", tag="verdict_colour"),
            Column("groups", _("Groups"), width=34, value="groups_shown"),
            Column("staff", _("Staff"), Kind.NUMBER, value="staff_shown"),
            Column(
                "telephone", _("Telephone"), width=18, value="telephone_shown", shown=rings("telephone_shown")
            ),
            Column(
                "email",
                _("Email address"),
                width=30,
                value="email_shown",
                shown=writes_to("email_shown"),
                breaks=True,
            ),
            Column("registered_on", _("Registered on"), Kind.DATE, sort="registered_on"),
            Column("deprivation_band", _("Deprivation band"), width=18),
            Column("places", _("Places"), Kind.NUMBER, sort="places"),
            Column("listing", _("No longer listed since"), Kind.DATE, value="unlisted_since"),
            Column("tick", _("Choose"), value=tick, acts=True),
        )

    @property
    def filters(self) -> Sequence[Any]:
        yes = (("yes", _("In a group")), ("no", _("In no group")))
        return (
            SearchFilter(
                "q",
                _("Search"),
                narrow=self.found,
                hint=_("Name, URN, postcode, town, telephone or registered person"),
            ),
            ChoiceFilter("district", _("District"), choices=district_choices, narrow=in_district),
            ChoiceFilter("verdict", _("Leading policy"), choices=VERDICTS, narrow=self.of_verdict),
            ChoiceFilter("type", _("Kind"), choices=SHORT_KINDS.items(), lookup="provider_type"),
            ChoiceFilter("judgement", _("Judgement"), choices=JUDGED_LABELS.items(), narrow=self.judged),
            JudgedFilter("judged", _("Inspected"), on=self.on),
            ChoiceFilter("member", _("Collaboration"), choices=yes, narrow=self.in_group),
            SearchFilter("group", _("In the group called"), narrow=self.in_group_called),
            ChoiceFilter("listing", _("Ofsted’s file"), choices=LISTINGS, narrow=selectors.by_listing),
            ChoiceFilter("band", _("Deprivation band"), choices=BANDS, lookup="deprivation_band"),
            BooleanFilter("owes", _("Owes the staff number"), narrow=self.owing),
            BooleanFilter("new", _("New in the last load"), narrow=self.new),
            BooleanFilter("unknown", _("Without a known person"), narrow=self.without_person),
        )

    # --- filters --------------------------------------------------------------------------------------------
    def found(self, rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        return selectors.settings_matching(text, within=rows, with_homes=self.shows_homes)

    def of_verdict(self, rows: QuerySet[Any], verdict: str) -> QuerySet[Any]:
        return with_verdict(rows, Verdict(int(verdict)), table_in_force(self.on), on=self.on)

    def judged(self, rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
        return judged_as(rows, wanted, on=self.on)

    def in_group(self, rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
        return in_a_collaboration(rows, on=self.on, wanted=wanted == "yes")

    def in_group_called(self, rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        return in_group_called(rows, text, on=self.on)

    def owing(self, rows: QuerySet[Any], _value: Any) -> QuerySet[Any]:
        period = open_period(self.on)
        if period is None:
            return rows.none()
        return rows.filter(pk__in=settings_that_owe(period, on=period.count_date).order_by().values("pk"))

    def new(self, rows: QuerySet[Any], _value: Any) -> QuerySet[Any]:
        day = newest_day()
        return rows.none() if day is None else rows.filter(first_listed_on=day)

    def without_person(self, rows: QuerySet[Any], _value: Any) -> QuerySet[Any]:
        return without_known_person(rows, on=self.on)

    # --- rows -----------------------------------------------------------------------------------------------
    def rows(self) -> QuerySet[Provider]:
        return selectors.register()

    def count(self, rows: QuerySet[Any], *, is_narrowed: bool) -> int:
        return super().count(rows, is_narrowed=True) if is_narrowed else selectors.settings_count()

    @cached_property
    def shows_homes(self) -> bool:
        return self.by is not None and selectors.sees_private_addresses(self.by)

    def place(self, row: Any) -> str:
        if row.is_domestic and not self.shows_homes:
            return gettext("Not shown")
        return ", ".join(part for part in (row.town, row.postcode) if part)

    def dressed(self, rows: list[Any]) -> list[Any]:
        """Judgement, verdict, groups, staff number and contact of some rows, in nine queries."""
        ids = [row.pk for row in rows]
        judged = judged_in_words(ids, on=self.on)
        groups = collaborations_by_setting(ids, on=self.on) if self.allows(Permission.VIEW_MEMBERS) else {}
        sees_returns = self.allows(Permission.VIEW_RETURNS)
        period = open_period(self.on) if sees_returns else None
        asked = returns_in(period, on=period.count_date).filter(pk__in=ids).order_by() if period else None
        staff = dict(asked.values_list("pk", "staff")) if asked is not None else {}
        contacts = selectors.contacts_of_settings(ids)
        for row in rows:
            is_hidden = row.is_domestic and not self.shows_homes
            words, decision = judged[row.pk]
            contact = None if is_hidden else contacts.get(row.pk)
            row.judgement_shown = words
            row.verdict_shown = gettext(decision.verdict.label)
            row.verdict_colour = VERDICT_COLOURS[decision.verdict]
            row.groups_shown = "; ".join(groups.get(row.pk, ()))
            row.staff_shown = staff.get(row.pk)
            row.telephone_shown = "" if is_hidden else (contact.telephone if contact else "") or row.telephone
            row.email_shown = contact.email if contact else ""
        return rows


class SettingsPageTable(SettingsTable):
    """The same on the page of those who do something with many settings at once: with boxes to tick."""

    @property
    def on_page(self) -> Sequence[str]:  # type: ignore[override]
        names = SettingsTable.on_page
        return (*names, "tick") if self.by and self.allows(Permission.CHANGE_SETTINGS) else names


def setting_address(row: Provider) -> str:
    return reverse("portal:setting", args=[row.pk])


def short_kind(row: Provider) -> str:
    return str(SHORT_KINDS[Provider.Type(row.provider_type)])


def tick(row: Provider) -> SafeString:
    """A box of the form below the list."""
    return format_html(
        '<input type="checkbox" class="app-tick" form="with-settings" name="row" value="{}" aria-label="{}">',
        row.pk,
        gettext("Choose %(setting)s") % {"setting": row},
    )
