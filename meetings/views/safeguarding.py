"""The authority's routes for a concern about a child, beside a meeting (G8)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.forms.minutes import RoutesGivenForm
from meetings.rules.states import MeetingState
from meetings.selectors import safeguarding
from meetings.services.safeguarding import record_routes_given
from meetings.views.bases import RunsMeeting


class ConcernRoutes(RunsMeeting):
    """G8: the authority's routes for a concern, and the record that they were given. Nothing of it goes into
    minutes, and there is no box for words.
    """

    title = _("Something about a child’s safety?")
    template_name = "meetings/minutes/concern_routes.html"
    form_class = RoutesGivenForm
    submit_label = _("Record that the routes were given")
    success_message = _("It is recorded that the routes were given, when, and by whom.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "shown": safeguarding.routes_of(self.request.authority)}  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        given = list(safeguarding.given_at(self.meeting))
        context = {"given": given, "took_place": self.took_place()}
        return super().get_context_data(**(context | kwargs))

    def took_place(self) -> bool:
        return self.meeting.on <= self.visitor.on and self.meeting.state != MeetingState.CANCELLED

    def save(self, form: RoutesGivenForm) -> None:
        record_routes_given(
            meeting_id=self.meeting.pk,
            routes=form.cleaned_data["routes"],
            is_confirmed=form.cleaned_data["is_confirmed"],
            by=self.request.user,
            at=timezone.now(),
        )

    def get_success_url(self) -> str:
        return self.request.path
