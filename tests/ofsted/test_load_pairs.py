"""O7: a load asserts a state, on made-up pairs of files: what counts is what the newest file says alone."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority
from core.scoping import authority_scope
from ofsted.models import Inspection
from ofsted.selectors.standing import leading_decision, relevant_judgements
from ofsted.services.national import load_national
from providers.models import Provider
from tests.ofsted.files import EVERY_DOUBT, Row, make_file, row

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()
FIRST, SECOND, THIRD = date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)
URNS = ["EY100001", "EY100002", "EY100003"]
cheap = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

days = st.sampled_from(["05/09/2019", "12/05/2021", "22/05/2021", "03/02/2024", "14/01/2026"])
numbers = st.sampled_from(["", "10000001", "10000002"])
GRADES = ["1", "2", "3", "4"]
MET = ["Met", "Not Met (with actions)"]
BLOCKS = {
    "2026-06": {"full": "overall", "ncor": "met", "oosc": "met", "cr": "met"},
    "2021-08": {"full": "overall", "second": "overall", "ncor": "met", "cr": "met"},
}


@st.composite
def cells(draw: st.DrawFn, layout: str) -> dict[str, str]:
    """The inspections of one row, each block in order and with a judgement."""
    found: dict[str, str] = {}
    for block, judged in BLOCKS[layout].items():
        if draw(st.booleans()):
            found[f"{block}.inspected_on"] = draw(days)
            found[f"{block}.{judged}"] = draw(st.sampled_from(GRADES if judged == "overall" else MET))
            found[f"{block}.inspection_number"] = draw(numbers)
    if found.get("second.inspected_on") and not _is_older(found):
        found = {name: cell for name, cell in found.items() if not name.startswith("second.")}
    return found


def _is_older(found: dict[str, str]) -> bool:
    def day(block: str) -> tuple[str, ...]:
        return tuple(reversed(found.get(f"{block}.inspected_on", "").split("/")))

    return day("second") < day("full") and found.get("second.inspection_number") != found.get(
        "full.inspection_number"
    )


@st.composite
def files(draw: st.DrawFn, count: int) -> list[list[Row]]:
    """Files of one layout, each with a row of the first setting."""
    layout = draw(st.sampled_from(sorted(BLOCKS)))
    return [
        [
            {"layout": layout},
            *(row(urn, **draw(cells(layout))) for urn in URNS if urn == URNS[0] or draw(st.booleans())),
        ]
        for _ in range(count)
    ]


def load(authority: Authority, file: Sequence[Row], day: date) -> dict[str, int]:
    first, *rows = file
    data = make_file(first["layout"], rows, title_rows=[])
    done = load_national(
        file=io.BytesIO(data),
        name="file.csv",
        listed_on=day,
        authorities=[authority],
        at=NOW,
        accept=EVERY_DOUBT,
    )
    return done.counts[authority]


def state(authority: Authority) -> dict[str, Any]:
    """What counts: which settings are listed, and the verdict and the judgement of each."""
    with authority_scope(authority):
        listed = dict(Provider.objects.filter(unlisted_since=None).values_list("pk", "urn"))
        judged = relevant_judgements(listed, on=TODAY)
        return {
            urn: (
                leading_decision(provider_id=pk, on=TODAY).verdict,
                judged[pk].relevant.standing,
                # a blank number never overwrites what is held
                judged[pk].relevant.inspection
                and judged[pk].relevant.inspection._replace(inspection_number=None),
            )
            for pk, urn in listed.items()
        }


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is loaded within is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def after(authority: Authority, *loads: tuple[Sequence[Row], date]) -> dict[str, Any]:
    with undone():
        for file, day in loads:
            load(authority, file, day)
        return state(authority)


@cheap
@given(pair=files(2), same_day=st.booleans())
def test_o7_a_file_and_then_another_is_the_other_alone(
    larkshire: Authority, pair: list[list[Row]], same_day: bool
) -> None:
    """Also: a bad file, and then the right one of the same day."""
    first, second = pair
    day = SECOND if same_day else FIRST
    assert after(larkshire, (first, day), (second, SECOND)) == after(larkshire, (second, SECOND))


@cheap
@given(pair=files(2))
def test_o7_a_file_twice_changes_nothing(larkshire: Authority, pair: list[list[Row]]) -> None:
    with undone():
        load(larkshire, pair[0], FIRST)
        load(larkshire, pair[1], SECOND)
        with authority_scope(larkshire):
            before = [list(model.objects.order_by("pk").values()) for model in (Provider, Inspection)]
        again = load(larkshire, pair[1], SECOND + timedelta(days=1))
        assert (again["new"], again["changed"], again["vanished"]) == (0, 0, 0)
        with authority_scope(larkshire):
            assert [list(model.objects.order_by("pk").values()) for model in (Provider, Inspection)] == before


@cheap
@given(three=files(3), order=st.sampled_from(list(permutations(range(3)))))
def test_o7_any_order_of_loads_ends_in_the_state_of_the_newest(
    larkshire: Authority, three: list[list[Row]], order: tuple[int, ...]
) -> None:
    dated = list(zip(three, (FIRST, SECOND, THIRD), strict=True))
    assert after(larkshire, *(dated[place] for place in order)) == after(larkshire, dated[-1])


JUNK = [
    "",
    "-",
    "REDACTED",
    "Not Recorded",
    "#NAME?",
    "1.6E+09",
    "Elsewhere",
    "Qqq",
    "31/02/2020",
    "5",
    "EY100002",
]
COLUMNS = [
    "urn",
    "provider_type",
    "registration_status",
    "local_authority",
    "name",
    "places",
    "telephone",
    "full.inspected_on",
    "full.overall",
]


@cheap
@given(
    damage=st.lists(
        st.tuples(st.integers(0, 6), st.sampled_from(COLUMNS), st.sampled_from(JUNK)), min_size=1, max_size=6
    )
)
def test_o7_damage_to_any_cells_unlists_nobody_without_a_tick(
    larkshire: Authority, damage: list[tuple[int, str, str]]
) -> None:
    rows = [row(f"EY10000{number}", name=f"Setting {number}") for number in range(7)]
    damaged = [dict(each) for each in rows]
    for place, column, text in damage:
        damaged[place][column] = text
    with undone():
        load(larkshire, [{"layout": "2021-08"}, *rows], FIRST)
        data = make_file("2021-08", damaged, title_rows=[])
        load_national(file=io.BytesIO(data), name="f.csv", listed_on=SECOND, authorities=[larkshire], at=NOW)
        assert {each["urn"] for each in rows} <= set(state(larkshire))
