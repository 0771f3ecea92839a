"""Where elections stand as it is told (G6): of one that is read, and which of many stand so."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.dates import Span, last_day
from meetings.models.elections import Election
from meetings.models.votes import Vote
from meetings.rules.election_words import Stage, StageFacts, last_due_end, stage_of
from meetings.rules.elections import ElectionState
from memberships.models.offices import OfficeHolder


def served_until() -> Coalesce:
    """The end of the time in office that came of an election: as it was ended, maybe early, else as planned."""
    terms = OfficeHolder.objects.filter(
        membership=OuterRef("elected_for"),
        user=OuterRef("elected"),
        office=OuterRef("office"),
        starts_on=OuterRef("starts_on"),
    )
    return Coalesce(Subquery(terms.order_by("pk").values("ends_on")[:1]), F("ends_on"))


def stage_now(election: Election, *, at: datetime | None = None) -> Stage:
    """Where an election stands, read with its ballot and ``served_until``; now unless an instant is given."""
    at, ballot = at or timezone.now(), election.ballot
    facts = StageFacts(
        ElectionState(election.state),
        election.nominate_until,
        Span(election.starts_on, getattr(election, "served_until", election.ends_on)),
        is_counted=ballot is not None and not ballot.is_open,
        is_over=ballot is not None and ballot.closes_at is not None and ballot.closes_at <= at,
    )
    return stage_of(facts, timezone.localdate(at))


def in_stage(rows: QuerySet[Any], stage: str, *, at: datetime | None = None) -> QuerySet[Any]:
    """Those elections of some that stand so: what ``stage_now`` says of each."""
    return rows.alias(until=served_until()).filter(_conditions(at or timezone.now())[Stage(stage)])


def _conditions(at: datetime) -> dict[Stage, Q]:
    today = timezone.localdate(at)
    nominations, ballot = Q(state=ElectionState.NOMINATIONS), Q(state=ElectionState.BALLOT)
    is_open = Q(ballot=None) | Q(ballot__state=Vote.State.OPEN)
    is_over = is_open & Q(ballot__closes_at__lte=at)
    has_begun = Q(state=ElectionState.ELECTED, starts_on__lte=today)
    ended, due = Q(until__lte=today), Q(until__lte=last_due_end(today))
    goes_on = Q(until=None) | Q(until__gt=today)
    special = {
        Stage.NOMINATIONS: nominations & Q(nominate_until__gte=today),
        Stage.NOMINATED: nominations & Q(nominate_until__lt=today),
        Stage.BALLOT: ballot & is_open & (Q(ballot__closes_at=None) | Q(ballot__closes_at__gt=at)),
        Stage.VOTED: ballot & is_over,
        Stage.COUNTED: ballot & ~is_open,
        Stage.ELECTED: Q(state=ElectionState.ELECTED, starts_on__gt=today) & goes_on,
        Stage.IN_POST: has_begun & (Q(until=None) | Q(until__gt=last_due_end(today))),
        Stage.DUE: has_begun & due & goes_on,
        Stage.ENDED: Q(state=ElectionState.ELECTED) & ended,
    }
    return {stage: special.get(stage, Q(state=stage.value)) for stage in Stage}


def left_early(election: Election) -> date | None:
    """The last day in post of whoever was elected, where it came before the end of the term."""
    planned, until = election.ends_on, getattr(election, "served_until", None)
    return last_day(until) if until is not None and (planned is None or until < planned) else None
