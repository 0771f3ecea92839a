"""Leaders' Days of an invented county: one ahead with a waiting list, one that was held with feedback and
what people wanted to do.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from meetings.models.events import Event
from meetings.selectors.events import bookings_of
from meetings.selectors.invited import invited
from meetings.services import booking, data_pack, events, following, programme
from providers.models import Provider

if TYPE_CHECKING:
    from portal.demonstration.story import Story

WORDS = "What children say at meal times, and how we listen. Bring an example from your own setting."
SESSIONS = (
    ("Talking at meal times", time(10), time(11), "Hall", None),
    ("Outdoors in every weather", time(11, 15), time(12, 15), "Garden", 12),
    ("The first weeks of two-year-olds", time(11, 15), time(12, 15), "Studio", 12),
)
#: How useful it was, what somebody wanted to do, and anything else.
FEEDBACK = (
    (5, "Sit down with the children at lunch every day", "More time to talk with each other, please."),
    (5, "Show the film of the meal at our next staff meeting", ""),
    (4, "Ask the parents what is sung at home", ""),
    (3, "", "The hall was cold."),
    (4, "Visit Larkton's garden", ""),
    (5, "", ""),
)


class Events:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._held()
        self._ahead()

    def _values(self, title: str, places: int, days: int, audience: str) -> dict[str, Any]:
        return {
            "kind": "leaders_day",
            "title": title,
            "about": WORDS,
            "on": _weekday(self.story.today + timedelta(days=days)),
            "starts_at": time(9, 30),
            "ends_at": time(15),
            "place": "The town hall, Market Square",
            "access_notes": "Level access, a hearing loop, parking behind the building.",
            "online_url": "",
            "places": places,
            "audience": audience,
            "is_shared": False,
            "released_on": None,
            "books_until": None,
        }

    def _open(self, title: str, places: int, days: int, *, audience: str, at: datetime) -> Event:
        by = self.story.officer
        event = events.plan_event(values=self._values(title, places, days, audience), by=by, at=at)
        for session_title, starts_at, ends_at, where, limit in SESSIONS:
            values = {"title": session_title, "about": "", "starts_at": starts_at, "ends_at": ends_at}
            values |= {"where": where, "places": limit}
            programme.write_session(event_id=event.pk, values=values, by=by)
        return events.publish_event(event_id=event.pk, by=by, at=at)

    def _book(self, event: Event, number: int, at: datetime) -> None:
        """As many people as that ask for a place, one a setting, in the order of their settings."""
        rows = {row.provider_id: row for row in invited(event, on=timezone.localdate(at))}
        people: set[int] = set()
        for row in rows.values():
            if len(people) == number:
                return
            if row.person_id not in people:
                people.add(row.person_id)
                provider = Provider.objects.get(pk=row.provider_id)
                person = provider.people.filter(user=row.person_id).select_related("user")[0].user
                booking.book_place(event_id=event.pk, provider=provider, person=person, at=at)

    def _ahead(self) -> None:
        """Three places, and five who want one: two wait."""
        story = self.story
        event = self._open("Leaders’ Day, next term", 3, 40, audience="everybody", at=story.then(12))
        self._book(event, 5, story.then(10))
        first = bookings_of(event).filter(state="accepted").first()
        if first is not None:
            facts = {"access": "A seat near the front, please: I lip-read.", "diet": "Vegetarian"}
            booking.save_needs(booking_id=first.pk, **facts, by=first.person, at=story.then(9))

    def _held(self) -> None:
        story = self.story
        event = self._open("Leaders’ Day, last term", 30, -8, audience="everybody", at=story.then(40))
        data_pack.share_data_pack(
            event_id=event.pk, as_at=timezone.localdate(story.then(9)), by=story.officer, at=story.then(9)
        )
        self._book(event, 8, story.then(35))
        evening = event.begins.replace(hour=18)
        events.hold_past_events(at=evening)
        rows = list(bookings_of(event))
        for number, row in enumerate(rows):
            programme.mark_coming(booking_id=row.pk, came=number != 6, by=story.officer, at=event.begins)
        for row, (useful, pledge, words) in zip(rows, FEEDBACK, strict=False):
            following.give_feedback(booking_id=row.pk, useful=useful, pledge=pledge, words=words, at=evening)


def _weekday(day: date) -> date:
    """The day, or the Friday before it where it falls on a weekend: nobody plans a Leaders' Day then."""
    return day - timedelta(days=max(0, day.weekday() - 4))
