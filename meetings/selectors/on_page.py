"""What a page's contributions read of meetings: one query for the whole page."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models import Exists, F, OuterRef, Q

from core.frame.page_rows import add_page_rows
from core.frame.visitor import Visitor as Reader
from core.prepared import prepared
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendance
from meetings.models.planning import Answer, Meeting
from meetings.models.visits import PeerVisit, Training, TrainingPlace, Visitor
from meetings.models.votes import Vote, Voter
from meetings.rules.outcomes import OutcomeKind
from meetings.rules.states import AHEAD, MeetingState
from meetings.rules.visits import VisitState
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from memberships.selectors.on_page import members_of_page


def meetings_of_page(visitor: Reader) -> list[Meeting]:
    """The meetings still to be held of the page's groups, and of those of its settings, the earliest first;
    also those of earlier days that nobody has recorded as held.

    Each with ``waiting``, whether a proposal waits, ``is_marked``, and ``answered``, the ids of the memberships
    that have said whether they come.
    """
    return [meeting for meeting in _of_page(visitor) if meeting.state in AHEAD]


def last_held_of_page(visitor: Reader) -> dict[int, date]:
    """On which day each of the page's groups met last."""
    return {
        meeting.collaboration_id: meeting.on
        for meeting in _of_page(visitor)
        if meeting.state == MeetingState.HELD
    }


def _of_page(visitor: Reader) -> list[Any]:
def votes_of_page(visitor: Visitor) -> list[Vote]:
    """The votes that wait for somebody, of the page's groups and of those of its settings, those that close first
    at the top: open ones, and equal ones that people settle or repeat.

    Each with ``waiting``, the ids of the memberships that may still vote. Votes of members alone too: a line
    about one is shown only for a setting that has a vote.
    """
    return visitor.once(_votes_that_wait, _group_ids(visitor))


def _votes_that_wait(group_ids: frozenset[int]) -> list[Any]:
    if not group_ids:
        return []
    voters = Voter.objects.filter(vote=OuterRef("pk"), has_voted=False, stood_aside=False)
    equal = (OutcomeKind.CHAIR_DECIDES, OutcomeKind.TO_BE_DRAWN, OutcomeKind.VOTE_AGAIN)
    repeated = Vote.objects.filter(follows=OuterRef("pk")).exclude(state=Vote.State.WITHDRAWN)
    rows = Vote.objects.filter(
        Q(state=Vote.State.OPEN) | (Q(outcome__in=equal) & ~Exists(repeated)), collaboration__in=group_ids
    )
    rows = rows.select_related("collaboration").annotate(
        waiting=ArraySubquery(voters.order_by("pk").values("membership_id"))
    )
    return list(rows.order_by(F("closes_at").asc(nulls_first=True), "pk"))


def _of_page(visitor: Visitor) -> list[Any]:
    return visitor.once(_ahead_and_last, _group_ids(visitor))


def _group_ids(visitor: Visitor) -> frozenset[int]:
    ids = {group.pk for group in visitor.groups}
    return frozenset(ids | {row.collaboration_id for row in members_of_page(visitor)})


def _ahead_and_last(group_ids: frozenset[int]) -> list[Any]:
    """What is ahead of some groups, and the last meeting that each has held."""
    return _rows(groups=group_ids) if group_ids else []


@prepared
def _rows(groups: Collection[int]) -> QuerySet[Any]:
    proposed = AgendaItem.objects.filter(meeting=OuterRef("pk"), state=AgendaItem.State.PROPOSED)
    marks = Attendance.objects.filter(meeting=OuterRef("pk"))
    answers = Answer.objects.filter(meeting=OuterRef("pk")).order_by("pk").values("membership_id")
    held = Meeting.objects.filter(collaboration__in=groups, state=MeetingState.HELD)
    last = held.order_by("collaboration_id", "-on", "-starts_at", "-pk").distinct("collaboration_id")
    rows = Meeting.objects.filter(Q(collaboration__in=groups, state__in=AHEAD) | Q(pk__in=last.values("pk")))
    rows = rows.select_related("collaboration").annotate(
        waiting=Exists(proposed), is_marked=Exists(marks), answered=ArraySubquery(answers)
    )
    return rows.order_by("on", "starts_at", "pk")


def _visits(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """What the page's settings are asked about visits, and have not answered."""
    asked = Q(asked_by_host=False, host__in=settings)
    asked |= Q(asked_by_host=True, pk__in=Visitor.objects.filter(provider__in=settings).values("visit_id"))
    visitors = Visitor.objects.filter(visit=OuterRef("pk")).order_by("pk").values("provider_id")
    rows = PeerVisit.objects.filter(asked, state=VisitState.ASKED, on__gte=on)
    return rows.annotate(visitor_ids=ArraySubquery(visitors))


def _ideas(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """The visits of the page's settings of which they have not written what they take home, or what became
    of it.
    """
    rows = Visitor.objects.filter(provider__in=settings, visit__state=VisitState.AGREED, visit__on__lte=on)
    return rows.filter(became="")


def _training(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Training to come of the groups of the page's settings, with who has said how many come."""
    members = Membership.objects.filter(is_member_on(on), provider__in=settings).values("collaboration_id")
    booked = TrainingPlace.objects.filter(training=OuterRef("pk")).order_by("pk").values("provider_id")
    rows = Training.objects.filter(collaboration__in=members, is_cancelled=False, on__gte=on)
    return rows.annotate(booked_ids=ArraySubquery(booked))


def _training_that_was(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Training of the page's groups of which nobody has recorded who came."""
    rows = Training.objects.filter(collaboration__in=groups, is_cancelled=False, on__lt=on)
    booked = TrainingPlace.objects.filter(training=OuterRef("pk"))
    return rows.filter(Exists(booked.filter(people__gt=0)), ~Exists(booked.filter(came__isnull=False)))


def _effects(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    """Where people of the page's settings came to a training, and nobody has said what it changed."""
    rows = TrainingPlace.objects.filter(provider__in=settings, training__is_cancelled=False, came__gt=0)
    return rows.filter(became="", training__on__lte=on)


add_page_rows(
    _visits,
    key="visits",
    facts={
        "on": "on",
        "group_id": "collaboration_id",
        "group": "collaboration__name",
        "host_id": "host_id",
        "host": "host__name",
        "focus": "focus",
        "asked_by_host": "asked_by_host",
        "visitor_ids": "visitor_ids",
    },
)
add_page_rows(
    _ideas,
    key="ideas",
    facts={
        "on": "visit__on",
        "group_id": "visit__collaboration_id",
        "group": "visit__collaboration__name",
        "visit_id": "visit_id",
        "host": "visit__host__name",
        "setting_id": "provider_id",
        "idea": "idea",
    },
)
_TRAINING = {"on": "on", "group_id": "collaboration_id", "group": "collaboration__name", "title": "title"}
add_page_rows(_training, key="training", facts={**_TRAINING, "booked_ids": "booked_ids"})
add_page_rows(_training_that_was, key="training_that_was", facts=_TRAINING)
add_page_rows(
    _effects,
    key="effects",
    facts={
        "on": "training__on",
        "group_id": "training__collaboration_id",
        "group": "training__collaboration__name",
        "title": "training__title",
        "training_id": "training_id",
        "setting_id": "provider_id",
    },
)
