"""The migration operations, backwards and forwards again, on a table with a one-to-one key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from core.isolation.audit import audit_isolation
from core.isolation.operations import CompositeKey, IsolateTable, IsolationOperation

pytestmark = pytest.mark.django_db
STATE = SimpleNamespace(apps=apps)
AsOwner = Callable[[], AbstractContextManager[None]]
KEY, TABLE = CompositeKey("exportrun", "job"), IsolateTable("exportrun")


def run(as_owner: AsOwner, direction: str, *operations: IsolationOperation) -> list[str | None]:
    """What the audit finds afterwards."""
    with as_owner(), connection.schema_editor() as editor:
        for operation in operations:
            getattr(operation, f"database_{direction}")("documents", editor, STATE, STATE)
    return [error.id for error in audit_isolation()]


def constraints() -> dict[str, Any]:
    with connection.cursor() as cursor:
        return {
            name: (found["columns"], found["unique"], found["primary_key"])
            for name, found in connection.introspection.get_constraints(cursor, "documents_exportrun").items()
            if found["unique"] or found["foreign_key"]
        }


def test_a_key_goes_and_comes_back(as_owner: AsOwner) -> None:
    before = constraints()
    assert run(as_owner, "backwards", KEY) == ["isolation.E007", "isolation.E013"]
    assert run(as_owner, "forwards", KEY) == []
    assert constraints() == before


def test_a_table_goes_and_comes_back(as_owner: AsOwner) -> None:
    before = constraints()
    assert run(as_owner, "backwards", TABLE) == ["isolation.E002", "isolation.E012"]
    assert run(as_owner, "forwards", TABLE) == []
    assert constraints() == before
    assert before["documents_exportrun_pkey"] == (["authority_id", "id"], True, True)
    assert before["documents_exportrun_job_id_auniq"] == (["authority_id", "job_id"], True, False)
