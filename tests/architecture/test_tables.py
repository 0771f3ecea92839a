"""Every table that an authority owns is isolated and could be
spread over machines, and migrations are whole.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
from typing import Any

import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL
from django_scopes.exceptions import ScopeError

from core.history import OwnedHistory
from core.isolation import audit, tables
from core.models import AuthorityOwned
from core.scoping import NoAuthorityInScope, authority_scope, current_authority_id

OURS = settings.OUR_APPS


@pytest.mark.django_db
def test_every_table_is_isolated() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone()[0] == "eyc_app"
    assert audit.audit_isolation() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ddl", "codes"),
    [
        (
            "CREATE TABLE forgotten (id bigint, authority_id bigint, PRIMARY KEY (authority_id, id))",
            "isolation.E002",
        ),
        (
            "CREATE VIEW leak AS SELECT name FROM providers_provider; GRANT SELECT ON leak TO eyc_app",
            "isolation.E004",
        ),
        (
            (
                "CREATE MATERIALIZED VIEW leak AS SELECT name FROM providers_provider; GRANT SELECT ON leak"
                " TO eyc_app"
            ),
            "isolation.E005",
        ),
        (
            (
                "CREATE FUNCTION leak() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM"
                " providers_provider'"
            ),
            "isolation.E006",
        ),
        ("ALTER TABLE providers_provider NO FORCE ROW LEVEL SECURITY", "isolation.E002"),
        ("CREATE POLICY more ON providers_provider USING (true)", "isolation.E002"),
        (
            (
                "ALTER TABLE providers_provideridentity DROP CONSTRAINT"
                " providers_provideridentity_provider_id_afk"
            ),
            "isolation.E007",
        ),
        (
            (
                "ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey, ALTER authority_id DROP NOT NULL,"
                " ADD PRIMARY KEY (id)"
            ),
            "isolation.E011 isolation.E012",
        ),
        ("ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey, ADD PRIMARY KEY (id)", "isolation.E012"),
        ("ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey", "isolation.E012"),
        ("CREATE UNIQUE INDEX once ON providers_provider (urn)", "isolation.E013"),
        (
            (
                "ALTER TABLE audit_seal ADD CONSTRAINT apart EXCLUDE USING gist (int8range(id, id, '[]')"
                " WITH &&)"
            ),
            "isolation.E014",
        ),
        (
            (
                "ALTER TABLE audit_seal ADD UNIQUE (authority_id, id); CREATE UNIQUE INDEX once ON audit_seal"
                " (id);ALTER TABLE audit_entry ADD seal_id bigint REFERENCES audit_seal (id)"
            ),
            "isolation.E013 isolation.E015",
        ),
        (
            (
                "CREATE TABLE sealed (authority bigint, seal bigint, FOREIGN KEY (authority, seal) REFERENCES"
                " audit_seal (authority_id, id))"
            ),
            "isolation.E016",
        ),
        (
            (
                "ALTER TABLE audit_entry ADD seal_id bigint, ADD FOREIGN KEY (authority_id, seal_id)"
                " REFERENCES audit_seal (authority_id, id) ON DELETE SET NULL"
            ),
            "isolation.E017",
        ),
        ("ALTER TABLE audit_seal ADD number int GENERATED ALWAYS AS IDENTITY", "isolation.E018"),
        ("ALTER TABLE audit_seal ADD number serial", "isolation.E018"),
    ],
)
def test_a_gap_in_the_isolation_is_found(ddl: str, codes: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"RESET ROLE; {ddl}; SET ROLE eyc_app")
    assert [error.id for error in audit.audit_isolation()] == codes.split()


@pytest.mark.django_db
def test_what_is_listed_only_is_known() -> None:
    """Policies with a sub-select everywhere; no trigger touches another authority's rows."""
    listed = audit.listed_findings()
    owned = {model._meta.db_table for model in tables.owned_models()}
    tracked = {
        model.pgh_tracked_model._meta.db_table
        for model in tables.owned_models()
        if issubclass(model, OwnedHistory)
    }
    triggers = [found.split() for found in listed["D10"]]
    assert set(listed["D9"]) == owned | {
        table for table in tables.KEYLESS_TABLES if not table.endswith("_copied")
    }
    kinds = {(table, name.rpartition("_")[0].removeprefix("pgtrigger_")) for table, name in triggers}
    history = {(table, kind) for table in tracked for kind in ("update_update", "delete_delete")}
    counts = {
        (model._meta.db_table, trigger.name)
        for model, trigger in pgtrigger.registered()
        if "count" in trigger.name
    }
    assert len(counts) > 5
    # One looks at its own row alone; the counts add up rows of the authority that the statement changed
    # (core/counts.py).
    # What was agreed stays, with what belongs to it: rows of the same authority (meetings.models.minutes).
    agreed = {(f"meetings_{table}", "agreed_is_kept") for table in ("minutes", "itemminutes", "decision")}
    # A vote that is closed stays, with its voters and ballots: of the same authority (meetings.models.votes).
    voted = {
        ("meetings_vote", "closed_stays"),
        ("meetings_vote", "closed_is_kept"),
        ("meetings_voter", "voter_of_open"),
        ("meetings_castvote", "cast_in_open"),
        ("meetings_secretballot", "ballot_of_open"),
    }
    # An approved scheme stays, with all that it is made of: of the same authority (supplement.models.schemes).
    approved = {
        (f"supplement_scheme{part}", "approved_is_kept")
        for part in ("", "period", "instalment", "component", "tier", "criterion", "consultation", "answer")
    }
    # What was recorded stays, and what an approved run is made of: its own row, or rows of the same authority
    # (supplement.models.kept).
    paid = {
        *(
            (f"supplement_{table}", "only_added")
            for table in (
                *("claimstep", "runstep", "adjustment", "paymentfile", "paymentanswers", "fundentry"),
                *("leaversettlement", "spendreturn", "periodclosing"),
            )
        ),
        *(
            (f"supplement_{table}", name)
            for table in ("runclaim", "runline", "runsnapshot")
            for name in ("approved_is_kept", "added_before_approval")
        ),
        ("supplement_run", "approved_is_kept"),
        ("supplement_run", "approved_by_another"),
        ("supplement_payment", "paid_once"),
        ("supplement_adjustment", "agreed_by_another"),
        ("supplement_adjustment", "added_in_open_period"),
        ("supplement_periodclosing", "reopened_by_another"),
        *(
            (f"supplement_{table}", f"{what}_in_open_period")
            for table in ("claim", "run", "payment")
            for what in ("added", "changed")
        ),
    }
    # A fund keeps its promises: rows of the same authority (supplement.models.fund_kept).
    fund = {
        ("supplement_fundentry", "never_overdrawn"),
        ("supplement_spendingdecision", "never_overdrawn"),
        ("supplement_spendingdecision", "only_closed"),
        ("supplement_spendingproposal", "only_decided"),
        ("supplement_spending", "within_decision"),
        ("supplement_leaversettlement", "moves_one_way"),
    }
    # What was recorded in a leadership case stays (core.history.only_added).
    recorded = {
        (f"leadership_{table}", "only_added") for table in ("casestep", "leaderwords", "lettertemplate")
    }
    # A published version of a quality framework stays, with its parts (qa_framework.models.kept).
    published = {
        (f"qa_framework_{table}", "published_is_kept")
        for table in (
            *("frameworkversion", "frameworklevel", "frameworkarea", "frameworkstandard"),
            *("standardwords", "descriptor", "successor"),
        )
    }
    policy = {("ofsted_leadingpolicy", "adopted_stays"), ("ofsted_leadingpolicy", "adopted_is_kept")}
    assert kinds == history | counts | agreed | voted | approved | paid | fund | recorded | published | policy
    assert listed["D4 by range"] == [
        "meetings_holidays_apart",
        "memberships_leads_once_at_a_time", "memberships_one_membership_at_a_time", "memberships_one_office_at_a_time",
        "supplement_one_approved_a_year",
    ]  # fmt: skip


@pytest.mark.django_db
def test_the_application_cannot_change_the_isolation() -> None:
    from django.db import ProgrammingError, transaction

    for sql in (
        "ALTER TABLE providers_provider DISABLE ROW LEVEL SECURITY",
        "DROP POLICY authority_isolation ON providers_provider",
        "UPDATE audit_entry SET sentence = 'nothing'",
        "DELETE FROM providers_provider_history",
        "SET row_security = off; SELECT * FROM providers_provider",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_every_owned_model_has_the_scoped_manager() -> None:
    naked = [
        model._meta.label
        for model in tables.owned_models()
        if model._meta.app_label in OURS and not issubclass(model, (AuthorityOwned, OwnedHistory))
    ]
    assert naked == []


@pytest.mark.django_db
@pytest.mark.parametrize("model", tables.owned_models(), ids=lambda model: model._meta.label)
def test_reading_with_no_authority_in_scope_is_an_error(model: Any) -> None:
    with pytest.raises(ScopeError):
        model._base_manager.count()


@pytest.mark.django_db
def test_work_for_one_authority_never_switches_to_another(larkshire: Any, marlshire: Any) -> None:
    with authority_scope(larkshire):
        with authority_scope(larkshire):
            assert current_authority_id() == larkshire.pk
        with pytest.raises(NoAuthorityInScope), authority_scope(marlshire):
            pass
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.authority_id', true)")
        assert cursor.fetchone()[0] == ""


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=io.StringIO())


def our_migrations() -> list[Any]:
    found = []
    for app in OURS:
        folder = apps.get_app_config(app).module.__name__ + ".migrations"
        try:
            package = importlib.import_module(folder)
        except ModuleNotFoundError:
            continue
        found += [
            importlib.import_module(f"{folder}.{module.name}")
            for module in pkgutil.iter_modules(package.__path__)
        ]
    return found


def test_migrations_are_named_and_reversible() -> None:
    for module in our_migrations():
        name = module.__name__.rsplit(".", 1)[-1]
        assert re.fullmatch(r"\d{4}_[a-z][a-z_]+[a-z]", name), name
        assert "_auto_" not in name, name
        for operation in module.Migration.operations:
            if isinstance(operation, (RunPython, RunSQL)):
                assert operation.reversible, name


@pytest.mark.django_db
def test_each_app_has_one_leaf() -> None:
    loader = MigrationLoader(connection)
    assert loader.detect_conflicts() == {}
