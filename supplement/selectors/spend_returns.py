"""Reads of spend returns (S10): claims whose money is to be reported, and what was reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from supplement.models.claims import Claim
from supplement.models.fund import FundEntry, SpendReturn
from supplement.models.parts import SchemePeriod
from supplement.rules import fund as rules
from supplement.rules.claims import ClaimState
from supplement.rules.fund import Entry
from supplement.selectors import fund
from supplement.selectors.closing import closings

#: Versions of a scheme by which claims were paid.
_IN_USE = ("approved", "superseded")


def claims_to_report(collaboration_ids: Iterable[int]) -> QuerySet[Claim]:
    """Paid claims without a spend return, the earliest first, each with ``report_by``: the day until which
    the evidence of the period after it can be mended; None where there is none. Those of a period that
    finance has closed are not among them: nothing is reported there (S8).
    """
    closed = closings().filter(
        period__starts_on__lt=OuterRef("period__ends_on"), period__ends_on__gt=OuterRef("period__starts_on")
    )
    following = SchemePeriod.objects.filter(
        scheme__state="approved", starts_on__gte=OuterRef("period__ends_on")
    ).order_by("starts_on", "pk")
    rows = Claim.objects.filter(collaboration__in=collaboration_ids, state=ClaimState.PAID, spend_return=None)
    rows = rows.exclude(Exists(closed))
    rows = rows.select_related("period", "collaboration")
    rows = rows.annotate(report_by=Subquery(following.values("evidence_until_on")[:1]))
    return rows.order_by("period__starts_on", "pk")


def claim_of(collaboration_id: int, claim_id: int) -> Claim | None:
    rows = Claim.objects.select_related("period", "collaboration")
    return rows.filter(collaboration=collaboration_id, pk=claim_id).first()


def returns_of(collaboration_id: int) -> list[SpendReturn]:
    """What a group has reported, the latest first."""
    rows = SpendReturn.objects.filter(claim__collaboration=collaboration_id)
    return list(rows.select_related("claim__period", "by").order_by("-at", "-pk"))


def return_of(claim: Claim) -> SpendReturn | None:
    return SpendReturn.objects.filter(claim=claim).select_related("by").first()


def reported_since(collaboration_id: int, at: datetime) -> date | None:
    """The day of the first spend return of a group at or after a moment; None where there is none."""
    rows = SpendReturn.objects.filter(claim__collaboration=collaboration_id, at__gte=at).order_by("at", "pk")
    first = rows.values_list("at", flat=True).first()
    return timezone.localdate(first) if first is not None else None


def last_reported_at(collaboration_id: int) -> datetime | None:
    """When a group reported its spending last."""
    rows = SpendReturn.objects.filter(claim__collaboration=collaboration_id).order_by("-at", "-pk")
    return rows.values_list("at", flat=True).first()


class Figures(NamedTuple):
    """What of the money of one claim is spent, kept by decisions and left; older money goes first. Pence."""

    received_pence: int
    spent_pence: int
    committed_pence: int
    left_pence: int
    missing_receipts: int


def figures_of(claim: Claim) -> Figures:
    """Of the money that came for a claim, as the fund stands now."""
    group = claim.collaboration_id
    came = FundEntry.objects.filter(collaboration=group, kind=Entry.RECEIVED)
    own = came.filter(payment__claim=claim)
    received = own.aggregate(pence=Sum("pence"))["pence"] or 0
    last = own.order_by("-on", "-pk").first()
    later = 0
    if last is not None:
        rows = FundEntry.objects.filter(collaboration=group, kind__in=rules.COMES_IN, on__gt=last.on)
        later = rows.aggregate(pence=Sum("pence"))["pence"] or 0
    spent, kept = rules.used_of(fund.balance_of(group), max(0, received), later_pence=later)
    return Figures(received, spent, kept, received - spent, fund.paid_without_receipt([group]).count())


def reported_before(
    collaboration_ids: Collection[int], *, before: date
) -> dict[int, tuple[str, date | None]]:
    """Of each group to which money came for the last period that ended by a day: the period's name, and when
    its spending was reported. Groups to which nothing came are left out (S4). Two statements.
    """
    last = (
        SchemePeriod.objects.filter(scheme__state__in=_IN_USE, ends_on__lte=before)
        .order_by("-ends_on", "-pk")
        .values_list("starts_on", "ends_on")
        .first()
    )
    if last is None:
        return {}
    starts_on, ends_on = last
    came = FundEntry.objects.filter(payment__claim=OuterRef("pk"))
    claims = Claim.objects.filter(
        Exists(came),
        collaboration__in=collaboration_ids,
        period__starts_on=starts_on,
        period__ends_on=ends_on,
    )
    told = claims.annotate(reported=TruncDate("spend_return__at")).order_by("pk")
    rows = told.values_list("collaboration_id", "period__name", "reported")
    return {group: (name, reported) for group, name, reported in rows}
