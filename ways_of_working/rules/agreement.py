"""W2: when a version may be sent to the members, which answers count,
and on which nights the silent ones are reminded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from ways_of_working.rules.adoption import MemberAnswer, State, transition_of
from ways_of_working.rules.comparing import Materiality, refusals_to_decide

#: The timetable reminds so many days before the day by which to answer, and on it.
REMINDED_DAYS_BEFORE = frozenset({7, 2, 0})
LONGEST_TO_ANSWER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class CirculationFacts:
    """What sending a version round is judged by. ``says`` is whether anything at all is written in it."""

    state: State
    members: int
    by_rule: Materiality
    is_first: bool
    says: bool = True


class GivenAnswer(NamedTuple):
    """A member's answer, and when it was given last."""

    member: int
    answer: MemberAnswer
    at: datetime


def may_circulate(
    facts: CirculationFacts, *, answer_by: date | None, is_material: bool, why: str, today: date
) -> list[Refusal]:
    """W2: every reason why a version may not be sent to the members, at once. Empty when it may.

    Members who are only told of a small change need no day to answer by.
    """
    if transition_of(facts.state, State.CIRCULATED) is None:
        return [
            Refusal(
                "state",
                Reason(
                    "W2", gettext_noop("Only a version that is being written can be sent to the members.")
                ),
            )
        ]
    refusals = []
    if not facts.members:
        refusals.append(Refusal("state", Reason("W2", gettext_noop("There are no members to send it to."))))
    if not facts.says:
        refusals.append(Refusal("state", Reason("W2", gettext_noop("Nothing is written in it yet."))))
    if facts.is_first and not is_material:
        refusals.append(
            Refusal(
                "is_material", Reason("W2", gettext_noop("The first version is always put to the members."))
            )
        )
    elif not facts.is_first:
        refusals += refusals_to_decide(facts.by_rule, is_material=is_material, why=why)
    return [*refusals, *(_wrong_day(answer_by, today) if is_material else ())]


def counted(answers: Iterable[GivenAnswer], *, since: datetime | None) -> Mapping[int, MemberAnswer]:
    """The answers to what was sent round last.

    Those to an earlier round are history: the words may have changed since.
    """
    return {answer.member: answer.answer for answer in answers if since is not None and answer.at >= since}


def to_be_asked(
    silent: Set[int],
    asked: Set[int],
    *,
    answer_by: date | None,
    today: date,
    nights: Set[int] = REMINDED_DAYS_BEFORE,
) -> frozenset[int]:
    """Whom the timetable writes to tonight: who was never asked (it joined
    since), and on some days everybody who is silent.
    """
    if answer_by is not None and (answer_by - today).days in nights:
        return frozenset(silent)
    return frozenset(silent - asked)


def _wrong_day(answer_by: date | None, today: date) -> Iterator[Refusal]:
    if answer_by is None:
        yield Refusal(
            "answer_by_on", Reason("W2", gettext_noop("Say by which day the members should answer."))
        )
    elif answer_by < today:
        yield Refusal("answer_by_on", Reason("W2", gettext_noop("The day must be today or later.")))
    elif answer_by > today + LONGEST_TO_ANSWER:
        yield Refusal("answer_by_on", Reason("W2", gettext_noop("The day must be within a year.")))
