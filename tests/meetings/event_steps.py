"""What the tests of events share: the moment, the scope, and short words for what is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import User
from core.scoping import authority_scope
from meetings.models.events import Booking, Event
from meetings.selectors import events as selectors
from meetings.selectors import invited as audiences
from meetings.selectors.invited import leave_out
from meetings.services import booking, events
from tests.factories.events import VALUES

NOW = datetime.fromisoformat("2027-01-11T09:00:00+00:00")
HOURS = timedelta(hours=1)
Switch = Callable[..., None]


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture(autouse=True)
def scope(request: pytest.FixtureRequest) -> Iterator[None]:
    """The authority; two at once open it for themselves."""
    if "larkshire_rows" in request.fixturenames:
        yield
        return
    with authority_scope(request.getfixturevalue("larkshire")):
        yield


@pytest.fixture
def switched_off() -> Iterator[Switch]:
    """Switch the support of people off, as a case would."""
    before = list(audiences._without_support)
    yield lambda *people: leave_out(lambda on: {person.pk for person in people})
    audiences._without_support[:] = before


def book(event: Event, membership: Any, person: User, *, at: datetime = NOW) -> Booking:
    return booking.book_place(event_id=event.pk, provider=membership.provider, person=person, at=at)


def states(event: Event) -> dict[str, str]:
    rows = Booking.objects.filter(event=event)
    return dict(rows.values_list("person__full_name", "state"))


def change(event: Event, by: User, *, at: datetime = NOW, **values: Any) -> Event:
    event = Event.objects.get(pk=event.pk)
    current = {name: getattr(event, name) for name in VALUES}
    return events.change_event(
        event_id=event.pk,
        seen=selectors.edition_of_event(event),
        values={**current, **values},
        districts=selectors.districts_of(event),
        by=by,
        at=at,
    )
