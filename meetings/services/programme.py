"""The programme of an event, the sessions that people choose, its materials, and who came (L4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.files import Purpose, RefusedFile, check_file
from core.saving import save_in_words
from core.text import one_line
from documents.services import files
from meetings.models.events import LIVE, Booking, Event
from meetings.models.programme import EventMaterial, EventSession, SessionChoice, WalkIn
from meetings.rules.booking import BookingState
from meetings.rules.events import EventState, refusals_of_choice, refusals_of_session
from meetings.selectors import events
from meetings.selectors import programme as selectors


def never_by_its_number(user: Any, file: Any) -> bool:
    """Materials are opened from the pages of their event alone, where it is asked who had a place."""
    return False


MATERIALS = Purpose(
    "event_material",
    may_read=never_by_its_number,
    label=gettext_lazy("Material of an event"),
    place=selectors.place_of_material,
    ending_must_fit=True,
)
SAME_SESSION = gettext_noop("There is a session of this title at that time already.")
MAX_SESSIONS, MAX_WALK_INS = 60, 300


# --- the programme ------------------------------------------------------------------------------------------


@transaction.atomic
def write_session(
    *, event_id: int, values: Mapping[str, Any], by: User, session: EventSession | None = None
) -> EventSession:
    """Add a session to the programme, or change one. Written twice it is there once.

    Raises ValidationError at its fields, and when the event is over or cancelled.
    """
    event = _open(event_id)
    values = {**values, "title": one_line(values["title"]), "where": one_line(values["where"])}
    refuse(
        refusals_of_session(
            values["starts_at"], values["ends_at"], event_from=event.starts_at, event_until=event.ends_at
        )
    )
    row = session or EventSession(event=event)
    if session is None:
        same = EventSession.objects.filter(
            event=event, title=values["title"], starts_at=values["starts_at"]
        ).first()
        if same is not None and all(getattr(same, name) == value for name, value in values.items()):
            return same
        if EventSession.objects.filter(event=event).count() >= MAX_SESSIONS:
            raise ValidationError(
                _("A programme has at most %(number)d sessions.") % {"number": MAX_SESSIONS}
            )
    elif values["places"] is not None and row.choices.count() > values["places"]:
        taken = row.choices.count()
        raise ValidationError({"places": _("%(taken)d people have chosen it already.") % {"taken": taken}})
    if session is not None and all(getattr(row, name) == value for name, value in values.items()):
        return row  # pressed twice
    for name, value in values.items():
        setattr(row, name, value)
    save_in_words(row, clash={"title": _(SAME_SESSION)})
    record(Action.SESSION_WRITTEN, about=event, by=by, title=row.title)
    return row


@transaction.atomic
def remove_session(*, event_id: int, session_id: int, by: User) -> None:
    """Take a session out of the programme, with what people chose. Out already is out."""
    event = _open(event_id)
    row = selectors.session_in(event, session_id)
    if row is not None:
        record(Action.SESSION_REMOVED, about=event, by=by, title=row.title)
        row.delete()


@transaction.atomic
def choose_sessions(*, booking_id: int, session_ids: Collection[int], at: datetime) -> None:
    """Say in which sessions somebody takes part, in the place of what was chosen before.

    Raises ValidationError at "sessions" where one is full or two meet, and without a place.
    """
    booking = events.booking_by_id(booking_id)
    event = events.event_for_update(booking.event_id if booking else 0)
    booking = Booking.objects.get(pk=booking_id)
    if booking.state != BookingState.ACCEPTED or event.begins <= at:
        raise ValidationError(
            {"sessions": _("You can choose sessions while you have a place, until it begins.")}
        )
    rows = {row.pk: row for row in selectors.sessions_of(event)}
    chosen = [rows[pk] for pk in dict.fromkeys(session_ids) if pk in rows]
    already = selectors.chosen_by(booking)
    refuse(refusals_of_choice(selectors.as_slots(chosen), already=already))
    wanted = {row.pk for row in chosen}
    SessionChoice.objects.filter(booking=booking).exclude(session__in=wanted).delete()
    for pk in sorted(wanted - set(already)):
        save_in_words(SessionChoice(booking=booking, session=rows[pk]))


# --- materials ----------------------------------------------------------------------------------------------


@transaction.atomic
def add_material(
    *, event_id: int, title: str, file: BinaryIO, name: str, by: User, at: datetime
) -> EventMaterial:
    """A file for those who have a place or came; also after the day. The same one twice is one.

    Raises ValidationError at "file".
    """
    event = events.event_for_update(event_id)
    try:
        checked = check_file(file, name=name, purpose=MATERIALS)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    same = selectors.materials_of(event).filter(title=one_line(title), file__sha256=checked.sha256).first()
    if same is not None:
        return same
    stored = files.store(file=file, checked=checked, purpose=MATERIALS.identifier, by=by, at=at)
    row = EventMaterial(event=event, title=one_line(title), file=stored, added_by=by, added_at=at)
    with files.removed_unless_kept(stored):
        save_in_words(row)
    record(Action.MATERIAL_ADDED, about=event, by=by, title=row.title)
    return row


@transaction.atomic
def remove_material(*, material_id: int, by: User, at: datetime) -> None:
    """Take a file away; nobody opens it any more. Away already is away."""
    row = EventMaterial.objects.select_for_update(of=("self",)).select_related("event").get(pk=material_id)
    if row.removed_at is None:
        row.removed_at = at
        row.save(update_fields=["removed_at"])
        record(Action.MATERIAL_REMOVED, about=row.event, by=by, title=row.title)


# --- who came -----------------------------------------------------------------------------------------------


@transaction.atomic
def mark_coming(*, booking_id: int, came: bool, by: User, at: datetime) -> None:
    """Tick that somebody with a place came, or did not. The same tick twice is one; the latest stands.

    Raises ValidationError before the day, and for an event that is cancelled.
    """
    row = Booking.objects.select_related("person").get(pk=booking_id)
    event = _on_its_day(row.event_id, at=at)
    if row.state not in LIVE or row.came is came:
        return
    Booking.objects.filter(pk=row.pk).update(came=came)
    what = _("came") if came else _("did not come")
    record(Action.COMING_MARKED, about=event, by=by, person=row.person, what=what)


@transaction.atomic
def add_walk_in(*, event_id: int, name: str, of: str, by: User, at: datetime) -> WalkIn:
    """Somebody who came without a booking. The same one twice is one.

    Raises ValidationError before the day, and for an event that is cancelled.
    """
    event = _on_its_day(event_id, at=at)
    facts = {"name": one_line(name), "of": one_line(of)}
    same = WalkIn.objects.filter(event=event, **facts).first()
    if same is not None:
        return same
    if WalkIn.objects.filter(event=event).count() >= MAX_WALK_INS:
        raise ValidationError(_("There are at most %(number)d.") % {"number": MAX_WALK_INS})
    row = WalkIn(event=event, **facts, by=by, at=at)
    save_in_words(row)
    record(Action.WALK_IN_ADDED, about=event, by=by, name=row.name)
    return row


@transaction.atomic
def remove_walk_in(*, row: WalkIn, by: User) -> None:
    """Take back one that was added by mistake. Taken back already is taken back."""
    event = events.event_for_update(row.event_id)
    if WalkIn.objects.filter(pk=row.pk).exists():
        record(Action.WALK_IN_REMOVED, about=event, by=by, name=row.name)
        WalkIn.objects.filter(pk=row.pk).delete()


def _open(event_id: int) -> Event:
    event = events.event_for_update(event_id)
    if event.state not in (EventState.DRAFT, EventState.PUBLISHED):
        raise ValidationError({NON_FIELD_ERRORS: _("This event is over or cancelled.")})
    return event


def _on_its_day(event_id: int, *, at: datetime) -> Event:
    event = events.event_for_update(event_id)
    if event.state not in (EventState.PUBLISHED, EventState.HELD) or timezone.localdate(at) < event.on:
        raise ValidationError({NON_FIELD_ERRORS: _("You can tick who came from the day of the event on.")})
    return event
