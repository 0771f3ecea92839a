"""Three layers of isolation: scoped managers, row-level security, composite keys.

Each alone lets something through; together they let nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import django_scopes.manager
import pytest
from django.db import connection, models, transaction
from django_scopes import scope

import accounts.middleware
import core.scoping
from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.isolation import operations, tables
from core.models import AuthorityOwned
from core.scoping import authority_scope
from providers.models import District, Provider, ProviderIdentity
from tests.isolation.probes import LEAK, OWN, PROBES, Stage, tried
from tests.staging import staged

pytestmark = pytest.mark.django_db
MODES = ("scopes", "row-level security", "composite keys")


@staged
def stage(larkshire: Authority, marlshire: Authority, amina: User) -> Stage:
    rows: dict[str, Any] = {}
    for key, authority, word in (("a", larkshire, "open A"), ("b", marlshire, "SECRET B")):
        with authority_scope(authority):
            district = District.objects.create(name=f"{word} district")
            group = Collaboration.objects.create(name=f"{word} group", started_on=date(2025, 1, 1))
            urn = "EY100001" if key == "a" else "EY200002"
            setting = Provider.objects.create(
                name=f"{word} setting", urn=urn, provider_type="non_domestic", search_text=word.lower()
            )
            ProviderIdentity.objects.create(provider=setting, scheme="local", value=key)
            rows |= {f"setting_{key}": setting.pk, f"district_{key}": district.pk, f"group_{key}": group.pk}
    rows.pop("district_a")
    return Stage(a=larkshire, b=marlshire, officer=amina, scope=authority_scope, **rows)


@pytest.mark.parametrize("title", PROBES)
def test_all_layers_together_let_nothing_through(title: str, stage: Stage) -> None:
    assert not tried(PROBES[title], stage).startswith(LEAK)


@pytest.mark.parametrize("title", ["the admin's list shows", "the list of collaborations shows"])
def test_own_rows_are_still_there(title: str, stage: Stage) -> None:
    assert tried(PROBES[title], stage) == OWN


@pytest.mark.parametrize("mode", MODES)
def test_no_layer_is_enough_alone(mode: str, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        # PostgreSQL alters no table with checks pending
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    if mode != "row-level security":
        _without_row_security()
    if mode != "composite keys":
        _without_composite_keys()
    if mode != "scopes":
        _without_scopes(monkeypatch)
        stage.scope = _database_scope_only
    answers = {title: tried(function, stage) for title, function in PROBES.items()}
    assert [title for title, answer in answers.items() if answer.startswith(LEAK)], answers


def _as_owner(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"RESET ROLE; {statement}; SET ROLE eyc_app")


def _without_row_security() -> None:
    for model in tables.owned_models():
        _as_owner(f'ALTER TABLE "{model._meta.db_table}" DISABLE ROW LEVEL SECURITY')


def _without_composite_keys() -> None:
    for table, column in tables.owned_foreign_keys():
        _as_owner(f'ALTER TABLE "{table}" DROP CONSTRAINT "{operations.composite_key_name(table, column)}"')


def _without_scopes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(django_scopes.manager, "get_scope", lambda: {"_enabled": False})
    monkeypatch.setattr(AuthorityOwned, "save", models.Model.save)
    monkeypatch.setattr(accounts.middleware, "authority_scope", _database_scope_only)


@contextmanager
def _database_scope_only(authority: Any) -> Iterator[int]:
    authority_id = getattr(authority, "pk", authority)
    with transaction.atomic(), scope(authority=authority_id):
        core.scoping._tell_database(authority_id, "default", {})
        yield authority_id


def test_a_view_that_writes_and_then_refuses_leaves_nothing(
    stage: Stage, browse: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.core.exceptions import PermissionDenied

    from portal.views.home import Home

    def write_and_refuse(self: Any, *args: Any, **kwargs: Any) -> None:
        District.objects.create(name="half done")
        raise PermissionDenied

    monkeypatch.setattr(Home, "get", write_and_refuse)
    assert browse(stage.officer).get("/larkshire/").status_code == 403
    with authority_scope(stage.a):
        assert not District.objects.filter(name="half done").exists()
