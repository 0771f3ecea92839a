"""After an event (L4): how it was, what came of what people wanted to do, and what the team reads of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.views.mixins import TaskLinkPage
from core.charts import Bar, BarTable
from core.views import found_or_404
from meetings.forms.programme import FeedbackForm, PledgeForm
from meetings.rules.events import MIN_ANSWERS
from meetings.selectors import events
from meetings.selectors import programme as selectors
from meetings.services import following as services
from meetings.views.mixins import OfEvent, OfOwnBooking

if TYPE_CHECKING:
    from accounts.models import TaskLink
    from meetings.models.events import Booking


class FeedbackPage(OfEvent):
    """What people said together: numbers, and words without names, once there are enough answers."""

    template_name = "meetings/events/feedback.html"

    def get_title(self) -> str:
        return gettext("Feedback: %(title)s") % {"title": self.event.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        summary = selectors.summary_of_event(self.event)
        context: dict[str, Any] = {"summary": summary, "fewest": MIN_ANSWERS}
        if summary.is_shown:
            context["useful"] = _bars(_("How useful it was"), summary.useful)
        if summary.kept:
            context["kept"] = _bars(_("What came of it after a term"), summary.kept)
        return super().get_context_data(**(context | kwargs))


def _bars(title: Any, numbers: tuple[tuple[str, int], ...]) -> BarTable:
    bars = [Bar(label, number, str(number)) for label, number in numbers]
    return BarTable(title, _("Answer"), _("People"), bars)


class Feedback:
    """What the two ways to give feedback share."""

    form_class = FeedbackForm
    submit_label = _("Send it")

    def give(self, booking: Booking, form: FeedbackForm) -> None:
        services.give_feedback(booking_id=booking.pk, **form.cleaned_data, at=timezone.now())


class GiveFeedback(Feedback, OfOwnBooking):
    """On the own page; again within two weeks it is changed."""

    title = _("How was it?")
    success_message = _("Thank you. The team reads it without your name.")

    def may(self, booking: Booking) -> bool:
        return services.may_give_feedback(booking, at=timezone.now())

    @cached_property
    def event(self) -> Any:
        event = super().event
        booking = found_or_404(self.booking_of(event))
        booking.event = event
        if not self.may(booking):
            raise Http404
        return event

    def get_initial(self) -> dict[str, Any]:
        row = selectors.feedback_of(self.own())
        return {name: getattr(row, name) for name in ("useful", "pledge", "words")} if row else {}

    def save(self, form: Any) -> HttpResponseBase | None:
        self.give(self.own(), form)
        return None


class AnswerPledge(GiveFeedback):
    """What came of it; again within four weeks it is changed."""

    title = _("What came of it?")
    template_name = "meetings/events/pledge.html"
    form_class = PledgeForm  # type: ignore[assignment]
    submit_label = _("Save")
    success_message = _("Thank you.")

    def may(self, booking: Booking) -> bool:
        return services.pledge_to_answer(booking, at=timezone.now()) is not None

    def get_initial(self) -> dict[str, Any]:
        row = found_or_404(selectors.feedback_of(self.own()))
        return {"kept": row.kept, "kept_words": row.kept_words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pledge = found_or_404(selectors.feedback_of(self.own())).pledge
        return super().get_context_data(**{"pledge": pledge, **kwargs})

    def save(self, form: Any) -> HttpResponseBase | None:
        services.answer_pledge(booking_id=self.own().pk, **form.cleaned_data, at=timezone.now())
        return None


class OfBookingLink(TaskLinkPage):
    """Behind the link of an email: about one booking, without signing in."""

    @cached_property
    def booking(self) -> Booking | None:
        return events.booking_by_id(self.link.about_id) if self.link else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event = found_or_404(self.booking).event
        return super().get_context_data(**{"event": event, "caption": event.title, **kwargs})

    def thanks(self) -> HttpResponseBase:
        context = {"title": gettext("Thank you"), "event": found_or_404(self.booking).event}
        return TemplateResponse(self.request, "meetings/events/thanks.html", context)


class FeedbackByLink(Feedback, OfBookingLink):
    purpose = selectors.FEEDBACK
    title = _("How was it?")

    def task_exists(self) -> bool:
        return self.booking is not None and services.may_give_feedback(self.booking, at=timezone.now())

    def what_was_done(self, link: TaskLink) -> str:
        booking = events.booking_by_id(link.about_id)
        given = selectors.feedback_of(booking) if booking else None
        return gettext("You have said how it was. Thank you.") if given else ""

    def save(self, form: Any) -> HttpResponseBase:
        self.give(found_or_404(self.booking), form)
        return self.thanks()


class PledgeByLink(OfBookingLink):
    purpose = selectors.PLEDGE
    title = _("What came of it?")
    template_name = "meetings/events/pledge.html"
    form_class = PledgeForm
    submit_label = _("Save")

    def task_exists(self) -> bool:
        booking = self.booking
        return booking is not None and services.pledge_to_answer(booking, at=timezone.now()) is not None

    def what_was_done(self, link: TaskLink) -> str:
        booking = events.booking_by_id(link.about_id)
        row = selectors.feedback_of(booking) if booking else None
        return gettext("You have said what came of it. Thank you.") if row and row.kept else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pledge = found_or_404(selectors.feedback_of(found_or_404(self.booking))).pledge
        return super().get_context_data(**{"pledge": pledge, **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        services.answer_pledge(
            booking_id=found_or_404(self.booking).pk, **form.cleaned_data, at=timezone.now()
        )
        return self.thanks()
