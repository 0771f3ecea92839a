"""The money of a group: what came and went, and what was bought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaboration_by_id
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, Filter, ScopeFilter
from core.tables.table import Table
from supplement.models.fund import FundEntry, Spending
from supplement.rules.fund import Entry, ProposalState
from supplement.selectors import fund

_GROUP: dict[str, Any] = {
    "find": collaboration_by_id,
    "error": _("There is no such collaboration."),
}


def decision_address(row: Spending) -> str:
    return reverse("supplement:spending_decision", args=[row.decision.collaboration_id, row.decision_id])


def about_entry(entry: FundEntry) -> str:
    """What a person asks about an entry: for which period, which setting, from or to which group, and why."""
    parts: list[str] = []
    if entry.payment is not None:
        parts.append(entry.payment.claim.period.name)
    if entry.membership is not None:
        parts.append(str(entry.membership.provider))
    if entry.came_from is not None:
        parts.append(str(entry.came_from.collaboration))
    went_to = getattr(entry, "went_to", None)
    if went_to is not None:
        parts.append(str(went_to.collaboration))
    return ". ".join([*parts, *([entry.words] if entry.words else [])])


class EntriesTable(Table):
    """What came to a fund and what went from it."""

    ordering = "-on"
    columns = (
        Column("on", _("On"), Kind.DATE, sort=("on", "pk")),
        Column("kind", _("What"), value="get_kind_display", width=30, sort="kind"),
        Column("pence", _("Sum"), Kind.MONEY, value="signed_pence"),
        Column("about", _("About"), value=about_entry, width=50, wide=True),
    )
    filters: Sequence[Filter] = (
        ChoiceFilter("kind", _("What"), choices=Entry.choices),
        ScopeFilter("collaboration", _("Collaboration"), **_GROUP),
    )

    def rows(self) -> QuerySet[Any]:
        return fund.entries_of(int(self.scope["collaboration"]))


PROPOSAL_COLOURS = {
    ProposalState.VOTED_ON: "blue",
    ProposalState.EQUAL: "yellow",
    ProposalState.CARRIED: "yellow",
    ProposalState.DECIDED: "green",
    ProposalState.ENDED: "grey",
}


def standing(row: Spending) -> str:
    if row.taken_back_at is not None:
        return str(_("Taken back"))
    return str(_("Paid") if row.paid_on else _("Ordered"))


def standing_colour(row: Spending) -> str:
    if row.taken_back_at is not None:
        return "grey"
    return "green" if row.paid_on else "yellow"


class SpendingTable(Table):
    """Everything that was ordered or paid from a fund."""

    ordering = "-ordered_on"
    columns = (
        Column("what", _("What"), width=40, link=decision_address, sort="what_in_order"),
        Column("supplier", _("Bought from"), width=28),
        Column("pence", _("Sum"), Kind.MONEY, sort="pence"),
        Column("ordered_on", _("Ordered on"), Kind.DATE, sort=("ordered_on", "pk")),
        Column("paid_on", _("Paid on"), Kind.DATE, sort="paid_on"),
        Column("standing", _("State"), value=standing, tag=standing_colour),
        Column("receipts_count", _("Receipts"), Kind.NUMBER, sort="receipts_count"),
        Column("decision", _("Decision"), width=40, value="decision.what"),
        Column("objective", _("Objective"), width=40, value="decision.objective.aim", wide=True),
        Column("why", _("Why it was taken back"), width=40, value="taken_back_words"),
    )
    on_page = ("what", "supplier", "pence", "ordered_on", "paid_on", "standing", "receipts_count")
    on_choice = ("decision", "objective", "why")
    second_rank = ("supplier", "receipts_count")
    filters: Sequence[Filter] = (
        ScopeFilter("collaboration", _("Collaboration"), lookup="decision__collaboration", **_GROUP),
    )

    def rows(self) -> QuerySet[Any]:
        return fund.spending().filter(decision__collaboration=int(self.scope["collaboration"]))
