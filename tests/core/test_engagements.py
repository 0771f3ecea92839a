"""L4: which engagements of one person clash, without a database; and tables of rows held in memory."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frame.engagements import Clash, Engagement, clash_of, clashes
from core.tables.held import HeldRows

DAY = date(2026, 12, 8)


def engagement(
    pk: int, starts: str = "", ends: str = "", *, person: int | None = 1, on: date = DAY
) -> Engagement:
    return Engagement(
        "support",
        pk,
        on,
        "Attend a meeting",
        f"Group {pk}",
        "home",
        starts_at=time.fromisoformat(starts) if starts else None,
        ends_at=time.fromisoformat(ends) if ends else None,
        person_id=person,
    )


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("16:00", "18:00"), ("17:00", "19:00"), Clash.OVERLAP),
        (("16:00", "18:00"), ("16:30", "17:00"), Clash.OVERLAP),
        (("16:00", "18:00"), ("16:00", ""), Clash.OVERLAP),
        (("16:00", "18:00"), ("17:59", ""), Clash.OVERLAP),
        (("16:00", "18:00"), ("18:00", "19:00"), None),
        (("16:00", ""), ("17:00", "19:00"), Clash.SAME_DAY),
        (("", ""), ("17:00", "19:00"), Clash.SAME_DAY),
        (("", ""), ("00:00", "01:00"), Clash.SAME_DAY),
        (("", ""), ("", ""), Clash.SAME_DAY),
        (("00:00", "00:30"), ("00:30", "01:00"), None),
    ],
)
def test_two_engagements_of_a_person(first: Any, second: Any, clash: Clash | None) -> None:
    one, other = engagement(1, *first), engagement(2, *second)
    assert clash_of(one, other) is clash
    assert clash_of(other, one) is clash


def test_other_people_and_other_days_never_clash() -> None:
    one = engagement(1, "16:00", "18:00")
    assert clash_of(one, engagement(2, "16:00", "18:00", person=2)) is None
    assert clash_of(one, engagement(2, "16:00", "18:00", on=date(2026, 12, 9))) is None
    nobody = engagement(3, "16:00", "18:00", person=None)
    assert clash_of(nobody, engagement(4, "16:00", "18:00", person=None)) is None


HOURS = st.integers(0, 23).map(lambda hour: f"{hour:02}:00")


@given(st.lists(st.tuples(HOURS, HOURS, st.sampled_from([1, 2, None])), max_size=8))
def test_whatever_clashes_clashes_both_ways(rows: list[tuple[str, str, int | None]]) -> None:
    items = [
        engagement(pk, *sorted((first, second)), person=person)
        for pk, (first, second, person) in enumerate(rows)
    ]
    found = clashes(items)
    pairs = {(key, other.key) for key, others in found.items() for _clash, other in others}
    assert {(second, first) for first, second in pairs} == pairs
    assert all(key[2] is not None and key[2] == other[2] for key, other in pairs)


class Row:
    def __init__(self, name: str, number: int | None) -> None:
        self.name, self.number = name, number


def test_rows_in_memory_are_narrowed_sorted_and_read_in_parts() -> None:
    rows = HeldRows([Row("b", 2), Row("A", None), Row("c", 1)])
    names = [row.name for row in rows.order_by("name")]
    assert names == ["A", "b", "c"]
    assert [row.number for row in rows.order_by("-number")] == [2, 1, None]
    assert [row.number for row in rows.order_by("number", "name")] == [1, 2, None]
    assert [row.name for row in rows.filter(number="2")] == ["b"]
    assert [row.name for row in rows.filter(name__gte="b", name__lte="b")] == ["b"]
    assert [row.name for row in rows.that(lambda row: row.number is None)] == ["A"]
    assert [row.name for row in rows[1:]] == ["A", "c"]
    assert len(list(rows.iterator(2))) == len(rows) == 3
