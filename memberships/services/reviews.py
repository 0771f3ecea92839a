"""The nightly opening of reviews (W1), and the letter about them to whoever runs the group."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from collaborations.models import Review
from collaborations.selectors import collaboration_by_id
from collaborations.selectors import reviews as reads
from collaborations.services import reviews
from core.mail import send_letter
from documents.services.outbox import enqueue
from memberships.emails.reviews import reviews_letter


@transaction.atomic
def open_reviews(*, at: datetime) -> list[Review]:
    """Open what falls due within 30 days, and tell leaders, chair and administrator: one letter for all that opened that night."""

    opened = reviews.open_reviews(at=at)
    day = timezone.localdate(at)
    for collaboration_id, people in reads.people_running(sorted({one.collaboration_id for one in opened}), on=day).items():
        for person in people:
            enqueue("ways_of_working.tell_of_reviews", collaboration_id=collaboration_id, user_id=person.pk, opened_on=str(day))
    return opened


def send_reviews_opened(*, collaboration_id: int, user_id: int, opened_on: date) -> None:
    """One of those who run the group hears which reviews opened that day, as far as they are still to be done."""
    collaboration = collaboration_by_id(collaboration_id)
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if collaboration is None or person is None:
        return
    rows = reads.opened_on(collaboration, opened_on)
    if rows:
        send_letter(reviews_letter(collaboration, rows, person, opened_on), authority=collaboration.authority)
