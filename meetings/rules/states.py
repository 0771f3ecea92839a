"""The life of a meeting (G1, G2), as one table, and what may be undone within the day.

A meeting that is moved to another day keeps its state, and with it its papers and answers. A cancelled
meeting counts nowhere (C7).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, diagram_of, move_of, table_of
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.moves import Actor, Need


class MeetingState(TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", _("Planned")
    AGENDA_OPEN = "agenda_open", _("Agenda open")
    PAPERS_SENT = "papers_sent", _("Papers sent")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


_S, _BY = MeetingState, Actor.ORGANISER
_TO_HOLD = (Need.DAY,)
_TO_CANCEL = (Need.WORDS, Need.NOBODY_CAME)
_OPEN, _SEND = gettext_noop("Open the agenda"), gettext_noop("Send the papers")
_AGAIN = gettext_noop("Send what changed")
_HOLD, _CANCEL = gettext_noop("Record that it was held"), gettext_noop("Cancel the meeting")

#: The one table. A group that sends no papers has held its meeting all the same.
MEETING_MOVES: tuple[Move[MeetingState, Need], ...] = (
    Move(_S.PLANNED, _S.AGENDA_OPEN, _BY, _OPEN),
    Move(_S.PLANNED, _S.HELD, _BY, _HOLD, _TO_HOLD),
    Move(_S.PLANNED, _S.CANCELLED, _BY, _CANCEL, _TO_CANCEL),
    Move(_S.AGENDA_OPEN, _S.PAPERS_SENT, _BY, _SEND, (Need.ITEMS,)),
    Move(_S.AGENDA_OPEN, _S.HELD, _BY, _HOLD, _TO_HOLD),
    Move(_S.AGENDA_OPEN, _S.CANCELLED, _BY, _CANCEL, _TO_CANCEL),
    Move(_S.PAPERS_SENT, _S.PAPERS_SENT, _BY, _AGAIN, (Need.ITEMS, Need.CHANGES)),
    Move(_S.PAPERS_SENT, _S.HELD, _BY, _HOLD, _TO_HOLD),
    Move(_S.PAPERS_SENT, _S.CANCELLED, _BY, _CANCEL, _TO_CANCEL),
)
#: Those still to come: what may be moved to another day, invited to and reminded of.
AHEAD = frozenset({_S.PLANNED, _S.AGENDA_OPEN, _S.PAPERS_SENT})
#: Those that count in a rate (C7).
COUNTING = frozenset({_S.HELD})
#: What can be taken back within its day. Papers that have gone out cannot be called back.
UNDOABLE = frozenset({_S.AGENDA_OPEN, _S.HELD, _S.CANCELLED})


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What a move is judged by. ``came``: how many are marked as having come, by any way of coming;
    ``has_changes``: whether anything changed since papers were sent last.
    """

    state: MeetingState
    meeting_on: date
    items: int = 0
    came: int = 0
    has_changes: bool = True


@dataclass(frozen=True, slots=True)
class LastMove:
    """The last row of a meeting's life: from where it came, and the day in London on which it was made."""

    start: MeetingState
    to: MeetingState
    made_on: date


def may_move(
    facts: MeetingFacts, to: MeetingState, *, actor: Actor, today: date, words: str = ""
) -> list[Refusal]:
    """Every reason why the move may not be made, at once. Empty when it may."""
    row = move_of(MEETING_MOVES, facts.state, to)
    if row is None:
        return [Refusal("to", _no_such_move(facts.state, to))]
    if row.actor is not actor:
        return [Refusal("to", Reason("G1", gettext_noop("Only whoever organises the meeting may do this.")))]
    return [
        Refusal("words" if need is Need.WORDS else "to", reason)
        for need, reason in _missing_for(row, facts, today, words)
    ]


def may_change_day(facts: MeetingFacts, to_on: date, *, today: date) -> list[Refusal]:
    """Why a meeting may not be moved to another day. Empty when it may: then it keeps its state."""
    if facts.state is MeetingState.HELD:
        return [
            Refusal("day", Reason("G7", gettext_noop("This meeting was held, so its day cannot change.")))
        ]
    if facts.state is MeetingState.CANCELLED:
        return [
            Refusal("day", Reason("G7", gettext_noop("This meeting is cancelled. Plan a new one instead.")))
        ]
    if to_on < today:
        return [Refusal("day", Reason("G7", gettext_noop("The day must be today or in the future.")))]
    if facts.came:
        return [
            Refusal(
                "day",
                Reason("G7", gettext_noop("People are marked as having come, so its day cannot change.")),
            )
        ]
    return []


def may_undo(last: LastMove | None, *, today: date, minutes_are_sent: bool = False) -> list[Refusal]:
    """Why the last move cannot be taken back. Empty when it can: the meeting is again what it was before.

    That it was held stands once its minutes are with the members. Marks and words stay where they are: they
    count again when it is held again.
    """
    if last is None or last.to not in UNDOABLE:
        return [Refusal("to", Reason("G1", gettext_noop("There is nothing to undo.")))]
    if last.made_on != today:
        sentence = gettext_noop("This can be undone only on the day it was done, which was %(day)s.")
        return [Refusal("to", Reason("G1", sentence, {"day": last.made_on}))]
    if last.to is MeetingState.HELD and minutes_are_sent:
        sentence = gettext_noop("The minutes have been sent to the members, so this cannot be undone.")
        return [Refusal("to", Reason("G5", sentence))]
    return []


def meeting_table() -> str:
    """The table for the rule's page."""
    return table_of(MEETING_MOVES)


def meeting_diagram() -> str:
    """The diagram for the rule's page."""
    return diagram_of(MEETING_MOVES, MeetingState, MeetingState.PLANNED)


def _no_such_move(state: MeetingState, to: MeetingState) -> Reason:
    if state is MeetingState.CANCELLED:
        return Reason("G1", gettext_noop("This meeting is cancelled."))
    if state is MeetingState.HELD:
        return Reason("G1", gettext_noop("This meeting was held already."))
    return Reason(
        "G1",
        gettext_noop("No move leads from “%(before)s” to “%(after)s”."),
        {"before": state.label, "after": to.label},
    )


def _missing_for(
    row: Move[MeetingState, Need], facts: MeetingFacts, today: date, words: str
) -> Iterator[tuple[Need, Reason]]:
    """What a move still needs, in the order of its row."""
    wanted = {
        Need.DAY: today < facts.meeting_on,
        Need.WORDS: not has_something_to_see(words),
        Need.NOBODY_CAME: facts.came > 0,
        Need.ITEMS: facts.items == 0,
        Need.CHANGES: not facts.has_changes,
    }
    for need in row.needs:
        if wanted[need]:
            yield need, Reason(*_SENTENCES[need], {"day": facts.meeting_on} if need is Need.DAY else {})


_SENTENCES = {
    Need.DAY: ("G1", gettext_noop("The meeting is on %(day)s. It cannot be recorded as held before then.")),
    Need.WORDS: ("G1", gettext_noop("Say why it is cancelled.")),
    Need.NOBODY_CAME: (
        "G1",
        gettext_noop("People are marked as having come, so the meeting cannot be cancelled."),
    ),
    Need.ITEMS: ("G2", gettext_noop("Put at least one item on the agenda first.")),
    Need.CHANGES: ("G2", gettext_noop("Nothing has changed since the papers were sent.")),
}
