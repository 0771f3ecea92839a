"""Guests of one item (G3): invited and taken back by who runs the group; their own page behind a link."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.views.mixins import TaskLinkPage
from core.views import ConfirmPage, found_or_404
from documents.views.mixins import as_download
from meetings.forms.agenda import GuestForm
from meetings.forms.planning import AnswerForm
from meetings.rules.agenda import Slot, seen_by_guest
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import agenda, guests
from meetings.services import guests as services
from meetings.views.agenda import OfItem
from meetings.views.bases import RunsMeeting

if TYPE_CHECKING:
    from meetings.models.guests import Guest


class InviteGuest(OfItem):
    """By name and address, for one item. The link shows that item and nothing else."""

    title = _("Invite a guest")
    template_name = "meetings/invite_guest.html"
    form_class = GuestForm
    submit_label = _("Send the invitation")

    def save(self, form: GuestForm) -> None:
        guest = services.invite_guest(
            item=self.item, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, gettext("%(name)s is invited.") % {"name": guest.name})


class WithdrawGuest(RunsMeeting, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Take it back")
    success_message = _("The invitation is taken back. Its link opens nothing any more.")
    explanation = _("The link stops at once. The guest gets no email about it: tell them yourself.")

    @cached_property
    def guest(self) -> Guest:
        """Also one that was taken back: pressed twice is once."""
        return found_or_404(guests.guest_in(self.meeting, self.kwargs["guest"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.guest  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Take back the invitation of %(name)s?") % {"name": self.guest.name}

    def save(self, form: Any) -> None:
        services.withdraw_guest(guest=self.guest, by=self.request.user, at=timezone.now())


class OfGuest(TaskLinkPage):
    """Behind the link: one item of a meeting that is not cancelled, and its papers."""

    purpose = guests.GUEST_ITEM

    @cached_property
    def guest(self) -> Guest | None:
        return guests.guest_by_id(self.link.about_id) if self.link else None

    def task_exists(self) -> bool:
        return self.slot is not None and found_or_404(self.guest).item.meeting.state != MeetingState.CANCELLED

    @cached_property
    def slot(self) -> Slot | None:
        """The one item that the guest may see now, with its time."""
        guest = self.guest
        if guest is None:
            return None
        slots = agenda.slots_of(guest.item.meeting, agenda.items_of(guest.item.meeting))
        return seen_by_guest(slots, agenda.guest_as_rule(guest), at=timezone.now())


class GuestItem(OfGuest):
    """The item, when and where, its papers, and whether the guest comes."""

    template_name = "meetings/guest.html"
    form_class = AnswerForm
    submit_label = _("Save the answer")

    def get_title(self) -> str:
        return found_or_404(self.guest).item.title

    def get_form(self) -> Any:
        form = super().get_form()
        del form.fields["whole_year"]
        form.fields["word"].choices = [("yes", _("I will come")), ("no", _("I cannot come"))]
        return form

    def get_initial(self) -> dict[str, Any]:
        return {"word": found_or_404(self.guest).word}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        guest = found_or_404(self.guest)
        meeting = guest.item.meeting
        context = {
            "guest": guest,
            "item": guest.item,
            "meeting": meeting,
            "group": meeting.collaboration,
            "slot": self.slot,
            "papers": guests.papers_for(guest.item),
            "token": self.kwargs["token"],
            "is_ahead": meeting.state in AHEAD,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: AnswerForm) -> HttpResponseBase:
        services.answer_of_guest(
            guest=found_or_404(self.guest), word=form.cleaned_data["word"], at=timezone.now()
        )
        messages.success(self.request, gettext("Thank you. Your answer is saved."))
        return HttpResponseRedirect(self.request.path)


class GuestPaper(OfGuest):
    """A paper of that item. Every other paper of the meeting does not exist."""

    http_method_names = ["get", "head", "options"]
    template_name = "meetings/guest.html"
    form_class = AnswerForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        guest = found_or_404(self.guest)
        paper = found_or_404(guests.papers_for(guest.item).filter(pk=self.kwargs["paper"]).first())
        return as_download(paper.file)
