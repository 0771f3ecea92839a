"""The back button and the second tab: a form that was drawn before something else was done is sent after it.

Of every form page, without a browser: two tabs are opened, the form of the first is sent, then that of the
second, as it was drawn. The second either does its own work anew on a page that says so, or does nothing and
says why; it never fails, and never does the same work twice. Then the page itself is asked for again, as the
back button does.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import transaction
from django.utils.html import strip_tags

from tests.architecture.conftest import TwoAuthorities
from tests.architecture.posted import body_of, written_tables
from tests.architecture.rendering import names_for_pages
from tests.architecture.routes import Route
from tests.architecture.test_ended_sessions import (
    ALL_ENDPOINTS,
    FORM_ROUTES,
    SAYS_IT_AGAIN,
    entries,
    fullest_reader,
    path_of,
)

pytestmark = pytest.mark.django_db
#: What a second sending may write that is no work: what a person looked at, keeps of a list, or has typed.
NO_WORK = frozenset({"core_keptform", "documents_keptlist", "accounts_lastseen"})
MAX_HOPS = 4


def both_may(route: Route) -> Any:
    endpoint = ALL_ENDPOINTS[route.name]
    return endpoint.get & endpoint.post  # type: ignore[operator]


def arrived(client: Any, answer: Any) -> Any:
    """Where a sending leads, in the end."""
    for _hop in range(MAX_HOPS):
        if answer.status_code != 302:
            return answer
        answer = client.get(answer["Location"])
    return answer


def sentences_of(answer: Any) -> str:
    """What stands in the page's main part."""
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return "a file"
    page = answer.content.decode()
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    return " ".join(strip_tags(main[0] if main else page).split())


@pytest.mark.parametrize("route", [route for route in FORM_ROUTES if both_may(route)], ids=str)
def test_a_form_of_a_second_tab_is_answered(route: Route, two_authorities: TwoAuthorities) -> None:
    two, path = two_authorities, path_of(route, two_authorities)
    role = fullest_reader(both_may(route))
    client = two.clients[role]
    with transaction.atomic(), two.people.request("post"), names_for_pages():
        first_tab, second_tab = client.get(path), client.get(path)
        # Where no form is drawn as things stand, it was drawn before: what is sent then is empty
        drawn = [
            body_of(tab.content.decode()) if tab.status_code == 200 else {} for tab in (first_tab, second_tab)
        ]
        first = client.post(path, drawn[0])
        landed = arrived(client, first)
        assert landed.status_code < 500, "where the first tab led"
        done = entries(two)
        with written_tables() as tables:
            second = client.post(path, drawn[1])
        again = entries(two) - done
        told = arrived(client, second)
        back = arrived(client, client.get(path))
        transaction.set_rollback(True)
    assert second.status_code < 500, "the second tab failed"
    assert told.status_code < 500, "where the second tab led"
    assert back.status_code < 500, "the back button failed"
    assert sentences_of(told), "the second tab was told nothing"
    assert sentences_of(back), "the back button was told nothing"
    if first.status_code == 302 and route.name not in SAYS_IT_AGAIN:
        assert again == 0, f"the second tab did the work again: {sorted(tables - NO_WORK)}"


def test_most_forms_were_asked() -> None:
    assert len([route for route in FORM_ROUTES if both_may(route)]) > 60
