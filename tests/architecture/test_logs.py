"""No secret in any line of the log, whoever writes it: every address that holds a token is asked in every
way.
"""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DataError, IntegrityError, connection, transaction
from django.test import Client

from accounts.models import User
from core.logs import OUR_LOGGERS, JsonFormatter
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.matrix import ENDPOINTS
from tests.architecture.routes import ROUTES, Route

WITH_TOKEN = [route for route in ROUTES if "<str:token>" in route.pattern]
#: allauth's own addresses that hold a key.
KEY = "1a-c0ffee-0123456789abcdef0123456789abcdef"
ALLAUTH = [f"accounts/password/reset/key/{KEY}/"]


@contextmanager
def every_line() -> Iterator[io.StringIO]:
    """What production's handler writes, of all loggers."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    disabled, level = root.manager.disable, root.level
    logging.disable(logging.NOTSET)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        logging.disable(disabled)


def test_there_are_addresses_with_a_token() -> None:
    assert len(WITH_TOKEN) >= 4


def read(response: Any) -> None:
    """To its end, so that a file that it sends is closed."""
    for _part in response:
        pass


def ask_in_every_way(path: str, token: str) -> None:
    """Rightly, wrongly, without the form's cookie, with a foreign host, with an error inside."""
    careful, plain = (
        Client(enforce_csrf_checks=True, raise_request_exception=False),
        Client(raise_request_exception=False),
    )
    for client in (careful, plain):
        for method in (client.get, client.post, client.head, client.options):
            read(method(path))
            read(method(path, headers={"host": f"{token[:8]}.elsewhere.example"}))
            read(method(path, headers={"host": "elsewhere.example", "origin": "https://elsewhere.example"}))
            read(method(f"{path}?next=//{token}&email=cara@larkshire.example"))
            read(method(path.replace(token, f"{token}x")))
        client.post(path, headers={"origin": f"https://{token[:8]}.example", "referer": f"https://x/{token}"})
    broken = RuntimeError(f"{token} of cara@larkshire.example, Cara Finch")
    for target in ("accounts.backends.SignIn.get_user", "core.views.Page.dispatch"):
        with mock.patch(target, side_effect=broken):
            read(plain.get(path))
            read(plain.post(path))


def the_secrets_are_not_in(text: str, token: str) -> None:
    assert text.count("\n") > 10, "nothing was captured"
    for line in text.splitlines():
        json.loads(line)
    for secret in (token, token[:16], "cara@larkshire.example", "Cara Finch", "elsewhere.example"):
        assert secret not in text, [line for line in text.splitlines() if secret in line]


@pytest.mark.django_db
@pytest.mark.parametrize("route", WITH_TOKEN, ids=str)
def test_no_line_holds_the_token_of_a_link(route: Route, two_authorities: TwoAuthorities) -> None:
    ids = two_authorities.own.rows
    path = f"/{two_authorities.own.authority.slug}/{route.path(ENDPOINTS[route.name], ids)}"
    kind = next(kind for argument, kind in ENDPOINTS[route.name].rows.items() if argument == "token")
    with every_line() as lines, transaction.atomic():
        ask_in_every_way(path, ids[kind])
        transaction.set_rollback(True)
    the_secrets_are_not_in(lines.getvalue(), ids[kind])


@pytest.mark.django_db
@pytest.mark.parametrize("path", ALLAUTH)
def test_no_line_holds_the_key_of_an_email_of_signing_in(path: str, two_authorities: TwoAuthorities) -> None:
    with every_line() as lines, transaction.atomic():
        ask_in_every_way(f"/{two_authorities.own.authority.slug}/{path}", KEY)
        transaction.set_rollback(True)
    the_secrets_are_not_in(lines.getvalue(), KEY)


@pytest.mark.django_db
def test_no_line_holds_what_was_typed_to_sign_in(two_authorities: TwoAuthorities) -> None:
    with every_line() as lines, transaction.atomic():
        client = Client()
        for slug in ("", "/" + two_authorities.own.authority.slug):
            for page in ("login", "login/code", "password/reset"):
                sent = {
                    "login": "cara@larkshire.example",
                    "email": "cara@larkshire.example",
                    "password": "s3cret-phrase",
                }
                client.post(f"{slug}/accounts/{page}/?next=/x/s3cret-phrase", sent)
        transaction.set_rollback(True)
    assert "security event" in lines.getvalue()
    for secret in ("cara@", "s3cret-phrase"):
        assert secret not in lines.getvalue()


def written(logger: str, message: Any, *arguments: Any, error: BaseException | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error is not None else None
    return JsonFormatter().format(
        logging.LogRecord(logger, logging.ERROR, __file__, 1, message, arguments, info)  # type: ignore[arg-type]
    )


SECRETS = ("t0ken", "cara@larkshire.example", "Mill Lane")


@pytest.mark.parametrize(
    ("logger", "message", "arguments"),
    [
        ("django.security.csrf", "Forbidden (%s): %s", ("no cookie", "/larkshire/x/t0ken/")),
        ("django.request", "%s: %s", ("Not Found", "/larkshire/x/t0ken/")),
        (
            "django.security.DisallowedHost",
            "Invalid HTTP_HOST header: 't0ken'. You may need to add 't0ken'",
            (),
        ),
        ("gunicorn.error", "Error handling request %s", ("/larkshire/x/t0ken/",)),
        ("gunicorn.error", "Error handling request /larkshire/x/t0ken/", ()),
        ("celery.app.trace", "Task %(name)s raised unexpected: %(exc)s", ({"name": "a.b", "exc": "t0ken"},)),
        ("celery.worker.strategy", "Task %s received %r", ("a.b", {"email": "cara@larkshire.example"})),
        ("celery.redirected", "Key (address)=(12 Mill Lane, t0ken) already exists.", ()),
        ("allauth", "no account for cara@larkshire.example", ()),
        ("kombu", "connection to redis://:t0ken@redis:6379/0 lost", ()),
        ("weasyprint", DisallowedHost("t0ken, 12 Mill Lane"), ()),
    ],
)
def test_no_line_of_a_library_holds_a_value(logger: str, message: Any, arguments: tuple[Any, ...]) -> None:
    line = written(logger, message, *arguments)
    assert not [secret for secret in SECRETS if secret in line]


def test_a_line_of_ours_says_its_numbers() -> None:
    assert "seal 7 of authority 1" in written("eyc.seal", "seal %s of authority %s", 7, 1)
    assert "pattern %s" in written("core.views", "pattern %s", "t0ken", error=ValueError("t0ken"))


@pytest.mark.django_db
def test_an_error_of_the_database_is_written_without_its_row() -> None:
    User.objects.create(email="cara@larkshire.example", full_name="Cara of Mill Lane")
    for statement, kind in (
        ("INSERT INTO accounts_user SELECT * FROM accounts_user", IntegrityError),
        ("SELECT 'cara@larkshire.example t0ken'::int", DataError),
    ):
        with pytest.raises(kind) as caught, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        for logger in ("celery.app.trace", "documents.services.jobs", "django.request"):
            line = written(logger, "failed: %s", caught.value, error=caught.value)
            assert not [secret for secret in SECRETS if secret in line]
            assert kind.__name__ in line


def test_our_loggers_are_those_of_our_packages() -> None:
    assert {*settings.OUR_APPS, "config", "eyc"} == OUR_LOGGERS


def gunicorn_settings() -> ModuleType:
    import config.gunicorn

    return config.gunicorn


def test_gunicorn_writes_through_our_formatter() -> None:
    gunicorn = gunicorn_settings()
    assert gunicorn.accesslog is None
    logging_settings = gunicorn.logconfig_dict
    assert {handler["formatter"] for handler in logging_settings["handlers"].values()} == {"json"}
    assert logging_settings["formatters"]["json"] == settings.LOGGING["formatters"]["json"]
    assert logging_settings["loggers"]["gunicorn.access"]["handlers"] == []


def test_the_proxy_writes_neither_addresses_nor_headers() -> None:
    caddy = (settings.BASE_DIR / "deploy/Caddyfile").read_text()
    assert "request>uri delete" in caddy
    assert "request>headers delete" in caddy
    site = caddy.partition("{$SITE_ADDRESS}")[2]
    assert "log" not in site.replace("logs", ""), "no access log"


def test_celery_writes_as_the_web_does() -> None:
    assert settings.CELERY_WORKER_HIJACK_ROOT_LOGGER is False
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"json"}
