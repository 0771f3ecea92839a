"""Every endpoint is in the matrix, and serves those whom the matrix
names alone: role × route × own or foreign rows.

Each test asks all questions of one route. Templates are replaced by their names; test_rendered_pages.py
renders them.
"""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

import pytest
from django.test import override_settings

from accounts import selectors
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.endpoint import OFFICERS, Endpoint
from tests.architecture.matrix import ADMIN, ENDPOINTS, collected
from tests.architecture.questions import Matrix, problems
from tests.architecture.rendering import names_for_pages
from tests.architecture.routes import ROUTES, Route, routes_of

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


#: What mail programs post to by the address in an email, which is its permission: one click stops news (RFC
#: 8058). Nothing else is without a token against forgery.
WITHOUT_CSRF_TOKEN = {"portal:news_choice", "portal:updates_choice"}


def test_forms_are_guarded_against_forgery() -> None:
    assert {
        route.name for route in OWN_ROUTES if getattr(route.view, "csrf_exempt", False)
    } == WITHOUT_CSRF_TOKEN


def test_the_matrix_has_every_endpoint_and_no_other() -> None:
    assert {route.name for route in OWN_ROUTES} == set(ENDPOINTS)
    assert {route.name for route in ADMIN_ROUTES} == set(ADMIN)


@pytest.mark.django_db
@pytest.mark.may_take(30)  # the first one waits for both authorities, which all tests of the file ask
def test_both_authorities_have_every_row_and_everybody(two_authorities: TwoAuthorities) -> None:
    """A row that the other authority lacks would never be asked for as a foreign one."""
    own, other = two_authorities.own, two_authorities.other
    assert (set(own.rows), set(own.people)) == (set(other.rows), set(other.people))
    named = {row for endpoint in ENDPOINTS.values() for row in endpoint.rows.values()}
    assert named <= set(own.rows)


@pytest.mark.django_db
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_only_the_roles_of_the_matrix_are_served(route: Route, two_authorities: TwoAuthorities) -> None:
    endpoint = {**ENDPOINTS, **ADMIN}.get(route.name)
    assert endpoint is not None, f"{route.name} is not in the matrix: declare there who may open it"
    matrix = Matrix(route, endpoint, two_authorities.own, two_authorities.other)
    assert not problems(matrix.questions(), two_authorities)


SAMPLE_URLS = "tests.architecture.sample_urls"
PROVIDERS = Endpoint(OFFICERS, rows={"pk": "provider", "row": "home"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("SoundPage", set()),
        ("NoPermission", {"own rows"}),
        ("NoSignIn", {"own rows", "signed out"}),
        ("ForeignRow", {"foreign rows", "foreign provider among own rows", "foreign home among own rows"}),
        ("ForeignParent", {"foreign provider among own rows"}),
        ("UnplannedAct", {"no such act"}),
        ("Broken", {"own rows"}),
    ],
)
def test_the_matrix_finds_the_fault_of_a_sample(
    name: str, found: set[str], two_authorities: TwoAuthorities
) -> None:
    assert questions_answered_wrongly(name, two_authorities) == found


@pytest.mark.django_db
def test_the_matrix_finds_people_let_into_another_authority(two_authorities: TwoAuthorities) -> None:
    with mock.patch.object(selectors, "is_affiliated", return_value=True):
        assert "the other authority" in questions_answered_wrongly("NoPermission", two_authorities)


def questions_answered_wrongly(name: str, two_authorities: TwoAuthorities) -> set[str]:
    route = next(route for route in routes_of(SAMPLE_URLS) if route.name == name)
    matrix = Matrix(route, PROVIDERS, two_authorities.own, two_authorities.other)
    with override_settings(AUTHORITY_URLCONF=SAMPLE_URLS):
        return {question.about for question in matrix.questions() if problems([question], two_authorities)}


def test_one_name_declared_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"home is declared in tests\.a and in tests\.b"):
        collected([("tests.a", {"home": PROVIDERS}), ("tests.b", {"home": PROVIDERS})])
