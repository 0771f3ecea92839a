"""S9: an officer ends a payee that does not hand over; nobody receives until everybody has signed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.members import Membership
from supplement.models.payees import Payee
from supplement.rules.payees import Freeze, Part, PayeeState
from supplement.selectors.payees import is_frozen, standing_of, state_on
from supplement.services.payees import (
    accept_payee,
    end_payee,
    name_payee,
    settle_payees,
    sign_mandate,
    withdraw_proposal,
)
from tests.factories.groups import Group
from tests.factories.payees import receives
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def refusing(larkshire: Authority, led: Group) -> tuple[Payee, Payee]:
    """Acorns receives and does not hand over to Bluebells, which is proposed and has accepted."""
    with authority_scope(larkshire):
        before = receives(led.acorns, led.lena, on=date(2026, 9, 1))
        proposal = propose(led)
        return before, accept_payee(payee_id=proposal.pk, by=led.mo, at=NOW)


def propose(led: Group) -> Payee:
    group, setting = led.collaboration.pk, led.bluebells.provider_id
    return name_payee(collaboration_id=group, provider_id=setting, by=led.lena, at=NOW)


def end(payee: Payee, by: User, why: str = "It does not answer since September.") -> Payee:
    return end_payee(payee_id=payee.pk, why=why, by=by, at=NOW)


def sign(led: Group, payee: Payee, member: Membership, by: User) -> None:
    sign_mandate(payee_id=payee.pk, membership_id=member.pk, name=by.full_name, by=by, at=NOW)


def frozen(led: Group) -> Freeze | None:
    return is_frozen([led.collaboration.pk], TODAY).get(led.collaboration.pk)


def state(payee: Payee) -> PayeeState:
    return state_on(Payee.objects.get(pk=payee.pk), TODAY)


def test_s9_a_payee_that_is_ended_receives_no_more_and_the_next_one_once_all_have_signed(
    larkshire: Authority, led: Group, refusing: tuple[Payee, Payee], amina: User
) -> None:
    before, after = refusing
    with authority_scope(larkshire):
        assert frozen(led) is Freeze.CHANGE
        ended = end(before, amina)
        assert end(before, amina).pk == ended.pk  # pressed twice
        assert state(before) is PayeeState.ENDED
        assert frozen(led) is Freeze.NONE
        assert standing_of(led.collaboration.pk, on=TODAY).parts_missing == (Part.MANDATE,)
        sign(led, after, led.acorns, led.lena)
        assert state(after) is PayeeState.PROPOSED
        sign(led, after, led.caras, led.cara)
        assert state(after) is PayeeState.IN_FORCE
        assert frozen(led) is None
        assert Entry.objects.filter(action="payee_ended").count() == 1
        before.refresh_from_db()
        assert (before.ended_by, before.ended_because) == (amina, "It does not answer since September.")


def test_s9_a_member_that_leaves_is_waited_for_no_more(
    larkshire: Authority, led: Group, refusing: tuple[Payee, Payee], amina: User
) -> None:
    before, after = refusing
    with authority_scope(larkshire):
        end(before, amina)
        sign(led, after, led.acorns, led.lena)
        settle_payees(at=NOW)
        assert state(after) is PayeeState.PROPOSED
        Membership.objects.filter(pk=led.caras.pk).update(left_on=date(2026, 11, 1))
        settle_payees(at=NOW)
        assert state(after) is PayeeState.IN_FORCE


def test_s9_another_proposal_after_the_end_needs_every_member_too(
    larkshire: Authority, led: Group, refusing: tuple[Payee, Payee], amina: User
) -> None:
    before, after = refusing
    with authority_scope(larkshire):
        end(before, amina)
        withdraw_proposal(payee_id=after.pk, why="Another one", by=led.lena, at=NOW)
        again = propose(led)
        accept_payee(payee_id=again.pk, by=led.mo, at=NOW)
        assert state(again) is PayeeState.PROPOSED


def test_s9_only_what_waits_for_the_hand_over_is_ended_and_with_a_reason(
    larkshire: Authority, led: Group, amina: User
) -> None:
    with authority_scope(larkshire):
        payee = receives(led.acorns, led.lena, on=date(2026, 9, 1))
        with pytest.raises(ValidationError, match="Nothing waits for it to hand over"):
            end(payee, amina)
        proposal = propose(led)
        with pytest.raises(ValidationError, match="No setting receives the money today"):
            end(proposal, amina)
        with pytest.raises(ValidationError) as refused:
            end(payee, amina, " ")
        assert set(refused.value.message_dict) == {"why"}
        with pytest.raises(ValidationError, match="no longer there"):
            end_payee(payee_id=0, why="Why", by=amina, at=NOW)


def test_s9_an_officer_ends_it_on_the_page_and_both_settings_are_told(
    larkshire: Authority,
    led: Group,
    refusing: tuple[Payee, Payee],
    browse: Browse,
    amina: User,
    fred: User,
    sam: User,
    otto: User,
) -> None:
    before, _after = refusing
    page = f"/larkshire/collaborations/{led.collaboration.pk}/supplement/payee/"
    address = f"{page}{before.pk}/end/"
    for person, status in ((led.lena, 403), (led.mo, 403), (fred, 403), (sam, 404), (otto, 404)):
        assert browse(person).get(address).status_code == status, person
        assert browse(person).post(address, {"why": "Mine"}).status_code == status, person
    assert address not in browse(led.lena).get(page).content.decode()
    client = browse(amina)
    assert address in client.get(page).content.decode()
    assert client.get(address.replace(str(before.pk), "0")).status_code == 404
    answer = client.post(address, {"why": "Account 12-34-56 12345678"})
    assert set(answer.context["form"].errors) == {"why"}
    with authority_scope(larkshire):
        deliver()  # what was asked to be signed before
    mail.outbox.clear()
    text = text_of(client.post(address, {"why": "It does not answer."}, follow=True))
    assert "It is ended. Both settings are told." in text
    assert "No setting receives the money yet" in text
    assert "Ended by Amina" in text
    assert "Every member signs for it" in text
    with authority_scope(larkshire):
        deliver()
    sent = {message.to[0]: message for message in mail.outbox}
    assert set(sent) == {led.lena.email, led.mo.email}
    assert sent[led.lena.email].subject == "Riverside: who receives the money changes"
    assert "It does not answer." in sent[led.mo.email].body
    assert "Please keep its papers" in sent[led.lena.email].body
    assert "Please keep its papers" not in sent[led.mo.email].body


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())
