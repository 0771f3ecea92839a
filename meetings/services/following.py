"""What follows an event (L4): feedback in the evening, and after a term what came of what people wanted to
do.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import TaskLink, User
from accounts.services.links import make_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from documents.services.outbox import send_emails_once
from meetings.emails.following import FeedbackAsked, PledgeAsked
from meetings.models.events import Booking, Event
from meetings.models.programme import EventFeedback
from meetings.rules import events as rules
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState
from meetings.selectors import programme as selectors


@transaction.atomic
def give_feedback(*, booking_id: int, useful: int, pledge: str, words: str, at: datetime) -> EventFeedback:
    """Say how useful an event was and what one will do. Said again within the two weeks it is changed.

    Raises ValidationError when the time has passed, or the person did not come.
    """
    booking = _locked(booking_id)
    if not may_give_feedback(booking, at=at):
        raise ValidationError({NON_FIELD_ERRORS: _("Feedback on this event can no longer be given.")})
    row = selectors.feedback_of(booking) or EventFeedback(booking=booking)
    said = useful, one_line(pledge), words
    if row.pk and (row.useful, row.pledge, row.words) == said:
        return row  # pressed twice
    (row.useful, row.pledge, row.words), row.given_at = said, at
    save_in_words(row)
    take_back_links(purpose=selectors.FEEDBACK, about_id=booking.pk, at=at)
    record(Action.FEEDBACK_GIVEN, about=booking.event, by=booking.person)
    return row


@transaction.atomic
def answer_pledge(*, booking_id: int, kept: str, kept_words: str, at: datetime) -> None:
    """Say after a term what came of it. Said again it is changed.

    Raises ValidationError when nothing was promised, or the time has passed.
    """
    booking = _locked(booking_id)
    row = pledge_to_answer(booking, at=at)
    if row is None:
        raise ValidationError({NON_FIELD_ERRORS: _("This can no longer be answered.")})
    if (row.kept, row.kept_words) == (kept, one_line(kept_words)):
        return  # pressed twice
    row.kept, row.kept_words, row.kept_at = kept, one_line(kept_words), at
    save_in_words(row)
    take_back_links(purpose=selectors.PLEDGE, about_id=booking.pk, at=at)
    record(Action.PLEDGE_ANSWERED, about=booking.event, by=booking.person)


def may_give_feedback(booking: Booking, *, at: datetime) -> bool:
    """Whether somebody with a place who was not ticked as missing can say now how it was."""
    event = booking.event
    took_part = booking.state == BookingState.ACCEPTED and booking.came is not False
    is_on = event.state in (EventState.PUBLISHED, EventState.HELD)
    return took_part and is_on and rules.feedback_open(event.ends, at=at)


def pledge_to_answer(booking: Booking, *, at: datetime) -> EventFeedback | None:
    """What somebody said that they would do, while they can say what came of it."""
    row = selectors.feedback_of(booking)
    on = timezone.localdate(at)
    return row if row is not None and row.pledge and rules.pledge_open(booking.event.on, on=on) else None


@transaction.atomic
def ask_feedback(*, at: datetime) -> int:
    """Write in the evening of an event to those who came; answers how many were asked. Run again: none."""
    on = timezone.localdate(at)
    states = (EventState.PUBLISHED, EventState.HELD)
    rows = Event.objects.filter(state__in=states, on__range=(on - timedelta(days=4), on))
    number = 0
    for event in rows.order_by("pk"):
        if rules.feedback_is_due(event.ends, at=at):
            came = selectors.who_comes(event).exclude(came=False).filter(feedback=None)
            until = event.ends + rules.FEEDBACK_OPEN
            number += _ask(FeedbackAsked, selectors.FEEDBACK, came, until=until, at=at)
    return number


@transaction.atomic
def ask_pledges(*, at: datetime) -> int:
    """Write after a term to those who wanted to do something; answers how many. Run again: none."""
    on = timezone.localdate(at)
    first = on - rules.PLEDGE_AFTER - timedelta(days=7)
    rows = Event.objects.filter(state=EventState.HELD, on__range=(first, on - rules.PLEDGE_AFTER))
    number = 0
    for event in rows.order_by("pk"):
        if rules.pledge_is_due(event.on, on=on):
            waiting = selectors.who_comes(event).filter(feedback__kept="").exclude(feedback__pledge="")
            until = event.begins + rules.PLEDGE_AFTER + rules.PLEDGE_OPEN
            number += _ask(PledgeAsked, selectors.PLEDGE, waiting, until=until, at=at)
    return number


def _ask(kind: Any, purpose: str, bookings: Iterable[Booking], *, until: datetime, at: datetime) -> int:
    emails = []
    for booking in bookings:
        _ensure_link(purpose, booking, booking.person, until=until, at=at)
        emails.append(kind(booking_id=booking.pk, user_id=booking.person_id))
    return send_emails_once(emails)


def _ensure_link(purpose: str, booking: Booking, person: User, *, until: datetime, at: datetime) -> None:
    links = TaskLink.objects.filter(purpose=purpose, about_id=booking.pk, used_at=None, withdrawn_at=None)
    if not links.filter(expires_at__gt=at).exists():
        days = max((until - at).days, 1)
        make_link(purpose=purpose, about_id=booking.pk, email=person.email, user=person, at=at, days=days)


def _locked(booking_id: int) -> Booking:
    Booking.objects.select_for_update(of=("self",)).get(pk=booking_id)
    return Booking.objects.select_related("event", "person").get(pk=booking_id)
