"""The own page of an event (L4): to book, answer an offer, give a place back, and say what one needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.views.mixins import TaskLinkPage
from core.calendar_files import CONTENT_TYPE, calendar_file
from core.views import ConfirmPage, Crumb, FormPage, found_or_404
from core.wording import date_in_words
from meetings.emails.events import in_calendar
from meetings.forms.events import AnswerOfferForm, BookForm, NeedsForm
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState, needs_end_on
from meetings.selectors import data_pack, events, programme
from meetings.services import booking as services
from meetings.services import following
from meetings.views.mixins import OfOwnBooking, OfOwnEvent, OwnPages

if TYPE_CHECKING:
    from meetings.models.events import Booking

LIVE = frozenset({BookingState.WAITING, BookingState.OFFERED, BookingState.ACCEPTED})


class OwnEvents(OwnPages):
    """What the reader is invited to, and has booked."""

    title = _("Your Leaders’ Days and events")
    template_name = "meetings/events/own_list.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = events.own_events(self.request.user, on=self.visitor.on)
        shown = [(row.event, BookingState(row.state).label if row.state else "") for row in rows]
        context = {
            "ahead": [row for row in shown if row[0].on >= self.visitor.on],
            "earlier": [row for row in reversed(shown) if row[0].on < self.visitor.on],
        }
        return super().get_context_data(**(context | kwargs))


class OwnEvent(OfOwnEvent, FormPage):
    """When and where; one button books. Then what became of it, and what can be done now."""

    template_name = "meetings/events/own.html"
    form_class = BookForm
    submit_label = _("Book a place")

    def get_title(self) -> str:
        return gettext("Your place on %(day)s") % {"day": date_in_words(self.event.on)}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_form_kwargs(self) -> dict[str, Any]:
        settings = {provider.pk: str(provider) for provider in self.settings_of(self.event)}
        return {**super().get_form_kwargs(), "settings": settings}

    def get_success_url(self) -> str:
        return self.own_address()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event, booking, at = self.event, self.booking, timezone.now()
        is_ahead = event.state == EventState.PUBLISHED and event.begins > at
        is_live = booking is not None and booking.state in LIVE
        closed = event.books_until is not None and event.books_until < self.visitor.on
        may_book = is_ahead and not is_live and not closed and bool(self.settings_of(event))
        context = {
            "is_live": is_live,
            "is_ahead": is_ahead,
            "is_closed": closed,
            "may_book": may_book,
            "is_full": may_book and events.is_full_for(event, self.settings_of(event), at=at),
            "has_needs": self.visitor.on < needs_end_on(event.on),
            "is_cancelled": event.state == EventState.CANCELLED,
            "settings": self.settings_of(event),
            "sessions": (sessions := list(programme.sessions_of(event))),
            "has_sessions": bool(sessions),
            "chosen": programme.chosen_by(booking) if booking and sessions else [],
            **self.after(booking, at=at),
        }
        return super().get_context_data(**(context | kwargs))

    def after(self, booking: Booking | None, *, at: datetime) -> dict[str, Any]:
        """What there is for who has a place: files, feedback, what came of it."""
        if booking is None or booking.state != BookingState.ACCEPTED or booking.came is False:
            return {}
        booking.event = self.event
        return {
            "materials": list(programme.materials_of(self.event)),
            "has_data_pack": data_pack.may_read_pack(self.event, self.request.user, on=self.visitor.on),
            "may_give_feedback": following.may_give_feedback(booking, at=at),
            "may_answer_pledge": following.pledge_to_answer(booking, at=at) is not None,
        }

    def save(self, form: BookForm) -> None:
        settings = self.settings_of(self.event)
        chosen = form.cleaned_data.get("provider")
        provider = next((row for row in settings if row.pk == chosen), None) if chosen else None
        provider = provider or (settings[0] if settings else None)
        if provider is None:
            raise Http404
        booking = services.book_place(
            event_id=self.event.pk, provider=provider, person=self.request.user, at=timezone.now()
        )
        if booking.state == BookingState.ACCEPTED:
            messages.success(
                self.request, gettext("You have a place. An email with a calendar file follows.")
            )
        else:
            messages.success(
                self.request, gettext("You are on the waiting list. You get an email when a place is free.")
            )


class AnswerPlace(OfOwnBooking):
    """Accept or decline the place that is offered."""

    title = _("A place is free for you")
    form_class = AnswerOfferForm
    submit_label = _("Save the answer")

    def save(self, form: AnswerOfferForm) -> None:
        accepts = form.cleaned_data["word"] == "yes"
        services.answer_offer(
            booking_id=self.own().pk, accepts=accepts, by=self.request.user, at=timezone.now()
        )
        said = gettext("You have a place.") if accepts else gettext("The place goes to the next person.")
        messages.success(self.request, said)


class GiveBack(OfOwnBooking, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    success_message = _("Your booking is cancelled.")

    def get_title(self) -> str:
        is_waiting = self.own().state == BookingState.WAITING
        return gettext("Leave the waiting list?") if is_waiting else gettext("Give your place back?")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_waiting = self.own().state == BookingState.WAITING
        words = (
            gettext("If you book again later you are last on the list.")
            if is_waiting
            else gettext("It goes to the next person who waits. What you told us of your needs is deleted.")
        )
        label = gettext("Leave the list") if is_waiting else gettext("Give it back")
        return super().get_context_data(**{"explanation": words, "submit_label": label, **kwargs})

    def save(self, form: Any) -> None:
        services.cancel_booking(booking_id=self.own().pk, by=self.request.user, at=timezone.now())


class OwnNeeds(OfOwnBooking):
    """What the reader needs: read by the people who organise the event, deleted after the day."""

    title = _("What do you need?")
    template_name = "meetings/events/own_needs.html"
    form_class = NeedsForm
    success_message = _(
        "Saved. Only the people who organise the event read it, and it is deleted after the day."
    )

    def get_initial(self) -> dict[str, Any]:
        return dict(services.needs_of(getattr(self.own(), "needs", None)))

    def save(self, form: NeedsForm) -> None:
        services.save_needs(
            booking_id=self.own().pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class OwnEventCalendar(OfOwnEvent):
    """The event as a file for a calendar."""

    template_name = "meetings/events/own.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        body = calendar_file(in_calendar(self.event, made_at=timezone.now()))
        headers = {
            "Content-Disposition": f'attachment; filename="event-{self.event.on}.ics"',
            "Cache-Control": "private, no-store",
        }
        return HttpResponse(body, content_type=CONTENT_TYPE, headers=headers)


class PlaceOffer(TaskLinkPage):
    """Behind the link of an offer: accept or decline, without signing in."""

    purpose = events.PLACE_OFFER
    template_name = "meetings/events/offer.html"
    form_class = AnswerOfferForm
    submit_label = _("Save the answer")

    @cached_property
    def booking(self) -> Booking | None:
        return events.booking_by_id(self.link.about_id) if self.link else None

    def task_exists(self) -> bool:
        row = self.booking
        return (
            row is not None and row.state == BookingState.OFFERED and row.event.state == EventState.PUBLISHED
        )

    def what_was_done(self, link: Any) -> str:
        row = events.booking_by_id(link.about_id)
        if row is None:
            return ""
        facts = {"title": row.event.title, "state": row.get_state_display().lower()}
        return gettext("Your booking for “%(title)s”: %(state)s.") % facts

    def get_title(self) -> str:
        return gettext("A place is free: %(title)s") % {"title": found_or_404(self.booking).event.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        booking = found_or_404(self.booking)
        return super().get_context_data(**{"booking": booking, "event": booking.event, **kwargs})

    def save(self, form: AnswerOfferForm) -> HttpResponseBase:
        booking = found_or_404(self.booking)
        accepts = form.cleaned_data["word"] == "yes"
        services.answer_offer(booking_id=booking.pk, accepts=accepts, by=booking.person, at=timezone.now())
        context = self.get_context_data(form=form, accepted=accepts, is_answered=True)
        return self.render_to_response(context)
