"""The team books for somebody who rings, and cancels for somebody (L4). They hear of it by email."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.choosing import Choice, ChoosePage
from core.views import ConfirmPage, Crumb, found_or_404
from meetings.forms.events import BookForm
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState
from meetings.selectors import events
from meetings.selectors.invited import people_invited, person_invited, settings_to_book_for
from meetings.services import booking as services
from meetings.views.mixins import OfEvent, RunsEvent

if TYPE_CHECKING:
    from accounts.models import User
    from core.searching import Matches
    from meetings.models.events import Booking
    from providers.models import Provider


class ChooseWhoComes(OfEvent, ChoosePage):
    """Who rings: somebody who is invited and has not booked."""

    permission = Permission.RUN_EVENTS
    title = _("Book for somebody")
    choose_label = _("Who wants to come?")
    choose_hint = _("The name, or a part of it. Anybody who is invited and has not booked yet.")
    shows_first = True
    none_text = _("Nobody of this name is invited, or they have booked already.")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Bookings"), self.event_address("bookings")))

    def matches(self, text: str) -> Matches:
        return people_invited(self.event, text, on=self.visitor.on)

    def choices(self, rows: Sequence[User]) -> list[Choice]:
        return [
            Choice(str(person), person.email, reverse("meetings:book_for", args=[self.event.pk, person.pk]))
            for person in rows
        ]


class BookFor(RunsEvent):
    """For which setting, where there are several; one button books."""

    form_class = BookForm
    submit_label = _("Book")

    @cached_property
    def person(self) -> User:
        if self.event.state != EventState.PUBLISHED:
            raise Http404
        return found_or_404(person_invited(self.event, self.kwargs["person"], on=self.visitor.on))

    @cached_property
    def settings(self) -> list[Provider]:
        return settings_to_book_for(self.event, self.person, on=self.visitor.on)

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.person  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Book for %(person)s") % {"person": self.person}

    def get_form_kwargs(self) -> dict[str, Any]:
        settings = {provider.pk: str(provider) for provider in self.settings}
        return {**super().get_form_kwargs(), "settings": settings}

    def get_success_url(self) -> str:
        return self.event_address("bookings")

    def get_cancel_url(self) -> str:
        return self.event_address("bookings")

    def save(self, form: BookForm) -> None:
        chosen = form.cleaned_data.get("provider")
        provider = next((row for row in self.settings if row.pk == chosen), self.settings[0])
        row = services.book_place(
            event_id=self.event.pk,
            provider=provider,
            person=self.person,
            by=self.request.user,
            at=timezone.now(),
        )
        words = (
            gettext("%(person)s has a place, and gets an email.")
            if row.state == BookingState.ACCEPTED
            else gettext("%(person)s is on the waiting list, and gets an email.")
        )
        self.success_message = words % {"person": self.person}


class CancelBooking(RunsEvent, ConfirmPage):
    """Somebody rings and cannot come. What waits moves up by itself."""

    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Cancel the booking")
    success_message = _("The booking is cancelled. They hear of it by email.")

    @cached_property
    def booking(self) -> Booking:
        """Also one that was cancelled: pressed twice is once."""
        return found_or_404(events.booking_in(self.event, self.kwargs["booking"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.booking  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Cancel the booking of %(person)s?") % {"person": self.booking.person}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = gettext(
            "For %(setting)s. A place goes to the next person who waits. What they need is deleted."
        )
        explanation = words % {"setting": self.booking.provider}
        return super().get_context_data(**{"explanation": explanation, **kwargs})

    def get_success_url(self) -> str:
        return self.event_address("bookings")

    def get_cancel_url(self) -> str:
        return self.event_address("bookings")

    def save(self, form: Any) -> None:
        services.cancel_for_somebody(booking_id=self.booking.pk, by=self.request.user, at=timezone.now())
