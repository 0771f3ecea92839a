"""The search of everything that its reader may open (N5)."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.hits import Results, search_everything, sources
from core.frame.viewed import recently_viewed, remember_viewed
from core.frame.visitor import Visitor
from core.views import Page

MAX_LENGTH = 100


class Search(Page):
    """``?q=`` is what is looked for; ``kind`` shows one kind, ``exactly`` leaves the spelling as it is."""

    signed_in = True
    title = _("Search")
    template_name = "portal/search.html"

    @cached_property
    def text(self) -> str:
        return " ".join(self.request.GET.get("q", "")[:MAX_LENGTH].split())

    @cached_property
    def kind(self) -> str:
        kind = self.request.GET.get("kind", "")
        return kind if any(source.kind == kind for source in sources) else ""

    @cached_property
    def visitor(self) -> Visitor:
        return Visitor(self.request.user, timezone.localdate())

    @cached_property
    def results(self) -> Results:
        if not self.text:
            return Results()
        forgiving = "exactly" not in self.request.GET
        return search_everything(
            self.text, self.visitor, kind=self.kind, forgiving=forgiving, all_url=self.all_of
        )

    def all_of(self, kind: str) -> str:
        return self.address(kind=kind)

    def address(self, **more: str) -> str:
        return f"{reverse('portal:search')}?{urlencode({'q': self.text, **more})}"

    def get_title(self) -> str:
        return gettext("Search: %(text)s") % {"text": self.text} if self.text else gettext("Search")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """One hit goes straight to its page."""
        hit = self.results.only_hit
        if hit is None:
            return super().get(request, *args, **kwargs)
        remember_viewed(request, hit.kind, hit.pk)
        return HttpResponseRedirect(hit.url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "searched": self.text,
            "results": self.results,
            "exactly_url": self.address(exactly="1"),
            "forgiving_url": self.address() if "exactly" in self.request.GET else "",
            "viewed": [] if self.text else recently_viewed(self.request, self.visitor),
            "for_team": self.allows(Permission.VIEW_SETTINGS),
        }
        return super().get_context_data(**(context | kwargs))
