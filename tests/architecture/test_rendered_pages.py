"""Every page renders for its fullest reader, in each of two authorities, and names nothing of the other.

All that is rendered on the way is read: the page, what goes into a PDF or an email, a download, the headers.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import override_settings

from tests.architecture.authorities import AuthorityWithRows
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.endpoint import Roles
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.questions import answer_of
from tests.architecture.rendering import collected_texts, text_of
from tests.architecture.routes import ROUTES, Route

pytestmark = pytest.mark.django_db
#: Whoever sees most of a page first.
FULLEST = (
    "manager",
    "officer",
    "second officer",
    "leader",
    "member",
    "quality lead",
    "auditor",
    "finance",
    "elsewhere",
)
#: What a page shows where it quotes a name that is empty.
NOTHING_QUOTED = "“”"
ALL_ENDPOINTS = {**ENDPOINTS, **ADMIN}
#: Routes that some role may open. One that is not declared fails in test_endpoints.py.
SERVED_ROUTES = [
    route
    for route in ROUTES
    if route.name in ALL_ENDPOINTS and any(roles for _method, roles in ALL_ENDPOINTS[route.name].acts())
]


def fullest_reader(roles: Roles) -> str:
    return next(role for role in FULLEST if role in roles)


def problem_of_page(
    path: str, method: str, role: str, here: AuthorityWithRows, two: TwoAuthorities
) -> str | None:
    """What is wrong with the page of one authority, in words."""
    foreign = two.other if here is two.own else two.own
    reader = role if here is two.own else f"{role} of the other authority"
    with collected_texts() as texts:
        response = two.ask(reader, method, path)
    request = f"{reader} {method.upper()} {path}"
    if answer_of(response) != "served":
        return f"{request}: {response.status_code}, expected to be served"
    if gap := foreign_text(NOTHING_QUOTED, [text_of(response.content)] if not response.streaming else []):
        return f"{request} quotes what is not there, a template's name that its view does not give: {gap}"
    leak = foreign_text(foreign.authority.name, [*texts, *texts_of(response)])
    return f"{request} names the other authority: {leak}" if leak else None


def texts_of(response: Any) -> list[str]:
    body = response.text_of_stream if response.streaming else response.content
    return [text_of(body), str(response.headers), response.cookies.output()]


def foreign_text(name: str, texts: list[str]) -> str:
    """Where the name stands, in its surroundings; empty where it does not."""
    for text in texts:
        place = text.lower().find(name.lower())
        if place >= 0:
            return "…" + text[max(place - 60, 0) : place + 60] + "…"
    return ""


@pytest.mark.parametrize("route", SERVED_ROUTES, ids=str)
def test_pages_render_and_name_nothing_foreign(route: Route, two_authorities: TwoAuthorities) -> None:
    endpoint = ALL_ENDPOINTS[route.name]
    found = []
    for here in (two_authorities.own, two_authorities.other):
        path = f"/{here.slug}/{route.path(endpoint, here.rows)}"
        for method, roles in endpoint.acts():
            if roles:
                found.append(problem_of_page(path, method, fullest_reader(roles), here, two_authorities))
    assert not any(found), [problem for problem in found if problem]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("SoundPage", ""),
        ("ForeignName", "Larkshire and Marlshire"),
        ("QuotesNothing", "quotes what is not there"),
        ("Broken", "500, expected to be served"),
    ],
)
def test_a_page_with_a_fault_is_found(name: str, found: str, two_authorities: TwoAuthorities) -> None:
    own = two_authorities.own
    path = f"/{own.slug}/{name}/{own.rows['provider']}/{own.rows['home']}/"
    with override_settings(AUTHORITY_URLCONF="tests.architecture.sample_urls"):
        problem = problem_of_page(path, "get", "officer", own, two_authorities)
    assert found in (problem or "")
    assert bool(problem) == bool(found)
