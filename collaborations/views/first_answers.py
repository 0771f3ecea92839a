"""Answers to the first meeting of a forming group: by the link in the email, or by somebody signed in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.views.mixins import TaskLinkPage
from collaborations.forms.first import AnswerFirstForm
from collaborations.views.first_bases import FormOfFirst
from core.views import found_or_404
from meetings.rules.states import AHEAD, MeetingState
from meetings.selectors import agenda
from meetings.selectors import first as selectors
from meetings.selectors.guests import opens_until
from meetings.services import first as services

if TYPE_CHECKING:
    from meetings.models.first import FirstInvited


def said_by(invited: FirstInvited) -> dict[str, Any]:
    """What was answered, to begin the form with."""
    needs = services.needs_at_first(invited)
    return {"word": invited.word or None, "people": invited.people, "needs": needs}


class AnswerInvited(FormOfFirst):
    """For a setting that is invited, by somebody who works there; by who runs the group what they hear."""

    form_class = AnswerFirstForm
    submit_label = _("Save the answer")
    success_message = _("The answer is saved.")

    @cached_property
    def invited(self) -> FirstInvited:
        invited = found_or_404(selectors.invited_in(self.meeting, self.kwargs["invited"]))
        is_own = selectors.may_answer_for(self.request.user, invited)
        if invited.withdrawn_at is not None or not (is_own or self.may_run()):
            raise Http404
        return invited

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.invited  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Will %(name)s come?") % {"name": self.invited}

    def get_initial(self) -> dict[str, Any]:
        return said_by(self.invited)

    def save(self, form: AnswerFirstForm) -> None:
        services.answer_first(
            invited=self.invited, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class FirstByLink(TaskLinkPage):
    """Behind the link: when and where, what is on the agenda, and the answer. Nothing else of the group."""

    purpose = selectors.FIRST_MEETING
    form_class = AnswerFirstForm
    template_name = "collaborations/first/by_link.html"
    submit_label = _("Save the answer")
    title = _("First meeting")

    @cached_property
    def invited(self) -> FirstInvited | None:
        return selectors.invited_by_id(self.link.about_id) if self.link else None

    def task_exists(self) -> bool:
        if self.link is None or self.invited is None:
            return False
        meeting = self.invited.meeting
        if meeting.state == MeetingState.CANCELLED or timezone.now() >= opens_until(meeting):
            return False
        return selectors.may_use_link(self.link, self.invited, on=timezone.localdate())

    def get_title(self) -> str:
        return gettext("First meeting of %(group)s") % {
            "group": found_or_404(self.invited).meeting.collaboration
        }

    def get_initial(self) -> dict[str, Any]:
        return said_by(found_or_404(self.invited))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invited = found_or_404(self.invited)
        meeting = invited.meeting
        context = {
            "invited": invited,
            "meeting": meeting,
            "group": meeting.collaboration,
            "items": [slot.item for slot in agenda.slots_of(meeting, agenda.items_of(meeting))],
            "is_ahead": meeting.state in AHEAD,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: AnswerFirstForm) -> HttpResponseBase:
        link = found_or_404(self.link)
        services.answer_first(
            invited=found_or_404(self.invited), **form.cleaned_data, by=link.user, at=timezone.now()
        )
        messages.success(self.request, gettext("Thank you. Your answer is saved."))
        return HttpResponseRedirect(self.request.path)
