"""Reads about agendas: items, what was proposed, papers, and what changed since they were sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from core.saving import edition_of
from documents.models import StoredFile
from meetings.models.agenda import AgendaItem, Paper, PapersSent
from meetings.models.guests import Guest
from meetings.models.planning import Meeting
from meetings.rules import agenda as rules
from meetings.rules.papers import Changes, Pack, SentItem, SentPaper, changes_between
from meetings.rules.states import MeetingState
from meetings.selectors.planning import began_before


def items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """The items on the agenda, in order."""
    rows = AgendaItem.objects.filter(meeting=meeting, state=AgendaItem.State.ON_AGENDA)
    return rows.select_related("proposed_by", "proposed_for", "carried_from__meeting").order_by(
        "position", "pk"
    )


def proposals_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """What was proposed and is not on the agenda: waiting first, then what was answered with "not this
    time".
    """
    rows = AgendaItem.objects.filter(meeting=meeting).exclude(state=AgendaItem.State.ON_AGENDA)
    return rows.select_related("proposed_by", "proposed_for").order_by("-state", "proposed_at", "pk")


def item_in(meeting: Meeting, item_id: int) -> AgendaItem | None:
    """An item of this meeting; None where it is another's."""
    rows = AgendaItem.objects.filter(meeting=meeting, pk=item_id)
    return rows.select_related("proposed_by", "proposed_for").first()


def item_by_id(item_id: int) -> AgendaItem | None:
    """For emails, with its meeting and group."""
    rows = AgendaItem.objects.select_related(
        "meeting__collaboration__authority", "proposed_for", "proposed_by"
    )
    return rows.filter(pk=item_id).first()


def papers_of(meeting: Meeting) -> QuerySet[Paper]:
    """The papers that are there now, in the order in which they were added."""
    rows = Paper.objects.filter(meeting=meeting, removed_at=None)
    return rows.select_related("file", "added_by", "item").order_by("added_at", "pk")


def paper_in(meeting: Meeting, paper_id: int) -> Paper | None:
    """A paper of this meeting that is there now."""
    return papers_of(meeting).filter(pk=paper_id).first()


def any_paper_in(meeting: Meeting, paper_id: int) -> Paper | None:
    """A paper of this meeting, also one that was taken away or replaced."""
    return Paper.objects.filter(meeting=meeting, pk=paper_id).first()


def last_sending(meeting: Meeting) -> PapersSent | None:
    """When papers were sent last, and what they were."""
    return (
        PapersSent.objects.filter(meeting=meeting)
        .select_related("by", "meeting")
        .order_by("-at", "-pk")
        .first()
    )


def sending_by_id(sending_id: int) -> PapersSent | None:
    rows = PapersSent.objects.select_related("meeting__collaboration", "meeting__authority", "by")
    return rows.filter(pk=sending_id).first()


def sending_before(sending: PapersSent) -> PapersSent | None:
    """The sending before this one; None for the first."""
    earlier = PapersSent.objects.filter(meeting=sending.meeting_id)
    earlier = earlier.filter(Q(at__lt=sending.at) | Q(at=sending.at, pk__lt=sending.pk))
    return earlier.order_by("-at", "-pk").first()


def pack_of(meeting: Meeting) -> Pack:
    """What would be sent now. Two queries."""
    items = tuple(SentItem(item.pk, item.title, item.minutes) for item in items_of(meeting))
    papers = tuple(
        SentPaper(paper.replaces_id or paper.pk, paper.title, paper.item_id, paper.file.sha256)
        for paper in papers_of(meeting)
    )
    hours = (meeting.starts_at.isoformat("minutes"), meeting.ends_at.isoformat("minutes"))
    when = (meeting.on.isoformat(), *hours, meeting.place)
    return Pack(items, papers, (*when, meeting.online_url))


def changes_since(sending: PapersSent) -> Changes:
    """What is other now than it was in a sending. Two queries."""
    return changes_between(read_pack(sending.contents), pack_of(sending.meeting))


def stored_pack(pack: Pack) -> dict[str, Any]:
    """A pack as a sending keeps it."""
    return {
        "items": [list(item) for item in pack.items],
        "papers": [list(paper) for paper in pack.papers],
        "meeting": list(pack.meeting),
    }


def read_pack(stored: dict[str, Any]) -> Pack:
    """The other way round."""
    return Pack(
        tuple(SentItem(*item) for item in stored.get("items", ())),
        tuple(SentPaper(*paper) for paper in stored.get("papers", ())),
        tuple(stored.get("meeting", ())),
    )


def slots_of(meeting: Meeting, items: Iterable[AgendaItem]) -> list[rules.Slot]:
    """The items with their times, as the clock in London shows them."""
    return rules.timetable([as_rule(item) for item in items], datetime.combine(meeting.on, meeting.starts_at))


def as_rule(item: AgendaItem) -> rules.Item:
    carried = {"standing" if item.is_standing else "carried": item.carried_from_id}
    return rules.Item(
        item.pk, item.title, item.minutes, item.position, is_dealt_with=item.was_reached, **carried
    )


def to_carry_over(meeting: Meeting) -> list[AgendaItem]:
    """The items of the last meeting held before this one that come again: standing ones, then those not
    reached.
    """
    held = Meeting.objects.filter(collaboration=meeting.collaboration_id, state=MeetingState.HELD)
    last = held.filter(began_before(meeting)).order_by("-on", "-starts_at", "-pk").first()
    if last is None:
        return []
    earlier = {item.pk: item for item in items_of(last)}
    standing = [
        rules.Standing(item.pk, item.title, item.minutes) for item in earlier.values() if item.is_standing
    ]
    coming = rules.coming_by_themselves(
        standing,
        [as_rule(item) for item in earlier.values() if not item.is_standing],
        [as_rule(item) for item in items_of(meeting)],
    )
    return [earlier[new.standing or new.carried or 0] for new in coming]


def guest_as_rule(guest: Guest) -> rules.Guest:
    return rules.Guest(guest.item_id, guest.invited_at, guest.opens_until, guest.withdrawn_at)


def edition_of_item(item: AgendaItem) -> str:
    return edition_of(item.title, item.purpose, item.words, item.minutes, item.presented_by, item.is_standing)


def place_of_file(file: StoredFile) -> tuple[str, str] | None:
    """The meeting that a paper is of: the name of its group, which says nothing of the paper, and its page."""
    paper = Paper.objects.select_related("meeting__collaboration").filter(file=file).first()
    if paper is None:
        return None
    meeting = paper.meeting
    return str(meeting.collaboration), reverse(
        "meetings:meeting", args=[meeting.collaboration_id, meeting.pk]
    )
