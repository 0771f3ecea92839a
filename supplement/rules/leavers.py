"""S5, C6, W1: a member leaves between two payments: where its share goes and how much that is.

The ways of working say it; money that is committed never moves, and no sum is below nothing. Sums in pence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span
from core.money import exact_pounds, half_up
from core.reasons import Reason
from memberships.rules.agreed import Amount
from supplement.rules.steps import Step, step

#: The answers of the ways of working (W1), "where does its share go" and "how is the amount worked out".
WITH_GROUP, FOLLOWS, PAID_TO_LEAVER, RETURNED, VOTE = "stays", "follows", "paid_to_leaver", "returned", "vote"
LESSER, TIME_LEFT, UNSPENT, FIXED = "lesser", "time_left", "unspent", "fixed"


class Goes(TextChoices):
    """Where a leaver's share went in the end."""

    WITH_GROUP = "stays", _("It stays with the group")
    FOLLOWS = "follows", _("It follows the setting to its next group")
    PAID_TO_LEAVER = "paid_to_leaver", _("It is paid to the setting")
    RETURNED = "returned", _("It is returned to the local authority")


CODE = "S5"
#: What can be moved with the next payments: it comes back to the authority, or goes from one group to another.
WITH_PAYMENTS = frozenset({Goes.RETURNED, Goes.FOLLOWS})


@dataclass(frozen=True, slots=True)
class Paid:
    """The last payment before a member leaves, and what the group has done with it since.

    ``covers``: the days that it is for; ``share_pence``: the member's lines of ``pence``, the whole sum.
    ``spent_pence`` and ``committed_pence``: of this payment; ``free_pence``, of the fund as a whole, is what
    is neither spent nor committed.
    """

    covers: Span
    pence: int
    share_pence: int
    spent_pence: int
    committed_pence: int
    free_pence: int


class LeaverShare(NamedTuple):
    """``pence`` that moves or is voted on; ``moves`` where it moves without a further decision; ``goes`` as
    the ways of working say, None where they say nothing.
    """

    goes: str | None
    pence: int
    moves: bool
    steps: tuple[Step, ...]


def share_of_leaver(
    paid: Paid, *, left_on: date, goes: str | None, amount: Amount | None, next_group_id: int | None = None
) -> LeaverShare:
    """S5: what becomes of a leaver's share. ``left_on`` is the first day on which it is no member.

    ``amount`` None is the lesser of both, the default. What follows the setting waits while it has no next
    group; what is voted on moves once the members have decided. ValueError for a choice that no ways of
    working know, and for a payment of no days.
    """
    if goes is None:
        return LeaverShare(None, 0, moves=False, steps=(step("leaver_nothing_agreed"),))
    if goes == WITH_GROUP:
        return LeaverShare(goes, 0, moves=False, steps=(step("leaver_stays"),))
    if goes not in (FOLLOWS, PAID_TO_LEAVER, RETURNED, VOTE):
        raise ValueError(goes)
    pence, steps = _amount(paid, left_on, amount)
    waits = goes == FOLLOWS and next_group_id is None
    key = "leaver_waits" if waits else f"leaver_{goes}"
    moves = pence > 0 and goes != VOTE and not waits
    return LeaverShare(goes, pence, moves, (*steps, step(key, moves_pence=pence)))


class SignedLines(NamedTuple):
    """What the next runs carry of a share, in pence: off the payments of the group that the member left, and
    on to those of its next group (nothing where it comes back to the authority).
    """

    off_pence: int
    on_pence: int


def lines_of_share(goes: str, pence: int) -> SignedLines:
    """S5: a share as signed lines: what comes on to the next group, and what comes back, is what goes off.

    ValueError for what is not moved with payments, and for a share of nothing.
    """
    if goes not in WITH_PAYMENTS or pence <= 0:
        raise ValueError(f"{pence} pence that go {goes}")
    return SignedLines(-pence, pence if goes == Goes.FOLLOWS else 0)


def refusals_to_carry(
    goes: str | None, *, has_claim: bool, is_ended: bool, next_has_claim: bool
) -> list[Refusal]:
    """S5: what stands against moving a share with the next payments. ``has_claim``: an approved run has paid for
    the group before; ``next_has_claim``: and for the group that the setting went to.
    """
    tests = (
        (
            goes not in WITH_PAYMENTS,
            gettext_noop("Only what is returned or follows the setting can go with the next payments."),
        ),
        (
            is_ended,
            gettext_noop(
                "This collaboration is closed and gets no more payments. Transfer the money from its fund."
            ),
        ),
        (
            not has_claim,
            gettext_noop("No payment run has paid this collaboration yet. Transfer the money from its fund."),
        ),
        (
            goes == Goes.FOLLOWS and not next_has_claim,
            gettext_noop(
                "No payment run has paid the next collaboration yet. Transfer the money from this fund."
            ),
        ),
    )
    found = [Refusal("by_run", Reason(CODE, sentence, {})) for fails, sentence in tests if fails]
    return found[:1]


def _amount(paid: Paid, left_on: date, amount: Amount | None) -> tuple[int, list[Step]]:
    choice = LESSER if amount is None else amount.choice
    steps: list[Step] = []
    if choice == FIXED:
        pence = max(0, amount.number or 0) if amount else 0
        steps.append(step("leaver_fixed", fixed_pence=pence))
    elif choice in (LESSER, TIME_LEFT, UNSPENT):
        steps.append(step("leaver_share", share_pence=paid.share_pence, all_pence=paid.pence))
        ways = [way for way in (TIME_LEFT, UNSPENT) if choice in (LESSER, way)]
        sums = []
        for way in ways:
            pence, told = _time_left(paid, left_on) if way == TIME_LEFT else _unspent(paid)
            sums.append(pence)
            steps.append(told)
        pence = min(sums)
        if choice == LESSER:
            steps.append(step("leaver_lesser", moves_pence=pence))
    else:
        raise ValueError(choice)
    free = max(0, paid.free_pence)
    if pence > free:
        pence = free
        steps.append(step("leaver_free", free_pence=free))
    return pence, steps


def _time_left(paid: Paid, left_on: date) -> tuple[int, Step]:
    """Its share for the days from its last day on to the end of what was paid for."""
    start, end = paid.covers.start, paid.covers.end
    days = (end - start).days if end else 0
    if end is None or days <= 0:
        raise ValueError("a payment of no days")
    left = min(days, max(0, (end - left_on).days))
    share = max(0, paid.share_pence)
    pence = half_up(share * left, days)
    arithmetic = f"{exact_pounds(share)} × {left}/{days}"
    return pence, step("leaver_time", number=left, all=days, arithmetic=arithmetic, time_pence=pence)


def _unspent(paid: Paid) -> tuple[int, Step]:
    """Its part of what is neither spent nor committed of that payment."""
    unspent = max(0, paid.pence - paid.spent_pence - paid.committed_pence)
    share, whole = max(0, paid.share_pence), max(0, paid.pence)
    pence = half_up(unspent * share, whole) if whole else 0
    arithmetic = f"{exact_pounds(unspent)} × {exact_pounds(share)} ÷ {exact_pounds(whole)}"
    return pence, step("leaver_unspent", arithmetic=arithmetic, unspent_pence=pence)
