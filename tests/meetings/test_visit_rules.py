"""K: who visits whom, when a visit can be answered, moved and written about, and places at training."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from meetings.rules import visits as rules
from meetings.rules.visits import ASK_AGAIN_AFTER, MAX_VISITORS, Became, VisitState

TODAY = date(2026, 11, 10)
DAY = timedelta(days=1)
MEMBERS = {1, 2, 3, 4, 5, 6, 7, 8}


def fields(refusals: Any) -> list[str]:
    return [refusal.field for refusal in refusals]


@pytest.mark.parametrize(
    ("host", "visitors", "asks_for", "expected"),
    [
        (1, [2], {2}, []),
        (1, [2, 3], {1}, []),
        (1, [2], None, []),
        (None, [2], {2}, ["host"]),
        (9, [2], {2}, ["host"]),
        (1, [], {1}, ["visitors"]),
        (1, [2, 9], {2}, ["visitors"]),
        (1, [1], {1}, ["visitors"]),
        (1, [2, 3, 4, 5, 6, 7, 8], {2}, ["visitors"]),
        (1, [2], {3}, ["visitors"]),
        (9, [], {3}, ["host", "visitors"]),
    ],
)
def test_k_a_visit_is_among_members_and_concerns_who_asks(
    host: int | None, visitors: list[int], asks_for: set[int] | None, expected: list[str]
) -> None:
    found = rules.refusals_of_visit(host=host, visitors=visitors, members=MEMBERS, asks_for=asks_for)
    assert fields(found) == expected
    assert len(visitors) <= MAX_VISITORS or found[0].reason.facts == {"number": MAX_VISITORS}


@pytest.mark.parametrize("start", list(VisitState))
@pytest.mark.parametrize("to", list(VisitState))
def test_k_a_visit_is_answered_and_cancelled_until_its_day_is_over(start: VisitState, to: VisitState) -> None:
    moves = {("asked", "agreed"), ("asked", "declined"), ("asked", "cancelled"), ("agreed", "cancelled")}
    assert (rules.refusals_of_move(start, to, on=TODAY, today=TODAY) == []) is ((start, to) in moves)
    assert rules.refusals_of_move(start, to, on=TODAY - DAY, today=TODAY)


@pytest.mark.parametrize(
    ("state", "on", "to_on", "is_refused"),
    [
        (VisitState.ASKED, TODAY, TODAY, False),
        (VisitState.AGREED, TODAY + DAY, TODAY + 3 * DAY, False),
        (VisitState.AGREED, TODAY, TODAY - DAY, True),
        (VisitState.AGREED, TODAY - DAY, TODAY, True),
        (VisitState.DECLINED, TODAY, TODAY, True),
        (VisitState.CANCELLED, TODAY, TODAY, True),
    ],
)
def test_k_a_visit_moves_while_it_is_ahead(
    state: VisitState, on: date, to_on: date, is_refused: bool
) -> None:
    assert bool(rules.refusals_of_day(state, on=on, to_on=to_on, today=TODAY)) is is_refused


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "is_refused"),
    [
        (None, None, False),
        (time(10), None, False),
        (time(10), time(10), True),
        (time(10), time(9), True),
        (time(0, 30), time(0, 45), False),
    ],
)
def test_k_the_end_is_after_the_beginning(
    starts_at: time | None, ends_at: time | None, is_refused: bool
) -> None:
    assert bool(rules.refusals_of_times(starts_at, ends_at)) is is_refused


@pytest.mark.parametrize(
    ("state", "on", "idea", "is_refused"),
    [
        (VisitState.AGREED, TODAY, "Mud kitchen", False),
        (VisitState.AGREED, TODAY - DAY, "Mud kitchen", False),
        (VisitState.AGREED, TODAY + DAY, "Mud kitchen", True),
        (VisitState.AGREED, TODAY, " \u200b", True),
        (VisitState.CANCELLED, TODAY, "Mud kitchen", True),
        (VisitState.ASKED, TODAY, "Mud kitchen", True),
    ],
)
def test_k_one_idea_is_written_from_the_day_on(
    state: VisitState, on: date, idea: str, is_refused: bool
) -> None:
    assert bool(rules.refusals_of_account(state, on=on, today=TODAY, idea=idea)) is is_refused


def test_k_it_is_asked_again_after_a_term() -> None:
    assert timedelta(days=120) == ASK_AGAIN_AFTER
    assert not rules.is_asked_again(TODAY, today=TODAY + timedelta(days=119))
    assert rules.is_asked_again(TODAY, today=TODAY + timedelta(days=120))


@pytest.mark.parametrize(
    ("people", "places", "taken", "is_refused"),
    [
        (3, None, 500, False),
        (2, 12, 10, False),
        (3, 12, 10, True),
        (1, 12, 12, True),
        (1, 12, 15, True),
        (0, 12, 15, False),
        (0, None, 0, False),
        (-1, None, 0, True),
    ],
)
def test_k_a_setting_comes_with_as_many_as_there_is_room_for(
    people: int, places: int | None, taken: int, is_refused: bool
) -> None:
    assert bool(rules.refusals_of_places(people=people, places=places, taken=taken)) is is_refused


@pytest.mark.parametrize(
    ("places", "taken", "is_refused"),
    [(None, 5, False), (5, 5, False), (4, 5, True), (0, 0, True), (1, 0, False)],
)
def test_k_places_fall_to_what_is_taken_and_no_lower(
    places: int | None, taken: int, is_refused: bool
) -> None:
    assert bool(rules.refusals_of_training(places=places, taken=taken)) is is_refused


def test_k_the_page_of_the_rule_shows_the_moves() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/K.md").read_text()
    assert rules.visit_table() in page
    assert rules.visit_diagram() in page
    assert len(Became) == 4
