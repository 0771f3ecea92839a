"""O7: the rows that a comparison leaves behind are what is loaded, as
long as reading the file again would give the same.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.models import ImportRun, PlannedRow
from ofsted.services import runs
from ofsted.services.staging import TABLES, Staged, clear_staging, count_staged
from providers.models import Provider
from tests.ofsted.files import graded, make_file, row
from tests.ofsted.test_loads import Browse, load, setting, the_run, upload

pytestmark = pytest.mark.django_db(transaction=True)  # the outbox sends its tasks once it is certain


class Reader:
    """Counts how often a file is read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        self._read = runs.read_file
        monkeypatch.setattr(runs, "read_file", self)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.times += 1
        return self._read(*args, **kwargs)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(monkeypatch)


def staged(authority: Authority) -> Staged:
    with authority_scope(authority):
        return count_staged()


def names(authority: Authority) -> list[str]:
    with authority_scope(authority):
        return sorted(Provider.objects.values_list("name", flat=True))


def confirm(client: Any, authority: Authority, run: ImportRun | None = None) -> str:
    run = run or the_run(authority)
    client.post(f"/larkshire/ofsted/files/{run.pk}/", {"many_gone": "on"})
    with authority_scope(authority):
        run.refresh_from_db()
    return run.state


def test_what_was_compared_is_loaded_without_reading_the_file_again(
    larkshire: Authority, amina: User, browse: Browse, reader: Reader
) -> None:
    load(larkshire, setting("EY100001", name="Acorns"), setting("EY100003"))
    changed = row("EY100001", name="Oaks", **graded("full", "12/05/2021", "2"))
    upload(browse(amina), make_file("2021-08", [changed, setting("EY100002", name="Bees")]))
    assert staged(larkshire) == (2, 1, 1)
    assert confirm(browse(amina), larkshire) == "loaded"
    assert reader.times == 1
    assert names(larkshire)[:2] == ["Bees", "Oaks"]
    with authority_scope(larkshire):
        assert Provider.objects.filter(unlisted_since__isnull=False).count() == 1
        assert Provider.objects.get(urn="EY100001").inspections.count() == 1
    assert staged(larkshire) == (0, 0, 0)
    assert the_run(larkshire).staged is None


def test_after_a_crash_the_file_is_read_again(
    larkshire: Authority, amina: User, browse: Browse, reader: Reader
) -> None:
    upload(browse(amina), make_file("2021-08", [setting("EY100001", name="Oaks")]))
    with authority_scope(larkshire):
        clear_staging()  # as an unlogged table is after a crash
    assert (confirm(browse(amina), larkshire), reader.times) == ("loaded", 2)
    assert names(larkshire) == ["Oaks"]
    assert staged(larkshire) == (0, 0, 0)


def test_after_another_load_the_file_is_read_again(
    larkshire: Authority, amina: User, browse: Browse, reader: Reader
) -> None:
    first, second = setting("EY100001", name="Acorns"), setting("EY100002", name="Bees")
    load(larkshire, first, second)
    upload(browse(amina), make_file("2021-08", [{**first, "name": "Oaks"}, second]))
    run = the_run(larkshire)
    load(larkshire, first, {**second, "name": "Wasps"})
    assert (confirm(browse(amina), larkshire, run), reader.times) == ("ready", 2)
    assert "changed since you looked" in run.problem
    with authority_scope(larkshire):
        assert set(PlannedRow.objects.filter(run=run).values_list("name", flat=True)) == {"Oaks", "Bees"}
    assert (confirm(browse(amina), larkshire, run), reader.times) == ("loaded", 2)
    assert names(larkshire) == ["Bees", "Oaks"]


def test_a_setting_deleted_meanwhile_is_noticed(
    larkshire: Authority, amina: User, browse: Browse, reader: Reader
) -> None:
    first, second = setting("EY100001", name="Acorns"), setting("EY100002", name="Bees")
    load(larkshire, first, second)
    upload(browse(amina), make_file("2021-08", [{**first, "name": "Oaks"}, second]))
    with authority_scope(larkshire):
        Provider.objects.get(urn="EY100002").delete()
    assert (confirm(browse(amina), larkshire), reader.times) == ("ready", 2)
    assert the_run(larkshire).counts["new"] == 1


def test_the_staging_is_the_newest_comparison_s(
    larkshire: Authority, amina: User, browse: Browse, reader: Reader
) -> None:
    client = browse(amina)
    upload(client, make_file("2021-08", [setting("EY100001", name="Acorns")]))
    earlier = the_run(larkshire).pk
    upload(client, make_file("2021-08", [setting("EY100001", name="Oaks")]))
    client.post(f"/larkshire/ofsted/files/{earlier}/")
    assert (names(larkshire), reader.times) == (["Acorns"], 3)


def test_putting_aside_deletes_the_staged_rows(larkshire: Authority, amina: User, browse: Browse) -> None:
    upload(browse(amina), make_file("2021-08", [setting("EY100001")]))
    browse(amina).post(f"/larkshire/ofsted/files/{the_run(larkshire).pk}/discard/")
    assert (staged(larkshire), the_run(larkshire).staged) == ((0, 0, 0), None)


def test_a_row_refused_for_its_future_date_is_read_again_on_another_day(
    larkshire: Authority, amina: User, browse: Browse, reader: Reader
) -> None:
    rows = [setting("EY100001", name="Acorns"), row("EY100002", **graded("full", "12/05/2098", "2"))]
    upload(browse(amina), make_file("2021-08", rows))
    run = the_run(larkshire)
    assert run.staged is not None
    assert run.staged["day"] is not None
    with authority_scope(larkshire):
        run.staged["day"] = "2020-01-01"
        run.save()
    assert (confirm(browse(amina), larkshire), reader.times) == ("loaded", 2)


def test_another_authority_sees_no_staged_row(
    larkshire: Authority, marlshire: Authority, amina: User, browse: Browse
) -> None:
    upload(browse(amina), make_file("2021-08", [setting("EY100001")]))
    assert staged(larkshire).settings == 1
    with authority_scope(marlshire), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM {}_copied",
        "DELETE FROM {}_copied",
        "UPDATE {}_copied SET urn = ''",
        "INSERT INTO {}_copied (authority_id, urn) VALUES (1, 'EY100001')",
    ],
)
def test_the_application_may_only_copy_into_the_partition(larkshire: Authority, statement: str) -> None:
    for table in TABLES:
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with authority_scope(larkshire), connection.cursor() as cursor, refused, transaction.atomic():
            cursor.execute(statement.format(table))
