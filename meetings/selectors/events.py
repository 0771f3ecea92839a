"""Reads about Leaders' Days and events (L4): which there are, their bookings, what one page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from accounts.models import User, holds_on
from accounts.permissions import Permission
from collaborations.models import CollaborationGrant
from collaborations.rules import LED
from core.saving import edition_of
from meetings.models.events import LIVE, Booking, Event, EventDistrict
from meetings.rules import booking as rules
from meetings.rules.booking import HOLDING, BookingState
from meetings.rules.events import PLEDGE_AFTER, PLEDGE_OPEN, SECTORS, Audience, EventState, Sector
from meetings.selectors.invited import is_for_leaders, left_out, people_without_support
from memberships.models.members import SettingRole
from providers.models import Provider

#: What the link to answer an offer is for.
PLACE_OFFER = "meetings.place_offer"


def events_with_counts() -> QuerySet[Event]:
    """Every event with how many have a place, wait, have an offer and came; the latest first."""
    counts = {
        "booked": Count("bookings", filter=Q(bookings__state=BookingState.ACCEPTED)),
        "offered": Count("bookings", filter=Q(bookings__state=BookingState.OFFERED)),
        "waiting": Count("bookings", filter=Q(bookings__state=BookingState.WAITING)),
        "came": Count("bookings", filter=Q(bookings__came=True)),
    }
    return Event.objects.annotate(**counts).order_by("-on", "-starts_at", "-pk")


def event_by_id(event_id: int) -> Event | None:
    """With its authority; None where there is none here."""
    return Event.objects.select_related("authority", "planned_by").filter(pk=event_id).first()


def event_for_update(event_id: int) -> Event:
    """The row, locked until the transaction ends: all that is done with its places goes one after the other."""
    return Event.objects.select_for_update(of=("self",)).get(pk=event_id)


def events_to_settle(at: datetime) -> list[int]:
    """Ids of published events with an open offer or somebody who waits."""
    open_ones = Booking.objects.filter(
        event=OuterRef("pk"), state__in=(BookingState.OFFERED, BookingState.WAITING)
    )
    rows = Event.objects.filter(Exists(open_ones), state=EventState.PUBLISHED)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def districts_of(event: Event) -> list[int]:
    return list(
        EventDistrict.objects.filter(event=event).order_by("pk").values_list("district_id", flat=True)
    )


def edition_of_event(event: Event) -> str:
    """A mark that changes with what the form shows of an event."""
    names = (
        "kind", "title", "about", "on", "starts_at", "ends_at", "place", "access_notes", "online_url", "places",
        "is_shared", "released_on", "audience", "books_until",
    )  # fmt: skip
    return edition_of(*(getattr(event, name) for name in names), districts_of(event))


# --- bookings -----------------------------------------------------------------------------------------------


def bookings_of(event: Event) -> QuerySet[Booking]:
    """Every booking of an event, also those that ended, in the order of asking."""
    rows = Booking.objects.filter(event=event).select_related("person", "provider")
    return rows.order_by("asked_at", "pk")


def every_booking() -> QuerySet[Booking]:
    """The bookings of all events, by name of the person."""
    rows = Booking.objects.select_related("person", "provider__district", "event")
    return rows.order_by("person__full_name__in_order", "pk")


def booking_by_id(booking_id: int) -> Booking | None:
    rows = Booking.objects.select_related("event__authority", "person", "provider")
    return rows.filter(pk=booking_id).first()


def booking_in(event: Event, booking_id: int) -> Booking | None:
    """A booking of this event; None where it is another's."""
    return Booking.objects.select_related("person", "provider").filter(event=event, pk=booking_id).first()


def own_booking(event: Event, person: User) -> Booking | None:
    """The booking of a person that is not over; else the last one."""
    rows = Booking.objects.filter(event=event, person=person).select_related("provider")
    live = rows.filter(state__in=LIVE).first()
    return live or rows.order_by("-moved_at", "-pk").first()


def as_rule(event: Event) -> rules.Event:
    """An event as the rule of bookings sees it."""
    shares = event.shares if event.is_shared else {}
    return rules.Event(event.places, event.begins, shares, event.released_on, event.books_until)


def bookings_as_rule(event: Event, *, on: date) -> list[rules.Booking]:
    """Its live bookings as the rule sees them. Who waits and has no support any more is not seen: offered
    nothing, and passed by others.
    """
    without = left_out(event, on=on)
    rows = Booking.objects.filter(event=event, state__in=LIVE).order_by("asked_at", "pk")
    return [
        rules.Booking(row.pk, row.person_id, row.sector, row.asked_at, BookingState(row.state), row.answer_by)
        for row in rows
        if row.state != BookingState.WAITING or row.person_id not in without
    ]


class Share(NamedTuple):
    """A sector, its share of the places, and how many of it have a place, have an offer, and wait."""

    sector: Sector
    places: int | None
    booked: int
    offered: int
    waiting: int


def shares_of(event: Event) -> list[Share]:
    """Of each sector; its places are None where they are not shared."""
    counted = Booking.objects.filter(event=event, state__in=LIVE).order_by().values_list("sector", "state")
    numbers = {(sector, state): number for sector, state, number in counted.annotate(number=Count("pk"))}
    return [
        Share(
            sector,
            event.shares.get(sector, 0) if event.is_shared else None,
            *(numbers.get((sector, state), 0) for state in ("accepted", "offered", "waiting")),
        )
        for sector in Sector
    ]


def is_full_for(event: Event, settings: Iterable[Provider], *, at: datetime) -> bool:
    """Whether whoever books for one of some settings would wait, whichever it is
    (rules.booking.state_of_new).
    """
    event_as_rule = as_rule(event)
    others = bookings_as_rule(event, on=timezone.localdate(at))
    sectors = {SECTORS[setting.provider_type] for setting in settings}
    return all(
        rules.state_of_new(event_as_rule, others, sector=sector, at=at) is BookingState.WAITING
        for sector in sectors
    )


def taken_places(event: Event) -> int:
    """How many are booked or offered."""
    return Booking.objects.filter(event=event, state__in=HOLDING).count()


# --- what pages show of the reader's own --------------------------------------------------------------------


class OwnEvent(NamedTuple):
    """An event that a person is invited to, or has booked; ``own`` is what is known of the booking."""

    event: Event
    own: dict[str, Any] | None

    @property
    def state(self) -> str:
        return self.own["state"] if self.own else ""


def own_events(person: User, *, on: date) -> list[OwnEvent]:
    """The events of somebody, from those of the last five months on, the earliest first."""
    rows = events_concerning(person, on).filter(on__gte=on - PLEDGE_AFTER - PLEDGE_OPEN)
    return without_left_out(list(rows.order_by("on", "starts_at", "pk")), person, on=on)


def events_concerning(person: Any, on: Any) -> QuerySet[Event]:
    """What somebody has booked, and what is ahead to which somebody is invited, each with ``own``: what is
    known of the booking. Whoever is left out is still among them (``without_left_out``).
    """
    leads = CollaborationGrant.all_dates.filter(
        holds_on(on),
        user=person,
        permission__codename=Permission.LEAD_COLLABORATION.split(".")[1],
        content_object__state__in=LED,
    )
    works = SettingRole.objects.filter(holds_on(on), user=person)
    named = EventDistrict.objects.filter(
        event=OuterRef("pk"), district__in=works.values("provider__district_id")
    )
    mine = Booking.objects.filter(event=OuterRef("pk"), person=person).order_by("-moved_at", "-pk")
    facts = JSONObject(
        pk="pk",
        state="state",
        answer_by="answer_by",
        came="came",
        feedback="feedback__pk",
        pledge="feedback__pledge",
        kept="feedback__kept",
    )
    invited = (
        Q(audience=Audience.LEADERS, leads=True)
        | Q(audience=Audience.EVERYBODY, works=True)
        | Q(audience=Audience.DISTRICTS, named=True)
    )
    rows = Event.objects.filter(state__in=(EventState.PUBLISHED, EventState.HELD)).annotate(
        leads=Exists(leads),
        works=Exists(works),
        named=Exists(named),
        own=Subquery(mine.values(facts=facts)[:1]),
    )
    return rows.filter(Q(own__isnull=False) | (invited & Q(on__gte=on)))


def without_left_out(events: Sequence[Event], person: User, *, on: date) -> list[OwnEvent]:
    """Those that exist for somebody: none for leaders to which the person is not invited."""
    without = people_without_support(on=on) if any(is_for_leaders(event) for event in events) else ()
    return [
        OwnEvent(event, event.own)  # type: ignore[attr-defined]
        for event in events
        if event.own or not is_for_leaders(event) or person.pk not in without  # type: ignore[attr-defined]
    ]


def people_booked(event: Event, states: Iterable[str] = LIVE) -> list[int]:
    """Ids of people whose booking is in one of these states."""
    rows = Booking.objects.filter(event=event, state__in=tuple(states)).order_by("pk")
    return list(rows.values_list("person_id", flat=True))
