"""W1: the pages of reviews: the four clocks, recording, who reads,
two people, the officers' list and its export.
"""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from tests.factories.development import ReviewFactory
from tests.staging import staged
from tests.ways_of_working.test_review_services import defaults_published
from ways_of_working.models import Review

TOP = "/larkshire/collaborations/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(datetime(2027, 4, 2, 10, tzinfo=UTC), tick=False):
        yield


@staged
def review(larkshire, led, amina) -> Review:
    """The review of the work, whose month ended two days ago."""
    with authority_scope(larkshire):
        defaults_published(amina)
        Collaboration.objects.update(terms_adopted_on=date(2026, 2, 10))
        return ReviewFactory(collaboration=led.collaboration)


def page_of(review, rest: str = "") -> str:
    return f"{TOP}{review.collaboration_id}/reviews/{rest}"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def answer(review, response, words="We go on.", on=date(2027, 3, 20)) -> dict[str, str]:
    found = re.search(r'name="seen" value="(\w+)"', response.content.decode())
    assert found
    return {
        "words": words,
        "seen": found[1],
        "done_on_day": str(on.day),
        "done_on_month": str(on.month),
        "done_on_year": str(on.year),
    }


def test_w1_everybody_in_the_group_sees_the_four_clocks_and_who_runs_it_records(
    browse, led, review, amina, sam, otto, elsewhere
):
    for person, records in ((led.lena, True), (led.mo, False), (amina, True)):
        shown = text(browse(person).get(page_of(review)))
        for words in (
            "Overdue",
            "due on 1 March 2027",
            "Its month has passed. That happens",
            "Next due on 1 September 2027",
        ):
            assert words in shown
        assert (
            "The local authority&#x27;s default since 1 January 2026" in shown
            or "default since 1 January 2026" in shown
        )
        assert (f"/reviews/{review.pk}/record/" in shown) is records
    for stranger in (sam, otto):
        assert browse(stranger).get(page_of(review)).status_code == 404
    assert browse(led.mo).get(page_of(review, f"{review.pk}/record/")).status_code == 403


def test_w1_a_group_that_has_adopted_nothing_is_told_when_the_clocks_begin(browse, larkshire, led):
    shown = text(browse(led.lena).get(f"{TOP}{led.collaboration.pk}/reviews/"))
    assert "The reviews begin to run when your ways of working are adopted." in shown


def test_w1_a_review_is_recorded_and_put_right(browse, led, review):
    client, record = browse(led.lena), page_of(review, f"{review.pk}/record/")
    response = client.post(record, {**answer(review, client.get(record)), "words": " "})
    assert "Answer the question" in text(response)
    said = client.post(record, answer(review, client.get(record)), follow=True)
    assert "The review is recorded. The next one is due on 1 March 2028." in text(said)
    assert "We go on." in text(said)
    assert "Begin a new version" not in text(said)
    client.post(record, answer(review, client.get(record), words="We stop."))
    assert "We stop." in text(client.get(page_of(review, f"{review.pk}/")))
    assert "20 March 2027" in text(client.get(page_of(review)))


def test_w1_the_review_of_the_ways_of_working_offers_to_begin_a_new_version(browse, larkshire, led, review):
    with authority_scope(larkshire):
        terms = ReviewFactory(
            collaboration=led.collaboration,
            clock="terms",
            done_on=date(2027, 3, 3),
            words="Change 1.8",
            done_by=led.lena,
        )
    assert "Begin a new version" in text(browse(led.lena).get(page_of(terms, f"{terms.pk}/")))
    assert "Begin a new version" not in text(browse(led.mo).get(page_of(terms, f"{terms.pk}/")))


def test_w1_the_second_of_two_who_record_sees_what_the_first_one_wrote(browse, led, review, amina):
    record = page_of(review, f"{review.pk}/record/")
    first, second = browse(led.lena), browse(amina)
    given = answer(review, second.get(record), words="Amina's words")
    first.post(record, answer(review, first.get(record), words="Lena's words"))
    said = second.post(record, given)
    for shown in (
        "Lena Hartley has recorded this review",
        "Lena&#x27;s words",
        "Amina&#x27;s words",
        "20 March 2027",
    ):
        assert shown in text(said)


# --- the officers' list -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Riverside", "Woodside", "Hillview"}),
        ("standing=overdue", {"Riverside"}),
        ("standing=open", {"Riverside", "Woodside"}),
        ("standing=done", {"Hillview"}),
        ("clock=terms", {"Woodside"}),
        ("q=hill", {"Hillview"}),
        ("district=none", {"Riverside", "Woodside", "Hillview"}),
    ],
)
def test_w1_officers_list_and_export_the_reviews_of_all_groups(
    browse, larkshire, review, amina, query, shown
):
    with authority_scope(larkshire):
        ReviewFactory(collaboration__name="Woodside", clock="terms", due_on=date(2027, 4, 1))
        ReviewFactory(
            collaboration__name="Hillview",
            clock="membership",
            done_on=date(2027, 3, 5),
            words="Fine",
            done_by=amina,
        )
    response = browse(amina).get(f"{TOP}reviews/?{query}")
    found = str(response.context["rows"])
    assert {name for name in ("Riverside", "Woodside", "Hillview") if name in found} == shown
    export = find_export("reviews")
    with authority_scope(larkshire):
        kept = export.clean_filters(dict([query.split("=")]) if query else {})
        made = list(export.rows(kept, by=amina))
        assert export.count(kept, by=amina) == len(made)
    assert {row[0] for row in made} == shown
    if not query:
        assert [row[3] for row in made] == ["Overdue", "Open", "Done"]
        assert found.index("Riverside") < found.index("Woodside") < found.index("Hillview")


def test_w1_the_export_of_reviews_is_an_officers(larkshire, led, amina, fred):
    export = find_export("reviews")
    with authority_scope(larkshire):
        assert export.may_run(fred, {})
        assert not export.may_run(led.lena, {})
        with pytest.raises(WrongFilters):
            export.clean_filters({"standing": "lost"})


def test_w1_the_lists_ask_as_many_questions_for_thirty_reviews_as_for_one(browse, larkshire, review, amina):
    client, addresses = browse(amina), [f"{TOP}reviews/", page_of(review)]

    def asked() -> list[int]:
        numbers = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            numbers.append(len(queries))
        return numbers

    with authority_scope(larkshire):
        ReviewFactory(
            collaboration=review.collaboration,
            due_on=date(2020, 3, 1),
            done_on=date(2020, 3, 2),
            done_by=amina,
        )
    asked()
    before = asked()
    with authority_scope(larkshire):
        for year in range(1990, 2019):
            ReviewFactory(
                collaboration=review.collaboration,
                due_on=date(year, 3, 1),
                done_on=date(year, 3, 2),
                done_by=amina,
            )
    assert asked() == before


def test_w1_officers_see_reviews_in_the_browser_admin(browse, review, amina):
    shown = text(browse(amina).get("/larkshire/admin/ways_of_working/review/?standing=overdue"))
    assert "Riverside" in shown
    assert (
        "Riverside"
        not in text(browse(amina).get("/larkshire/admin/ways_of_working/review/?standing=done")).split(
            "results"
        )[-1]
    )
