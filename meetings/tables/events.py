"""Lists of events and of their bookings, each for its page and its export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.contacts import writes_to
from core.tables.filters import ChoiceFilter, DateRangeFilter, Filter, ScopeFilter, SearchFilter
from core.tables.table import Table
from meetings.models.events import LIVE, Booking, Event
from meetings.rules.booking import BookingState
from meetings.rules.events import EventKind, EventState, Sector
from meetings.selectors import events
from memberships.selectors.districts import NO_DISTRICT, district_choices

EVENT_COLOURS = {
    EventState.DRAFT: "yellow",
    EventState.PUBLISHED: "blue",
    EventState.CANCELLED: "grey",
    EventState.HELD: "green",
}
BOOKING_COLOURS = {
    BookingState.WAITING: "yellow",
    BookingState.OFFERED: "blue",
    BookingState.ACCEPTED: "green",
}


def event_address(event: Event) -> str:
    return reverse("meetings:event", args=[event.pk])


def event_colour(event: Event) -> str:
    return EVENT_COLOURS[EventState(event.state)]


def booking_colour(booking: Booking) -> str:
    return BOOKING_COLOURS.get(BookingState(booking.state), "grey")


class EventsTable(Table):
    """Leaders' Days, network sessions and conferences."""

    ordering = "-on"
    columns = (
        Column("title", _("Event"), width=36, sort="title__in_order", link=event_address),
        Column("kind", _("Kind"), value="get_kind_display"),
        Column("on", _("Day"), Kind.DATE, sort="on"),
        Column("starts_at", _("From")),
        Column("ends_at", _("Until")),
        Column("place", _("Where"), width=32),
        Column("audience", _("Who is invited"), value="get_audience_display"),
        Column("state", _("State"), value="get_state_display", tag=event_colour),
        Column("places", _("Places"), Kind.NUMBER, sort="places"),
        Column("booked", _("Booked"), Kind.NUMBER, sort="booked"),
        Column("offered", _("Offered"), Kind.NUMBER, sort="offered"),
        Column("waiting", _("Waiting"), Kind.NUMBER, sort="waiting"),
        Column("came", _("Came"), Kind.NUMBER, sort="came"),
    )
    on_page = ("title", "kind", "on", "starts_at", "state", "places", "booked", "waiting", "came")
    second_rank = ("starts_at", "kind")
    filters: Sequence[Filter] = (
        SearchFilter("q", _("Event"), search=search_in("title_in_order", "title")),
        DateRangeFilter("on", _("Day")),
        ChoiceFilter("state", _("State"), choices=EventState.choices),
        ChoiceFilter("kind", _("Kind"), choices=EventKind.choices),
    )

    def rows(self) -> QuerySet[Any]:
        return events.events_with_counts()


def of_district(rows: QuerySet[Any], wanted: str) -> QuerySet[Any]:
    """Bookings for settings of a district by its id, or of none."""
    if wanted == NO_DISTRICT:
        return rows.filter(provider__district__isnull=True)
    return rows.filter(provider__district_id=wanted)


def cancel_link(booking: Booking) -> SafeString | str:
    if booking.state not in LIVE:
        return ""
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        reverse("meetings:cancel_booking", args=[booking.event_id, booking.pk]),
        gettext("Cancel"),
        booking.person,
    )


class BookingsTable(Table):
    """The bookings of one event: never what people need."""

    ordering = "person"
    columns = (
        Column("person", _("Person"), width=28, sort="person__full_name__in_order"),
        Column("provider", _("Setting"), width=36, sort="provider__name__in_order"),
        Column("sector", _("Sector"), value="get_sector_display"),
        Column("district", _("District"), width=22, value="provider.district"),
        Column("state", _("State"), value="get_state_display", tag=booking_colour),
        Column("asked_at", _("Asked at"), Kind.DATETIME, sort="asked_at"),
        Column("answer_by", _("Answer by"), Kind.DATETIME),
        Column("email", _("Email address"), width=32, value="person.email", shown=writes_to("person.email")),
        Column("came", _("Came")),
        Column("cancel", _("Action"), shown=cancel_link, value=lambda row: "", acts=True),
    )
    in_sheet = ("person", "provider", "sector", "district", "state", "asked_at", "answer_by", "email", "came")
    second_rank = ("sector", "asked_at")
    filters: Sequence[Filter] = (
        ChoiceFilter("state", _("State"), choices=BookingState.choices),
        ChoiceFilter("sector", _("Sector"), choices=Sector.choices),
        ChoiceFilter("district", _("District"), choices=district_choices, narrow=of_district),
        ScopeFilter("event", _("Event"), find=events.event_by_id, error=_("There is no such event.")),
    )

    @property
    def on_page(self) -> Sequence[str]:
        names = ("person", "provider", "sector", "district", "state", "asked_at", "answer_by")
        return (*names, "cancel") if self.allows(Permission.RUN_EVENTS) else names

    def rows(self) -> QuerySet[Any]:
        return events.every_booking()
