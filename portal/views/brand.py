"""The authority's colours as one small style sheet: pages stay within the Content-Security-Policy."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views import View


class BrandStyle(View):
    """``--brand`` for pages and the admin. The colour was checked for contrast when it was saved."""

    public = True

    def get(self, request: HttpRequest) -> HttpResponse:
        response = HttpResponse(
            f":root{{--brand:{request.authority.brand_colour}}}\n", content_type="text/css; charset=utf-8"
        )
        patch_cache_control(response, private=True, max_age=300)
        return response
