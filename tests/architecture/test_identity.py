"""Whose an address is, is asked in one module; nothing is looked up and then made without an answer to who was
faster; what permissions are derived from is written by the one service (A1, A2).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

from accounts.services.appointments import KINDS
from core.models import AuthorityOwned
from tests.architecture.test_layers import OURS

ROOT = Path(__file__).parents[2]
ADDRESSES = "accounts/addresses.py"
QUERIES = frozenset({"filter", "exclude", "get", "get_or_create", "update_or_create", "aget", "aggregate"})
#: Models with an address of their own, which is what somebody typed and no person's.
OWN_ADDRESS = frozenset({"PersonInvitation", "TaskLink", "Invitation"})
#: What answers when somebody else was faster: a constraint in words, one statement, or a lock taken before.
ANSWERED = re.compile(
    r"save_in_words|IntegrityError|get_or_create|update_or_create|select_for_update|ignore_conflicts|"
    r"take_turn|pg_advisory_xact_lock|for_update\(|_locked\("
)


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the application by its path, without migrations."""
    paths = [path for app in (*OURS, "config") for path in sorted((ROOT / app).rglob("*.py"))]
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text())
        for path in paths
        if "migrations" not in path.parts
    }


def root_of(node: ast.expr) -> str:
    """The name that a chain of attributes and calls begins with."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_nothing(value: ast.expr) -> bool:
    """That there is no address is no question whose it is."""
    return isinstance(value, ast.Constant) and value.value == ""


def asks_for_an_address(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute | ast.Name):
        return False
    name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id
    words = [keyword.arg or "" for keyword in call.keywords if not _is_nothing(keyword.value)]
    if any(re.search(r"user__email", word) for word in words):
        return True
    asks = name in QUERIES and any(re.match(r"email(__|$)", word) for word in words)
    return (
        (asks or name == "Q")
        and any(re.match(r"email(__|$)", word) for word in words)
        and (root_of(call.func) not in OWN_ADDRESS)
    )


def test_a2_whose_an_address_is_is_asked_in_one_module() -> None:
    asking = {
        f"{path}:{call.lineno}"
        for path, tree in trees().items()
        for call in calls(tree)
        if asks_for_an_address(call)
    }
    assert {place for place in asking if not place.startswith(ADDRESSES)} == set()
    importing = {
        path
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(name.name == "EmailAddress" for name in node.names)
    }
    assert importing == {ADDRESSES}


def test_the_check_sees_how_an_address_would_be_asked() -> None:
    for text in (
        "User.objects.filter(email=address).first()",
        "people_here().filter(is_active=True).get(email__iexact=address)",
        "SettingRole.objects.filter(user__email=address)",
        "rows.filter(Q(email=address))",
    ):
        assert any(map(asks_for_an_address, calls(ast.parse(text)))), text
    assert not any(map(asks_for_an_address, calls(ast.parse("TaskLink.objects.filter(email=address)"))))


def looked_up_and_made(function: ast.AST, text: str) -> set[str]:
    """Models that a function looks up and then makes, with nothing that answers to who was faster."""
    found, made = set(), set()
    for call in calls(function):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        model = root_of(call.func)
        if not model[:1].isupper():
            continue
        if name in ("first", "exists", "get", "last", "earliest", "latest"):
            found.add(model)
        if name in ("create", "create_user", "bulk_create") or (
            isinstance(call.func, ast.Name) and ".save(" in text
        ):
            made.add(model)
    return found & made if not ANSWERED.search(text) else set()


def functions(path: str, tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    lines = (ROOT / path).read_text().splitlines() if path else []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node, "\n".join(lines[node.lineno - 1 : node.end_lineno])


def test_what_is_looked_up_and_then_made_answers_to_who_was_faster() -> None:
    unanswered = {
        f"{path}: {node.name}: {', '.join(models)}"
        for path, tree in trees().items()
        for node, text in functions(path, tree)
        if (models := looked_up_and_made(node, text))
    }
    assert unanswered == set()


def test_the_check_sees_a_look_up_that_is_followed_by_a_create() -> None:
    for text, unanswered in (
        ("def f():\n    if not M.objects.filter(a=1).exists():\n        M.objects.create(a=1)", True),
        ("def f():\n    m = M.objects.filter(a=1).first() or M(a=1)\n    m.save()", True),
        ("def f():\n    m = M.objects.filter(a=1).first() or M(a=1)\n    save_in_words(m)", False),
        ("def f():\n    M.objects.get_or_create(a=1)", False),
    ):
        assert bool(looked_up_and_made(ast.parse(text), text)) is unanswered, text


#: Where a row that permissions are derived from is made: by the service of its kind, which hands it to the one
#: service, and by acts that only carry on what somebody has (O2).
MADE_IN = {
    "RoleAppointment": {"accounts/services/roles.py"},
    "SettingRole": {"memberships/services/people.py", "reorganisation/services/succession.py"},
    "LeaderAppointment": {"memberships/services/leaders.py"},
    "OfficeHolder": {"memberships/services/offices.py"},
    "DocumentReader": {"library/services.py"},
    "CaseGrant": {"leadership/services/cases.py"},
}


def test_a1_appointments_are_made_by_their_services_alone() -> None:
    assert {kind.model.__name__ for kind in KINDS.values()} == set(MADE_IN)
    made: dict[str, set[str]] = {}
    for path, tree in trees().items():
        for call in calls(tree):
            model = root_of(call.func)
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            makes = isinstance(call.func, ast.Name) or re.fullmatch(r"(bulk_)?create|\w+_or_create", name)
            if model in MADE_IN and makes:
                made.setdefault(model, set()).add(path)
    assert made == MADE_IN


def test_a1_every_model_of_a_person_between_dates_is_a_kind_of_appointment() -> None:
    """A row that says what somebody is from a day on gives something: it is a kind, or derived from kinds."""
    derived = {"collaborations.CollaborationGrant", "providers.ProviderGrant"}
    #: Says when somebody is not there: it gives nothing.
    derived |= {"leadership.Away"}
    dated = {
        model._meta.label
        for model in apps.get_models()
        if issubclass(model, AuthorityOwned)
        and {"user", "starts_on", "ends_on"} <= {field.name for field in model._meta.get_fields()}
        and not model._meta.db_table.endswith("_history")
    }
    assert dated - derived == {kind.model._meta.label for kind in KINDS.values()}


@pytest.mark.parametrize("path", sorted({path for paths in MADE_IN.values() for path in paths}))
def test_a1_a_service_that_makes_an_appointment_hands_it_to_the_one_service(path: str) -> None:
    text = (ROOT / path).read_text()
    assert "give_appointment(" in text or "Carries on what somebody has (A1)" in text
