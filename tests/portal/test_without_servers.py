"""With cache and broker away, every page works and every change commits (F2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from celery import current_app
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client, RequestFactory, override_settings

from accounts.models import Authority, User
from accounts.selectors import authority_by_slug, authority_cache_key
from accounts.services.authorities import change_authority
from core.broker import ask_now, broker_breaker
from core.cache import cache_breaker
from core.scoping import authority_scope
from core.views import server_error
from documents.models import OutboxMessage
from documents.services.outbox import enqueue

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db
AWAY = {"default": {"BACKEND": "core.cache.SoftRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}


@pytest.fixture
def no_servers() -> Iterator[None]:
    current_app.conf.task_always_eager = False
    with override_settings(CACHES=AWAY):
        yield
    current_app.conf.task_always_eager = True
    for breaker in (cache_breaker, broker_breaker):
        breaker.close()


@pytest.mark.parametrize(
    "address",
    ["/", "/health/web/", "/health/database/", "/accounts/login/", "/larkshire/accounts/login/"],
)
def test_pages_of_anybody(no_servers: None, client: Client, larkshire: Authority, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", ["amina", "maya", "fred", "quinn", "sam"])
def test_home_of_each_role(
    no_servers: None, request: pytest.FixtureRequest, browse: Browse, name: str
) -> None:
    assert browse(request.getfixturevalue(name)).get("/larkshire/").status_code == 200


def test_the_public_page(no_servers: None, client: Client, larkshire: Authority, maya: User) -> None:
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"public_page": True})
    assert client.get("/larkshire/public/").status_code == 200


def test_the_sign_of_life_of_the_worker_is_missing(no_servers: None, client: Client) -> None:
    assert client.get("/health/worker/").status_code == 503


@pytest.mark.django_db(transaction=True)
def test_a_change_of_the_authority_commits(no_servers: None, larkshire: Authority, maya: User) -> None:
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"team_name": "Under fives team"})
    larkshire.refresh_from_db()
    assert larkshire.team_name == "Under fives team"


@pytest.mark.django_db(transaction=True)
def test_a_message_waits_for_the_broker(no_servers: None, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        enqueue("leadership.check_leaders", slot="later")
    assert OutboxMessage.objects.get().sent_at is None
    assert broker_breaker.is_open
    assert ask_now("documents.relay_outbox") is False


def test_an_authority_comes_from_the_cache_as_plain_values(
    larkshire: Authority, django_assert_num_queries: Any
) -> None:
    first = authority_by_slug("larkshire")
    with django_assert_num_queries(0):
        again = authority_by_slug("larkshire")
    assert again == first == larkshire
    assert [getattr(again, field.attname) for field in Authority._meta.concrete_fields] == [
        getattr(first, field.attname) for field in Authority._meta.concrete_fields
    ]
    assert type(cache.get(authority_cache_key("larkshire"))) is dict


@pytest.mark.parametrize("values", [None, 7, "text", [], {}, {"id": 1}, {"slug": "larkshire", "more": 1}])
def test_values_of_another_version_are_read_again(larkshire: Authority, values: Any) -> None:
    cache.set(authority_cache_key("larkshire"), values)
    assert authority_by_slug("larkshire") == larkshire


@pytest.mark.parametrize(
    "slug", ["health", "static", "accounts", "a\0b", "\0", "Lark", "a" * 41, "a/b", "é", "a\n"]
)
def test_what_is_no_address_of_an_authority_is_not_looked_up(
    db: None, django_assert_num_queries: Any, slug: str
) -> None:
    with django_assert_num_queries(0):
        assert authority_by_slug(slug) is None


def test_a_database_that_was_restarted_is_told_once(rf: RequestFactory) -> None:
    try:
        raise OperationalError("terminating connection due to administrator command")
    except OperationalError:
        response = server_error(rf.get("/"))
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert b"not available for a moment" in response.content
    assert b"administrator" not in response.content
