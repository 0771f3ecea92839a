"""The operator's page: is the service up, where is work stuck, when was the last backup?"""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.views import Page
from portal.selectors.status import platform_status
from portal.views.health import WORKER_SIGN, WORKER_SILENCE_SECONDS


class PlatformStatusPage(Page):
    """For platform operators; to everybody else it does not exist. It shows no content of an authority."""

    signed_in = True
    template_name = "portal/status.html"
    title = _("State of the service")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.is_platform_operator:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        status = platform_status(at=timezone.now(), worker_sign=cache.get(WORKER_SIGN))
        silence = status.worker_silence
        return super().get_context_data(
            status=status,
            worker_is_well=silence is not None and silence < WORKER_SILENCE_SECONDS,
            cache_is_well=self._cache_answers(),
            **kwargs,
        )

    def _cache_answers(self) -> bool:
        cache.set("status:asked", 1, timeout=60)
        return cache.get("status:asked") == 1
