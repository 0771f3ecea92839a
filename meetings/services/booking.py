"""Booking places at an event, the waiting list and its offers (L4); what people need, kept apart."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from cryptography.fernet import InvalidToken
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.links import make_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.keys import Use, box_for
from core.saving import save_in_words
from documents.services.outbox import send_email
from meetings.emails.booking import BookedForYou, BookingEndedForYou, PlaceBooked, PlaceOffered
from meetings.models.events import LIVE, Booking, BookingNeeds, Event
from meetings.rules import booking as rules
from meetings.rules.booking import BookingState
from meetings.rules.events import SECTORS, EventState, needs_end_on
from meetings.selectors import events as selectors
from meetings.selectors.invited import settings_to_book_for
from providers.models import Provider

#: What is locked together: the two texts of a person's needs.
ABOUT = "needs of a booking"


@transaction.atomic
def book_place(
    *, event_id: int, provider: Provider, person: User, at: datetime, by: User | None = None
) -> Booking:
    """Book a place for a setting: at once where one is free for its sector and nobody waits before, else on
    the waiting list. Pressed twice is once. ``by`` is who books for somebody else, who then hears of it.

    Raises ValidationError at "provider" where the person may not book for it, and when booking has closed.
    """
    event = selectors.event_for_update(event_id)
    own = Booking.objects.filter(event=event, person=person, state__in=LIVE).first()
    if own is not None:
        return own
    _must_be_published(event)
    on = timezone.localdate(at)
    if provider not in settings_to_book_for(event, person, on=on):
        raise ValidationError({"provider": _("You are not invited for this setting.")})
    settle(event=event, at=at)
    as_rule, others = selectors.as_rule(event), selectors.bookings_as_rule(event, on=on)
    refuse(rules.may_book(as_rule, others, person=person.pk, at=at))
    sector = SECTORS[provider.provider_type]
    state = rules.state_of_new(as_rule, others, sector=sector, at=at)
    row = Booking(event=event, person=person, provider=provider, sector=sector, state=state)
    row.asked_at = row.moved_at = at
    save_in_words(row)
    facts: dict[str, Any] = {"setting": provider, "state": row.get_state_display()}
    if by is not None and by != person:
        record(Action.PLACE_BOOKED_FOR, about=event, by=by, person=person, **facts)
        send_email(BookedForYou(booking_id=row.pk, user_id=person.pk))
        return row
    record(Action.PLACE_BOOKED, about=event, by=person, **facts)
    if state is BookingState.ACCEPTED:
        send_email(PlaceBooked(booking_id=row.pk, user_id=person.pk))
    return row


@transaction.atomic
def answer_offer(*, booking_id: int, accepts: bool, by: User, at: datetime) -> Booking:
    """Accept or decline a place that is offered. The same answer twice is one.

    Raises ValidationError when the time has passed, or nothing is offered.
    """
    row = _locked(booking_id)
    to = BookingState.ACCEPTED if accepts else BookingState.DECLINED
    if row.state == to:
        return row
    _must_be_published(row.event)
    as_rule = selectors.as_rule(row.event)
    refuse(rules.may_answer(as_rule, _as_rule(row), at=at))
    _move(row, to, at=at)
    take_back_links(purpose=selectors.PLACE_OFFER, about_id=row.pk, at=at)
    record(Action.PLACE_ANSWERED, about=row.event, by=by, setting=row.provider, state=row.get_state_display())
    if accepts:
        send_email(PlaceBooked(booking_id=row.pk, user_id=row.person_id))
    else:
        settle(event=row.event, at=at)
    return row


@transaction.atomic
def cancel_booking(*, booking_id: int, by: User, at: datetime) -> Booking:
    """Give a place back, or leave the waiting list: the next one is offered it at once. Twice is once.

    Raises ValidationError once the event has begun, and where an offer is to be answered.
    """
    row = _locked(booking_id)
    if row.state == BookingState.CANCELLED:
        return row
    refuse(rules.may_cancel(selectors.as_rule(row.event), _as_rule(row), at=at))
    _move(row, BookingState.CANCELLED, at=at)
    record(Action.PLACE_CANCELLED, about=row.event, by=by, setting=row.provider)
    if row.event.state == EventState.PUBLISHED:
        settle(event=row.event, at=at)
    return row


@transaction.atomic
def cancel_for_somebody(*, booking_id: int, by: User, at: datetime) -> Booking:
    """Take back somebody's place, wish for one or offer: the next one is offered it at once. Who had it hears
    of it. Twice is once.

    Raises ValidationError once the event has begun, and for a booking that has ended otherwise.
    """
    row = _locked(booking_id)
    if row.state in (BookingState.CANCELLED, BookingState.DECLINED):
        return row
    if row.state == BookingState.OFFERED:
        row = answer_offer(booking_id=booking_id, accepts=False, by=by, at=at)
    else:
        row = cancel_booking(booking_id=booking_id, by=by, at=at)
    record(Action.PLACE_CANCELLED_FOR, about=row.event, by=by, person=row.person, setting=row.provider)
    send_email(BookingEndedForYou(booking_id=row.pk, user_id=row.person_id))
    return row


def settle(*, event: Event, at: datetime) -> int:
    """Withdraw the offers of an event that were not answered in time, and offer what is free, in the order of
    asking. The caller has locked the event. Answers how many steps were made; run again it makes none.
    """
    bookings = selectors.bookings_as_rule(event, on=timezone.localdate(at))
    made = rules.steps(selectors.as_rule(event), bookings, at=at)
    rows = {row.pk: row for row in selectors.bookings_of(event).filter(pk__in=[step.number for step in made])}
    for step in made:
        row = rows[step.number]
        row.answer_by = step.answer_by
        _move(row, step.to, at=at)
        if step.to is BookingState.OFFERED:
            _offer(row, at=at)
        else:
            take_back_links(purpose=selectors.PLACE_OFFER, about_id=row.pk, at=at)
            record(Action.PLACE_LAPSED, about=event, by=None, person=row.person, setting=row.provider)
    return len(made)


def settle_all(*, at: datetime) -> int:
    """The same of every published event, each in its own transaction: killed and run again, it goes on."""
    return sum(_settle_one(event_id, at=at) for event_id in selectors.events_to_settle(at))


@transaction.atomic
def _settle_one(event_id: int, *, at: datetime) -> int:
    event = selectors.event_for_update(event_id)
    return settle(event=event, at=at) if event.state == EventState.PUBLISHED else 0


# --- needs --------------------------------------------------------------------------------------------------


@transaction.atomic
def save_needs(*, booking_id: int, access: str, diet: str, by: User, at: datetime) -> None:
    """Keep what somebody needs, locked; with both empty nothing is kept.

    Raises ValidationError when the booking has ended or the day is over.
    """
    row = _locked(booking_id)
    if row.state not in LIVE or timezone.localdate(at) >= needs_end_on(row.event.on):
        raise ValidationError({NON_FIELD_ERRORS: _("This booking has ended.")})
    if not access.strip() and not diet.strip():
        BookingNeeds.objects.filter(booking=row).delete()
        return
    text = json.dumps({"access": access, "diet": diet})
    needs = BookingNeeds.objects.filter(booking=row).first() or BookingNeeds(booking=row)
    needs.sealed = box_for(Use.NEEDS, ABOUT).encrypt(text.encode()).decode()
    save_in_words(needs)


def needs_of(needs: BookingNeeds | None) -> dict[str, str]:
    """The two texts; empty where there are none, or no key opens them."""
    if needs is None:
        return {"access": "", "diet": ""}
    try:
        text = box_for(Use.NEEDS, ABOUT).decrypt(needs.sealed.encode())
    except InvalidToken:
        return {"access": "", "diet": ""}
    return dict(json.loads(text))


@transaction.atomic
def read_needs(*, event: Event, by: User, at: datetime) -> list[tuple[Booking, dict[str, str]]]:
    """What those who have a place need, by name, for who organises the event; that it was read is recorded.

    Nothing once the day is over.
    """
    if timezone.localdate(at) >= needs_end_on(event.on):
        return []
    rows = BookingNeeds.objects.filter(booking__event=event, booking__state=BookingState.ACCEPTED)
    rows = rows.select_related("booking__person", "booking__provider")
    read = [
        (row.booking, needs_of(row)) for row in rows.order_by("booking__person__full_name__in_order", "pk")
    ]
    if read:
        record(Action.NEEDS_READ, about=event, by=by, number=len(read))
    return read


@transaction.atomic
def delete_needs(*, at: datetime) -> int:
    """Delete the needs of events whose day is over, and record of each event that and how many. Answers how
    many were deleted; run again: none.
    """
    today = timezone.localdate(at)
    rows = BookingNeeds.objects.filter(booking__event__on__lt=today).select_related("booking__event")
    by_event: dict[Event, list[int]] = {}
    for row in rows.order_by("pk"):
        if today >= needs_end_on(row.booking.event.on):
            by_event.setdefault(row.booking.event, []).append(row.pk)
    for event, ids in by_event.items():
        BookingNeeds.objects.filter(pk__in=ids).delete()
        record(Action.NEEDS_DELETED, about=event, by=None, number=len(ids))
    return sum(len(ids) for ids in by_event.values())


# --- shared -------------------------------------------------------------------------------------------------


def _locked(booking_id: int) -> Booking:
    """The booking, its event locked first: all that is done with its places goes one after the other."""
    event_id = Booking.objects.values_list("event_id", flat=True).get(pk=booking_id)
    event = selectors.event_for_update(event_id)
    row = Booking.objects.select_related("person", "provider").get(pk=booking_id)
    row.event = event
    return row


def _as_rule(row: Booking) -> rules.Booking:
    state = BookingState(row.state)
    return rules.Booking(row.pk, row.person_id, row.sector, row.asked_at, state, row.answer_by)


def _move(row: Booking, to: BookingState, *, at: datetime) -> None:
    """To another state; with a booking that ends go what the person needs and chose."""
    row.state, row.moved_at = to, at
    if to is not BookingState.OFFERED:
        row.answer_by = None
    save_in_words(row, fields=["state", "moved_at", "answer_by"])
    if to not in LIVE:
        BookingNeeds.objects.filter(booking=row).delete()
        row.choices.all().delete()


def _offer(row: Booking, *, at: datetime) -> None:
    days = (row.answer_by - at).days + 1 if row.answer_by else 1
    link = make_link(
        purpose=selectors.PLACE_OFFER,
        about_id=row.pk,
        email=row.person.email,
        user=row.person,
        at=at,
        days=days,
    )
    record(Action.PLACE_OFFERED, about=row.event, by=None, person=row.person, setting=row.provider)
    send_email(PlaceOffered(booking_id=row.pk, user_id=row.person_id, link_id=link.pk))


def _must_be_published(event: Event) -> None:
    if event.state == EventState.CANCELLED:
        raise ValidationError({NON_FIELD_ERRORS: _("This event is cancelled.")})
    if event.state != EventState.PUBLISHED:
        raise ValidationError({NON_FIELD_ERRORS: _("This event cannot be booked.")})
