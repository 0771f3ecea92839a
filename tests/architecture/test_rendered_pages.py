"""Every page renders, and names nothing of the other authority: for its fullest reader, in each of two authorities.

All that is rendered on the way is read: the page, what goes into a PDF or an email, a download, the headers.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.architecture.authorities import AuthorityWithRows
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.endpoint import Roles
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.questions import answer_of
from tests.architecture.rendering import collected_texts, text_of
from tests.architecture.routes import ROUTES, Route

pytestmark = pytest.mark.django_db
#: Whoever sees most of a page first.
FULLEST = ("manager", "officer", "second officer", "leader", "member", "quality lead", "auditor", "finance", "elsewhere")
ALL_ENDPOINTS = {**ENDPOINTS, **ADMIN}
SERVED_ROUTES = [route for route in ROUTES if any(roles for _method, roles in ALL_ENDPOINTS[route.name].acts())]


def fullest_reader(roles: Roles) -> str:
    return next(role for role in FULLEST if role in roles)


def problem_of_page(
    route: Route, method: str, roles: Roles, here: AuthorityWithRows, two: TwoAuthorities
) -> str | None:
    foreign = two.other if here is two.own else two.own
    role = fullest_reader(roles)
    reader = role if here is two.own else f"{role} of the other authority"
    path = f"/{here.slug}/{route.path(ALL_ENDPOINTS[route.name], here.rows)}"
    with collected_texts() as texts:
        response = two.ask(reader, method, path)
    request = f"{reader} {method.upper()} {path}"
    if answer_of(response) != "served":
        return f"{request}: {response.status_code}, expected to be served"
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
    problems = [
        problem_of_page(route, method, roles, here, two_authorities)
        for here in (two_authorities.own, two_authorities.other)
        for method, roles in ALL_ENDPOINTS[route.name].acts()
        if roles
    ]
    assert not any(problems), [problem for problem in problems if problem]
