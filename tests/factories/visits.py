"""Visits and training for tests, made in the authority in scope, through the services."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from collaborations.models import Collaboration
from meetings.models.visits import PeerVisit, Training, TrainingPlace, Visitor
from meetings.services import training, visits
from memberships.models.members import Membership


def visit_on(host: Membership, visitor: Membership, on: date, by: User, **facts: Any) -> PeerVisit:
    """A visit from ten to twelve that the visitor asks for, now or at an instant."""
    values: dict[str, Any] = {
        "focus": "How you settle two-year-olds",
        "words": "Two of us come.",
        "starts_at": time(10),
        "ends_at": time(12),
        "own": [visitor.provider_id],
        "for_anybody": False,
        "at": timezone.now(),
        **facts,
    }
    return visits.ask_for_visit(
        collaboration=host.collaboration,
        host=host.provider,
        visitors=[visitor.provider],
        on=on,
        by=by,
        **values,
    )


def training_on(collaboration: Collaboration, on: date, by: User, **facts: Any) -> Training:
    """An evening's training, planned now or at an instant."""
    at: datetime = facts.pop("at", timezone.now())
    values = {
        "title": "Paediatric first aid",
        "words": "Bring a mat.",
        "given_by": "Ada Gale",
        "on": on,
        "starts_at": time(18),
        "ends_at": time(20),
        "place": "The library",
        "access_notes": "",
        "online_url": "",
        "places": 12,
        **facts,
    }
    return training.plan_training(collaboration=collaboration, values=values, by=by, at=at)


def visit_rows(membership: Membership, leader: User) -> dict[str, Any]:
    """Rows of the stage: a visit asked for and one of yesterday; training ahead and training that was."""
    today, now = timezone.localdate(), timezone.now()
    group = membership.collaboration
    other = Membership.objects.filter(collaboration=group).exclude(pk=membership.pk).order_by("pk")[0]
    by_leader: dict[str, Any] = {"own": [], "for_anybody": True}
    asked = visit_on(membership, other, today + timedelta(days=9), leader, **by_leader)
    before = visit_on(other, membership, today - timedelta(days=1), leader, focus="Your garden", **by_leader)
    visits.write_account(
        visit_id=before.pk, provider=membership.provider, seen="A calm morning", idea="Mud", by=leader, at=now
    )
    ahead = training_on(group, today + timedelta(days=12), leader)
    was = training_on(group, today - timedelta(days=3), leader, title="Phonics")
    training.record_who_came(training_id=was.pk, came={membership.provider_id: 2}, by=leader, at=now)
    off = training_on(group, today + timedelta(days=13), leader, title="Forest school")
    training.cancel_training(training_id=off.pk, because="Ill", by=leader, at=now)
    return {
        "visit": asked,
        "visitor": Visitor.objects.get(visit=before),
        "visit before": before,
        "training": ahead,
        "training that was": was,
        "training place": TrainingPlace.objects.get(training=was),
        "training cancelled": off,
    }
