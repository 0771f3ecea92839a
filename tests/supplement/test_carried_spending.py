"""S10: members carried a spending decision while less than its sum was free: its leaders are told, on home
and on the fund's page, and what they can do then: put less to the vote, make money free, or end it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from supplement.models.fund import SpendingDecision, SpendingProposal
from supplement.services.fund import close_decision
from tests.factories.fund import carried_while_less_was_free, decided, opened
from tests.factories.groups import Group

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
LINE = "Say what becomes of “A shed”: it was carried, and not enough was free"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def shed(larkshire: Authority, led: Group, fred: User) -> SpendingProposal:
    """£75 that members carried; £40 of £100 is free, since £60 is kept for training."""
    with authority_scope(larkshire):
        opened(led.collaboration, 10_000, by=fred, at=NOW)
        row = carried_while_less_was_free(led.collaboration, by=led.lena, at=NOW)
        decided(led.collaboration, 6_000, by=led.lena, at=NOW)
    return row


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_s10_leaders_are_told_and_nobody_else(
    larkshire: Authority,
    shed: SpendingProposal,
    led: Group,
    browse: Browse,
    amina: User,
    sam: User,
    otto: User,
) -> None:
    page = f"/larkshire/collaborations/{led.collaboration.pk}/fund/"
    home = browse(led.lena).get("/larkshire/").content.decode()
    assert LINE in home
    assert f"{page}votes/{shed.pk}/" in home
    assert "is about £75, and £40 is free. Put less to the vote, or end it." in text_of(
        browse(led.lena).get(page)
    )
    for person in (led.mo, amina):
        assert LINE not in browse(person).get("/larkshire/").content.decode()
        assert "Carried, and waiting for you" not in text_of(browse(person).get(page))
    assert LINE not in browse(sam).get("/larkshire/").content.decode()
    assert browse(sam).get(page).status_code == 404
    assert browse(otto).get(page).status_code == 404


def test_s10_the_leader_puts_less_to_the_vote_and_ends_it(
    larkshire: Authority, shed: SpendingProposal, led: Group, browse: Browse
) -> None:
    base, lena = f"/larkshire/collaborations/{led.collaboration.pk}/fund/", browse(led.lena)
    page = text_of(lena.get(f"{base}votes/{shed.pk}/"))
    assert "members voted on this sum and no other" in page
    assert "Decide it now" not in page
    assert f'href="{base}vote/?instead={shed.pk}"' in page
    assert "Put less to the vote" not in text_of(browse(led.mo).get(f"{base}votes/{shed.pk}/"))
    shown = lena.get(f"{base}vote/?instead={shed.pk}")
    assert "The members vote about" not in text_of(shown)  # what was carried is voted on no more
    form = shown.context["form"]
    assert (form["what"].value(), form["pence"].value(), form["objective"].value()) == (
        "A shed", "40", shed.objective_id,
    )  # fmt: skip
    for other in (f"{shed.pk + 1}", "²", ""):
        assert lena.get(f"{base}vote/?instead={other}").context["form"]["what"].value() is None
    sent = {
        "what": "A shed", "pence": "40", "objective": str(shed.objective_id),
        "closes_on_day": "7", "closes_on_month": "12", "closes_on_year": "2026",
    }  # fmt: skip
    assert lena.post(f"{base}vote/?instead={shed.pk}", sent).status_code == 302
    ended = lena.post(f"{base}votes/{shed.pk}/end/", {"words": "Less is voted on"}, follow=True)
    assert "It is ended" in text_of(ended)
    assert LINE not in lena.get("/larkshire/").content.decode()
    assert lena.get(f"{base}vote/?instead={shed.pk}").context["form"]["what"].value() is None


def test_s10_once_enough_is_free_it_is_decided_by_the_vote_that_carried_it(
    larkshire: Authority, shed: SpendingProposal, led: Group, browse: Browse
) -> None:
    base, lena = f"/larkshire/collaborations/{led.collaboration.pk}/fund/", browse(led.lena)
    assert lena.get(f"{base}votes/{shed.pk}/decide/").status_code == 302  # no form that can only be refused
    with authority_scope(larkshire):
        training = SpendingDecision.objects.get()
        close_decision(
            collaboration_id=led.collaboration.pk, decision_id=training.pk, words="No", by=led.lena, at=NOW
        )
    assert "is about £75, and that much is free now. Decide it." in text_of(lena.get(base))
    page = text_of(lena.get(f"{base}votes/{shed.pk}/"))
    assert "That is enough now" in page
    assert "Put less to the vote" not in page
    assert lena.post(f"{base}votes/{shed.pk}/decide/").status_code == 302
    assert LINE not in lena.get("/larkshire/").content.decode()
