"""Reads about collaborations. Who is in them is known one layer up (memberships.selectors)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Lower

from accounts.models import User
from accounts.models.people import holds_on
from accounts.permissions import Permission
from collaborations.models import Collaboration, CollaborationGrant

KINDS = Collaboration.Kind.choices


def collaborations() -> QuerySet[Collaboration]:
    """Every collaboration of the authority, with its district, in the order people expect of names."""
    return Collaboration.objects.select_related("district").annotate(name_in_order=Lower("name")).order_by("name_in_order", "pk")


def collaboration_by_id(collaboration_id: int) -> Collaboration | None:
    return collaborations().filter(pk=collaboration_id).first()


def collaboration_for_update(collaboration_id: int) -> Collaboration:
    """The row, locked to the end of the transaction. Raises Collaboration.DoesNotExist."""
    return Collaboration.objects.select_for_update(of=("self",), no_key=True).get(pk=collaboration_id)


def collaborations_of(user: User, *, on: date) -> QuerySet[Collaboration]:
    """Those that a person belongs to or was given to see, on a day. Rights over the whole authority do not count here."""
    seen = CollaborationGrant.all_dates.filter(holds_on(on), user=user, permission__codename=Permission.VIEW_COLLABORATIONS.split(".")[1])
    return collaborations().filter(pk__in=seen.values("content_object_id"))


def name_is_taken(name: str, *, except_id: int | None = None) -> bool:
    """Whether another collaboration has this name, capitals aside."""
    others = Collaboration.objects.filter(name__iexact=name)
    return (others if except_id is None else others.exclude(pk=except_id)).exists()
