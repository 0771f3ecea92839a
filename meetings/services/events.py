"""Planning Leaders' Days and events (L4): published, changed, cancelled, brought back, held."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.events import EventCancelled, EventChanged, EventInvited
from meetings.models.events import LIVE, Event, EventDistrict, EventInvitation
from meetings.rules.booking import fair_shares, refusals_of_event
from meetings.rules.events import Audience, EventFacts, EventState, may_move_event
from meetings.selectors import events as selectors
from meetings.selectors.invited import invited, sizes_of_sectors
from meetings.services.booking import settle

TAKEN = gettext_noop("There is an event of this name at that time already.")
#: A change of these is told to everybody who has booked or waits.
TOLD = frozenset({"on", "starts_at", "ends_at", "place", "online_url", "access_notes"})


@transaction.atomic
def plan_event(
    *, values: Mapping[str, Any], districts: Collection[int] = (), by: User, at: datetime
) -> Event:
    """A draft: nobody is invited yet. The same one planned twice is planned once.

    Raises ValidationError at the fields of ``Event``, and at "districts".
    """
    event = Event(**_tidied(values), planned_by=by, planned_at=at)
    same = Event.objects.filter(title=event.title, on=event.on, starts_at=event.starts_at)
    same = same.exclude(state=EventState.CANCELLED)
    existing = same.first()
    if existing is not None and existing.planned_by_id == by.pk and existing.state == EventState.DRAFT:
        return existing  # pressed twice
    _must_be_possible(event, districts, at=at)
    save_in_words(event, clash={"on": _(TAKEN)})
    _set_districts(event, districts)
    record(Action.EVENT_PLANNED, about=event, by=by, day=date_in_words(event.on))
    return event


@transaction.atomic
def change_event(
    *,
    event_id: int,
    seen: str,
    values: Mapping[str, Any],
    districts: Collection[int] = (),
    by: User,
    at: datetime,
) -> Event:
    """Change an event, also its day: bookings stay. Who has booked or waits hears of another day, time or
    place; who is newly invited gets an invitation; who waits is offered places that are new.

    Raises ValidationError for an older text, for fewer places than are taken, and when it is over.
    """
    event = selectors.event_for_update(event_id)
    _must_be_open(event, at=at)
    changed = {name: value for name, value in _tidied(values).items() if getattr(event, name) != value}
    before_districts = set(selectors.districts_of(event))
    if not changed and before_districts == set(districts):
        return event
    refuse_older_text(seen=seen, mark=selectors.edition_of_event(event))
    before = date_in_words(event.on)
    for name, value in changed.items():
        setattr(event, name, value)
    _must_be_possible(event, districts, at=at)
    refuse(refusals_of_event(places=event.places, taken=selectors.taken_places(event)))
    told = bool(TOLD & set(changed)) and event.state == EventState.PUBLISHED
    event.edition += told
    _set_districts(event, districts)
    if event.state == EventState.PUBLISHED:
        event.shares = _shares(event, at=at)
    save_in_words(event, clash={"on": _(TAKEN)})
    was_moved = bool({"on", "starts_at", "ends_at"} & set(changed))
    facts: dict[str, Any] = {"before": before, "day": date_in_words(event.on)} if was_moved else {}
    record(Action.EVENT_MOVED if was_moved else Action.EVENT_CHANGED, about=event, by=by, **facts)
    if event.state == EventState.PUBLISHED:
        if told:
            _tell(event, EventChanged, was_moved=int(was_moved))
        _invite(event, at=at)
        settle(event=event, at=at)
    return event


@transaction.atomic
def publish_event(*, event_id: int, by: User, at: datetime) -> Event:
    """Open booking, and invite those entitled by email. Published already is published.

    Raises ValidationError when it has begun or is cancelled.
    """
    event = selectors.event_for_update(event_id)
    if event.state == EventState.PUBLISHED:
        return event
    _must_move(event, EventState.PUBLISHED, at=at)
    event.state, event.published_at, event.shares = EventState.PUBLISHED, at, _shares(event, at=at)
    save_in_words(event, fields=["state", "published_at", "shares"])
    number = _invite(event, at=at)
    record(Action.EVENT_PUBLISHED, about=event, by=by, number=number)
    return event


@transaction.atomic
def cancel_event(*, event_id: int, because: str, by: User, at: datetime) -> Event:
    """Cancel an event: everybody who has booked or waits is told. Pressed twice is once.

    Raises ValidationError when it is over.
    """
    event = selectors.event_for_update(event_id)
    if event.state == EventState.CANCELLED:
        return event
    _must_move(event, EventState.CANCELLED, at=at, words=because)
    was_published = event.state == EventState.PUBLISHED
    event.state, event.cancelled_because = EventState.CANCELLED, one_line(because)
    event.edition += 1
    save_in_words(event, fields=["state", "cancelled_because", "edition"])
    record(Action.EVENT_CANCELLED, about=event, by=by)
    if was_published:
        _tell(event, EventCancelled)
    return event


@transaction.atomic
def restore_event(*, event_id: int, by: User, at: datetime) -> Event:
    """It takes place after all, with its bookings; a draft is a draft again. Pressed twice is once.

    Raises ValidationError when its day is over, and where another has its name and time.
    """
    event = selectors.event_for_update(event_id)
    if event.state != EventState.CANCELLED:
        return event
    state = EventState.PUBLISHED if event.published_at else EventState.DRAFT
    _must_move(event, state, at=at)
    event.state, event.cancelled_because = state, ""
    event.edition += 1
    clash: dict[str, Any] = {NON_FIELD_ERRORS: _(TAKEN)}
    save_in_words(event, clash=clash, fields=["state", "cancelled_because", "edition"])
    record(Action.EVENT_RESTORED, about=event, by=by)
    if state == EventState.PUBLISHED:
        _tell(event, EventChanged, was_moved=0)
        settle(event=event, at=at)
    return event


def hold_past_events(*, at: datetime) -> int:
    """Record of each published event that is over that it was held; answers of how many. Run again: none."""
    on = timezone.localdate(at)
    ids = (
        Event.objects.filter(state=EventState.PUBLISHED, on__lte=on)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    return sum(_hold(event_id, at=at) for event_id in list(ids))


def invite_newcomers(*, at: datetime) -> int:
    """Invite to each published event whoever may book since a later day: a new leader, a new member of staff.
    Answers how many; run again: none.
    """
    ahead = Event.objects.filter(state=EventState.PUBLISHED, on__gte=timezone.localdate(at)).order_by("pk")
    return sum(_invite_newcomers(event_id, at=at) for event_id in list(ahead.values_list("pk", flat=True)))


@transaction.atomic
def _invite_newcomers(event_id: int, *, at: datetime) -> int:
    event = selectors.event_for_update(event_id)
    on = timezone.localdate(at)
    closed = event.books_until is not None and event.books_until < on
    if event.state != EventState.PUBLISHED or event.begins <= at or closed:
        return 0
    return _invite(event, at=at)


@transaction.atomic
def _hold(event_id: int, *, at: datetime) -> bool:
    event = selectors.event_for_update(event_id)
    if event.state != EventState.PUBLISHED or event.ends > at:
        return False
    event.state = EventState.HELD
    save_in_words(event, fields=["state"])
    record(Action.EVENT_HELD, about=event, by=None)
    return True


def _tidied(values: Mapping[str, Any]) -> dict[str, Any]:
    lines = {"title", "place"}
    values = {name: one_line(value) if name in lines else value for name, value in values.items()}
    return values if values["is_shared"] else {**values, "released_on": None}


def _facts(event: Event) -> EventFacts:
    state = EventState(event.state)
    return EventFacts(state, event.begins, event.ends, was_published=event.published_at is not None)


def _must_move(event: Event, to: EventState, *, at: datetime, words: str = "") -> None:
    refuse(may_move_event(_facts(event), to, at=at, words=words))


def _must_be_open(event: Event, *, at: datetime) -> None:
    if event.state == EventState.CANCELLED:
        raise ValidationError({NON_FIELD_ERRORS: _("This event is cancelled.")})
    if event.state == EventState.HELD or event.ends <= at:
        raise ValidationError({NON_FIELD_ERRORS: _("This event is over.")})


def _must_be_possible(event: Event, districts: Collection[int], *, at: datetime) -> None:
    """Raises ValidationError at the field that cannot be so."""
    if event.ends_at <= event.starts_at:
        raise ValidationError({"ends_at": _("The end must be after the beginning, on the same day.")})
    if event.on < timezone.localdate(at):
        raise ValidationError({"on": _("The day must be today or in the future.")})
    if event.audience == Audience.DISTRICTS and not districts:
        raise ValidationError({"districts": _("Select at least one district.")})
    for name in ("released_on", "books_until"):
        day = getattr(event, name)
        if day is not None and day > event.on:
            raise ValidationError({name: _("It must be the day of the event or before.")})
    refuse(refusals_of_event(places=event.places, taken=0))


def _set_districts(event: Event, districts: Collection[int]) -> None:
    wanted = set(districts) if event.audience == Audience.DISTRICTS else set()
    event.districts.exclude(district__in=wanted).delete()
    there = set(selectors.districts_of(event))
    for district_id in sorted(wanted - there):
        save_in_words(EventDistrict(event=event, district_id=district_id))


def _shares(event: Event, *, at: datetime) -> dict[str, int]:
    if not event.is_shared:
        return {}
    return fair_shares(event.places, sizes_of_sectors(event, on=timezone.localdate(at)))


def _invite(event: Event, *, at: datetime) -> int:
    """An invitation to everybody who may book and has none of this event yet; answers how many are new."""
    people = dict.fromkeys(row.person_id for row in invited(event, on=timezone.localdate(at)))
    before = set(EventInvitation.objects.filter(event=event).order_by().values_list("person_id", flat=True))
    new = [person for person in people if person not in before]
    EventInvitation.objects.bulk_create(
        EventInvitation(authority_id=event.authority_id, event=event, person_id=person, at=at)
        for person in new
    )
    for person in new:
        send_email(EventInvited(event_id=event.pk, user_id=person))
    return len(new)


def _tell(event: Event, kind: Any, **facts: int) -> None:
    for person_id in dict.fromkeys(selectors.people_booked(event, LIVE)):
        send_email(kind(event_id=event.pk, user_id=person_id, edition=event.edition, **facts))
