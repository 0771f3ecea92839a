"""S10: the money of a collaboration: what came, what was decided, committed and spent, and what is free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.money import pounds, shared
from core.reasons import Reason

CODE = "S10"


class Entry(TextChoices):
    """What happened to the money of a fund. Sums are always positive; the kind says which way they go."""

    OPENING = "opening", _("Opening balance")
    RECEIVED = "received", _("Received")
    RETURNED = "returned", _("Returned to the local authority")
    TO_LEAVER = "to_leaver", _("Paid to a setting that left")
    FROM_LEAVER = "from_leaver", _("Brought by a setting that joined")
    TO_GROUP = "to_group", _("Handed to another collaboration")
    FROM_GROUP = "from_group", _("Taken over from another collaboration")


#: Entries that make a fund larger.
COMES_IN = frozenset({Entry.OPENING, Entry.RECEIVED, Entry.FROM_LEAVER, Entry.FROM_GROUP})


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision to spend, in pence: what was decided, what of it is ordered and not paid, and what is paid.

    ``is_closed``: nothing more is spent by it, and what is left of it is free again.
    """

    pence: int
    committed_pence: int = 0
    spent_pence: int = 0
    is_closed: bool = False

    @property
    def reserved_pence(self) -> int:
        """What of the decision is not spent yet, and is free for nothing else."""
        return 0 if self.is_closed else self.pence - self.spent_pence

    @property
    def left_pence(self) -> int:
        """What of the decision is neither ordered nor spent: what may still be ordered by it."""
        return 0 if self.is_closed else self.pence - self.committed_pence - self.spent_pence


@dataclass(frozen=True, slots=True)
class Balance:
    """A fund on a day, in pence. ``left`` is in the bank; ``free`` may be decided about.

    ``waiting``: shares of leavers that the next payments are smaller by.
    """

    came_pence: int
    went_pence: int
    decided_pence: int
    committed_pence: int
    spent_pence: int
    reserved_pence: int
    waiting_pence: int = 0

    @property
    def left_pence(self) -> int:
        return self.came_pence - self.went_pence - self.spent_pence

    @property
    def free_pence(self) -> int:
        return self.left_pence - self.reserved_pence - self.waiting_pence


def balance_of(
    entries: Iterable[tuple[Entry, int]], decisions: Iterable[Decision], *, waiting_pence: int = 0
) -> Balance:
    """A fund from all that happened to it. Corrections of a payment are entries of their own, with a sign."""
    came = went = 0
    for kind, pence in entries:
        if kind in COMES_IN:
            came += pence
        else:
            went += pence
    made = list(decisions)
    return Balance(
        came_pence=came,
        went_pence=went,
        decided_pence=sum(row.pence for row in made),
        committed_pence=sum(row.committed_pence for row in made),
        spent_pence=sum(row.spent_pence for row in made),
        reserved_pence=sum(row.reserved_pence for row in made),
        waiting_pence=waiting_pence,
    )


def refusals_to_decide(
    balance: Balance, pence: int, *, has_objective: bool, has_minute: bool
) -> list[Refusal]:
    """What stands against a decision to spend: it names an objective, rests on a vote or a minute, and what
    is free is enough.
    """
    tests = (
        (pence <= 0, "pence", gettext_noop("Enter a sum of more than nothing.")),
        (
            pence > balance.free_pence,
            "pence",
            gettext_noop("%(free)s is free. A decision cannot be about more than that."),
        ),
        (not has_objective, "objective", gettext_noop("Choose the objective of the plan that this serves.")),
        (
            not has_minute,
            "decided",
            gettext_noop("Say where it was decided: choose the vote or the minutes."),
        ),
    )
    facts = {"free": pounds(max(0, balance.free_pence))}
    return [Refusal(where, Reason(CODE, sentence, facts)) for fails, where, sentence in tests if fails]


class ProposalState(TextChoices):
    """How a spending decision stands that was put to the vote."""

    VOTED_ON = "voted_on", _("The members vote on it")
    EQUAL = "equal", _("The vote is not settled")
    CARRIED = "carried", _("Carried, and not enough is free")
    DECIDED = "decided", _("Decided")
    ENDED = "ended", _("Ended")


NOT_CARRIED = gettext_noop("The members have not carried this, or it has ended.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is known of a proposal and its last vote: whether that is open, and its outcome ("" while open)."""

    is_decided: bool = False
    is_ended: bool = False
    is_open: bool = False
    is_carried: bool = False

    @property
    def state(self) -> ProposalState:
        if self.is_decided:
            return ProposalState.DECIDED
        if self.is_ended:
            return ProposalState.ENDED
        if self.is_open:
            return ProposalState.VOTED_ON
        return ProposalState.CARRIED if self.is_carried else ProposalState.EQUAL


def refusals_to_propose(balance: Balance, pence: int, *, has_objective: bool) -> list[Refusal]:
    """What stands against putting a spending decision to the vote: as against deciding it today. A proposal
    keeps no money, so a second one may be about the same.
    """
    return refusals_to_decide(balance, pence, has_objective=has_objective, has_minute=True)


def refusals_to_end(state: ProposalState) -> list[Refusal]:
    """What stands against ending a proposal by hand: its vote runs, or it is over."""
    sentence = {
        ProposalState.VOTED_ON: gettext_noop("The members vote on it. Withdraw the vote, or let it end."),
        ProposalState.DECIDED: gettext_noop("It is decided. Close the decision instead."),
    }.get(state)
    return [Refusal("", Reason(CODE, sentence, {}))] if sentence else []


def refusals_to_spend(decision: Decision, pence: int) -> list[Refusal]:
    """What stands against spending by a decision: it is open, and the sum is within what is left of it."""
    if decision.is_closed:
        return [
            Refusal("", Reason(CODE, gettext_noop("This decision is closed. Make a new one to spend more.")))
        ]
    if pence <= 0:
        return [Refusal("pence", Reason(CODE, gettext_noop("Enter a sum of more than nothing.")))]
    if pence > decision.left_pence:
        sentence = gettext_noop("%(left)s of this decision is left. Decide about more before you spend more.")
        return [Refusal("pence", Reason(CODE, sentence, {"left": pounds(decision.left_pence)}))]
    return []


def refusals_to_close(decision: Decision) -> list[Refusal]:
    """What is ordered is paid, or taken back, before its decision is closed: else nobody keeps the money."""
    if not decision.committed_pence:
        return []
    sentence = gettext_noop(
        "%(ordered)s is ordered and not paid. Record that it is paid, or take it back, and then close."
    )
    return [Refusal("", Reason(CODE, sentence, {"ordered": pounds(decision.committed_pence)}))]


def due_by_shares(free_pence: int, given: Mapping[int, int], shares: Mapping[int, int]) -> dict[int, int]:
    """S10: what of a balance each group of a plan still gets by its share (S1): of all that was free, less
    what it was given. The parts make what is free, also where somebody was given more than its part.
    """
    groups = sorted(shares)
    whole = free_pence + sum(given.get(group, 0) for group in groups)
    parts = shared(whole, [shares[group] for group in groups])
    left = [max(0, part - given.get(group, 0)) for group, part in zip(groups, parts, strict=True)]
    return dict(zip(groups, shared(free_pence, left), strict=True))


def refusals_to_hand_on(
    pence: int, *, free_pence: int, due_pence: int | None, has_words: bool, has_reason: bool
) -> list[Refusal]:
    """What stands against handing on a balance: it is free, it is agreed somewhere, and it is what the plan
    gives (``due_pence``, None where the plan gives no shares), or somebody says why not.
    """
    facts = {"free": pounds(max(0, free_pence)), "due": pounds(due_pence or 0)}
    tests = (
        (
            not 0 < pence <= free_pence,
            "pence",
            gettext_noop("Enter a sum of up to %(free)s: committed money never moves."),
        ),
        (not has_words, "words", gettext_noop("Say where that is agreed.")),
        (
            due_pence is not None and pence != due_pence and not has_reason,
            "otherwise",
            gettext_noop("By the plan that is %(due)s. Say why it is another sum."),
        ),
    )
    return [Refusal(where, Reason(CODE, sentence, facts)) for fails, where, sentence in tests if fails]


def refusals_to_remove(reported_on: date | None) -> list[Refusal]:
    """What stands against removing a receipt, or bringing one back. ``reported_on``: when the group reported
    its spending with that receipt, or without.
    """
    if reported_on is None:
        return []
    sentence = gettext_noop("The spending was reported on %(day)s. Its receipts stay as they were then.")
    return [Refusal("", Reason(CODE, sentence, {"day": reported_on}))]


def used_of(balance: Balance, pence: int, *, later_pence: int = 0) -> tuple[int, int]:
    """What of a sum that came is spent, and what of it is kept for something: older money goes first.

    ``later_pence``: what came after it. What decisions keep counts as committed, ordered or not: it never
    moves (S5).
    """
    left = min(pence, max(0, balance.left_pence - later_pence))
    free = min(left, max(0, balance.free_pence - later_pence))
    return pence - left, left - free


def split(pence: int, lines: Mapping[int, int]) -> dict[int, int]:
    """A payment by what each member's staff brought (S1): largest remainder, ties to the lowest id.

    ``lines``: by member, the sum of its lines in the run, with a sign where they correct. The parts make the
    sum; without any line nobody brought anything.
    """
    order = sorted(lines)
    whole = sum(lines.values())
    if not whole:
        return {}
    sign = 1 if whole > 0 else -1
    parts = shared(pence, [sign * lines[member] for member in order])
    return dict(zip(order, parts, strict=True))
