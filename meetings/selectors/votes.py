"""Reads about votes (G6): how one is decided, who has a vote, what was said, and what may be shown of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User, can_work, holds_on
from collaborations.models import Collaboration
from core.dates import Span
from core.ordering import InOrder
from meetings.models.attendance import Attendance
from meetings.models.planning import Meeting
from meetings.models.votes import CastVote, Vote, Voter
from meetings.rules import voting as rules
from meetings.rules.attendance import ATTENDED
from meetings.rules.outcomes import Choice, Method, OutcomeKind, QuorumKind, Tally, TieRule, VotingRule
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on
from ways_of_working.rules.effective import EffectiveTerms

State = Vote.State
#: The state of a list of votes whose time is over, and which nobody has counted yet.
COUNTED_NOW = "counted_now"
#: Outcomes that wait for people.
SETTLED_BY_PEOPLE = (OutcomeKind.CHAIR_DECIDES, OutcomeKind.TO_BE_DRAWN)


# --- one vote -----------------------------------------------------------------------------------------------


def votes_of(collaboration: Collaboration) -> QuerySet[Vote]:
    """The votes of a group, the latest first, those too that the team does not see."""
    return _votes().filter(collaboration=collaboration).order_by("-opens_at", "-pk")


def listed_votes() -> QuerySet[Vote]:
    """Every vote that everybody who sees its group may read, the latest first, each with how many settings
    have a vote and have voted.
    """
    rows = _votes().filter(members_only=False).select_related("collaboration__district")
    voted = Count("voters", filter=Q(voters__has_voted=True))
    rows = rows.annotate(title_in_order=InOrder("title"), voters_count=Count("voters"), voted_count=voted)
    return rows.order_by("-opens_at", "-pk")


def open_votes_of(collaboration: Collaboration, *, members_only: bool) -> list[Vote]:
    """The open votes of a group, those that close first at the top; with those of members alone."""
    rows = _votes().filter(collaboration=collaboration, state=State.OPEN)
    rows = rows if members_only else rows.filter(members_only=False)
    return list(rows.order_by(F("closes_at").asc(nulls_first=True), "pk"))


def vote_in(collaboration: Collaboration, vote_id: int) -> Vote | None:
    """A vote of this group; None where it is another's or there is none."""
    return _votes().filter(collaboration=collaboration, pk=vote_id).first()


def vote_by_id(vote_id: int) -> Vote | None:
    """For emails and tasks, with its group and authority."""
    return _votes().select_related("collaboration__authority").filter(pk=vote_id).first()


def vote_for_update(vote_id: int) -> Vote:
    """The row, locked until the transaction ends: casting and closing wait for each other here."""
    rows = Vote.objects.select_for_update(of=("self",)).select_related("collaboration", "meeting")
    return rows.get(pk=vote_id)


def _votes() -> QuerySet[Vote]:
    return Vote.objects.select_related("collaboration", "meeting", "item", "opened_by", "closed_by")


def votes_at(meeting: Meeting) -> list[Vote]:
    """The votes that belong to a meeting, in their order; not those of members alone."""
    rows = _votes().filter(meeting=meeting, members_only=False).exclude(state=State.WITHDRAWN)
    return list(rows.order_by("opens_at", "pk"))


def results_by_item(meeting: Meeting) -> dict[int | None, tuple[str, ...]]:
    """What was decided by vote at a meeting, by its item, in words for the minutes.

    Without votes of members alone: the team reads the minutes too.
    """
    found: dict[int | None, tuple[str, ...]] = {}
    for vote in votes_at(meeting):
        if vote.state == State.CLOSED and vote.kind == Vote.Kind.PROPOSAL:
            words = {"title": vote.title, "outcome": vote.outcome_words}
            said = _("“%(title)s”, by vote. %(outcome)s") % words
            found[vote.item_id] = (*found.get(vote.item_id, ()), said)
    return found


def votes_on(subject_kind: str, subject_ids: Collection[int]) -> list[Vote]:
    """The votes about some things put to the vote from elsewhere, the latest last, without those withdrawn."""
    rows = _votes().filter(subject_kind=subject_kind, subject_id__in=subject_ids)
    return list(rows.exclude(state=State.WITHDRAWN).order_by("opens_at", "pk"))


def interests_in(vote: Vote) -> dict[int, str]:
    """Who stood aside in a vote, by membership, each with its interest."""
    rows = Voter.objects.filter(vote=vote, stood_aside=True).order_by()
    return dict(rows.values_list("membership_id", "interest"))


def due_to_close(*, at: datetime) -> list[int]:
    """The proposals whose time is over. An election is declared by people."""
    rows = Vote.objects.filter(state=State.OPEN, kind=Vote.Kind.PROPOSAL, closes_at__lte=at)
    return list(rows.order_by("closes_at", "pk").values_list("pk", flat=True))


def due_to_remind(*, at: datetime, until: datetime) -> list[int]:
    """The open votes that close soon and of which nobody was reminded yet."""
    rows = Vote.objects.filter(state=State.OPEN, reminded_on=None, closes_at__gt=at, closes_at__lte=until)
    return list(rows.order_by("closes_at", "pk").values_list("pk", flat=True))


# --- by what it is decided ----------------------------------------------------------------------------------


def rule_from_terms(terms: EffectiveTerms) -> dict[str, Any]:
    """The columns of a vote that keep how it is decided, by the ways of working that hold (W1)."""
    method, quorum = terms.decision_method, terms.quorum
    return {
        "method": method.choice if method else Method.SIMPLE_MAJORITY,
        "percent": method.number if method and method.choice == Method.QUALIFIED_MAJORITY else None,
        "quorum": quorum.choice if quorum else QuorumKind.NONE,
        "quorum_number": quorum.number if quorum and quorum.choice != QuorumKind.NONE else None,
        "tie_rule": terms.choice("tie_rule") or TieRule.NOT_CARRIED,
    }


def rule_of(vote: Vote) -> VotingRule:
    return VotingRule(
        Method(vote.method),
        vote.percent,
        QuorumKind(vote.quorum),
        vote.quorum_number,
        TieRule(vote.tie_rule),
    )


def as_rule(vote: Vote) -> rules.Vote:
    return rules.Vote(
        vote.opens_at,
        vote.closes_at,
        Method(vote.method),
        vote.is_secret,
        tuple(number for number, _name in vote.candidates),
    )


def said_of(vote: Vote, choice: str) -> rules.Said | None:
    """A choice as it is stored or sent, as the rules take it; None where it is none of this vote."""
    for said in as_rule(vote).choices:
        if str(said) == choice:
            return said
    return None


# --- who has a vote -----------------------------------------------------------------------------------------


def members_on(collaboration: Collaboration, *, on: date) -> list[Membership]:
    """The members on a day, by name of the setting."""
    rows = Membership.objects.filter(is_member_on(on), collaboration=collaboration)
    return list(rows.select_related("provider").order_by("provider__name__in_order", "pk"))


def electorate_ahead(
    collaboration: Collaboration, *, opens_at: datetime, closes_at: datetime | None, is_secret: bool
) -> list[Membership]:
    """The members that would have a vote, by name (G6)."""
    opens_on = timezone.localdate(opens_at)
    members = members_on(collaboration, on=opens_on)
    ids = rules.electorate(
        {row.pk: span_of(row) for row in members},
        opens_on=opens_on,
        closes_on=timezone.localdate(closes_at) if closes_at else opens_on,
        is_secret=is_secret,
    )
    return [row for row in members if row.pk in ids]


def span_of(membership: Membership) -> Span:
    return Span(membership.joined_on, membership.left_on)


def voters_of(vote: Vote) -> list[Voter]:
    """The settings with a vote, by name."""
    rows = Voter.objects.filter(vote=vote).select_related("membership__provider")
    return list(rows.order_by("membership__provider__name__in_order", "pk"))


def voter_in(vote: Vote, membership_id: int) -> Voter | None:
    """A setting with a vote here; None where it has none."""
    rows = Voter.objects.filter(vote=vote, membership=membership_id)
    return rows.select_related("membership__provider").first()


def eligible(vote: Vote, voters: Iterable[Voter]) -> frozenset[int]:
    """The ids of the memberships that have a vote: in an open one without those that leave before it closes."""
    opens_on = timezone.localdate(vote.opens_at)
    return rules.electorate(
        {voter.membership_id: span_of(voter.membership) for voter in voters},
        opens_on=opens_on,
        closes_on=timezone.localdate(vote.closes_at) if vote.closes_at else opens_on,
        is_secret=vote.is_secret,
    )


def base_of(vote: Vote, voters: Sequence[Voter]) -> frozenset[int]:
    """The memberships that may decide: without those that stood aside."""
    aside = {voter.membership_id for voter in voters if voter.stood_aside}
    return rules.base_of(eligible(vote, voters), aside)


def still_to_vote(vote: Vote, voters: Sequence[Voter]) -> list[Voter]:
    """Those that may vote and have not."""
    voted = {voter.membership_id for voter in voters if voter.has_voted}
    waiting = rules.to_remind(base_of(vote, voters), voted)
    return [voter for voter in voters if voter.membership_id in waiting]


def attended(vote: Vote) -> frozenset[int]:
    """In the room, who is there takes part: the members marked so. Between meetings nobody is there."""
    if not vote.at_the_meeting:
        return frozenset()
    rows = Attendance.objects.filter(meeting=vote.meeting_id, mark__in=ATTENDED)
    return frozenset(rows.order_by().values_list("membership_id", flat=True))


def may_vote_for(user: User, membership: Membership, *, on: date) -> bool:
    """Whether somebody votes for a setting on a day: its managers, a childminder for their own."""
    return _managing(on).filter(user=user, provider=membership.provider_id).exists()


def managed_by(user: User, provider_ids: Iterable[int], *, on: date) -> frozenset[int]:
    """Those of some settings that somebody manages on a day."""
    rows = _managing(on).filter(user=user, provider__in=list(provider_ids))
    return frozenset(rows.order_by().values_list("provider_id", flat=True))


def managers_of(provider_ids: Iterable[int], *, on: date) -> dict[int, list[int]]:
    """The ids of the people who manage some settings on a day, by setting."""
    people: dict[int, list[int]] = {}
    rows = _managing(on).filter(can_work(), provider__in=list(provider_ids))
    for provider_id, user_id in rows.order_by("pk").values_list("provider_id", "user_id"):
        people.setdefault(provider_id, []).append(user_id)
    return people


def _managing(on: date) -> QuerySet[SettingRole]:
    return SettingRole.objects.filter(holds_on(on), role=SettingRole.Role.MANAGER)


# --- what was said ------------------------------------------------------------------------------------------


def casts_of(vote: Vote) -> list[rules.CastVote]:
    """Everything said in an open vote, as the rules take it."""
    rows = CastVote.objects.filter(vote=vote).order_by("pk")
    said = {str(choice): choice for choice in as_rule(vote).choices}
    return [
        rules.CastVote(row.membership_id, said[row.choice], row.at, row.pk, row.client_key) for row in rows
    ]


def said_now(vote: Vote, voters: Sequence[Voter]) -> dict[int, rules.Said]:
    """What each setting says in an open vote that counts, by membership; nothing of a secret one."""
    if vote.is_secret:
        return {}
    while_open = replace(as_rule(vote), closes_at=None)
    counted = rules.counting_votes(casts_of(vote), while_open, base=base_of(vote, voters))
    return {membership_id: cast.choice for membership_id, cast in counted.items()}


def tally_from(counts: Mapping[str, int]) -> Tally:
    """The numbers of a proposal, from those that are stored."""
    return Tally(
        *(counts.get(choice, 0) for choice in (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.OBJECT))
    )


# --- who chairs ---------------------------------------------------------------------------------------------


def chairs_of(vote: Vote, *, on: date) -> frozenset[int]:
    """The ids of those who settle an equal vote: who chairs its meeting, else the chair of the group."""
    if vote.meeting_id is not None and vote.meeting is not None and vote.meeting.chaired_by_id is not None:
        return frozenset({vote.meeting.chaired_by_id})
    rows = OfficeHolder.objects.filter(holds_on(on), office=OfficeHolder.Office.CHAIR)
    rows = rows.filter(membership__collaboration=vote.collaboration_id)
    return frozenset(rows.order_by().values_list("user_id", flat=True))


def chair_may_decide(vote: Vote, voters: Iterable[Voter], *, on: date) -> bool:
    """Whether the setting of no chair has stood aside."""
    aside = [voter.membership.provider_id for voter in voters if voter.stood_aside]
    people = chairs_of(vote, on=on)
    return not SettingRole.objects.filter(holds_on(on), user__in=people, provider__in=aside).exists()


def is_being_counted(vote: Vote, *, at: datetime) -> bool:
    """Whether its time is over and nobody has counted it: the clock, or people, do so soon."""
    return vote.is_open and vote.closes_at is not None and vote.closes_at <= at


def state_in_words(vote: Vote, *, at: datetime) -> str:
    return _("Closed, being counted") if is_being_counted(vote, at=at) else vote.get_state_display()


def in_state(rows: QuerySet[Any], state: str, *, at: datetime) -> QuerySet[Any]:
    """Narrowed to one state, or to ``COUNTED_NOW``: open no longer, and not counted yet."""
    over = Q(closes_at__lte=at)
    if state == COUNTED_NOW:
        return rows.filter(over, state=State.OPEN)
    return rows.filter(state=state).exclude(over) if state == State.OPEN else rows.filter(state=state)


def label_of(vote: Vote, choice: rules.Said) -> str:
    """What stands on the button of a choice: its word, or the candidate's name."""
    if isinstance(choice, Choice):
        return str(choice.label)
    return next((name for number, name in vote.candidates if number == choice), "")
