"""W4: the ways of working on a page: what holds, what is in hand, who reads which version, and the page and
the PDF say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core import pdf
from core.scoping import authority_scope
from memberships.services.members import leave
from memberships.services.offices import give_office
from tests.factories.groups import Group, one_more_member
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.offers import DeliveryPartnershipFactory
from tests.factories.printing import ADOPTED, adopted, written
from tests.staging import staged
from ways_of_working.models import WaysOfWorking
from ways_of_working.pdf import TERMS_TEMPLATE, terms_context
from ways_of_working.rules.questions import SECTIONS
from ways_of_working.rules.record import Record, record_as_json, record_from
from ways_of_working.selectors.reading import terms_document
from ways_of_working.selectors.record import record_on

Browse = Callable[..., Client]
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 21, 10, tzinfo=UTC), tick=False):
        yield


@staged
def ways(larkshire: Authority, led: Group) -> WaysOfWorking:
    """Version 1 of Riverside, adopted; Cara chairs."""
    with authority_scope(larkshire):
        facts = {"office": "chair", "starts_on": date(2026, 1, 5), "decision": "Elected."}
        give_office(membership=led.caras, user=led.cara, **facts, by=led.lena)  # type: ignore[arg-type]
        return adopted(
            led.collaboration,
            led.lena,
            payee=str(led.acorns.provider_id),
            aims="We help <b>every</b> child to talk.",
        )


def page_of(group: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/ways-of-working/{rest}"


class Text(HTMLParser):
    """The words of a page, without the space between, and without the paragraphs that are not printed."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_printed = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.is_printed = "app-no-print" not in (dict(attrs).get("class") or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.is_printed = True

    def handle_data(self, data: str) -> None:
        if self.is_printed:
            self.words += data.split()


def words_of(html: str) -> list[str]:
    parser = Text()
    parser.feed(html)
    return parser.words


def body_of(html: str) -> str:
    """What stands between the contents and the signatures."""
    return (
        html[html.index("</nav>", html.index("Contents</h2>")) :]
        .split('<section id="signatures"')[0]
        .split("</main>")[0]
    )


# --- the record ---------------------------------------------------------------------------------------------


def test_w4_a_record_reads_back_as_it_was_kept(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        DeliveryPartnershipFactory(lead=led.acorns.provider)
        record = record_on(led.collaboration, on=TODAY, rule="all")
    assert record_from(record_as_json(record)) == record
    assert [one.name for one in record.members] == ["Acorns", "Bluebells", "Cara's"]
    assert [(one.name, one.setting, one.manner) for one in record.leaders] == [
        ("Lena Hartley", "Acorns", "joint")
    ]
    assert [one.lead for one in record.partnerships] == ["Acorns"]


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"members": None},
        {"members": "x", "answers": [3, {"on": "soon"}]},
        {"members": [{"provider": "x"}]},
    ],
)
def test_w4_a_record_of_another_shape_stays_readable(raw: dict[str, Any]) -> None:
    assert isinstance(record_from(raw), Record)


def test_w4_an_adopted_version_says_the_same_for_ever(
    larkshire: Authority, led: Group, ways: WaysOfWorking, amina: User
) -> None:
    with authority_scope(larkshire):
        before = terms_document(ways, on=TODAY)
        leave(membership=led.bluebells, on=TODAY, reason="Closing", by=amina)
        type(led.acorns.provider).objects.filter(pk=led.acorns.provider_id).update(name="Oaks")
        WaysOfWorking.objects.filter(pk=ways.pk).update(state="superseded", superseded_on=TODAY)
        after = terms_document(
            WaysOfWorking.objects.select_related("collaboration", "adopted_by").get(pk=ways.pk),
            on=date(2031, 1, 1),
        )
    assert after == before
    assert before.signatures == ("Acorns", "Bluebells", "Cara's")
    payee = next(one for section in before.sections for one in section.clauses if one.key == "payee")
    assert payee.lines == ("Acorns",)


# --- the page and the PDF -----------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["adopted", "draft", "circulated"])
def test_w4_the_page_and_the_pdf_say_the_same(
    larkshire: Authority, led: Group, ways: WaysOfWorking, browse: Browse, state: str
) -> None:
    with authority_scope(larkshire):
        shown = ways if state == "adopted" else written(led.collaboration, led.lena, state=state)
        paper = pdf.document_html(
            TERMS_TEMPLATE, terms_context(terms_document(shown, on=TODAY)), authority=larkshire
        )
    page = browse(led.lena).get(page_of(led, f"{shown.version}/")).content.decode()
    said = words_of(body_of(paper))
    assert said == words_of(body_of(page))
    assert len(said) > 40
    assert "Back to contents" in page
    assert "Back to contents" not in paper


def test_w4_a_version_on_a_page(led: Group, ways: WaysOfWorking, browse: Browse) -> None:
    page = browse(led.mo).get(page_of(led, "1/")).content.decode()
    assert [key for key in re.findall(r'<section id="([^"]+)"', page) if key[0] == "1"] == [
        section.key for section in SECTIONS if not section.local and section.key != "1.14"
    ]
    assert 'href="#1.9"' in page
    assert "1.14 Decision Making" in page[page.index('id="not-used"') :]
    assert "75%" in page
    assert "We help &lt;b&gt;every&lt;/b&gt; child to talk." in page
    for said in (
        "14 October 2026",
        "All agreed.",
        "All members, apart from those who abstain",
        "Lena Hartley",
        "Chair",
    ):
        assert said in page
    assert "Leader, " not in page, "who leads alone leads neither jointly nor in rotation"


def test_w4_the_manner_is_said_of_leaders_of_whom_there_are_two(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        LeaderAppointmentFactory(user=led.mo, membership=led.bluebells)
        adopted(led.collaboration, led.lena)
    page = browse(led.mo).get(page_of(led, "1/")).content.decode()
    assert page.count("Leader, jointly") == 2


def test_w4_warnings_are_for_who_writes(larkshire: Authority, led: Group, browse: Browse) -> None:
    with authority_scope(larkshire):
        written(led.collaboration, led.lena, state="circulated")
    said = "Section 1.9 does not say what happens when a worry about a child comes up."
    assert said in browse(led.lena).get(page_of(led, "1/")).content.decode()
    assert said not in browse(led.mo).get(page_of(led, "1/")).content.decode()


@pytest.mark.parametrize(
    ("who", "draft", "circulated", "held"),
    [
        ("lena", 200, 200, 200),
        ("mo", 404, 200, 200),
        ("amina", 200, 200, 200),
        ("fred", 404, 200, 200),
        ("sam", 404, 404, 404),
        ("otto", 404, 404, 404),
    ],
)
def test_w4_who_reads_which_version(
    larkshire: Authority, led: Group, elsewhere: Collaboration, ways: WaysOfWorking, browse: Browse,
    request: pytest.FixtureRequest, who: str, draft: int, circulated: int, held: int,
) -> None:  # fmt: skip
    user = getattr(led, who, None) or (
        User.objects.get(email="sam@larkshire.example") if who == "sam" else request.getfixturevalue(who)
    )
    with authority_scope(larkshire):
        version = written(led.collaboration, led.lena)
    client = browse(user)
    assert (
        client.get(page_of(led, "2/")).status_code == client.get(page_of(led, "2/pdf/")).status_code == draft
    )
    with authority_scope(larkshire):
        WaysOfWorking.objects.filter(pk=version.pk).update(
            state="circulated", circulated_at=datetime(2026, 11, 20, tzinfo=UTC)
        )
    assert client.get(page_of(led, "2/")).status_code == circulated
    assert client.get(page_of(led, "1/")).status_code == client.get(page_of(led)).status_code == held
    assert client.get(page_of(led, "3/")).status_code == 404


# --- their own page -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("lena", "Write down how you work together"),
        ("mo", "Whoever runs the group writes"),
        ("fred", "Whoever runs the group writes"),
    ],
)
def test_w4_where_nothing_is_there_it_says_what_comes_next(
    led: Group, browse: Browse, request: pytest.FixtureRequest, who: str, said: str
) -> None:
    user = getattr(led, who, None) or request.getfixturevalue(who)
    page = browse(user).get(page_of(led)).content.decode()
    assert said in page
    assert "All versions" not in page


def test_w4_what_holds_what_is_in_hand_and_all_versions(
    larkshire: Authority, led: Group, ways: WaysOfWorking, browse: Browse
) -> None:
    with authority_scope(larkshire):
        adopted(led.collaboration, led.lena, on=date(2026, 11, 1))
        written(led.collaboration, led.lena)
    lena, mo = (browse(user).get(page_of(led)).content.decode() for user in (led.lena, led.mo))
    for page in (lena, mo):
        assert "Version 2, adopted by the members on 1 November 2026." in page
        assert "Replaced by a later version" in page
        assert "Compare two versions" in page
    assert "Version 3" in lena
    assert "Send it to the members" in lena
    assert "Version 3" not in mo


def test_w4_an_adoption_on_paper_is_said_to_be_only_a_day(
    larkshire: Authority, led: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(terms_adopted_on=ADOPTED)
    assert (
        "They are not written here yet, only the day is recorded."
        in browse(led.mo).get(page_of(led)).content.decode()
    )


def test_w4_pages_cost_the_same_for_one_and_thirty(
    larkshire: Authority, led: Group, ways: WaysOfWorking, browse: Browse
) -> None:
    client, costs = browse(led.mo), []
    for more in (0, 30):
        with authority_scope(larkshire):
            for _number in range(more):
                one_more_member(led.collaboration)
            ways.record = record_as_json(record_on(led.collaboration, on=TODAY))
            ways.save(update_fields=["record"])
        for rest in ("", "1/"):
            client.get(page_of(led, rest))
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get(page_of(led, rest))
            costs.append(len(queries))
    assert costs[:2] == costs[2:]
    assert max(costs) <= 30
