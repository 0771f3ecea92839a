"""Limits on signing in and on emails: a stranger slows down nobody but the stranger; guessing is bounded."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client, override_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts import rules
from accounts.models import AttemptCount, Authority, User
from accounts.rules import Limit
from accounts.services.limits import Guess, Visitor, clear_counts, forget, hashed, take, wait
from accounts.services.people import register_person
from core.scoping import authority_scope
from tests.concurrency import at_once

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase"
COUNCIL, HOME, ATTACKER = "192.0.2.1", "198.51.100.7", "203.0.113.9"
LOGIN = "/larkshire/accounts/login/"
#: The longest that an owner of the right password waits, in seconds.
PROMISE = 60


@pytest.fixture
def cara(larkshire: Authority) -> User:
    return with_password(larkshire, "cara")


def with_password(authority: Authority, name: str) -> User:
    with authority_scope(authority):
        person = register_person(email=f"{name}@{authority.slug}.example", full_name=name.title())
    person.set_password(PASSWORD)
    person.save()
    person.emailaddress_set.update_or_create(email=person.email, defaults={"verified": True, "primary": True})
    return person


def sign_in(client: Client, address: str, password: str = PASSWORD, *, where: str = HOME) -> Any:
    return client.post(LOGIN, {"login": address, "password": password}, REMOTE_ADDR=where)


def attack(address: str, tries: int, *, where: str = ATTACKER) -> int:
    """Guess so often with a new browser each time. How many guesses were compared with the password."""
    compared = 0
    for _ in range(tries):
        page = sign_in(Client(), address, "a wrong pass phrase", where=where).content.decode()
        compared += "too many tries" not in page
    return compared


def guess_at_invented_addresses(number: int, *, where: str) -> None:
    for each in range(number):
        guess = Guess("password", f"invented{each}@larkshire.example", Visitor(where))
        guess.was_wrong(at=timezone.now())


@pytest.mark.parametrize("stranger", [ATTACKER, HOME])
@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("tries", [5, 12])
def test_who_has_the_right_password_gets_in(
    stranger: str, known: bool, tries: int, larkshire: Authority, cara: User
) -> None:
    """Attacker and owner, from one client address and from two, the owner with a new browser and a known one."""
    owner = Client()
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        if known:
            assert sign_in(owner, cara.email).status_code == 302
            owner.post("/larkshire/accounts/logout/")
        attack(cara.email, tries, where=stranger)
        response = sign_in(owner, cara.email)
        if stranger == HOME and not known:
            page = response.content.decode()
            assert "code that we email to you" in page
            seconds = int(re.search(r"Wait (\d+) seconds", page).group(1))  # type: ignore[union-attr]
            assert seconds <= PROMISE
            clock.shift(seconds)
            response = sign_in(owner, cara.email)
        assert response.status_code == 302


def test_a_stranger_cannot_shut_a_council_out(larkshire: Authority, cara: User) -> None:
    """Hundreds of guesses at invented and real addresses from the address that all of a council share."""
    others = [with_password(larkshire, name) for name in ("dora", "ella", "fay")]
    guess_at_invented_addresses(150, where=COUNCIL)
    attack("invented0@larkshire.example", 5, where=COUNCIL)
    for person in (cara, *others):
        assert sign_in(Client(), person.email, where=COUNCIL).status_code == 302


def test_guessing_from_one_client_is_bounded(larkshire: Authority, cara: User) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        compared = attack(cara.email, 20)
        assert compared == rules.GUESSES_OF_CLIENT.free
        for _ in range(30):
            clock.shift(20)
            compared += attack(cara.email, 1)
    assert rules.GUESSES_OF_CLIENT.free < compared <= rules.GUESSES_OF_CLIENT.free + 12


def test_guessing_from_many_clients_is_bounded(larkshire: Authority, cara: User) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        compared = rules.GUESSES_AT_ADDRESS.free - 5
        for number in range(compared):
            Guess("password", cara.email, Visitor(f"192.0.2.{number}")).was_wrong(at=timezone.now())
        for number in range(10):
            compared += attack(cara.email, 1, where=f"203.0.113.{number + 1}")
        assert compared == rules.GUESSES_AT_ADDRESS.free
        clock.shift(PROMISE)
        assert sign_in(Client(), cara.email).status_code == 302, "the owner gets in within the promised time"


def test_one_network_of_ipv6_is_one_client(larkshire: Authority, cara: User) -> None:
    compared = sum(attack(cara.email, 1, where=f"2001:db8:1:2::{number:x}") for number in range(1, 12))
    assert compared == rules.GUESSES_OF_CLIENT.free
    assert attack(cara.email, 1, where="2001:db8:1:3::1") == 1


def test_spraying_one_password_from_a_busy_client_is_slowed(larkshire: Authority, cara: User) -> None:
    guess_at_invented_addresses(rules.GUESSES_OF_CLIENT_IN_ALL.free - 1, where=ATTACKER)
    assert attack("invented0@larkshire.example", 1) == 1
    assert attack(cara.email, 5) == 1


def test_a_known_browser_is_bounded_too(larkshire: Authority, cara: User) -> None:
    thief = Client()
    sign_in(thief, cara.email)
    thief.post("/larkshire/accounts/logout/")
    pages = [sign_in(thief, cara.email, "a wrong pass phrase").content.decode() for _ in range(15)]
    assert sum("too many tries" not in page for page in pages) == rules.GUESSES_OF_DEVICE.free


def test_another_address_of_a_person_gives_no_further_guesses(larkshire: Authority, cara: User) -> None:
    cara.emailaddress_set.create(email="cara@home.example", verified=True)
    assert attack(cara.email, 8) == rules.GUESSES_OF_CLIENT.free
    assert attack("Cara@home.example", 3) == 0


def test_a_browser_that_signed_in_is_known_at_every_address_of_the_person(
    larkshire: Authority, cara: User
) -> None:
    cara.emailaddress_set.create(email="cara@home.example", verified=True)
    own = Client()
    assert sign_in(own, "cara@home.example", where=ATTACKER).status_code == 302
    own.post("/larkshire/accounts/logout/")
    attack(cara.email, 8)
    assert sign_in(own, "cara@home.example", where=ATTACKER).status_code == 302


@pytest.mark.parametrize("cookie", ["", "x", "a:b:c", "WyJhIiwgW11d:1tXyz:forged"])
def test_a_forged_mark_is_no_known_browser(cookie: str, larkshire: Authority, cara: User) -> None:
    compared = 0
    for _ in range(8):
        client = Client()
        client.cookies["device"] = cookie
        compared += "too many tries" not in sign_in(client, cara.email, "wrong").content.decode()
    assert compared == rules.GUESSES_OF_CLIENT.free


def test_a_mark_says_nothing_about_others(larkshire: Authority, cara: User) -> None:
    dora = with_password(larkshire, "dora")
    client = Client()
    sign_in(client, dora.email, where=ATTACKER)
    client.post("/larkshire/accounts/logout/")
    attack(cara.email, 5)
    assert "too many tries" in sign_in(client, cara.email, where=ATTACKER).content.decode()
    mark = client.cookies["device"]
    assert mark["httponly"]
    assert "dora" not in mark.value


def test_limits_hold_while_the_cache_is_away(
    larkshire: Authority, cara: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for method in ("add", "incr"):
        monkeypatch.setattr(cache, method, lambda *args, **kwargs: False)
    cache.clear()
    assert attack(cara.email, 8) == rules.GUESSES_OF_CLIENT.free
    assert sign_in(Client(), cara.email).status_code == 302
    assert settings.ACCOUNT_RATE_LIMITS is False


@pytest.mark.parametrize("page", ["login/code/", "password/reset/"])
def test_emails_to_an_address_that_anybody_types_are_bounded(
    page: str, larkshire: Authority, cara: User
) -> None:
    """S3. The same for an address that has an account and for one that has none."""
    for address in (cara.email, "stranger@elsewhere.example"):
        mail.outbox.clear()
        answers = [
            Client().post(f"/larkshire/accounts/{page}", {"email": address}, REMOTE_ADDR=ATTACKER)
            for _ in range(6)
        ]
        assert len(mail.outbox) == rules.EMAILS_OF_CLIENT.free
        assert [answer.status_code for answer in answers].count(429) == 3
        assert "Wait" in answers[-1].content.decode()
        assert int(answers[-1]["Retry-After"]) > 0
        for number in range(10):
            Client().post(
                f"/larkshire/accounts/{page}", {"email": address}, REMOTE_ADDR=f"203.0.113.{100 + number}"
            )
        assert len(mail.outbox) <= rules.EMAILS_TO_ADDRESS.free


def test_a_known_browser_gets_its_code_while_strangers_ask(larkshire: Authority, cara: User) -> None:
    owner = Client()
    sign_in(owner, cara.email)
    owner.post("/larkshire/accounts/logout/")
    for number in range(10):
        Client().post(
            "/larkshire/accounts/login/code/", {"email": cara.email}, REMOTE_ADDR=f"203.0.113.{number + 1}"
        )
    mail.outbox.clear()
    owner.post("/larkshire/accounts/login/code/", {"email": cara.email}, REMOTE_ADDR=HOME)
    assert [message.to for message in mail.outbox] == [[cara.email]]


def test_the_password_typed_to_change_it_is_not_guessed_without_end(
    larkshire: Authority, cara: User, browse: Browse
) -> None:
    client = Client()
    sign_in(client, cara.email)
    sent = {"oldpassword": "wrong", "password1": "another long phrase", "password2": "another long phrase"}
    answers = [client.post("/larkshire/accounts/password/change/", sent).status_code for _ in range(12)]
    assert answers.count(429) == 12 - rules.PASSWORD_CHANGES.free


AT = datetime(2026, 9, 1, 9, 0, tzinfo=timezone.get_fixed_timezone(0))
limits = st.builds(
    Limit,
    free=st.integers(1, 5),
    first_wait=st.integers(1, 30),
    max_wait=st.integers(30, 90),
    forget_after=st.integers(100, 500),
)


@given(limit=limits, gaps=st.lists(st.integers(0, 200), max_size=12))
def test_the_database_waits_as_the_rule_says(limit: Limit, gaps: list[int]) -> None:
    forget("kind", "x")
    at, number, last = AT, 0, AT
    for gap in gaps:
        at += timedelta(seconds=gap)
        if (at - last).total_seconds() > limit.forget_after:
            number = 0
        left = max(0, limit.wait_after(number) - int((at - last).total_seconds())) if number else 0
        assert wait(limit, "kind", "x", at=at) == left
        assert take(limit, "kind", "x", at=at) == left
        if left == 0:
            number, last = number + 1, at


@given(st.integers(0, 10**6))
def test_a_limit_slows_down_and_never_shuts_out(number: int) -> None:
    for limit in (rules.GUESSES_OF_CLIENT, rules.GUESSES_OF_DEVICE, rules.GUESSES_AT_ADDRESS):
        assert 0 <= limit.wait_after(number) <= PROMISE


def test_old_counts_are_removed() -> None:
    take(rules.GUESSES_OF_CLIENT, "old", at=AT)
    take(rules.GUESSES_OF_CLIENT, "new", at=AT + timedelta(days=3))
    assert clear_counts(before=AT + timedelta(days=1)) == 1
    assert AttemptCount.objects.count() == 1


def test_a_count_holds_no_address() -> None:
    Guess("password", "cara@larkshire.example", Visitor(HOME)).begin(at=AT)
    count = AttemptCount.objects.get()
    assert re.fullmatch(r"[0-9a-f]{64}", count.key)
    assert hashed("Cara@Larkshire.example ") == hashed("cara@larkshire.example")
    with_other_key = hashed("cara@larkshire.example")
    with override_settings(KEYS={**settings.KEYS, "addresses": ["another"]}):
        assert hashed("cara@larkshire.example") != with_other_key


@pytest.mark.django_db(transaction=True)
def test_of_many_guesses_at_once_no_more_are_let_through(larkshire: Authority) -> None:
    def guess() -> None:
        if take(rules.GUESSES_OF_CLIENT, "password", "client", ATTACKER, "cara", at=AT):
            raise ValidationError("wait")

    results = at_once(larkshire, [guess] * 8)
    assert results.count("done") == rules.GUESSES_OF_CLIENT.free
