"""Who is reached in some groups or settings, each once, with the settings and groups by which it is so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from accounts.models import User, holds_on
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.reaching import Whom
from memberships.selectors.days import is_member_on, leads_on
from providers.selectors import register

OFFICES = {
    Whom.CHAIRS: OfficeHolder.Office.CHAIR,
    Whom.ADMINISTRATORS: OfficeHolder.Office.ADMINISTRATOR,
}


@dataclass(frozen=True, slots=True)
class Reached:
    """A person, and the names of the settings and groups by which the person is reached."""

    user: User
    settings: tuple[str, ...]
    groups: tuple[str, ...]


class _Place(NamedTuple):
    """A person of a setting; in a group where ``collaboration_id`` is not 0."""

    user_id: int
    provider_id: int
    collaboration_id: int


def reached_in_groups(
    collaboration_ids: Collection[int],
    whom: Collection[str],
    *,
    on: date,
    user_ids: Collection[int] | None = None,
) -> list[Reached]:
    """Those of the people of member settings whom ``whom`` names, by name; ``user_ids``: of these people only.

    Who has left the setting is not among them, whatever an appointment still says (L1); nor who is locked,
    closed, or has not accepted an invitation.
    """
    roles = _roles(on, user_ids)
    memberships = Membership.objects.filter(is_member_on(on), collaboration__in=collaboration_ids)
    if user_ids is not None:
        memberships = memberships.filter(provider__in=roles.values("provider_id"))
    groups: dict[int, list[int]] = {}
    for provider_id, collaboration_id in memberships.order_by().values_list(
        "provider_id", "collaboration_id"
    ):
        groups.setdefault(provider_id, []).append(collaboration_id)
    people = _people_at(roles, groups)
    places = set(_by_role(people, groups, whom))
    for place in _appointed(collaboration_ids, whom, on=on, user_ids=user_ids):
        if (place.user_id, place.provider_id) in people:
            places.add(place)
    return _by_name(places)


def reached_at_settings(
    provider_ids: Collection[int],
    whom: Collection[str],
    *,
    on: date,
    user_ids: Collection[int] | None = None,
) -> list[Reached]:
    """The managers of some settings, or everybody there who can sign in, with the groups of each setting."""
    roles = _roles(on, user_ids)
    people = _people_at(roles, provider_ids)
    members = Membership.objects.filter(
        is_member_on(on), provider__in={provider_id for _user_id, provider_id in people}
    )
    groups: dict[int, list[int]] = {provider_id: [] for _user_id, provider_id in people}
    for provider_id, collaboration_id in members.order_by().values_list("provider_id", "collaboration_id"):
        groups[provider_id].append(collaboration_id)
    return _by_name(_by_role(people, {key: ids or [0] for key, ids in groups.items()}, whom))


def _roles(on: date, user_ids: Collection[int] | None) -> QuerySet[SettingRole]:
    rows = SettingRole.objects.filter(holds_on(on)).order_by()
    return rows if user_ids is None else rows.filter(user__in=user_ids)


def _people_at(roles: QuerySet[SettingRole], provider_ids: Iterable[int]) -> dict[tuple[int, int], bool]:
    """By person and setting, whether the person manages it."""
    found: dict[tuple[int, int], bool] = {}
    rows = roles.filter(provider__in=list(provider_ids))
    for user_id, provider_id, role in rows.values_list("user_id", "provider_id", "role"):
        key = user_id, provider_id
        found[key] = found.get(key, False) or role == SettingRole.Role.MANAGER
    return found


def _by_role(
    people: dict[tuple[int, int], bool], groups: dict[int, list[int]], whom: Collection[str]
) -> Iterable[_Place]:
    everybody, managers = Whom.EVERYBODY in whom, Whom.MANAGERS in whom
    for (user_id, provider_id), is_manager in people.items():
        if everybody or (managers and is_manager):
            for collaboration_id in groups[provider_id]:
                yield _Place(user_id, provider_id, collaboration_id)


def _appointed(
    collaboration_ids: Collection[int],
    whom: Collection[str],
    *,
    on: date,
    user_ids: Collection[int] | None,
) -> Iterable[_Place]:
    """Who leads, and who is chair or administrator."""
    sources: list[QuerySet] = []
    if Whom.LEADERS in whom:
        sources.append(LeaderAppointment.objects.all())
    if offices := [office for name, office in OFFICES.items() if name in whom]:
        sources.append(OfficeHolder.objects.filter(office__in=offices))
    for rows in sources:
        held = rows.filter(leads_on(on), membership__collaboration__in=collaboration_ids)
        if user_ids is not None:
            held = held.filter(user__in=user_ids)
        columns = ("user_id", "membership__provider_id", "membership__collaboration_id")
        yield from (_Place(*row) for row in held.order_by().values_list(*columns))


def _by_name(found: Iterable[_Place]) -> list[Reached]:
    places: dict[int, list[_Place]] = {}
    for place in found:
        places.setdefault(place.user_id, []).append(place)
    every = [place for rows in places.values() for place in rows]
    settings = register().in_bulk({place.provider_id for place in every})
    groups = dict(
        Collaboration.objects.filter(pk__in={place.collaboration_id for place in every})
        .order_by()
        .values_list("pk", "name")
    )
    return [
        Reached(
            user,
            _names(str(settings[place.provider_id]) for place in places[user.pk]),
            _names(groups.get(place.collaboration_id, "") for place in places[user.pk]),
        )
        for user in people_to_write_to(list(places))
    ]


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}, key=lambda name: (name.casefold(), name)))
