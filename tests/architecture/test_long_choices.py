"""Nobody chooses from a list of hundreds: what can be many is searched for (``core.forms.searched``).

Two checks: of the code, that a field over a table says why the table stays short; and of the pages, with a
hundred settings, groups and people, that none offers so many.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from core.scoping import authority_scope
from core.views import FormPage
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.matrix import ENDPOINTS
from tests.architecture.questions import answer_of
from tests.architecture.routes import ROUTES, Route
from tests.architecture.test_rendered_pages import fullest_reader
from tests.factories.collaborations import CollaborationFactory
from tests.factories.people import appointed
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db
ROOT = Path(settings.BASE_DIR)
OVER_TABLES = {"ModelChoiceField", "ModelMultipleChoiceField"}
#: Fields over a whole table, each with why it stays short.
SHORT = {
    ("providers/forms.py", "district"): "an authority has some dozens of districts",
    ("collaborations/forms/pages.py", "district"): "an authority has some dozens of districts",
    ("collaborations/forms/pages.py", "facilitated_by"): "officers of the team",
    ("support/forms.py", "officer"): "officers of the team",
    ("support/forms.py", "district"): "an authority has some dozens of districts",
    ("reorganisation/forms.py", "district"): "an authority has some dozens of districts",
    ("leadership/forms/cases.py", "PersonForm"): "officers of the team",
    ("core/models.py", "OwnedChoiceField"): "what foreign keys are in the admin; test_one_form.py walks it",
    ("core/forms/searched.py", "SearchedChoiceField"): "shows what a search found, and no more",
}
MANY = 110
MAX_OPTIONS = 60
#: Tick lists that show what was chosen on a list of groups before, each to be taken out again; "all" is one tick.
TICKED = {"support:write_message", "support:change_message", "support:move_to_district"}


def fields_over_tables() -> Iterator[tuple[str, str]]:
    """Where a field over a table is made: the file, and the name it is given, or its class."""
    for app in (*settings.OUR_APPS, "core"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            for scope in ast.walk(ast.parse(path.read_text())):
                yield from ((str(path.relative_to(ROOT)), name) for name in _fields_of(scope))


def _fields_of(scope: ast.AST) -> Iterator[str]:
    if not isinstance(scope, ast.ClassDef):
        return
    if any(_name(base) in OVER_TABLES for base in scope.bases):
        yield scope.name
    named = {
        id(node.value): node.targets[0].id
        for node in scope.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(scope):
        if isinstance(node, ast.Call) and _name(node.func) in OVER_TABLES:
            yield named.get(id(node), scope.name)


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_a_field_over_a_table_says_why_the_table_stays_short() -> None:
    assert set(fields_over_tables()) == set(SHORT)


FORMS = [
    route
    for route in ROUTES
    if issubclass(getattr(route.view, "view_class", object), FormPage)
    and route.name in ENDPOINTS
    and any(method == "get" and roles for method, roles in ENDPOINTS[route.name].acts())
]


@pytest.fixture(scope="module")
def crowded(two_authorities: TwoAuthorities) -> TwoAuthorities:
    """The own authority with over a hundred more settings, groups and people."""
    with authority_scope(two_authorities.own.authority):
        CollaborationFactory.create_batch(MANY)
        ProviderFactory.create_batch(MANY)
    for number in range(MANY):
        appointed(two_authorities.own.authority, f"person{number} Nobody", None)
    return two_authorities


@pytest.mark.parametrize("route", FORMS, ids=str)
def test_no_form_offers_hundreds(route: Route, crowded: TwoAuthorities) -> None:
    endpoint = ENDPOINTS[route.name]
    roles = next(roles for method, roles in endpoint.acts() if method == "get")
    path = f"/{crowded.own.slug}/{route.path(endpoint, crowded.own.rows)}"
    response = crowded.ask(fullest_reader(roles), "get", path)
    assert answer_of(response) == "served", path
    if response.status_code != 200 or response.streaming:
        return
    page = response.content.decode()
    longest = max((select.count("<option") for select in page.split("<select")[1:]), default=0)
    assert longest <= MAX_OPTIONS, (route.name, longest)
    names = re.findall(r'<input[^>]*name="([^"]+)"[^>]*type="(?:radio|checkbox)"', page)
    names += re.findall(r'<input[^>]*type="(?:radio|checkbox)"[^>]*name="([^"]+)"', page)
    ticks = max((names.count(name) for name in set(names)), default=0)
    assert ticks <= MAX_OPTIONS or route.name in TICKED, (route.name, ticks)
