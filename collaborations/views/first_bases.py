"""What the pages of a first meeting share: they are run by who runs the group, and officers (C1, G1)."""

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

if TYPE_CHECKING:
    from meetings.models.planning import Meeting


class OfArranging(OfSeenCollaboration):
    """A page for everybody who sees the group. To others it does not exist."""

    permission = Permission.VIEW_COLLABORATIONS

    def may_run(self) -> bool:
        """Leaders, chair and administrator, and officers."""
        return self.is_officer() or self.allows(Permission.RUN_COLLABORATION, self.collaboration)

    def is_officer(self) -> bool:
        return self.allows(Permission.CHANGE_COLLABORATIONS)

    def breadcrumbs(self) -> Sequence[Crumb]:
        meetings = reverse("meetings:meetings", args=[self.collaboration.pk])
        return (*super().breadcrumbs(), Crumb(_("Meetings"), meetings))


class RunsArranging:
    """For those who run the group, and officers; others who see the group are told so (403)."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        view: Any = self
        if request.user.is_authenticated:
            view.permission_object()
            if not view.may_run():
                raise PermissionDenied(_("The people who run the group do this."))
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class OfFirst(OfArranging):
    """A page of a first meeting. Of any other meeting it does not exist."""

    @cached_property
    def meeting(self) -> Meeting:
        meeting = found_or_404(planning.meeting_in(self.collaboration, self.kwargs["meeting"]))
        if not meeting.is_first:
            raise Http404
        return meeting

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.meeting  # noqa: B018  404 before anything else is asked
        return about

    def first_address(self, name: str, *more: Any) -> str:
        return reverse(f"collaborations:{name}", args=[self.collaboration.pk, self.meeting.pk, *more])

    def meeting_url(self) -> str:
        return reverse("meetings:meeting", args=[self.collaboration.pk, self.meeting.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        words = _("%(title)s, %(day)s") % {"title": self.meeting.title, "day": day_and_month(self.meeting.on)}
        return (*super().breadcrumbs(), Crumb(words, self.meeting_url()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"meeting": self.meeting, "may_run": self.may_run(), **kwargs})


class FormOfFirst(OfFirst, FormOfCollaboration):
    """A form about it; back to the meeting."""

    def get_success_url(self) -> str:
        return self.meeting_url()

    get_cancel_url = get_success_url


class RunsFirst(RunsArranging, FormOfFirst):
    """A form about it for those who run the group, and officers."""
