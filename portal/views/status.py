"""The operator's page: is the service up, where is work stuck, when was the last backup?"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.selectors import has_proved_second_factor, has_second_factor
from core.views import Page
from portal.selectors.status import platform_status
from portal.views.health import WORKER_SIGN, WORKER_SILENCE_SECONDS


class PlatformStatusPage(Page):
    """For platform operators; to everybody else it does not exist. It shows no content of an authority."""

    signed_in = True
    template_name = "portal/status.html"
    title = _("State of the service")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            if not request.user.is_platform_operator:
                raise Http404
            if not has_proved_second_factor(request):  # no authority is in scope, so no middleware asks (A3)
                if has_second_factor(request.user):
                    return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
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
