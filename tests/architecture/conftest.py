"""Two authorities with a row behind every endpoint, and everybody
signed in: built once a module, rolled back after it.

Each request runs in a savepoint that is rolled back, so a POST that succeeds leaves nothing behind.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, override_settings

from tests.architecture.authorities import AuthorityWithRows, build_authority
from tests.architecture.people import PeopleReadOnce
from tests.architecture.questions import FOREIGN_OFFICER, SIGNED_OUT, UNPROVED
from tests.cast import sign_in
from tests.savepoints import savepoints_wait


@dataclass(frozen=True, slots=True)
class TwoAuthorities:
    own: AuthorityWithRows
    other: AuthorityWithRows
    clients: dict[str, Client]
    people: PeopleReadOnce

    def ask(
        self,
        role: str,
        method: str,
        path: str,
        at_the_end: Callable[[Any], None] = lambda response: None,
        **sent: Any,
    ) -> Any:
        """The response, with its stream read. Nothing is left: neither rows nor the client's cookies.

        ``at_the_end`` is called with the response where the request would be committed.
        """
        client = self.clients[role]
        cookies = client.cookies.output(header="", sep=";")
        with transaction.atomic(), self.people.request(method):
            response = getattr(client, method)(path, **sent)
            if response.streaming:
                response.text_of_stream = b"".join(response.streaming_content)
            at_the_end(response)
            transaction.set_rollback(True)
        if response.cookies:
            client.cookies = SimpleCookie(cookies)
        return response


@pytest.fixture(scope="module")
def two_authorities(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TwoAuthorities]:
    mail = tmp_path_factory.mktemp("endpoints") / "mail"
    with (
        django_db_blocker.unblock(),
        on_stage(lambda: (build_authority("Larkshire"), build_authority("Marlshire")), mail) as both,
    ):
        yield both


@contextmanager
def on_stage(
    build: Callable[[], tuple[AuthorityWithRows, AuthorityWithRows]], mail: Path
) -> Iterator[TwoAuthorities]:
    """What ``build`` makes, with everybody signed in, until the block ends."""
    people = PeopleReadOnce()
    demonstration = override_settings(
        DEMONSTRATION=True,
        MAIL_ROOT=mail,
        EMAIL_BACKEND="core.mail.MaildirBackend",
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    with demonstration, rolled_back(), quiet_log(), people.in_use():
        cache.clear()
        own, other = build()
        both = TwoAuthorities(own, other, _clients(own, other), people)
        connection.check_constraints()  # deferred ones would be checked anew at the end of each test
        with savepoints_wait():
            yield both


def _clients(own: AuthorityWithRows, other: AuthorityWithRows) -> dict[str, Client]:
    foreign = {f"{role} of the other authority": person for role, person in other.people.items()}
    clients = {SIGNED_OUT: Client(raise_request_exception=False)}
    for role, person in {**own.people, **foreign}.items():
        clients[role] = Client(raise_request_exception=False)
        sign_in(clients[role], person)
    for role, unproved in UNPROVED.items():
        clients[unproved] = Client(raise_request_exception=False)
        sign_in(clients[unproved], own.people[role], proved=False)
    assert FOREIGN_OFFICER in clients
    return clients


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


@contextmanager
def quiet_log() -> Iterator[None]:
    """Without the line of each request; warnings and errors are still shown."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
