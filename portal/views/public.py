"""The authority's page for anybody. It does not exist until a manager switches it on."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from core.views import Page
from portal.selectors.public import public_groups, public_vacancies

SECONDS_KEPT = 60


class PublicPage(Page):
    """Collaborations by district, how to join, places that are free. Signed out it sets no cookie and may be kept for a minute."""

    public = True
    template_name = "portal/public.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.authority.public_page:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        else:
            patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
        return response

    def get_title(self) -> str:
        return _("Early years collaborations in %(authority)s") % {"authority": self.request.authority.name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        return super().get_context_data(groups=public_groups(on=today), vacancies=public_vacancies(on=today), today=today, **kwargs)
