"""O6: row-level security of cases is tighter than of the rest. To whoever has not taken sight, no case exists,
whatever a query forgets (decision 0079).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from accounts.models import Authority, User
from core.grants import PLATFORM_ROLE
from core.isolation.audit import audit_isolation, privileges_of
from core.isolation.operations import COVER
from core.scoping import authority_scope, everything_in_sight, told
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.selectors.sight import SETTING, every_case, take_sight
from leadership.services.cases import assign_case, share_case
from tests.factories.leadership import CaseGrantFactory, UnpublishedOutcomeFactory
from tests.leadership.conftest import NOW, TODAY

pytestmark = pytest.mark.django_db
#: Tables of the app that name no case, each with what they hold.
OF_NO_CASE = {
    "leadership_away", "leadership_awayhistory", "leadership_lettertemplate", "leadership_stepdays",
    "leadership_stepdayshistory", "leadership_supportswitch", "leadership_supportswitchhistory",
    "leadership_sweep",
}  # fmt: skip


def tables() -> dict[str, str]:
    """Every table of the app and the SQL of its cover; none where it is not covered."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, coalesce(pg_get_expr(p.polwithcheck, c.oid), '') FROM pg_class c"
            " LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = %s AND NOT p.polpermissive"
            " WHERE c.relkind = 'r' AND c.relname LIKE 'leadership\\_%%'",
            [COVER],
        )
        return dict(cursor.fetchall())


def seen(sight: str, table: str = "leadership_leadershipcase") -> int:
    with told(SETTING, sight), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def of(user: User, on: date = TODAY) -> str:
    return f"{user.pk} {on:%Y-%m-%d}"


def test_o6_every_table_of_cases_is_covered() -> None:
    covered = {table for table, check in tables().items() if check}
    assert set(tables()) - covered == {
        apps.get_model("leadership", name.removeprefix("leadership_"))._meta.db_table for name in OF_NO_CASE
    }
    assert audit_isolation() == []


def test_o6_without_sight_no_case_exists(case: LeadershipCase, maya: User, amina: User) -> None:
    UnpublishedOutcomeFactory(case=case, recorded_by=maya)
    assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW)
    covered = [table for table, check in tables().items() if check]
    assert {seen("", table) for table in covered} == {0}
    assert seen("all") == 1
    assert seen("all", "leadership_unpublishedoutcome") == 1
    assert seen("all", "leadership_leadershipcase_history") > 0


def test_o6_who_stands_on_the_list_sees_that_case_alone(
    case: LeadershipCase, maya: User, amina: User, fred: User
) -> None:
    other = share_case(case_id=case.pk, reader=amina, by=maya, at=NOW)
    UnpublishedOutcomeFactory(case=case, recorded_by=maya)
    assert [seen(of(person)) for person in (amina, fred, maya)] == [1, 0, 0]
    assert seen(of(amina), "leadership_unpublishedoutcome") == 1
    assert seen(of(amina), "leadership_casegrant") == 1
    assert seen(of(fred), "leadership_casegrant") == 0
    assert seen(of(amina), "leadership_opencasecount") == 0
    assert seen(of(amina, TODAY - timedelta(days=1))) == 0, "not before the first day"
    with every_case():
        CaseGrant.all_dates.filter(pk=other.pk).update(ends_on=TODAY + timedelta(days=2))
    assert [seen(of(amina, TODAY + timedelta(days=days))) for days in (0, 1, 2)] == [1, 1, 0]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO leadership_casegrant (authority_id, user_id, content_object_id, permission_id, starts_on,"
        " is_exceptional) SELECT authority_id, %(user)s, %(case)s, permission_id, starts_on, true"
        " FROM leadership_casegrant LIMIT 1",
        "UPDATE leadership_leadershipcase SET reason = 'Another one' WHERE id = %(case)s",
        "INSERT INTO leadership_opencasecount (authority_id, assigned_to_id, finds_nothing, change)"
        " VALUES (%(authority)s, NULL, false, 1)",
    ],
)
def test_o6_nobody_writes_with_a_persons_sight(
    statement: str, case: LeadershipCase, maya: User, amina: User
) -> None:
    """Not even whoever stands on the list: services write, with the sight of the product's own work."""
    share_case(case_id=case.pk, reader=amina, by=maya, at=NOW)
    facts = {"user": amina.pk, "case": case.pk, "authority": case.authority_id}
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
        told(SETTING, of(amina)),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, facts)
    with told(SETTING, ""), connection.cursor() as cursor:
        cursor.execute("UPDATE leadership_leadershipcase SET reason = 'Another one'")
        assert cursor.rowcount == 0


def test_o6_sight_ends_with_its_block_and_its_scope(
    larkshire: Authority, case: LeadershipCase, maya: User, lena: User
) -> None:
    def counted() -> int:
        return LeadershipCase.objects.count()

    with authority_scope(larkshire):
        assert counted() == 0, "each request begins without"
        with every_case():
            assert counted() == 1
        assert counted() == 0
        with everything_in_sight():
            assert counted() == 1
        with pytest.raises(RuntimeError), every_case():
            raise RuntimeError
        assert counted() == 0
        take_sight(lena)
        assert counted() == 0
        take_sight(maya)
        assert counted() == 1
    assert counted() == 1, "the scope around it has its own again"


def test_o6_another_authority_sees_nothing_with_every_sight(
    case: LeadershipCase, marlshire: Authority, otto: User
) -> None:
    CaseGrantFactory(content_object=case, user=otto)
    number = case.pk
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL app.authority_id = {int(marlshire.pk)}")
        assert [seen(sight) for sight in ("all", of(otto))] == [0, 0]
        cursor.execute(f"SET LOCAL app.authority_id = {int(case.authority_id)}")
    assert LeadershipCase.objects.filter(pk=number).exists()


def test_o6_the_platforms_role_reads_no_table_of_cases() -> None:
    with connection.cursor() as cursor:
        held: set[Any] = privileges_of(cursor, PLATFORM_ROLE)
    assert held
    assert not [table for table, _column, _privilege in held if table.startswith("leadership_")]
