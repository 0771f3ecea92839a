"""Leaders' Days and events for tests, made in the authority in scope, through the services."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.services.links import make_link
from meetings.models.events import Booking, Event
from meetings.models.programme import EventFeedback, WalkIn
from meetings.rules.events import SECTORS
from meetings.selectors.events import PLACE_OFFER
from meetings.selectors.programme import FEEDBACK, PLEDGE
from meetings.services import booking, data_pack, events, programme
from memberships.models.members import SettingRole
from providers.models import Provider
from tests.factories.providers import DistrictFactory, ProviderFactory

DAY = date(2027, 3, 10)
VALUES: dict[str, Any] = {
    "kind": "leaders_day",
    "title": "Leaders’ Day, spring term",
    "about": "",
    "on": DAY,
    "starts_at": time(9, 30),
    "ends_at": time(15),
    "place": "The town hall",
    "access_notes": "",
    "online_url": "",
    "places": 2,
    "audience": "everybody",
    "is_shared": False,
    "released_on": None,
    "books_until": None,
}
SESSION: dict[str, Any] = {
    "title": "Talking at meal times",
    "about": "",
    "starts_at": time(10),
    "ends_at": time(11),
    "where": "Hall",
    "places": None,
}


def draft_event(
    by: User, *, districts: Collection[int] = (), at: datetime | None = None, **values: Any
) -> Event:
    """A draft: from half past nine to three, two places, for everybody who works at a setting."""
    return events.plan_event(values={**VALUES, **values}, districts=districts, by=by, at=at or timezone.now())


def open_event(by: User, *, at: datetime | None = None, **values: Any) -> Event:
    """The same, published."""
    event = draft_event(by, at=at, **values)
    return events.publish_event(event_id=event.pk, by=by, at=at or timezone.now())


def somebody_of(provider: Provider | None = None, name: str = "Kit Marsh", **facts: Any) -> User:
    """A person who works at a setting, past the services."""
    provider = provider or ProviderFactory(**facts)
    person = User.objects.create_user(
        email=f"{name.split()[0].lower()}-{provider.pk}@{provider.authority.slug}.example", full_name=name
    )
    SettingRole.objects.create(user=person, provider=provider, role="manager", starts_on=date(2024, 9, 1))
    return person


def booked(event: Event, provider: Provider, person: User, state: str = "accepted", **facts: Any) -> Booking:
    """A booking in a state, past the services."""
    at = facts.pop("at", timezone.now())
    return Booking.objects.create(
        event=event,
        person=person,
        provider=provider,
        sector=SECTORS[provider.provider_type],
        state=state,
        asked_at=at,
        moved_at=at,
        **facts,
    )


def events_rows(membership: Any, leader: User, officer: User) -> dict[str, Any]:
    """Rows of the stage: an event at which the leader has a place and has said what is needed, and one where a
    place is offered. Nobody else is invited.
    """
    now, ahead = timezone.now(), timezone.localdate() + timedelta(days=30)
    nowhere = DistrictFactory(name="Nowhere")
    facts: dict[str, Any] = {"on": ahead, "audience": "districts", "districts": [nowhere.pk]}
    event = open_event(officer, title="Leaders’ Day", **facts)
    place = booked(event, membership.provider, leader)
    booking.save_needs(booking_id=place.pk, access="A ramp", diet="", by=leader, at=now)
    other = open_event(officer, title="Network session", kind="network", **facts)
    offer = booked(other, membership.provider, leader, "offered", answer_by=now + timedelta(days=2))
    link = make_link(purpose=PLACE_OFFER, about_id=offer.pk, email=leader.email, user=leader, at=now)
    session = programme.write_session(event_id=event.pk, values=SESSION, by=officer)
    material = programme.add_material(
        event_id=event.pk, title="Slides", file=BytesIO(b"One."), name="slides.txt", by=officer, at=now
    )
    data_pack.share_data_pack(event_id=event.pk, as_at=timezone.localdate(), by=officer, at=now)
    caller = somebody_of(ProviderFactory(district=nowhere), "Robin Rings")
    past, old = (
        past_event(officer, membership.provider, leader, days=days, districts=[nowhere.pk])
        for days in (1, 125)
    )
    walk_in = WalkIn.objects.create(event=past.event, name="Wyn Beside", of="Larches", by=officer, at=now)
    EventFeedback.objects.create(booking=old, useful=5, pledge="Read outside", given_at=now)
    links = {
        name: make_link(purpose=purpose, about_id=row.pk, email=leader.email, user=leader, at=now)
        for name, purpose, row in (("feedback link", FEEDBACK, past), ("pledge link", PLEDGE, old))
    }
    return {
        "event": event,
        "booking": place,
        "person who may book": caller,
        "event with an offer": other,
        "offer link": link,
        "event session": session,
        "event material": material,
        "past event": past.event,
        "old event": old.event,
        "walk-in": walk_in,
        **links,
    }


def past_event(
    by: User, provider: Provider, *people: User, days: int = 1, came: bool | None = True, **values: Any
) -> Booking:
    """An event so many days ago that was held, with people of a setting who had a place; the first booking."""
    on = timezone.localdate() - timedelta(days=days)
    facts = {"title": f"Leaders’ Day {days} days ago", "places": 40, "audience": "districts", **values}
    event = open_event(by, at=timezone.now() - timedelta(days=days + 9), on=on, **facts)
    Event.objects.filter(pk=event.pk).update(state="held")
    event.refresh_from_db()
    rows = [booked(event, provider, person, came=came) for person in people]
    return rows[0]


def events_in_other_states(officer: User) -> list[Event]:
    """For walking every page: a draft, and one that is cancelled."""
    ahead = timezone.localdate() + timedelta(days=50)
    draft = draft_event(officer, title="Conference", on=ahead)
    cancelled = open_event(officer, title="Summer conference", on=ahead, audience="leaders")
    return [
        draft,
        events.cancel_event(event_id=cancelled.pk, because="Heat", by=officer, at=timezone.now()),
    ]
