"""The leader's dashboard and the health of the group: phone first, what to do next before everything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.views import Crumb, Page, found_or_404
from memberships.rules.size import size_advice
from portal import charts
from portal.rules import Step, Task, next_steps
from portal.selectors.dashboard import ahead_of, facts_of, group_today, members_today
from ways_of_working.selectors.clauses import clauses_from

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from portal.selectors.dashboard import Ahead, MemberToday

#: The page where a step is done, by the name of its address.
GROUP_PAGE = "collaborations:detail"
PAGES: Mapping[Task, str] = {
    Task.APPLICATIONS: "memberships:applications",
    Task.LEADERS: "memberships:offices",
    Task.LIFE: "collaborations:life",
    Task.PLAN: "development:development_plans",
    Task.RETURNS: "provision:staff_returns",
    Task.REVIEWS: "ways_of_working:reviews",
    Task.TERMS: "ways_of_working:terms",
    Task.STAFF_TOLD: "memberships:staff_told_reminders",
}
#: The pages of the group, in the order of the work.
LINKS = (
    (_("The group and its members"), GROUP_PAGE),
    (_("Applications"), "memberships:applications"),
    (_("Invitations"), "memberships:invitations"),
    (_("People and offices"), "memberships:offices"),
    (_("Ways of working"), "ways_of_working:terms"),
    (_("Development plans"), "development:development_plans"),
    (_("Reviews"), "ways_of_working:reviews"),
    (_("Documents"), "library:library"),
    (_("Staff numbers"), "provision:staff_returns"),
    (_("Staff know"), "memberships:staff_told_reminders"),
    (_("A summary for staff, to print"), "memberships:staff_summary"),
    (_("How we work together"), "memberships:concerns"),
    (_("Ask for support"), "support:ask_support"),
    (_("Where it stands"), "collaborations:life"),
    (_("How the group is doing"), "portal:group_health"),
)


class OfMyGroup(Page):
    """A page for those who run a collaboration. To others of the authority it does not exist."""

    permission = Permission.RUN_COLLABORATION

    @cached_property
    def collaboration(self) -> Collaboration:
        return found_or_404(collaboration_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Collaboration:
        if not self.allows(self.permission, self.collaboration):
            raise Http404
        return self.collaboration

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"collaboration": self.collaboration, **kwargs})


class Dashboard(OfMyGroup):
    """Three things to do next, the members and how they stand, what waits for a decision."""

    template_name = "portal/dashboard.html"

    def get_title(self) -> str:
        return self.collaboration.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Home"), reverse("home")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group = group_today(self.collaboration, on=timezone.localdate())
        ahead = ahead_of(self.collaboration, self.request.user, on=group.today)
        advice = size_advice(len(group.members), group.terms.optimum_size)
        goes_by = clauses_from(
            group.terms, ("attendance_threshold", "optimum_size"), collaboration_id=self.collaboration.pk
        )
        return super().get_context_data(
            group=group,
            ahead=ahead,
            members=[self.member(one) for one in members_today(group)],
            links=self.links(),
            reminders_url=self.page("provision:staff_returns"),
            invite_url=self.page("memberships:invite"),
            invite_label=_("Invite a setting"),
            steps=[self.shown(step, ahead) for step in next_steps(facts_of(group, ahead), today=group.today)],
            advice=advice.in_words(gettext) if advice else "",
            clauses=goes_by,
            **kwargs,
        )

    def page(self, name: str) -> str:
        return reverse(name, args=[self.collaboration.pk])

    def links(self) -> list[dict[str, Any]]:
        """The pages of the group, in the order of the work."""
        return [{"label": label, "url": self.page(name)} for label, name in LINKS]

    @staticmethod
    def member(one: MemberToday) -> dict[str, Any]:
        """A member with its standing in words."""
        return {
            "membership": one.membership,
            "leads": one.leads,
            "standing_words": one.standing.reason.in_words(gettext),
            "staff": one.staff,
            "owes_return": one.owes_return,
            "joined_later": one.joined_later,
            "told": one.told,
        }

    def shown(self, step: Step, ahead: Ahead) -> dict[str, str]:
        """A step in words, with the page where it is done."""
        url = self.page(PAGES.get(step.task, GROUP_PAGE))
        if step.task is Task.TERMS and ahead.terms_next:
            url = reverse(ahead.terms_next.url_name, args=ahead.terms_next.args)
        return {"text": step.reason.in_words(gettext), "url": url}


class GroupHealth(OfMyGroup):
    """How the group is doing: a few charts, each with its table."""

    template_name = "portal/group_health.html"

    def get_title(self) -> str:
        return gettext("How %(group)s is doing") % {"group": self.collaboration}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return Crumb(_("Home"), reverse("home")), Crumb(
            self.collaboration.name, reverse("portal:dashboard", args=[self.collaboration.pk])
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            charts=charts.health_of(self.collaboration, on=timezone.localdate()), **kwargs
        )
