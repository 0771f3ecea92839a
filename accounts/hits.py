"""People in the search of everything.

Who reads the list of people finds everybody; who reads members finds the people of settings; others find the
people of their own groups, as the pages of the groups name them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.selectors import people_here, people_search
from core.frame.hits import Hit, Hits, search_source
from core.prepared import prepared
from core.searching import best, kept_words, words_in
from memberships.selectors.audience import (
    groups_of_settings,
    people_at_settings,
    people_met_by,
    places_of_people,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User
    from core.frame.visitor import Visitor
    from core.matching import Words
    from core.searching import Query
    from memberships.models.members import SettingRole

KIND = "person"


def _people(visitor: Visitor) -> QuerySet[User]:
    if visitor.allows(Permission.VIEW_PEOPLE):
        return people_here()
    if visitor.allows(Permission.VIEW_MEMBERS):
        return people_at_settings(on=visitor.on)
    return people_met_by(visitor.user, on=visitor.on)


def _words(visitor: Visitor) -> Words:
    def read() -> Words:
        return words_in(_people(visitor), "full_name")

    if visitor.allows(Permission.VIEW_PEOPLE):
        return kept_words("people", read)
    return kept_words("people-of-settings", read) if visitor.allows(Permission.VIEW_MEMBERS) else read()


def _by_ids(ids: Sequence[int], visitor: Visitor) -> list[Hit]:
    return _hits(list(_people(visitor).filter(pk__in=ids)), visitor)


def _titles(ids: Sequence[int], visitor: Visitor) -> list[Hit]:
    if not visitor.allows(Permission.VIEW_PEOPLE):
        return _by_ids(ids, visitor)
    return [
        Hit(person.full_name or person.email, _url(person, (), visitor), KIND, person.pk)
        for person in _here(ids=ids)
    ]


@prepared
def _here(ids: Sequence[int]) -> QuerySet[User]:
    return people_here().filter(pk__in=ids)


@search_source(kind=KIND, label=_("People"), order=20, words=_words, by_ids=_by_ids, titles=_titles)
def find_people(query: Query, visitor: Visitor, limit: int) -> Hits:
    search = people_search(lambda: _words(visitor))
    first = best(_people(visitor), query, search, limit=limit)
    listed = visitor.allows(Permission.VIEW_PEOPLE) and not query.parts
    all_url = f"{reverse('accounts:people')}?{urlencode({'q': query.text})}" if listed else ""
    return Hits(first.count, tuple(_hits(first.rows, visitor)), first.weight, first.shown, all_url)


def _hits(people: Sequence[User], visitor: Visitor) -> list[Hit]:
    if not people:
        return []
    places = places_of_people([person.pk for person in people], on=visitor.on)
    shown = _seen(places, visitor)
    hits = []
    for person in people:
        roles = shown.get(person.pk, [])
        lines = (person.email, *(f"{role.get_role_display()}, {role.provider}" for role in roles))
        url = _url(person, roles, visitor)
        hits.append(Hit(person.full_name or person.email, url, KIND, person.pk, lines))
    return hits


def _seen(places: dict[int, list[SettingRole]], visitor: Visitor) -> dict[int, list[SettingRole]]:
    """Without a role over the authority, only work at settings of one's own groups, and one's own."""
    if visitor.allows(Permission.VIEW_MEMBERS):
        return places
    providers = {role.provider_id for roles in places.values() for role in roles}
    groups = groups_of_settings(sorted(providers), visitor.user, on=visitor.on)
    mine = {
        role.provider_id
        for role in places_of_people([visitor.user.pk], on=visitor.on).get(visitor.user.pk, [])
    }
    return {
        person: [role for role in roles if role.provider_id in groups or role.provider_id in mine]
        for person, roles in places.items()
    }


def _url(person: User, roles: Sequence[SettingRole], visitor: Visitor) -> str:
    if visitor.allows(Permission.VIEW_PEOPLE):
        return reverse("portal:person", args=[person.pk])
    if visitor.allows(Permission.VIEW_SETTINGS):
        return reverse("portal:setting", args=[roles[0].provider_id])
    groups = groups_of_settings([role.provider_id for role in roles], visitor.user, on=visitor.on)
    first = next((rows[0] for rows in groups.values()), None)
    if first is None:
        return reverse("home")
    return f"{reverse('collaborations:detail', args=[first.collaboration_id])}#members"
