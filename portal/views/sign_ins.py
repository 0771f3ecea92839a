"""The demonstration's sign-ins, with the one-time codes of those who need a second factor. Not there in production."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from core.views import Page
from portal.demonstration import current_code, sign_ins


class SignIns(Page):
    """Who can sign in, with which password and code."""

    public = True
    template_name = "portal/sign_ins.html"
    title = _("Try the demonstration")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.DEMONSTRATION:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = [
            {"authority": authority, "people": [{"person": person, "code": current_code(person)} for person in people]}
            for authority, people in sign_ins()
        ]
        return super().get_context_data(groups=groups, **kwargs)
