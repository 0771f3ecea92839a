"""C7 as tables and as properties: whole numbers decide, and "may miss N more" is exactly that.

No database.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memberships.rules.attendance import StandingKind, may_miss, passes, standing_from, to_regain

SINCE = date(2026, 3, 4)
THRESHOLDS = st.integers(0, 100)


@st.composite
def counted(draw: st.DrawFn) -> tuple[int, int]:
    """Meetings held, and of them attended."""
    held = draw(st.integers(0, 60))
    return held, draw(st.integers(0, held))


@pytest.mark.parametrize(
    ("held", "attended", "threshold", "enough"),
    [
        (0, 0, 80, True),  # nothing held: not yet assessable, which passes
        (0, 0, 100, True),
        (1, 0, 80, False),
        (1, 1, 80, True),
        (5, 4, 80, True),  # 80 % exactly
        (5, 3, 80, False),
        (6, 5, 80, True),  # 83.3 %
        (4, 3, 80, False),  # 75 %
        (3, 2, 67, False),  # 66.67 % is below 67, whatever rounding would say
        (3, 2, 66, True),
        (10, 0, 0, True),
        (10, 0, None, True),  # the ways of working set none
        (10, 9, 100, False),
        (10, 10, 100, True),
    ],
)
def test_c7_whole_numbers_decide(held: int, attended: int, threshold: int | None, enough: bool) -> None:
    assert passes(held=held, attended=attended, threshold=threshold) is enough


@pytest.mark.parametrize(
    ("held", "attended", "threshold", "planned", "more"),
    [
        (5, 5, 80, None, 1),  # 5 of 6 is 83 %, 5 of 7 is 71 %
        (4, 4, 80, None, 1),  # 4 of 5 is 80 % exactly
        (3, 3, 80, None, 0),
        (10, 10, 80, None, 2),
        (5, 4, 80, None, 0),
        (5, 3, 80, None, 0),  # below already
        (0, 0, 80, None, None),  # nothing to count from
        (5, 0, None, None, None),  # no threshold
        (5, 0, 0, None, None),
        (5, 5, 100, None, 0),
        (4, 4, 80, 6, 2),  # 8 of 10
        (4, 3, 80, 6, 1),
        (4, 0, 80, 6, 0),  # not even by attending all
        (0, 0, 80, 10, 2),
        (0, 0, 80, 4, 0),
        (0, 0, 80, 0, None),
        (40, 40, 80, 3, 3),  # never more than are planned
        (5, 5, 80, 0, 0),
    ],
)
def test_c7_may_miss_so_many_more(
    held: int, attended: int, threshold: int | None, planned: int | None, more: int | None
) -> None:
    assert may_miss(held=held, attended=attended, threshold=threshold, planned=planned) == more


@given(counted(), st.integers(1, 100))
def test_c7_the_next_ones_that_may_be_missed_are_the_most(numbers: tuple[int, int], threshold: int) -> None:
    held, attended = numbers
    more = may_miss(held=held, attended=attended, threshold=threshold)
    if held == 0:
        assert more is None
        return
    assert more is not None
    if passes(held=held, attended=attended, threshold=threshold):
        assert passes(held=held + more, attended=attended, threshold=threshold)
        assert not passes(held=held + more + 1, attended=attended, threshold=threshold)
    else:
        assert more == 0


@given(counted(), st.integers(1, 100), st.integers(0, 40))
def test_c7_of_the_planned_ones_it_is_the_most(
    numbers: tuple[int, int], threshold: int, planned: int
) -> None:
    held, attended = numbers
    more = may_miss(held=held, attended=attended, threshold=threshold, planned=planned)
    if held + planned == 0:
        assert more is None
        return
    assert more is not None
    assert 0 <= more <= planned

    def after(missed: int) -> bool:
        return passes(held=held + planned, attended=attended + planned - missed, threshold=threshold)

    assert more == max((missed for missed in range(planned + 1) if after(missed)), default=0)


@given(counted(), THRESHOLDS)
def test_c7_what_makes_up_for_it_is_the_least(numbers: tuple[int, int], threshold: int) -> None:
    held, attended = numbers
    needed = to_regain(held=held, attended=attended, threshold=threshold)
    if needed is None:
        assert threshold == 100
        assert attended < held
        return
    assert passes(held=held + needed, attended=attended + needed, threshold=threshold)
    assert needed == 0 or not passes(
        held=held + needed - 1, attended=attended + needed - 1, threshold=threshold
    )


@given(counted(), THRESHOLDS, st.none() | st.just(SINCE))
def test_c7_every_standing_has_its_words(
    numbers: tuple[int, int], threshold: int, since: date | None
) -> None:
    standing = standing_from(held=numbers[0], attended=numbers[1], threshold=threshold, since=since)
    assert standing.reason.in_words()
    assert (standing.kind is StandingKind.AT_RISK) == (since is not None)


@pytest.mark.parametrize(
    ("held", "attended", "threshold", "since", "words"),
    [
        (0, 0, 80, None, "Not yet assessable: no meeting has been counted."),
        (5, 5, 80, None, "At 5 of 5 meetings; may miss 1 more."),
        (5, 4, None, None, "At 4 of 5 meetings."),
        (
            5,
            3,
            80,
            SINCE,
            "Below the attendance you agreed since 4 March 2026: at 3 of 5 meetings. The next 5 attended make up for it.",
        ),
        (
            4,
            3,
            80,
            SINCE,
            (
                "Below the attendance you agreed since 4 March 2026: at 3 of 4 meetings. The next one attended makes up"
                " for it."
            ),
        ),
        (5, 3, 100, SINCE, "Below the attendance you agreed since 4 March 2026: at 3 of 5 meetings."),
    ],
)
def test_c7_a_standing_in_words(
    held: int, attended: int, threshold: int | None, since: date | None, words: str
) -> None:
    assert (
        standing_from(held=held, attended=attended, threshold=threshold, since=since).reason.in_words()
        == words
    )
