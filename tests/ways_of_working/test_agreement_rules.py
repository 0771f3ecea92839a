"""W2: when a version may be sent round, which answers count, and whom the timetable writes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ways_of_working.rules.adoption import MemberAnswer, State
from ways_of_working.rules.agreement import CirculationFacts, GivenAnswer, counted, may_circulate, to_be_asked
from ways_of_working.rules.comparing import Materiality

TODAY = date(2026, 11, 21)
MATERIAL, SMALL = Materiality(True, ()), Materiality(False, ())
FIRST = CirculationFacts(State.DRAFT, members=3, by_rule=MATERIAL, is_first=True)
LATER = replace(FIRST, is_first=False)


def said(
    facts: CirculationFacts, *, answer_by: date | None = TODAY, is_material: bool = True, why: str = ""
) -> list[tuple[str, str]]:
    found = may_circulate(facts, answer_by=answer_by, is_material=is_material, why=why, today=TODAY)
    return [(field, reason.in_words()) for field, reason in found]


@pytest.mark.parametrize(
    ("facts", "more", "refused"),
    [
        (FIRST, {}, []),
        (FIRST, {"answer_by": TODAY + timedelta(days=365)}, []),
        (FIRST, {"answer_by": None}, [("answer_by_on", "Say by which day the members should answer.")]),
        (
            FIRST,
            {"answer_by": TODAY - timedelta(days=1)},
            [("answer_by_on", "The day must be today or later.")],
        ),
        (
            FIRST,
            {"answer_by": TODAY + timedelta(days=366)},
            [("answer_by_on", "The day must be within a year.")],
        ),
        (FIRST, {"is_material": False}, [("is_material", "The first version is always put to the members.")]),
        (replace(FIRST, members=0), {}, [("state", "There are no members to send it to.")]),
        (replace(FIRST, says=False), {}, [("state", "Nothing is written in it yet.")]),
        (
            replace(FIRST, says=False, members=0),
            {"answer_by": None},
            [
                ("state", "There are no members to send it to."),
                ("state", "Nothing is written in it yet."),
                ("answer_by_on", "Say by which day the members should answer."),
            ],
        ),
        (LATER, {"is_material": False}, [("why", "Say why the members need not be asked again.")]),
        (LATER, {"is_material": False, "why": "A slip of the pen.", "answer_by": None}, []),
        (replace(LATER, by_rule=SMALL), {}, [("why", "Say why the members should be asked again.")]),
        (replace(LATER, by_rule=SMALL), {"is_material": False, "answer_by": None}, []),
        *(
            (
                replace(FIRST, state=state),
                {},
                [("state", "Only a version that is being written can be sent to the members.")],
            )
            for state in State
            if state is not State.DRAFT
        ),
    ],
)
def test_w2_sending_it_round(facts: CirculationFacts, more: dict, refused: list[tuple[str, str]]) -> None:
    assert said(facts, **more) == refused


AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_w2_only_answers_to_the_last_round_count() -> None:
    earlier = GivenAnswer(1, MemberAnswer.CHANGE, AT - timedelta(seconds=1))
    now = GivenAnswer(2, MemberAnswer.AGREES, AT)
    assert counted([earlier, now], since=AT) == {2: MemberAnswer.AGREES}
    assert counted([earlier, now], since=None) == {}


@pytest.mark.parametrize(
    ("days", "chosen"),
    [(30, {3}), (8, {3}), (7, {1, 3}), (6, {3}), (2, {1, 3}), (1, {3}), (0, {1, 3}), (-1, {3}), (None, {3})],
)
def test_w2_whom_the_timetable_writes_to(days: int | None, chosen: set[int]) -> None:
    """1 was asked, 2 was asked and has answered, 3 has joined since."""
    answer_by = None if days is None else TODAY + timedelta(days=days)
    assert to_be_asked({1, 3}, {1, 2}, answer_by=answer_by, today=TODAY) == chosen


members = st.frozensets(st.integers(1, 6))


@given(members, members, st.one_of(st.none(), st.integers(-3, 40)))
def test_w2_the_timetable_never_writes_to_who_has_answered(
    silent: frozenset[int], asked: frozenset[int], days: int | None
) -> None:
    answer_by = None if days is None else TODAY + timedelta(days=days)
    chosen = to_be_asked(silent, asked, answer_by=answer_by, today=TODAY)
    assert silent - asked <= chosen <= silent
