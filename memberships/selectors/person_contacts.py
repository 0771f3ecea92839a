"""Reads about how people are reached."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import User
from core.prepared import prepared
from core.saving import edition_of
from memberships.models.contacts import PersonContact


def contact_of(user: User) -> PersonContact:
    """How a person is reached here; an empty one where nobody has said it."""
    return next(iter(_contact(user=user)), None) or PersonContact(user=user)


@prepared
def _contact(user: User) -> QuerySet[PersonContact]:
    return PersonContact.objects.filter(user=user).order_by("pk")[:1]


def edition_of_contact(contact: PersonContact) -> str:
    return edition_of(contact.telephone, contact.wish, contact.shown_to_groups)


def telephone_of(user: str, /, *, of_team: bool) -> Subquery:
    """For an annotation: the telephone number that a person gave here; ``user`` is the column of the id."""
    rows = _told(of_team=of_team).filter(user=OuterRef(user)).order_by("pk")
    return Subquery(rows.values("telephone")[:1])


def telephones_of(user_ids: Collection[int], *, of_team: bool) -> dict[int, str]:
    """The telephone number of each of some people who gave one here, by id."""
    rows = _told(of_team=of_team).filter(user__in=user_ids)
    return dict(rows.order_by().values_list("user_id", "telephone"))


def _told(*, of_team: bool) -> QuerySet[PersonContact]:
    """``of_team``: whether the early years team asks. Others read only what the person shows to the own
    groups.
    """
    rows = PersonContact.objects.exclude(telephone="")
    return rows if of_team else rows.filter(shown_to_groups=True)


WISHES = PersonContact.Wish.choices
