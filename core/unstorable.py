"""What no database keeps (NUL, half characters) is refused before anything looks it up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from core.text import is_storable
from core.views import error_page

FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
UNICODE = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
GetResponse = Callable[[HttpRequest], HttpResponseBase]


class UnstorableTextMiddleware:
    """Answers 400 when the path, the query, a cookie, a header or a form holds NUL or half a character.

    A form's files may hold anything; their names may not. Texts in another encoding than UTF-8 are refused
    too: they are a way to half characters, and no page of ours sends them.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not all(map(is_storable, _texts_of_the_address(request))):
            return refusal()
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if request.method in SAFE_METHODS:
            return None
        if request.content_type in FORM_TYPES:
            encoding = (request.content_params or {}).get("charset", "utf-8").lower()
            if encoding not in UNICODE or not all(map(is_storable, _texts_of_the_form(request))):
                return refusal()
        return None


def refusal() -> HttpResponseBase:
    return error_page(None, 400, "errors/400.html")


def _texts_of_the_address(request: HttpRequest) -> Iterator[str]:
    yield request.path_info
    query = request.META.get("QUERY_STRING", "")
    yield unquote(query) if "%" in query else query
    yield from request.COOKIES.values()
    yield from (
        value for name, value in request.META.items() if name.startswith("HTTP_") and isinstance(value, str)
    )


def _texts_of_the_form(request: HttpRequest) -> Iterator[str]:
    for name, values in request.POST.lists():
        yield name
        yield from (value for value in values if isinstance(value, str))
    for name, files in request.FILES.lists():
        yield name
        yield from (str(file.name) for file in files)
