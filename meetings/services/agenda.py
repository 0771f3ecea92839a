"""The agenda: proposing items (G1), writing and ordering them, papers, and sending them (G2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.files import Purpose, RefusedFile, check_file
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from documents.models import StoredFile
from documents.services import files
from documents.services.outbox import send_email
from meetings.emails.agenda import ItemAnswered, PapersReady
from meetings.models.agenda import AgendaItem, Paper, PapersSent
from meetings.models.planning import Meeting
from meetings.rules import agenda as rules
from meetings.rules import papers as paper_rules
from meetings.rules.states import MeetingState
from meetings.selectors import agenda as selectors
from meetings.selectors import planning
from meetings.services.minutes import forget_empty_parts
from meetings.services.planning import must_be_ahead
from memberships.selectors.members import membership_of_provider
from providers.models import Provider
from ways_of_working.selectors.effective import effective_terms


def never_by_its_number(user: User, file: StoredFile) -> bool:
    """Papers are opened on the page of their meeting, which asks who may."""
    return False


PAPERS = Purpose(
    "meeting_paper",
    may_read=never_by_its_number,
    label=gettext_lazy("Paper of a meeting"),
    place=selectors.place_of_file,
    ending_must_fit=True,
)
MAX_ITEMS = 40


@transaction.atomic
def propose_item(
    *,
    meeting_id: int,
    title: str,
    words: str,
    purpose: str,
    minutes: int,
    by: User,
    provider: Provider,
    at: datetime,
) -> AgendaItem:
    """A member proposes an item (G1). The same one pressed twice is one.

    Raises ValidationError after the day that was set, and when the meeting is over or cancelled.
    """
    meeting = _open(meeting_id)
    refuse(
        rules.may_propose(
            state=MeetingState(meeting.state),
            last_on=last_day_to_propose(meeting),
            today=timezone.localdate(at),
            is_member=membership_of_provider(meeting.collaboration, provider.pk, on=timezone.localdate(at))
            is not None,
            title=title,
            minutes=minutes,
        )
    )
    facts: dict[str, Any] = {"title": one_line(title), "words": words, "purpose": purpose, "minutes": minutes}
    same = AgendaItem.objects.filter(meeting=meeting, proposed_by=by, **facts).first()
    if same is not None:
        return same
    item = AgendaItem(
        meeting=meeting, **facts, state=AgendaItem.State.PROPOSED, position=_next_position(meeting)
    )
    item.proposed_by, item.proposed_for, item.proposed_at = by, provider, at
    save_in_words(item)
    record(
        Action.AGENDA_ITEM_PROPOSED,
        about=meeting,
        by=by,
        collaboration=meeting.collaboration,
        what=item.title,
    )
    return item


@transaction.atomic
def answer_proposal(*, item_id: int, takes_it: bool, answer: str, by: User, at: datetime) -> AgendaItem:
    """Take a proposed item onto the agenda, or say why not this time. Who proposed it hears of it.

    Raises ValidationError at "answer" without a word why not.
    """
    item = _item(item_id)
    meeting = _open(item.meeting_id)
    wanted = AgendaItem.State.ON_AGENDA if takes_it else AgendaItem.State.DECLINED
    if item.state == wanted:
        return item
    if not takes_it and not one_line(answer):
        raise ValidationError({"answer": _("Say why not this time, or what you suggest instead.")})
    item.state, item.answer = wanted, one_line(answer)
    if takes_it:
        item.position = _next_position(meeting)
    save_in_words(item, fields=["state", "answer", "position"])
    _open_agenda(meeting)
    record(
        Action.AGENDA_ITEM_ANSWERED,
        about=meeting,
        by=by,
        collaboration=meeting.collaboration,
        what=item.title,
    )
    if item.proposed_by_id and item.proposed_by_id != by.pk:
        send_email(ItemAnswered(user_id=item.proposed_by_id, by_id=by.pk, item_id=item.pk))
    return item


@transaction.atomic
def add_item(*, meeting_id: int, values: Mapping[str, Any], by: User, at: datetime) -> AgendaItem:
    """Put an item on the agenda, which opens it. The same one pressed twice is one. Raises
    ValidationError.
    """
    meeting = _open(meeting_id)
    facts = {**values, "title": one_line(values["title"])}
    same = AgendaItem.objects.filter(meeting=meeting, state=AgendaItem.State.ON_AGENDA, **facts).first()
    if same is not None:
        return same
    if selectors.items_of(meeting).count() >= MAX_ITEMS:
        raise ValidationError(_("An agenda has at most %(number)d items.") % {"number": MAX_ITEMS})
    item = AgendaItem(meeting=meeting, **facts, position=_next_position(meeting))
    save_in_words(item)
    _open_agenda(meeting)
    _record(Action.AGENDA_CHANGED, meeting, by)
    return item


@transaction.atomic
def change_item(*, item_id: int, seen: str, values: Mapping[str, Any], by: User) -> AgendaItem:
    """Write an item anew. Raises ValidationError for an older text, and when the meeting is over."""
    item = _item(item_id)
    meeting = _open(item.meeting_id)
    changed = {name: value for name, value in values.items() if getattr(item, name) != value}
    if not changed:
        return item
    refuse_older_text(seen=seen, mark=selectors.edition_of_item(item))
    for name, value in changed.items():
        setattr(item, name, value)
    save_in_words(item, fields=sorted(changed))
    _record(Action.AGENDA_CHANGED, meeting, by)
    return item


@transaction.atomic
def move_item(*, item_id: int, before_id: int, by: User) -> None:
    """Put an item directly before another, as the person saw them. Pressed twice, or gone meanwhile, nothing
    changes.
    """
    item = _item(item_id)
    meeting = _open(item.meeting_id)
    ids = [row.pk for row in selectors.items_of(meeting)]
    order = rules.placed_before(ids, item.pk, before_id)
    if order != ids:
        _put_in_order(order)
        _record(Action.AGENDA_CHANGED, meeting, by)


@transaction.atomic
def open_agenda(*, meeting_id: int, by: User) -> Meeting:
    """Open the agenda: standing items and what the last meeting did not reach come by themselves, and
    members can propose. Open already, what is missing comes.
    """
    meeting = _open(meeting_id)
    if meeting.state == MeetingState.PLANNED:
        _open_agenda(meeting)
        _record(Action.AGENDA_OPENED, meeting, by)
    _carry_over(meeting)
    return meeting


@transaction.atomic
def remove_item(*, item_id: int, by: User) -> None:
    """Take an item off the agenda. One with papers or guests stays until these are taken away. Gone is gone.

    Raises ValidationError.
    """
    item = AgendaItem.objects.select_for_update().filter(pk=item_id).first()
    if item is None:
        return
    meeting = _open(item.meeting_id)
    if item.papers.filter(removed_at=None).exists() or item.guests.filter(withdrawn_at=None).exists():
        raise ValidationError(_("Papers or guests belong to this item. Take them away first."))
    if item.votes.exists():
        raise ValidationError(_("A vote belongs to this item, so it stays."))
    if not forget_empty_parts(item):
        raise ValidationError(_("Minutes are written about this item, so it stays."))
    item.papers.update(item=None)
    item.actions.update(item=None)
    item.guests.all().delete()
    item.carried_to.update(carried_from=None)
    item.delete()
    _record(Action.AGENDA_CHANGED, meeting, by)


@transaction.atomic
def add_paper(
    *,
    meeting_id: int,
    item: AgendaItem | None,
    title: str,
    file: BinaryIO,
    name: str,
    by: User,
    at: datetime,
    replaces: Paper | None = None,
) -> Paper:
    """Attach a paper to a meeting or one of its items; ``replaces``: in the place of an earlier one.

    The same file under the same title is one paper. Raises ValidationError at "file", and when the meeting is
    cancelled.
    """
    meeting = planning.meeting_for_update(meeting_id)
    if meeting.state == MeetingState.CANCELLED:
        raise ValidationError(_("This meeting is cancelled."))
    try:
        checked = check_file(file, name=name, purpose=PAPERS)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    same = Paper.objects.filter(
        meeting=meeting, item=item, title=one_line(title), file__sha256=checked.sha256, removed_at=None
    ).first()
    if same is not None:
        return same
    stored = files.store(file=file, checked=checked, purpose=PAPERS.identifier, by=by, at=at)
    paper = Paper(meeting=meeting, item=item, title=one_line(title), file=stored, added_by=by, added_at=at)
    if replaces is not None:
        paper.replaces = replaces
        Paper.objects.filter(pk=replaces.pk, removed_at=None).update(removed_at=at)
    with files.removed_unless_kept(stored):
        save_in_words(paper)
    record(Action.PAPER_ADDED, about=meeting, by=by, collaboration=meeting.collaboration, title=paper.title)
    return paper


@transaction.atomic
def remove_paper(*, paper_id: int, by: User, at: datetime) -> None:
    """Take a paper away; nobody opens it any more. Away already is away."""
    paper = (
        Paper.objects.select_for_update(of=("self",))
        .select_related("meeting__collaboration")
        .get(pk=paper_id)
    )
    if paper.removed_at is None:
        paper.removed_at = at
        paper.save(update_fields=["removed_at"])
        meeting = paper.meeting
        record(
            Action.PAPER_REMOVED, about=meeting, by=by, collaboration=meeting.collaboration, title=paper.title
        )


@transaction.atomic
def send_papers(*, meeting_id: int, by: User, at: datetime) -> PapersSent | None:
    """Send agenda and papers to the members (G2). Late ones go all the same, and say by how much.

    A second sending says only what has changed; None where nothing has. Raises ValidationError for an empty
    agenda, and when the meeting is over.
    """
    meeting = _open(meeting_id)
    pack, last = selectors.pack_of(meeting), selectors.last_sending(meeting)
    if not pack.items:
        raise ValidationError({NON_FIELD_ERRORS: _("Put at least one item on the agenda first.")})
    if last is not None and not paper_rules.changes_between(selectors.read_pack(last.contents), pack):
        return None
    today = timezone.localdate(at)
    terms = effective_terms(meeting.collaboration, on=today)
    late = paper_rules.days_late(today, terms.papers_due_on(meeting.on))
    sending = PapersSent(meeting=meeting, at=at, by=by, days_late=late, contents=selectors.stored_pack(pack))
    save_in_words(sending)
    if meeting.state != MeetingState.PAPERS_SENT:
        meeting.state = MeetingState.PAPERS_SENT
        save_in_words(meeting, fields=["state"])
    record(Action.PAPERS_SENT, about=meeting, by=by, collaboration=meeting.collaboration, late=late)
    for person in planning.people_told(meeting.collaboration, on=today):
        send_email(PapersReady(user_id=person.pk, by_id=by.pk, sending_id=sending.pk))
    return sending


def last_day_to_propose(meeting: Meeting) -> date:
    """Until when a member may propose an item, the day included: as the meeting says, else before papers are
    due.
    """
    if meeting.items_until is not None:
        return min(meeting.items_until, meeting.on - timedelta(days=1))
    terms = effective_terms(meeting.collaboration, on=meeting.on)
    return rules.last_day_to_propose(meeting.on, papers_due_on=terms.papers_due_on(meeting.on))


def _carry_over(meeting: Meeting) -> None:
    for item in selectors.to_carry_over(meeting):
        facts = {
            name: getattr(item, name)
            for name in ("title", "purpose", "words", "minutes", "presented_by", "is_standing")
        }
        save_in_words(
            AgendaItem(meeting=meeting, **facts, carried_from=item, position=_next_position(meeting))
        )


def _open(meeting_id: int) -> Meeting:
    meeting = planning.meeting_for_update(meeting_id)
    must_be_ahead(meeting)
    return meeting


def _open_agenda(meeting: Meeting) -> None:
    if meeting.state == MeetingState.PLANNED:
        meeting.state = MeetingState.AGENDA_OPEN
        save_in_words(meeting, fields=["state"])


def _item(item_id: int) -> AgendaItem:
    item = AgendaItem.objects.select_for_update(of=("self",)).filter(pk=item_id).first()
    if item is None:
        raise ValidationError({NON_FIELD_ERRORS: _("Somebody has taken this item off the agenda meanwhile.")})
    return item


def _next_position(meeting: Meeting) -> int:
    last = AgendaItem.objects.filter(meeting=meeting).order_by("-position").values_list("position", flat=True)
    return (last.first() or 0) + 1


def _put_in_order(ids: list[int]) -> None:
    for position, item_id in enumerate(ids, start=1):
        AgendaItem.objects.filter(pk=item_id).exclude(position=position).update(position=position)


def _record(action: Action, meeting: Meeting, by: User) -> None:
    record(action, about=meeting, by=by, collaboration=meeting.collaboration)


def sending_ahead(meeting: Meeting, *, on: date) -> dict[str, Any]:
    """What a sending would say on a day: what it brings, and how late it would be."""
    pack, last = selectors.pack_of(meeting), selectors.last_sending(meeting)
    changes = paper_rules.changes_between(selectors.read_pack(last.contents) if last else None, pack)
    due = effective_terms(meeting.collaboration, on=on).papers_due_on(meeting.on)
    words = paper_rules.due_words(due, today=on)
    return {
        "pack": pack,
        "is_first": last is None,
        "lines": [reason.in_words(_) for reason in paper_rules.change_words(changes)] if last else [],
        "due": words.in_words(_) if words else "",
        "people_count": planning.people_told(meeting.collaboration, on=on).count(),
    }
