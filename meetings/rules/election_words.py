"""G6: where an election stands, in the words of every page, list and export: also what the clock, and the
count of the ballot, have made of it since somebody last moved it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.dates import Span
from meetings.rules.elections import DUE_AHEAD_MONTHS, ElectionState, due_on, state_on


class Stage(TextChoices):
    """Where an election stands, as it is told."""

    CALLED = ElectionState.CALLED.value, ElectionState.CALLED.label
    NOMINATIONS = ElectionState.NOMINATIONS.value, ElectionState.NOMINATIONS.label
    NOMINATED = "nominated", _("Nominations over")
    BALLOT = ElectionState.BALLOT.value, ElectionState.BALLOT.label
    VOTED = "voted", _("Ballot over, not counted")
    COUNTED = "counted", _("Ballot counted")
    TIED = ElectionState.TIED.value, ElectionState.TIED.label
    ELECTED = ElectionState.ELECTED.value, ElectionState.ELECTED.label
    IN_POST = ElectionState.IN_POST.value, ElectionState.IN_POST.label
    DUE = ElectionState.DUE.value, ElectionState.DUE.label
    ENDED = "ended", _("Term over")
    NOBODY = ElectionState.NOBODY.value, ElectionState.NOBODY.label
    WITHDRAWN = ElectionState.WITHDRAWN.value, ElectionState.WITHDRAWN.label


#: The colour of the tag of each, for lists and pages alike.
STAGE_COLOURS: Mapping[Stage, str] = {
    Stage.CALLED: "yellow",
    Stage.NOMINATIONS: "blue",
    Stage.NOMINATED: "yellow",
    Stage.BALLOT: "blue",
    Stage.VOTED: "yellow",
    Stage.COUNTED: "yellow",
    Stage.TIED: "yellow",
    Stage.ELECTED: "green",
    Stage.IN_POST: "green",
    Stage.DUE: "yellow",
    Stage.ENDED: "grey",
    Stage.NOBODY: "red",
    Stage.WITHDRAWN: "grey",
}


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What an election's stage is told by. ``is_counted``: its ballot is closed; ``is_over``: the time of an
    open ballot is over; ``term``: in post, once somebody is elected.
    """

    state: ElectionState
    nominate_until: date
    term: Span
    is_counted: bool = False
    is_over: bool = False


def stage_of(facts: StageFacts, today: date) -> Stage:
    """Where an election stands on a day. The last day of nominations counts."""
    if facts.state is ElectionState.NOMINATIONS and facts.nominate_until < today:
        return Stage.NOMINATED
    if facts.state is ElectionState.BALLOT and facts.is_counted:
        return Stage.COUNTED
    if facts.state is ElectionState.BALLOT and facts.is_over:
        return Stage.VOTED
    if facts.state is not ElectionState.ELECTED:
        return Stage(facts.state.value)
    if facts.term.end is not None and facts.term.end <= today:
        return Stage.ENDED
    return Stage(state_on(facts.term, today).value)


def last_due_end(today: date) -> date:
    """The latest end (the day after the last) of a term whose next election is due on a day: for whoever asks
    the database, which knows no month's end.
    """
    ends = (today + relativedelta(months=DUE_AHEAD_MONTHS, days=more) for more in range(4))
    return max(end for end in ends if due_on(Span(today, end)) == today)
