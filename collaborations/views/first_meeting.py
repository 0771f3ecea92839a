"""Recording by hand that a group met for the first time: for a meeting that was not arranged here (C1)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations import selectors, services
from collaborations.forms import FirstMeetingForm
from collaborations.views.life import OfficersStep
from meetings.selectors.first import first_meeting_in
from memberships.selectors.life import facilitators

if TYPE_CHECKING:
    from collaborations.models import FirstMeeting


class RecordFirstMeeting(OfficersStep):
    """The meeting that an officer facilitates; later on the same page puts right what was recorded."""

    form_class = FirstMeetingForm
    submit_label = _("Save the first meeting")
    success_message = _("The first meeting is recorded.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What is arranged here is recorded with the meeting, once."""
        arranged = None
        if request.user.is_authenticated and self.allows(self.permission):
            arranged = first_meeting_in(self.collaboration)
        if arranged is None:
            return super().dispatch(request, *args, **kwargs)
        words = gettext(
            "The first meeting is arranged here: say who came. If you met elsewhere, cancel it first."
        )
        messages.info(request, words)
        return HttpResponseRedirect(
            reverse("meetings:who_came_first", args=[self.collaboration.pk, arranged.pk])
        )

    @cached_property
    def meeting(self) -> FirstMeeting | None:
        return selectors.first_meeting_of(self.collaboration)

    def get_title(self) -> Any:
        return _("Change the first meeting") if self.meeting else _("Record the first meeting")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "facilitators": facilitators(self.meeting, on=timezone.localdate()),
        }

    def get_initial(self) -> dict[str, Any]:
        if self.meeting is None:
            return {"held_on": timezone.localdate(), "facilitated_by": self.request.user.pk}
        names = ("held_on", "place", "facilitated_by", "notes", "came")
        return {"corrects": True, **{name: getattr(self.meeting, name) for name in names}}

    def save(self, form: FirstMeetingForm) -> None:
        facts = {"collaboration": self.collaboration, "by": self.request.user, "at": timezone.now()}
        services.record_first_meeting(**form.cleaned_data, **facts)
