"""S5: a leaver between two payments, by each choice of the ways of working (W1)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Span
from supplement.rules.leavers import Paid, lines_of_share, refusals_to_carry, share_of_leaver
from ways_of_working.rules.choices import LEAVER_AMOUNTS, LEAVER_FUNDING
from ways_of_working.rules.kinds import Picked

#: £450 for 1 September to 31 December, of which the leaver's lines are £75; £200 spent, £100 committed.
PAID = Paid(Span(date(2026, 9, 1), date(2027, 1, 1)), 45_000, 7_500, 20_000, 10_000, 15_000)
#: Its last day is 31 October: 61 of 122 days are left.
LEFT = date(2026, 11, 1)
SOMEWHERE = Span(date(2026, 9, 1), date(2027, 1, 1))
PENCE = st.integers(-1000, 10**7)


def said(share) -> str:
    return " ".join(str(step.reason) for step in share.steps)


@pytest.mark.parametrize(
    ("amount", "pence"),
    [
        (None, 2500),
        (Picked("lesser"), 2500),
        (Picked("time_left"), 3750),
        (Picked("unspent"), 2500),
        (Picked("fixed", 5005), 5005),
        (Picked("fixed", 99_999), 15_000),
        (Picked("fixed"), 0),
        (Picked("fixed", -5), 0),
    ],
)
def test_s5_how_much_of_a_leaver_s_share_moves(amount, pence):
    share = share_of_leaver(PAID, left_on=LEFT, goes="returned", amount=amount)
    assert (share.pence, share.moves) == (pence, pence > 0)


@pytest.mark.parametrize(
    ("goes", "next_group_id", "moves", "words"),
    [
        ("follows", 7, True, "£25.00 follows it to its next group."),
        ("follows", None, False, "£25.00 waits until it joins its next group."),
        ("paid_to_leaver", None, True, "£25.00 is paid to the setting that leaves."),
        ("returned", None, True, "£25.00 is returned to the local authority."),
        ("vote", None, False, "The members vote on where £25.00 goes."),
    ],
)
def test_s5_where_a_leaver_s_share_goes(goes, next_group_id, moves, words):
    share = share_of_leaver(PAID, left_on=LEFT, goes=goes, amount=None, next_group_id=next_group_id)
    assert (share.pence, share.moves, share.goes) == (2500, moves, goes)
    assert said(share) == (
        "Its share of what came is £75.00 of £450.00."
        " For the time left, 61 of 122 days: £75.00 × 61/122, £37.50."
        " Of what is neither spent nor committed: £150.00 × £75.00 ÷ £450.00, £25.00."
        f" The smaller of the two is £25.00. {words}"
    )


def test_s5_what_stays_or_is_not_agreed_does_not_move():
    with_group = share_of_leaver(PAID, left_on=LEFT, goes="stays", amount=None)
    assert (with_group.pence, with_group.moves, said(with_group)) == (
        0,
        False,
        "Its share stays with the group.",
    )
    nothing = share_of_leaver(PAID, left_on=LEFT, goes=None, amount=None)
    assert (nothing.pence, nothing.moves) == (0, False)
    assert "until the members decide" in said(nothing)


def test_s5_committed_money_never_moves():
    tied = replace(PAID, free_pence=1000)
    share = share_of_leaver(tied, left_on=LEFT, goes="returned", amount=Picked("time_left"))
    assert share.pence == 1000
    assert "Committed money never moves: £10.00 is free" in said(share)
    overspent = replace(PAID, committed_pence=99_999, free_pence=-5)
    assert share_of_leaver(overspent, left_on=LEFT, goes="returned", amount=None).pence == 0


@pytest.mark.parametrize(
    ("left_on", "pence"),
    [(date(2026, 9, 1), 7500), (date(2026, 8, 1), 7500), (date(2027, 1, 1), 0), (date(2027, 5, 1), 0)],
)
def test_s5_the_time_left_is_within_the_payment(left_on, pence):
    share = share_of_leaver(PAID, left_on=left_on, goes="returned", amount=Picked("time_left"))
    assert share.pence == pence


def test_s5_nothing_came_so_nothing_moves():
    nothing = Paid(SOMEWHERE, 0, 0, 0, 0, 0)
    assert share_of_leaver(nothing, left_on=LEFT, goes="returned", amount=None)[1:3] == (0, False)


def test_s5_every_choice_of_the_ways_of_working_is_known():
    for goes in LEAVER_FUNDING:
        for amount in LEAVER_AMOUNTS:
            assert share_of_leaver(PAID, left_on=LEFT, goes=goes, amount=Picked(amount, 1)).steps


@pytest.mark.parametrize(
    ("paid", "goes", "amount"),
    [
        (PAID, "burnt", None),
        (PAID, "returned", Picked("all")),
        (replace(PAID, covers=Span(LEFT, LEFT)), "returned", None),
        (replace(PAID, covers=Span(LEFT)), "returned", None),
    ],
)
def test_s5_what_no_ways_of_working_say_is_refused(paid, goes, amount):
    with pytest.raises(ValueError, match=r"."):
        share_of_leaver(paid, left_on=LEFT, goes=goes, amount=amount)


@given(
    st.builds(Paid, st.just(SOMEWHERE), PENCE, PENCE, PENCE, PENCE, PENCE),
    st.dates(date(2026, 8, 1), date(2027, 2, 1)),
    st.sampled_from(sorted(LEAVER_FUNDING)),
    st.sampled_from([None, *(Picked(amount, 5000) for amount in LEAVER_AMOUNTS)]),
)
def test_s5_never_below_nothing_and_never_more_than_is_free(paid, left_on, goes, amount):
    share = share_of_leaver(paid, left_on=left_on, goes=goes, amount=amount, next_group_id=2)
    assert 0 <= share.pence <= max(0, paid.free_pence)
    assert not share.moves or share.pence


# --- with the next payments -----------------------------------------------------------------------------------


@given(pence=st.integers(1, 10**9), goes=st.sampled_from(["returned", "follows"]))
def test_s5_what_goes_off_one_group_comes_on_to_another_or_back_whole(pence: int, goes: str) -> None:
    lines = lines_of_share(goes, pence)
    back = pence if goes == "returned" else 0
    assert lines.off_pence + lines.on_pence + back == 0
    assert lines.off_pence == -pence


@pytest.mark.parametrize(
    ("goes", "pence"), [("stays", 5), ("paid_to_leaver", 5), ("returned", 0), ("follows", -1)]
)
def test_s5_nothing_else_becomes_lines(goes: str, pence: int) -> None:
    with pytest.raises(ValueError, match=goes):
        lines_of_share(goes, pence)


@pytest.mark.parametrize(
    ("goes", "facts", "why"),
    [
        ("returned", {}, ""),
        ("returned", {"next_has_claim": False}, ""),
        ("follows", {}, ""),
        ("follows", {"next_has_claim": False}, "the next collaboration yet"),
        ("paid_to_leaver", {}, "Only what is returned or follows"),
        (None, {}, "Only what is returned or follows"),
        ("returned", {"is_ended": True}, "is closed and gets no more payments"),
        ("returned", {"has_claim": False}, "has paid this collaboration yet"),
    ],
)
def test_s5_when_a_share_can_go_with_the_next_payments(goes, facts, why):
    found = refusals_to_carry(goes, **{"has_claim": True, "is_ended": False, "next_has_claim": True, **facts})
    assert [row.field for row in found] == (["by_run"] if why else [])
    assert why in " ".join(str(row.reason) for row in found)
