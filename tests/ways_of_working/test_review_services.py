"""W1: the four clocks at work: what opens in the night, once; the
email; recording what was found; two people at once.
"""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from collaborations.models import Collaboration
from collaborations.services import record_terms_adopted
from config.schedule import TIMETABLE
from core.emails import Pace
from core.scoping import authority_scope
from core.tasks import task_named
from tests.concurrency import at_once
from tests.factories.collaborations import CollaborationFactory
from tests.factories.development import ReviewFactory
from tests.staging import staged
from ways_of_working.emails import ReviewsOpened
from ways_of_working.models import Review, TermsTemplate
from ways_of_working.selectors import reviews as selectors
from ways_of_working.services import reviews as nightly
from ways_of_working.services import reviews as services
from ways_of_working.tasks import open_reviews_everywhere

#: Thirty days before the first of March.
NIGHT = datetime(2027, 1, 30, 5, 25, tzinfo=UTC)
VALUES = {
    "review_work_month": 3,
    "review_work_every": 12,
    "review_elections_month": 3,
    "review_terms_month": 9,
    "review_terms_every": 24,
}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NIGHT, tick=False):
        yield


def defaults_published(by) -> TermsTemplate:
    facts = {
        "state": "published",
        "in_force_from": date(2026, 1, 1),
        "published_at": NIGHT,
        "published_by": by,
        "started_by": by,
    }
    return TermsTemplate.objects.create(version=1, values=VALUES, **facts)


@staged
def adopted_a_year_ago(larkshire, led, amina):
    """Riverside adopted its ways of working a year ago; the clocks are the authority's defaults."""
    with authority_scope(larkshire):
        defaults_published(amina)
        Collaboration.objects.update(terms_adopted_on=date(2026, 2, 10))
        led.collaboration.refresh_from_db()
    return led


@pytest.fixture
def running(larkshire, adopted_a_year_ago):
    with authority_scope(larkshire):
        yield adopted_a_year_ago


def opened() -> list[tuple[str, date]]:
    return list(Review.objects.order_by("clock").values_list("clock", "due_on"))


MARCH = [("elections", date(2027, 3, 1)), ("work", date(2027, 3, 1))]


def test_w1_the_night_opens_what_falls_due_in_thirty_days_and_says_so_in_the_audit_log(running):
    assert nightly.open_reviews(at=datetime(2027, 1, 29, 23, tzinfo=UTC)) == []
    assert len(nightly.open_reviews(at=NIGHT)) == 2
    assert opened() == MARCH
    entry = Entry.objects.order_by("pk").last()
    assert entry is not None
    assert (
        entry.sentence
        == "opened the review of the chair and the administrator in Riverside, due on 1 March 2027"
    )
    assert entry.by is None


def test_w1_whatever_runs_twice_opens_once(running):
    for _ in range(2):
        nightly.open_reviews(at=NIGHT)
    with time_machine.travel("2027-03-20 05:25Z", tick=False):
        assert nightly.open_reviews(at=datetime(2027, 3, 20, 5, 25, tzinfo=UTC)) == []
    assert opened() == MARCH
    assert Entry.objects.filter(action="review_opened").count() == 2


def test_w1_killed_in_the_middle_and_run_again_it_opens_once(running):
    def killed_after_it_opened() -> None:
        with transaction.atomic():
            assert len(nightly.open_reviews(at=NIGHT)) == 2
            raise ConnectionError

    with pytest.raises(ConnectionError):
        killed_after_it_opened()
    assert opened() == []
    nightly.open_reviews(at=NIGHT)
    assert opened() == MARCH


@pytest.mark.parametrize("changes", [{"state": "dormant"}, {"state": "drafting"}, {"terms_adopted_on": None}])
def test_w1_no_clock_runs_before_anything_is_adopted_or_while_a_group_rests(running, changes):
    Collaboration.objects.update(**changes)
    assert nightly.open_reviews(at=NIGHT) == []


def test_w1_the_page_says_when_each_clock_is_due_and_which_clause_says_so(running):
    nightly.open_reviews(at=NIGHT)
    lines = {line.clock: line for line in selectors.reviews_for(running.collaboration, date(2027, 4, 1))}
    assert [(line.due_on, line.is_overdue) for line in lines.values()] == [
        (date(2027, 3, 1), True),
        (date(2027, 9, 1), False),
        (lines["membership"].due_on, False),
        (date(2027, 3, 1), True),
    ]
    assert str(lines["work"].terms[0].source.reason) == "The local authority's default since 1 January 2026"


def test_w1_what_was_found_is_recorded_and_put_right(running, amina):
    review = ReviewFactory(collaboration=running.collaboration)
    facts = {"review": review, "by": running.lena, "at": NIGHT, "done_on": date(2027, 1, 28)}
    for _ in range(2):
        services.record_review(words="We go on as we are.", seen=selectors.edition_of_review(review), **facts)
    review.refresh_from_db()
    assert (review.done_on, review.words, review.done_by) == (
        date(2027, 1, 28),
        "We go on as we are.",
        running.lena,
    )
    assert [one.sentence for one in Entry.objects.filter(action="review_done")] == [
        "recorded the review of the work of the group in Riverside"
    ]
    services.record_review(
        words="We meet once more.", seen=selectors.edition_of_review(review), **{**facts, "by": amina}
    )
    assert Review.objects.get().words == "We meet once more."


def test_w1_what_a_record_lacks_is_said_at_its_field(running):
    review = ReviewFactory(collaboration=running.collaboration)
    facts = {"review": review, "by": running.lena, "at": NIGHT, "seen": selectors.edition_of_review(review)}
    with pytest.raises(ValidationError) as caught:
        services.record_review(done_on=date(2027, 2, 1), words=" ", **facts)
    assert set(caught.value.message_dict) == {"done_on", "words"}


def test_w1_of_two_who_record_the_second_one_is_told_who_did(running, amina):
    review = ReviewFactory(collaboration=running.collaboration)
    facts = {
        "review": review,
        "at": NIGHT,
        "done_on": date(2027, 1, 28),
        "seen": selectors.edition_of_review(review),
    }
    services.record_review(words="Lena's words", by=running.lena, **facts)
    with pytest.raises(ValidationError) as caught:
        services.record_review(words="Amina's words", by=amina, **facts)
    assert caught.value.message_dict["seen"][0].startswith(
        "Lena Hartley has recorded this review while you were writing."
    )
    assert Review.objects.get().words == "Lena's words"


@pytest.mark.parametrize("state", ["dormant", "closed"])
def test_w1_what_is_open_in_a_group_that_does_not_run_waits_for_nobody(running, state):
    ReviewFactory(collaboration=running.collaboration, due_on=date(2026, 3, 1))
    assert selectors.reviews().count() == 1
    Collaboration.objects.update(state=state, closed_on=NIGHT.date() if state == "closed" else None)
    running.collaboration.refresh_from_db()
    assert selectors.reviews().count() == 0
    assert not any(
        line.open_review or line.next_due_on
        for line in selectors.reviews_for(running.collaboration, NIGHT.date())
    )


def test_w1_the_next_review_follows_from_the_last_one(running):
    nightly.open_reviews(at=NIGHT)
    review = Review.objects.get(clock="work")
    facts = {
        "review": review,
        "words": "Good.",
        "done_on": date(2027, 1, 30),
        "seen": selectors.edition_of_review(review),
    }
    services.record_review(by=running.lena, at=NIGHT, **facts)
    assert nightly.open_reviews(at=NIGHT) == []
    line = selectors.reviews_for(running.collaboration, date(2027, 2, 1))[0]
    assert (line.open_review, line.last, line.next_due_on, line.opens_on) == (
        None,
        review,
        date(2028, 3, 1),
        date(2028, 1, 31),
    )


def test_w1_the_night_asks_as_many_questions_for_thirty_groups_as_for_one(running):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            selectors.reviews_to_open(on=NIGHT.date())
        return len(queries)

    before = asked()
    CollaborationFactory.create_batch(29, terms_adopted_on=date(2026, 2, 10))
    assert asked() == before
    assert len(selectors.reviews_to_open(on=NIGHT.date())) >= 60


@pytest.mark.parametrize(("on", "settled"), [(date(2027, 1, 30), True), (date(2027, 1, 29), False)])
def test_w1_a_version_that_is_adopted_is_the_open_review_of_the_ways_of_working(running, on, settled):
    for clock in ("terms", "work"):
        ReviewFactory(collaboration=running.collaboration, clock=clock)
    record_terms_adopted(collaboration=running.collaboration, on=on, by=running.lena, at=NIGHT)
    assert list(Review.objects.order_by("clock").values_list("clock", "done_on")) == [
        ("terms", on if settled else None),
        ("work", None),
    ]
    if settled:
        review = Review.objects.get(clock="terms")
        assert (review.words, review.done_by) == (
            "The members adopted their ways of working anew on 30 January 2027.",
            running.lena,
        )


# --- emails and the timetable -------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_w1_the_tick_reaches_every_authority_and_one_email_tells_who_runs_the_group(
    larkshire, marlshire, led, amina, nadia, settings, monkeypatch
):
    monkeypatch.setattr(ReviewsOpened, "pace", Pace.AT_ONCE)  # else it waits for the email of the day
    assert TIMETABLE["open reviews"]["task"] == open_reviews_everywhere.name
    with authority_scope(larkshire):
        defaults_published(amina)
        Collaboration.objects.update(terms_adopted_on=date(2026, 2, 10))
    with authority_scope(marlshire):
        defaults_published(nadia)
        CollaborationFactory(terms_adopted_on=date(2026, 2, 10))
    for _ in range(2):
        open_reviews_everywhere()
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            assert opened() == MARCH
    (email,) = mail.outbox
    assert (email.subject, email.to) == (
        "Riverside: 2 reviews, the first by 1 March",
        ["lena@larkshire.example"],
    )
    body = " ".join(email.body.split())
    assert body.startswith(
        "Hello Lena, It is soon time for Riverside to look together at this: - The work of the group: review"
        " due on 1 March 2027 - The chair and the administrator: review due on 1 March 2027 Put it on the"
        " agenda of a meeting."
    )
    address = f"{settings.BASE_URL}/larkshire/collaborations/{led.collaboration.pk}/reviews/"
    assert address in body
    assert address in email.alternatives[0][0]
    assert not re.search(r"{[{%]", email.body + str(email.alternatives[0][0]))


def test_w1_no_email_about_what_is_done_already(larkshire, running):
    nightly.open_reviews(at=NIGHT)
    Review.objects.update(done_on=NIGHT.date(), words="Good.")
    facts = {
        "collaboration_id": running.collaboration.pk,
        "user_id": running.lena.pk,
        "opened_on": "2027-01-30",
    }
    message = {"kind": "ways_of_working.reviews_opened", "ids": facts}
    task_named("documents.send_email").apply(kwargs=message, headers={"authority_id": larkshire.pk}).get()
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_w1_two_nights_at_once_open_once(larkshire, led, amina):
    with authority_scope(larkshire):
        defaults_published(amina)
        Collaboration.objects.update(terms_adopted_on=date(2026, 2, 10))
    assert at_once(larkshire, [lambda: nightly.open_reviews(at=NIGHT)] * 2) == ["done", "done"]
    with authority_scope(larkshire):
        assert opened() == MARCH
        assert Entry.objects.filter(action="review_opened").count() == 2
