"""S4: a verdict as a page lists it. No database."""

from __future__ import annotations

import pytest

from supplement.rules.criteria import Kind
from supplement.rules.criteria_lines import CriterionLine, lines_of
from supplement.rules.deciding import Known, Standing, Verdict, decide
from supplement.rules.facts import Waiver
from tests.supplement.test_deciding_rules import AUTUMN, FOUR, LATER, MANDATE, ON, RETURN, members

CRITERIA = [FOUR, RETURN, MANDATE]


def verdict(returned: list[int], signed: list[int], **waived: str) -> Verdict:
    known = Known(members=members(**{"return": returned, "mandate": signed}))
    waivers = {int(number[1:]): [Waiver(Kind.MANDATE, "Amina", ON, why)] for number, why in waived.items()}
    return decide(CRITERIA, known, members=range(1, 6), period=AUTUMN, waivers=waivers, today=LATER)


def test_s4_one_line_a_criterion_in_the_order_of_the_scheme() -> None:
    found = lines_of(CRITERIA, verdict([1, 2, 3, 4, 5], [1, 2, 3], m4="Ill"))
    assert [(line.criterion.kind, len(line.findings), line.passed) for line in found] == [
        (Kind.ACTIVE_MEMBERS, 1, 1),
        (Kind.RETURN, 5, 5),
        (Kind.MANDATE, 5, 4),
    ]
    assert [row.member for row in found[2].missing] == [5]
    assert [line.standing for line in found] == [Standing.MET, Standing.MET, Standing.UNMET]


@pytest.mark.parametrize(
    ("signed", "waived", "standing"),
    [
        ([1, 2, 3, 4, 5], {}, Standing.MET),
        ([1, 2, 3, 4], {"m5": "Ill"}, Standing.WAIVED),
        ([1, 2, 3], {"m5": "Ill"}, Standing.UNMET),
    ],
)
def test_s4_a_line_shows_the_worst_of_its_members(
    signed: list[int], waived: dict[str, str], standing: Standing
) -> None:
    assert lines_of([MANDATE], verdict([1], signed, **waived))[0].standing is standing


def test_s4_where_nobody_is_asked_nothing_is_missing() -> None:
    line = CriterionLine(RETURN, ())
    assert (line.standing, line.passed, line.missing) == (Standing.MET, 0, ())
