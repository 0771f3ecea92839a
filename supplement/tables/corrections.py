"""The list of corrections (S8), for its page and its export."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter
from core.tables.table import Table
from supplement.models.runs import Adjustment
from supplement.rules.corrections import AGREED_FIRST
from supplement.selectors import corrections


def carried_by(row: Adjustment) -> Any:
    if row.taken_back_at is not None:
        return _("Taken back: %(why)s") % {"why": row.taken_back_words}
    if row.cause in AGREED_FIRST and row.agreed_at is None:
        return _("Waits for a second person")
    return row.run if row.run is not None else _("Waits for the next run")


class CorrectionsTable(Table):
    """Every correction of what was approved."""

    ordering = "-at"
    columns = (
        Column(
            "collaboration",
            _("Collaboration"),
            width=36,
            value="claim.collaboration",
            sort="claim__collaboration__name__in_order",
        ),
        Column("period", _("Period"), width=28, value="claim.period"),
        Column("member", _("Member"), width=36, value="membership.provider"),
        Column("pence", _("Sum"), Kind.MONEY, sort="pence"),
        Column("cause", _("Reason"), width=28, value="get_cause_display", sort="cause"),
        Column("words", _("Why"), width=60, wide=True),
        Column("run", _("Carried by"), width=28, value=carried_by),
        Column("by", _("By"), width=28),
        Column("at", _("At"), Kind.DATETIME, sort="at"),
        Column("agreed_by", _("Agreed by"), width=28),
    )
    second_rank = ("period", "words", "by", "agreed_by")
    filters = (ChoiceFilter("cause", _("Reason"), choices=Adjustment.Cause.choices),)

    def rows(self) -> QuerySet[Any]:
        return corrections.corrections()
