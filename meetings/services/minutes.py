"""Writing minutes (G5): the text of each item, what was not reached, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.models import Entry
from audit.rules.actions import Action
from audit.services import record
from core.saving import refuse_older_text, save_in_words
from core.text import has_something_to_see, several_lines
from meetings.models.agenda import AgendaItem
from meetings.models.minutes import Decision, ItemMinutes, Minutes
from meetings.models.planning import Meeting
from meetings.rules.minutes import WRITABLE, MinutesState
from meetings.rules.states import MeetingState
from meetings.rules.written import GENERAL, MAX_WORDS, Saving, Standing, what_becomes_of
from meetings.selectors import agenda, planning
from meetings.selectors import minutes as selectors

#: For so long one entry in the audit log stands for all savings of the same minutes by one person.
RUN_LASTS = timedelta(minutes=30)


class Typed(NamedTuple):
    """What somebody sends for an item (``GENERAL``: for none): the words, the edition that they had before
    them, and whether they changed what their page had shown.
    """

    number: int
    words: str
    edition: int = 0
    is_touched: bool = True


class Kept(NamedTuple):
    """What became of what was sent, by the number of the item: what stands after it was written or stood
    there already; what was not written because somebody else had written; what was left alone because the
    sender had not touched it and somebody else had.
    """

    stands: dict[int, ItemMinutes]
    clashes: dict[int, ItemMinutes]
    left: dict[int, ItemMinutes]


def open_minutes(meeting_id: int, *, by: User, at: datetime) -> tuple[Meeting, Minutes]:
    """The minutes of a meeting, locked for writing; begun where nobody has.

    Raises ValidationError before the day of the meeting, for a cancelled one, and for agreed minutes.
    """
    meeting = planning.meeting_for_update(meeting_id)
    if meeting.state == MeetingState.CANCELLED:
        raise ValidationError({NON_FIELD_ERRORS: _("This meeting is cancelled.")})
    if meeting.on > timezone.localdate(at):
        raise ValidationError({NON_FIELD_ERRORS: _("Minutes are written from the day of the meeting on.")})
    minutes = selectors.minutes_for_update(meeting)
    if minutes is None:
        minutes = Minutes(meeting=meeting, started_by=by, started_at=at)
        save_in_words(minutes)
    if MinutesState(minutes.state) not in WRITABLE:
        raise ValidationError(
            {NON_FIELD_ERRORS: _("These minutes are agreed, so they cannot change. Add an amendment.")}
        )
    return meeting, minutes


@transaction.atomic
def write_minutes(
    *,
    meeting_id: int,
    typed: Sequence[Typed],
    reached: Mapping[int, bool] | None = None,
    page: str = "",
    by: User,
    at: datetime,
) -> Kept:
    """Save what is written of some items, each for itself (G5).

    Of two people who write the same item the second writes nothing over the first: it is among the clashes,
    and is written once it is sent with the edition that stands. ``page`` names the open page, whose own last
    saving is no clash. ``reached``: whether items were reached, by number. Raises ValidationError for a text
    that is too long (at "words_<number>"), and as ``open_minutes``.
    """
    _must_fit(typed)
    meeting, minutes = open_minutes(meeting_id, by=by, at=at)
    items = {item.pk: item for item in agenda.items_of(meeting)}
    rows = {row.item_id or GENERAL: row for row in ItemMinutes.objects.filter(minutes=minutes)}
    kept, is_new = Kept({}, {}, {}), False
    for each in typed:
        if each.number != GENERAL and each.number not in items:
            continue  # taken off the agenda meanwhile
        row = rows.get(each.number) or ItemMinutes(minutes=minutes, item=items.get(each.number))
        is_new |= _keep(kept, row, each, page=page, by=by, at=at)
    is_new |= _say_what_was_reached(items, reached or {})
    if is_new:
        _enter(meeting, by=by, at=at)
    return kept


def _must_fit(typed: Sequence[Typed]) -> None:
    too_long = {
        f"words_{each.number}": _("The text must be %(most)d characters or fewer.") % {"most": MAX_WORDS}
        for each in typed
        if len(several_lines(each.words)) > MAX_WORDS
    }
    if too_long:
        raise ValidationError(too_long)


def _keep(kept: Kept, row: ItemMinutes, each: Typed, *, page: str, by: User, at: datetime) -> bool:
    """Write one text where it may be, and note what became of it; whether it was written."""
    words = several_lines(each.words)
    stands = Standing(row.edition, row.words, row.page)
    saving = what_becomes_of(
        words, stands=stands, edition=each.edition, page=page, is_touched=each.is_touched
    )
    if saving is Saving.CLASH:
        kept.clashes[each.number] = row
    elif saving is Saving.NOTHING and words != row.words:
        kept.left[each.number] = row
    else:
        kept.stands[each.number] = row
    if saving is Saving.WRITE:
        row.words, row.page, row.edition = words, page[:40], row.edition + 1
        row.edited_by, row.edited_at = by, at
        save_in_words(row)
    return saving is Saving.WRITE


def _say_what_was_reached(items: Mapping[int, AgendaItem], reached: Mapping[int, bool]) -> bool:
    changed = [
        item
        for number, item in items.items()
        if number in reached and item.was_reached is not reached[number]
    ]
    for item in changed:
        item.was_reached = reached[item.pk]
        save_in_words(item, fields=["was_reached"])
    return bool(changed)


@transaction.atomic
def record_decision(
    *, meeting_id: int, item: AgendaItem | None, words: str, by: User, at: datetime
) -> Decision:
    """Record what the meeting decided, under an item or under none. The same one pressed twice is one.

    Raises ValidationError at "words", and as ``open_minutes``.
    """
    meeting, minutes = open_minutes(meeting_id, by=by, at=at)
    words = _decided(words)
    same = Decision.objects.filter(minutes=minutes, item=item, words=words).first()
    if same is not None:
        return same
    decision = Decision(minutes=minutes, item=item, words=words, recorded_by=by, recorded_at=at)
    save_in_words(decision)
    _record(Action.DECISION_RECORDED, meeting, by)
    return decision


@transaction.atomic
def change_decision(
    *, meeting_id: int, decision_id: int, seen: str, words: str, by: User, at: datetime
) -> Decision:
    """Write a decision anew. Raises ValidationError at "words", at "seen" for an older text, and as
    ``open_minutes``.
    """
    meeting, minutes = open_minutes(meeting_id, by=by, at=at)
    decision = selectors.decision_in(minutes, decision_id)
    if decision is None:
        raise ValidationError({NON_FIELD_ERRORS: _("Somebody has taken this decision out meanwhile.")})
    words = _decided(words)
    if words == decision.words:
        return decision
    refuse_older_text(seen=seen, mark=selectors.edition_of_decision(decision))
    decision.words = words
    save_in_words(decision, fields=["words"])
    _record(Action.DECISION_CHANGED, meeting, by)
    return decision


@transaction.atomic
def remove_decision(*, meeting_id: int, decision_id: int, by: User, at: datetime) -> None:
    """Take a decision out that was recorded by mistake. Gone is gone. Raises as ``open_minutes``."""
    meeting, minutes = open_minutes(meeting_id, by=by, at=at)
    decision = selectors.decision_in(minutes, decision_id)
    if decision is not None:
        decision.delete()
        _record(Action.DECISION_REMOVED, meeting, by)


def _decided(words: str) -> str:
    words = several_lines(words)
    if not has_something_to_see(words):
        raise ValidationError({"words": _("Enter what was decided")})
    return words


def forget_empty_parts(item: AgendaItem) -> bool:
    """Before an item goes off the agenda: whether nothing stands in the way. Parts without words go."""
    written = ItemMinutes.objects.filter(item=item).exclude(words="")
    if written.exists() or Decision.objects.filter(item=item).exists():
        return False
    ItemMinutes.objects.filter(item=item, words="").delete()
    return True


def _enter(meeting: Meeting, *, by: User, at: datetime) -> None:
    """One entry for all that one person saves within half an hour."""
    about = {"about_type": meeting._meta.label_lower, "about_id": meeting.pk}
    last = Entry.objects.filter(**about, action=Action.MINUTES_WRITTEN).order_by("-at", "-pk").first()
    if last is None or last.by_id != by.pk or at - last.at >= RUN_LASTS:
        _record(Action.MINUTES_WRITTEN, meeting, by)


def _record(action: Action, meeting: Meeting, by: User) -> None:
    record(action, about=meeting, by=by, collaboration=meeting.collaboration)
