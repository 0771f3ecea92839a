"""The development plan's rules: the table of its states and what closing asks for."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from core.saving import edition_of
from development.rules import (
    TRANSITIONS,
    Evaluated,
    PlanFacts,
    PlanState,
    next_move,
    plan_diagram,
    plan_table,
    refusals_of_dates,
    refusals_to_move,
    refusals_to_write,
)

DONE = Evaluated(7, "Talk at meal times", "Children wait for each other.")
OPEN = Evaluated(8, "Outdoor play", " ")


def refused(facts: PlanFacts, to: PlanState) -> dict[str, str]:
    return {one.field: str(one.reason) for one in refusals_to_move(facts, to)}


def test_a_plan_is_written_then_current_then_closed_and_never_goes_back():
    assert [(row.start, row.to) for row in TRANSITIONS] == [
        (PlanState.DRAFT, PlanState.CURRENT),
        (PlanState.CURRENT, PlanState.CLOSED),
    ]
    assert [row and row.to for row in map(next_move, PlanState)] == [
        PlanState.CURRENT,
        PlanState.CLOSED,
        None,
    ]
    for start in PlanState:
        for to in PlanState:
            if (start, to) not in {(row.start, row.to) for row in TRANSITIONS}:
                assert "cannot become" in refused(PlanFacts(start, "Said", [DONE]), to)[""]


@pytest.mark.parametrize(
    ("facts", "to", "fields"),
    [
        (PlanFacts(PlanState.DRAFT, objectives=[OPEN]), PlanState.CURRENT, set()),
        (PlanFacts(PlanState.DRAFT), PlanState.CURRENT, {""}),
        (
            PlanFacts(PlanState.DRAFT, objectives=[OPEN], other_current="2025 to 2026"),
            PlanState.CURRENT,
            {""},
        ),
        (PlanFacts(PlanState.CURRENT, "It helped.", [DONE]), PlanState.CLOSED, set()),
        (PlanFacts(PlanState.CURRENT, "  ", [DONE, OPEN]), PlanState.CLOSED, {"objective_8", "evaluation"}),
        (PlanFacts(PlanState.CURRENT, "It helped.", [DONE, OPEN]), PlanState.CLOSED, {"objective_8"}),
    ],
)
def test_what_a_move_of_a_plan_asks_for(facts, to, fields):
    assert set(refused(facts, to)) == fields


def test_only_a_closed_plan_stays_as_it_is():
    assert [bool(refusals_to_write(state)) for state in PlanState] == [False, False, True]
    assert not refusals_of_dates(date(2026, 9, 1), date(2027, 9, 1))
    assert [one.field for one in refusals_of_dates(date(2026, 9, 1), date(2026, 9, 1))] == ["ends_on"]


@given(
    st.lists(st.none() | st.text() | st.integers(), max_size=4),
    st.lists(st.none() | st.text() | st.integers(), max_size=4),
)
def test_the_mark_of_a_text_changes_with_it(one, other):
    def said(values):
        return [None if value is None else str(value) for value in values]

    assert (edition_of(*one) == edition_of(*other)) == (said(one) == said(other))


def test_the_guide_shows_the_table_and_the_diagram_as_the_rule_has_them():
    guide = (Path(settings.BASE_DIR) / "docs/how-to/development-plan.md").read_text()
    assert plan_table() in guide
    assert plan_diagram() in guide
    assert all(state.label for state in PlanState)
