"""Reads about the programme of an event, its materials, who came, and what people said afterwards (L4)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.urls import reverse

from documents.models import StoredFile
from meetings.models.events import Booking, Event
from meetings.models.programme import EventFeedback, EventMaterial, EventSession, SessionChoice, WalkIn
from meetings.rules.booking import BookingState
from meetings.rules.events import Answer, Slot, Summary, summary_of

#: What the links of these emails are for.
FEEDBACK, PLEDGE = "meetings.event_feedback", "meetings.event_pledge"


def sessions_of(event: Event) -> QuerySet[EventSession]:
    """The programme in its order, each with how many have chosen it."""
    rows = EventSession.objects.filter(event=event).annotate(taken=Count("choices"))
    return rows.order_by("starts_at", "ends_at", "title__in_order", "pk")


def session_in(event: Event, session_id: int) -> EventSession | None:
    """A session of this event; None where it is another's."""
    return EventSession.objects.filter(event=event, pk=session_id).first()


def as_slots(sessions: Iterable[EventSession]) -> list[Slot]:
    """Sessions as the rule sees them."""
    return [
        Slot(row.pk, row.title, row.starts_at, row.ends_at, row.places, row.taken)  # type: ignore[attr-defined]
        for row in sessions
    ]


def chosen_by(booking: Booking) -> list[int]:
    """Ids of the sessions that somebody takes part in."""
    rows = SessionChoice.objects.filter(booking=booking).order_by("session__starts_at", "pk")
    return list(rows.values_list("session_id", flat=True))


def choices_of(session: EventSession) -> QuerySet[SessionChoice]:
    """Who takes part in a session, by name."""
    rows = SessionChoice.objects.filter(session=session).select_related(
        "booking__person", "booking__provider"
    )
    return rows.order_by("booking__person__full_name__in_order", "pk")


def materials_of(event: Event) -> QuerySet[EventMaterial]:
    """The files that are there, in the order in which they were added."""
    rows = EventMaterial.objects.filter(event=event, removed_at=None)
    return rows.select_related("file").order_by("added_at", "pk")


def material_in(event: Event, material_id: int) -> EventMaterial | None:
    """A material of this event that was not taken away."""
    return materials_of(event).filter(pk=material_id).first()


def any_material_in(event: Event, material_id: int) -> EventMaterial | None:
    """The same, also one that was taken away."""
    return EventMaterial.objects.filter(event=event, pk=material_id).first()


def place_of_material(file: StoredFile) -> tuple[str, str] | None:
    """The event that a file is of, and its page."""
    row = EventMaterial.objects.select_related("event").filter(file=file).first()
    return (str(row.event), reverse("meetings:event", args=[row.event_id])) if row else None


def who_comes(event: Event) -> QuerySet[Booking]:
    """Those who have a place, by name."""
    rows = Booking.objects.filter(event=event, state=BookingState.ACCEPTED)
    return rows.select_related("person", "provider").order_by("person__full_name__in_order", "pk")


def walk_ins_of(event: Event) -> QuerySet[WalkIn]:
    return WalkIn.objects.filter(event=event).order_by("name__in_order", "pk")


def walk_in_in(event: Event, row_id: int) -> WalkIn | None:
    return WalkIn.objects.filter(event=event, pk=row_id).first()


def feedback_of(booking: Booking) -> EventFeedback | None:
    return EventFeedback.objects.filter(booking=booking).first()


def summary_of_event(event: Event) -> Summary:
    """What people said of an event together, as far as it may be shown."""
    rows = EventFeedback.objects.filter(booking__event=event).order_by("pk")
    answers = [Answer(row.useful, row.pledge, row.words, row.kept, row.kept_words) for row in rows]
    asked = Booking.objects.filter(event=event, state=BookingState.ACCEPTED).exclude(came=False)
    return summary_of(answers, asked=asked.count())
