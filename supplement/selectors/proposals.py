"""Reads of spending decisions that are put to the vote (S10), and of their votes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.utils.translation import gettext as _

from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from meetings.selectors.votes import votes_on
from supplement.models.fund import SpendingProposal
from supplement.rules.fund import NOT_CARRIED, Proposal, ProposalState, refusals_to_decide
from supplement.selectors import fund

#: How a vote names what it is about (`core.frame.deciding`).
SPENDING = "spending"
WAITS = Q(decision=None, ended_at=None)


class ProposalLine(NamedTuple):
    """A proposal, its last vote (None where that was withdrawn), and how it stands."""

    row: SpendingProposal
    vote: Vote | None
    state: ProposalState


def _proposals() -> QuerySet[SpendingProposal]:
    people = ("proposed_by", "ended_by")
    rows = SpendingProposal.objects.select_related("objective__plan", "collaboration", "decision", *people)
    return rows.order_by("-proposed_at", "-pk")


def proposals_of(collaboration_id: int) -> list[ProposalLine]:
    """Of a group: those that are not decided, the latest first. Two queries."""
    return _with_votes(list(_proposals().filter(collaboration=collaboration_id, decision=None)))


def proposal_in(collaboration_id: int, proposal_id: int) -> ProposalLine | None:
    rows = list(_proposals().filter(collaboration=collaboration_id, pk=proposal_id))
    return next(iter(_with_votes(rows)), None)


def _with_votes(rows: Collection[SpendingProposal]) -> list[ProposalLine]:
    votes = {vote.subject_id: vote for vote in votes_on(SPENDING, [row.pk for row in rows])}
    return [ProposalLine(row, votes.get(row.pk), state_of(row, votes.get(row.pk))) for row in rows]


def state_of(row: SpendingProposal, vote: Vote | None) -> ProposalState:
    return Proposal(
        is_decided=row.decision_id is not None,
        is_ended=row.ended_at is not None,
        is_open=vote is not None and vote.is_open,
        is_carried=vote is not None and vote.outcome == OutcomeKind.CARRIED,
    ).state


def group_of_proposal(proposal_id: int) -> int | None:
    rows = SpendingProposal.objects.filter(pk=proposal_id)
    return rows.values_list("collaboration_id", flat=True).first()


def proposal_for_update(proposal_id: int) -> SpendingProposal | None:
    rows = SpendingProposal.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration", "objective", "proposed_by").filter(pk=proposal_id).first()


def carried_and_waiting(groups: Iterable[int]) -> QuerySet[SpendingProposal]:
    """S10: of some groups, what was carried while less was free, and waits for the leader. Not a statement by
    itself.
    """
    votes = Vote.objects.filter(subject_kind=SPENDING, subject_id=OuterRef("pk"))
    last = votes.exclude(state=Vote.State.WITHDRAWN).order_by("-opens_at", "-pk")
    rows = SpendingProposal.objects.filter(WAITS, collaboration__in=groups)
    rows = rows.annotate(last_outcome=Subquery(last.values("outcome")[:1]))
    return rows.filter(last_outcome=OutcomeKind.CARRIED)


def same_proposal(
    collaboration_id: int, what: str, pence: int, objective_id: int | None
) -> SpendingProposal | None:
    """A proposal that waits and says just this: the button was pressed twice."""
    rows = _proposals().filter(WAITS, collaboration=collaboration_id, what=what, pence=pence)
    return rows.filter(objective=objective_id).first()


def last_vote(proposal_id: int) -> Vote | None:
    """The last vote about a proposal that was not withdrawn."""
    return next(reversed(votes_on(SPENDING, [proposal_id])), None)


def against_deciding(line: ProposalLine) -> str:
    """S10: what stands against deciding now what was carried while less was free, in words; "" where nothing."""
    if line.state is not ProposalState.CARRIED:
        return _(NOT_CARRIED)
    refusals = refusals_to_decide(
        fund.balance_of(line.row.collaboration_id), line.row.pence, has_objective=True, has_minute=True
    )
    return next((row.reason.in_words(_) for row in refusals), "")


def waiting_pence(collaboration_id: int) -> int:
    """What the members of a group vote about now, together."""
    rows = SpendingProposal.objects.filter(WAITS, collaboration=collaboration_id)
    rows = rows.exclude(pk__in=carried_and_waiting([collaboration_id]).values("pk"))
    return rows.aggregate(pence=Sum("pence"))["pence"] or 0
