"""G1: a meeting that was planned by mistake is undone within its day, and never with marks on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from meetings.rules.clock import localdate


@dataclass(frozen=True, slots=True)
class PlannedFacts:
    """What undoing the planning of a meeting is judged by: when it was planned, and what stands on it."""

    planned_at: datetime
    is_first: bool = False
    has_marks: bool = False
    has_votes: bool = False
    has_minutes: bool = False
    has_papers: bool = False
    has_answers: bool = False
    has_items: bool = False


def may_take_back(facts: PlannedFacts, *, today: date) -> list[Refusal]:
    """Every reason why the planning of a meeting cannot be undone. Empty when it can: it is gone then."""
    return [Refusal("", reason) for reason in _reasons(facts, today)]


def _reasons(facts: PlannedFacts, today: date) -> Iterator[Reason]:
    planned_on = localdate(facts.planned_at)
    if planned_on != today:
        sentence = gettext_noop("Planning can be undone only on the day it was done, which was %(day)s.")
        yield Reason("G1", sentence, {"day": planned_on})
    on_it = (
        (facts.is_first, gettext_noop("The first meeting of a group can be moved or cancelled.")),
        (facts.has_marks, gettext_noop("People are marked as having come or not.")),
        (facts.has_votes, gettext_noop("Something is put to the vote at this meeting.")),
        (facts.has_minutes, gettext_noop("Minutes of this meeting are begun.")),
        (facts.has_papers, gettext_noop("Papers are added or sent.")),
        (facts.has_answers, gettext_noop("Somebody has said whether they come.")),
        (facts.has_items, gettext_noop("There are items on the agenda, or proposed for it.")),
    )
    for stands, sentence in on_it:
        if stands:
            yield Reason("G1", sentence)
