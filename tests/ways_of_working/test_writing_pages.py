"""The pages on which ways of working are written: who opens them, saving as it is typed, two writers,
sections that are not used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import Authority
from core.scoping import authority_scope
from tests.factories import terms
from tests.factories.groups import Group
from tests.staging import staged
from ways_of_working.models import TermsSection, WaysOfWorking
from ways_of_working.rules.questions import SECTIONS

Browse = Callable[..., Client]
AT = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@staged
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    with authority_scope(larkshire):
        return terms.draft(led.collaboration, led.lena, texts={"aims": "We meet."}, values={})


def address(led: Group, rest: str = "write/") -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/{rest}"


def words(response: Any) -> str:
    """The page's text, spaces joined."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def opened(response: Any) -> dict[str, str]:
    """What a browser would send of the hidden fields."""
    found = re.findall(
        r'<input type="hidden" name="([^"]+)"(?: id="[^"]+")? value="([^"]*)"', response.content.decode()
    )
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def stored(larkshire: Authority, key: str) -> TermsSection:
    with authority_scope(larkshire):
        return TermsSection.objects.get(key=key)


@pytest.mark.parametrize(
    ("who", "status"),
    [("lena", 200), ("amina", 200), ("mo", 403), ("fred", 403), ("sam", 404), ("otto", 404)],
)
def test_who_opens_the_pages(who, status, browse: Browse, led, ways, request):
    user = getattr(led, who, None) or request.getfixturevalue(who)
    for rest in ("write/", "write/1.2/", "put-aside/"):
        assert browse(user).get(address(led, rest)).status_code == status, rest


def test_the_list_says_how_far_each_section_is_and_what_is_missing(browse: Browse, led, ways):
    page = words(browse(led.lena).get(address(led)))
    assert all(f"{one.key} {one.title}" in page for one in SECTIONS)
    assert "1 of 2 questions answered In progress" in page
    assert "Section 1.9 does not say what happens when a worry about a child comes up" in page


def test_a_version_is_begun_once_and_the_second_is_led_to_it(browse: Browse, led, maya):
    asked = words(browse(led.lena).get(address(led, "start/")))
    assert "Begin version 1 of the ways of working" in asked
    begun = browse(led.lena).post(address(led, "start/"))
    assert begun.headers["Location"] == address(led)
    second = browse(maya).post(address(led, "start/"), follow=True)
    assert "Lena Hartley began version 1 on 21 November 2026" in words(second)


def test_every_section_opens_and_shows_its_questions(browse: Browse, led, ways):
    client = browse(led.lena)
    for section in SECTIONS:
        assert client.get(address(led, f"write/{section.key}/")).status_code == 200, section.key
    assert client.get(address(led, "write/9.9/")).status_code == 404
    page = words(client.get(address(led, "write/1.8/")))
    assert "What this drives: Papers are due this many days before each meeting." in page
    assert "If you leave it open, this holds: 7 days ahead (The usual value" in page


def test_what_is_saved_is_kept_and_leads_on(browse: Browse, larkshire, led, ways):
    client = browse(led.lena)
    hidden = opened(client.get(address(led, "write/1.14/")))
    said = {
        "answer_quorum": "share",
        "number_quorum": "60",
        "words_voting": "By show of hands.",
        "answer_dispute_steps": ["talk", "officer"],
    }
    done = client.post(address(led, "write/1.14/"), hidden | said)
    assert done.headers["Location"] == address(led, "write/1.16/")
    row = stored(larkshire, "1.14")
    assert row.values == {"quorum": "share:60", "dispute_steps": ["talk", "officer"]}
    assert row.texts == {"voting": "By show of hands."}


@pytest.mark.parametrize(
    ("key", "said", "error"),
    [
        ("1.8", {"answer_papers_days_ahead": "soon"}, "Enter a whole number"),
        ("1.14", {"answer_quorum": "share", "number_quorum": ""}, "Enter the number that belongs to"),
        ("1.2", {"words_aims": "x" * 20_001}, "Enter at most 20000 characters"),
    ],
)
def test_what_cannot_be_read_comes_back_with_its_reason_and_all_that_was_typed(
    browse: Browse, led, ways, key, said, error
):
    client = browse(led.lena)
    page = client.post(
        address(led, f"write/{key}/"), opened(client.get(address(led, f"write/{key}/"))) | said
    )
    assert page.status_code == 200
    assert error in words(page)
    assert "There is a problem" in words(page)


def test_it_is_saved_as_it_is_typed(browse: Browse, larkshire, led, ways):
    client = browse(led.lena)
    hidden = opened(client.get(address(led, "write/1.2/")))
    part = client.post(
        address(led, "write/1.2/"),
        hidden | {"words_aims": "We meet and talk."},
        headers={"HX-Request": "true"},
    )
    assert "Saved at 2:03pm" in words(part)
    assert 'value="2" hx-swap-oob="true"' in part.content.decode()
    assert stored(larkshire, "1.2").texts["aims"] == "We meet and talk."
    assert json.loads(part["HX-Trigger"]) == {"draft-saved": {"but": []}}
    # The answer to the saving was lost on the way; the same page saves again.
    again = client.post(
        address(led, "write/1.2/"),
        hidden | {"words_aims": "We meet and talk more."},
        headers={"HX-Request": "true"},
    )
    assert "Saved at 2:03pm" in words(again)


def test_an_answer_that_cannot_be_read_yet_stays_on_the_device(browse: Browse, led, ways):
    client = browse(led.lena)
    hidden = opened(client.get(address(led, "write/1.14/")))
    said = {"answer_quorum": "share", "number_quorum": "", "words_voting": "By show of hands."}
    part = client.post(address(led, "write/1.14/"), hidden | said, headers={"HX-Request": "true"})
    assert "One answer cannot be read yet" in words(part)
    assert json.loads(part["HX-Trigger"]) == {"draft-saved": {"but": ["answer_quorum", "number_quorum"]}}


def test_of_two_writers_the_second_sees_both_texts_and_chooses(browse: Browse, larkshire, led, ways, amina):
    lena, officer = browse(led.lena), browse(amina)
    first, second = (opened(one.get(address(led, "write/1.2/"))) for one in (lena, officer))
    lena.post(
        address(led, "write/1.2/"), first | {"words_aims": "We meet in June.", "words_set_up": "In 2025."}
    )
    typed = second | {"words_aims": "We meet in May.", "words_set_up": ""}
    told = officer.post(address(led, "write/1.2/"), typed, headers={"HX-Request": "true"})
    assert "Lena Hartley has changed this section meanwhile" in words(told)
    assert "HX-Trigger" not in told  # it stays on the device
    both = officer.post(address(led, "write/1.2/"), typed)
    page, body = words(both), both.content.decode()
    assert "Lena Hartley has changed this section while you were writing" in page
    assert "<del>" in body and "We meet in May." in body  # noqa: PT018
    assert 'name="keep_words_set_up" value="theirs" checked' in body, "the officer had not touched it"
    assert stored(larkshire, "1.2").texts["aims"] == "We meet in June."
    hidden = opened(both)
    open_one = officer.post(
        address(led, "write/1.2/"),
        hidden | {"words_aims": "We meet in May.", "words_set_up": "", "keep_words_set_up": "theirs"},
    )
    assert "Choose which text stays" in words(open_one)
    chosen = {
        "words_aims": "We meet in May and June.",
        "keep_words_aims": "mine",
        "words_set_up": "",
        "keep_words_set_up": "theirs",
    }
    officer.post(address(led, "write/1.2/"), hidden | chosen)
    assert stored(larkshire, "1.2").texts == {"aims": "We meet in May and June.", "set_up": "In 2025."}


def test_an_example_is_put_under_what_was_typed_and_nothing_is_lost(browse: Browse, led, ways):
    client = browse(led.lena)
    hidden = opened(client.get(address(led, "write/1.2/")))
    page = client.post(
        address(led, "write/1.2/"),
        hidden | {"words_aims": "Mine.", "words_set_up": "Kept.", "insert": "aims:0"},
    )
    assert "Mine.\nWe talk openly about worries" in unescape(page.content.decode())
    assert "Kept." in page.content.decode()
    assert client.post(address(led, "write/1.2/"), hidden | {"insert": "aims:99"}).status_code == 404


def test_a_section_that_is_not_used_asks_nothing_and_keeps_its_words(browse: Browse, larkshire, led, ways):
    client = browse(led.lena)
    hidden = opened(client.get(address(led, "write/1.2/")))
    client.post(
        address(led, "write/1.2/"),
        hidden | {"words_aims": "We meet.", "words_set_up": "Typed just now.", "use": "no"},
    )
    page = words(client.get(address(led, "write/1.2/")))
    assert "This section is not used" in page
    assert "What does the group want to achieve?" not in page
    client.post(address(led, "write/1.2/"), {"use": "yes"})
    row = stored(larkshire, "1.2")
    assert (row.is_used, row.texts) == (True, {"aims": "We meet.", "set_up": "Typed just now."})


def test_a_local_section_gets_a_title_of_its_own(browse: Browse, led, ways):
    client = browse(led.lena)
    client.post(address(led, "write/1.5/"), {"use": "yes"})
    hidden = opened(client.get(address(led, "write/1.5/")))
    client.post(
        address(led, "write/1.5/"), hidden | {"title": "Our summer fair", "words_local_1_5": "In July."}
    )
    assert "1.5 Our summer fair" in words(client.get(address(led)))


def test_the_payee_is_one_of_the_members(browse: Browse, larkshire, led, ways):
    client, acorns = browse(led.lena), led.acorns.provider_id
    shown = client.get(address(led, "write/1.16/"))
    assert f'<option value="{acorns}">Acorns' in shown.content.decode()
    client.post(address(led, "write/1.16/"), opened(shown) | {"answer_payee": str(acorns)})
    assert stored(larkshire, "1.16").values == {"payee": str(acorns)}
    refused = client.post(
        address(led, "write/1.16/"),
        opened(client.get(address(led, "write/1.16/"))) | {"answer_payee": "999999"},
    )
    assert "Select one of the choices in the list" in words(refused)


def test_what_was_sent_round_meanwhile_is_frozen_and_what_was_typed_is_still_there(
    browse: Browse, larkshire, led, ways
):
    client = browse(led.lena)
    hidden = opened(client.get(address(led, "write/1.2/")))
    with authority_scope(larkshire):
        WaysOfWorking.objects.update(state="circulated", circulated_at=AT)
    late = client.post(address(led, "write/1.2/"), hidden | {"words_aims": "Too late"})
    assert "What you typed is not saved. Version 1 is with the members" in words(late)
    assert "Too late" in late.content.decode()
    assert client.get(address(led)).headers["Location"] == address(led, "")


def test_a_draft_is_put_aside_after_asking_and_twice_is_once(browse: Browse, larkshire, led, ways):
    client = browse(led.lena)
    asked = client.get(address(led, "put-aside/"))
    assert "Put version 1 aside?" in words(asked)
    for _time in range(2):
        assert client.post(address(led, "put-aside/"), opened(asked)).headers["Location"] == address(led, "")
    assert client.get(address(led)).headers["Location"] == address(led, "start/")
