"""What the pages of development plans share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.views import Crumb, found_or_404
from development import selectors
from development.rules import WRITABLE, PlanState
from development.tables import STATE_COLOURS

if TYPE_CHECKING:
    from development.models import DevelopmentPlan, Objective, PlanAction

LIST = _("Development plans")
TAB = _("Plan and reviews")


class OfDevelopment(OfSeenCollaboration):
    """A page below ``development/``: for everybody who sees the collaboration."""

    permission = Permission.VIEW_COLLABORATIONS

    def may_write(self) -> bool:
        """Leaders, chair and administrator; officers where they are asked to help."""
        return self.allows(Permission.RUN_COLLABORATION, self.collaboration) or self.allows(
            Permission.CHANGE_COLLABORATIONS
        )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(TAB, reverse("development:development_plans", args=[self.collaboration.pk])),
        )


class OfDevelopmentPlan(OfDevelopment):
    """A page of one plan."""

    @cached_property
    def plan(self) -> DevelopmentPlan:
        return found_or_404(selectors.plan_in(self.collaboration, self.kwargs["row"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        if self.allows(self.permission, about):
            found_or_404(self.plan)
        return about

    def address(self, name: str, *more: Any) -> str:
        return reverse(f"development:{name}", args=[self.collaboration.pk, self.plan.pk, *more])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.plan.title, self.address("development_plan")))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        writes = self.may_write() and self.plan.state in WRITABLE
        colour = STATE_COLOURS[PlanState(self.plan.state)]
        return super().get_context_data(**{"plan": self.plan, "writes": writes, "colour": colour, **kwargs})


class FormOfPlan(OfDevelopmentPlan, FormOfCollaboration):
    """A form of a plan: for who runs the group, and officers who help."""

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_COLLABORATIONS
    template_name = "layouts/seen_page.html"

    def permission_object(self) -> Any:
        about = super(OfDevelopmentPlan, self).permission_object()
        if self.may_write():
            self.find()
        return about

    def find(self) -> None:
        """What the address names, or 404: asked before the page is, and only for those who may know."""
        found_or_404(self.plan)

    def get_success_url(self) -> str:
        return self.address("development_plan")


class OfObjective(FormOfPlan):
    """A form of one objective."""

    @cached_property
    def objective(self) -> Objective:
        return found_or_404(selectors.objective_in(self.plan, self.kwargs["objective"]))

    def find(self) -> None:
        found_or_404(self.objective)

    def get_success_url(self) -> str:
        return f"{super().get_success_url()}#objective-{self.objective.pk}"


class OfAction(FormOfPlan):
    """A form of one action."""

    @cached_property
    def action(self) -> PlanAction:
        return found_or_404(selectors.action_in(self.plan, self.kwargs["action"]))

    def find(self) -> None:
        found_or_404(self.action)

    def get_success_url(self) -> str:
        return f"{super().get_success_url()}#objective-{self.action.objective_id}"


class OfOwnAction(OfAction):
    """Such a form also for who does it: a manager of its setting, or the person named there."""

    def permission_object(self) -> Any:
        about = super(FormOfPlan, self).permission_object()
        self.find()
        return about

    def require(self, permission: str, about: Any = None) -> None:
        if not selectors.answers_for(self.request.user, self.action, on=timezone.localdate()):
            super().require(permission, about)

    def get_success_url(self) -> str:
        """The tab's page, where the plan that the group works by stands whole."""
        if self.plan.state != PlanState.CURRENT:
            return super().get_success_url()
        page = reverse("development:development_plans", args=[self.collaboration.pk])
        return f"{page}#objective-{self.action.objective_id}"
