"""The map of the pages, walked once for the tests of a module, and a client of each role for single jobs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings

from tests.architecture.conftest import quiet_log, rolled_back
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.people import PeopleReadOnce
from tests.architecture.rendering import collected_texts
from tests.cast import sign_in
from tests.frame.crawling import Crawler, SiteMap
from tests.frame.stage import WALKERS, Stage, build_stage
from tests.savepoints import savepoints_wait


@pytest.fixture(scope="module")
def stage(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    demonstration = override_settings(
        DEMONSTRATION=True,
        MAIL_ROOT=tmp_path_factory.mktemp("frame") / "mail",
        EMAIL_BACKEND="core.mail.MaildirBackend",
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    )
    with demonstration, django_db_blocker.unblock(), rolled_back(), quiet_log():
        cache.clear()
        with savepoints_wait():
            built = build_stage()
            connection.check_constraints()  # deferred ones would be checked anew at the end of each test
            yield built


@dataclass
class Walks:
    """The walk of each role, in the order of ``WALKERS``, made when somebody first asks for it."""

    crawler: Crawler
    people: PeopleReadOnce
    waiting: deque[str] = field(default_factory=lambda: deque(WALKERS))

    def until(self, role: str) -> SiteMap:
        """The map with this role's walk, and those before it: a query is followed by the first role alone."""
        while role in self.waiting:
            with collected_texts(), self.people.in_use():
                self.crawler.walk(self.waiting[0])
            self.waiting.popleft()
        return self.crawler.map


@pytest.fixture(scope="module")
def walks(stage: Stage) -> Walks:
    """What every role is led to. What a page writes by being opened (what was viewed last) stays."""
    people = PeopleReadOnce()
    clients = {role: Client(raise_request_exception=False) for role in WALKERS}
    for role, client in clients.items():
        sign_in(client, stage.here.people[role])

    def ask(role: str, path: str) -> Any:
        with people.request("get"):
            response = clients[role].get(path)
            if response.streaming:
                b"".join(response.streaming_content)  # to its end, which closes the file
        return response

    return Walks(Crawler(stage.here.slug, stage.here.rows, {**ENDPOINTS, **ADMIN}, ask, stage.rows), people)


@pytest.fixture(scope="module")
def site_map(walks: Walks) -> SiteMap:
    """With every role's walk."""
    return walks.until(WALKERS[-1])
