"""What the pages of meetings share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.views import Crumb, found_or_404
from core.wording import day_and_month
from meetings.selectors import planning
from memberships.selectors.members import membership_in

if TYPE_CHECKING:
    from meetings.models.planning import Meeting
    from memberships.models.members import Membership

TAB = _("Meetings")


class OfMeetings(OfSeenCollaboration):
    """A page below ``meetings/``: for everybody who sees the collaboration."""

    permission = Permission.VIEW_COLLABORATIONS

    def may_run(self) -> bool:
        """Leaders, chair and administrator; officers where they are asked to help."""
        return self.allows(Permission.RUN_COLLABORATION, self.collaboration) or self.allows(
            Permission.CHANGE_COLLABORATIONS
        )

    def list_url(self) -> str:
        return reverse("meetings:meetings", args=[self.collaboration.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(TAB, self.list_url()))


class OfMeeting(OfMeetings):
    """A page of one meeting. That of another group does not exist."""

    @cached_property
    def meeting(self) -> Meeting:
        return found_or_404(planning.meeting_in(self.collaboration, self.kwargs["meeting"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.meeting  # noqa: B018  404 before anything else is asked
        return about

    def address(self, name: str = "meeting", *more: Any) -> str:
        return reverse(f"meetings:{name}", args=[self.collaboration.pk, self.meeting.pk, *more])

    def meeting_crumb(self) -> Crumb:
        words = _("%(title)s, %(day)s") % {"title": self.meeting.title, "day": day_and_month(self.meeting.on)}
        return Crumb(words, self.address())

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), self.meeting_crumb())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"meeting": self.meeting, "may_run": self.may_run(), **kwargs})


class RunsMeetings:
    """For those who run the group, and officers; others who see the group are told so (403)."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        view: Any = self
        if request.user.is_authenticated:
            view.permission_object()
            if not view.may_run():
                raise PermissionDenied(_("The people who run the group do this."))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class FormOfMeeting(OfMeeting, FormOfCollaboration):
    """A form about one meeting, for everybody in the group; back to the meeting."""

    def get_success_url(self) -> str:
        return self.address()

    def get_cancel_url(self) -> str:
        return self.address()


class RunsMeeting(RunsMeetings, FormOfMeeting):
    """A form about one meeting for those who run the group."""


class ForOwnSetting(FormOfMeeting):
    """A form that somebody sends for a setting where they work; officers on behalf. Another's does not
    exist.
    """

    @cached_property
    def membership(self) -> Membership:
        membership = found_or_404(membership_in(self.collaboration, self.kwargs["membership"]))
        if not planning.may_speak_for(self.request.user, membership, on=self.visitor.on) and not self.allows(
            Permission.CHANGE_COLLABORATIONS
        ):
            raise Http404
        return membership

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.membership  # noqa: B018
        return about

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.membership.provider, **kwargs})
