"""What a page's contributions read of visits and training."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.frame.page_rows import add_page_rows
from meetings.models.visits import PeerVisit, Training, TrainingPlace, Visitor
from meetings.rules.visits import VisitState
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on


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
