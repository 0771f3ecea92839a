"""S7: the life of a collaboration's claim for one period, from draft to closed: one table of moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, move_of, next_moves
from core.reasons import Reason
from core.text import has_something_to_see
from supplement.rules.schemes import Period

CODE = "S7"


class ClaimState(TextChoices):
    """Where a claim stands."""

    DRAFT = "draft", _("Being written")
    SUBMITTED = "submitted", _("Sent in")
    CHECKING = "checking", _("Evidence is checked")
    RETURNED = "returned", _("Sent back with a question")
    ASSESSED = "assessed", _("Assessed")
    CALCULATED = "calculated", _("Calculated")
    REVIEWED = "reviewed", _("Reviewed")
    APPROVED = "approved", _("Approved")
    IN_RUN = "in_run", _("In a payment run")
    PAID = "paid", _("Paid")
    ADJUSTED = "adjusted", _("Paid, a correction follows")
    REPORTED = "reported", _("Spending reported")
    CLOSED = "closed", _("Closed")
    ON_HOLD = "on_hold", _("On hold")
    APPEALED = "appealed", _("Appealed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Assessment(TextChoices):
    """What the evidence comes to."""

    ELIGIBLE = "eligible", _("Eligible")
    PART = "part", _("Eligible in part")
    NOT = "not", _("Not eligible")


class Actor(TextChoices):
    """Who makes a move."""

    LEADER = "leader", "leader"
    OFFICER = "officer", "officer"
    FINANCE = "finance", "finance officer"
    APPROVER = "approver", "a second finance officer, or the manager"
    RUN = "run", "the payment run"


class Need(TextChoices):
    """What must be there before a move is made."""

    OPEN = "open", "claims are open"
    WORDS = "words", "the reason in words"
    ASSESSMENT = "assessment", "what the evidence comes to"
    MONEY = "money", "something to pay"
    SOMEBODY_ELSE = "somebody_else", "not by whoever calculated"
    REPORT = "report", "the spend return"
    STOOD = "stood", "the claim stood there before"


_S, _WHY = ClaimState, (Need.WORDS,)
_BACK = (Need.STOOD, Need.WORDS)
#: States in which money is not yet promised, and a claim may be withdrawn.
BEFORE_APPROVAL = (_S.DRAFT, _S.SUBMITTED, _S.CHECKING, _S.RETURNED, _S.ASSESSED, _S.CALCULATED, _S.REVIEWED)
#: States that may wait, and go on where they stood.
MAY_WAIT = (_S.SUBMITTED, _S.CHECKING, _S.ASSESSED, _S.CALCULATED, _S.REVIEWED, _S.APPROVED)
#: States that may be appealed: there is a decision.
MAY_BE_APPEALED = (_S.ASSESSED, _S.CALCULATED, _S.REVIEWED, _S.APPROVED, _S.PAID)

#: The one table. Whoever holds, appeals or withdraws says why; what was on hold goes on where it stood.
CLAIM_MOVES: tuple[Move[ClaimState, Need], ...] = (
    Move(_S.DRAFT, _S.SUBMITTED, Actor.LEADER, gettext_noop("Send the claim"), (Need.OPEN,)),
    Move(_S.SUBMITTED, _S.CHECKING, Actor.OFFICER, gettext_noop("Begin the check")),
    Move(_S.CHECKING, _S.RETURNED, Actor.OFFICER, gettext_noop("Ask a question"), _WHY),
    Move(_S.RETURNED, _S.CHECKING, Actor.LEADER, gettext_noop("Answer"), _WHY),
    Move(_S.CHECKING, _S.ASSESSED, Actor.OFFICER, gettext_noop("Assess"), (Need.ASSESSMENT,)),
    Move(_S.ASSESSED, _S.CHECKING, Actor.OFFICER, gettext_noop("Check again"), _WHY),
    Move(_S.ASSESSED, _S.CALCULATED, Actor.RUN, gettext_noop("Calculate"), (Need.MONEY,)),
    Move(_S.CALCULATED, _S.CALCULATED, Actor.RUN, gettext_noop("Calculate again")),
    Move(_S.CALCULATED, _S.ASSESSED, Actor.FINANCE, gettext_noop("Take out of the run"), _WHY),
    Move(_S.CALCULATED, _S.REVIEWED, Actor.FINANCE, gettext_noop("Record the review")),
    Move(_S.REVIEWED, _S.CALCULATED, Actor.RUN, gettext_noop("Calculate again")),
    Move(_S.REVIEWED, _S.APPROVED, Actor.APPROVER, gettext_noop("Approve"), (Need.SOMEBODY_ELSE,)),
    Move(_S.APPROVED, _S.IN_RUN, Actor.FINANCE, gettext_noop("Put into the payment file")),
    Move(_S.IN_RUN, _S.PAID, Actor.FINANCE, gettext_noop("Record the payment")),
    Move(_S.IN_RUN, _S.APPROVED, Actor.FINANCE, gettext_noop("Record that it failed"), _WHY),
    Move(_S.PAID, _S.ADJUSTED, Actor.FINANCE, gettext_noop("Add a correction"), _WHY),
    Move(_S.ADJUSTED, _S.PAID, Actor.RUN, gettext_noop("Record that the correction is paid")),
    Move(_S.PAID, _S.REPORTED, Actor.LEADER, gettext_noop("Report the spending"), (Need.REPORT,)),
    Move(_S.REPORTED, _S.CLOSED, Actor.FINANCE, gettext_noop("Close")),
    *(
        Move(state, _S.WITHDRAWN, Actor.LEADER, gettext_noop("Withdraw the claim"), _WHY)
        for state in BEFORE_APPROVAL
    ),
    *(Move(state, _S.ON_HOLD, Actor.FINANCE, gettext_noop("Put on hold"), _WHY) for state in MAY_WAIT),
    *(Move(_S.ON_HOLD, state, Actor.FINANCE, gettext_noop("Go on"), _BACK) for state in MAY_WAIT),
    *(Move(state, _S.APPEALED, Actor.LEADER, gettext_noop("Appeal"), _WHY) for state in MAY_BE_APPEALED),
    *(
        Move(_S.APPEALED, state, Actor.OFFICER, gettext_noop("Let the decision stand"), _BACK)
        for state in MAY_BE_APPEALED
    ),
    Move(_S.APPEALED, _S.CHECKING, Actor.OFFICER, gettext_noop("Agree, and check again"), _WHY),
    Move(_S.APPEALED, _S.ADJUSTED, Actor.OFFICER, gettext_noop("Agree, and add a correction"), _WHY),
)
#: Nothing leads on from here.
ENDED = frozenset({_S.CLOSED, _S.WITHDRAWN})
#: What an upheld appeal leads to, by where the claim stood: what was approved is never calculated anew, and
#: is corrected by a signed line of a later run (S8); before that the claim is checked again.
_UPHELD: Mapping[ClaimState, ClaimState] = {
    _S.APPROVED: _S.APPROVED,
    _S.PAID: _S.ADJUSTED,
}


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What a move is judged by.

    ``stood``: the state before it was put on hold or appealed. ``calculated_by``: the person's number.
    ``pence``: what the calculation came to, None before it.
    """

    state: ClaimState
    stood: ClaimState | None = None
    assessment: Assessment | None = None
    calculated_by: int | None = None
    has_report: bool = False


def may_move(
    facts: ClaimFacts,
    to: ClaimState,
    *,
    actor: Actor,
    period: Period,
    today: date,
    by: int | None = None,
    words: str = "",
) -> list[Refusal]:
    """Every reason why somebody may not move a claim, at once. Empty when they may. ``by``: a person's
    number.
    """
    row = move_of(CLAIM_MOVES, facts.state, to)
    if row is None or row.actor is not actor or not _fits_where_it_stood(facts, to):
        return [
            _refused(
                "", gettext_noop("The claim is “%(state)s”. It cannot be moved there now."), state=facts.state
            )
        ]
    holds = {
        Need.OPEN: period.claims_from_on <= today <= period.claims_until_on,
        Need.WORDS: has_something_to_see(words),
        Need.ASSESSMENT: facts.assessment is not None,
        Need.MONEY: facts.assessment in (Assessment.ELIGIBLE, Assessment.PART),
        Need.SOMEBODY_ELSE: by is not None and by != facts.calculated_by,
        Need.REPORT: facts.has_report,
        Need.STOOD: facts.stood is to,
    }
    return [_why_not(need, period) for need in row.needs if not holds[need]]


def _fits_where_it_stood(facts: ClaimFacts, to: ClaimState) -> bool:
    """What was upheld goes to a check before anything is approved, and to a correction after."""
    if facts.state is not ClaimState.APPEALED or to not in (ClaimState.CHECKING, ClaimState.ADJUSTED):
        return True
    return facts.stood is not None and upheld(facts.stood) is to


def upheld(stood: ClaimState) -> ClaimState:
    """Where a claim goes whose appeal is agreed with, by where it stood. What was approved goes on being paid
    and has its correction beside it.
    """
    return _UPHELD.get(stood, ClaimState.CHECKING)


def is_corrected_after_appeal(stood: ClaimState) -> bool:
    """Whether an appeal that is agreed with ends in a correction, and not in a new check."""
    return upheld(stood) is not ClaimState.CHECKING


def moves_from(facts: ClaimFacts, actor: Actor) -> list[Move[ClaimState, Need]]:
    """What somebody is offered, in the order of the table: from hold or appeal only where it stood."""
    return [
        row
        for row in next_moves(CLAIM_MOVES, facts.state, actor)
        if (Need.STOOD not in row.needs or facts.stood is row.to) and _fits_where_it_stood(facts, row.to)
    ]


_FIELDS = {Need.WORDS: "words", Need.ASSESSMENT: "assessment"}
_SENTENCES = {
    Need.OPEN: gettext_noop("You can send a claim for %(period)s from %(from)s to %(until)s."),
    Need.WORDS: gettext_noop("Enter the reason."),
    Need.ASSESSMENT: gettext_noop("Say whether the claim is eligible, eligible in part or not eligible."),
    Need.MONEY: gettext_noop("The claim is not eligible, so there is nothing to calculate."),
    Need.SOMEBODY_ELSE: gettext_noop("You calculated this run. Somebody else must approve it."),
    Need.REPORT: gettext_noop("Report what the money was spent on first."),
    Need.STOOD: gettext_noop("The claim did not stand there before."),
}


def _why_not(need: Need, period: Period) -> Refusal:
    days: dict[str, str | date] = {
        "period": period.name,
        "from": period.claims_from_on,
        "until": period.claims_until_on,
    }
    return _refused(_FIELDS.get(need, ""), _SENTENCES[need], **(days if need is Need.OPEN else {}))


def _refused(field: str, sentence: str, **facts: str | date) -> Refusal:
    shown = {name: fact.label if isinstance(fact, ClaimState) else fact for name, fact in facts.items()}
    return Refusal(field, Reason(CODE, sentence, shown))
