"""Sessions end by age and by want of use (F21), and each is shown to its person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.models import Authority, User
from accounts.rules import MAX_IDLE, MAX_SESSION, session_is_over
from accounts.services.sessions import clear_sessions
from tests.cast import sign_in

SECRET = "JBSWY3DPEHPK3PXP"
PASSWORD, NEW = "an-old-password-1", "a-new-password-22"
HOME, LOGIN = "/larkshire/", "/larkshire/accounts/login/"
pytestmark = pytest.mark.django_db(transaction=True)


def without_factor(user: User) -> User:
    Authenticator.objects.filter(user=user).delete()
    user.refresh_from_db()
    return user


def is_in(client: Client, page: str = HOME) -> bool:
    """Whether a page is served to this session, not led away to sign in or to prove a factor."""
    return bool(client.get(page).status_code == 200)


def person_with(user: User, things: str) -> User:
    without_factor(user)
    if "password" in things:
        user.set_password(PASSWORD)
        user.save()
    if "app" in things:
        TOTP.activate(user, SECRET)
    if "codes" in things:
        RecoveryCodes.activate(user)
    if "passkey" in things:
        WebAuthn.add(user, "key", {"response": {}})
    user.refresh_from_db()
    return user


@pytest.mark.parametrize(
    ("started", "seen", "over"),
    [(0, 0, False), (0, 29 * 60, False), (0, 30 * 60, True), (12 * 60, 0, True)],
)
def test_a3_when_a_session_is_over(started: float, seen: float, over: bool) -> None:
    """Minutes and seconds ago, of somebody with a role over the authority."""
    now = 1_000_000.0
    assert session_is_over(started=now - started * 60, seen=now - seen, now=now, max_idle=MAX_IDLE) is over


@pytest.mark.parametrize(("who", "limit"), [("amina", MAX_IDLE), ("sam", MAX_SESSION)])
def test_a_session_that_is_not_used_is_asked_again(
    who: str, limit: timedelta, larkshire: Authority, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(who)
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        client = Client()
        sign_in(client, user)
        assert is_in(client)
        clock.move_to(start + limit - timedelta(seconds=1))
        assert is_in(client, "/larkshire/privacy/")
        clock.move_to(start + limit)
        assert is_in(client) is (limit == MAX_IDLE), "used a moment ago, unless it is too old"
        clock.move_to(start + 2 * limit)
        answer = client.get(HOME, follow=True)
        assert answer.redirect_chain[-1][0].startswith(LOGIN)
    assert not is_in(client)


def test_who_is_signed_out_is_told_why(larkshire: Authority, amina: User) -> None:
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        client = Client()
        sign_in(client, amina)
        assert is_in(client)
        clock.move_to(start + MAX_IDLE)
        page = client.get(HOME, follow=True).content.decode()
    assert "You were signed out because the page was not used for a while" in page


def test_the_short_limit_holds_on_the_platforms_pages_too(larkshire: Authority, amina: User) -> None:
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        client = Client()
        sign_in(client, amina)
        assert is_in(client)
        clock.move_to(start + MAX_IDLE)
        assert "/accounts/login/" in client.get("/accounts/email/").headers["Location"]


def test_use_moves_the_limit_up_to_the_age_and_a_page_that_asks_by_itself_does_not(
    larkshire: Authority, amina: User
) -> None:
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        used, polled = Client(), Client()
        for client in (used, polled):
            sign_in(client, amina)
            assert is_in(client)
        for step in range(1, 36):
            clock.move_to(start + step * timedelta(minutes=20))
            assert is_in(used), step
            answered = polled.get(HOME, headers={"X-Polled": "1"}).status_code == 200
            assert answered is (step == 1)
        clock.move_to(start + MAX_SESSION)
        assert not is_in(used)


def test_expired_sessions_are_cleared(larkshire: Authority, sam: User) -> None:
    with time_machine.travel("2026-11-02T09:00Z", tick=False):
        old = Client()
        sign_in(old, sam)
        UserSession.objects.create(user=sam, ip="127.0.0.1", session_key=old.session.session_key)
    with time_machine.travel("2026-11-03T09:00Z", tick=False):
        new = Client()
        sign_in(new, sam)
        UserSession.objects.create(user=sam, ip="127.0.0.1", session_key=new.session.session_key)
        clear_sessions()
        assert [row.session_key for row in Session.objects.all()] == [new.session.session_key]
        assert [row.session_key for row in UserSession.objects.all()] == [new.session.session_key]


FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
)


def by_password(user: User, device: str) -> Client:
    client = Client(headers={"User-Agent": device})
    assert client.post(LOGIN, {"login": user.email, "password": PASSWORD}).status_code == 302
    return client


def test_people_see_and_end_their_sessions(larkshire: Authority, sam: User, amina: User) -> None:
    person_with(sam, "password")
    person_with(amina, "password")
    desk, phone, lost = by_password(sam, FIREFOX), by_password(sam, IPHONE), by_password(sam, "curl/8")
    foreign = by_password(amina, FIREFOX)
    page = desk.get("/larkshire/accounts/sessions/").content.decode()
    assert [words in page for words in ("Firefox on Windows", "Safari on an iPhone", "do not recognise")] == [
        True
    ] * 3
    assert page.count("This session") == 1
    ids = {row.user_agent: row.pk for row in UserSession.objects.filter(user=sam)}
    theirs = UserSession.objects.get(user=amina).pk
    end = "/larkshire/accounts/sessions/{}/end/"
    assert desk.post(end.format(theirs)).status_code == 404
    assert is_in(desk, "/larkshire/accounts/sessions/")
    assert desk.get(end.format(ids["curl/8"])).status_code == 200
    assert is_in(lost), "a GET ends nothing"
    assert desk.post(end.format(ids["curl/8"])).status_code == 302
    assert [is_in(client) for client in (desk, phone, lost)] == [True, True, False]
    assert desk.post("/larkshire/accounts/sessions/end-others/").status_code == 302
    assert [is_in(client) for client in (desk, phone)] == [True, False]
    assert UserSession.objects.filter(user=sam).count() == 1
    assert "Safari on an iPhone" not in desk.get("/larkshire/accounts/sessions/").content.decode()
    assert Session.objects.filter(session_key=foreign.session.session_key).exists()
    assert Client().get("/larkshire/accounts/sessions/").status_code == 302
