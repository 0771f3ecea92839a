"""What stands in a person's calendar: the days and times that apps contribute, and what is due (G7).

An app contributes functions in its ``frame`` module. What nobody may be told, such as a confidential case,
is contributed by nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.addresses import absolute
from core.calendar_files import Event, identity
from core.frame.news import dues_for
from core.frame.registry import Registry

#: So long ahead a calendar looks, and so long back: what is cancelled stands there as cancelled until then.
AHEAD, BACK = timedelta(days=400), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Days:
    """``[since, until)``, read on a day. ``made_at`` is the instant that events are given as theirs."""

    since: date
    until: date
    on: date
    made_at: datetime


#: ``(user, days) -> events``: what that person may know on the day, whatever is cancelled as cancelled.
diary: Registry[Callable[[Any, Days], Iterable[Event]]] = Registry("people's calendars")


def days_around(on: date, made_at: datetime) -> Days:
    """The days that a calendar shows when it is read on a day."""
    return Days(on - BACK, on + AHEAD, on, made_at)


def diary_of(user: Any, days: Days, *, authority: Any) -> list[Event]:
    """Everything that stands in a person's calendar of an authority, by day, each event once."""
    events = [event for contribute in diary for event in contribute(user, days)]
    events += _dues(user, days, authority)
    by_identity = {event.uid: event for event in events}
    return sorted(by_identity.values(), key=lambda event: (event.day, event.uid))


def _dues(user: Any, days: Days, authority: Any) -> Iterable[Event]:
    for due in dues_for(user, on=days.on, until=days.until):
        if due.kind and days.since <= due.due_on:
            yield Event(
                uid=identity(due.kind, authority, due.pk),
                title=f"{due.group}: {due.what}",
                day=due.due_on,
                made_at=days.made_at,
                url=absolute(f"/{authority.slug}/{due.url}"),
            )
