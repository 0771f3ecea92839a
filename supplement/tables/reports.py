"""The reports (S11) that are lists, each for its page and its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.dates import last_day
from core.searching import search_in
from core.tables.columns import Column, Kind, backwards
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, SearchFilter
from core.tables.table import Table
from memberships.selectors.districts import NO_DISTRICT, SETTING_TYPES, district_choices
from supplement.models.payments import Payment
from supplement.models.schemes import Scheme
from supplement.rules.reports import Ceiling, is_redacted
from supplement.selectors import reports


def ceiling_of(scheme: Any) -> Ceiling:
    """Of a row of ``selectors.reports.years_with_totals``."""
    return Ceiling(scheme.approved_pence, scheme.planned_funding_pence, scheme.ceiling_percent)


def exceeded_colour(scheme: Any) -> str:
    return "red" if ceiling_of(scheme).is_exceeded else "green"


def standing_of(scheme: Any) -> str:
    ceiling = ceiling_of(scheme)
    if ceiling.most_pence is None:
        return ""
    return gettext("Above the ceiling") if ceiling.is_exceeded else gettext("Below the ceiling")


class CeilingTable(Table):
    """What each year's approved payments come to beside its ceiling."""

    ordering = "-starts_on"
    columns = (
        Column("name", _("Scheme"), width=36),
        Column("starts_on", _("From"), Kind.DATE, sort="starts_on"),
        Column("last_day", _("Last day"), Kind.DATE, value=lambda row: last_day(row.ends_on)),
        Column("planned", _("Planned formula funding"), Kind.MONEY, value="planned_funding_pence"),
        Column("percent", _("Ceiling, per cent"), Kind.NUMBER, value="ceiling_percent"),
        Column("most", _("Ceiling"), Kind.MONEY, value=lambda row: ceiling_of(row).most_pence),
        Column("approved_pence", _("Approved"), Kind.MONEY, sort="approved_pence"),
        Column(
            "share", _("Of planned funding"), value=lambda row: ceiling_of(row).share, numeric=True,
        ),
        Column("left", _("Left"), Kind.MONEY, value=lambda row: ceiling_of(row).left_pence),
        Column("standing", _("Standing"), value=standing_of, tag=exceeded_colour),
    )  # fmt: skip
    second_rank = ("last_day", "percent")

    def rows(self) -> QuerySet[Scheme]:
        return reports.years_with_totals()


def purpose_of(payment: Payment) -> str:
    words = {"scheme": payment.claim.period.scheme, "period": payment.claim.period}
    return gettext("%(scheme)s, %(period)s") % words


def published_payee(payment: Payment) -> str:
    """S11: the payee as the published sheet names it: never a person."""
    if is_redacted(payment.payee.provider_type):
        return gettext("Redacted: personal data")
    return payment.payee.name


class PublishedTable(Table):
    """Payments above £500, with the columns that the transparency code asks for. The page names everybody,
    for the finance team; the sheet, which is published, names no childminder.
    """

    ordering = "-paid_on"
    columns = (
        Column("paid_on", _("Date"), Kind.DATE, sort="paid_on"),
        Column("payee", _("Payee"), width=36, value="payee.name", sort="payee__search_text"),
        Column("published", _("Payee"), width=36, value=published_payee),
        Column("pence", _("Amount"), Kind.MONEY, sort="pence"),
        Column("purpose", _("Purpose"), width=50, value=purpose_of, wide=True),
        Column("collaboration", _("Collaboration"), width=32, sort="collaboration__name__in_order"),
        Column("kind", _("Kind of setting"), width=24, value="payee.get_provider_type_display"),
        Column("finance_reference", _("Reference"), width=20),
    )
    on_page = ("paid_on", "payee", "pence", "purpose", "kind", "finance_reference")
    in_sheet = ("paid_on", "published", "pence", "purpose", "collaboration", "kind", "finance_reference")
    in_sheet_as = MappingProxyType({"payee": "published"})
    on_choice = ("collaboration",)
    filters: Sequence[Filter] = (DateRangeFilter("paid_on", _("Date")),)

    def rows(self) -> QuerySet[Payment]:
        return reports.payments_to_publish()


class BalancesTable(Table):
    """What each collaboration has not spent."""

    ordering = "-left"
    columns = (
        Column("name", _("Collaboration"), width=36, sort="name__in_order"),
        Column("district", _("District"), width=22, sort="district__name__in_order"),
        Column("came", _("Received"), Kind.MONEY, value="came_pence", sort="came_pence"),
        Column("went", _("Went elsewhere"), Kind.MONEY, value="went_pence", sort="went_pence"),
        Column("spent", _("Spent"), Kind.MONEY, value="spent_pence", sort="spent_pence"),
        Column("ordered", _("Ordered"), Kind.MONEY, value="ordered_pence", sort="ordered_pence"),
        Column("left", _("Unspent"), Kind.MONEY, value="left_pence", sort="left_pence"),
    )
    second_rank = ("went", "ordered")

    @property
    def filters(self) -> Sequence[Filter]:
        return (ChoiceFilter("district", _("District"), choices=district_choices, narrow=_of_district),)

    def rows(self) -> QuerySet[Any]:
        return reports.balances()


def _of_district(rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
    if wanted == NO_DISTRICT:
        return rows.filter(district__isnull=True)
    return rows.filter(district_id=wanted)


class ObjectivesTable(Table):
    """What was decided, ordered and spent for each objective of a development plan."""

    ordering = "collaboration"
    columns = (
        Column("aim", _("Objective"), width=50, sort="aim_in_order", wide=True),
        Column("plan", _("Plan"), width=30, value="plan.title"),
        Column(
            "collaboration", _("Collaboration"), width=32, value="plan.collaboration",
            sort=("plan__collaboration__name__in_order", "position"),
        ),
        Column("decided", _("Decided"), Kind.MONEY, value="decided_pence", sort="decided_pence"),
        Column("ordered", _("Ordered"), Kind.MONEY, value="ordered_pence", sort="ordered_pence"),
        Column("spent", _("Spent"), Kind.MONEY, value="spent_pence", sort="spent_pence"),
    )  # fmt: skip
    second_rank = ("plan",)

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            SearchFilter(
                "q",
                _("Collaboration or objective"),
                search=search_in("plan__collaboration__name", "aim"),
            ),
        )

    def rows(self) -> QuerySet[Any]:
        return reports.spend_by_objective()


def period_choices() -> list[tuple[int, str]]:
    return [(row.pk, f"{row.name}, {row.scheme.name}") for row in reports.periods_with_runs()]


def setting_type_in_words(row: dict[str, Any]) -> str:
    return str(dict(SETTING_TYPES).get(row["provider__provider_type"], ""))


class BroughtTable(Table):
    """What the staff of each setting brought to its collaboration."""

    ordering = "collaboration"
    columns = (
        Column("setting", _("Setting"), width=36, value="provider__name", sort="provider__name__in_order"),
        Column("kind", _("Kind of setting"), width=24, value=setting_type_in_words),
        Column(
            "collaboration", _("Collaboration"), width=32, value="claim__collaboration__name",
            sort=("claim__collaboration__name__in_order", "provider__name__in_order"),
        ),
        Column("period", _("Period"), width=20, value="claim__period__name", sort="claim__period__starts_on"),
        Column("brought", _("Brought"), Kind.MONEY, value="brought_pence", sort="brought_pence"),
        Column("corrected", _("Corrections in it"), Kind.MONEY, value="corrected_pence"),
    )  # fmt: skip
    second_rank = ("kind",)
    KEY = ("claim__period_id", "claim__collaboration_id", "provider_id")

    @property
    def filters(self) -> Sequence[Filter]:
        return (
            ChoiceFilter("period", _("Period"), lookup="claim__period_id", choices=period_choices),
            SearchFilter(
                "q",
                _("Collaboration or setting"),
                search=search_in("claim__collaboration__name", "provider__name"),
            ),
            ChoiceFilter(
                "kind", _("Kind of setting"), lookup="provider__provider_type", choices=SETTING_TYPES
            ),
        )

    def rows(self) -> QuerySet[Any]:
        return reports.brought_by_settings()

    def sorted(self, rows: QuerySet[Any], key: str, falls: bool) -> QuerySet[Any]:
        order = next((column.order for column in self.sortable if column.sort_key == key), ())
        return rows.order_by(*(backwards(order) if falls else order), *self.KEY)

    def sheet_rows(self, values: Any) -> QuerySet[Any]:
        return self.sorted(self.filtered(values), *self.sort_of(""))
