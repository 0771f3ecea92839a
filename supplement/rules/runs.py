"""S8: a payment run over all collaborations: its states, who may approve it, and what must be looked at
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, move_of
from core.reasons import Reason
from core.text import has_something_to_see
from supplement.rules.schemes import Basis, Terms

CODE = "S8"
#: Per cent: a claim that moved by more against the last period is looked at first.
LARGE_CHANGE_PERCENT = 20


class RunState(TextChoices):
    """Where a run stands."""

    OPEN = "open", _("Being put together")
    CALCULATING = "calculating", _("Being calculated")
    CALCULATED = "calculated", _("Calculated")
    REVIEWED = "reviewed", _("Reviewed")
    APPROVED = "approved", _("Approved")
    EXPORTED = "exported", _("Payment file made")
    PAID = "paid", _("Paid")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Called off")


class Actor(TextChoices):
    """Who makes a move."""

    FINANCE = "finance", "finance officer"
    APPROVER = "approver", "a second finance officer, or the manager"
    WORKER = "worker", "the calculation"


class Need(TextChoices):
    """What must be there before a move is made."""

    WORDS = "words", "the reason in words"
    ALL_SEEN = "all_seen", "every exception was looked at"
    SOMEBODY_ELSE = "somebody_else", "not by whoever calculated it"
    UNCHANGED = "unchanged", "nothing it was calculated from has changed"
    ALL_ANSWERED = "all_answered", "every payment is paid or failed"


_S, _FINANCE = RunState, Actor.FINANCE
_WHY = (Need.WORDS,)
_OFF = gettext_noop("Call the run off")

#: The one table. A calculation that was killed is begun again: `CALCULATING` leads to itself.
RUN_MOVES: tuple[Move[RunState, Need], ...] = (
    Move(_S.OPEN, _S.CALCULATING, _FINANCE, gettext_noop("Calculate")),
    Move(_S.CALCULATING, _S.CALCULATING, Actor.WORKER, gettext_noop("Go on after an interruption")),
    Move(_S.CALCULATING, _S.CALCULATED, Actor.WORKER, gettext_noop("Every claim is calculated")),
    Move(_S.CALCULATED, _S.CALCULATING, _FINANCE, gettext_noop("Calculate again")),
    Move(_S.CALCULATED, _S.REVIEWED, _FINANCE, gettext_noop("Record the review"), (Need.ALL_SEEN,)),
    Move(_S.REVIEWED, _S.CALCULATING, _FINANCE, gettext_noop("Calculate again")),
    Move(
        _S.REVIEWED,
        _S.APPROVED,
        Actor.APPROVER,
        gettext_noop("Approve"),
        (Need.SOMEBODY_ELSE, Need.UNCHANGED),
    ),
    Move(_S.REVIEWED, _S.CALCULATED, Actor.APPROVER, gettext_noop("Send back"), _WHY),
    Move(_S.APPROVED, _S.EXPORTED, _FINANCE, gettext_noop("Make the payment file")),
    Move(_S.EXPORTED, _S.PAID, _FINANCE, gettext_noop("Record the payments"), (Need.ALL_ANSWERED,)),
    Move(
        _S.APPROVED, _S.CLOSED, _FINANCE, gettext_noop("Close: nothing is to be paid"), (Need.ALL_ANSWERED,)
    ),
    Move(_S.PAID, _S.CLOSED, _FINANCE, gettext_noop("Close")),
    Move(_S.OPEN, _S.CANCELLED, _FINANCE, _OFF, _WHY),
    Move(_S.CALCULATED, _S.CANCELLED, _FINANCE, _OFF, _WHY),
    Move(_S.REVIEWED, _S.CANCELLED, _FINANCE, _OFF, _WHY),
)
#: From approval on lines never change: a correction is a signed line of a later run.
FIXED = frozenset({_S.APPROVED, _S.EXPORTED, _S.PAID, _S.CLOSED})


class Unusual(TextChoices):
    """Why a claim is looked at before the others."""

    NOBODY = "nobody", _("No payee or no supplier reference")
    REFERENCE = "reference", _("Supplier reference changed")
    PAYEE = "payee", _("Another payee")
    CHANGE = "change", _("More than 20 % up or down")
    FROZEN = "frozen", _("Frozen: a signature for the payee is missing")
    HELD = "held", _("A criterion holds it back")


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim beside the same collaboration's last one. Pence; None where there was none."""

    pence: int
    last_pence: int | None
    reference: str
    last_reference: str | None
    payee: int | None
    last_payee: int | None
    is_frozen: bool = False
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a move is judged by. ``unseen`` and ``unanswered``: how many exceptions and payments."""

    state: RunState
    calculated_by: int | None = None
    unseen: int = 0
    unanswered: int = 0
    snapshot_hash: str = ""
    hash_now: str = ""


def exceptions_of(compared: Compared) -> list[Unusual]:
    """What is unusual about a claim, the gravest first. A first claim has nothing to be compared with."""
    tests = (
        (Unusual.NOBODY, compared.pence > 0 and (compared.payee is None or not compared.reference)),
        (Unusual.REFERENCE, compared.last_reference not in (None, compared.reference)),
        (Unusual.PAYEE, compared.last_payee not in (None, compared.payee)),
        (Unusual.CHANGE, _is_large(compared.pence, compared.last_pence)),
        (Unusual.FROZEN, compared.is_frozen),
        (Unusual.HELD, compared.is_held),
    )
    return [name for name, holds in tests if holds]


def _is_large(pence: int, last: int | None) -> bool:
    """Whether a sum moved by more than 20 % of the last one, in whole pence without rounding."""
    if last is None:
        return False
    return abs(pence - last) * 100 > LARGE_CHANGE_PERCENT * abs(last)


def may_move(
    facts: RunFacts, to: RunState, *, actor: Actor, by: int | None = None, words: str = ""
) -> list[Refusal]:
    """Every reason why somebody may not move a run, at once. Empty when they may."""
    row = move_of(RUN_MOVES, facts.state, to)
    if row is None or row.actor is not actor:
        return [_refused("", gettext_noop("The run cannot be moved there now. Load the page again."))]
    holds = {
        Need.WORDS: has_something_to_see(words),
        Need.ALL_SEEN: facts.unseen == 0,
        Need.SOMEBODY_ELSE: by is not None and by != facts.calculated_by,
        Need.UNCHANGED: facts.snapshot_hash == facts.hash_now,
        Need.ALL_ANSWERED: facts.unanswered == 0,
    }
    return [
        _refused("words" if need is Need.WORDS else "", _SENTENCES[need])
        for need in row.needs
        if not holds[need]
    ]


_SENTENCES = {
    Need.WORDS: gettext_noop("Enter the reason."),
    Need.ALL_SEEN: gettext_noop("Look at every exception first."),
    Need.SOMEBODY_ELSE: gettext_noop("You calculated this run. Somebody else must approve it."),
    Need.UNCHANGED: gettext_noop(
        "Something changed since the run was calculated. Calculate it again, and review it again."
    ),
    Need.ALL_ANSWERED: gettext_noop("Record of every payment whether it was paid or failed."),
}


#: What stands against a calculation, a review or an approval besides the table.
NOTHING_TO_PAY = gettext_noop("No claim of this period is assessed as eligible, so there is nothing to pay.")
CLAIMS_LEFT = gettext_noop(
    "Claims of this run that were withdrawn, put on hold or appealed since: %(number)d. Calculate it again."
)
TAKEN_BACK = gettext_noop("A correction of this run was taken back since. Calculate it again.")


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason(CODE, sentence))


def left_to_share(terms: Terms, paid: Mapping[str, int]) -> Terms:
    """S6: the terms of a later run of a period. ``paid``: by component, what earlier runs approved for it, in
    pence.

    It shares what is left of the pot, the contingency among it: late claims and appeals are what that is kept
    for. Of a fixed sum that all collaborations share it shares what is left of that.
    """
    if not paid:
        return terms
    components = tuple(
        replace(component, sum_pence=max(0, component.sum_pence - paid.get(component.key, 0)))
        if component.basis is Basis.POT
        else component
        for component in terms.components
    )
    pot = terms.pot
    if pot.pence is not None:
        pot = replace(pot, pence=max(0, pot.pence - sum(paid.values())), contingency_pence=0)
    return replace(terms, components=components, pot=pot)


def totals(pence: Iterable[int]) -> tuple[int, int]:
    """Control totals of a payment file: how many lines, and their sum in pence."""
    numbers = list(pence)
    return len(numbers), sum(numbers)
