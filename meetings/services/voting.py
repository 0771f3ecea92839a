"""Votes (G6): put to the vote, cast, stand aside, close, settle an equal vote, withdraw, remind.

The row of the vote is locked by whoever casts and whoever closes: a vote that arrives while it is being
closed is either counted or refused, never lost.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import save_in_words
from core.text import one_line
from meetings.emails.votes import VoteOpened, VoteReminder
from meetings.models.agenda import AgendaItem
from meetings.models.planning import Meeting
from meetings.models.votes import Vote, Voter
from meetings.rules import voting as rules
from meetings.rules.outcomes import OutcomeKind, Tie, TieRule, Turnout, outcome, without_numbers
from meetings.selectors import votes as selectors
from meetings.services import ballots
from meetings.services.vote_bases import (
    as_asking,
    decided_by,
    must_be_open,
    must_be_over,
    must_be_proposal,
    must_take_place,
    record_vote,
    tell_result,
    tell_subject,
    voter_with_a_vote,
    wanted,
    write_to_voters,
)
from memberships.models.members import Membership

State = Vote.State
#: Those who have not voted are reminded once by the clock, so long before the vote closes.
REMIND_BEFORE = timedelta(hours=40)
TWICE = gettext_noop("This is put to the vote already.")
logger = logging.getLogger("meetings.voting")


@transaction.atomic
def put_to_vote(
    *,
    collaboration: Collaboration,
    title: str,
    proposal: str,
    is_secret: bool = False,
    closes_at: datetime | None = None,
    meeting: Meeting | None = None,
    item: AgendaItem | None = None,
    subject: tuple[str, int] | None = None,
    stands_aside: Mapping[int, str] = MappingProxyType({}),
    members_only: bool = False,
    follows: Vote | None = None,
    by: User,
    at: datetime,
) -> Vote:
    """Put a proposal to the vote: in the room of a meeting (``closes_at`` None), or until a time.

    ``subject``: the kind and id of what is put to the vote from elsewhere. ``stands_aside``: the interest of
    those that it is about, by membership. ``follows``: the equal vote that it repeats (W1), about the same. It
    is decided by the ways of working of the day, which the vote keeps. The same one pressed twice is one.

    Raises ValidationError at "title", "proposal", "closes_at" and "is_secret".
    """
    collaboration = collaboration_for_update(collaboration.pk)
    title = one_line(title)
    if not title:
        raise ValidationError({"title": _("Enter what the vote is about.")})
    facts: dict[str, Any] = {"title": title, "proposal": proposal.strip(), "item": item, "meeting": meeting}
    facts |= {"kind": Vote.Kind.PROPOSAL, "is_secret": is_secret, "follows": follows}
    if follows is not None and follows.subject_kind and follows.subject_id is not None:
        subject, members_only = (follows.subject_kind, follows.subject_id), follows.members_only
        stands_aside = selectors.interests_in(follows)
    if subject:
        facts |= {"subject_kind": subject[0], "subject_id": subject[1]}
    same = selectors.votes_of(collaboration).filter(state=State.OPEN, **wanted(facts)).first()
    if same is not None:
        return same
    must_take_place(meeting, closes_at, at=at)
    members = selectors.electorate_ahead(collaboration, opens_at=at, closes_at=closes_at, is_secret=is_secret)
    ids = [member.pk for member in members]
    base = rules.base_of(frozenset(ids), frozenset(stands_aside))
    refuse(rules.refusals_of_proposal(proposal, base=base))
    if follows is not None and follows.outcome != OutcomeKind.VOTE_AGAIN:
        raise ValidationError({NON_FIELD_ERRORS: _("Only an equal vote is voted on again.")})
    vote = Vote(
        collaboration=collaboration, **facts, **decided_by(collaboration, at), opens_at=at, opened_by=by
    )
    vote.members_only = members_only
    return _open(vote, members, closes_at=closes_at, at=at, stands_aside=stands_aside)


@transaction.atomic
def open_election_ballot(
    *,
    collaboration: Collaboration,
    title: str,
    candidates: Mapping[int, str],
    is_secret: bool,
    closes_at: datetime | None = None,
    meeting: Meeting | None = None,
    by: User,
    at: datetime,
) -> Vote:
    """Open the ballot of an election: each setting names one of the candidates, or abstains.

    ``candidates``: their names by their numbers, in the order in which they are shown. Raises ValidationError
    at "closes_at" and "is_secret".
    """
    collaboration = collaboration_for_update(collaboration.pk)
    must_take_place(meeting, closes_at, at=at)
    members = selectors.electorate_ahead(collaboration, opens_at=at, closes_at=closes_at, is_secret=is_secret)
    vote = Vote(
        collaboration=collaboration,
        kind=Vote.Kind.ELECTION,
        title=one_line(title),
        candidates=[[number, name] for number, name in candidates.items()],
        is_secret=is_secret,
        meeting=meeting,
        **decided_by(collaboration, at),
        opens_at=at,
        opened_by=by,
    )
    return _open(vote, members, closes_at=closes_at, at=at)


def _open(
    vote: Vote,
    members: Sequence[Membership],
    *,
    closes_at: datetime | None,
    at: datetime,
    stands_aside: Mapping[int, str] = MappingProxyType({}),
) -> Vote:
    vote.closes_at, vote.at_the_meeting = closes_at, closes_at is None
    if vote.is_secret:
        refuse(rules.may_be_secret([member.pk for member in members if member.pk not in stands_aside]))
    clash: dict[str, Any] = {NON_FIELD_ERRORS: _(TWICE)}
    save_in_words(vote, clash=clash)
    ballots.open_ballots(vote, members, stands_aside=stands_aside)
    record_vote(Action.VOTE_OPENED, vote, vote.opened_by)
    if not vote.at_the_meeting:
        voters = [voter for voter in selectors.voters_of(vote) if not voter.stood_aside]
        write_to_voters(vote, VoteOpened, voters, by=vote.opened_by, at=at)
    return vote


@transaction.atomic
def cast_vote(
    *, vote_id: int, membership: Membership, choice: str, client_key: str = "", by: User, at: datetime
) -> bool:
    """Vote for a setting, by somebody who manages it. In an open vote its last word counts; one press sent
    twice is one. Answers whether the setting votes for the first time.

    Of a secret vote nothing is kept of who voted or when, in the audit log neither (decision 0057). Raises
    ValidationError at "choice".
    """
    vote = selectors.vote_for_update(vote_id)
    if not selectors.may_vote_for(by, membership, on=timezone.localdate(at)):
        raise ValidationError({"choice": _("Only who manages the setting votes for it.")})
    return _cast(vote, membership.pk, choice, client_key=client_key, by=by, at=at)


@transaction.atomic
def record_hands(*, vote_id: int, hands: Mapping[int, str], by: User, at: datetime) -> int:
    """Whoever chairs writes down how settings vote in the room: choices by membership. Answers how many are
    new or other than before.

    Raises ValidationError for a secret vote, and one that is not in the room.
    """
    vote = selectors.vote_for_update(vote_id)
    if vote.is_secret or not vote.at_the_meeting:
        raise ValidationError({NON_FIELD_ERRORS: _("Hands are counted in an open vote in the room.")})
    number = 0
    for membership_id, choice in hands.items():
        before = selectors.said_now(vote, selectors.voters_of(vote)).get(membership_id)
        if before is None or str(before) != choice:
            _cast(vote, membership_id, choice, client_key="", by=by, at=at)
            number += 1
    return number


def _cast(vote: Vote, membership_id: int, choice: str, *, client_key: str, by: User, at: datetime) -> bool:
    must_be_open(vote)
    voter = voter_with_a_vote(vote, membership_id)
    said = selectors.said_of(vote, choice)
    refuse(rules.may_vote(as_asking(voter), selectors.as_rule(vote), said, at=at))
    if voter is None or said is None:
        raise LookupError("the rules let nobody vote that has no vote")
    is_first = not voter.has_voted
    if vote.is_secret:
        ballots.put_in(vote, voter, said)
        return is_first
    cast = ballots.say(vote, voter, said, client_key=client_key, by=by, at=at)
    if cast is not None:
        record_vote(Action.VOTE_CAST, vote, by, setting=voter.membership.provider)
    return is_first


@transaction.atomic
def stand_aside(*, vote_id: int, membership: Membership, interest: str, by: User, at: datetime) -> Voter:
    """Declare a setting's interest: it counts on no side, and what it said before counts no more (G6).

    Pressed twice is once. Raises ValidationError at "interest".
    """
    vote = selectors.vote_for_update(vote_id)
    must_be_open(vote)
    voter = voter_with_a_vote(vote, membership.pk)
    refuse(rules.may_stand_aside(as_asking(voter), selectors.as_rule(vote), interest=interest, at=at))
    if voter is None:
        raise LookupError("the rules let nobody stand aside that has no vote")
    if not voter.stood_aside:
        voter.stood_aside, voter.interest = True, one_line(interest)[:300]
        save_in_words(voter, fields=["stood_aside", "interest"])
        record_vote(Action.VOTE_STOOD_ASIDE, vote, by, setting=voter.membership.provider)
    return voter


@transaction.atomic
def close_vote(*, vote_id: int, by: User | None, at: datetime) -> Vote:
    """Close a proposal's vote and say what was decided. ``by`` None is the clock. Closed already is closed.

    In the room whoever chairs closes it when all have spoken; between meetings nobody does before its time,
    unless everybody has voted. Raises ValidationError, and UnreadableBallots where no key opens the ballots.
    """
    vote = selectors.vote_for_update(vote_id)
    if vote.state != State.OPEN:
        return vote
    must_be_proposal(vote)
    voters = selectors.voters_of(vote)
    must_be_over(vote, voters, at=at)
    choices = ballots.counted(vote, voters)
    base = selectors.base_of(vote, voters)
    voted = {voter.membership_id for voter in voters if voter.has_voted}
    turnout = rules.turnout_of(base, voted=voted, attended=selectors.attended(vote))
    tie = Tie(
        selectors.chair_may_decide(vote, voters, on=timezone.localdate(at)),
        is_second=vote.follows_id is not None,
    )
    result = outcome(rules.tally_of(choices), selectors.rule_of(vote), turnout=turnout, tie=tie)
    _close(vote, choices, by=by, at=at)
    vote.base, vote.taking_part = turnout
    shown = result.reason if vote.counts is not None else without_numbers(result.kind)
    vote.outcome, vote.outcome_words = result.kind, shown.in_words(_)
    save_in_words(vote)
    record_vote(Action.VOTE_CLOSED, vote, by, outcome=vote.outcome_words)
    tell_result(vote, by=by, at=at)
    tell_subject(vote, by=by, at=at)
    return vote


@transaction.atomic
def close_election_ballot(*, vote_id: int, by: User, at: datetime) -> Counter[rules.Said]:
    """Close the ballot of an election, and answer what was said, for whoever declares the result.

    The numbers are stored only where they may be shown. Closed already, those that are stored are answered.
    Raises ValidationError, and UnreadableBallots where no key opens the ballots.
    """
    vote = selectors.vote_for_update(vote_id)
    if vote.state != State.OPEN:
        stored = vote.counts or {}
        said = {str(choice): choice for choice in selectors.as_rule(vote).choices}
        return Counter({said[choice]: number for choice, number in stored.items()})
    voters = selectors.voters_of(vote)
    must_be_over(vote, voters, at=at)
    choices = ballots.counted(vote, voters)
    base = selectors.base_of(vote, voters)
    voted = {voter.membership_id for voter in voters if voter.has_voted}
    vote.base, vote.taking_part = rules.turnout_of(base, voted=voted, attended=selectors.attended(vote))
    _close(vote, choices, by=by, at=at)
    save_in_words(vote)
    record_vote(Action.VOTE_CLOSED, vote, by, outcome=_("The ballots are counted."))
    return Counter(choices)


def _close(vote: Vote, choices: Sequence[rules.Said], *, by: User | None, at: datetime) -> None:
    vote.counts = ballots.keep(vote, choices)
    vote.closes_at = min(vote.closes_at, at) if vote.closes_at is not None else at
    vote.state, vote.closed_at, vote.closed_by = State.CLOSED, at, by


@transaction.atomic
def settle_vote(*, vote_id: int, is_carried: bool, by: User, at: datetime) -> Vote:
    """Record what the chair, or the lot, said of an equal vote. Recorded already so is recorded.

    Raises ValidationError where nothing is to be settled, and by anybody but the chair where the chair
    decides.
    """
    vote = selectors.vote_for_update(vote_id)
    wanted = OutcomeKind.CARRIED if is_carried else OutcomeKind.NOT_CARRIED
    if vote.state == State.CLOSED and vote.outcome == wanted:
        return vote
    if vote.state != State.CLOSED or vote.outcome not in selectors.SETTLED_BY_PEOPLE:
        raise ValidationError({NON_FIELD_ERRORS: _("There is nothing to settle.")})
    chairs = selectors.chairs_of(vote, on=timezone.localdate(at))
    if vote.tie_rule == TieRule.CHAIR and chairs and by.pk not in chairs:
        raise ValidationError({NON_FIELD_ERRORS: _("The chair decides an equal vote.")})
    vote.outcome, vote.outcome_words = wanted, without_numbers(wanted).in_words(_)
    if vote.counts is not None:
        turnout = Turnout(vote.base or 0, vote.taking_part or 0)
        result = outcome(
            selectors.tally_from(vote.counts),
            selectors.rule_of(vote),
            turnout=turnout,
            tie=Tie(settled=is_carried),
        )
        vote.outcome, vote.outcome_words = result.kind, result.reason.in_words(_)
    save_in_words(vote, fields=["outcome", "outcome_words"])
    record_vote(Action.VOTE_SETTLED, vote, by, outcome=vote.outcome_words)
    tell_result(vote, by=by, at=at)
    tell_subject(vote, by=by, at=at)
    return vote


@transaction.atomic
def withdraw_vote(*, vote_id: int, because: str, by: User, at: datetime) -> Vote:
    """Take a vote back before anybody has voted. Withdrawn already is withdrawn.

    Raises ValidationError at "because" without a reason, and once somebody has voted.
    """
    vote = selectors.vote_for_update(vote_id)
    if vote.state == State.WITHDRAWN:
        return vote
    must_be_proposal(vote)
    must_be_open(vote)
    if Voter.objects.filter(vote=vote, has_voted=True).exists():
        raise ValidationError(
            {NON_FIELD_ERRORS: _("A setting has voted already. Let the vote come to its end.")}
        )
    if not one_line(because):
        raise ValidationError({"because": _("Say why it is withdrawn.")})
    vote.state, vote.withdrawn_because = State.WITHDRAWN, one_line(because)
    vote.closed_at, vote.closed_by = at, by
    save_in_words(vote, fields=["state", "withdrawn_because", "closed_at", "closed_by"])
    record_vote(Action.VOTE_WITHDRAWN, vote, by)
    tell_subject(vote, by=by, at=at)
    return vote


@transaction.atomic
def remind(*, vote_id: int, by: User | None, at: datetime) -> int:
    """Write to those who have not voted; answers to how many settings. Once a day, however often pressed.

    Raises ValidationError when the vote is over.
    """
    vote = selectors.vote_for_update(vote_id)
    must_be_open(vote)
    waiting = selectors.still_to_vote(vote, selectors.voters_of(vote))
    today = timezone.localdate(at)
    if vote.reminded_on == today:
        return 0
    vote.reminded_on = today
    save_in_words(vote, fields=["reminded_on"])
    if waiting:
        write_to_voters(vote, VoteReminder, waiting, by=by, at=at, sent_on=today.isoformat())
        record_vote(Action.VOTE_REMINDED, vote, by, number=len(waiting))
    return len(waiting)


def close_due(*, at: datetime) -> int:
    """Close every vote whose time is over, and remind of those that close soon; answers how many closed.

    A second run finds nothing left to do. A vote whose ballots no key opens stays open, and is logged.
    """
    number = 0
    for vote_id in selectors.due_to_close(at=at):
        try:
            close_vote(vote_id=vote_id, by=None, at=at)
        except ballots.UnreadableBallots:
            logger.error("ballots cannot be read", extra={"event": "unreadable_ballots", "number": vote_id})
        else:
            number += 1
    for vote_id in selectors.due_to_remind(at=at, until=at + REMIND_BEFORE):
        remind(vote_id=vote_id, by=None, at=at)
    return number
