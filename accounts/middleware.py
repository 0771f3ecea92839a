"""From the address to the authority, and the scope that the rest of the request runs in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix, reverse, set_script_prefix

from accounts import selectors
from accounts.roles import needs_second_factor
from core.scoping import acting_as, authority_scope

#: What an authority's address may be made of: nothing else is looked up.
SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}")
GetResponse = Callable[[HttpRequest], HttpResponse]


class AuthorityAddressMiddleware:
    """``/<slug>/…`` belongs to an authority: the slug becomes the script prefix,
    so every ``reverse()`` gives that authority's addresses.

    That keeps the admin, allauth and our own pages free of a slug argument (decision 0003).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug, slash, rest = request.path_info.lstrip("/").partition("/")
        authority = selectors.authority_by_slug(slug) if slash and SLUG.fullmatch(slug) else None
        request.authority = authority  # type: ignore[attr-defined]
        if authority is None:
            return self.get_response(request)
        outer = get_script_prefix()
        request.path_info = f"/{rest}"
        request.urlconf = settings.AUTHORITY_URLCONF  # type: ignore[attr-defined]
        set_script_prefix(f"{outer}{slug}/")
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(outer)


class AuthorityScopeMiddleware:
    """Opens the request's transaction and scope, in which the view runs and its lazy response is rendered.

    Not ATOMIC_REQUESTS: that closes before a TemplateResponse renders, and the admin's drop-downs come out
    empty. Somebody who is signed in and has nothing to do with this authority is told that it does not exist.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        authority = request.authority  # type: ignore[attr-defined]
        if authority is None:
            return self.get_response(request)
        with authority_scope(authority), acting_as(request.user.pk):
            response = self.get_response(request)
            if response.status_code >= 500 or getattr(request, "undo_writes", False):
                transaction.set_rollback(True)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        authority = request.authority  # type: ignore[attr-defined]
        if authority is None or not request.user.is_authenticated:
            return
        if not selectors.is_affiliated(request.user, authority):
            raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        # PermissionDenied and Http404 too, raised after the view has written. The rollback itself waits until
        # the error page is rendered: a transaction marked for rollback refuses the page's own queries.
        request.undo_writes = True  # type: ignore[attr-defined]


#: What opens before a second factor is set up, as everything of signing in does.
ALWAYS_OPEN = frozenset(
    {"portal:brand_css", "portal:accessibility", "portal:privacy", "portal:report_concern"}
)


class SecondFactorMiddleware:
    """Officers, managers and finance set up a second factor before anything else opens."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        user = request.user
        if request.authority is None or not user.is_authenticated or self._always_open(request):  # type: ignore[attr-defined]
            return None
        if not needs_second_factor(selectors.roles_today(user)) or selectors.has_second_factor(user):
            return None
        return HttpResponseRedirect(reverse("mfa_activate_totp"))

    @staticmethod
    def _always_open(request: HttpRequest) -> bool:
        match = request.resolver_match
        return match is not None and (
            request.path_info.startswith("/accounts/") or match.view_name in ALWAYS_OPEN
        )
