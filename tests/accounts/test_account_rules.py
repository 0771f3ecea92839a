"""Limits, the life of an account, ages of sessions and devices, without a database (A2, A3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from accounts.rules import (
    AccountState,
    AccountStep,
    Limit,
    Mover,
    account_state,
    device_in_words,
    refused_step,
    session_is_over,
)

pytestmark = pytest.mark.pure
LIMIT = Limit(free=3, first_wait=15, max_wait=60, forget_after=3600)


@pytest.mark.parametrize(
    ("number", "seconds"), [(0, 0), (2, 0), (3, 15), (4, 30), (5, 60), (6, 60), (1000, 60)]
)
def test_a3_a_limit_slows_down_and_never_shuts_out(number: int, seconds: int) -> None:
    assert LIMIT.wait_after(number) == seconds


@pytest.mark.parametrize(
    ("step", "state", "by", "oneself", "last", "words"),
    [
        (AccountStep.LOCK, AccountState.ACTIVE, Mover.MANAGER, False, False, None),
        (AccountStep.LOCK, AccountState.ACTIVE, Mover.MANAGER, False, True, "the only manager"),
        (AccountStep.LOCK, AccountState.ACTIVE, Mover.MANAGER, True, False, "your own account"),
        (AccountStep.LOCK, AccountState.LOCKED, Mover.MANAGER, False, False, "changed in the meantime"),
        (AccountStep.CLOSE, AccountState.ACTIVE, Mover.MANAGER, False, False, "may not do this"),
        (AccountStep.CLOSE, AccountState.LOCKED, Mover.OPERATOR, False, False, None),
    ],
)
def test_a2_who_may_take_which_step(
    step: AccountStep, state: AccountState, by: Mover, oneself: bool, last: bool, words: str | None
) -> None:
    refusal = refused_step(step, state=state, by=by, to_oneself=oneself, is_last_manager=last)
    assert (words in str(refusal)) if words else refusal is None


@pytest.mark.parametrize(
    ("seen", "now", "over"),
    [(0, 1799, False), (0, 1800, True), (43000, 43199, False), (43100, 43200, True)],
)
def test_a3_a_session_ends_by_its_age_or_for_want_of_use(seen: float, now: float, over: bool) -> None:
    assert session_is_over(started=0, seen=seen, now=now, max_idle=timedelta(minutes=30)) is over


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone) CriOS/130 Safari/604", "Chrome on an iPhone"),
        ("curl/8", "A device that we do not recognise"),
        ("", "A device that we do not recognise"),
    ],
)
def test_a2_a_device_is_called_as_people_call_it(user_agent: str, words: str) -> None:
    assert str(device_in_words(user_agent)) == words


NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"is_active": False, "is_merged": True}, AccountState.CLOSED),
        ({"is_merged": True, "locked_at": NOW}, AccountState.MERGED),
        ({"locked_at": NOW}, AccountState.LOCKED),
        ({}, AccountState.ACTIVE),
        ({"claim_by": NOW}, AccountState.LAPSED),
        ({"claim_by": NOW + timedelta(seconds=1)}, AccountState.INVITED),
    ],
)
def test_a2_what_stands_first_of_an_account(facts: dict[str, Any], state: AccountState) -> None:
    given = {"is_active": True, "locked_at": None, "claim_by": None, **facts}
    assert account_state(**given, at=NOW) is state
