"""Addresses (URLs): the one module that takes them apart, compares them and makes them absolute.

Absolute addresses begin with ``BASE_URL``, never with what a request calls the host. An address from outside
is parsed by ``parsed``, which answers None where Python raises.
"""

from __future__ import annotations

import ipaddress
import unicodedata
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.encoding import iri_to_uri
from django.utils.http import url_has_allowed_host_and_scheme

#: Characters. Longer addresses are taken apart by nobody.
MAX_ADDRESS = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}


def absolute(path: str) -> str:
    """The whole address of a path of this service, for emails and for other servers."""
    return settings.BASE_URL.rstrip("/") + path


def host_name() -> str:
    """The name of this service's host, without its port."""
    return urlsplit(settings.BASE_URL).hostname or ""


def parsed(address: str) -> SplitResult | None:
    """The parts of an address. None when it cannot be parsed, is too long or holds a character that browsers
    drop or read as another one (control characters, backslashes).
    """
    if len(address) > MAX_ADDRESS or any(_is_treacherous(character) for character in address):
        return None
    try:
        parts = urlsplit(address)
        _port = parts.port  # is parsed, and may raise, only when it is asked for
    except ValueError:
        return None
    return parts


def _is_treacherous(character: str) -> bool:
    return character == "\\" or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")


def origin_of(parts: SplitResult) -> tuple[str, str, int | None]:
    """Scheme, host and port, as browsers compare them."""
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or _DEFAULT_PORTS.get(scheme)


def is_our_own(address: str) -> bool:
    """Whether somebody may be sent to this address: a path of this service, or an address below
    ``BASE_URL``. Addresses with a user's name or password in them are not.
    """
    parts = parsed(address)
    if parts is None or not address or address != address.strip() or "@" in parts.netloc:
        return False
    ours = urlsplit(settings.BASE_URL)
    if parts.netloc and origin_of(parts._replace(scheme=parts.scheme or ours.scheme)) != origin_of(ours):
        return False
    return url_has_allowed_host_and_scheme(address, allowed_hosts={parts.netloc})


def safe_next(request: HttpRequest, target: str | None) -> str:
    """Where a ``next`` or the browser's present address leads, as path and query within this service.

    "" when it leads elsewhere or nowhere. The host that the request itself names is ours too: Django has
    compared it with ``ALLOWED_HOSTS``.
    """
    target = target or ""
    parts = parsed(target)
    if parts is None:
        return ""
    if parts.netloc and f"{parts.scheme}://{parts.netloc}" == f"{request.scheme}://{request.get_host()}":
        target = parts._replace(scheme="", netloc="").geturl() or "/"
    if not is_our_own(target):
        return ""
    local = urlsplit(target)._replace(scheme="", netloc="", fragment="").geturl()
    return local if local.startswith("/") and not local.startswith("//") else ""


def is_elsewhere(request: HttpRequest, address: str) -> bool:
    """Whether a redirect leaves this service."""
    parts = parsed(address)
    if parts is None:
        return True
    if parts.scheme in ("", "http", "https") and parts.netloc in ("", request.get_host()):
        return False
    return not is_our_own(address)


def path_of(address: str) -> str:
    """The path of an address, whosever it is. "" when it cannot be parsed."""
    parts = parsed(address)
    return parts.path if parts else ""


def came_from_here(request: HttpRequest, address: str) -> bool:
    """Whether an origin or a referring address that a browser sent is of the host that was asked."""
    parts = parsed(address)
    return parts is not None and (parts.scheme, parts.netloc) == (request.scheme, request.get_host())


def host_of(address: str) -> str:
    """The host of an address, with its port. "" when there is none."""
    parts = parsed(address)
    return parts.netloc.rpartition("@")[2] if parts else ""


class BaseAddressMiddleware:
    """Whatever makes an address absolute (Django, allauth's emails, the call-back of an identity provider)
    makes it from ``BASE_URL``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        def build_absolute_uri(location: str | None = None) -> str:
            path = request.get_full_path() if location is None else str(location)
            return iri_to_uri(urljoin(absolute(request.path), path))

        request.build_absolute_uri = build_absolute_uri  # type: ignore[method-assign]
        return self.get_response(request)


def client_address(request: HttpRequest) -> str | None:
    """The network address of the client, None when it is unknown.

    Behind proxies of ours (``TRUSTED_PROXIES``) the last so many of ``X-Forwarded-For`` are theirs; what a
    client writes in front of them is not believed.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    text = forwarded[-trusted] if 0 < trusted <= len(forwarded) else peer
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address).partition("%")[0]


def client_network(request: HttpRequest) -> str:
    """What clients are counted by: the address, of IPv6 the network of 64 bits that one household has."""
    text = client_address(request)
    if text is None:
        return ""
    address = ipaddress.ip_address(text)
    return str(ipaddress.ip_network(f"{text}/64", strict=False)) if address.version == 6 else text
