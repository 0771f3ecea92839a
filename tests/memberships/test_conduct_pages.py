"""C8 through the endpoints: raising, discussing and deciding a
concern, and that no page of anybody else changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from accounts.roles import Role
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.conduct import ConductConcern
from memberships.services.conduct import raise_concern, record_reading_of_concern
from tests.cast import person
from tests.factories.groups import Group
from tests.factories.memberships import ConductConcernFactory
from tests.staging import staged

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
WORDS = "Spoke over Mo at two meetings."


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@staged
def raised(larkshire: Authority, led: Group) -> ConductConcern:
    """Mo of Bluebells about Cara's; Lena of Acorns leads."""
    with authority_scope(larkshire):
        return raise_concern(collaboration=led.collaboration, about=led.caras, words=WORDS, by=led.mo, at=AT)


def page_of(group: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/concerns/{rest}"


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


@pytest.mark.parametrize("who", ["amina", "maya", "fred", "quinn", "iris", "sam", "otto"])
def test_c8_outside_the_group_the_pages_do_not_exist(
    led: Group,
    elsewhere: Collaboration,
    raised: ConductConcern,
    larkshire: Authority,
    browse: Browse,
    request: pytest.FixtureRequest,
    who: str,
) -> None:
    if who == "iris":
        user = person(larkshire, "Iris Holloway", Role.AUDITOR)
    else:
        user = (
            User.objects.get(email="sam@larkshire.example") if who == "sam" else request.getfixturevalue(who)
        )
    client = browse(user)
    for rest in ("", "raise/", f"{raised.pk}/", f"{raised.pk}/move/", f"{raised.pk + 1000}/"):
        assert client.get(page_of(led, rest)).status_code == 404
        assert client.post(page_of(led, rest)).status_code == 404


def test_c8_another_member_finds_no_trace_and_no_number(
    led: Group, raised: ConductConcern, browse: Browse
) -> None:
    client = browse(led.cara)
    body = client.get(page_of(led)).content.decode()
    assert "There is no concern that you take part in." in body
    for rest in ("", "move/"):
        there, nowhere = (page_of(led, f"{number}/{rest}") for number in (raised.pk, raised.pk + 1000))
        assert client.get(there).status_code == client.get(nowhere).status_code == 404
        assert client.post(there).status_code == client.post(nowhere).status_code >= 404


def test_c8_from_raising_to_closing_in_the_browser(led: Group, larkshire: Authority, browse: Browse) -> None:
    mo, lena, cara = browse(led.mo), browse(led.lena), browse(led.cara)
    empty = mo.post(page_of(led, "raise/"), {}).content.decode()
    assert "Error:" in empty
    body = mo.post(
        page_of(led, "raise/"), {"about": led.caras.pk, "words": WORDS}, follow=True
    ).content.decode()
    assert "The concern is raised." in body
    with authority_scope(larkshire):
        concern = ConductConcern.objects.get()
    where, step = page_of(led, f"{concern.pk}/"), page_of(led, f"{concern.pk}/move/")
    assert mo.get(step).status_code == 403
    assert "Record the discussion" in lena.get(where).content.decode()
    sent = {"to_state": "discussed", "words": "Talked with Cara.", **day("on", TODAY)}
    assert "The step is recorded." in lena.post(step, sent, follow=True).content.decode()
    again = lena.post(step, sent).content.decode()
    assert "somebody has recorded a step meanwhile" in again
    body = cara.get(where).content.decode()
    assert WORDS in body
    assert "Talked with Cara." in body
    assert "Record what the group decided" not in body
    assert (
        "Select what the group decided" in lena.post(step, {**sent, "to_state": "decided"}).content.decode()
    )
    sent = {"to_state": "decided", "decision": "removal", "words": "All agreed.", **day("on", TODAY)}
    body = lena.post(step, sent, follow=True).content.decode()
    assert "it stays a member with all its permissions until its last day is recorded" in body
    lena.post(step, {"to_state": "closed", "words": "Done.", **day("on", TODAY)})
    assert lena.get(step).status_code == 404
    assert "Who has read it" in lena.get(where).content.decode()


def test_c8_reading_is_noted_once_a_day(
    led: Group, raised: ConductConcern, larkshire: Authority, browse: Browse
) -> None:
    client = browse(led.lena)
    for _again in range(2):
        assert client.get(page_of(led, f"{raised.pk}/")).status_code == 200
    with authority_scope(larkshire):
        entry = Entry.objects.get(action="concern_read")
    assert (entry.by, entry.is_confidential, entry.about_name) == (led.lena, True, "")


def test_c8_when_nobody_can_take_it_further_the_page_says_what_to_do(
    led: Group, larkshire: Authority, browse: Browse
) -> None:
    with authority_scope(larkshire):
        concern = raise_concern(
            collaboration=led.collaboration, about=led.acorns, words=WORDS, by=led.mo, at=AT
        )
    body = browse(led.mo).get(page_of(led, f"{concern.pk}/")).content.decode()
    assert "Nobody can record the next step at the moment" in body


def _cost(client: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(where).status_code == 200
    return len(seen)


def test_c8_the_list_costs_the_same_for_one_and_thirty(
    led: Group, raised: ConductConcern, larkshire: Authority, browse: Browse
) -> None:
    client = browse(led.lena)
    client.get(page_of(led))
    one = _cost(client, page_of(led))
    with authority_scope(larkshire):
        for _number in range(29):
            ConductConcernFactory(about=led.bluebells, raised_by=led.cara)
    assert _cost(client, page_of(led)) == one
    assert one <= 26  # five of them are guardian's, once a request


# --- no trace anywhere else ---------------------------------------------------------------------------------


def addresses(group: Group) -> list[str]:
    root, one = "/larkshire/", f"/larkshire/collaborations/{group.collaboration.pk}/"
    return [
        root, f"{root}collaborations/", one, f"{one}members/{group.caras.pk}/", f"{root}audit/", f"{root}audit/?words=concern",
        f"{root}audit/?action=concern_raised", f"{root}exports/", f"{root}leadership/", f"{root}admin/",
        f"{root}admin/memberships/membership/", f"{root}admin/memberships/membership/{group.caras.pk}/change/",
        f"{root}admin/memberships/membership/{group.caras.pk}/history/",
        f"{root}admin/collaborations/collaboration/{group.collaboration.pk}/history/", f"{root}sent-mail/",
    ]  # fmt: skip


def shown(client: Client, group: Group) -> dict[str, str]:
    """What a person reads: the pages without what changes by itself,
    and without the words of filters and footers.
    """
    pages = {}
    for where in addresses(group):
        body = client.get(where).content.decode()
        pages[where] = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce-\w+', "", body)
    return pages


@pytest.mark.parametrize("who", ["amina", "maya", "fred", "cara"])
def test_c8_no_page_of_anybody_else_changes(
    led: Group, larkshire: Authority, browse: Browse, request: pytest.FixtureRequest, who: str
) -> None:
    """The pages of an officer, the manager who sees every case, finance
    and another member: before and after, the same.
    """
    user = getattr(led, who, None) or request.getfixturevalue(who)
    client = browse(user)
    shown(client, led)  # what the first visit changes (a cookie, a message)
    before = shown(client, led)
    with authority_scope(larkshire):
        concern = raise_concern(
            collaboration=led.collaboration, about=led.bluebells, words=WORDS, by=led.lena, at=AT
        )
        record_reading_of_concern(concern=concern, by=led.lena, at=AT)
    after = shown(client, led)
    for where, body in before.items():
        assert after[where] == body, where
