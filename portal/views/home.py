"""Where people land: the authority's home by role, and the platform's page of authorities."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from accounts.roles import Role
from accounts.selectors import authorities_of, roles_today
from audit.selectors import entries_for
from core.frame.viewed import recently_viewed
from core.views import Page
from documents.selectors import export_runs_of
from portal.selectors.home import home_of, numbers_at_a_glance, visits_today
from portal.selectors.judged import judgements_of
from portal.selectors.readers import reader_blocks, seal_in_words
from portal.selectors.saved import saved_links

#: So many of the things looked at last stand on the page.
MAX_VIEWED = 5
#: So many of the last exports, and entries of the audit log.
MAX_LAST = 5
WORKING_ROLES = frozenset({Role.OFFICER, Role.MANAGER})
#: What those do here who do not keep the register: each says what the role may change, if anything
#: (``accounts.roles``). Somebody with two of these roles reads both.
PURPOSES = {
    Role.FINANCE: gettext_lazy(
        "As a finance officer you calculate payment runs, approve those that somebody else calculated, and"
        " pay them. You read settings, groups and staff numbers, and export them. You see no leadership case."
    ),
    Role.QUALITY_LEAD: gettext_lazy(
        "As a quality lead you write and publish quality frameworks. You read settings, groups, their plans"
        " and their reviews, and export them. You see no leadership case."
    ),
    Role.AUDITOR: gettext_lazy(
        "As an auditor you read settings, groups, support and the audit log, and change nothing. You see no"
        " leadership case."
    ),
}


class Home(Page):
    """What needs this person today, what waits for others, then the own groups and settings, or the
    team's.
    """

    signed_in = True
    template_name = "portal/home.html"

    def get_title(self) -> str:
        return _("Hello, %(name)s") % {"name": self.request.user.get_short_name()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        visitor = self.visitor
        context = {"home": home_of(visitor), "purposes": self.purposes()}
        if visitor.allows(Permission.VIEW_COLLABORATIONS):
            today, later = visits_today(visitor)
            context |= {
                "works_here": True,
                "gives_support": visitor.allows(Permission.GIVE_SUPPORT),
                "visits_today": today,
                "visits_later": later,
                "numbers": numbers_at_a_glance(visitor),
                "saved": saved_links(visitor),
                "viewed": recently_viewed(self.request, visitor, most=MAX_VIEWED, titles_only=True),
                **self.readers_blocks(),
            }
        return super().get_context_data(**context, **kwargs)

    def purposes(self) -> list[str]:
        """One honest paragraph for each role in ``PURPOSES``; none for officers and managers."""
        roles = roles_today(self.request.user)
        return [] if roles & WORKING_ROLES else [str(PURPOSES[role]) for role in PURPOSES if role in roles]

    def readers_blocks(self) -> dict[str, Any]:
        """What finance officers, quality leads and auditors prepare and look at."""
        roles, user = roles_today(self.request.user), self.request.user
        if roles & WORKING_ROLES:
            return {}
        return {
            "reader_blocks": reader_blocks(self.visitor, roles),
            "judgements": judgements_of(self.visitor) if Role.QUALITY_LEAD in roles else None,
            "exports": export_runs_of(user)[:MAX_LAST],
            "entries": entries_for(user)[:MAX_LAST] if Role.AUDITOR in roles else None,
            "sealed": seal_in_words() if Role.AUDITOR in roles else "",
        }


class ChooseAuthority(Page):
    """The platform's own address: straight on for those who belong
    to one authority, a short list for the others.
    """

    public = True
    template_name = "portal/choose_authority.html"

    def get_title(self) -> str:
        return _("Early years collaborations")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        authorities = list(authorities_of(request.user)) if request.user.is_authenticated else []
        if len(authorities) == 1:
            return HttpResponseRedirect(f"/{authorities[0].slug}/")
        if settings.DEMONSTRATION and not request.user.is_authenticated:
            return HttpResponseRedirect("/demonstration/")
        return self.render_to_response(self.get_context_data(authorities=authorities))
