"""G6: where an election stands, in the words of every page and list. No database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Span
from meetings.rules.election_words import STAGE_COLOURS, Stage, StageFacts, last_due_end, stage_of
from meetings.rules.elections import ElectionState, due_on

TODAY = date(2026, 11, 30)
DAY = timedelta(days=1)
LATER = TODAY + 300 * DAY
COUNTED, OVER = {"is_counted": True}, {"is_over": True}


@pytest.mark.parametrize(
    ("state", "facts", "words"),
    [
        ("called", {}, "Called"),
        ("called", {"nominate_until": TODAY - DAY}, "Called"),
        ("nominations", {}, "Nominations open"),
        ("nominations", {"nominate_until": TODAY - DAY}, "Nominations over"),
        ("ballot", {}, "Ballot open"),
        ("ballot", OVER, "Ballot over, not counted"),
        ("ballot", COUNTED, "Ballot counted"),
        ("ballot", COUNTED | OVER, "Ballot counted"),
        ("tied", COUNTED, "Votes equal"),
        ("elected", {"term": Span(TODAY + DAY, LATER)}, "Elected"),
        ("elected", {"term": Span(TODAY, LATER)}, "In post"),
        ("elected", {"term": Span(TODAY)}, "In post"),
        ("elected", {"term": Span(TODAY - DAY, TODAY + DAY)}, "Due again"),
        ("elected", {"term": Span(TODAY - DAY, TODAY)}, "Term over"),
        ("elected", COUNTED | {"term": Span(TODAY, LATER)}, "In post"),
        ("nobody", COUNTED | OVER, "Nobody elected"),
        ("withdrawn", {"nominate_until": TODAY - DAY}, "Called off"),
    ],
)
def test_g6_where_it_stands_in_words(state: str, facts: dict[str, object], words: str) -> None:
    usual: dict[str, object] = {"nominate_until": TODAY, "term": Span(TODAY + DAY)}
    stage = stage_of(StageFacts(ElectionState(state), **usual | facts), TODAY)  # type: ignore[arg-type]
    assert stage.label == words


def test_g6_every_state_is_told_and_every_stage_has_words_and_a_colour_of_its_own() -> None:
    assert {state.value for state in ElectionState} <= {stage.value for stage in Stage}
    assert set(STAGE_COLOURS) == set(Stage)
    assert len({str(stage.label) for stage in Stage}) == len(Stage)


@given(today=st.dates(date(2020, 1, 1), date(2040, 1, 1)), more=st.integers(min_value=-90, max_value=90))
def test_g6_the_last_end_that_is_due_agrees_with_the_rule(today: date, more: int) -> None:
    end = last_due_end(today) + timedelta(days=more)
    due = due_on(Span(date(2000, 1, 1), end))
    assert due is not None
    assert (due <= today) is (more <= 0)
