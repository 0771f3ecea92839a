"""A statement that is planned once answers as one that is planned each time: for every kind of value, and under
the row-level security of the moment (decision 0062).
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import psycopg2
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority
from core.postgres.plans import Planned, PlanningConnection, PlanningCursor
from core.scoping import authority_scope
from providers.models import Provider
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db
#: PostgreSQL plans for the values of the first five runnings, and for any from then on.
RUNNINGS = 8
TYPED = Planned.of("SELECT (%s), (%s)", ("", "told"))


def run(sql: str, values: Any = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


@pytest.fixture
def no_plans() -> None:
    """As on a connection that has planned nothing."""
    connection.ensure_connection()
    for name in connection.connection.plans.values():
        with connection.cursor() as cursor:
            cursor.execute(f"DEALLOCATE {name}")
    connection.connection.plans.clear()


@pytest.mark.parametrize(
    "value",
    [
        5,
        2**40,
        date(2026, 11, 30),
        datetime(2026, 11, 30, 9, 30, tzinfo=UTC),
        "O’Neill’s 100% \\ \"place\" 'x' $1 %s",
        Decimal("3.50"),
        None,
        [],
        [7],
        [7, 8],
        [7, 8, 9],
    ],
)
def test_values_come_back_as_from_a_statement_without_a_plan(value: Any) -> None:
    statement = Planned.of(
        "SELECT (%s)::int, %s::text, " + ("%s::bigint[]" if isinstance(value, list) else "%s"),
        ("", "", "told"),
    )
    if isinstance(value, Decimal):
        statement = Planned.of("SELECT (%s)::int, %s::text, %s::numeric", ("", "", "told"))
    constants = [3, "100% of $1"]
    for _ in range(RUNNINGS):
        assert run(statement, [*constants, value]) == run(str(statement), [*constants, value])


def test_each_number_of_ids_finds_its_rows(larkshire: Authority) -> None:
    with authority_scope(larkshire):
        ids = sorted(provider.pk for provider in ProviderFactory.create_batch(3))
        statement = Planned.named(
            "SELECT id FROM providers_provider WHERE id = ANY (%(ids)s) OR id = ANY (%(others)s) ORDER BY id"
        )
        for _ in range(RUNNINGS):
            for chosen in ([], ids[:1], ids[1:], ids):
                for others in ([], ids[:1]):
                    found = run(statement, statement.values({"ids": chosen, "others": others}))
                    assert [pk for (pk,) in found] == sorted({*chosen, *others})


def test_a_plan_reads_under_the_row_level_security_of_the_moment(
    larkshire: Authority, marlshire: Authority, no_plans: None
) -> None:
    """The statement asks for everything: what it gives is the authority's in scope, whoever's plan it runs
    by.
    """
    statement = Planned.of("SELECT id FROM providers_provider", ())
    rows: dict[int, set[int]] = {}
    for authority, number in ((larkshire, 3), (marlshire, 2)):
        with authority_scope(authority):
            ProviderFactory.create_batch(number)
            rows[authority.pk] = set(Provider.objects.values_list("pk", flat=True))
    assert not rows[larkshire.pk] & rows[marlshire.pk]
    for _ in range(RUNNINGS):
        for authority in (larkshire, marlshire):
            with authority_scope(authority):
                assert {pk for (pk,) in run(statement)} == rows[authority.pk]
        assert run(statement) == []  # no authority in scope
    assert run("SELECT count(*) FROM pg_prepared_statements") == [(1,)]
    (generic,) = run("SELECT generic_plans FROM pg_prepared_statements")[0]
    assert generic > RUNNINGS


def test_rows_written_after_a_plan_was_made_are_found(larkshire: Authority) -> None:
    statement = Planned.named("SELECT count(*) FROM providers_provider WHERE first_listed_on <= %(on)s")
    with authority_scope(larkshire):
        before = run(statement, [date(2030, 1, 1)])[0][0]
        for number in range(1, RUNNINGS):
            ProviderFactory(first_listed_on=date(2026, 1, 1))
            assert run(statement, [date(2030, 1, 1)]) == [(before + number,)]


def test_a_plan_outlives_the_transaction_that_made_it(no_plans: None) -> None:
    with transaction.atomic():
        assert run(TYPED, [1, 2]) == [(1, 2)]
        transaction.set_rollback(True)
    assert run(TYPED, [1, 3]) == [(1, 3)]
    assert run("SELECT count(*) FROM pg_prepared_statements") == [(1,)]


def test_a_statement_that_cannot_be_planned_is_refused_and_tried_anew(no_plans: None) -> None:
    wrong = Planned.named("SELECT nothing_of_the_kind FROM providers_provider WHERE id = %(pk)s")
    for _ in range(2):
        with pytest.raises(Exception, match="nothing_of_the_kind"), transaction.atomic():
            run(wrong, [1])


def test_what_is_captured_is_the_statement_with_its_values() -> None:
    """Tests that count and read SQL see what they saw without plans."""
    with CaptureQueriesContext(connection) as queries:
        run(TYPED, [1, date(2026, 11, 30)])
    assert [query["sql"] for query in queries.captured_queries] == ["SELECT (1), ('2026-11-30'::date)"]


def test_as_many_names_as_places() -> None:
    with pytest.raises(ValueError, match="2 names"):
        Planned.of("SELECT %s, 100 %% 7", ("a", "b"))


# --- behind a pooler ----------------------------------------------------------------------------------------


@contextmanager
def between(folder: Any) -> Iterator[dict[str, Any]]:
    """Where a client reaches the server of the tests through something that tells another process id, as
    poolers do, which make up the key by which a client cancels its query.
    """
    server = connection.get_connection_params()
    port = int(server.get("port") or 5432)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / f".s.PGSQL.{port}"))
    listening.listen(1)

    def forward(source: socket.socket, target: socket.socket, *, changes: bool) -> None:
        while data := source.recv(65536):
            target.sendall(with_other_process(data) if changes else data)
        target.shutdown(socket.SHUT_WR)

    def serve() -> None:
        client, _address = listening.accept()
        with client, socket.socket(socket.AF_UNIX) as upstream:
            upstream.connect(f"{server['host']}/.s.PGSQL.{port}")
            back = threading.Thread(target=forward, args=(upstream, client), kwargs={"changes": True})
            back.start()
            forward(client, upstream, changes=False)
            back.join()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield {**server, "host": str(folder)}
    finally:
        thread.join(10)
        listening.close()


def with_other_process(data: bytes) -> bytes:
    """BackendKeyData: "K", its length of twelve, the process, a secret."""
    head = b"K\x00\x00\x00\x0c"
    before, found, after = data.partition(head)
    return before + found + b"\x00\x00\x00\x01" + after[4:] if found else data


def test_behind_a_pooler_nothing_is_planned(tmp_path_factory: pytest.TempPathFactory) -> None:
    connection.ensure_connection()
    direct = psycopg2.connect(**connection.get_connection_params())
    with between(tmp_path_factory.mktemp("p")) as params:
        pooled = psycopg2.connect(**params)
        try:
            assert isinstance(direct, PlanningConnection)
            assert isinstance(pooled, PlanningConnection)
            assert pooled.info.backend_pid == 1
            for each, kept in ((direct, 1), (pooled, 0)):
                with each.cursor() as cursor:
                    assert isinstance(cursor, PlanningCursor)
                    for number in range(RUNNINGS):
                        cursor.execute(TYPED, [1, number])
                        assert cursor.fetchall() == [(1, number)]
                    cursor.execute("SELECT count(*) FROM pg_prepared_statements")
                    assert cursor.fetchone() == (kept,)
        finally:
            pooled.close()
            direct.close()
