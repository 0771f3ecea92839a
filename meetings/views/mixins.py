"""What the pages of one event share: for the team, and for who is invited or has booked (L4). And the
question that every form asks in which a day to meet is chosen (G7).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.reasons import Reason
from core.views import BACK, Crumb, FormPage, Page, TwoStepPage, found_or_404
from meetings.rules.events import EventState
from meetings.rules.holidays import is_asked
from meetings.selectors import events
from meetings.selectors.holidays import closed_on
from meetings.selectors.invited import settings_to_book_for

if TYPE_CHECKING:
    from meetings.models.events import Booking, Event


class OfEvent(Page):
    """A page of one event, for the team."""

    permission = Permission.VIEW_EVENTS

    @cached_property
    def event(self) -> Event:
        return found_or_404(events.event_by_id(self.kwargs["event"]))

    def permission_object(self) -> Any:
        self.event  # noqa: B018  404 before anything else is asked

    def event_address(self, name: str = "event") -> str:
        return reverse(f"meetings:{name}", args=[self.event.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.event.title, self.event_address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"event": self.event, "caption": self.event.title, **kwargs})


class RunsEvent(OfEvent, FormPage):
    """A form about one event, for who organises it; back to the event."""

    permission = Permission.RUN_EVENTS

    def get_success_url(self) -> str:
        return self.event_address()

    def get_cancel_url(self) -> str:
        return self.event_address()


class OwnPages(Page):
    """Pages of the reader's own events: the way to them begins at home."""

    signed_in = True

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            Crumb(_("Home"), reverse("home")),
            Crumb(_("Your Leaders’ Days and events"), reverse("meetings:own_events")),
        )


class OfOwnEvent(OwnPages):
    """A page of an event to which the reader is invited, or that the reader has booked. To anybody else it
    does not exist.
    """

    @cached_property
    def event(self) -> Event:
        event = found_or_404(events.event_by_id(self.kwargs["event"]))
        is_open = event.state == EventState.PUBLISHED and bool(self.settings_of(event))
        if not is_open and (self.booking_of(event) is None or event.published_at is None):
            raise Http404
        return event

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.event  # noqa: B018
        return super().dispatch(request, *args, **kwargs)

    def settings_of(self, event: Event) -> list[Any]:
        return self.visitor.once(settings_to_book_for, event, self.request.user, on=self.visitor.on)

    def booking_of(self, event: Event) -> Booking | None:
        return self.visitor.once(events.own_booking, event, self.request.user)

    @cached_property
    def booking(self) -> Booking | None:
        return self.booking_of(self.event)

    def own_address(self) -> str:
        return reverse("meetings:own_event", args=[self.event.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.event.title, self.own_address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"event": self.event, "booking": self.booking, "caption": self.event.title}
        return super().get_context_data(**(context | kwargs))


class OfOwnBooking(OfOwnEvent, FormPage):
    """A form about the reader's booking; back to the event. Without a booking it does not exist."""

    @cached_property
    def event(self) -> Event:
        event = super().event
        if self.booking_of(event) is None:
            raise Http404
        return event

    def own(self) -> Booking:
        return found_or_404(self.booking)

    def get_success_url(self) -> str:
        return self.own_address()

    def get_cancel_url(self) -> str:
        return self.own_address()


class AsksOfHoliday(TwoStepPage):
    """For a form in which a day to meet is chosen: where it is a bank holiday or in the school holidays, that
    is said by its name, and nothing is saved before somebody goes on knowingly (G7). ``day_field`` names the
    day.
    """

    preview_template = "meetings/holidays/ask.html"
    submit_label = FormPage.submit_label
    confirm_label = _("Choose this day all the same")
    day_field: ClassVar[str] = "on"

    def stored_day(self) -> date | None:
        """Hook: the day that it is on now, about which nobody is asked again."""
        return None

    def closed(self, form: Any) -> Reason | None:
        day = form.cleaned_data.get(self.day_field)
        if day is None or not is_asked(day, before=self.stored_day(), today=self.visitor.on):
            return None
        return closed_on(day)

    def preview(self, form: Any) -> dict[str, Any]:
        return {"closed": self.closed(form)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.get_form()
        if BACK in request.POST or not form.is_valid() or self.closed(form) is not None:
            return super().post(request, *args, **kwargs)
        return super(TwoStepPage, self).post(request, *args, **kwargs)
