"""The four review clocks (W1): opening the task of a review, and recording what was found and agreed."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.saving import CHANGED_MEANWHILE, save_in_words
from core.text import several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from ways_of_working.emails import ReviewsOpened
from ways_of_working.models import Review
from ways_of_working.rules.reviews import CLOCK_NAMES
from ways_of_working.selectors import reviews as selectors


@transaction.atomic
def open_reviews(*, at: datetime) -> list[Review]:
    """Open every review of the authority in scope that falls due within 30 days.

    Returns those that this call opened.

    Once, whatever runs twice: the database allows one review of a clock and a due day, and one open review of
    a clock. A run that is killed leaves nothing, and the next one opens them. Leaders, chair and
    administrator get one email for all that opened that night.
    """
    day = timezone.localdate(at)
    reviews = []
    for collaboration, clock, due_on in selectors.reviews_to_open(on=day):
        review = _open_review(collaboration, clock, due_on, at=at)
        if review is not None:
            reviews.append(review)
    collaboration_ids = sorted({review.collaboration_id for review in reviews})
    for collaboration_id, people in selectors.people_running(collaboration_ids, on=day).items():
        for person in people:
            send_email(
                ReviewsOpened(collaboration_id=collaboration_id, user_id=person.pk, opened_on=str(day))
            )
    return reviews


def _open_review(collaboration: Collaboration, clock: str, due_on: date, *, at: datetime) -> Review | None:
    """The review, or None where somebody else was faster."""
    review = Review(collaboration=collaboration, clock=clock, due_on=due_on, opened_at=at)
    try:
        with transaction.atomic():
            review.save(force_insert=True)
    except IntegrityError:
        return None
    name, due = _(CLOCK_NAMES[clock]), date_in_words(due_on)
    record(Action.REVIEW_OPENED, about=review, by=None, collaboration=collaboration, clock=name, due=due)
    return review


@transaction.atomic
def record_review(*, review: Review, done_on: date, words: str, seen: str, by: User, at: datetime) -> Review:
    """Record what was found and agreed, and on which day; or put the record right.

    Raises ValidationError for a day to come, for nothing said, and when somebody else recorded it meanwhile:
    ``seen`` is the mark of what the person was shown (``selectors.edition_of_review``).
    """
    review = selectors.review_for_update(review.pk)
    if (review.done_on, review.words) == (done_on, several_lines(words)):
        return review  # pressed twice
    _must_be_said(done_on, words, today=timezone.localdate(at))
    _must_have_seen(review, seen)
    review.done_on, review.words, review.done_by = done_on, several_lines(words), by
    save_in_words(review, fields=["done_on", "words", "done_by"])
    record(
        Action.REVIEW_DONE,
        about=review,
        by=by,
        collaboration=review.collaboration,
        clock=_(CLOCK_NAMES[review.clock]),
    )
    return review


@transaction.atomic
def settle_terms_review(*, collaboration: Collaboration, on: date, by: User) -> None:
    """A version that is adopted after the review of the ways of working opened is that review: nobody is
    asked for it once more.

    What was found can be put in other words on the review's page.
    """
    review = selectors.open_terms_review(collaboration)
    if review is None or on < timezone.localdate(review.opened_at):
        return
    words = _("The members adopted their ways of working anew on %(day)s.") % {"day": date_in_words(on)}
    review.done_on, review.words, review.done_by = on, words, by
    save_in_words(review, fields=["done_on", "words", "done_by"])
    record(
        Action.REVIEW_DONE,
        about=review,
        by=by,
        collaboration=collaboration,
        clock=_(CLOCK_NAMES[review.clock]),
    )


def _must_be_said(done_on: date, words: str, *, today: date) -> None:
    errors = {}
    if done_on > today:
        errors["done_on"] = _("The day must be today or in the past.")
    if not several_lines(words):
        errors["words"] = _("Say in a few words what you found and agreed.")
    if errors:
        raise ValidationError(errors)


def _must_have_seen(review: Review, seen: str) -> None:
    if seen == selectors.edition_of_review(review):
        return
    text = _(
        "%(person)s has recorded this review while you were writing. Below is what it says now; your own"
        " words are still in the boxes."
    )
    words = {"person": review.done_by or _("Somebody")}
    raise ValidationError({"seen": ValidationError(text % words, code=CHANGED_MEANWHILE)})
