"""Whoever is to do an action of a plan hears of it: once, and of what it says now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core import mail

from accounts.models import Authority
from core.scoping import authority_scope
from development import selectors
from development.services import actions, plans
from tests.factories.development import plan_with_action
from tests.factories.groups import Group
from tests.outbox import deliver

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def emails_of(larkshire: Authority, deed: Any) -> list[Any]:
    with authority_scope(larkshire):
        deliver()
        mail.outbox = []
        deed()
        deliver()
    return mail.outbox


def test_owners_hear_of_an_action_when_the_group_works_by_the_plan(larkshire: Authority, led: Group) -> None:
    owner = led.bluebells.provider
    with authority_scope(larkshire):
        action = plan_with_action(led.collaboration, led.lena, owner=owner)
        plan = action.objective.plan
    facts: dict[str, Any] = {"cost_pence": 0, "due_on": date(2027, 1, 8), "by": led.lena, "on": TODAY}
    assert emails_of(larkshire, lambda: add(action, "In the draft", owner, facts)) == []
    (begun,) = emails_of(larkshire, lambda: plans.begin_work_by_plan(plan=plan, by=led.lena, on=TODAY))
    assert (begun.to, begun.subject) == (
        [led.mo.email],
        "Riverside: 2 actions for you, the first by 8 January",
    )
    (given,) = emails_of(larkshire, lambda: add(action, "Visit a library", owner, facts))
    assert given.subject == "Riverside: an action for you by 8 January"
    assert "Visit a library" in given.body
    assert given.reply_to == [f"Lena Hartley <{led.lena.email}>"]
    assert emails_of(larkshire, lambda: add(action, "Ours", led.acorns.provider, facts)) == [], "by herself"


def add(action: Any, what: str, owner: Any, facts: dict[str, Any]) -> Any:
    return actions.add_action(objective=action.objective, what=what, owner=owner, **facts)


def test_a_change_of_what_or_when_is_told_and_what_is_out_of_date_is_not(
    larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        action = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
        plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena, on=TODAY)
    facts: dict[str, Any] = {"owner": action.owner, "done_on": None, "by": led.lena, "on": TODAY}

    def change(what: str, due_on: date, cost_pence: int) -> None:
        row = selectors.action_by_id(action.pk)
        assert row is not None
        seen = selectors.edition_of_action(row)
        actions.change_action(action=row, what=what, due_on=due_on, cost_pence=cost_pence, seen=seen, **facts)

    day = date(2027, 3, 1)
    (email,) = emails_of(larkshire, lambda: change(action.what, day, 1250))
    assert email.subject == "Riverside: your action has changed, now by 1 March"
    assert emails_of(larkshire, lambda: change(action.what, day, 9900)) == [], (
        "what it costs is no news to them"
    )

    def twice() -> None:
        change("First words", day, 9900)
        change("Second words", day, 9900)

    (last,) = emails_of(larkshire, twice)
    assert "Second words" in last.body
