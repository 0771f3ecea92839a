"""What holds for every appointment, be it a role, a person of a
setting, a leader, an office or a reader (A1).

An appointment lasts for ``[starts_on, ends_on)``: the end is the first day without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop

from core.dates import Span, shared_span
from core.reasons import Reason

CODE = "A1"


class Kind(StrEnum):
    """What somebody may be appointed to."""

    ROLE = "role"
    SETTING_ROLE = "setting_role"
    LEADER = "leader"
    OFFICE = "office"
    DOCUMENT_READER = "document_reader"
    CASE_READER = "case_reader"


class Step(StrEnum):
    """What is done to an appointment."""

    GIVE = "give"
    END = "end"
    WITHDRAW = "withdraw"


#: What nobody does for himself or herself, and the sentence that refuses it: giving, of every kind. To refuse
#: more, add the kind and the step.
NOT_FOR_ONESELF: Mapping[tuple[Kind, Step], str] = {
    (Kind.ROLE, Step.GIVE): gettext_noop("You cannot give yourself a role. Ask another manager."),
    (Kind.SETTING_ROLE, Step.GIVE): gettext_noop(
        "You cannot add yourself to a setting. Ask its manager or another officer."
    ),
    (Kind.LEADER, Step.GIVE): gettext_noop(
        "You cannot make yourself a leader. Ask another leader or an officer."
    ),
    (Kind.OFFICE, Step.GIVE): gettext_noop(
        "You cannot give yourself an office. Ask a leader or an officer to record it."
    ),
    (Kind.DOCUMENT_READER, Step.GIVE): gettext_noop(
        "You cannot name yourself as a reader. Ask whoever owns the document."
    ),
    (Kind.CASE_READER, Step.GIVE): gettext_noop("You cannot let yourself into a case. Ask a manager."),
    (Kind.ROLE, Step.END): gettext_noop("You cannot end your own role. Ask another manager."),
}


@dataclass(frozen=True, slots=True)
class EndTerms:
    """How an appointment of one kind may end.

    The sentences may name ``%(day)s``: the first day, the end recorded before.
    """

    too_early: str
    #: Refuses a later end than the one recorded. Empty where the end may be moved to a later day.
    ended_before: str = ""
    #: Whether it may end on its first day, so that it never held.
    may_end_on_first_day: bool = False


def refused_for_oneself(kind: Kind, step: Step, *, person_id: int, by_id: int | None) -> Reason | None:
    """A1. ``by_id`` None is the software itself, which is nobody."""
    sentence = NOT_FOR_ONESELF.get((kind, step))
    return Reason(CODE, sentence) if sentence and person_id == by_id else None


def refused_time(time: Span) -> Reason | None:
    """Why nothing can be given for this time."""
    return Reason(CODE, gettext_noop("The end must be after the first day.")) if time.is_empty else None


def overlaps(time: Span, others: Iterable[Span]) -> bool:
    """Whether there is a day that a time has in common with any of the others."""
    return any(shared_span(time, other) is not None for other in others)


def refused_end(time: Span, ends_on: date, terms: EndTerms) -> Reason | None:
    """Why an appointment cannot end on a day."""
    if ends_on < time.start or (ends_on == time.start and not terms.may_end_on_first_day):
        return Reason(CODE, terms.too_early, {"day": time.start})
    if terms.ended_before and time.end is not None and time.end < ends_on:
        return Reason(CODE, terms.ended_before, {"day": time.end})
    return None


def refused_withdrawal(starts_on: date, *, today: date) -> Reason | None:
    """What has begun is ended, never taken back: history stays."""
    if starts_on > today:
        return None
    return Reason(CODE, gettext_noop("This began on %(day)s, so it can only be ended."), {"day": starts_on})
