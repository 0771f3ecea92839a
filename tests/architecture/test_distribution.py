"""What keeps the tables fit to be spread over machines by their
authority (decision 0015) and can be seen without a database.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django_scopes import scope

from core.history import OwnedHistory
from core.isolation.tables import owned_models
from core.models import JoinedWithinAuthority

ROOT = Path(settings.BASE_DIR)
AUTHORITY = 7


def relations(*, with_way_back: bool = False) -> list[Any]:
    """(model, field) of each key between owned tables; those whose other side has a name for it, if asked."""
    return [
        pytest.param(model, field, id=f"{model._meta.label}.{field.name}")
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if isinstance(field, JoinedWithinAuthority) and not (with_way_back and field.remote_field.hidden)
    ]


def sql(queryset: models.QuerySet[Any]) -> str:
    return str(queryset.query)


def joins_hold_the_authority(statement: str) -> bool:
    joins = re.findall(r"JOIN .*? ON \((.*?\))\)", statement)
    return bool(joins) and all(
        re.search(r'"authority_id" = \(\S+"authority_id"\)', condition) for condition in joins
    )


def test_each_key_between_owned_tables_joins_on_the_authority() -> None:
    owned = owned_models()
    plain = [
        f"{model._meta.label}.{field.name}"
        for model in owned
        for field in model._meta.local_fields
        if field.is_relation and field.related_model in owned and not isinstance(field, JoinedWithinAuthority)
    ]
    assert plain == []


@pytest.mark.parametrize(("model", "field"), relations())
def test_joins_hold_the_authority(model: Any, field: Any) -> None:
    rows = models.QuerySet(model).order_by()  # what sorts a name holds brackets and commas of its own
    for statement in (
        sql(rows.select_related(field.name)),
        sql(rows.filter(**{f"{field.name}__authority__gt": 0})),
    ):
        assert joins_hold_the_authority(statement), statement


@pytest.mark.parametrize(("model", "field"), relations(with_way_back=True))
def test_joins_backwards_hold_the_authority(model: Any, field: Any) -> None:
    name = field.related_query_name()
    rows = models.QuerySet(field.related_model).order_by()
    statement = sql(rows.filter(**{f"{name}__authority__gt": 0}))
    assert joins_hold_the_authority(statement), statement
    with scope(authority=AUTHORITY):
        excluded = sql(rows.exclude(**{f"{name}__authority__gt": 0}))
    if field.one_to_one:
        assert joins_hold_the_authority(excluded), excluded
    else:
        assert f'"authority_id" = {AUTHORITY}' in excluded


def test_grouping_does_not_rely_on_the_id_alone() -> None:
    model = next(model for model in owned_models() if issubclass(model, OwnedHistory)).pgh_tracked_model
    grouped = sql(models.QuerySet(model).annotate(entries=models.Count("history")))
    assert '"authority_id"' in grouped.partition("GROUP BY")[2]
    assert connection.features.allows_group_by_selected_pks is False


def test_migrations_isolate_every_table_and_key() -> None:
    call_command("makeisolation", "--check", verbosity=0)


# --- SQL that is written by hand ----------------------------------------------------------------------------
#: What breaks the rule on the face of it, each with its reason.
SQL_ALLOWED = {
    "meetings/models/minutes.py:_KEPT_WITH_MINUTES": "a trigger: the authority is that of its own row",
    "meetings/models/votes.py:_ONLY_OPEN": "a trigger: the authority is that of its own row",
    "qa_framework/models/kept.py:_OF_PUBLISHED": "a trigger: the authority is that of its own row",
    "supplement/models/schemes.py:kept_with": "a trigger: the authority is that of its own row",
    **{
        f"supplement/models/{name}": "a trigger: the authority is that of its own rows"
        for name in (
            *("kept.py:agreed_and_taken_back", "kept.py:only_in_open_period", "fund_kept.py:moves_one_way"),
            *("runs.py:Run", "runs.py:Adjustment", "claims.py:Claim"),
        )
    },
    "supplement/models/kept.py:kept_with_run": "a trigger: the authority is that of its own rows",
    **{
        f"supplement/models/fund_kept.py:{name}": "a trigger: the authority is that of its own row"
        for name in ("_NOT_MORE_THAN_FREE", "only_closed", "only_decided", "within_decision")
    },
    "supplement/models/payments.py:Payment": "a trigger: the authority is that of its own row",
    "ofsted/selectors/verdicts.py:_from": "the condition comes from outside, and holds the authority",
    "ofsted/services/loading.py:INSERT_SETTINGS": (
        "a load's staged rows: permanent unlogged tables of the authority (decision 0007)"
    ),
    "ofsted/services/loading.py:INSERT_INSPECTIONS": (
        "a load's staged rows: permanent unlogged tables of the authority (decision 0007)"
    ),
    "ofsted/services/loading.py:FILL_GAPS": (
        "a load's staged rows: permanent unlogged tables of the authority (decision 0007)"
    ),
    "ofsted/services/loading.py:INSERT_NUMBERED": (
        "a load's staged rows: permanent unlogged tables of the authority (decision 0007)"
    ),
    "ofsted/services/planning.py:KEEP_SQL": (
        "a load's staged rows: permanent unlogged tables of the authority (decision 0007)"
    ),
    "audit/services.py:EACH_SQL": "reads a permanent table of the same authority by its ids",
}
TABLE = re.compile(
    r"\b(FROM|JOIN|UPDATE|INTO|USING)\s+(?:ONLY\s+)?\"?([a-z_]+)\"?(?:\s+(?:AS\s+)?([a-z_]+))?"
)
KEYWORDS = {
    "set",
    "where",
    "on",
    "values",
    "select",
    "left",
    "right",
    "inner",
    "cross",
    "join",
    "order",
    "group",
    "using",
    "as",
    "limit",
}


def product_files() -> list[Path]:
    files = [path for app in (*settings.OUR_APPS, "config") for path in (ROOT / app).rglob("*.py")]
    return [path for path in files if "migrations" not in path.parts]


@functools.cache
def literals(path: Path) -> tuple[tuple[str, str], ...]:
    """(name of the constant or function, text) of each string.

    In an f-string the module's own texts stand, and ``{}`` for the rest.
    """
    return tuple(_literals(path))


def _literals(path: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text())
    own = {
        name: value.value
        for top in tree.body
        for name, value in _constant(top)
        if isinstance(value, ast.Constant)
    }
    for top in tree.body:
        name = next((name for name, _ in _constant(top)), getattr(top, "name", ""))
        parts = {
            id(value) for node in ast.walk(top) if isinstance(node, ast.JoinedStr) for value in node.values
        }
        for node in ast.walk(top):
            if isinstance(node, ast.JoinedStr):
                yield name, "".join(_text(value, own) for value in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                yield name, node.value


def _constant(node: ast.stmt) -> Iterator[tuple[str, ast.expr | None]]:
    """(name, value) of an assignment at the top of a module."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        yield node.targets[0].id, node.value
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id, node.value


def _text(part: ast.expr, own: dict[str, Any]) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    inside = part.value if isinstance(part, ast.FormattedValue) else None
    return str(own.get(inside.id, "{}")) if isinstance(inside, ast.Name) else "{}"


def owned_aliases(statement: str, owned: set[str]) -> Iterator[tuple[str, str]]:
    """(word before the table, alias) of each place where an owned table stands."""
    for word, table, alias in TABLE.findall(statement):
        if table in owned:
            yield word, table if not alias or alias in KEYWORDS else alias


#: Rows that are parameters, in columns: of the authority, and of no table.
OF_PARAMETERS = re.compile(
    r"INTO\s+\w+\s*\(\s*authority_id,[^)]*\)\s*SELECT\s+%\(authority\)s,[^;]*?\sFROM\s+unnest\([^;]*\)\s*AS\s+\w+\s*\([^)]*\)\s*$"
)


def problems_in(statement: str, owned: set[str]) -> list[str]:
    problems = []
    for word, alias in owned_aliases(statement, owned):
        if word == "INTO":
            if re.search(rf"INTO\s+{alias}\s*\([^)]*\)\s*SELECT", statement) and not OF_PARAMETERS.search(
                statement
            ):
                problems.append(f"INSERT INTO {alias} … SELECT")
        elif f"{alias}.authority_id = %(authority)s" not in statement:
            problems.append(f"{alias} without {alias}.authority_id = %(authority)s")
    return problems


@pytest.mark.parametrize(
    ("statement", "problems"),
    [
        ("SELECT 1 FROM audit_seal s WHERE s.authority_id = %(authority)s", []),
        ("SELECT 1 FROM audit_seal WHERE audit_seal.authority_id = %(authority)s", []),
        ("SELECT 1 FROM audit_seal s WHERE s.id = 1", ["s without s.authority_id = %(authority)s"]),
        (
            (
                "SELECT 1 FROM audit_seal s JOIN audit_seal t ON t.authority_id = s.authority_id WHERE"
                " s.authority_id = %(authority)s"
            ),
            ["t without t.authority_id = %(authority)s"],
        ),
        ("DELETE FROM audit_seal", ["audit_seal without audit_seal.authority_id = %(authority)s"]),
        ("UPDATE audit_seal AS s SET value = ''", ["s without s.authority_id = %(authority)s"]),
        ("INSERT INTO audit_seal (id, value) SELECT 1, ''", ["INSERT INTO audit_seal … SELECT"]),
        ("INSERT INTO audit_seal (id, value) VALUES (1, '')", []),
        (
            "INSERT INTO audit_seal (authority_id, value) SELECT %(authority)s, v.value FROM unnest(%(values)s) AS v (value)",
            [],
        ),
        (
            "INSERT INTO audit_seal (value) SELECT v.value FROM unnest(%(values)s) AS v (value)",
            ["INSERT INTO audit_seal … SELECT"],
        ),
        (
            "INSERT INTO audit_seal (authority_id, value) SELECT %(authority)s, v.value FROM unnest(%(values)s) AS v (value),"
            " audit_entry e WHERE e.authority_id = %(authority)s",
            ["INSERT INTO audit_seal … SELECT"],
        ),
    ],
)
def test_what_the_check_of_sql_finds(statement: str, problems: list[str]) -> None:
    assert problems_in(statement, {"audit_seal"}) == problems


def test_sql_by_hand_names_the_authority_for_each_table() -> None:
    owned = {model._meta.db_table for model in owned_models()}
    found = {
        f"{path.relative_to(ROOT)}:{name}": problems
        for path in product_files()
        for name, text in literals(path)
        if (problems := problems_in(text, owned))
    }
    assert {place: problems for place, problems in found.items() if place not in SQL_ALLOWED} == {}


@pytest.mark.parametrize("words", ["set_config(", "SET CONSTRAINTS", ".constraint_name"])
def test_nothing_says(words: str) -> None:
    """Settings are set by SET LOCAL, which reaches every machine; no
    constraint is put off or told apart by its name.
    """
    assert [str(path.relative_to(ROOT)) for path in product_files() if _is_said(words, path)] == []


def _is_said(words: str, path: Path) -> bool:
    """In the strings of a module, or for an attribute in its code; comments may say why not."""
    return (
        words in path.read_text()
        if words.startswith(".")
        else any(words in text for _, text in literals(path))
    )
