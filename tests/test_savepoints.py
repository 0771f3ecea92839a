"""The mechanism of tests/savepoints.py: what waits is said in its place, and nothing is said of what was
empty.
"""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority
from providers.models import District
from tests.factories.providers import DistrictFactory
from tests.savepoints import WaitingConnection, WaitingCursor, can_wait, joined_by

BEGIN, RELEASE, BACK = (
    f'{word} "s1_x1"' for word in ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
)
INNER = 'SAVEPOINT "s1_x2"'
SCOPE = "SET LOCAL app.authority_id = '7'; SET LOCAL pghistory.context_metadata = '{\"user\": 3}'"
NO_SCOPE = "SET LOCAL app.authority_id = ''"


@pytest.mark.parametrize("statement", [BEGIN, RELEASE, BACK, SCOPE, NO_SCOPE])
def test_what_has_no_answer_can_wait(statement: str) -> None:
    assert can_wait(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        f"{BEGIN}; SELECT 1",
        "SET LOCAL app.authority_id = '7'; DELETE FROM x",
        b"SAVEPOINT x",
        "SET ROLE x",
    ],
)
def test_anything_else_is_said_at_once(statement: object) -> None:
    assert not can_wait(statement)


@pytest.mark.parametrize(
    ("waiting", "statement", "joined"),
    [
        ([], BEGIN, [BEGIN]),
        ([], RELEASE, [RELEASE]),
        ([], BACK, [BACK]),
        ([BEGIN], RELEASE, []),
        ([BEGIN], BACK, [BEGIN]),
        ([BEGIN, SCOPE], RELEASE, [SCOPE]),
        ([BEGIN, SCOPE, INNER], BACK, [BEGIN]),
        ([INNER], BACK, [INNER, BACK]),
        ([BACK], RELEASE, [BACK, RELEASE]),
        ([BACK, RELEASE], BEGIN, [BACK, RELEASE, BEGIN]),
    ],
)
def test_what_waits(waiting: list[str], statement: str, joined: list[str]) -> None:
    assert joined_by(waiting, statement) == joined


@pytest.mark.django_db
def test_the_log_shows_each_statement_in_its_place(larkshire: Authority) -> None:
    with (
        CaptureQueriesContext(
            connection,
        ) as captured,
        transaction.atomic(),
    ):
        assert Authority.objects.filter(pk=larkshire.pk).exists()
    words = [query["sql"].split()[0] for query in captured]
    assert words == ["SAVEPOINT", "SELECT", "RELEASE"]


@transaction.atomic
def rename_and_break(district: District) -> None:
    District.objects.filter(pk=district.pk).update(name="Lost")
    District.objects.create(pk=district.pk, name="The same number")


@pytest.mark.django_db
def test_savepoints_undo_and_keep_as_ever(in_larkshire: Authority) -> None:
    kept = DistrictFactory(name="Kept")
    with pytest.raises(IntegrityError):
        rename_and_break(kept)
    with transaction.atomic():
        with transaction.atomic():
            DistrictFactory(name="Undone")
            transaction.set_rollback(True)
        DistrictFactory(name="Inside")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM providers_district WHERE name = %s OR name = %s", ["Kept", "Inside"])
        assert cursor.rowcount == 2
    assert sorted(District.objects.values_list("name", flat=True).iterator()) == ["Inside", "Kept"]


@pytest.mark.django_db
def test_they_wait_in_a_test_that_is_rolled_back() -> None:
    with transaction.atomic():
        assert isinstance(connection.connection, WaitingConnection)
        assert connection.connection.waiting[-1].startswith("SAVEPOINT")
        with connection.cursor() as cursor:
            assert isinstance(cursor.cursor, WaitingCursor)
            cursor.execute("SELECT 1")
        assert connection.connection.waiting == []


@pytest.mark.django_db(transaction=True)
def test_they_do_not_wait_in_a_test_that_commits() -> None:
    with connection.cursor() as cursor:
        assert not isinstance(cursor.cursor, WaitingCursor)
