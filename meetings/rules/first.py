"""The first meeting of a forming group (C1, G1): when it is arranged, whom to remind, and who comes.

Members and others are invited alike. Nobody is missed: it counts for no attendance (C7).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal, State
from core.reasons import Reason
from meetings.rules.states import MeetingState

#: Where a group stands while its first meeting can be arranged.
ARRANGING = frozenset({State.PROPOSED, State.INITIAL_MEETING})
#: Nobody is reminded sooner after the invitation or the last reminder.
REMIND_AFTER = timedelta(days=2)
#: So many are invited to one meeting.
MAX_INVITED = 60


class Word(TextChoices):
    """What somebody who is invited says."""

    YES = "yes", _("Comes")
    MAYBE = "maybe", _("Perhaps")
    NO = "no", _("Does not come")


@dataclass(frozen=True, slots=True)
class FirstFacts:
    """What arranging is judged by. ``is_arranged``: a first meeting is planned that has not been cancelled;
    ``is_recorded``: that the group met is recorded.
    """

    state: State
    is_arranged: bool = False
    is_recorded: bool = False


class Tally(NamedTuple):
    """How many of those invited said what, and how many have said nothing."""

    invited: int
    yes: int
    maybe: int
    no: int

    @property
    def waiting(self) -> int:
        return self.invited - self.yes - self.maybe - self.no


def may_arrange(facts: FirstFacts, *, on: date, today: date) -> list[Refusal]:
    """Every reason why the first meeting may not be arranged for a day. Empty when it may."""
    refused = []
    if facts.is_recorded:
        refused.append(_refusal("", gettext_noop("The first meeting of this group is recorded already.")))
    elif facts.is_arranged:
        refused.append(_refusal("", gettext_noop("The first meeting of this group is arranged already.")))
    elif facts.state is State.ENQUIRY:
        refused.append(_refusal("", gettext_noop("Record first that the group is proposed to settings.")))
    elif facts.state not in ARRANGING:
        refused.append(
            _refusal("", gettext_noop("A first meeting is arranged while the group is being formed."))
        )
    if on < today:
        refused.append(_refusal("on", gettext_noop("The day must be today or in the future.")))
    return refused


def may_say_who_came(state: MeetingState, *, meeting_on: date, today: date, number: int) -> list[Refusal]:
    """Why it may not be recorded who came; ``number``: how many did. Empty when it may, also once more."""
    if state is MeetingState.CANCELLED:
        return [_refusal("", gettext_noop("This meeting is cancelled."))]
    if today < meeting_on:
        sentence = gettext_noop("The meeting is on %(day)s. Who came can be recorded from then on.")
        return [Refusal("", Reason("G1", sentence, {"day": meeting_on}))]
    return [] if number else [_refusal("came", gettext_noop("Say who came, at least one."))]


def is_reminded(word: str, *, last_on: date, today: date) -> bool:
    """Whether somebody is reminded who was last written to on ``last_on``: only who has not answered."""
    return not word and today >= last_on + REMIND_AFTER


def tally(words: Iterable[str]) -> Tally:
    """The answers of all who are invited, "" for none yet, counted."""
    said = list(words)
    return Tally(len(said), *(said.count(word) for word in (Word.YES, Word.MAYBE, Word.NO)))


def _refusal(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("G1", sentence))
