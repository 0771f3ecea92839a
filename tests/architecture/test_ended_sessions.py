"""Every form page keeps what was typed without a session; and no endpoint takes NUL, wherever it stands."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import transaction
from django.test import Client

from audit.models import Entry
from core import kept_forms
from core.filling import PageForm, _Parser
from core.scoping import authority_scope
from tests.architecture.conftest import TwoAuthorities
from tests.architecture.posted import body_of
from tests.architecture.rendering import names_for_pages
from tests.architecture.routes import ROUTES, Route
from tests.architecture.test_rendered_pages import ALL_ENDPOINTS, fullest_reader
from tests.cast import sign_in

pytestmark = pytest.mark.django_db
#: Routes with a page that shows a form, and an address that takes it.
FORM_ROUTES = [
    route
    for route in ROUTES
    if route.name in ALL_ENDPOINTS
    and ALL_ENDPOINTS[route.name].get
    and ALL_ENDPOINTS[route.name].post
    and not ALL_ENDPOINTS[route.name].public
    and route.name not in {"admin:login", "admin:logout"}
]
CUTS = re.compile(r"(?<!data-)maxlength=")
TYPED = "Typed words & <more>"


def path_of(route: Route, two: TwoAuthorities) -> str:
    return f"/{two.own.slug}/{route.path(ALL_ENDPOINTS[route.name], two.own.rows)}"


def typed_into(form: PageForm) -> dict[str, str]:
    """Words for every control that takes them."""
    return {
        control.name: TYPED
        for control in form.controls
        if control.name
        and control.kind in ("text", "textarea", "search")
        and "disabled" not in control.attrs
        and not kept_forms.SECRET_NAME.search(control.name)
    }


@pytest.mark.parametrize("route", FORM_ROUTES, ids=str)
def test_what_was_typed_is_on_the_page_again(route: Route, two_authorities: TwoAuthorities) -> None:
    two, path = two_authorities, path_of(route, two_authorities)
    both = ALL_ENDPOINTS[route.name].get & ALL_ENDPOINTS[route.name].post  # type: ignore[operator]
    if not both:
        pytest.skip("nobody may both open and send it")
    role = fullest_reader(both)
    person = two.own.people[role]
    page = two.ask(role, "get", path)
    assert page.status_code in (200, 302)
    forms = (
        []
        if page.status_code == 302
        else [
            form
            for form in _Parser(page.content.decode()).forms
            if (form.attrs.get("method") or "").lower() == "post"
        ]
    )
    assert not CUTS.search(page.content.decode()), "a pasted text is refused in words, never cut"
    typed = max(map(typed_into, forms), key=len, default={})
    sent = {**typed, kept_forms.MARK: kept_forms.mark_of(person)}
    client = Client(raise_request_exception=False)
    with transaction.atomic(), two.people.request("post"):
        response = client.post(path, sent, headers={"referer": f"http://testserver{path}"})
        assert response.status_code == 302, response.status_code
        assert parse_qs(urlsplit(response["Location"]).query)["next"] == [path]
        sign_in(client, person)
        if page.status_code == 200:
            shown = client.get(path).content.decode()
            assert "Check what you typed and save it" in shown
            assert shown.count("Typed words &amp; &lt;more&gt;") >= len(typed)
        transaction.set_rollback(True)


@pytest.mark.parametrize("route", FORM_ROUTES, ids=str)
def test_the_token_of_an_earlier_sign_in_brings_the_form_back(
    route: Route, two_authorities: TwoAuthorities
) -> None:
    """A second tab, a new sign-in: the page comes back with what was typed, and asks for one press more."""
    two, path = two_authorities, path_of(route, two_authorities)
    both = ALL_ENDPOINTS[route.name].get & ALL_ENDPOINTS[route.name].post  # type: ignore[operator]
    if not both:
        pytest.skip("nobody may both open and send it")
    person = two.own.people[fullest_reader(both)]
    sent = {"words": TYPED, kept_forms.MARK: kept_forms.mark_of(person), "csrfmiddlewaretoken": "a" * 64}
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    headers = {"referer": f"http://testserver{path}", "origin": "http://testserver"}
    with transaction.atomic(), two.people.request("post"):
        sign_in(client, person)
        response = client.post(path, sent, headers=headers)
        assert (response.status_code, response["Location"]) == (302, path)
        part = client.post(path, sent, headers={**headers, "hx-request": "true"})
        assert part.status_code == 200
        assert "Not saved yet. Trying again." in part.content.decode()
        transaction.set_rollback(True)


#: Each press is a deed of its own: an export is a file each time, and sessions are ended until somebody is sure.
SAYS_IT_AGAIN = frozenset({"documents:export", "accounts:end_sessions"})


@pytest.mark.parametrize("route", FORM_ROUTES, ids=str)
def test_a_double_click_does_the_work_once(route: Route, two_authorities: TwoAuthorities) -> None:
    """The same form sent twice: what the first sending did, the second does not do again."""
    two, path = two_authorities, path_of(route, two_authorities)
    both = ALL_ENDPOINTS[route.name].get & ALL_ENDPOINTS[route.name].post  # type: ignore[operator]
    if not both or route.name in SAYS_IT_AGAIN:
        pytest.skip("nobody may both open and send it, or each sending is a deed")
    role = fullest_reader(both)
    page = two.ask(role, "get", path)
    if page.status_code != 200:
        pytest.skip("it leads on")
    body, client = body_of(page.content.decode()), two.clients[role]
    with transaction.atomic(), two.people.request("post"):
        first = client.post(path, body)
        done = entries(two)
        second = client.post(path, body)
        again = entries(two) - done
        transaction.set_rollback(True)
    if first.status_code == 302:
        assert again == 0, "the second sending did something again"
        assert second.status_code < 500


def entries(two: TwoAuthorities) -> int:
    with authority_scope(two.own.authority):
        return Entry.objects.count()


def test_most_form_pages_were_asked() -> None:
    assert len(FORM_ROUTES) > 60


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_no_endpoint_takes_nul(route: Route, two_authorities: TwoAuthorities) -> None:
    """In the path, in the query, and in a field of any name (every field is read before the view is)."""
    endpoint = ALL_ENDPOINTS[route.name]
    path = path_of(route, two_authorities)
    role = next(iter(sorted(endpoint.get or endpoint.post or {"manager"})))
    with names_for_pages():
        answers = {
            two_authorities.ask(role, "get", address).status_code
            for address in (f"{path}%00", f"/%00{path}", f"{path}?q=%00", f"{path}?%00")
        }
        if endpoint.post is not None:
            for sent in ({"name": "a\0b"}, {"a\0b": "name"}):
                answers.add(two_authorities.ask(role, "post", path, data=sent).status_code)
    assert answers <= {400, 404}
