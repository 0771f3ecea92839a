"""What was sent and done is answered by a redirect: loading the result again asks nobody to send it again (P116).

Each form is read as somebody who may send it, filled in and sent. Where something was written, the answer is no
page of its own.
"""

from __future__ import annotations

import re

import pytest

from tests.architecture.conftest import TwoAuthorities
from tests.architecture.endpoint import NO_ROLE
from tests.architecture.posted import written_tables
from tests.architecture.routes import ROUTES, Route
from tests.architecture.test_refused_posts import path_of, readable_body
from tests.architecture.test_rendered_pages import ALL_ENDPOINTS, FULLEST

pytestmark = pytest.mark.django_db
SENT = [route for route in ROUTES if route.name in ALL_ENDPOINTS and ALL_ENDPOINTS[route.name].post]
#: Written beside a page that is only shown: kept words, limits, what was read.
BESIDE = frozenset({"accounts_limit", "documents_keptlist", "audit_entry"})


@pytest.mark.parametrize("route", SENT, ids=str)
def test_what_was_done_is_answered_by_a_redirect(route: Route, two_authorities: TwoAuthorities) -> None:
    endpoint = ALL_ENDPOINTS[route.name]
    path = path_of(route, endpoint, two_authorities)
    role = next((role for role in FULLEST if role in (endpoint.post or NO_ROLE)), None)
    if role is None:
        pytest.skip("nobody of the cast may")
    body = readable_body(path, endpoint, two_authorities)
    with written_tables() as tables:
        response = two_authorities.ask(role, "post", path, data=body)
    is_page = response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")
    refused = is_page and re.search(r"<title>\s*Error:", response.content.decode())  # what it wrote is undone
    assert refused or not (is_page and tables - BESIDE), sorted(tables)
