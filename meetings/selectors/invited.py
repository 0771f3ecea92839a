"""Who is invited to an event: by its audience, without those whose support is switched off.

That somebody has no support is known to a confidential case alone (O6). It stands above this app, so it hands
down here, at the start, whom it means; until then it is nobody. Nobody is told why: to those left out an
event for leaders does not exist, as to everybody who is not invited.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from accounts.models import User, can_work, holds_on
from collaborations.rules import LED
from core.ordering import InOrder
from core.searching import Matches, Search, matching, words_in
from meetings.models.events import LIVE, Booking, Event, EventDistrict
from meetings.rules.events import SECTORS, Audience, EventKind, Sector
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.selectors.days import leads_on
from providers.models import Provider

#: ``(on) -> ids of people`` who are not invited to events for leaders on a day.
WithoutSupport = Callable[[date], Collection[int]]
_without_support: list[WithoutSupport] = []


class Invited(NamedTuple):
    """A person and a setting for which the person may book."""

    person_id: int
    provider_id: int
    provider_type: str


def leave_out(read: WithoutSupport) -> None:
    """From now on this one says whose support is switched off."""
    _without_support[:] = [read]


def people_without_support(*, on: date) -> frozenset[int]:
    """Ids of people who are neither invited to events for leaders nor offered a place there."""
    return frozenset().union(*(read(on) for read in _without_support))


def is_for_leaders(event: Event) -> bool:
    """Whether an event is part of the support that leaders get."""
    return event.kind == EventKind.LEADERS_DAY or event.audience == Audience.LEADERS


def left_out(event: Event, *, on: date) -> frozenset[int]:
    """Those of an event, whatever its audience says; of an event for everybody nobody."""
    return people_without_support(on=on) if is_for_leaders(event) else frozenset()


def invited(event: Event, *, on: date, person: User | None = None) -> list[Invited]:
    """Everybody who may book on a day, or one person, each with the settings, by name of the setting."""
    rows = _leading(on) if event.audience == Audience.LEADERS else _working(event, on)
    if person is not None:
        rows = rows.filter(user=person)
    provider = "membership__provider" if event.audience == Audience.LEADERS else "provider"
    values = rows.order_by(f"{provider}__name__in_order", f"{provider}_id", "user_id")
    without = left_out(event, on=on)
    people = values.values_list("user_id", f"{provider}_id", f"{provider}__provider_type")
    return [Invited(*row) for row in dict.fromkeys(people) if row[0] not in without]


def settings_to_book_for(event: Event, person: User, *, on: date) -> list[Provider]:
    """The settings for which somebody may book, by name; none where the person is not invited."""
    ids = [row.provider_id for row in invited(event, on=on, person=person)]
    rows = {row.pk: row for row in Provider.objects.filter(pk__in=ids)}
    return [rows[pk] for pk in ids]


def people_to_book_for(event: Event, *, on: date) -> QuerySet[User]:
    """Who is invited on a day and has no booking that goes on, by name."""
    ids = {row.person_id for row in invited(event, on=on)}
    booked = Booking.objects.filter(event=event, state__in=LIVE).order_by().values("person")
    return User.objects.filter(pk__in=ids).exclude(pk__in=booked).order_by("full_name__in_order", "pk")


def people_invited(event: Event, text: str, *, on: date) -> Matches:
    """Those of them whom a text finds by name."""
    rows = people_to_book_for(event, on=on)
    search = Search(
        "person_name",
        "full_name",
        words=lambda: words_in(rows, "full_name"),
        prepare=lambda found: found.alias(person_name=InOrder("full_name")),
    )
    return matching(rows, text, search)


def person_invited(event: Event, person_id: int, *, on: date) -> User | None:
    """Somebody who is invited on a day, also who has booked; None for anybody else."""
    person = User.objects.filter(pk=person_id).first()
    return person if person is not None and invited(event, on=on, person=person) else None


def sizes_of_sectors(event: Event, *, on: date) -> dict[str, int]:
    """How many of the settings that are invited are of each sector: what fair shares are made of."""
    types = {row.provider_id: row.provider_type for row in invited(event, on=on)}
    sizes = {str(sector): 0 for sector in Sector}
    for provider_type in types.values():
        sizes[SECTORS[provider_type]] += 1
    return sizes


def _leading(on: date) -> QuerySet[Any]:
    return LeaderAppointment.objects.filter(
        leads_on(on), can_work(), membership__collaboration__state__in=LED
    )


def _working(event: Event, on: date) -> QuerySet[Any]:
    rows = SettingRole.objects.filter(holds_on(on), can_work())
    if event.audience == Audience.DISTRICTS:
        districts = EventDistrict.objects.filter(event=event).values("district_id")
        rows = rows.filter(provider__district__in=districts)
    return rows
