"""Reads of what a member that left takes along of its group's fund (S5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet

from core.dates import Span, day_after
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from memberships.selectors.leaving import day_of_leaving
from supplement.models.claims import Claim
from supplement.models.fund import FundEntry, LeaverSettlement
from supplement.models.runs import Adjustment
from supplement.rules import fund as rules
from supplement.rules.fund import Entry
from supplement.rules.leavers import VOTE, LeaverShare, Paid, share_of_leaver
from supplement.rules.runs import FIXED
from supplement.selectors import fund
from ways_of_working.rules.effective import EffectiveTerms
from ways_of_working.selectors.effective import effective_terms


class Working(NamedTuple):
    """How a leaver's share is worked out today, and by which terms. ``members_decide``: the terms leave it to
    them, or say nothing.
    """

    share: LeaverShare
    terms: EffectiveTerms
    members_decide: bool


def leavers_of(collaboration_id: int) -> QuerySet[Membership]:
    """Members that gave notice or left within a paid period, the last first, each with its settlement."""
    rows = Membership.objects.filter(_paid_when_left(), collaboration=collaboration_id)
    rows = rows.select_related("provider", "settlement")
    return rows.order_by("-left_on", "pk")


def shares_to_settle(collaboration_ids: list[int], *, on: date) -> QuerySet[Membership]:
    """Members that left by a day within a paid period and whose share is not settled, the earliest first."""
    rows = Membership.objects.filter(
        _paid_when_left(), collaboration__in=collaboration_ids, left_on__lte=on, settlement=None
    )
    return rows.select_related("provider").order_by("left_on", "pk")


def _paid_when_left() -> Exists:
    """Whether money had come for a time in which the member left."""
    return Exists(
        FundEntry.objects.filter(
            kind=Entry.RECEIVED,
            collaboration=OuterRef("collaboration"),
            payment__claim__period__starts_on__lt=OuterRef("left_on"),
            payment__claim__period__ends_on__gte=OuterRef("left_on"),
        )
    )


def leaver_in(collaboration_id: int, membership_id: int) -> Membership | None:
    """A member that gave notice or has left."""
    rows = Membership.objects.select_related("provider", "collaboration")
    return rows.filter(collaboration=collaboration_id, pk=membership_id, left_on__isnull=False).first()


def settlement_of(membership: Membership) -> LeaverSettlement | None:
    rows = LeaverSettlement.objects.filter(membership=membership)
    return rows.select_related("by", "vote", "entry__went_to__collaboration").first()


def settlement_for_update(membership_id: int) -> LeaverSettlement | None:
    """The row, locked until the transaction ends."""
    rows = LeaverSettlement.objects.select_for_update(of=("self",), no_key=True)
    return (
        rows.select_related("membership__collaboration", "membership__provider")
        .filter(membership=membership_id)
        .first()
    )


def lines_of(settlement: LeaverSettlement) -> list[Adjustment]:
    """What moves a share with payments, with the run that carries it; what was taken back among it."""
    rows = Adjustment.objects.filter(settlement=settlement)
    return list(rows.select_related("claim__collaboration", "run", "taken_back_by").order_by("pk"))


def is_moved(lines: Iterable[Adjustment]) -> bool:
    """Whether an approved run has moved a share by one of its lines."""
    return any(row.taken_back_at is None and row.run is not None and row.run.state in FIXED for row in lines)


def last_approved_claim(collaboration_id: int) -> Claim | None:
    """S5: the claim to which a share is put: the last one that an approved run pays for."""
    rows = Claim.objects.filter(collaboration=collaboration_id, run_claims__run__state__in=sorted(FIXED))
    return rows.order_by("-period__starts_on", "-pk").first()


def next_groups(membership: Membership, *, on: date) -> list[Membership]:
    """The memberships of the same setting in other groups on a day, the one it joined last first."""
    rows = Membership.objects.filter(is_member_on(on), provider=membership.provider_id)
    rows = rows.exclude(collaboration=membership.collaboration_id).select_related("collaboration")
    return list(rows.order_by("-joined_on", "pk"))


def working_of(membership: Membership, *, on: date, goes: str | None = None) -> Working:
    """What the ways of working of its last day say, and the sum (S5). ``goes``: what the members decided."""
    terms = effective_terms(membership.collaboration, on=day_of_leaving(membership, on=on))
    agreed = terms.leaver_funding
    decide = agreed in (None, VOTE)
    following = next_groups(membership, on=on)
    share = share_of_leaver(
        _last_paid(membership),
        left_on=membership.left_on or on,
        goes=(goes or agreed) if decide else agreed,
        amount=terms.leaver_amount,
        next_group_id=following[0].collaboration_id if following else None,
    )
    return Working(share, terms, decide)


def _last_paid(membership: Membership) -> Paid:
    """The last claim of the group for which money came, and what is left of it; older money goes first."""
    group = membership.collaboration_id
    balance = fund.balance_of(group)
    entries = FundEntry.objects.filter(collaboration=group, kind=Entry.RECEIVED).select_related(
        "payment__claim__period"
    )
    last = entries.order_by(F("payment__claim__period__starts_on").desc(), "-pk").first()
    free = balance.free_pence
    if last is None or last.payment is None:
        return Paid(Span(membership.joined_on, day_after(membership.joined_on)), 0, 0, 0, 0, free)
    claim = last.payment.claim
    parts = fund.brought_for(group, claim_id=claim.pk)
    pence = sum(parts.values())
    spent, kept = rules.used_of(balance, max(0, pence))
    covers = Span(claim.period.starts_on, claim.period.ends_on)
    return Paid(covers, pence, parts.get(membership.provider_id, 0), spent, kept, free)
