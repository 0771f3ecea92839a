"""What the pages of one plan share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import Crumb, FormPage, Page, found_or_404
from reorganisation.forms import VersionedForm
from reorganisation.rules.plans import PlanFacts, refused_before_its_day
from reorganisation.selectors import plans as selectors
from reorganisation.tables import plan_title

if TYPE_CHECKING:
    from reorganisation.models import Reorganisation

LIST = Crumb(_("Divisions and mergers"), "")


class OfPlan(Page):
    """A page below ``plans/<pk>/``."""

    permission = Permission.REORGANISE

    @cached_property
    def plan(self) -> Reorganisation:
        return found_or_404(selectors.plan_by_id(self.kwargs["pk"]))

    @cached_property
    def facts(self) -> PlanFacts:
        return selectors.plan_facts(self.plan, today=timezone.localdate())

    @property
    def not_before(self) -> str:
        """Why it cannot be carried out yet, though nothing is missing; empty once its day has come."""
        reason = refused_before_its_day(self.facts, today=timezone.localdate())
        return reason.in_words(gettext) if reason else ""

    @property
    def is_open(self) -> bool:
        return self.plan.state in selectors.OPEN

    def permission_object(self) -> None:
        """The right is one over the authority; asking here makes a foreign plan 404 before 403."""
        _plan = self.plan

    def address(self, name: str = "plan", *more: int) -> str:
        return reverse(f"reorganisation:{name}", args=[self.plan.pk, *more])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(plan_title(self.plan), self.address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"plan": self.plan, "is_open": self.is_open, **kwargs})


class ChangesPlan(OfPlan, FormPage):
    """A form that changes an open plan.

    A plan that is carried out or put aside sends back to its page, which says so.
    """

    form_class = VersionedForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_open:
            messages.info(request, gettext("This plan can no longer be changed."))
            return HttpResponseRedirect(self.address())
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.plan.version}

    def get_success_url(self) -> str:
        return self.address()

    def get_cancel_url(self) -> str:
        return self.address()

    def seen(self, form: Any) -> dict[str, Any]:
        """The plan and the version of it that the officer looked at."""
        return {
            "plan_id": self.plan.pk,
            "expected_version": form.cleaned_data["version"],
            "by": self.request.user,
        }
