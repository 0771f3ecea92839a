"""The headers that every answer carries.

No inline script, no inline style, nothing from another site: whatever text a person manages to get into a
page, the browser runs none of it. The policy is one constant; a page that needs an exception is written
differently instead.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from core.addresses import host_of, is_elsewhere, parsed

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
PERMISSIONS_POLICY = ", ".join(
    [
        *(
            f"{feature}=()"
            for feature in (
                "camera",
                "display-capture",
                "geolocation",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
        *(f"publickey-credentials-{act}=(self)" for act in ("create", "get")),  # passkeys
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
}
PRIVATE = "no-store"
#: What a browser drops once somebody has signed out. Cookies stay: the mark of a known browser opens nothing.
SIGNED_OUT = '"cache", "storage"'
#: And once a session has ended by itself: what waits on the device to be sent or saved stays there.
SESSION_OVER = '"cache"'
#: Pages that lead to the council's identity provider.
LEAVING = frozenset({"openid_connect_login"})
GetResponse = Callable[[HttpRequest], HttpResponseBase]


class SecurityHeadersMiddleware:
    """Adds the headers, and keeps signed-in pages out of every cache
    (a shared computer's back button included).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = leave_by_page(request, self.get_response(request))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if belongs_to_a_session(request, response):
            response.headers.setdefault("Cache-Control", PRIVATE)
        if ends_a_session(request, response):
            dropped = SIGNED_OUT if signs_out(request) else SESSION_OVER
            response.headers.setdefault("Clear-Site-Data", dropped)
        return response


def belongs_to_a_session(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether a sign-in could have shaped the answer.

    Asks the cookies, so a page that never looks costs no query.
    """
    name = settings.SESSION_COOKIE_NAME
    return name in request.COOKIES or name in response.cookies


def ends_a_session(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the answer takes the session's cookie away: after signing out, and when a session has ended."""
    cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
    return cookie is not None and not cookie.value


def signs_out(request: HttpRequest) -> bool:
    """Whether the person asked for it, by the button; a session that is over ends without being asked."""
    return request.resolver_match is not None and request.resolver_match.url_name == "account_logout"


def leave_by_page(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Turn a redirect from the sign-in form to the council's identity
    provider into a page that goes there.

    ``form-action 'self'`` would stop the redirect itself in Chromium, since it belongs to the form's
    submission. No other form leads to another site: such a redirect goes to the first page instead.
    """
    if request.method != "POST" or not isinstance(response, HttpResponseRedirect):
        return response
    if not is_elsewhere(request, response.url):
        return response
    if not _may_leave(request, response.url):
        elsewhere = HttpResponseRedirect("/")
        elsewhere.cookies = response.cookies
        return elsewhere
    page = HttpResponse(
        render_to_string("layouts/leaving.html", {"address": response.url, "site": host_of(response.url)})
    )
    page.cookies = response.cookies
    return page


def _may_leave(request: HttpRequest, address: str) -> bool:
    """Whether this is the sign-in with the configured identity provider, whose own metadata says the
    address.
    """
    match, parts = request.resolver_match, parsed(address)
    is_configured = bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])
    return (
        is_configured
        and match is not None
        and match.view_name in LEAVING
        and parts is not None
        and parts.scheme in ("http", "https")
    )
