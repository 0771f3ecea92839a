"""Leaders' Days and events for tests, made in the authority in scope, through the services."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.services.links import make_link
from meetings.models.events import Booking, Event
from meetings.rules.events import SECTORS
from meetings.selectors.events import PLACE_OFFER
from meetings.services import booking, events
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
        email=f"{name.split()[0].lower()}-{provider.pk}@larkshire.example", full_name=name
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
    return {"event": event, "event with an offer": other, "offer link": link}


def events_in_other_states(officer: User) -> list[Event]:
    """For walking every page: a draft, and one that is cancelled."""
    ahead = timezone.localdate() + timedelta(days=50)
    draft = draft_event(officer, title="Conference", on=ahead)
    cancelled = open_event(officer, title="Summer conference", on=ahead, audience="leaders")
    return [
        draft,
        events.cancel_event(event_id=cancelled.pk, because="Heat", by=officer, at=timezone.now()),
    ]
