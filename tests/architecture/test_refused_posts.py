"""What people of the same authority send to forms that are not theirs: refused as the matrix says, whatever is in
the form, with nothing written, and nothing named in the answer.

Each test reads the form of one endpoint as somebody who may, and sends it filled in as everybody who may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.test import override_settings

from tests.architecture.authorities import NEIGHBOURS
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.endpoint import EVERY_ROLE, NO_ROLE, OFFICERS, Endpoint
from tests.architecture.posted import body_of, written_tables
from tests.architecture.rendering import names_for_pages, text_of
from tests.architecture.routes import ROUTES, Route, routes_of
from tests.architecture.test_rendered_pages import ALL_ENDPOINTS, FULLEST

pytestmark = pytest.mark.django_db
#: Whatever takes a POST, but for what is behind a link: there the link is the permission.
TAKES_POSTS = [
    route
    for route in ROUTES
    if route.name in ALL_ENDPOINTS
    and ALL_ENDPOINTS[route.name].post is not None
    and not ALL_ENDPOINTS[route.name].public
]
#: Fields that no form of ours has: what somebody would add who hopes that the application takes them.
ADDED: dict[str, str] = {
    "authority": "1",
    "authority_id": "1",
    "is_platform_operator": "on",
    "is_superuser": "on",
    "is_staff": "on",
    "state": "active",
    "is_confidential": "",
    "appointed_by": "1",
    "by": "1",
    "_method": "put",
}


def path_of(route: Route, endpoint: Endpoint, two: TwoAuthorities) -> str:
    return f"/{two.own.slug}/{route.path(endpoint, two.own.rows)}"


def readable_body(path: str, endpoint: Endpoint, two: TwoAuthorities) -> dict[str, Any]:
    """The form filled in by somebody who may open and send it; the mere confirmation where there is no page."""
    both = (endpoint.get or NO_ROLE) & (endpoint.post or NO_ROLE)
    role = next((role for role in FULLEST if role in both), None)
    page = two.ask(role, "get", path) if role else None
    return body_of(page.content.decode()) if page is not None and page.status_code == 200 else body_of("")


def expected_status(endpoint: Endpoint, role: str) -> set[int]:
    """Of people of another group: no more than somebody who has no part in anything, and 404 where they are
    not to know of it. A leader may know of a page of leaders without rows.
    """
    if role in EVERY_ROLE:
        return {403} if role in endpoint.known_to else {404}
    return {403, 404} if "elsewhere" in endpoint.known_to else {404}


def names_of(two: TwoAuthorities, role: str) -> set[str]:
    """Names of rows and people of our authority that a refusal must not tell."""
    others = {person.full_name for name, person in two.own.people.items() if name != role}
    return others | {f"{two.own.authority.name} Riverside", f"{two.own.authority.name} Hillside"}


def below_the_head(page: str) -> str:
    """The page without its head, which names the reader's own groups and settings."""
    head, end, rest = page.partition("</header>")
    return head.partition("<header")[0] + rest if end else page


def refusals(route: Route, endpoint: Endpoint, two: TwoAuthorities) -> Iterator[str]:
    """What is wrong with the answers to those who may not, in words."""
    path = path_of(route, endpoint, two)
    body = {**ADDED, **readable_body(path, endpoint, two)}
    may = endpoint.post or NO_ROLE
    neighbours = NEIGHBOURS if endpoint.rows and "elsewhere" not in may else ()
    for role in (*sorted(EVERY_ROLE - may), *neighbours):
        # of an official who may not see it, the matrix asks already; the answer is drawn for those outside
        outside = role in ("elsewhere", "member", *NEIGHBOURS)
        with nullcontext() if outside else names_for_pages(), written_tables() as tables:
            response = two.ask(role, "post", path, data=body)
        asked, allowed = f"{role} POST {path}", expected_status(endpoint, role)
        if response.status_code not in allowed:
            yield f"{asked}: {response.status_code}, expected {sorted(allowed)}"
        if tables:
            yield f"{asked}: wrote {sorted(tables)}"
        text = below_the_head(text_of(response.text_of_stream if response.streaming else response.content))
        if named := sorted(name for name in names_of(two, role) if name in text):
            yield f"{asked}: names {named}"


@pytest.mark.parametrize("route", TAKES_POSTS, ids=str)
def test_a_form_of_others_is_refused_and_nothing_is_written(
    route: Route, two_authorities: TwoAuthorities
) -> None:
    assert not list(refusals(route, ALL_ENDPOINTS[route.name], two_authorities))


@pytest.mark.parametrize(
    ("name", "found"), [("SoundPage", set()), ("ActsForAll", {"expected", "wrote", "names"})]
)
def test_a_form_that_takes_from_all_is_found(
    name: str, found: set[str], two_authorities: TwoAuthorities
) -> None:
    route = next(route for route in routes_of("tests.architecture.sample_urls") if route.name == name)
    endpoint = Endpoint(OFFICERS, OFFICERS, rows={"pk": "provider", "row": "home"})
    with override_settings(AUTHORITY_URLCONF="tests.architecture.sample_urls"):
        text = " ".join(refusals(route, endpoint, two_authorities))
    assert {word for word in ("expected", "wrote", "names") if word in text} == found


# --- actions above the lists of the admin --------------------------------------------------------------------

ADMIN_LISTS = [
    (route, model_admin)
    for model_admin in admin.site._registry.values()
    for route in ROUTES
    if route.name == f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_changelist"
]
CHOSEN = "_selected_action"


@pytest.mark.parametrize(("route", "model_admin"), ADMIN_LISTS, ids=str)
def test_an_action_of_a_list_reaches_no_row_of_others(
    route: Route, model_admin: ModelAdmin, two_authorities: TwoAuthorities
) -> None:
    """With the ids of the other authority as whoever may; with our own as those who only read."""
    two, path = two_authorities, path_of(route, ALL_ENDPOINTS[route.name], two_authorities)
    names = [action if isinstance(action, str) else action.__name__ for action in model_admin.actions or ()]
    tried = [
        *(("manager", action, two.other) for action in (*names, "delete_selected")),
        *(
            (role, action, two.own)
            for role in ("auditor", "finance")
            for action in (*names, "delete_selected")
        ),
        *((role, action, two.own) for role in ("elsewhere", *NEIGHBOURS[:1]) for action in names),
    ]
    ids = {
        id(place): sorted({row for row in place.rows.values() if row.isdecimal()})
        for place in (two.own, two.other)
    }
    own = set(ids[id(two.own)])
    for role, action, place in tried:
        chosen = [row for row in ids[id(place)] if place is two.own or row not in own]
        with names_for_pages(), written_tables() as tables:
            response = two.ask(role, "post", path, data={"action": action, CHOSEN: chosen, "index": "0"})
        assert response.status_code in (200, 302, 403, 404), (role, action)
        assert not tables, (role, action)


def test_lists_with_actions_were_tried() -> None:
    assert sum(bool(model_admin.actions) for _route, model_admin in ADMIN_LISTS) >= 3
