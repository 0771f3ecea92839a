"""S5: in which group a setting of two is paid: who chooses, until when, and among which groups."""

from __future__ import annotations

from datetime import date

import pytest

from core.dates import Span
from supplement.rules.choosing import Choosing, Home, groups_at_once, refusals_to_choose
from supplement.rules.schemes import Period, Twice

PERIOD = Period(
    "autumn", "Autumn", date(2026, 9, 1), date(2027, 1, 1), date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 30),
    date(2026, 11, 13), (),
)  # fmt: skip
OPEN = date(2026, 10, 30)  # the last day
BOTH = (Home(1, "Riverside", Span(date(2026, 1, 1))), Home(2, "Hilltop", Span(date(2026, 9, 20))))


@pytest.mark.parametrize(
    ("second", "at_once"),
    [
        (Span(date(2026, 9, 20)), [1, 2]),
        (Span(date(2026, 12, 31)), [1, 2]),
        (Span(date(2027, 1, 1)), []),  # joins the second after the period
        (Span(date(2026, 1, 1), date(2026, 9, 1)), []),  # left the second before it
        (Span(date(2026, 1, 1), date(2026, 9, 2)), [1, 2]),
    ],
)
def test_s5_two_groups_at_once_share_a_day_of_the_period(second: Span, at_once: list[int]) -> None:
    homes = [BOTH[0], Home(2, "Hilltop", second)]
    assert [home.group_id for home in groups_at_once(homes, PERIOD)] == at_once


def test_s5_who_goes_from_one_group_to_the_next_chooses_nothing() -> None:
    day = date(2026, 10, 1)
    assert groups_at_once([Home(1, "A", Span(date(2026, 1, 1), day)), Home(2, "B", Span(day))], PERIOD) == []
    again = [Home(1, "A", Span(date(2026, 1, 1))), Home(1, "A", Span(day))]
    assert groups_at_once(again, PERIOD) == []


@pytest.mark.parametrize(
    ("choosing", "group", "on", "refused"),
    [
        (Choosing(Twice.CHOSEN, PERIOD, BOTH), 2, OPEN, None),
        (Choosing(Twice.SPLIT, PERIOD, BOTH), 2, OPEN, ("", "The scheme itself says")),
        (Choosing(Twice.CHOSEN, PERIOD, BOTH[:1]), 1, OPEN, ("", "one group at a time")),
        (
            Choosing(Twice.CHOSEN, PERIOD, BOTH),
            2,
            date(2026, 10, 31),
            ("", "You could choose until 30 October 2026"),
        ),
        (Choosing(Twice.CHOSEN, PERIOD, BOTH, is_settled=True), 2, OPEN, ("", "is approved")),
        (Choosing(Twice.CHOSEN, PERIOD, BOTH), 9, OPEN, ("group", "Select one of your groups")),
    ],
)
def test_s5_a_choice_is_refused_with_what_stands_against_it(
    choosing: Choosing, group: int, on: date, refused: tuple[str, str] | None
) -> None:
    refusals = refusals_to_choose(choosing, group, on=on)
    if refused is None:
        assert refusals == []
        return
    [refusal] = refusals
    assert refusal.field == refused[0]
    assert refused[1] in str(refusal.reason)
