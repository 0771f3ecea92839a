"""The pages of things that went wrong. ``config/urls.py`` names them as handlers; CSRF_FAILURE_VIEW names its own."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

log = logging.getLogger(__name__)
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def error_page(request: HttpRequest | None, status: int, template: str, **context: Any) -> HttpResponse:
    """The page of an error. If it cannot be drawn either (no scope, a broken connection), the bare one stands in."""
    try:
        body = render_to_string(template, context, request)
    except Exception:
        log.exception("the page of error %s could not be drawn", status)
        body = render_to_string("errors/bare.html", {"status": status})
    return HttpResponse(body, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; and 413, which Django raises as a kind of bad request."""
    if isinstance(exception, TOO_LARGE):
        return too_large(request)
    return error_page(request, 400, "errors/400.html")


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403. A text given to PermissionDenied is shown: it was written for the person."""
    return error_page(request, 403, "errors/403.html", reason=str(exception or ""))


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404, "errors/404.html")


def too_large(request: HttpRequest) -> HttpResponse:
    return error_page(request, 413, "errors/413.html")


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without the request: no context processor and no query runs while something is broken."""
    return error_page(None, 500, "errors/500.html")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or another page sent it."""
    return error_page(request, 403, "errors/csrf.html")
