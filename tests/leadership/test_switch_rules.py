"""L3, O6: when support is switched off and on again, and what is paused says. No database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership.rules.stages import Stage
from leadership.rules.support import (
    Off,
    Switch,
    SwitchFacts,
    back_from,
    refusals_to_open_switches,
    refusals_to_switch_off,
    refusals_to_switch_on,
)
from memberships.rules.paused import (
    OF_REQUEST,
    Support,
    refusals_to_ask,
    refusals_to_come,
    refusals_to_refer,
)
from support.rules import Kind

TODAY = date(2026, 7, 1)
DAY = timedelta(days=1)
PUBLISHED = SwitchFacts(Stage.STAYS, is_published=True)


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (Off(TODAY - DAY, None), TODAY),
        (Off(TODAY - DAY, TODAY + DAY), TODAY),  # its own day would come later
        (Off(TODAY - DAY, TODAY), None),
        (Off(TODAY - 2 * DAY, TODAY - DAY), None),
        (Off(TODAY + DAY, None), TODAY + DAY),  # it was to be switched off, and never is
        (Off(TODAY + DAY, TODAY + 3 * DAY), TODAY + DAY),
        (Off(TODAY + DAY, TODAY + DAY), None),
    ],
)
def test_l3_support_comes_back_once_nothing_keeps_it_off(row: Off, day: date | None) -> None:
    assert back_from(row, today=TODAY) == day


@pytest.mark.parametrize("stage", list(Stage))
def test_o6_nothing_is_switched_before_publication(stage: Stage) -> None:
    [reason] = refusals_to_open_switches(SwitchFacts(stage, is_published=False))
    assert reason.code == "O6"
    [refusal] = refusals_to_switch_off(
        Switch.SIGNPOSTING, SwitchFacts(stage, is_published=False), off_on=TODAY, today=TODAY, off=()
    )
    assert (refusal.field, refusal.reason.code) == ("kinds", "O6")


@pytest.mark.parametrize("stage", list(Stage))
def test_l3_support_is_switched_off_where_a_leader_stays_or_nobody_is_found(stage: Stage) -> None:
    refused = refusals_to_open_switches(SwitchFacts(stage, is_published=True))
    assert [reason.code for reason in refused] == ([] if stage in {Stage.STAYS, Stage.SUCCESSION} else ["L3"])


@pytest.mark.parametrize(
    ("off_on", "off", "field"),
    [
        (TODAY, [], ""),
        (TODAY + DAY, [], ""),
        (TODAY - DAY, [], "off_on"),
        (TODAY, [Off(TODAY - DAY, None)], "kinds"),
        (TODAY, [Off(TODAY + DAY, None)], "kinds"),
        (TODAY, [Off(TODAY - DAY, TODAY + DAY)], "kinds"),
        (TODAY + DAY, [Off(TODAY - DAY, TODAY + DAY)], ""),
        (TODAY, [Off(TODAY - DAY, TODAY)], ""),
    ],
)
def test_l3_support_is_switched_off_once_and_not_in_the_past(
    off_on: date, off: list[Off], field: str
) -> None:
    refused = refusals_to_switch_off(Switch.PAYMENT, PUBLISHED, off_on=off_on, today=TODAY, off=off)
    assert [refusal.field for refusal in refused] == ([field] if field else [])


@pytest.mark.parametrize(
    ("row", "on_again_on", "refused"),
    [
        (Off(TODAY - DAY, None), TODAY, ""),
        (Off(TODAY - DAY, None), TODAY + DAY, ""),
        (Off(TODAY - DAY, TODAY + DAY), TODAY, ""),
        (Off(TODAY + DAY, None), TODAY + DAY, ""),
        (Off(TODAY - DAY, None), TODAY - DAY, "today or in the future"),
        (Off(TODAY + DAY, None), TODAY, "before it is switched off"),
        (Off(TODAY - DAY, TODAY), TODAY, "come back already"),
    ],
)
def test_l3_support_comes_back_from_a_day_on(row: Off, on_again_on: date, refused: str) -> None:
    found = refusals_to_switch_on(row, on_again_on=on_again_on, today=TODAY)
    assert [refusal.field for refusal in found] == (["on_again_on"] if refused else [])
    assert all(refused in str(refusal.reason) for refusal in found)


days = st.integers(0, 20).map(lambda number: TODAY + number * DAY)


@given(st.lists(st.tuples(st.booleans(), days), max_size=12))
def test_l3_what_is_off_never_overlaps(deeds: list[tuple[bool, date]]) -> None:
    rows: list[Off] = []
    for switches_off, day in deeds:
        if switches_off:
            if not refusals_to_switch_off(Switch.PAYMENT, PUBLISHED, off_on=day, today=TODAY, off=rows):
                rows.append(Off(day, None))
        elif rows and not refusals_to_switch_on(rows[-1], on_again_on=day, today=TODAY):
            others = rows[:-1]
            rows[-1] = Off(rows[-1].off_on, day)
            assert others == rows[:-1]
    for day in (TODAY + number * DAY for number in range(21)):
        acting = [row for row in rows if row.off_on <= day and (row.on_again_on or day + DAY) > day]
        assert len(acting) <= 1


def test_l3_what_is_switched_is_what_is_paused() -> None:
    assert Switch.values == Support.values
    assert set(OF_REQUEST) <= set(Kind.values)


@pytest.mark.parametrize("support", [None, *Support])
@pytest.mark.parametrize("paused", [(), tuple(Support)])
def test_l3_a_request_is_refused_in_neutral_words(support: Support | None, paused: tuple[Support]) -> None:
    can_be_asked = support in {Support.FIRST_MEETING, Support.ATTENDANCE}
    asked = refusals_to_ask(support, paused)
    assert bool(asked) == (can_be_asked and bool(paused))
    assert bool(refusals_to_come(support, paused)) == (support is not None and bool(paused))
    assert bool(refusals_to_refer(paused)) == bool(paused)
    for reason in (*asked, *refusals_to_come(support, paused), *refusals_to_refer(paused)):
        assert "paused" in str(reason)
        assert not any(word in str(reason).casefold() for word in ("leader", "case", "judgement", "ofsted"))
