"""Leaders' Days and events: their place for the team, and emails of a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from core.calendar_files import Event
from core.frame.account import Readers, add_topic
from core.frame.diary import Days, diary
from core.frame.places import Hub, Place, add_place
from meetings.emails.events import in_calendar
from meetings.selectors.diary import events_in_calendar

#: The pages of the data pack stand above this app, in ``portal``.
PACK = tuple(
    f"portal:{name}"
    for name in (
        "data_pack",
        "data_pack_pdf",
        "data_pack_group",
        "data_pack_group_pdf",
        "share_data_pack",
        "stop_sharing_data_pack",
    )
)

add_place(
    Hub.SUPPORT,
    Place(
        _("Leaders’ Days and events"),
        _("Leaders’ Days, network sessions and conferences: places, bookings and who came."),
        "meetings:events",
        Permission.VIEW_EVENTS,
        also=(
            *PACK,
            *(
                f"meetings:{name}"
                for name in (
                    "plan_event",
                    "event",
                    "change_event",
                    "publish_event",
                    "cancel_event",
                    "restore_event",
                    "bookings",
                    "choose_who_comes",
                    "book_for",
                    "cancel_booking",
                    "signing_in",
                    "needs",
                    "coming",
                    "add_walk_in",
                    "remove_walk_in",
                    "add_session",
                    "session",
                    "change_session",
                    "remove_session",
                    "add_material",
                    "material",
                    "remove_material",
                    "event_feedback",
                )
            ),
        ),
    ),
    key="events",
    order=40,
)
add_topic(
    Readers.SETTING,
    _("You are invited to a Leaders’ Day or another event."),
    "meetings.event_invited",
    key="event_invitations",
    order=70,
)
add_topic(
    Readers.SETTING,
    _("An event that you booked is changed or cancelled."),
    "meetings.event_changed",
    "meetings.event_cancelled",
    key="events",
    order=70,
)
add_topic(
    Readers.SETTING,
    _("You have a place at an event, a place is free for you, or the team booked or cancelled for you."),
    "meetings.place_booked",
    "meetings.booked_for_you",
    "meetings.booking_ended_for_you",
    "meetings.place_offered",
    key="places_at_events",
    order=71,
)
add_topic(
    Readers.SETTING,
    _("You were at an event: how it was, and after a term what came of it."),
    "meetings.feedback_asked",
    "meetings.pledge_asked",
    key="after_events",
    order=72,
)


@diary.register(key="events", order=14)
def events_in_diary(user: User, days: Days) -> Iterator[Event]:
    """Events at which the person has a place."""
    for event in events_in_calendar(user, since=days.since, until=days.until):
        yield in_calendar(event, made_at=days.made_at)
