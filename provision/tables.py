"""Lists of staff returns, their periods, and vacancies, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.ordering import InOrder
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.contacts import rings
from core.tables.filters import ChoiceFilter, SearchFilter
from core.tables.table import Table
from core.wording import listed
from memberships.selectors.districts import SETTING_TYPES, district_choices
from providers.models import Provider
from providers.rules.register import search_text
from provision import selectors
from provision.models import ReturnPeriod, Vacancy
from provision.rules import PeriodState, ReturnState, can_certify
from provision.selectors import name_for_anybody, telephone_for_anybody

PERIOD_COLOURS = {"coming": "grey", "open": "green", "late": "yellow", "closed": "grey"}
RETURN_COLOURS = {
    ReturnState.CERTIFIED: "green",
    ReturnState.OWED: "blue",
    ReturnState.LATE: "red",
    ReturnState.NOT_ASKED: "grey",
}


ring = rings(lambda row: telephone_for_anybody(row.provider))


class PeriodsTable(Table):
    """Every period of staff returns, the newest first."""

    second_rank = ("opens_on",)
    ordering = "-count_date"

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("name", _("Period"), sort="name__in_order", link=self.change_address),
            Column(
                "state",
                _("State"),
                value=lambda row: str(self.state_of(row).label),
                tag=lambda row: PERIOD_COLOURS[self.state_of(row)],
            ),
            Column("count_date", _("Count date"), Kind.DATE, sort="count_date"),
            Column("opens_on", _("Opens on"), Kind.DATE, sort="opens_on"),
            Column("due_on", _("Due by"), Kind.DATE, sort="due_on"),
            Column("certified", _("Confirmed"), Kind.NUMBER, value=lambda row: row.certified or 0),
        )

    @cached_property
    def may_change(self) -> bool:
        return self.allows(Permission.SET_RETURNS)

    def change_address(self, row: ReturnPeriod) -> str:
        return reverse("provision:change_period", args=[row.pk]) if self.may_change else ""

    def state_of(self, row: ReturnPeriod) -> PeriodState:
        return selectors.state_of_period(row, on=self.on)

    def rows(self) -> QuerySet[ReturnPeriod]:
        return selectors.periods()


class ReturnsTable(Table):
    """Each setting that was asked in one period: what it certified, who, when, or that it owes.

    ``about`` is the period.
    """

    second_rank = ("certified_by", "reminded_on", "type")
    on_choice = ("urn",)
    ordering = "setting"
    sheet_ordering = ("search_text", "pk")
    in_sheet = (
        "period",
        "count_date",
        "setting",
        "urn",
        "type",
        "collaborations",
        "state",
        "staff",
        "certified_by",
        "certified_at",
        "reminded_on",
    )

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("period", _("Period"), width=22, value=lambda row: self.about.name),
            Column("count_date", _("Count date"), Kind.DATE, value=lambda row: self.about.count_date),
            Column("setting", _("Setting"), width=34, value=str, sort="search_text", link=setting_address),
            Column("urn", _("Ofsted URN")),
            Column(
                "state",
                _("State"),
                value=lambda row: str(self.state_of(row).label),
                tag=lambda row: RETURN_COLOURS[self.state_of(row)],
            ),
            Column("answer", _("Answer"), value=act_of, link=answer_address, acts=True),
            Column("staff", _("Staff"), Kind.NUMBER, sort="staff"),
            Column(
                "certified_by",
                _("Confirmed by"),
                width=28,
                sort=("certified_name", "search_text"),
                key="certified_name",
                value="certified_name",
            ),
            Column("certified_at", _("When"), Kind.DATETIME, sort="certified_at"),
            Column("reminded_on", _("Reminded on"), Kind.DATE, sort="reminded_on"),
            Column("type", _("Type"), width=26, value="get_provider_type_display"),
            Column("collaborations", _("Collaborations"), width=34, value=lambda row: listed(row.groups)),
        )

    @property
    def on_page(self) -> Sequence[str]:
        may_act = self.allows(Permission.MANAGE_SETTING) and can_certify(self.period_state)
        answer = ("answer",) if may_act else ()
        numbers = ("staff", "certified_by", "certified_at", "reminded_on")
        return ("setting", "state", *answer, *numbers, "type", "collaborations")

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Name"), search=search_in("search_text", "name", normalise=search_text)),
            ChoiceFilter(
                "period",
                _("Period"),
                choices=lambda: [(period.pk, period.name) for period in selectors.periods()],
                narrow=lambda rows, value: rows,
                any_label=_("The newest"),
            ),
            ChoiceFilter(
                "state",
                _("State"),
                choices=(("certified", _("Confirmed")), ("owed", _("Owed"))),
                narrow=selectors.in_state,
            ),
            ChoiceFilter(
                "collaboration",
                _("Collaboration"),
                choices=lambda: groups_to_choose(self.counted_on),
                narrow=lambda rows, value: selectors.of_group(rows, int(value), on=self.counted_on),
            ),
            ChoiceFilter("type", _("Type"), choices=SETTING_TYPES, lookup="provider_type"),
        )

    @property
    def counted_on(self) -> date:
        """Who was a member then is asked."""
        return self.about.count_date if self.about is not None else self.on

    @cached_property
    def period_state(self) -> PeriodState:
        if self.about is None:
            return PeriodState.COMING
        return selectors.state_of_period(self.about, on=self.on)

    def state_of(self, row: Provider) -> ReturnState:
        return selectors.state_of_row(row, self.period_state)

    def rows(self) -> QuerySet[Provider]:
        if self.about is None:
            return Provider.objects.none()
        return selectors.returns_in(self.about, on=self.on)


def groups_to_choose(on: date) -> list[tuple[int, str]]:
    """Id and name of each collaboration that has members on a day."""
    has = Exists(selectors.open_members(on).filter(collaboration=OuterRef("pk")))
    collaborations = (
        Collaboration.objects.filter(has).annotate(in_order=InOrder("name")).order_by("in_order", "pk")
    )
    return list(collaborations.values_list("pk", "name"))


def setting_address(row: Provider) -> str:
    return reverse("portal:setting", args=[row.pk])


def answer_address(row: Provider) -> str:
    return reverse("provision:staff_return", args=[row.pk])


def act_of(row: Any) -> str:
    return gettext("Confirm") if row.staff is None else gettext("Correct")


class VacanciesTable(Table):
    """Free places that settings list.

    Who reads the register finds every home, others those that agreed to be named.

    No address, and no telephone of a home.
    """

    second_rank = ("confirmed_on", "note")
    on_choice = ("type",)
    ordering = "district"
    filters = (
        ChoiceFilter(
            "district", _("District"), choices=district_choices, narrow=selectors.vacancies_in_district
        ),
        ChoiceFilter("age", _("Age of the child"), choices=selectors.AGE_BANDS, lookup="age_band"),
        ChoiceFilter("session", _("When"), choices=selectors.SESSIONS),
    )
    on_page = (
        "setting",
        "age",
        "session",
        "places",
        "from_on",
        "district",
        "telephone",
        "confirmed_on",
        "note",
    )

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column(
                "setting",
                _("Setting"),
                width=34,
                value=self.name_of,
                sort="provider__search_text",
                link=self.address_of,
            ),
            Column("urn", _("Ofsted URN"), value="provider.urn"),
            Column("type", _("Type"), width=26, value="provider.get_provider_type_display"),
            Column(
                "district",
                _("District"),
                width=22,
                value="provider.district",
                shown=lambda row: row.provider.district or "–",
                sort=("provider__district__name__in_order", "provider__search_text"),
            ),
            Column("age", _("Age"), value="get_age_band_display", sort="age_in_order"),
            Column("session", _("When"), width=24, value="get_session_display", sort="session"),
            Column("places", _("Places"), Kind.NUMBER, sort="places"),
            Column(
                "from_on",
                _("Free from"),
                Kind.DATE,
                value="from_on",
                shown=lambda row: row.from_on or _("Now"),
                sort="from_on",
                key="from",
            ),
            Column(
                "telephone",
                _("Telephone"),
                value=lambda row: telephone_for_anybody(row.provider),
                shown=lambda row: ring(row) or "–",
            ),
            Column("note", _("Note"), width=40, wide=True),
            Column("confirmed_on", _("Confirmed on"), Kind.DATE, sort="confirmed_on"),
        )

    @cached_property
    def sees_all(self) -> bool:
        return self.allows(Permission.VIEW_SETTINGS)

    def name_of(self, row: Vacancy) -> str:
        return str(row.provider) if self.sees_all else name_for_anybody(row.provider)

    def address_of(self, row: Vacancy) -> str:
        return reverse("portal:setting", args=[row.provider_id]) if self.sees_all else ""

    def rows(self) -> QuerySet[Vacancy]:
        return selectors.vacancies_to_list(on=self.on, with_homes=self.sees_all)
