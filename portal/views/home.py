"""Where people land: the authority's home by role, and the platform's page of authorities."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.selectors import authorities_of
from core.views import Page
from portal import charts
from portal.navigation import navigation_for
from portal.selectors.home import attention_for, home_facts


class Home(Page):
    """What needs this person today, then their groups and settings, then where else to go."""

    signed_in = True
    template_name = "portal/home.html"

    def get_title(self) -> str:
        return _("Hello, %(name)s") % {"name": self.request.user.get_short_name()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        facts = home_facts(user)
        return super().get_context_data(
            attention=attention_for(user, settings=facts["settings"]),
            works_here=user.has_perm(Permission.USE_ADMIN),
            coverage=charts.coverage(on=timezone.localdate())
            if user.has_perm(Permission.VIEW_MEMBERS)
            else None,
            links=[link for link in navigation_for(self.request) if not link.is_current],
            **facts,
            **kwargs,
        )


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
