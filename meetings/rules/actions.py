"""G5: actions of meetings and of the plan as one list: in which order, who carries how many, and what of a
leaver's is handed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.states import MeetingState

#: Done longer ago than this, an action no longer counts in the fair share.
SHARE_COUNTS = timedelta(days=365)
#: So long after the last one that was said at a meeting, its actions are told.
QUIET = timedelta(minutes=15)


class Said(NamedTuple):
    """An action of which whoever does it has not heard yet, and when it was last said."""

    number: int
    meeting: int
    changed_at: datetime


class Action(NamedTuple):
    """An action of a setting. Without ``due_on`` it has no day; ``done_on`` is the day it was done."""

    number: int
    setting: int
    due_on: date | None = None
    done_on: date | None = None

    @property
    def is_open(self) -> bool:
        return self.done_on is None

    def is_overdue(self, on: date) -> bool:
        """Whether its day has passed and it is not done. On its day it is not overdue yet."""
        return self.is_open and self.due_on is not None and self.due_on < on


@dataclass(frozen=True, slots=True)
class Load:
    """What a setting carries: actions ``open`` (of them ``overdue``) and ``done``. ``more_than_share``: by
    how many it is over its equal share of all of them; 0 when it is not.
    """

    setting: int
    open: int = 0
    overdue: int = 0
    done: int = 0
    more_than_share: int = 0

    @property
    def all(self) -> int:
        return self.open + self.done


def in_order(actions: Iterable[Action], *, on: date) -> list[Action]:
    """Overdue first, the longest overdue before the others; then by the day they are due; then those without
    a day; last what is done, the latest first.
    """
    return sorted(
        actions,
        key=lambda action: (
            not action.is_open,
            -action.done_on.toordinal() if action.done_on is not None else 0,
            not action.is_overdue(on),
            action.due_on is None,
            action.due_on or date.max,
            action.number,
        ),
    )


def unfinished(actions: Iterable[Action], *, on: date) -> list[Action]:
    """What comes back on the next agenda, overdue first."""
    return in_order((action for action in actions if action.is_open), on=on)


def may_record(*, state: MeetingState, meeting_on: date, today: date, what: str) -> list[Refusal]:
    """Every reason why an action cannot be recorded at a meeting: it is from its day on, and not cancelled."""
    if state is MeetingState.CANCELLED:
        return [_refused("", gettext_noop("This meeting is cancelled."))]
    if today < meeting_on:
        sentence = gettext_noop("Actions are recorded on the day of the meeting or later.")
        return [_refused("", sentence)]
    if not has_something_to_see(what):
        return [_refused("what", gettext_noop("Enter what is to be done."))]
    return []


def to_tell(actions: Iterable[Said], *, at: datetime) -> list[int]:
    """The numbers of the actions of which whoever does them is to hear now: what was said and not told yet,
    of meetings at which nothing more was said for a while. So what a meeting gives is told in one email.
    """
    rows = list(actions)
    going_on = {row.meeting for row in rows if row.changed_at > at - QUIET}
    return [row.number for row in rows if row.meeting not in going_on]


def equal_share(actions: int, settings: int) -> int:
    """How many actions each would carry were they shared equally, rounded up; 0 where there is nobody."""
    return -(-actions // settings) if settings else 0


def loads(actions: Iterable[Action], settings: Collection[int], *, on: date) -> list[Load]:
    """G5: who carries how much against an equal share, for each of the settings, most first.

    Actions of settings that are not among them (they have left) count for nobody and in no share, nor does
    what was done more than a year ago: whoever has been a member for longer carries no more for it.
    """
    numbers = sorted(set(settings))
    counted = [action for action in actions if action.setting in set(numbers) and _counts(action, on)]
    share = equal_share(len(counted), len(numbers))
    made = [_load_of(number, counted, share, on) for number in numbers]
    return sorted(made, key=lambda load: (-load.all, load.setting))


def is_shared(made: Iterable[Load]) -> Reason:
    """Whether the load is shared, in words."""
    above = sum(load.more_than_share > 0 for load in made)
    if not above:
        return Reason("G5", gettext_noop("The actions are shared fairly."))
    if above == 1:
        return Reason("G5", gettext_noop("1 setting has more than its equal share of the actions."))
    sentence = gettext_noop("%(number)d settings have more than their equal share of the actions.")
    return Reason("G5", sentence, {"number": above})


def to_hand_over(actions: Iterable[Action], leaver: int, *, on: date) -> list[Action]:
    """C6: the open actions of a setting that leaves."""
    return unfinished((action for action in actions if action.setting == leaver), on=on)


def _load_of(setting: int, actions: Iterable[Action], share: int, on: date) -> Load:
    own = [action for action in actions if action.setting == setting]
    still_open = sum(action.is_open for action in own)
    return Load(
        setting,
        open=still_open,
        overdue=sum(action.is_overdue(on) for action in own),
        done=len(own) - still_open,
        more_than_share=max(0, len(own) - share),
    )


def _counts(action: Action, on: date) -> bool:
    return action.done_on is None or action.done_on > on - SHARE_COUNTS


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("G5", sentence))
