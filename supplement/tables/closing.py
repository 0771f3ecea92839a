"""The list of periods as finance closes them (S8), for its page and its export."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import BooleanFilter
from core.tables.table import Table
from supplement.models.parts import SchemePeriod
from supplement.selectors import closing


def period_address(row: SchemePeriod) -> str:
    return reverse("supplement:closing_period", args=[row.pk])


def state_words(row: Any) -> Any:
    return _("Open") if row.closed_at is None else _("Closed")


def state_colour(row: Any) -> str:
    return "green" if row.closed_at is None else "grey"


class PeriodsTable(Table):
    """Every period that was claimed for."""

    ordering = "-starts"
    columns = (
        Column("name", _("Period"), width=36, sort="name__in_order", link=period_address),
        Column("scheme", _("Scheme"), width=36, sort="scheme__name__in_order"),
        Column("starts", _("From"), Kind.DATE, value="starts_on", sort="starts_on"),
        Column("state", _("State"), value=state_words, tag=state_colour, sort="closed_at"),
        Column("claims_count", _("Claims"), Kind.NUMBER, sort="claims_count"),
        Column("runs_open", _("Runs not closed"), Kind.NUMBER, sort="runs_open"),
        Column("closed_at", _("Closed at"), Kind.DATETIME, sort="closed_at"),
    )
    second_rank = ("scheme", "closed_at")
    filters = (BooleanFilter("open", _("Only open ones"), lookup="closed_at__isnull"),)

    def rows(self) -> QuerySet[Any]:
        return closing.periods()
