"""The map of the pages, walked once for the tests of a module, and a client of each role for single jobs."""

from __future__ import annotations

from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def site_map(stage: Stage) -> SiteMap:
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

    crawler = Crawler(stage.here.slug, stage.here.rows, {**ENDPOINTS, **ADMIN}, ask, stage.rows)
    with collected_texts(), people.in_use():
        for role in WALKERS:
            crawler.walk(role)
    return crawler.map
