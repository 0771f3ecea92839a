"""The headers that every answer carries.

No inline script, no inline style, nothing from another site: whatever text a person manages to get into a
page, the browser runs none of it. The policy is one constant; a page that needs an exception is written
differently instead.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

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
        return response


def belongs_to_a_session(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether a sign-in could have shaped the answer.

    Asks the cookies, so a page that never looks costs no query.
    """
    name = settings.SESSION_COOKIE_NAME
    return name in request.COOKIES or name in response.cookies


def leave_by_page(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Turn a redirect from a form to another site (a council's
    identity provider) into a page that goes there.

    ``form-action 'self'`` would stop the redirect itself in Chromium, since it belongs to the form's
    submission.
    """
    if request.method != "POST" or not isinstance(response, HttpResponseRedirect):
        return response
    target = urlsplit(response.url)
    if target.scheme not in ("http", "https") or target.netloc in ("", request.get_host()):
        return response
    page = HttpResponse(
        render_to_string("layouts/leaving.html", {"address": response.url, "site": target.netloc})
    )
    page.cookies = response.cookies
    return page
