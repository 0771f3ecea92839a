"""What a page's contributions read of events."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db.models import QuerySet

from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from meetings.models.events import Event
from meetings.rules.events import PLEDGE_AFTER, PLEDGE_OPEN
from meetings.selectors.events import OwnEvent, events_concerning, without_left_out

_FACTS = ("title", "kind", "audience", "state", "place", "on", "starts_at", "ends_at", "books_until")


def _events(groups: Any, settings: Any, user: Any, on: Any) -> QuerySet[Any]:
    return events_concerning(user, on)


add_page_rows(_events, key="events", facts={**{name: name for name in _FACTS}, "own": "own"})


def events_of_page(visitor: Visitor) -> list[OwnEvent]:
    """The events of the reader, from those of the last five months on, the earliest first."""
    oldest = visitor.on - PLEDGE_AFTER - PLEDGE_OPEN
    events = [event for event in (_event(*row) for row in page_rows(visitor, "events")) if event.on >= oldest]
    events.sort(key=lambda event: (event.on, event.starts_at, event.pk))
    return without_left_out(events, visitor.user, on=visitor.on)


def _event(pk: int, facts: Any) -> Event:
    days = {name: date.fromisoformat(facts[name]) for name in ("on", "books_until") if facts[name]}
    times = {name: time.fromisoformat(facts[name]) for name in ("starts_at", "ends_at")}
    event = Event(
        pk=pk, **{name: facts[name] for name in _FACTS if name not in {*days, *times}}, **days, **times
    )
    event.own = facts["own"]  # type: ignore[attr-defined]
    return event
