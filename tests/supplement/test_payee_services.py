"""S9: a payee is named, accepted and handed over; members sign; the next payment is frozen in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from accounts.models import Authority, TaskLink, User
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import Membership
from supplement.models.payees import Mandate, Payee
from supplement.rules.criteria import Consequence, Criterion, Kind
from supplement.rules.payees import Freeze, Part, PayeeState
from supplement.selectors.payees import PURPOSES, is_frozen, standing_of, state_on, suggested
from supplement.selectors.signing import everything_to_sign, signature_asked
from supplement.services.payee_links import remind_by_itself, remind_signers, send_signing_link_again
from supplement.services.payees import (
    accept_payee,
    hand_over,
    name_payee,
    settle_payees,
    sign_mandate,
    withdraw_mandate,
    withdraw_proposal,
)
from tests.concurrency import at_once
from tests.factories.agreed import agreed
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.payees import proposed, receives, signed
from tests.factories.providers import ProviderFactory

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TODAY = NOW.date()
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> TimeMachineFixture:
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def riverside(in_larkshire: Authority, led: Group) -> Group:
    return led


def name(riverside: Group, membership: Membership, **facts: Any) -> Payee:
    values = {"provider_id": membership.provider_id, "by": riverside.lena, "at": NOW, **facts}
    return name_payee(collaboration_id=riverside.collaboration.pk, **values)


def frozen(riverside: Group, **facts: Any) -> Freeze | None:
    return is_frozen([riverside.collaboration.pk], facts.pop("on", TODAY), **facts).get(
        riverside.collaboration.pk
    )


def reloaded(payee: Payee) -> Payee:
    return Payee.objects.get(pk=payee.pk)


def open_links(part: Part) -> list[TaskLink]:
    rows = TaskLink.objects.filter(purpose=PURPOSES[part], used_at=None, withdrawn_at=None)
    return list(rows.select_related("user").order_by("pk"))


def test_s9_the_first_payee_is_in_force_once_it_has_accepted(riverside: Group) -> None:
    assert frozen(riverside) is Freeze.NONE
    payee = name(riverside, riverside.acorns, why="It has an office.")
    assert state_on(payee, TODAY) is PayeeState.PROPOSED
    assert frozen(riverside) is Freeze.NONE
    assert name(riverside, riverside.acorns).pk == payee.pk
    accept_payee(payee_id=payee.pk, by=riverside.lena, at=NOW)
    accept_payee(payee_id=payee.pk, by=riverside.mo, at=NOW)
    payee = reloaded(payee)
    assert (payee.in_force_on, payee.accepted_by) == (TODAY, riverside.lena)
    assert frozen(riverside) is None
    assert list(
        Entry.objects.filter(action__startswith="payee").order_by("pk").values_list("action", flat=True)
    ) == [
        "payee_named",
        "payee_accepted",
        "payee_in_force",
    ]


@pytest.mark.parametrize("first", ["accept", "hand over"])
def test_s9_a_change_freezes_until_both_have_signed(riverside: Group, first: str) -> None:
    before = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    after = name(riverside, riverside.bluebells)
    steps: list[Callable[[], object]] = [
        lambda: accept_payee(payee_id=after.pk, by=riverside.mo, at=NOW),
        lambda: hand_over(payee_id=after.pk, by=riverside.lena, at=NOW),
    ]
    for step in steps if first == "accept" else steps[::-1]:
        assert frozen(riverside) is Freeze.CHANGE
        step()
    assert frozen(riverside) is None
    assert reloaded(before).ended_on == reloaded(after).in_force_on == TODAY
    assert state_on(reloaded(before), TODAY) is PayeeState.ENDED
    for step in steps:
        step()
    assert Entry.objects.filter(action="payee_in_force").count() == 2


def test_s9_a_proposal_that_is_withdrawn_leaves_what_was(riverside: Group) -> None:
    before = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    after = name(riverside, riverside.bluebells)
    with pytest.raises(ValidationError, match="bank details"):
        withdraw_proposal(payee_id=after.pk, why="Pay 20-45-45 12345678", by=riverside.lena, at=NOW)
    for _ in range(2):
        withdraw_proposal(payee_id=after.pk, why="We stay with Acorns.", by=riverside.lena, at=NOW)
    assert frozen(riverside) is None
    assert state_on(reloaded(before), TODAY) is PayeeState.IN_FORCE
    assert not open_links(Part.ACCEPT)
    assert not open_links(Part.HAND_OVER)
    with pytest.raises(ValidationError, match="nothing to sign"):
        accept_payee(payee_id=after.pk, by=riverside.mo, at=NOW)
    with pytest.raises(ValidationError, match="nothing to sign"):
        hand_over(payee_id=after.pk, by=riverside.lena, at=NOW)
    with pytest.raises(ValidationError, match="cannot be withdrawn"):
        withdraw_proposal(payee_id=before.pk, why="", by=riverside.lena, at=NOW)


def test_s9_who_cannot_be_named(riverside: Group) -> None:
    elsewhere = ProviderFactory(name="Elsewhere")
    for provider in (elsewhere.pk, 0):
        with pytest.raises(ValidationError, match="not a member") as refused:
            name(riverside, riverside.acorns, provider_id=provider)
        assert set(refused.value.message_dict) == {"provider"}
    with pytest.raises(ValidationError, match="bank details"):
        name(riverside, riverside.acorns, why="Sort code 204545")
    name(riverside, riverside.bluebells)
    with pytest.raises(ValidationError, match="Bluebells is proposed already"):
        name(riverside, riverside.acorns)
    Collaboration.objects.filter(pk=riverside.collaboration.pk).update(state="closed")
    with pytest.raises(ValidationError, match="Only an active collaboration"):
        name(riverside, riverside.acorns)


def test_s9_each_member_signs_once_in_its_own_words_and_may_take_it_back(riverside: Group) -> None:
    payee = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    holds = [Criterion(Kind.MANDATE, Consequence.HOLD)]
    assert frozen(riverside, criteria=holds) is Freeze.MANDATE
    assert frozen(riverside) is None
    sign = {"payee_id": payee.pk, "at": NOW}
    mo = sign_mandate(membership_id=riverside.bluebells.pk, name="  Mo   Siddiqui ", by=riverside.mo, **sign)
    cara = sign_mandate(membership_id=riverside.caras.pk, name="Cara Finch", by=riverside.cara, **sign)
    assert (mo.signed_name, mo.words.startswith("Bluebells is a member of Riverside")) == (
        "Mo Siddiqui",
        True,
    )
    assert cara.words.startswith("I am a member of Riverside as a childminder")
    assert frozen(riverside, criteria=holds) is None
    again = sign_mandate(membership_id=riverside.caras.pk, name="Cara", by=riverside.cara, **sign)
    assert again.pk == cara.pk
    with pytest.raises(ValidationError, match="signs no mandate"):
        sign_mandate(membership_id=riverside.acorns.pk, name="Lena", by=riverside.lena, **sign)
    with pytest.raises(ValidationError, match="Type your name"):
        sign_mandate(membership_id=riverside.bluebells.pk, name="--", by=riverside.mo, **sign)
    for _ in range(2):
        withdraw_mandate(mandate_id=mo.pk, by=riverside.mo, at=NOW)
    assert frozen(riverside, criteria=holds) is Freeze.MANDATE
    assert sign_mandate(membership_id=riverside.bluebells.pk, name="Mo", by=riverside.mo, **sign).pk != mo.pk
    assert Mandate.objects.count() == 3
    actions = Entry.objects.filter(action__startswith="mandate").values_list("action", flat=True)
    assert sorted(actions) == ["mandate_signed"] * 3 + ["mandate_withdrawn"]


def test_s9_only_a_member_of_the_day_signs(riverside: Group) -> None:
    payee = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    other = MembershipFactory(
        collaboration=riverside.collaboration, joined_on=date(2026, 9, 1), left_on=TODAY
    )
    with pytest.raises(ValidationError, match="not a member"):
        sign_mandate(payee_id=payee.pk, membership_id=other.pk, name="X", by=riverside.mo, at=NOW)


def test_s9_a_payee_that_leaves_is_frozen_at_once_and_ended_by_night(riverside: Group) -> None:
    payee = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    Membership.objects.filter(pk=riverside.acorns.pk).update(left_on=TODAY)
    assert frozen(riverside) is Freeze.LEFT
    for _ in range(2):
        settle_payees(at=NOW)
    assert reloaded(payee).ended_on == TODAY
    assert frozen(riverside) is Freeze.NONE
    assert Entry.objects.filter(action="payee_ended").count() == 1


def test_s9_who_accepted_begins_by_itself_when_the_one_before_has_left(riverside: Group) -> None:
    receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    after = name(riverside, riverside.bluebells)
    accept_payee(payee_id=after.pk, by=riverside.mo, at=NOW)
    Membership.objects.filter(pk=riverside.acorns.pk).update(left_on=TODAY)
    with pytest.raises(ValidationError, match="nothing to hand over"):
        hand_over(payee_id=after.pk, by=riverside.lena, at=NOW)
    settle_payees(at=NOW)
    assert reloaded(after).in_force_on == TODAY


def test_s9_nobody_waits_for_the_signature_of_who_has_left(riverside: Group) -> None:
    before = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    after = name(riverside, riverside.bluebells)
    Membership.objects.filter(pk=riverside.acorns.pk).update(left_on=TODAY)
    standing = standing_of(riverside.collaboration.pk, on=TODAY)
    assert [row.part for row in everything_to_sign(standing)] == [Part.ACCEPT, Part.MANDATE]
    accept_payee(payee_id=after.pk, by=riverside.mo, at=NOW)
    assert reloaded(before).ended_on == reloaded(after).in_force_on == TODAY


def test_s9_a_proposal_of_who_leaves_is_withdrawn(riverside: Group) -> None:
    payee = name(riverside, riverside.bluebells)
    Membership.objects.filter(pk=riverside.bluebells.pk).update(left_on=TODAY)
    settle_payees(at=NOW)
    assert state_on(reloaded(payee), TODAY) is PayeeState.WITHDRAWN


def test_s9_a_setting_under_a_new_registration_is_suggested_and_signs_anew(
    riverside: Group, amina: User
) -> None:
    agreed(
        riverside.collaboration, amina, on=date(2026, 9, 1), values={"payee": riverside.bluebells.provider_id}
    )
    standing = lambda: standing_of(riverside.collaboration.pk, on=TODAY)  # noqa: E731
    assert suggested(standing()) == riverside.bluebells.provider_id
    payee = receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    signed(payee, riverside.bluebells, riverside.mo, on=date(2026, 9, 2))
    Membership.objects.filter(pk=riverside.acorns.pk).update(left_on=TODAY)
    new = MembershipFactory(
        collaboration=riverside.collaboration,
        provider=ProviderFactory(name="Acorns Ltd"),
        joined_on=TODAY,
        continues=riverside.acorns,
    )
    settle_payees(at=NOW)
    assert suggested(standing()) == new.provider_id
    name(riverside, new)
    assert [str(row.provider) for row in standing().owing] == ["Bluebells", "Cara's"]


def test_s9_everybody_who_signs_has_a_link_and_a_new_proposal_ends_the_old_ones(riverside: Group) -> None:
    receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    after = name(riverside, riverside.bluebells)
    [accepts], [hands], mandates = (
        open_links(Part.ACCEPT),
        open_links(Part.HAND_OVER),
        open_links(Part.MANDATE),
    )
    assert (accepts.user, hands.user) == (riverside.mo, riverside.lena)
    assert sorted(str(link.user) for link in mandates) == ["Cara Finch", "Lena Hartley"]
    row = signature_asked(hands, on=TODAY)
    assert row is not None
    assert (row.part, row.provider.name, row.payee) == (Part.HAND_OVER, "Acorns", after)
    accept_payee(payee_id=after.pk, by=riverside.mo, at=NOW, link=accepts)
    assert signature_asked(accepts, on=TODAY) is None
    with pytest.raises(ValidationError, match="used already"):
        hand_over(payee_id=after.pk, by=riverside.lena, at=NOW, link=accepts)
    withdraw_proposal(payee_id=after.pk, why="", by=riverside.lena, at=NOW)
    assert not open_links(Part.MANDATE)


def test_s9_who_has_not_signed_is_reminded_once_a_day_and_by_itself_after_14(
    riverside: Group, now: TimeMachineFixture
) -> None:
    payee = proposed(riverside.acorns, riverside.lena, on=date(2026, 11, 16))
    at = datetime(2026, 11, 16, 15, tzinfo=UTC)
    assert remind_signers(collaboration_id=riverside.collaboration.pk, by=riverside.lena, at=at).earlier == 3
    signed(payee, riverside.bluebells, riverside.mo, on=date(2026, 11, 17))
    before = NOW - timedelta(days=1)
    remind_by_itself(at=before)
    assert not TaskLink.objects.filter(made_at=before).exists()
    for _ in range(2):
        remind_by_itself(at=NOW)
    assert TaskLink.objects.filter(made_at=NOW).count() == 2
    assert remind_signers(collaboration_id=riverside.collaboration.pk, by=riverside.lena, at=NOW).now == 0
    later = NOW + timedelta(days=1)
    now.move_to(later, tick=False)
    asked = remind_signers(collaboration_id=riverside.collaboration.pk, by=riverside.lena, at=later)
    assert asked.in_words() == "2 settings were reminded."
    assert Entry.objects.filter(action="signers_reminded").count() == 2
    [link] = [link for link in open_links(Part.MANDATE) if link.user == riverside.cara]
    send_signing_link_again(link=link, at=later + timedelta(minutes=20))
    send_signing_link_again(link=link, at=later + timedelta(minutes=20))
    assert len([link for link in open_links(Part.MANDATE) if link.user == riverside.cara]) == 1
    accept_payee(payee_id=payee.pk, by=riverside.lena, at=later)
    signed(payee, riverside.caras, riverside.cara, on=later.date())
    with pytest.raises(ValidationError, match="Everybody has signed"):
        remind_signers(collaboration_id=riverside.collaboration.pk, by=riverside.lena, at=later)


def test_s9_who_has_no_manager_is_named_to_who_reminds(riverside: Group) -> None:
    MembershipFactory(
        collaboration=riverside.collaboration,
        provider=ProviderFactory(name="Empty"),
        joined_on=date(2026, 9, 1),
    )
    name(riverside, riverside.acorns)
    asked = remind_signers(collaboration_id=riverside.collaboration.pk, by=riverside.lena, at=NOW)
    assert asked.without_people == ("Empty",)
    assert "Nobody is known to write to at: Empty." in asked.in_words()


def test_s9_many_groups_are_asked_in_as_many_statements_as_one(
    riverside: Group, elsewhere: Collaboration
) -> None:
    receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    numbers = []
    for groups in ([riverside.collaboration.pk], [riverside.collaboration.pk, elsewhere.pk]):
        with CaptureQueriesContext(connection) as queries:
            found = is_frozen(groups, TODAY)
        numbers.append(len(queries))
    assert numbers == [4, 4]
    assert found == {elsewhere.pk: Freeze.NONE}


def test_s9_it_is_told_as_it_was_on_the_day(riverside: Group) -> None:
    receives(riverside.acorns, riverside.lena, on=date(2026, 9, 1))
    after = proposed(riverside.bluebells, riverside.lena, on=date(2026, 10, 1))
    withdraw_proposal(payee_id=after.pk, why="", by=riverside.lena, at=NOW)
    assert [
        frozen(riverside, on=date(2026, *day)) for day in ((8, 31), (9, 30), (10, 1), (11, 29), (11, 30))
    ] == [
        Freeze.NONE,
        None,
        Freeze.CHANGE,
        Freeze.CHANGE,
        None,
    ]


@pytest.mark.django_db(transaction=True)
def test_s9_two_who_sign_at_once_begin_one_payee(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        receives(led.acorns, led.lena, on=date(2026, 9, 1))
        after = proposed(led.bluebells, led.lena, on=date(2026, 11, 1))
    at_once(
        larkshire,
        [
            lambda: accept_payee(payee_id=after.pk, by=led.mo, at=NOW),
            lambda: hand_over(payee_id=after.pk, by=led.lena, at=NOW),
        ],
    )
    with authority_scope(larkshire):
        assert [row.provider_id for row in Payee.objects.filter(ended_on=None)] == [led.bluebells.provider_id]
        assert Entry.objects.filter(action="payee_in_force").count() == 2


@pytest.mark.django_db(transaction=True)
def test_s9_two_proposals_and_two_mandates_at_once_are_one(larkshire: Authority, led: Group) -> None:
    propose = lambda: name_payee(  # noqa: E731
        collaboration_id=led.collaboration.pk, provider_id=led.acorns.provider_id, by=led.lena, at=NOW
    )
    at_once(larkshire, [propose, propose])
    with authority_scope(larkshire):
        payee = Payee.objects.get()
        assert len(everything_to_sign(standing_of(led.collaboration.pk, on=TODAY))) == 3
    sign = lambda: sign_mandate(  # noqa: E731
        payee_id=payee.pk, membership_id=led.bluebells.pk, name="Mo", by=led.mo, at=NOW
    )
    at_once(larkshire, [sign, sign])
    with authority_scope(larkshire):
        assert Mandate.objects.count() == 1
