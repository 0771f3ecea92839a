"""A code of an authenticator app is used once, whether or not the cache is there (A3, decision 0033)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, SecurityEvent, User
from accounts.rules import EventKind
from accounts.services.factors import use_app_code
from core.cache import cache_breaker
from tests.accounts.test_limits import PASSWORD, with_password
from tests.concurrency import at_once

SECRET = "JBSWY3DPEHPK3PXP"
PROVE = "/larkshire/accounts/2fa/authenticate/"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=["cache away", "cache there"])
def cache(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.param == "cache away":
        cache_breaker.fail(OSError())
    yield
    cache_breaker.close()


@pytest.fixture
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(timezone.now(), tick=False) as travelled:
        yield travelled


@pytest.fixture
def cara(larkshire: Authority) -> User:
    person = with_password(larkshire, "cara")
    TOTP.activate(person, SECRET)
    RecoveryCodes.activate(person)
    return person


def code_of(step: int) -> str:
    """The code ``step`` periods from now."""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + step))


def sign_in(person: User, code: str) -> Any:
    """The answer to password and code, from a browser that nobody knows."""
    client = Client()
    client.post("/larkshire/accounts/login/", {"login": person.email, "password": PASSWORD})
    return client.post(PROVE, {"code": code})


def test_a_code_signs_in_once(cache: None, cara: User, clock: Any) -> None:
    assert sign_in(cara, code_of(0)).status_code == 302
    assert not SecurityEvent.objects.filter(kind=EventKind.FACTOR_FAILED).exists()
    again = sign_in(cara, code_of(0))
    assert again.status_code == 200
    assert "already used" in again.content.decode()
    assert SecurityEvent.objects.get(kind=EventKind.FACTOR_FAILED).person == cara


def test_spaces_make_no_other_code_of_it(cache: None, cara: User, clock: Any) -> None:
    code = code_of(0)
    assert sign_in(cara, code).status_code == 302
    for written in (f"{code[:3]} {code[3:]}", f" {code} ", f"{code[:3]}-{code[3:]}"):
        assert sign_in(cara, written).status_code == 200, written


def test_after_a_code_an_older_one_is_refused_and_the_next_one_lets_in(
    cache: None, cara: User, clock: Any
) -> None:
    assert sign_in(cara, code_of(0)).status_code == 302
    assert sign_in(cara, code_of(-1)).status_code == 200
    assert sign_in(cara, code_of(1)).status_code == 302
    assert sign_in(cara, code_of(0)).status_code == 200
    clock.shift(60)
    assert sign_in(cara, code_of(0)).status_code == 302


def test_it_is_used_up_for_every_page_that_asks(
    cache: None, larkshire: Authority, cara: User, clock: Any
) -> None:
    client = Client()
    client.post("/larkshire/accounts/login/", {"login": cara.email, "password": PASSWORD})
    assert client.post(PROVE, {"code": code_of(0)}).status_code == 302
    again = "/larkshire/accounts/2fa/reauthenticate/"
    assert client.post(again, {"code": code_of(0)}).status_code == 200
    assert client.post(again, {"code": code_of(1)}).status_code == 302


def test_the_code_that_sets_the_app_up_signs_nobody_in(
    cache: None, larkshire: Authority, clock: Any, browse: Callable[[User], Client]
) -> None:
    person = with_password(larkshire, "cara")
    client = Client()
    client.post("/larkshire/accounts/login/", {"login": person.email, "password": PASSWORD})
    client.get("/larkshire/accounts/2fa/totp/activate/")
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()
    assert client.post("/larkshire/accounts/2fa/totp/activate/", {"code": code_of(0)}).status_code == 302
    assert Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()
    assert sign_in(person, code_of(0)).status_code == 200
    assert sign_in(person, code_of(1)).status_code == 302


def test_a_recovery_code_is_used_once(cache: None, cara: User) -> None:
    codes = Authenticator.objects.get(user=cara, type=Authenticator.Type.RECOVERY_CODES).wrap()
    code = codes.get_unused_codes()[0]
    assert [sign_in(cara, code).status_code for _ in range(2)] == [302, 200]


def test_of_two_at_once_with_one_code_one_gets_in(larkshire: Authority, cara: User, clock: Any) -> None:
    cache_breaker.fail(OSError())
    try:
        factor = Authenticator.objects.get(user=cara, type=Authenticator.Type.TOTP)
        answers: list[bool] = []
        at = timezone.now()
        code = code_of(0)

        def use() -> None:
            answers.append(use_app_code(factor_id=factor.pk, code=code, at=at))

        assert at_once(larkshire, [use] * 4) == ["done"] * 4
        assert sorted(answers) == [False, False, False, True]
    finally:
        cache_breaker.close()
