"""Headers that say who asks and what was asked are believed of our own proxy only; tried on the WSGI
application.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.core.handlers.wsgi import WSGIHandler

from accounts.models import Authority, SecurityEvent, User
from accounts.rules import EventKind

CLIENT, PROXY = "198.51.100.7", "10.0.0.2"
LOGIN = "/larkshire/accounts/login/"
#: What a client may write, whatever a proxy makes of it.
FORGED = {
    "forwarded": {"HTTP_FORWARDED": "for=203.0.113.9;host=evil.example;proto=http"},
    "one address": {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
    "several addresses": {"HTTP_X_FORWARDED_FOR": "203.0.113.9, 127.0.0.1, ::1"},
    "odd addresses": {"HTTP_X_FORWARDED_FOR": 'x,, "203.0.113.9:80", unknown'},
    "host": {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_SERVER": "evil.example"},
    "odd host": {"HTTP_X_FORWARDED_HOST": "evil.example, [", "HTTP_X_HOST": "evil.example"},
    "scheme": {"HTTP_X_FORWARDED_PROTO": "ftp", "HTTP_X_FORWARDED_SCHEME": "ftp", "HTTP_X_SCHEME": "ftp"},
    "port": {"HTTP_X_FORWARDED_PORT": "1", "HTTP_X_FORWARDED_SSL": "off", "HTTP_FRONT_END_HTTPS": "off"},
    "prefix": {
        "HTTP_X_FORWARDED_PREFIX": "/evil",
        "HTTP_X_SCRIPT_NAME": "/evil",
        "HTTP_SCRIPT_NAME": "/evil",
    },
    "path": {"HTTP_X_ORIGINAL_URL": "/marlshire/", "HTTP_X_REWRITE_URL": "/marlshire/"},
    "method": {"HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE", "HTTP_X_METHOD_OVERRIDE": "DELETE"},
    "other names of the client": {
        "HTTP_X_REAL_IP": "203.0.113.9",
        "HTTP_CLIENT_IP": "203.0.113.9",
        "HTTP_TRUE_CLIENT_IP": "203.0.113.9",
        "HTTP_CF_CONNECTING_IP": "203.0.113.9",
        "HTTP_X_CLUSTER_CLIENT_IP": "203.0.113.9",
    },
}
pytestmark = pytest.mark.django_db


def replacing(headers: dict[str, str]) -> dict[str, str]:
    """As our proxy does (deploy/Caddyfile)."""
    return {
        **headers,
        "HTTP_X_FORWARDED_FOR": CLIENT,
        "HTTP_X_FORWARDED_PROTO": "https",
        "REMOTE_ADDR": PROXY,
    }


def appending(headers: dict[str, str]) -> dict[str, str]:
    """As another proxy may: what the client wrote stands in front."""
    before = headers.get("HTTP_X_FORWARDED_FOR")
    return {
        **headers,
        "HTTP_X_FORWARDED_FOR": f"{before}, {CLIENT}" if before else CLIENT,
        "REMOTE_ADDR": PROXY,
    }


def direct(headers: dict[str, str]) -> dict[str, str]:
    return {**headers, "REMOTE_ADDR": CLIENT}


Ways = Callable[[dict[str, str]], dict[str, str]]


@pytest.fixture(
    params=[(replacing, 1), (appending, 1), (direct, 0)], ids=["replacing", "appending", "direct"]
)
def way(request: pytest.FixtureRequest, settings: Any) -> Ways:
    passed_on, settings.ALLAUTH_TRUSTED_PROXY_COUNT = request.param
    return passed_on


class Browser:
    """Keeps cookies and the form's token, and speaks WSGI."""

    def __init__(self, way: Ways) -> None:
        self.way, self.cookies, self.app = way, SimpleCookie(), WSGIHandler()

    def ask(
        self, method: str, path: str, form: dict[str, str], forged: dict[str, str]
    ) -> tuple[int, Any, str]:
        body = urlencode(form).encode()
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": "; ".join(f"{name}={cookie.value}" for name, cookie in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            **self.way(forged),
        }
        answered: list[Any] = []
        answer = self.app(environ, lambda status, headers: answered.extend((status, headers)))
        page = b"".join(answer).decode()
        answer.close()  # type: ignore[attr-defined]
        for name, value in answered[1]:
            if name == "Set-Cookie":
                self.cookies.load(value)
        return int(answered[0][:3]), dict(answered[1]), page

    def send(self, path: str, form: dict[str, str], forged: dict[str, str]) -> tuple[int, Any, str]:
        _status, _headers, page = self.ask("GET", path, {}, forged)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token, page[:300]
        return self.ask("POST", path, {**form, "csrfmiddlewaretoken": token[1]}, forged)


@pytest.mark.parametrize("forgery", FORGED)
def test_limits_and_events_know_the_client(
    larkshire: Authority, amina: User, way: Ways, forgery: str
) -> None:
    for number in range(6):
        forged = {
            name: value.replace("203.0.113.9", f"203.0.113.{number}")
            for name, value in FORGED[forgery].items()
        }
        status, _headers, page = Browser(way).send(LOGIN, {"login": amina.email, "password": "wrong"}, forged)
    assert (status, "too many tries" in page) == (200, True), "the sixth guess of one client waits"
    events = SecurityEvent.objects.filter(kind__in=[EventKind.SIGN_IN_FAILED, EventKind.LIMITED])
    assert {event.client for event in events} == {CLIENT}
    assert events.count() == 6


@pytest.mark.parametrize("forgery", FORGED)
def test_no_address_is_built_of_them(larkshire: Authority, amina: User, way: Ways, forgery: str) -> None:
    forged = FORGED[forgery]
    _status, headers, _page = Browser(way).send(
        "/larkshire/accounts/password/reset/", {"email": amina.email}, forged
    )
    assert headers["Location"] == "/larkshire/accounts/password/reset/done/"
    [message] = mail.outbox
    hosts = set(re.findall(r"https?://([^/\s\"<]+)", str(message.body)))
    assert hosts == {"localhost:8000"}
    for path in ("/larkshire", "/Larkshire/accounts/", "/larkshire/audit/", "/", LOGIN):
        status, headers, page = Browser(way).ask("GET", path, {}, forged)
        assert status in (200, 301, 302), path
        assert "evil" not in page + str(headers), path
        assert "marlshire" not in page.lower() or path == "/"


def test_a_host_that_is_not_ours_is_refused_behind_the_proxy_too(larkshire: Authority, way: Ways) -> None:
    environ = {"HTTP_HOST": "evil.example", "HTTP_X_FORWARDED_HOST": "localhost"}
    assert Browser(way).ask("GET", LOGIN, {}, environ)[0] == 400


def test_without_a_proxy_the_scheme_is_nobodys_to_say(settings: Any, larkshire: Authority) -> None:
    """BEHIND_PROXY alone has Django look at X-Forwarded-Proto."""
    assert settings.SECURE_PROXY_SSL_HEADER is None
    settings.SECURE_SSL_REDIRECT = True
    status, headers, _page = Browser(direct).ask("GET", LOGIN, {}, {"HTTP_X_FORWARDED_PROTO": "https"})
    assert (status, headers["Location"].partition("://")[0]) == (301, "https")
