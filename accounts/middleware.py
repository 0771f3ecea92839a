"""From the address to the authority, and the scope that the rest of the request runs in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.urls import Resolver404, get_script_prefix, resolve, reverse, set_script_prefix
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import selectors
from accounts.addresses import invitations_of, person_with_address
from accounts.models import RESERVED_SLUGS, SLUG, Affiliation
from accounts.roles import needs_second_factor
from accounts.rules import PASSWORD_CHANGES, EventKind
from accounts.services import sessions
from accounts.services.limits import ask_for_email, take
from accounts.services.security import Noted, Place, record_events
from accounts.visits import (
    asked_for,
    has_proved_second_factor,
    known_address,
    note,
    remember_device,
    visitor_of,
    wait_in_words,
)
from core.logs import signed_in_id
from core.scoping import acting_as, authority_scope
from core.views import error_page

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
        authority = selectors.authority_by_slug(slug) if slash else None
        request.authority = authority  # type: ignore[attr-defined]
        if authority is None:
            return self._as_typed(request, slug, rest) or self.get_response(request)
        outer = get_script_prefix()
        request.path_info = f"/{rest}"
        request.urlconf = settings.AUTHORITY_URLCONF  # type: ignore[attr-defined]
        set_script_prefix(f"{outer}{slug}/")
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(outer)

    @staticmethod
    def _as_typed(request: HttpRequest, slug: str, rest: str) -> HttpResponse | None:
        """To the address that was meant by ``/larkshire`` and ``/Larkshire/…``: telephones begin with a
        capital letter.
        """
        meant = slug.lower()
        if meant == slug and request.path_info.lstrip("/") != slug:
            return None  # was looked for just now
        if request.method not in ("GET", "HEAD") or not SLUG.fullmatch(meant) or meant in RESERVED_SLUGS:
            return None
        if selectors.authority_by_slug(meant) is None:
            return None
        query = request.META.get("QUERY_STRING", "")
        address = get_script_prefix() + quote(f"{meant}/{rest}")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


#: What opens to somebody signed in who is invited and has not answered.
OPEN_TO_INVITED = frozenset(
    {"accounts:join", "accounts:answer_invitation", "account_logout", "portal:brand_css", "portal:privacy"}
    | {"portal:accessibility", "portal:report_concern"}
)


#: What opens to somebody signed in who is blocked here (A2).
OPEN_TO_BLOCKED = frozenset(
    {"account_logout", "portal:brand_css", "portal:privacy", "portal:accessibility", "portal:report_concern"}
)


def show_blocked(request: HttpRequest, tie: Affiliation) -> HttpResponse:
    """Instead of any page: that this authority is closed to the person, and whom to ask; never why."""
    elsewhere = selectors.authorities_of(request.user).exists()  # type: ignore[arg-type]
    return error_page(
        request, 403, "errors/blocked.html", merged_into=tie.merged_into, has_elsewhere=elsewhere
    )


class AuthorityScopeMiddleware:
    """Opens the request's transaction and scope, in which the view runs and its lazy response is rendered.

    Not ATOMIC_REQUESTS: that closes before a TemplateResponse renders, and the admin's drop-downs come out
    empty. Somebody who is signed in and has nothing to do with this authority is told that it does not exist;
    somebody who is invited to it sees the invitation and no more.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        authority = request.authority  # type: ignore[attr-defined]
        if authority is None:
            return self.get_response(request)
        with acting_as(request.user.pk), authority_scope(authority):
            response = self.get_response(request)
            if response.status_code == 404 and self._is_outside(request):
                # drawn for nobody: neither the authority's name nor an address of its
                response = error_page(None, 404, "errors/404_outside.html")
            if response.status_code >= 500 or getattr(request, "undo_writes", False):
                transaction.set_rollback(True)
        return response

    @staticmethod
    def _is_outside(request: HttpRequest) -> bool:
        """Whether somebody is signed in who has nothing to do with the authority of the address."""
        return request.user.is_authenticated and not selectors.is_affiliated(request.user, request.authority)  # type: ignore[attr-defined]

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        authority = request.authority  # type: ignore[attr-defined]
        if authority is None or not request.user.is_authenticated:
            return None
        if selectors.is_affiliated(request.user, authority):
            return None
        match = request.resolver_match
        # whoever is blocked or only invited: the head offers no page that would not open (portal.context)
        request.is_shut_out = True  # type: ignore[attr-defined]
        tie = selectors.blocked_tie(request.user, authority)
        if tie is not None:
            is_open = match is not None and match.view_name in OPEN_TO_BLOCKED
            return None if is_open else show_blocked(request, tie)
        if not invitations_of(request.user).exists():
            raise Http404
        if match is not None and match.view_name == "home":
            return HttpResponseRedirect(reverse("accounts:join"))
        if match is None or match.view_name not in OPEN_TO_INVITED:
            raise Http404
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        # PermissionDenied and Http404 too, raised after the view has written. The rollback itself waits until
        # the error page is rendered: a transaction marked for rollback refuses the page's own queries.
        request.undo_writes = True  # type: ignore[attr-defined]


class SessionLifeMiddleware:
    """Ends a session that is too old or has not been used for too long (A3, decision 0027).

    What follows in the request is nobody's, so every page answers as it does to a person who has to sign in.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if sessions.is_over(request):
                end_in_words(request)
            elif not request.headers.get(POLLED):
                sessions.note_use(request=request, at=timezone.now())
        return self.get_response(request)


#: Sent with what a page asks for by itself, again and again: nobody uses the session by it.
POLLED = "X-Polled"


def end_in_words(request: HttpRequest) -> None:
    sessions.end_for_want_of_use(request=request)
    messages.info(request, _("You were signed out because the page was not used for a while. Sign in again."))


#: What opens before a second factor is set up, as everything of signing in does.
ALWAYS_OPEN = frozenset(
    {"portal:brand_css", "portal:accessibility", "portal:privacy", "portal:report_concern"}
)
#: What opens to a session that has not proved the factor that its person has: to prove it, or to leave.
PROVING = frozenset(
    {"mfa_reauthenticate", "mfa_reauthenticate_webauthn", "account_logout", "account_login", *ALWAYS_OPEN}
)


class SecondFactorMiddleware:
    """Who has a role over the authority proves a second factor in this session before anything opens (A3).

    So do the platform's operators, and everybody where the authority says so (``second_factor_for_all``).
    Asks the session, never the person: a factor that was set up in another session proves nothing here.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        user = request.user
        if not user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in PROVING:
            return None
        proved, signs_in = has_proved_second_factor(request), self._signs_in(request)
        if proved and signs_in:
            return None
        if request.authority is None:  # type: ignore[attr-defined]
            return self._prove(request, signs_in) if user.is_platform_operator and not proved else None
        if needs_second_factor(selectors.roles_today(user)):
            sessions.limit_idle_time(request=request)
            if sessions.is_over(request):
                end_in_words(request)
                return None
        elif not request.authority.second_factor_for_all:  # type: ignore[attr-defined]
            return None
        return None if proved else self._prove(request, signs_in)

    @staticmethod
    def _prove(request: HttpRequest, signs_in: bool) -> HttpResponse | None:
        """To the page that asks for the factor, or that sets one up."""
        if selectors.has_second_factor(request.user):  # type: ignore[arg-type]
            return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
        return None if signs_in else HttpResponseRedirect(reverse("mfa_activate_totp"))

    @staticmethod
    def _signs_in(request: HttpRequest) -> bool:
        return request.path_info.startswith("/accounts/")


class SecurityEventMiddleware:
    """Writes what was noted while a request was answered, and what its answer says, after its transaction."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.security_events = []  # type: ignore[attr-defined]
        response = self.get_response(request)
        events: list[Noted] = request.security_events  # type: ignore[attr-defined]
        if (kind := _refusal(request, response)) is not None:
            events.append(Noted(kind, signed_in_id(request)))
        for event in events:
            if event.kind == EventKind.SIGNED_IN:
                remember_device(request, response, event.address)
        if events:
            authority = getattr(request, "authority", None)
            place = Place(
                authority_id=authority.pk if authority is not None else None,
                client=known_address(request),
                route=route_of(request),
                request_id=getattr(request, "id", ""),
            )
            record_events(events, place=place, at=timezone.now())
        return response


def route_of(request: HttpRequest) -> str:
    """The pattern of the page's address, "/" for the first page, "" where there is none.

    A request that was answered before its view was looked up has its page nevertheless.
    """
    match = request.resolver_match
    if match is None:
        try:
            match = resolve(request.path_info, getattr(request, "urlconf", None))
        except Resolver404:
            return ""
    return match.route or "/"


def _refusal(request: HttpRequest, response: HttpResponse) -> EventKind | None:
    """What the answer says of the request.

    A page that does not exist is no event: of what is not found, only a row that is not there for a person
    who is signed in.
    """
    noted = getattr(request, "refusal", None)
    if noted is not None:
        return EventKind(noted)
    if _is_of_dead_key(request, response):
        return EventKind.LINK_REFUSED
    if response.status_code == 403:
        return EventKind.FORBIDDEN
    if response.status_code == 404 and request.resolver_match and signed_in_id(request) is not None:
        return EventKind.NOT_FOUND
    return None


#: allauth's page behind the link of an email, and what their context says of a link that opens nothing.
DEAD_KEYS: Mapping[str, tuple[str, Any]] = {
    "account_reset_password_from_key": ("token_fail", True),
}


def _is_of_dead_key(request: HttpRequest, response: HttpResponse) -> bool:
    match, context = request.resolver_match, getattr(response, "context_data", None)
    if match is None or match.view_name not in DEAD_KEYS or context is None:
        return False
    name, value = DEAD_KEYS[match.view_name]
    return context.get(name) is value


class LimitMiddleware:
    """Counts emails that are asked for, and passwords typed to change them, before the request's transaction:
    its rows are locked for no longer than the counting takes.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and request.path_info.startswith("/accounts/"):
            name, seconds = self._name(request), 0
            if address := asked_for(request, name):
                seconds = ask_for_email(address, visitor_of(request, address), at=timezone.now())
                if seconds:
                    note(request, EventKind.LIMITED, person=person_with_address(address), address=address)
            elif name == "account_change_password" and request.user.is_authenticated:
                seconds = take(PASSWORD_CHANGES, "change", str(request.user.pk), at=timezone.now())
                if seconds:
                    note(request, EventKind.LIMITED, person=request.user)
            if seconds:
                kind = "factor" if name == "account_change_password" else "email"
                response = error_page(request, 429, "errors/429.html", reason=wait_in_words(seconds, kind))
                response.headers["Retry-After"] = str(seconds)
                return response
        return self.get_response(request)

    @staticmethod
    def _name(request: HttpRequest) -> str:
        try:
            return resolve(request.path_info, getattr(request, "urlconf", None)).view_name
        except Resolver404:
            return ""
