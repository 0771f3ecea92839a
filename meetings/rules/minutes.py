"""G5: the minutes of a meeting: draft, with the members, agreed. What was agreed is never written over: what
is learnt later is added to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, diagram_of, move_of, table_of
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.moves import Actor, Need
from meetings.rules.states import AHEAD, COUNTING, MeetingState


class MinutesState(TextChoices):
    """Where the minutes stand."""

    DRAFT = "draft", _("Draft")
    CIRCULATED = "circulated", _("With the members")
    AGREED = "agreed", _("Agreed")


class Agreement(TextChoices):
    """How a later meeting agreed them."""

    AS_SENT = "as_sent", _("As they were sent")
    WITH_CHANGES = "with_changes", _("With changes")


_S, _BY = MinutesState, Actor.ORGANISER

#: The one table. Nothing leads out of "Agreed".
MINUTES_MOVES: tuple[Move[MinutesState, Need], ...] = (
    Move(_S.DRAFT, _S.CIRCULATED, _BY, gettext_noop("Send to the members"), (Need.HELD, Need.TEXT)),
    Move(_S.CIRCULATED, _S.CIRCULATED, _BY, gettext_noop("Send the corrected minutes"), (Need.CHANGES,)),
    Move(_S.CIRCULATED, _S.AGREED, _BY, gettext_noop("Record that they are agreed"), (Need.LATER_MEETING,)),
)
#: Where the organiser writes in them.
WRITABLE = frozenset({_S.DRAFT, _S.CIRCULATED})
#: Where the members read them.
SEEN_BY_MEMBERS = frozenset({_S.CIRCULATED, _S.AGREED})


class LaterMeeting(NamedTuple):
    """The meeting that agrees the minutes of an earlier one. Of two on one day the later by the clock."""

    on: date
    starts_at: time
    state: MeetingState


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What a move is judged by: the minutes, and the meeting they are of. ``changed``: since they were
    sent.
    """

    state: MinutesState
    meeting_on: date
    meeting_from: time
    meeting_state: MeetingState
    text: str = ""
    changed: bool = False

    def are_before(self, on: date, starts_at: time) -> bool:
        """Whether they are of a meeting that began before another did."""
        return (self.meeting_on, self.meeting_from) < (on, starts_at)


class Amendment(NamedTuple):
    """What was added to agreed minutes."""

    number: int
    at: datetime
    words: str


def may_move(
    facts: MinutesFacts,
    to: MinutesState,
    *,
    actor: Actor,
    today: date,
    at_meeting: LaterMeeting | None = None,
) -> list[Refusal]:
    """Every reason why the minutes may not be moved, at once. Empty when they may."""
    row = move_of(MINUTES_MOVES, facts.state, to)
    if row is None:
        return [_refused("to", _no_such_move(facts.state))]
    if row.actor is not actor:
        return [_refused("to", gettext_noop("Only whoever organises the meeting may do this."))]
    missing = {
        Need.HELD: facts.meeting_state not in COUNTING,
        Need.TEXT: not has_something_to_see(facts.text),
        Need.CHANGES: not facts.changed,
        Need.LATER_MEETING: not _has_begun(at_meeting, after=facts, today=today),
    }
    return [_refused(*_SENTENCES[need]) for need in row.needs if missing[need]]


def refusals_of_agreement(agreement: Agreement | None, changes: str) -> list[Refusal]:
    """What is missing in what a meeting said of the minutes: how it agreed them and, with changes, which."""
    if agreement is None:
        sentence = gettext_noop("Select whether the minutes were agreed as they were sent or with changes.")
        return [_refused("agreement", sentence)]
    if agreement is Agreement.WITH_CHANGES and not has_something_to_see(changes):
        return [_refused("changes", gettext_noop("Enter the changes that the meeting made."))]
    return []


def may_correct(state: MinutesState, *, is_member: bool, words: str) -> list[Refusal]:
    """Why somebody cannot propose a correction. Anybody of a member setting can, while the members read
    them.
    """
    if not is_member:
        return [
            _refused("words", gettext_noop("Only members of the collaboration can propose a correction."))
        ]
    if state is MinutesState.AGREED:
        sentence = gettext_noop("These minutes are agreed. Ask the chair to add an amendment.")
        return [_refused("words", sentence)]
    if state is MinutesState.DRAFT:
        return [_refused("words", gettext_noop("These minutes have not been sent to the members yet."))]
    return [] if has_something_to_see(words) else [_refused("words", gettext_noop("Enter the correction."))]


def may_amend(state: MinutesState, words: str) -> list[Refusal]:
    """Why nothing can be added to agreed minutes. Minutes that are not agreed are changed themselves."""
    if state is not MinutesState.AGREED:
        return [_refused("words", gettext_noop("These minutes are not agreed yet, so change them directly."))]
    return [] if has_something_to_see(words) else [_refused("words", gettext_noop("Enter the amendment."))]


def in_order(amendments: Iterable[Amendment]) -> list[Amendment]:
    """The amendments as they were added."""
    return sorted(amendments, key=lambda amendment: (amendment.at, amendment.number))


def still_to_agree(
    minutes: Iterable[MinutesFacts], *, meeting_on: date, meeting_from: time
) -> list[MinutesFacts]:
    """The minutes of earlier meetings that a meeting should agree, oldest first, also of one earlier that
    day: the page warns of them before the meeting is recorded as held, and until they are agreed. Those of
    cancelled meetings are none.
    """
    waiting = [
        facts
        for facts in minutes
        if facts.state is not MinutesState.AGREED
        and facts.are_before(meeting_on, meeting_from)
        and facts.meeting_state in COUNTING
    ]
    return sorted(waiting, key=lambda facts: (facts.meeting_on, facts.meeting_from))


def forgotten_words(facts: MinutesFacts, *, meeting_on: date) -> Reason:
    """The warning about minutes that are still to be agreed, at a meeting on a day."""
    is_draft = facts.state is MinutesState.DRAFT
    if facts.meeting_on == meeting_on:
        sentence = (
            gettext_noop(
                "The minutes of the earlier meeting on this day have not been sent to the members yet."
            )
            if is_draft
            else gettext_noop("The minutes of the earlier meeting on this day have not been agreed yet.")
        )
        return Reason("G5", sentence)
    if is_draft:
        sentence = gettext_noop("The minutes of %(day)s have not been sent to the members yet.")
    else:
        sentence = gettext_noop("The minutes of %(day)s have not been agreed yet.")
    return Reason("G5", sentence, {"day": facts.meeting_on})


def minutes_table() -> str:
    """The table for the rule's page."""
    return table_of(MINUTES_MOVES)


def minutes_diagram() -> str:
    """The diagram for the rule's page."""
    return diagram_of(MINUTES_MOVES, MinutesState, MinutesState.DRAFT)


def _has_begun(meeting: LaterMeeting | None, *, after: MinutesFacts, today: date) -> bool:
    """Whether a meeting later than the one of ``after`` is going on or was held."""
    return (
        meeting is not None
        and meeting.state in AHEAD | COUNTING
        and after.are_before(meeting.on, meeting.starts_at)
        and meeting.on <= today
    )


def _no_such_move(state: MinutesState) -> str:
    if state is MinutesState.AGREED:
        return gettext_noop("These minutes are agreed, so they cannot change. Add an amendment.")
    return gettext_noop("Send the minutes to the members first.")


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("G5", sentence))


_SENTENCES = {
    Need.HELD: ("to", gettext_noop("Record that the meeting was held first.")),
    Need.TEXT: ("text", gettext_noop("Write the minutes first.")),
    Need.CHANGES: ("text", gettext_noop("Nothing has changed since the minutes were sent.")),
    Need.LATER_MEETING: ("meeting", gettext_noop("Select the later meeting that agreed these minutes.")),
}
