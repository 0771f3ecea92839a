"""Leaders' Days and events as the early years team plans and runs them (L4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, SeenPage
from core.wording import date_in_words, in_words, time_in_words
from meetings.forms.events import CancelEventForm, ChangeEventForm, EventForm
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState, needs_end_on
from meetings.selectors import events, programme
from meetings.selectors.data_pack import shared_pack
from meetings.selectors.invited import invited
from meetings.services import booking as booking_services
from meetings.services import events as services
from meetings.tables.events import BookingsTable, EventsTable
from meetings.views.mixins import AsksOfHoliday, OfEvent, RunsEvent
from providers.selectors import districts

if TYPE_CHECKING:
    from core.views import Said

FIELDS = tuple(name for name in EventForm.base_fields if name != "districts")


class Events(ListPage):
    """Every event, for the team."""

    permission = Permission.VIEW_EVENTS
    template_name = "meetings/events/list.html"
    title = _("Leaders’ Days and events")
    things = _("events")
    table_class = EventsTable
    export = "events"
    export_permission = Permission.EXPORT
    empty_text = _("No event is planned yet. Plan the next Leaders’ Day here.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_plan": self.allows(Permission.RUN_EVENTS), **kwargs})


class EventPage(OfEvent):
    """One event: when and where, how many have booked, and what can be done now."""

    template_name = "meetings/events/event.html"

    def get_title(self) -> str:
        return gettext("%(title)s, %(day)s") % {
            "title": self.event.title,
            "day": date_in_words(self.event.on),
        }

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event, at = self.event, timezone.now()
        is_over = event.ends <= at
        context = {
            "shares": events.shares_of(event),
            "taken": events.taken_places(event),
            "invited": len({row.person_id for row in invited(event, on=self.visitor.on)})
            if not is_over
            else None,
            "may_run": self.allows(Permission.RUN_EVENTS),
            "is_ahead": not is_over and event.state in (EventState.DRAFT, EventState.PUBLISHED),
            "may_restore": event.state == EventState.CANCELLED and not is_over,
            "is_draft": event.state == EventState.DRAFT,
            "is_published": event.state == EventState.PUBLISHED,
            "is_cancelled": event.state == EventState.CANCELLED,
            "has_needs": self.visitor.on < needs_end_on(event.on),
            "sessions": list(programme.sessions_of(event)),
            "materials": list(programme.materials_of(event)),
            "shared": shared_pack(event),
            "districts": [row.district for row in event.districts.select_related("district")],
        }
        return super().get_context_data(**(context | kwargs))


class WritesEvent:
    """What the forms of an event share."""

    def get_form_kwargs(self) -> dict[str, Any]:
        choices = {district.pk: district.name for district in districts()}
        return {**super().get_form_kwargs(), "districts": choices}  # type: ignore[misc]

    def said(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """What the service is given."""
        return {"values": {name: data[name] for name in FIELDS}, "districts": data["districts"]}


class PlanEvent(AsksOfHoliday, WritesEvent, FormPage):
    """A draft: nobody is invited before it is published."""

    permission = Permission.RUN_EVENTS
    title = _("Plan an event")
    form_class = EventForm
    submit_label = _("Save the draft")

    def get_cancel_url(self) -> str:
        return reverse("meetings:events")

    def save(self, form: EventForm) -> HttpResponseBase:
        said = self.said(form.cleaned_data)
        event = services.plan_event(**said, by=self.request.user, at=timezone.now())
        messages.success(self.request, gettext("The draft is saved. Nobody is invited yet: publish it."))
        return HttpResponseRedirect(reverse("meetings:event", args=[event.pk]))


class ChangeEvent(AsksOfHoliday, WritesEvent, RunsEvent, SeenPage):
    """Change an event, also its day. Bookings stay."""

    title = _("Change the event")
    form_class = ChangeEventForm
    success_message = _(
        "The event is changed. If its time or place is new, everybody who has booked hears of it."
    )

    def stored_day(self) -> date:
        return self.event.on

    def mark(self) -> str:
        return events.edition_of_event(self.event)

    def stored(self) -> Said:
        labels, event = ChangeEventForm.base_fields, self.event
        shown = {
            "title": event.title,
            "on": date_in_words(event.on),
            "starts_at": time_in_words(event.starts_at),
            "ends_at": time_in_words(event.ends_at),
            "place": event.place,
            "access_notes": event.access_notes,
            "online_url": event.online_url,
            "places": event.places,
            "audience": event.get_audience_display(),
            "is_shared": in_words(event.is_shared),
            "released_on": date_in_words(event.released_on),
            "books_until": date_in_words(event.books_until),
            "about": event.about,
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.event

    def get_initial(self) -> dict[str, Any]:
        values = {name: getattr(self.event, name) for name in FIELDS}
        return {**super().get_initial(), **values, "districts": events.districts_of(self.event)}

    def save(self, form: ChangeEventForm) -> None:
        services.change_event(
            event_id=self.event.pk,
            seen=form.cleaned_data["seen"],
            **self.said(form.cleaned_data),
            by=self.request.user,
            at=timezone.now(),
        )


class PublishEvent(RunsEvent, ConfirmPage):
    """Asks first: how many people get an invitation."""

    title = _("Publish this event?")
    template_name = "layouts/confirm_page.html"
    submit_label = _("Publish it and send the invitations")
    success_message = _("The event is published. The invitations are on their way.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = len({row.person_id for row in invited(self.event, on=self.visitor.on)})
        words = ngettext(
            "Booking opens at once. %(number)d person gets an invitation by email.",
            "Booking opens at once. %(number)d people get an invitation by email.",
            number,
        )
        return super().get_context_data(**{"explanation": words % {"number": number}, **kwargs})

    def save(self, form: Any) -> None:
        services.publish_event(event_id=self.event.pk, by=self.request.user, at=timezone.now())


class CancelEvent(RunsEvent):
    title = _("Cancel this event?")
    form_class = CancelEventForm
    submit_label = _("Cancel the event")
    success_message = _("The event is cancelled. Everybody who has booked hears of it.")
    error_fields = {"words": "because"}

    def save(self, form: CancelEventForm) -> None:
        services.cancel_event(
            event_id=self.event.pk,
            because=form.cleaned_data["because"],
            by=self.request.user,
            at=timezone.now(),
        )


class RestoreEvent(RunsEvent, ConfirmPage):
    title = _("Bring this event back?")
    template_name = "layouts/confirm_page.html"
    explanation = _("It takes place after all, with its bookings. Everybody who has booked hears of it.")
    submit_label = _("Bring it back")
    success_message = _("The event is back.")

    def save(self, form: Any) -> None:
        services.restore_event(event_id=self.event.pk, by=self.request.user, at=timezone.now())


class Bookings(OfEvent, ListPage):
    """Who has booked, waits, or gave a place back; what they need stands elsewhere."""

    template_name = "meetings/events/bookings.html"
    title = _("Bookings")
    things = _("bookings")
    table_class = BookingsTable
    export = "event-bookings"
    export_permission = Permission.EXPORT
    empty_text = _("Nobody has booked yet. People who are invited book from their home page.")

    def get_title(self) -> str:
        return gettext("Bookings: %(title)s") % {"title": self.event.title}

    def scope(self) -> dict[str, str]:
        return {"event": str(self.event.pk)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_open = self.event.state == EventState.PUBLISHED and self.event.begins > timezone.now()
        context = {"may_book_for": is_open and self.allows(Permission.RUN_EVENTS)}
        return super().get_context_data(**(context | kwargs))


class SigningIn(OfEvent):
    """The list that lies at the entrance, to be printed: names and settings, nothing else."""

    template_name = "meetings/events/signing_in.html"

    def get_title(self) -> str:
        return gettext("Signing-in list: %(title)s") % {"title": self.event.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = events.every_booking().filter(event=self.event, state=BookingState.ACCEPTED)
        return super().get_context_data(**{"rows": list(rows), **kwargs})


class Needs(OfEvent):
    """What people need to get in, take part and eat: for who organises it, until the day is over. That the
    page was read is recorded.
    """

    permission = Permission.RUN_EVENTS
    template_name = "meetings/events/needs.html"

    def get_title(self) -> str:
        return gettext("Access and dietary needs: %(title)s") % {"title": self.event.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = booking_services.read_needs(event=self.event, by=self.request.user, at=timezone.now())
        is_over = self.visitor.on >= needs_end_on(self.event.on)
        return super().get_context_data(**{"rows": rows, "is_over": is_over, **kwargs})
