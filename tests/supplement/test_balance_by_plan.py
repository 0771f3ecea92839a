"""S10, C4: the balance of a group that divided goes on by the shares of its plan, to the penny, or says why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from supplement.models.fund import FundEntry
from supplement.rules.fund import Entry
from supplement.selectors.fund import balance_of
from supplement.services.leavers import hand_on_balance, hand_on_by_plan, mark_of_free
from tests.factories.fund import opened
from tests.factories.groups import Group
from tests.factories.plans import division

NOW = datetime(2026, 12, 15, 10, tzinfo=UTC)
DIVIDED = date(2026, 12, 10)
pytestmark = pytest.mark.django_db


@pytest.fixture
def ended(
    in_larkshire: Authority, led: Group, amina: User, fred: User, time_machine: TimeMachineFixture
) -> Group:
    """Riverside divided: a quarter of its £100.01 goes to Upstream, the rest to Downstream."""
    time_machine.move_to(NOW, tick=False)
    opened(led.collaboration, 10_001, by=fred, at=NOW)
    draft = division(led, amina, takes_effect_on=DIVIDED)
    up, down = draft.plan.successors.order_by("pk")
    draft.terms(takes_effect_on=DIVIDED, shares={up.pk: 25, down.pk: 75})
    draft.agree()
    draft.carry_out()
    return led


def named(name: str) -> int:
    return Collaboration.objects.get(name=name).pk


def given(group: Group, by: User, **facts: Any) -> dict[str, Any]:
    free = balance_of(group.collaboration.pk).free_pence
    values = {"words": "The plan, 3", "seen": mark_of_free(free), "by": by, "at": NOW}
    return {"collaboration_id": group.collaboration.pk, **values, **facts}


def free_of(name: str) -> int:
    return balance_of(named(name)).free_pence


def test_s10_all_of_a_balance_goes_by_the_shares_of_the_plan_to_the_penny(ended: Group, fred: User) -> None:
    first = given(ended, fred)
    rows = hand_on_by_plan(**first)
    assert sum(row.pence for row in rows) == 10_001
    assert (free_of("Upstream"), free_of("Downstream"), free_of("Riverside")) == (2_500, 7_501, 0)
    with pytest.raises(ValidationError) as refused:
        hand_on_by_plan(**first)  # pressed twice
    assert list(refused.value.message_dict) == ["seen"]
    with pytest.raises(ValidationError) as refused:
        hand_on_by_plan(**given(ended, fred))
    assert list(refused.value.message_dict) == ["to"]  # nothing is left


def test_s10_another_sum_is_refused_without_its_reason_and_the_rest_makes_up_for_it(
    ended: Group, fred: User
) -> None:
    with pytest.raises(ValidationError) as refused:
        hand_on_balance(**given(ended, fred), to_id=named("Upstream"), pence=3_000)
    assert refused.value.message_dict == {
        "otherwise": ["By the plan that is £25. Say why it is another sum."]
    }
    with pytest.raises(ValidationError) as refused:
        hand_on_balance(**given(ended, fred), to_id=None, pence=10_001)
    assert list(refused.value.message_dict) == ["otherwise"]
    entry = hand_on_balance(
        **given(ended, fred), to_id=named("Upstream"), pence=3_000, otherwise="Agreed on 12 October."
    )
    assert entry.words == "The plan, 3 Not by the plan’s shares: Agreed on 12 October."
    hand_on_by_plan(**given(ended, fred))
    assert (free_of("Upstream"), free_of("Downstream"), free_of("Riverside")) == (3_000, 7_001, 0)


def test_s10_the_part_of_the_plan_needs_no_reason(ended: Group, fred: User) -> None:
    hand_on_balance(**given(ended, fred), to_id=named("Downstream"), pence=7_501)
    hand_on_balance(**given(ended, fred), to_id=named("Upstream"), pence=2_500)
    assert FundEntry.objects.filter(kind=Entry.FROM_GROUP).count() == 2
    assert free_of("Riverside") == 0


def test_s10_finance_hands_a_balance_on_by_the_plan_on_its_page(
    ended: Group, fred: User, browse: Callable[[User], Client]
) -> None:
    address = f"/larkshire/collaborations/{ended.collaboration.pk}/fund/hand-on/"
    client = browse(fred)
    answer = client.get(address)
    page = answer.content.decode()
    assert "Upstream: £25" in page
    assert "All of it, by the plan’s shares" in page
    seen = answer.context["form"]["seen"].value()
    wrong = client.post(address, {"to": "authority", "pence": "", "words": "The plan, 3", "seen": seen})
    assert set(wrong.context["form"].errors) == {"pence"}
    wrong = client.post(address, {"to": str(named("Upstream")), "pence": "30", "words": "Plan", "seen": seen})
    assert set(wrong.context["form"].errors) == {"otherwise"}
    page = client.post(
        address, {"to": "plan", "words": "The plan, 3", "seen": seen}, follow=True
    ).content.decode()
    assert "It is recorded." in page
    assert (free_of("Upstream"), free_of("Downstream")) == (2_500, 7_501)
