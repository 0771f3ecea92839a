"""S8: the life of a payment run, and what is unusual in it. No database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from core.moves import diagram_of, table_of
from supplement.rules.runs import (
    FIXED,
    RUN_MOVES,
    Actor,
    Compared,
    RunFacts,
    RunState,
    Unusual,
    exceptions_of,
    left_to_share,
    may_move,
    totals,
)
from supplement.rules.schemes import Basis, Component, Pot
from tests.supplement.facts import A_HEAD, terms

S = RunState
SAME = Compared(
    pence=45_000,
    last_pence=45_000,
    reference="LK-1001",
    last_reference="LK-1001",
    payee=3,
    last_payee=3,
)


def refused(facts: RunFacts, to: RunState, actor: Actor, **said: object) -> list[tuple[str, str]]:
    asked: dict = said
    return [(row.field, str(row.reason)) for row in may_move(facts, to, actor=actor, **asked)]


def test_s8_each_move_stands_in_the_table_once() -> None:
    pairs = [(row.start, row.to) for row in RUN_MOVES]
    assert len(pairs) == len(set(pairs))
    assert set(S) - {row.start for row in RUN_MOVES} == {S.CLOSED, S.CANCELLED}
    assert set(S) - {row.to for row in RUN_MOVES} == {S.OPEN}


def test_s8_nothing_leads_from_an_approved_run_back_to_a_calculation() -> None:
    assert {row.to for row in RUN_MOVES if row.start in FIXED} <= FIXED


def test_s8_the_page_shows_the_table_and_the_diagram() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/S8.md").read_text()
    assert table_of(RUN_MOVES) in page
    assert diagram_of(RUN_MOVES, S, S.OPEN) in page


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"reference": "LK-1002"}, [Unusual.REFERENCE]),
        ({"payee": 4, "reference": "LK-1002"}, [Unusual.REFERENCE, Unusual.PAYEE]),
        ({"pence": 54_000}, []),
        ({"pence": 54_001}, [Unusual.CHANGE]),
        ({"pence": 36_000}, []),
        ({"pence": 35_999}, [Unusual.CHANGE]),
        ({"pence": 0}, [Unusual.CHANGE]),
        ({"last_pence": 0}, [Unusual.CHANGE]),
        ({"last_pence": None, "last_reference": None, "last_payee": None}, []),
        ({"payee": None, "last_payee": None}, [Unusual.NOBODY]),
        ({"reference": "", "last_reference": ""}, [Unusual.NOBODY]),
        ({"payee": None, "last_payee": None, "pence": 0, "last_pence": 0}, []),
        ({"is_frozen": True, "is_held": True}, [Unusual.FROZEN, Unusual.HELD]),
    ],
)
def test_s8_what_is_unusual_is_looked_at_first(change: dict, found: list[Unusual]) -> None:
    assert exceptions_of(replace(SAME, **change)) == found


def test_s8_a_review_has_seen_every_exception() -> None:
    facts = RunFacts(S.CALCULATED, unseen=2)
    assert refused(facts, S.REVIEWED, Actor.FINANCE) == [("", "Look at every exception first.")]
    assert refused(replace(facts, unseen=0), S.REVIEWED, Actor.FINANCE) == []


def test_s8_the_second_person_approves_what_has_not_changed_since() -> None:
    facts = RunFacts(S.REVIEWED, calculated_by=7, snapshot_hash="a", hash_now="a")
    assert refused(facts, S.APPROVED, Actor.APPROVER, by=8) == []
    both = refused(replace(facts, hash_now="b"), S.APPROVED, Actor.APPROVER, by=7)
    assert [sentence.partition(".")[0] for _field, sentence in both] == [
        "You calculated this run",
        "Something changed since the run was calculated",
    ]


def test_s8_a_run_is_called_off_with_a_reason_and_only_before_approval() -> None:
    assert refused(RunFacts(S.OPEN), S.CANCELLED, Actor.FINANCE) == [("words", "Enter the reason.")]
    assert refused(RunFacts(S.OPEN), S.CANCELLED, Actor.FINANCE, words="The wrong period.") == []
    for state in FIXED:
        found = refused(RunFacts(state), S.CANCELLED, Actor.FINANCE, words="The wrong period.")
        assert found == [("", "The run cannot be moved there now. Load the page again.")]


def test_s8_every_payment_is_answered_before_the_run_is_paid() -> None:
    facts = RunFacts(S.EXPORTED, unanswered=1)
    assert refused(facts, S.PAID, Actor.FINANCE) == [
        ("", "Record of every payment whether it was paid or failed.")
    ]
    assert refused(replace(facts, unanswered=0), S.PAID, Actor.FINANCE) == []


def test_s8_a_killed_calculation_goes_on() -> None:
    assert refused(RunFacts(S.CALCULATING), S.CALCULATING, Actor.WORKER) == []
    assert refused(RunFacts(S.CALCULATING), S.CALCULATED, Actor.FINANCE) != []


def test_s8_control_totals_are_the_number_of_lines_and_their_sum() -> None:
    assert totals([11_250, 5_000, -250]) == (3, 16_000)
    assert totals([]) == (0, 0)


def test_s6_a_later_run_of_a_period_shares_what_is_left() -> None:
    shared = Component("share", "Share", Basis.POT, sum_pence=5_000)
    whole = terms(A_HEAD, shared, pot=Pot(100_000, 10_000))
    assert left_to_share(whole, {}) == whole
    left = left_to_share(whole, {"share": 5_000, "a_head": 85_000})
    assert (left.pot.pence, left.pot.contingency_pence, left.pot.shared_pence) == (10_000, 0, 10_000)
    assert [component.sum_pence for component in left.components] == [0, 0]
    assert left_to_share(whole, {"share": 2_000, "a_head": 120_000}).pot.pence == 0
    corrected = left_to_share(whole, {"share": -1_000})
    assert (corrected.pot.pence, corrected.components[1].sum_pence) == (101_000, 6_000)
    assert left_to_share(terms(), {"a_head": 100}) == terms()
