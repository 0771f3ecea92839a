"""The first meeting of a forming group (C1): arranged, who came, and recorded by hand if held elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
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
from collaborations.forms.first import ArrangeFirstForm, WhoCameFirstForm
from collaborations.forms.pages import FirstMeetingForm
from collaborations.rules import Actor, State
from collaborations.views.first_bases import OfArranging, RunsArranging, RunsFirst
from collaborations.views.life import OfficersStep
from collaborations.views.mixins import FormOfCollaboration
from meetings.rules.states import MeetingState
from meetings.selectors import attendance
from meetings.selectors import first as arranged
from meetings.services.first import arrange_first_meeting, say_who_came
from meetings.services.planning import When
from meetings.views.mixins import AsksOfHoliday
from memberships.selectors.life import facilitators
from support.selectors.requests import first_meeting_request

if TYPE_CHECKING:
    from collaborations.models import FirstMeeting
    from meetings.models.first import FirstInvited


class ArrangeFirst(AsksOfHoliday, RunsArranging, OfArranging, FormOfCollaboration):
    """Day, times and place. Whom to invite comes next."""

    title = _("Arrange the first meeting")
    form_class = ArrangeFirstForm
    template_name = "collaborations/first/arrange.html"
    submit_label = _("Save and choose whom to invite")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Arranged already, it is shown."""
        meeting = arranged.first_meeting_in(self.collaboration)
        if meeting is not None:
            return HttpResponseRedirect(reverse("meetings:meeting", args=[self.collaboration.pk, meeting.pk]))
        return super().get(request, *args, **kwargs)

    @cached_property
    def officers(self) -> Mapping[int, Any]:
        return {person.pk: person for person in facilitators(None, on=self.visitor.on)}

    def get_form_kwargs(self) -> dict[str, Any]:
        people = {pk: str(person) for pk, person in self.officers.items()} if self.is_officer() else None
        return {**super().get_form_kwargs(), "officers": people}

    def get_initial(self) -> dict[str, Any]:
        """What the group asked the team for, or agreed with it."""
        asked = first_meeting_request(self.collaboration)
        own = {"facilitated_by": self.request.user.pk}
        if asked is None:
            return own
        names = ("starts_at", "ends_at", "place")
        said = {name: getattr(asked, name) for name in names if getattr(asked, name)}
        ahead = {"on": asked.wanted_on} if asked.wanted_on and asked.wanted_on >= self.visitor.on else {}
        return {**own, **said, **ahead, **({"facilitated_by": asked.officer_id} if asked.officer_id else {})}

    def get_cancel_url(self) -> str:
        return reverse("collaborations:life", args=[self.collaboration.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moves = self.collaboration.state == State.PROPOSED
        return super().get_context_data(**{"moves": moves, **kwargs})

    def save(self, form: ArrangeFirstForm) -> HttpResponseBase:
        data = form.cleaned_data
        meeting = arrange_first_meeting(
            collaboration=self.collaboration,
            when=When(data["on"], data["starts_at"], data["ends_at"]),
            place=data["place"],
            access_notes=data["access_notes"],
            online_url=data["online_url"],
            facilitated_by=self.officers.get(data.get("facilitated_by")),
            actor=Actor.OFFICER if self.is_officer() else Actor.LEADER,
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The first meeting is arranged. Say now whom to invite."))
        return HttpResponseRedirect(
            reverse("collaborations:invite_to_first", args=[self.collaboration.pk, meeting.pk])
        )


class WhoCameFirst(RunsFirst):
    """Once for all: who came, who else, and what was agreed. The group's life has it from here."""

    title = _("Who came to the first meeting?")
    form_class = WhoCameFirstForm
    template_name = "collaborations/first/came.html"
    submit_label = _("Save who came")
    success_message = _("It is recorded that the group met, and who came.")

    @cached_property
    def invited(self) -> list[FirstInvited]:
        return list(arranged.invited_to_first(self.meeting))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "invited": [(row.pk, str(row)) for row in self.invited]}

    def get_initial(self) -> dict[str, Any]:
        recorded = selectors.first_meeting_of(self.collaboration)
        return {
            "came": arranged.coming_by_default(self.invited),
            "others": "\n".join(other.name for other in attendance.others_at(self.meeting)),
            "notes": recorded.notes if recorded else "",
            "corrects": self.meeting.state == MeetingState.HELD,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "is_early": self.meeting.on > self.visitor.on,
            "may_say": self.collaboration.state in services.MEETING,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: WhoCameFirstForm) -> None:
        data = form.cleaned_data
        say_who_came(
            meeting_id=self.meeting.pk,
            came=data.get("came") or [],
            others=data["others"],
            notes=data["notes"],
            corrects=data["corrects"],
            by=self.request.user,
            at=timezone.now(),
        )


class RecordFirstMeeting(OfficersStep):
    """The meeting that an officer facilitates; later on the same page puts right what was recorded."""

    form_class = FirstMeetingForm
    submit_label = _("Save the first meeting")
    success_message = _("The first meeting is recorded.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What is arranged here is recorded with the meeting, once."""
        here = None
        if request.user.is_authenticated and self.allows(self.permission):
            here = arranged.first_meeting_in(self.collaboration)
        if here is None:
            return super().dispatch(request, *args, **kwargs)
        words = gettext(
            "The first meeting is arranged here: say who came. If you met elsewhere, cancel it first."
        )
        messages.info(request, words)
        return HttpResponseRedirect(
            reverse("collaborations:who_came_first", args=[self.collaboration.pk, here.pk])
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
