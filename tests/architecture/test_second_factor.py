"""A second factor is asked of the session (A3): who reads the account's factors, and what of a request asks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
#: Where rows of factors may be read: to say which page sets one up, to act on a change of one, and in the
#: invented demonstration.
READERS = {
    "accounts/selectors.py",
    "accounts/receivers.py",
    "accounts/services/factors.py",  # a change of keys; an operator removes what was lost
    "portal/demonstration/cast.py",
    "portal/demonstration/build.py",
}
#: Who asks what the account has: which page comes next, and whether a factor would be the first. All else asks
#: what the session has proved.
#: ``panels`` tells an officer, on a person's page, whether a second step is set up; nothing is decided by it.
ASKS_THE_ACCOUNT = {"accounts/middleware.py", "accounts/panels.py", "accounts/visits.py"}


def sources() -> Iterator[tuple[str, ast.AST]]:
    for app in (*settings.OUR_APPS, "config"):
        for path in (ROOT / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield str(path.relative_to(ROOT)), ast.parse(path.read_text())


def using(name: str) -> set[str]:
    """Files that use a name, by itself or as an attribute."""
    return {
        path
        for path, tree in sources()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
    }


def test_rows_of_factors_are_read_in_few_modules() -> None:
    assert using("Authenticator") | using("authenticator_set") == READERS


def test_one_place_asks_whether_the_account_has_a_factor() -> None:
    assert using("has_second_factor") == ASKS_THE_ACCOUNT


def test_whether_a_factor_is_proved_is_asked_of_the_request() -> None:
    assert using("has_proved_second_factor") == {"accounts/middleware.py", "accounts/receivers.py"}
    assert using("get_authentication_records") == {"accounts/visits.py"}


def test_no_template_decides_by_the_accounts_factors() -> None:
    """allauth's own page of factors lists them; nothing else looks."""
    looking = {
        str(path.relative_to(ROOT / "templates"))
        for path in (ROOT / "templates").rglob("*.html")
        if "authenticator_set" in path.read_text() or "has_second_factor" in path.read_text()
    }
    assert looking == set()


def test_who_may_not_work_is_asked_in_one_way() -> None:
    """Locked and closed people alike: ``can_work`` and ``people_to_write_to``, never ``is_active`` alone
    (A2).
    """
    asking = {
        path
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword)
        and node.arg in ("user__is_active", "is_active")
        and isinstance(node.value, ast.Constant)
        and node.value.value is True
    }
    # of authorities in use; and the one place that says it
    assert asking == {
        "accounts/selectors.py",
        "accounts/models.py",
        "ofsted/management/commands/import_ofsted.py",
    }
