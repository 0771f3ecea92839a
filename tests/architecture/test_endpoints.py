"""Every endpoint is in the matrix, and serves those whom the matrix names alone: role × route × own or foreign rows.

Each test asks all questions of one route. Templates are replaced by their names; test_rendered_pages.py renders them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.architecture.conftest import TwoAuthorities
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.questions import Matrix, problems
from tests.architecture.rendering import names_for_pages
from tests.architecture.routes import ROUTES, Route

OWN_ROUTES = [route for route in ROUTES if not route.is_admin]
ADMIN_ROUTES = [route for route in ROUTES if route.is_admin]


@pytest.fixture(autouse=True, scope="module")
def no_rendering() -> Iterator[None]:
    with names_for_pages():
        yield


@pytest.mark.parametrize("route", OWN_ROUTES, ids=str)
def test_every_view_names_who_may_open_it(route: Route) -> None:
    view_class = getattr(route.view, "view_class", None)
    assert view_class is not None, f"{route.name} is not a class-based view"
    named = [bool(getattr(view_class, name, False)) for name in ("permission", "signed_in", "public")]
    message = f"{route.name}: {view_class.__name__} must name exactly one of permission, signed_in, public"
    assert sum(named) == 1, message


def test_the_matrix_has_every_endpoint_and_no_other() -> None:
    assert {route.name for route in OWN_ROUTES} == set(ENDPOINTS)
    assert {route.name for route in ADMIN_ROUTES} == set(ADMIN)


@pytest.mark.django_db
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_only_the_roles_of_the_matrix_are_served(route: Route, two_authorities: TwoAuthorities) -> None:
    endpoint = {**ENDPOINTS, **ADMIN}.get(route.name)
    assert endpoint is not None, f"{route.name} is not in the matrix: declare there who may open it"
    matrix = Matrix(route, endpoint, two_authorities.own, two_authorities.other)
    assert not problems(matrix.questions(), two_authorities)
