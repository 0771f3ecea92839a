"""Lists of the supplement, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.dates import last_day
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter, ScopeFilter
from core.tables.table import Table
from supplement.models.consultation import SchemeAnswer
from supplement.models.schemes import Scheme
from supplement.rules.scheme_states import Opinion, SchemeState
from supplement.selectors import consultation, schemes

SCHEME_COLOURS = {
    SchemeState.DRAFT: "yellow",
    SchemeState.CONSULTED: "blue",
    SchemeState.APPROVED: "green",
    SchemeState.SUPERSEDED: "grey",
}
OPINION_COLOURS = {Opinion.AGREES: "green", Opinion.CHANGES: "yellow", Opinion.DISAGREES: "red"}


def scheme_address(scheme: Scheme) -> str:
    return reverse("supplement:scheme", args=[scheme.pk])


def scheme_colour(scheme: Scheme) -> str:
    return SCHEME_COLOURS[SchemeState(scheme.state)]


def opinion_colour(answer: SchemeAnswer) -> str:
    return OPINION_COLOURS[Opinion(answer.opinion)]


class SchemesTable(Table):
    """Every version of the scheme of every year."""

    ordering = "-starts_on"
    columns = (
        Column("name", _("Scheme"), width=36, link=scheme_address),
        Column("version", _("Version"), Kind.NUMBER, sort="version"),
        Column("starts_on", _("From"), Kind.DATE, sort="starts_on"),
        Column("last_day", _("Last day"), Kind.DATE, value=lambda row: last_day(row.ends_on), sort="ends_on"),
        Column("state", _("State"), value="get_state_display", tag=scheme_colour, sort="state"),
        Column("approved_by", _("Approved by"), width=28),
        Column("approved_at", _("Approved at"), Kind.DATETIME, sort="approved_at"),
    )
    second_rank = ("version", "approved_at")
    filters: Sequence[Filter] = (ChoiceFilter("state", _("State"), choices=SchemeState.choices),)

    def rows(self) -> QuerySet[Any]:
        return schemes.schemes()


class AnswersTable(Table):
    """What the leaders of all groups answered about one draft."""

    ordering = "group"
    columns = (
        Column(
            "group", _("Collaboration"), width=36, value="collaboration", sort="collaboration__name__in_order"
        ),
        Column(
            "opinion", _("Answer"), width=40, value="get_opinion_display", tag=opinion_colour, sort="opinion"
        ),
        Column("words", _("In their words"), width=60, wide=True),
        Column("by", _("Answered by"), width=28),
        Column("at", _("Answered at"), Kind.DATETIME, sort="at"),
    )
    second_rank = ("at",)
    filters: Sequence[Filter] = (
        ChoiceFilter("opinion", _("Answer"), choices=Opinion.choices),
        ScopeFilter(
            "consultation",
            _("Consultation"),
            find=consultation.consultation_by_id,
            error=_("There is no such consultation."),
        ),
    )

    def rows(self) -> QuerySet[Any]:
        rows = SchemeAnswer.objects.select_related("collaboration", "by")
        return rows.order_by("collaboration__name__in_order", "pk")


# --- the fund of a collaboration ----------------------------------------------------------------------------
