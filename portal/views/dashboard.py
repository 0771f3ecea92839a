"""The old address of a leader's dashboard, and how a group is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import OfCollaboration, OfSeenCollaboration
from portal import charts

if TYPE_CHECKING:
    from collaborations.models import Collaboration


class Dashboard(OfCollaboration):
    """Emails that have gone lead here: it is the page of the group now. To strangers it does not exist."""

    permission = Permission.VIEW_COLLABORATIONS

    def permission_object(self) -> Collaboration:
        if not self.allows(self.permission, self.collaboration):
            raise Http404
        return self.collaboration

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return HttpResponseRedirect(reverse("collaborations:detail", args=[self.collaboration.pk]))


class GroupHealth(OfSeenCollaboration):
    """How the group is doing: a few charts, each with its table. For who runs it, and for the team."""

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.VIEW_COLLABORATIONS
    template_name = "portal/group_health.html"
    title = _("How the group is doing")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = charts.health_of(self.collaboration, on=timezone.localdate())
        return super().get_context_data(**{"charts": shown, **kwargs})
