"""The mechanism of tests/staging.py: nothing passes from one test to the next, in whatever order they run.

The pairs do the same: change instances and rows, having seen that nobody has changed them before.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.signals import request_finished
from django.db import IntegrityError, connection, transaction

from accounts.models import Authority, User
from core.scoping import authority_id_or_none, authority_scope
from providers.models import District
from tests.factories.providers import DistrictFactory
from tests.staging import Stage, around_layers, staged

BUILT: list[str] = []
SEEN: set[int] = set()


@staged
def north(in_larkshire: Authority) -> District:
    """Built with Larkshire in scope."""
    BUILT.append("north")
    mail.outbox = [*getattr(mail, "outbox", []), mail.EmailMessage("Built")]
    return DistrictFactory(name="North")


@staged
def renamed(north: District, in_larkshire: Authority) -> District:
    """The same instance, changed by the layer above."""
    north.name = "Northern"
    north.save()
    return north


@around_layers
def in_marlshire(marlshire: Authority) -> Any:
    with authority_scope(marlshire):
        yield marlshire


@staged
def south(in_marlshire: Authority) -> District:
    return DistrictFactory(name="South")


@pytest.mark.parametrize("turn", [1, 2])
def test_rows_and_instances_are_new_for_each_test(turn: int, larkshire: Authority, north: District) -> None:
    assert (north.name, list(District.objects.values_list("name", flat=True))) == ("North", ["North"])
    north.name = "Changed"
    north.save()
    DistrictFactory(name="East")
    larkshire.name = "Changed"
    with pytest.raises(IntegrityError), transaction.atomic():
        DistrictFactory(pk=north.pk)


@pytest.mark.parametrize("turn", [1, 2])
def test_a_layer_is_built_once(turn: int, north: District) -> None:
    SEEN.add(len(BUILT))
    assert len(SEEN) == 1


def test_what_a_layer_changes_is_seen_by_all_who_hold_the_instance(
    renamed: District, north: District
) -> None:
    assert renamed is north
    assert District.objects.get().name == north.name == "Northern"


def test_the_layer_of_another_test_is_not_there(larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        assert not District.objects.exists()
    assert User.objects.get() == amina


def test_scopes_are_left_after_building(
    north: District, larkshire: Authority, in_larkshire: Authority
) -> None:
    assert authority_id_or_none() == larkshire.pk


def test_each_layer_in_its_own_scope(south: District, marlshire: Authority) -> None:
    assert south.authority_id == marlshire.pk == authority_id_or_none()


def test_no_scope_is_left_to_a_test_without_one(amina: User) -> None:
    assert authority_id_or_none() is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.authority_id', true)")
        assert cursor.fetchone()[0] in ("", None)


@pytest.mark.parametrize("turn", [1, 2])
def test_emails_of_a_layer_are_in_no_test(turn: int, north: District) -> None:
    assert mail.outbox == []
    mail.send_mail("Of a test", "", None, ["amina@larkshire.example"])


@pytest.mark.parametrize("turn", [1, 2])
def test_what_is_to_be_done_at_commit_is_captured(
    turn: int,
    amina: User,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[Any]]],
) -> None:
    done: list[int] = []
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        transaction.on_commit(lambda: done.append(turn))
    assert (done, len(callbacks)) == ([turn], 1)
    transaction.on_commit(lambda: pytest.fail("the test has ended"))


@pytest.mark.parametrize("turn", [1, 2])
def test_a_broken_transaction_ends_with_its_test(turn: int, amina: User) -> None:
    with pytest.raises(IntegrityError):
        User.objects.create(email=amina.email)
    transaction.set_rollback(True)


@pytest.mark.parametrize("turn", [1, 2])
def test_the_end_of_a_request_leaves_the_connection(turn: int, amina: User) -> None:
    request_finished.send(object)
    assert User.objects.get() == amina


@pytest.mark.parametrize("turn", [1, 2])
def test_a_durable_block_is_allowed(turn: int, larkshire: Authority) -> None:
    with transaction.atomic(durable=True):
        Authority.objects.filter(pk=larkshire.pk).update(name="Changed")


@pytest.mark.own_rows
def test_own_rows_are_built_for_one_test(
    north: District, staged_values: dict[str, Any], stage_of_module: Stage
) -> None:
    assert (staged_values, stage_of_module.layers) == ({}, [])
    assert north.name == "North"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_commits_starts_with_nothing_and_leaves_nothing(turn: int, stage_of_module: Stage) -> None:
    assert stage_of_module.layers == []
    assert not connection.in_atomic_block
    assert not Authority.objects.exists()
    Authority.objects.create(name="Larkshire", slug="larkshire")


@pytest.mark.django_db(transaction=True)
def test_fixtures_of_a_test_that_commits_are_committed(amina: User, larkshire: Authority) -> None:
    connection.close()
    assert User.objects.get() == amina


@pytest.mark.django_db
def test_migrations_alone_remain(now: datetime) -> None:
    assert not Authority.objects.exists()
    assert Permission.objects.exists()
    assert datetime.now(tz=UTC).year == now.year


@pytest.fixture
def now() -> datetime:
    return datetime.now(tz=UTC)
