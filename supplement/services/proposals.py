"""Spending decisions that the members vote on (S10): put to the vote, and what becomes of the result.

A proposal keeps no money. Whoever puts one, and whoever makes a decision of one, holds the collaboration's
row: of two that are carried at once the second sees what the first has left.
"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.rules.money_actions import MoneyAction
from audit.services import record
from collaborations.rules import Refusal
from collaborations.services import refuse
from core.money import pounds
from core.saving import save_in_words
from core.text import one_line, several_lines
from meetings.models.planning import Meeting
from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from meetings.services.voting import put_to_vote
from supplement.models.fund import SpendingDecision, SpendingProposal
from supplement.rules import fund as rules
from supplement.selectors import fund, proposals
from supplement.services.fund import held, refuse_bank_details

#: Outcomes by which a proposal is over. Others wait for people: the chair, a lot, another vote.
LOST = frozenset({OutcomeKind.NOT_CARRIED, OutcomeKind.NO_QUORUM})
MAX_TITLE, MAX_WHY = 150, 300


@transaction.atomic
def propose_spending(
    *,
    collaboration_id: int,
    what: str,
    pence: int,
    objective_id: int | None,
    words: str = "",
    closes_at: datetime | None = None,
    meeting: Meeting | None = None,
    is_secret: bool = False,
    by: User,
    at: datetime,
) -> SpendingProposal:
    """Put a spending decision to the vote: in the room of a meeting (``closes_at`` None), or until a time.

    Pressed twice it is one. The entry of the audit log is that of its vote. Raises ValidationError at "what",
    "pence", "objective", "words", "closes_at" and "is_secret".
    """
    group = held(collaboration_id)
    what, words = one_line(what), several_lines(words)
    refuse_bank_details(what=what, words=words)
    same = proposals.same_proposal(group.pk, what, pence, objective_id)
    if same is not None:
        return same
    serves = {row.pk: row for row in fund.objectives_to_serve(group.pk)}
    balance = fund.balance_of(group.pk)
    refuse(rules.refusals_to_propose(balance, pence, has_objective=objective_id in serves))
    row = SpendingProposal(
        collaboration=group, what=what, pence=pence, objective=serves[objective_id or 0], words=words,
        proposed_by=by, proposed_at=at,
    )  # fmt: skip
    save_in_words(row)
    put_to_vote(
        collaboration=group,
        title=what[:MAX_TITLE],
        proposal=in_words(row),
        is_secret=is_secret,
        closes_at=closes_at,
        meeting=meeting,
        subject=(proposals.SPENDING, row.pk),
        by=by,
        at=at,
    )
    return row


def in_words(row: SpendingProposal) -> str:
    """What members vote on, word for word."""
    facts = {"sum": pounds(row.pence), "what": row.what, "objective": row.objective.aim}
    sentence = _("Our group spends up to %(sum)s of its fund on: %(what)s") % facts
    serves = _("It serves this objective of our plan: %(objective)s") % facts
    return "\n\n".join(part for part in (sentence, serves, row.words) if part)


@transaction.atomic
def take_result(*, proposal_id: int, vote: Vote, by: User | None, at: datetime) -> None:
    """A vote about a proposal is over. Carried, it is a decision from now on, if that much is free; not
    carried or withdrawn, it has ended; an equal vote waits for people. Told twice is once.
    """
    group_id = proposals.group_of_proposal(proposal_id)
    if group_id is None:
        return
    held(group_id)
    row = proposals.proposal_for_update(proposal_id)
    if row is None or row.decision_id is not None or row.ended_at is not None:
        return
    if vote.state == Vote.State.WITHDRAWN:
        words = _("The vote was withdrawn: %(why)s") % {"why": vote.withdrawn_because}
        _end(row, words, by=by, at=at)
    elif vote.outcome == OutcomeKind.CARRIED:
        if not _refusals_to_decide(row):
            _decide(row, vote, by=by, at=at)
    elif vote.outcome in LOST:
        _end(row, vote.outcome_words, by=by, at=at)


@transaction.atomic
def decide_carried(*, collaboration_id: int, proposal_id: int, by: User, at: datetime) -> SpendingDecision:
    """Make a decision of a proposal that was carried while less was free. Decided already is decided.

    Raises ValidationError while less than its sum is free, and where it was not carried or has ended.
    """
    row, state = _standing(collaboration_id, proposal_id)
    if row.decision is not None:
        return row.decision
    vote = proposals.last_vote(row.pk)
    if state is not rules.ProposalState.CARRIED or vote is None:
        raise ValidationError(_(rules.NOT_CARRIED))
    refuse(Refusal("", refusal.reason) for refusal in _refusals_to_decide(row))
    return _decide(row, vote, by=by, at=at)


@transaction.atomic
def end_proposal(
    *, collaboration_id: int, proposal_id: int, words: str, by: User, at: datetime
) -> SpendingProposal:
    """Nothing more comes of a proposal whose vote is over without a result, or for which no money is free.
    Ended already is ended. Raises ValidationError at "words", and while the members vote on it.
    """
    row, state = _standing(collaboration_id, proposal_id)
    if state is rules.ProposalState.ENDED:
        return row
    refuse(rules.refusals_to_end(state))
    words = one_line(words)
    refuse_bank_details(words=words)
    if not words:
        raise ValidationError({"words": _("Say why it is ended.")})
    _end(row, words, by=by, at=at)
    record(
        MoneyAction.PROPOSAL_ENDED,
        about=row,
        by=by,
        collaboration=row.collaboration.name,
        sum=pounds(row.pence),
        why=words,
    )
    return row


def _standing(collaboration_id: int, proposal_id: int) -> tuple[SpendingProposal, rules.ProposalState]:
    """The row, locked, with its group held, and how it stands."""
    held(collaboration_id)
    row = proposals.proposal_for_update(proposal_id)
    if row is None or row.collaboration_id != collaboration_id:
        raise ValidationError(_("This proposal is no longer there."))
    return row, proposals.state_of(row, proposals.last_vote(row.pk))


def _refusals_to_decide(row: SpendingProposal) -> list[Refusal]:
    balance = fund.balance_of(row.collaboration_id)
    return rules.refusals_to_decide(balance, row.pence, has_objective=True, has_minute=True)


def _decide(row: SpendingProposal, vote: Vote, *, by: User | None, at: datetime) -> SpendingDecision:
    decision = SpendingDecision(
        collaboration=row.collaboration, what=row.what, pence=row.pence, objective=row.objective, vote=vote,
        decided_on=timezone.localdate(vote.closed_at), recorded_by=row.proposed_by, recorded_at=at,
    )  # fmt: skip
    save_in_words(decision)
    row.decision = decision
    save_in_words(row, fields=["decision"])
    group = row.collaboration
    record(Action.SPENDING_DECIDED, about=decision, by=by, collaboration=group.name, sum=pounds(row.pence))
    return decision


def _end(row: SpendingProposal, words: str, *, by: User | None, at: datetime) -> None:
    row.ended_by, row.ended_at, row.ended_words = by, at, words[:MAX_WHY]
    save_in_words(row, fields=["ended_by", "ended_at", "ended_words"])
