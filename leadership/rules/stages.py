"""L3: how a case goes on, from the day it is opened to its end: one table of moves.

A case that the check finds already published passes by *waiting for the report*. Nothing outside a case
changes before publication (O6), so no move that acts outside is made before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.moves import Move, move_of
from core.reasons import Reason

CODE = "L3"


class Stage(TextChoices):
    """Where a case stands: the step that comes next."""

    OPENED = "opened", _("An officer is to be found")
    CONTACT = "contact", _("The first conversation")
    SUPPORT = "support", _("Support is offered")
    LETTER = "letter", _("The letter")
    PUBLICATION = "publication", _("Waiting for the report")
    SUCCESSION = "succession", _("Finding who leads next")
    STEPPED_DOWN = "stepped_down", _("The leader has stepped down")
    STAYS = "stays", _("The leader stays")
    CLOSED = "closed", _("Closed")


class Actor(TextChoices):
    """Who makes a move."""

    MANAGER = "manager", "manager"
    OFFICER = "officer", "the officer of the case"
    PRODUCT = "product", "the product, by what is published"


class Need(TextChoices):
    """What must be there before a move is made."""

    PERSON = "person", "somebody who takes it"
    TALKED = "talked", "what was agreed"
    LETTER = "letter", "a letter that was sent"
    PUBLISHED = "published", "the report is published"
    ENDED = "ended", "the leader's time has ended"
    LED = "led", "somebody else leads, or the task of finding one stays with the team"
    WORDS = "words", "the reason in words"
    OUTCOME = "outcome", "an outcome that the next check leaves closed"


_S = Stage
#: Stages of an open case.
OPEN_STAGES = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
#: From which the leader may step down or stay: there has been a conversation, and the report is out.
_AFTER_CONTACT = (_S.SUPPORT, _S.LETTER, _S.PUBLICATION, _S.SUCCESSION)

STAGE_MOVES: tuple[Move[Stage, Need], ...] = (
    Move(_S.OPENED, _S.CONTACT, Actor.MANAGER, gettext_noop("Assign the case"), (Need.PERSON,)),
    Move(_S.CONTACT, _S.SUPPORT, Actor.OFFICER, gettext_noop("Record the conversation"), (Need.TALKED,)),
    Move(_S.SUPPORT, _S.LETTER, Actor.OFFICER, gettext_noop("Record the support"), (Need.TALKED,)),
    Move(_S.LETTER, _S.PUBLICATION, Actor.OFFICER, gettext_noop("Send the letter"), (Need.LETTER,)),
    Move(
        _S.PUBLICATION, _S.SUCCESSION, Actor.PRODUCT, gettext_noop("Open the succession"), (Need.PUBLISHED,)
    ),
    *(
        Move(
            stage,
            _S.STEPPED_DOWN,
            Actor.OFFICER,
            gettext_noop("Record that the leader has stepped down"),
            (Need.PUBLISHED, Need.ENDED),
        )
        for stage in (*_AFTER_CONTACT, _S.STAYS)
    ),
    *(
        Move(
            stage,
            _S.STAYS,
            Actor.OFFICER,
            gettext_noop("Record that the leader stays"),
            (Need.PUBLISHED, Need.WORDS),
        )
        for stage in _AFTER_CONTACT
    ),
    *(Move(stage, _S.CLOSED, Actor.OFFICER, gettext_noop("Close"), (Need.OUTCOME,)) for stage in OPEN_STAGES),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A case as it stands, as far as a move asks.

    ``is_published``: what the case is about is in the published facts, or its publication is recorded.
    """

    stage: Stage
    is_published: bool
    still_leads: bool
    has_talked: bool
    letter_sent: bool


def refusals_to_move(to: Stage, case: Standing) -> list[Reason]:
    """Why a case cannot go there today (L3, O6); none where it may."""
    move = move_of(STAGE_MOVES, case.stage, to)
    if move is None:
        return [_NO_SUCH_MOVE]
    missing = {
        Need.PUBLISHED: not case.is_published,
        Need.ENDED: case.still_leads,
        Need.TALKED: False,
        Need.LETTER: not case.letter_sent,
    }
    return [_REFUSED[need] for need in move.needs if missing.get(need, False)]


def stage_after_letter(*, is_published: bool) -> Stage:
    """Where a case stands once its letter is sent: nobody waits for a report that is out."""
    return Stage.SUCCESSION if is_published else Stage.PUBLICATION


#: From when on there is more to talk about: the first conversation is recorded.
BEFORE_CONTACT = frozenset({Stage.OPENED, Stage.CONTACT})


def refusals_to_talk(stage: Stage) -> list[Reason]:
    """Why another conversation cannot be recorded yet: the first one comes first (L3)."""
    return [_FIRST_COMES_FIRST] if stage in BEFORE_CONTACT else []


class Haste(TextChoices):
    """How near the day is by which a step is to be done."""

    NONE = "", ""
    SOON = "soon", _("Due soon")
    LATE = "late", _("Overdue")


def haste_of(due: date | None, today: date, remind_days: int) -> Haste:
    """Whether the officer is reminded of a step: some days before its day, and once that is over."""
    if due is None or today < due - timedelta(days=remind_days):
        return Haste.NONE
    return Haste.LATE if today > due else Haste.SOON


def due_on(stage: Stage, since: date, days: Mapping[Stage, int]) -> date | None:
    """The day by which a step is to be done, by the authority's own number of days; None where it waits for
    somebody else.
    """
    return since + timedelta(days=days[stage]) if stage in days else None


_NO_SUCH_MOVE = Reason(
    CODE,
    gettext_noop("This case has moved on. Somebody may have worked on it just now: look at it again."),
)
_FIRST_COMES_FIRST = Reason(CODE, gettext_noop("Record the first conversation before any other."))
_REFUSED = {
    Need.PUBLISHED: Reason(
        "O6",
        gettext_noop("The report is not published yet. Until it is, nothing outside this case may change."),
    ),
    Need.ENDED: Reason(
        CODE,
        gettext_noop(
            "The leader's time has not ended. End it in the collaboration first, then record it here."
        ),
    ),
    Need.LETTER: Reason(CODE, gettext_noop("The letter has not been sent yet.")),
}
