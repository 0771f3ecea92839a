"""Every door is in the map: role × address × own or foreign rows, over the URL configuration and the declared matrix.

One stage stands for the whole module: two authorities with a row of every kind. Each request runs in a savepoint that is
rolled back, so a POST that succeeds leaves nothing behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.matrix import ADMIN, EVERYBODY, MATRIX, Door
from tests.architecture.stage import Stage, build_stage

AUTHORITY_URLS = "config.authority_urls"
#: Where no row of ours is asked for, the right alone can make a difference: the most rights, an owner of rows, and none.
SAMPLE = ("manager", "officer", "elsewhere")
SERVED = {200, 302, 400}
REFUSED = {403, 404}


@dataclass(frozen=True, slots=True)
class Route:
    name: str
    pattern: str
    view: Any

    def __str__(self) -> str:
        return self.name

    def address(self, door: Door, rows: dict[str, str]) -> str:
        """The address with the rows that the matrix names for its arguments."""
        given = {**{argument: rows[kind] for argument, kind in door.rows.items()}, **door.words}
        plain = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", self.pattern).replace("^", "").replace("$", "")
        return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: given[found[1]], plain)


def routes(patterns: Any, prefix: str = "", space: str = "") -> Iterator[Route]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, prefix + str(one.pattern), f"{space}{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and one.name:  # the admin's unnamed ones lead on to named ones, or nowhere
            yield Route(space + one.name, prefix + str(one.pattern), one.callback)


ALL = [route for route in routes(get_resolver(AUTHORITY_URLS).url_patterns) if not route.pattern.startswith("accounts/")]
OURS = [route for route in ALL if not route.pattern.startswith("admin/")]
RECORDS = [route for route in ALL if route.pattern.startswith("admin/")]
DOORS = {**MATRIX, **ADMIN}
#: An address that is missing in the matrix fails test_the_matrix_has_every_door_and_no_other and its own tests below.
every_route = pytest.mark.parametrize("route", ALL, ids=str)


def with_rows(least: int) -> Any:
    """The routes with at least so many rows in their address."""
    return pytest.mark.parametrize("route", [one for one in ALL if one.name in DOORS and len(DOORS[one.name].rows) >= least], ids=str)


@dataclass(frozen=True, slots=True)
class House:
    """Both authorities, and a browser for everybody."""

    own: Stage
    other: Stage
    clients: dict[str, Client]

    def ask(self, part: str, method: str, where: str) -> HttpResponse:
        with transaction.atomic():
            response: Any = getattr(self.clients[part], method)(where)
            if response.streaming:
                b"".join(response.streaming_content)
            transaction.set_rollback(True)
        return response


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Built once for the module and rolled back after it."""
    mail_folder = tmp_path_factory.mktemp("doors") / "mail"
    letters = override_settings(DEMONSTRATION=True, MAIL_ROOT=mail_folder, EMAIL_BACKEND="core.mail.MaildirBackend")
    with letters, django_db_blocker.unblock():
        cache.clear()
        atom = transaction.atomic()
        atom.__enter__()
        try:
            own, other = build_stage("Larkshire"), build_stage("Marlshire")
            yield House(own, other, _clients(own, other))
        finally:
            transaction.set_rollback(True)
            atom.__exit__(None, None, None)


def _clients(own: Stage, other: Stage) -> dict[str, Client]:
    people = {**own.people, "officer of the other authority": other.people["officer"]}
    clients = {part: Client(raise_request_exception=False) for part in [*people, "nobody"]}
    for part, person in people.items():
        clients[part].force_login(person, backend="accounts.backends.SignIn")
    return clients


def door_of(route: Route) -> Door:
    door = DOORS.get(route.name)
    assert door is not None, f"{route.name} is not in the matrix: say there who may open it"
    return door


def acts(door: Door) -> list[tuple[str, frozenset[str]]]:
    return [(method, who) for method, who in (("get", door.get), ("post", door.post)) if who is not None]


def is_sign_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and "/accounts/login/" in response.headers["Location"]


def problem(part: str, method: str, response: HttpResponse, expected: str) -> str:
    return f"{part} {method.upper()}: {response.status_code}, expected {expected}"


@pytest.mark.parametrize("route", OURS, ids=str)
def test_every_view_says_who_may_open_it(route: Route) -> None:
    view_class = getattr(route.view, "view_class", None)
    assert view_class is not None, f"{route.name} is not a class-based view"
    said = [bool(getattr(view_class, name, False)) for name in ("permission", "signed_in", "public")]
    assert sum(said) == 1, f"{route.name}: {view_class.__name__} must name exactly one of permission, signed_in, public"


def test_the_matrix_has_every_door_and_no_other() -> None:
    assert {route.name for route in OURS} == set(MATRIX)
    assert {route.name for route in RECORDS} == set(ADMIN)


@pytest.mark.django_db
@every_route
def test_own_rows_open_to_those_of_the_matrix_alone(house: House, route: Route) -> None:
    door = door_of(route)
    where = f"/larkshire/{route.address(door, house.own.rows)}"
    wrong = []
    for method, who in acts(door):
        for part in sorted(EVERYBODY):
            response = house.ask(part, method, where)
            refusal = 403 if part in door.known_to else 404
            if part in who and (response.status_code not in SERVED or is_sign_in(response)):
                wrong.append(problem(part, method, response, "to be let in"))
            elif part not in who and response.status_code != refusal:
                wrong.append(problem(part, method, response, str(refusal)))
    assert not wrong, f"{where}: {wrong}"


@pytest.mark.django_db
@pytest.mark.parametrize("route", [route for route in OURS if route.name in MATRIX and len(acts(MATRIX[route.name])) == 1], ids=str)
def test_where_there_is_no_act_nobody_can_act(house: House, route: Route) -> None:
    door = door_of(route)
    method = "post" if door.post is None else "get"
    where = f"/larkshire/{route.address(door, house.own.rows)}"
    answers = {part: house.ask(part, method, where).status_code for part in SAMPLE}
    assert set(answers.values()) <= {405} | REFUSED, answers


@pytest.mark.django_db
@every_route
def test_whoever_is_not_signed_in_is_sent_to_sign_in(house: House, route: Route) -> None:
    door = door_of(route)
    for rows in (house.own.rows, house.other.rows):
        where = f"/larkshire/{route.address(door, rows)}"
        for method, _who in acts(door):
            response = house.ask("nobody", method, where)
            if not door.public:
                assert is_sign_in(response), problem("nobody", method, response, "sign-in")
            elif door.rows and rows is house.other.rows:  # a link of the other authority's
                assert response.status_code == 404, problem("nobody", method, response, "404")
            else:
                assert response.status_code in SERVED, problem("nobody", method, response, "to be let in")


@pytest.mark.django_db
@every_route
def test_the_other_authority_does_not_exist(house: House, route: Route) -> None:
    """Its rows at its address for our people; and our rows at our address for its officer."""
    door = door_of(route)
    theirs, ours = (f"/{stage.authority.slug}/{route.address(door, stage.rows)}" for stage in (house.other, house.own))
    asked = [(part, theirs) for part in (*SAMPLE, "leader")] + [("officer of the other authority", ours)]
    wrong = []
    for method, _who in acts(door):
        for part, where in asked:
            response = house.ask(part, method, where)
            if response.status_code != 404:
                wrong.append(problem(part, method, response, "404"))
    assert not wrong, wrong


@pytest.mark.django_db
@with_rows(1)
def test_foreign_rows_do_not_exist_at_our_address(house: House, route: Route) -> None:
    """404 whatever the role; the admin asks for the right first, so those without it may be told 403 of any number."""
    door = door_of(route)
    where = f"/larkshire/{route.address(door, house.other.rows)}"
    wrong = []
    for method, who in acts(door):
        for part in SAMPLE:
            response = house.ask(part, method, where)
            expected = REFUSED if route in RECORDS and part not in who else {404}
            if response.status_code not in expected:
                wrong.append(problem(part, method, response, f"{expected}"))
    assert not wrong, f"{where}: {wrong}"


@pytest.mark.django_db
@with_rows(2)
def test_one_foreign_row_among_own_ones_does_not_exist_either(house: House, route: Route) -> None:
    door = door_of(route)
    wrong = []
    for kind in door.rows.values():
        where = f"/larkshire/{route.address(door, {**house.own.rows, kind: house.other.rows[kind]})}"
        for method, who in acts(door):
            for part in SAMPLE:
                response = house.ask(part, method, where)
                if response.status_code not in ({404} if part in who else REFUSED):
                    wrong.append(f"{kind}: {problem(part, method, response, '404')}")
    assert not wrong, wrong
