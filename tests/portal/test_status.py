"""The operator's page (F16): the state of the service, to operators alone, without any authority's content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.models import Backup, Job
from documents.rules import State
from portal.selectors.status import platform_status
from portal.views.health import WORKER_SIGN

Browse = Callable[[User | None], Client]


@pytest.fixture
def operator(sam: User) -> User:
    sam.is_platform_operator = True
    sam.save()
    return sam


def backup(hours_ago: int) -> Backup:
    from django.db import connection

    with connection.cursor() as cursor:  # the backup writes as the owner
        cursor.execute("RESET ROLE")
        made = Backup.objects.create(
            ended_at=timezone.now() - timedelta(hours=hours_ago), name="a", size=2048
        )
        cursor.execute("SET ROLE eyc_app")
    return made


def test_only_operators_find_it(browse: Browse, larkshire: Authority, maya: User, amina: User) -> None:
    for person in (maya, amina):
        assert browse(person).get("/status/").status_code == 404
    answer = browse(None).get("/status/")
    assert (answer.status_code, answer["Location"].startswith("/accounts/login/")) == (302, True)


def test_an_operator_proves_a_second_factor_in_this_session(operator: User, larkshire: Authority) -> None:
    client = Client()
    client.force_login(operator, backend="accounts.backends.SignIn")
    answer = client.get("/status/")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/2fa/reauthenticate/?next=/status/")


def test_it_says_what_is_late_stuck_and_failed(
    browse: Browse, operator: User, larkshire: Authority, marlshire: Authority
) -> None:
    now = timezone.now()
    with authority_scope(larkshire):
        Job.objects.create(kind="k", title="Secret title", created_at=now - timedelta(hours=1))
        Job.objects.create(kind="k", title="t", created_at=now, ended_at=now, state=State.FAILED)
        old = now - timedelta(days=30)
        Job.objects.create(kind="k", title="t", created_at=old, ended_at=old, state=State.FAILED)
    status = platform_status(at=now, worker_sign=None)
    assert [(a.name, a.running, a.stuck, a.failed) for a in status.authorities] == [
        ("Larkshire", 0, 1, 1),
        ("Marlshire", 0, 0, 0),
    ]
    page = browse(operator).get("/status/").content.decode()
    assert "No sign of a worker" in page
    assert "None yet" in page
    assert "Late" in page
    assert "Secret title" not in page


def test_all_is_well(browse: Browse, operator: User, larkshire: Authority) -> None:
    cache.set(WORKER_SIGN, timezone.now().timestamp())
    backup(hours_ago=3)
    page = browse(operator).get("/status/").content.decode()
    assert "Running" in page
    assert "2.0" in page
    assert "Late" not in page


@pytest.mark.parametrize(("hours", "late"), [(3, False), (26, False), (27, True)])
def test_a_backup_is_late_after_a_day(larkshire: Authority, hours: int, late: bool) -> None:
    made = backup(hours_ago=0)
    assert platform_status(at=made.ended_at + timedelta(hours=hours), worker_sign=None).backup_is_late is late


def test_queries_grow_with_authorities_alone(
    browse: Browse, operator: User, larkshire: Authority, marlshire: Authority, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(5 + 2 * 6):
        platform_status(at=timezone.now(), worker_sign=None)
