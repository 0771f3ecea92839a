"""The demonstration's sign-ins, with the one-time codes of those who need a second factor.

Not there in production.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from core.views import Page
from portal.demonstration.cast import current_code, sign_ins
from portal.demonstration.places import third_file


class OfDemonstration(Page):
    """A page that only the demonstration has."""

    public = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.DEMONSTRATION:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class NewerFile(OfDemonstration):
    """A made-up file of Ofsted's, newer than what the demonstration has loaded, for trying an upload."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        headers = {"Content-Disposition": 'attachment; filename="providers_2026-10-31_made_up.csv"'}
        return HttpResponse(third_file(), content_type="text/csv", headers=headers)


class SignIns(OfDemonstration):
    """Who can sign in, with which password and code."""

    template_name = "portal/sign_ins.html"
    title = _("Try the demonstration")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groups = [
            {
                "authority": authority,
                "people": [{"person": person, "code": current_code(person)} for person in people],
            }
            for authority, people in sign_ins()
        ]
        return super().get_context_data(groups=groups, **kwargs)
