"""S10: what a collaboration has, has promised and may still decide about. No database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import shared
from supplement.rules.fund import (
    Balance,
    Decision,
    Entry,
    Proposal,
    ProposalState,
    balance_of,
    due_by_shares,
    refusals_to_close,
    refusals_to_decide,
    refusals_to_end,
    refusals_to_hand_on,
    refusals_to_propose,
    refusals_to_remove,
    refusals_to_spend,
    split,
    used_of,
)

#: Of £300 £50 are ordered and £125 paid.
TRAINING = Decision(30_000, committed_pence=5_000, spent_pence=12_500)


def sentences(refusals: list) -> list[tuple[str, str]]:
    return [(row.field, str(row.reason)) for row in refusals]


def test_s10_a_decision_keeps_its_sum_from_all_others_until_it_is_spent_or_closed() -> None:
    balance = balance_of([(Entry.RECEIVED, 45_000)], [TRAINING])
    assert (balance.left_pence, balance.free_pence) == (32_500, 15_000)
    closed = balance_of([(Entry.RECEIVED, 45_000)], [Decision(30_000, 0, 12_500, is_closed=True)])
    assert (closed.left_pence, closed.free_pence) == (32_500, 32_500)


def test_s10_what_went_back_or_to_a_leaver_is_not_there_any_more() -> None:
    entries = [
        (Entry.RECEIVED, 45_000),
        (Entry.FROM_LEAVER, 2_000),
        (Entry.RETURNED, 1_000),
        (Entry.TO_LEAVER, 3_000),
        (Entry.RECEIVED, -500),
    ]
    balance = balance_of(entries, [])
    assert (balance.came_pence, balance.went_pence, balance.free_pence) == (46_500, 4_000, 42_500)


@pytest.mark.parametrize(
    ("pence", "objective", "minute", "found"),
    [
        (15_000, True, True, []),
        (15_001, True, True, [("pence", "£150 is free. A decision cannot be about more than that.")]),
        (0, True, True, [("pence", "Enter a sum of more than nothing.")]),
        (
            100,
            False,
            False,
            [
                ("objective", "Choose the objective of the plan that this serves."),
                ("decided", "Say where it was decided: choose the vote or the minutes."),
            ],
        ),
    ],
)
def test_s10_a_decision_is_about_what_is_free_for_an_objective_and_was_taken_somewhere(
    pence: int, objective: bool, minute: bool, found: list
) -> None:
    balance = balance_of([(Entry.RECEIVED, 45_000)], [TRAINING])
    refusals = refusals_to_decide(balance, pence, has_objective=objective, has_minute=minute)
    assert sentences(refusals) == found


def test_s10_a_fund_that_is_overdrawn_by_a_correction_has_nothing_free() -> None:
    balance = balance_of([(Entry.RECEIVED, -100)], [])
    refusals = refusals_to_decide(balance, 1, has_objective=True, has_minute=True)
    assert sentences(refusals) == [("pence", "£0 is free. A decision cannot be about more than that.")]


@pytest.mark.parametrize(
    ("decision", "pence", "found"),
    [
        (TRAINING, 12_500, []),
        (
            TRAINING,
            12_501,
            [("pence", "£125 of this decision is left. Decide about more before you spend more.")],
        ),
        (TRAINING, -1, [("pence", "Enter a sum of more than nothing.")]),
        (
            Decision(100, is_closed=True),
            1,
            [("", "This decision is closed. Make a new one to spend more.")],
        ),
    ],
)
def test_s10_spending_stays_within_its_decision(decision: Decision, pence: int, found: list) -> None:
    assert sentences(refusals_to_spend(decision, pence)) == found


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        (Decision(100, spent_pence=40), []),
        (
            TRAINING,
            [("", "£50 is ordered and not paid. Record that it is paid, or take it back, and then close.")],
        ),
    ],
)
def test_s10_what_is_ordered_is_paid_before_its_decision_is_closed(decision: Decision, found: list) -> None:
    assert sentences(refusals_to_close(decision)) == found
    assert Decision(100, is_closed=True).left_pence == 0


@pytest.mark.parametrize(
    ("pence", "later", "used"),
    [
        (45_000, 0, (12_500, 17_500)),
        (20_000, 0, (0, 5_000)),
        (45_000, 20_000, (32_500, 12_500)),
        (0, 0, (0, 0)),
    ],
)
def test_s10_older_money_counts_as_spent_first(pence: int, later: int, used: tuple[int, int]) -> None:
    balance = balance_of([(Entry.OPENING, 45_000)], [TRAINING])
    assert used_of(balance, pence, later_pence=later) == used


@given(
    st.integers(-10_000, 10_000), st.dictionaries(st.integers(1, 50), st.integers(-500, 5_000), max_size=8)
)
def test_s10_a_payment_is_split_whole(pence: int, lines: dict[int, int]) -> None:
    parts = split(pence, lines)
    if sum(lines.values()):
        assert (set(parts), sum(parts.values())) == (set(lines), pence)
    else:
        assert parts == {}


def test_s10_a_payment_of_its_lines_is_its_lines() -> None:
    assert split(-300, {1: -500, 2: 200}) == {1: -500, 2: 200}
    assert split(3_334, {1: 3_333, 2: 3_333, 3: 3_334}) == {1: 1_111, 2: 1_111, 3: 1_112}


_DECISIONS = st.integers(1, 10_000).flatmap(
    lambda pence: st.builds(
        Decision, st.just(pence), spent_pence=st.integers(0, pence), is_closed=st.booleans()
    )
)


@given(
    came=st.lists(st.integers(0, 100_000), max_size=5),
    asked=st.lists(st.tuples(st.integers(1, 60_000), st.integers(0, 60_000)), max_size=8),
)
def test_s10_decisions_that_are_allowed_never_overdraw_a_fund(
    came: list[int], asked: list[tuple[int, int]]
) -> None:
    entries = [(Entry.RECEIVED, pence) for pence in came]
    made: list[Decision] = []
    for pence, spent in asked:
        if not refusals_to_decide(balance_of(entries, made), pence, has_objective=True, has_minute=True):
            made.append(Decision(pence, spent_pence=min(pence, spent)))
    balance = balance_of(entries, made)
    assert balance.free_pence >= 0
    assert balance.left_pence >= balance.reserved_pence
    assert sum(came) == balance.spent_pence + balance.reserved_pence + balance.free_pence


@given(st.lists(_DECISIONS, max_size=6))
def test_s10_every_pound_is_spent_reserved_or_free(decisions: list[Decision]) -> None:
    balance: Balance = balance_of([(Entry.RECEIVED, 1_000_000)], decisions)
    assert balance.spent_pence + balance.reserved_pence + balance.free_pence == 1_000_000


# --- handed on by shares, and shares of leavers that wait -----------------------------------------------------


@given(
    free=st.integers(0, 10**8),
    given_before=st.dictionaries(st.integers(1, 5), st.integers(0, 10**8), max_size=5),
    shares=st.dictionaries(st.integers(1, 5), st.integers(1, 100), min_size=1, max_size=5),
)
def test_s10_what_each_group_of_a_plan_gets_is_the_balance_to_the_penny(
    free: int, given_before: dict[int, int], shares: dict[int, int]
) -> None:
    before = {group: pence for group, pence in given_before.items() if group in shares}
    due = due_by_shares(free, before, shares)
    assert sum(due.values()) == free
    assert min(due.values()) >= 0
    assert due_by_shares(free, {}, shares) == dict(
        zip(sorted(shares), shared(free, [shares[group] for group in sorted(shares)]), strict=True)
    )


def test_s10_what_was_handed_on_before_counts() -> None:
    assert due_by_shares(10_001, {}, {1: 60, 2: 40}) == {1: 6_001, 2: 4_000}
    assert due_by_shares(4_000, {1: 6_001}, {1: 60, 2: 40}) == {1: 0, 2: 4_000}
    assert due_by_shares(2_000, {1: 8_000}, {1: 60, 2: 40}) == {1: 0, 2: 2_000}
    assert due_by_shares(500, {}, {}) == {}


@pytest.mark.parametrize(
    ("pence", "facts", "fields"),
    [
        (4_000, {}, []),
        (4_000, {"due_pence": 4_000}, []),
        (3_999, {"due_pence": 4_000}, ["otherwise"]),
        (3_999, {"due_pence": 4_000, "has_reason": True}, []),
        (1, {"due_pence": 0}, ["otherwise"]),
        (0, {"has_words": False}, ["pence", "words"]),
        (9_001, {}, ["pence"]),
    ],
)
def test_s10_another_sum_than_the_plans_needs_its_reason(
    pence: int, facts: dict[str, object], fields: list[str]
) -> None:
    values = {"free_pence": 9_000, "due_pence": None, "has_words": True, "has_reason": False, **facts}
    found = refusals_to_hand_on(pence, **values)  # type: ignore[arg-type]
    assert [row.field for row in found] == fields


def test_s5_a_share_that_waits_for_the_next_payment_is_left_and_not_free() -> None:
    balance = balance_of([(Entry.RECEIVED, 45_000)], [TRAINING], waiting_pence=5_000)
    assert (balance.left_pence, balance.free_pence) == (32_500, 10_000)
    assert used_of(balance, 45_000) == (12_500, 22_500)


@pytest.mark.parametrize(
    ("proposal", "state"),
    [
        (Proposal(is_open=True), ProposalState.VOTED_ON),
        (Proposal(), ProposalState.EQUAL),
        (Proposal(is_carried=True), ProposalState.CARRIED),
        (Proposal(is_ended=True), ProposalState.ENDED),
        (Proposal(is_decided=True, is_carried=True), ProposalState.DECIDED),
    ],
)
def test_s10_how_a_spending_decision_that_is_voted_on_stands(
    proposal: Proposal, state: ProposalState
) -> None:
    assert proposal.state is state


def test_s10_nothing_is_put_to_the_vote_that_could_not_be_decided_today() -> None:
    balance = balance_of([(Entry.RECEIVED, 45_000)], [TRAINING])
    assert refusals_to_propose(balance, 15_000, has_objective=True) == []
    assert sentences(refusals_to_propose(balance, 15_001, has_objective=False)) == [
        ("pence", "£150 is free. A decision cannot be about more than that."),
        ("objective", "Choose the objective of the plan that this serves."),
    ]


@pytest.mark.parametrize(
    ("state", "found"),
    [
        (ProposalState.VOTED_ON, ["The members vote on it. Withdraw the vote, or let it end."]),
        (ProposalState.DECIDED, ["It is decided. Close the decision instead."]),
        (ProposalState.EQUAL, []),
        (ProposalState.CARRIED, []),
    ],
)
def test_s10_a_proposal_is_ended_by_hand_once_its_vote_is_over(
    state: ProposalState, found: list[str]
) -> None:
    assert [words for _field, words in sentences(refusals_to_end(state))] == found


def test_s10_a_receipt_is_removed_until_the_spending_is_reported() -> None:
    assert refusals_to_remove(None) == []
    assert sentences(refusals_to_remove(date(2026, 11, 30))) == [
        ("", "The spending was reported on 30 November 2026. Its receipts stay as they were then.")
    ]
