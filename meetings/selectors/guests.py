"""Reads about guests (G3): of one item, and by their link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from accounts.models import TaskLink
from meetings.models.agenda import AgendaItem, Paper
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.rules.attendance import ExpectedGuest, InvitedGuest, expected_guests
from meetings.selectors.attendance import others_at

#: What the links of guests are for.
GUEST_ITEM = "meetings.guest_item"
#: A link opens until so long after the meeting, so that a guest can look up what was handed out.
OPENS_AFTER = timedelta(days=2)


def opens_until(meeting: Meeting) -> datetime:
    """Until when the links of the guests of a meeting open."""
    return meeting.ends + OPENS_AFTER


def guests_of(meeting: Meeting) -> QuerySet[Guest]:
    """Those who are invited to an item of a meeting, by item."""
    rows = Guest.objects.filter(item__meeting=meeting, withdrawn_at=None)
    return rows.select_related("item", "invited_by").order_by("item__position", "invited_at", "pk")


def invited_to(meeting: Meeting) -> list[tuple[Guest, TaskLink]]:
    """The guests of what is on the agenda, each with the link that was sent."""
    rows = list(guests_of(meeting).filter(item__state=AgendaItem.State.ON_AGENDA))
    links = TaskLink.objects.filter(
        purpose=GUEST_ITEM, about_id__in=[row.pk for row in rows], withdrawn_at=None
    )
    by_guest = {link.about_id: link for link in links.order_by("pk")}
    return [(row, by_guest[row.pk]) for row in rows if row.pk in by_guest]


def guest_in(meeting: Meeting, guest_id: int) -> Guest | None:
    """A guest of this meeting, also one whose invitation was taken back; None where it is another's."""
    rows = Guest.objects.filter(item__meeting=meeting, pk=guest_id)
    return rows.select_related("item", "invited_by").first()


def guest_by_id(guest_id: int) -> Guest | None:
    """With the item, the meeting and the group; also one whose invitation was taken back."""
    rows = Guest.objects.select_related("item__meeting__collaboration__authority", "invited_by")
    return rows.filter(pk=guest_id).first()


def papers_for(item: AgendaItem) -> QuerySet[Paper]:
    """The papers of one item alone: what a guest may open."""
    return Paper.objects.filter(item=item, removed_at=None).select_related("file").order_by("added_at", "pk")


def guests_to_note(meeting: Meeting, *, also_noted: bool = False) -> list[ExpectedGuest]:
    """The guests of what is on the agenda of whom nobody has noted yet that they were there; ``also_noted``:
    and those of whom somebody has. At most two queries.
    """
    rows = guests_of(meeting).filter(item__state=AgendaItem.State.ON_AGENDA)
    invited = [InvitedGuest(row.pk, row.name, row.email, row.word) for row in rows]
    noted = [row.name for row in others_at(meeting)] if invited and not also_noted else []
    return expected_guests(invited, noted=noted)


def guests_by_item(guests: Iterable[Guest]) -> dict[int, list[Guest]]:
    found: dict[int, list[Guest]] = {}
    for guest in guests:
        found.setdefault(guest.item_id, []).append(guest)
    return found
