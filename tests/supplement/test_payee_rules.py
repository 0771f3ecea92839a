"""S9: the states of a payee, who signs what, and when the next payment is frozen, as tables."""

from __future__ import annotations

from datetime import date

import pytest

from supplement.rules.criteria import Consequence, Criterion, Kind
from supplement.rules.payees import (
    Freeze,
    Naming,
    Part,
    PayeeDays,
    PayeeFacts,
    PayeeState,
    Signed,
    freeze_of,
    mandate_words,
    may_end,
    may_name,
    may_sign,
    needs_mandates,
    state_of,
)

ON = date(2026, 11, 30)
BEFORE, AFTER = date(2026, 11, 29), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (PayeeDays(), PayeeState.PROPOSED),
        (PayeeDays(in_force_on=AFTER), PayeeState.PROPOSED),
        (PayeeDays(in_force_on=ON), PayeeState.IN_FORCE),
        (PayeeDays(in_force_on=BEFORE, ended_on=AFTER), PayeeState.IN_FORCE),
        (PayeeDays(in_force_on=BEFORE, ended_on=ON), PayeeState.ENDED),
        (PayeeDays(in_force_on=ON, ended_on=ON), PayeeState.ENDED),
        (PayeeDays(withdrawn_on=ON), PayeeState.WITHDRAWN),
        (PayeeDays(withdrawn_on=AFTER), PayeeState.PROPOSED),
    ],
)
def test_s9_a_payee_stands_by_its_days(days: PayeeDays, state: PayeeState) -> None:
    assert state_of(days, on=ON) is state


@pytest.mark.parametrize(
    ("accepted", "handed_over", "has_before", "missing"),
    [
        (False, False, False, (Part.ACCEPT,)),
        (True, False, False, ()),
        (False, False, True, (Part.ACCEPT, Part.HAND_OVER)),
        (True, False, True, (Part.HAND_OVER,)),
        (False, True, True, (Part.ACCEPT,)),
        (True, True, True, ()),
    ],
)
def test_s9_both_sign_where_another_receives(
    accepted: bool, handed_over: bool, has_before: bool, missing: tuple[Part, ...]
) -> None:
    assert Signed(accepted, handed_over, has_before).parts_missing == missing


@pytest.mark.parametrize(
    ("naming", "why", "refused"),
    [
        (Naming("Acorns", is_member=True, receives_already=False), "", []),
        (
            Naming("Acorns", is_member=False, receives_already=False),
            "",
            [("provider", "Acorns is not a member of the group today. Choose a member.")],
        ),
        (
            Naming("Acorns", is_member=True, receives_already=True),
            "",
            [("provider", "Acorns receives the money already.")],
        ),
        (
            Naming("Acorns", is_member=True, receives_already=False, other_proposed="Bluebells"),
            "",
            [("", "Bluebells is proposed already. Withdraw that proposal first.")],
        ),
    ],
)
def test_s9_who_can_be_named(naming: Naming, why: str, refused: list[tuple[str, str]]) -> None:
    assert [(field, str(reason)) for field, reason in may_name(naming, why=why)] == refused


def test_s9_bank_details_are_refused_where_one_says_why() -> None:
    [(field, reason)] = may_name(Naming("Acorns", True, False), why="Pay into 20-45-45 12345678")
    assert field == "why"
    assert "bank details" in str(reason)


@pytest.mark.parametrize(
    ("part", "state", "fits"),
    [
        (part, state, state is PayeeState.PROPOSED or (part, state) == (Part.MANDATE, PayeeState.IN_FORCE))
        for part in Part
        for state in PayeeState
    ],
)
def test_s9_what_is_signed_while_it_stands_how(part: Part, state: PayeeState, fits: bool) -> None:
    refusals = may_sign(part, state, is_member=True, name="Mo Siddiqui")
    assert [field for field, _reason in refusals] == ([] if fits else [""])


def test_s9_only_a_member_signs() -> None:
    [(field, reason)] = may_sign(Part.ACCEPT, PayeeState.PROPOSED, is_member=False)
    assert (field, "not a member" in str(reason)) == ("", True)


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("Mo Siddiqui", []),
        ("Łucja", []),
        ("", ["name"]),
        ("  ​ ", ["name"]),
        ("...", ["name"]),
        ("Mo 20-45-45 12345678", ["name"]),
    ],
)
def test_s9_a_mandate_is_signed_by_a_name(name: str, refused: list[str]) -> None:
    fields = [field for field, _ in may_sign(Part.MANDATE, PayeeState.IN_FORCE, is_member=True, name=name)]
    assert fields == refused


@pytest.mark.parametrize(
    ("receives", "is_member", "is_changing", "missing", "needs", "freeze"),
    [
        (False, False, False, 0, False, Freeze.NONE),
        (False, False, True, 0, False, Freeze.NONE),
        (False, True, True, 3, True, Freeze.NONE),
        (True, False, False, 0, False, Freeze.LEFT),
        (True, False, True, 0, False, Freeze.LEFT),
        (True, True, True, 0, False, Freeze.CHANGE),
        (True, True, True, 2, True, Freeze.CHANGE),
        (True, True, False, 1, True, Freeze.MANDATE),
        (True, True, False, 1, False, None),
        (True, True, False, 0, True, None),
        (True, True, False, 0, False, None),
    ],
)
def test_s9_when_the_next_payment_is_frozen(
    receives: bool, is_member: bool, is_changing: bool, missing: int, needs: bool, freeze: Freeze | None
) -> None:
    facts = PayeeFacts(receives, is_member, is_changing, missing)
    assert freeze_of(facts, needs_mandates=needs) is freeze


@pytest.mark.parametrize(
    ("kind", "consequence", "needs"),
    [
        *((Kind.MANDATE, row, row in (Consequence.BLOCK, Consequence.HOLD)) for row in Consequence),
        (Kind.PAYEE, Consequence.HOLD, False),
    ],
)
def test_s9_a_missing_mandate_freezes_only_where_the_scheme_says_so(
    kind: Kind, consequence: Consequence, needs: bool
) -> None:
    assert needs_mandates([Criterion(Kind.PLAN, Consequence.BLOCK), Criterion(kind, consequence)]) is needs


def test_s9_a_childminder_signs_in_her_own_words() -> None:
    facts = {"setting": "Cara's", "group": "Riverside", "payee": "Acorns"}
    assert str(mandate_words("group", facts)).startswith("Cara's is a member of Riverside. It agrees")
    assert str(mandate_words("childminder", facts)).startswith("I am a member of Riverside as a childminder")


@pytest.mark.parametrize(
    ("receives", "awaits", "why", "refused"),
    [
        (True, True, "It does not answer.", []),
        (True, True, " ", [("why", "Say why it is ended. Both settings read it.")]),
        (
            True,
            False,
            "Why",
            [("", "Nothing waits for it to hand over. The leader proposes another setting first.")],
        ),
        (False, False, "Why", [("", "No setting receives the money today, so there is nothing to end.")]),
    ],
)
def test_s9_an_officer_ends_only_a_payee_that_is_to_hand_over(
    receives: bool, awaits: bool, why: str, refused: list[tuple[str, str]]
) -> None:
    found = may_end(receives=receives, awaits_hand_over=awaits, why=why)
    assert [(field, str(reason)) for field, reason in found] == refused


def test_s9_the_reason_of_an_end_is_no_place_for_bank_details() -> None:
    [(field, _reason)] = may_end(receives=True, awaits_hand_over=True, why="Pay into 20-45-45 12345678")
    assert field == "why"


def test_s9_after_an_end_by_an_officer_the_mandates_are_awaited_last() -> None:
    signed = Signed(accepted=False, handed_over=False, has_before=False, mandates_awaited=True)
    assert signed.parts_missing == (Part.ACCEPT, Part.MANDATE)
