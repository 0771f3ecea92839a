"""Training that a group organises (K): planned, booked, counted, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.views.mixins import FormOfCollaboration
from core.views import ConfirmPage, Crumb, SeenPage, found_or_404
from core.wording import date_in_words, day_and_month, time_in_words
from meetings.forms.visits import (
    BecameForm,
    BecauseForm,
    BookPlacesForm,
    ChangeTrainingForm,
    PlanTrainingForm,
    WhoCameForm,
)
from meetings.rules.visits import is_asked_again
from meetings.selectors import visits as selectors
from meetings.services import training as services
from meetings.views.bases import RunsMeetings
from meetings.views.mixins import AsksOfHoliday
from meetings.views.visits import OfVisits

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.visits import Training, TrainingPlace
    from providers.models import Provider

FIELDS = (
    "title", "words", "given_by", "on", "starts_at", "ends_at", "place", "access_notes", "online_url", "places"
)  # fmt: skip


class PlanTraining(AsksOfHoliday, RunsMeetings, OfVisits, FormOfCollaboration):
    title = _("Plan training")
    form_class = PlanTrainingForm
    submit_label = _("Plan the training")

    def get_cancel_url(self) -> str:
        return reverse("meetings:visits", args=[self.collaboration.pk])

    def save(self, form: PlanTrainingForm) -> HttpResponseBase:
        training = services.plan_training(
            collaboration=self.collaboration,
            values={name: form.cleaned_data[name] for name in FIELDS},
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(
            self.request, gettext("The training is planned. Everybody in the group hears of it.")
        )
        return HttpResponseRedirect(reverse("meetings:training", args=[self.collaboration.pk, training.pk]))


class OfTraining(OfVisits):
    """A page of one training. That of another group does not exist."""

    @cached_property
    def training(self) -> Training:
        return found_or_404(selectors.training_in(self.collaboration, self.kwargs["training"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.training  # noqa: B018
        return about

    def address(self, name: str = "training", *more: Any) -> str:
        return reverse(f"meetings:{name}", args=[self.collaboration.pk, self.training.pk, *more])

    def breadcrumbs(self) -> Sequence[Crumb]:
        facts = {"title": self.training.title, "day": day_and_month(self.training.on)}
        return (*super().breadcrumbs(), Crumb(_("%(title)s, %(day)s") % facts, self.address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"training": self.training, **kwargs})


class TrainingPage(OfTraining):
    template_name = "meetings/visits/training.html"

    def record(self) -> Any:
        return self.training

    def get_title(self) -> str:
        return self.training.title

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        training, on = self.training, self.visitor.on
        bookings = list(training.bookings.all())
        taken = sum(row.people for row in bookings)
        own = {row.provider_id: row for row in bookings}
        is_ahead = training.begins > timezone.now() and not training.is_cancelled
        took_place = training.on <= on and not training.is_cancelled
        lines = [
            {
                "booking": row,
                "may_follow": took_place and bool(row.came) and self.speaks_for(row.provider_id),
            }
            for row in bookings
        ]
        context = {
            "lines": lines,
            "taken": taken,
            "left": None if training.places is None else max(0, training.places - taken),
            "books": [(row, own.get(row.pk)) for row in self.members if is_ahead and row.pk in self.own],
            "is_ahead": is_ahead,
            "took_place": took_place,
            "is_asked_again": is_asked_again(training.on, today=on),
            "may_run": self.may_run(),
            "may_restore": training.is_cancelled and training.on >= on,
        }
        return super().get_context_data(**(context | kwargs))


class FormOfTraining(OfTraining, FormOfCollaboration):
    def get_success_url(self) -> str:
        return self.address()

    def get_cancel_url(self) -> str:
        return self.address()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.training.title, **kwargs})


class RunsTraining(RunsMeetings, FormOfTraining):
    """A form about a training for those who run the group."""


class ChangeTraining(AsksOfHoliday, RunsTraining, SeenPage):
    title = _("Change the training")
    form_class = ChangeTrainingForm
    success_message = _("The training is changed. If its time or place is new, everybody hears of it.")

    def stored_day(self) -> date:
        return self.training.on

    def mark(self) -> str:
        return selectors.edition_of_training(self.training)

    def stored(self) -> Said:
        training, labels = self.training, ChangeTrainingForm.base_fields
        shown = {name: getattr(training, name) for name in FIELDS}
        shown |= {
            "on": date_in_words(training.on),
            "starts_at": time_in_words(training.starts_at),
            "ends_at": time_in_words(training.ends_at),
        }
        return [(labels[name].label, "" if value is None else value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.training

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), **{name: getattr(self.training, name) for name in FIELDS}}

    def save(self, form: ChangeTrainingForm) -> None:
        data = form.cleaned_data
        services.change_training(
            training_id=self.training.pk,
            seen=data["seen"],
            values={name: data[name] for name in FIELDS},
            by=self.request.user,
            at=timezone.now(),
        )


class CancelTraining(RunsTraining):
    title = _("Cancel this training?")
    form_class = BecauseForm
    submit_label = _("Cancel the training")
    success_message = _("The training is cancelled. Everybody in the group hears of it.")

    def save(self, form: BecauseForm) -> None:
        services.cancel_training(
            training_id=self.training.pk,
            because=form.cleaned_data["because"],
            by=self.request.user,
            at=timezone.now(),
        )


class RestoreTraining(RunsTraining, ConfirmPage):
    title = _("Bring this training back?")
    template_name = "layouts/confirm_page.html"
    explanation = _("It takes place after all. Everybody in the group hears of it, and the places are kept.")
    submit_label = _("Bring it back")
    success_message = _("The training takes place.")

    def save(self, form: Any) -> None:
        services.restore_training(training_id=self.training.pk, by=self.request.user, at=timezone.now())


class BookPlaces(FormOfTraining):
    """How many people of one's own setting come."""

    title = _("How many of you come?")
    form_class = BookPlacesForm
    success_message = _("Your answer is saved.")

    @cached_property
    def provider(self) -> Provider:
        members = {row.pk: row for row in self.members}
        return found_or_404(members.get(self.kwargs["setting"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        if not self.speaks_for(self.provider.pk):
            raise PermissionDenied(gettext("The people of that setting do this."))
        return about

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {"setting": self.provider, "title": self.training.title}
        return {**super().get_context_data(**kwargs), "caption": gettext("%(setting)s: %(title)s") % facts}

    def get_initial(self) -> dict[str, Any]:
        booking = selectors.booking_of(self.training, self.provider)
        return {"people": booking.people if booking else None}

    def save(self, form: BookPlacesForm) -> None:
        services.book_places(
            training_id=self.training.pk,
            provider=self.provider,
            people=form.cleaned_data["people"],
            by=self.request.user,
            at=timezone.now(),
        )


class WhoCame(RunsTraining):
    """How many of each setting came."""

    title = _("How many of each setting came?")
    form_class = WhoCameForm
    success_message = _("It is recorded who came.")

    @cached_property
    def invited(self) -> list[Provider]:
        """The members of the day, and whoever booked."""
        members = selectors.members_on(self.collaboration, on=self.training.on)
        booked = [row.provider for row in self.training.bookings.all()]
        return [*members, *(row for row in booked if row not in members)]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "members": self.invited}

    def get_initial(self) -> dict[str, Any]:
        rows = self.training.bookings.all()
        return {f"came_{row.provider_id}": row.people if row.came is None else row.came for row in rows}

    def save(self, form: WhoCameForm) -> None:
        services.record_who_came(
            training_id=self.training.pk, came=form.came(), by=self.request.user, at=timezone.now()
        )


class SayWhatChanged(FormOfTraining):
    """Asked a term after the training, and open from the training on."""

    title = _("What has the training changed?")
    form_class = BecameForm
    success_message = _("Thank you. The group can read it.")

    @cached_property
    def booking(self) -> TrainingPlace:
        rows = {row.pk: row for row in self.training.bookings.all() if row.came}
        return found_or_404(rows.get(self.kwargs["booking"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        if not self.speaks_for(self.booking.provider_id):
            raise PermissionDenied(gettext("The people of that setting do this."))
        return about

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "caption": f"{self.booking.provider}: {self.training}"}

    def get_initial(self) -> dict[str, Any]:
        return {"became": self.booking.became, "words": self.booking.became_words}

    def save(self, form: BecameForm) -> None:
        services.say_what_changed(booking_id=self.booking.pk, **form.cleaned_data, by=self.request.user)
