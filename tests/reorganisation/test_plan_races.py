"""Two officers at once, and a death in the middle (C4, O2): one outcome, or none."""

from __future__ import annotations

import pytest
import time_machine

from accounts.models import User
from collaborations.models import Collaboration, Lineage
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership
from memberships.services.members import join
from memberships.services.permissions import drift
from providers.services.succession import link_successor
from reorganisation.models import Reorganisation
from reorganisation.services import carrying_out, planning, plans
from reorganisation.services.succession import move_to_successor
from tests.concurrency import at_once
from tests.factories.plans import AT, TODAY, begin, division
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=True):
        yield


@pytest.fixture
def agreed(larkshire, led, amina):
    with authority_scope(larkshire):
        draft = division(led, amina, takes_effect_on=TODAY)
        draft.agree()
        draft.plan.refresh_from_db()
    return draft


def counted(larkshire):
    with authority_scope(larkshire):
        return (
            Membership.objects.count(),
            LeaderAppointment.objects.count(),
            Lineage.objects.count(),
            sorted(Collaboration.objects.values_list("name", "state")),
        )


def test_c4_two_officers_carry_out_one_plan(larkshire, agreed, amina, maya):
    facts = {"plan_id": agreed.plan.pk, "expected_version": agreed.plan.version, "at": AT}
    said = at_once(
        larkshire, [lambda by=by: carrying_out.carry_out_plan(**facts, by=by) for by in (amina, maya)]
    )
    assert said[1] == "done"
    assert said[0] in {
        f"{who} has carried out this plan already. Nothing was done twice." for who in (amina, maya)
    }
    members, leaders, lineage, groups = counted(larkshire)
    assert (members, leaders, lineage) == (6, 2, 2)
    assert groups == [("Downstream", "active"), ("Riverside", "closed"), ("Upstream", "active")]
    with authority_scope(larkshire):
        assert not drift()


def test_carrying_out_and_putting_aside_at_once_give_one_of_both(larkshire, agreed, amina, maya):
    facts = {"plan_id": agreed.plan.pk, "expected_version": agreed.plan.version, "at": AT}
    said = at_once(
        larkshire,
        [
            lambda: carrying_out.carry_out_plan(**facts, by=amina),
            lambda: plans.abandon_plan(plan_id=agreed.plan.pk, by=maya, at=AT),
        ],
    )
    assert said.count("done") == 1
    with authority_scope(larkshire):
        state = Reorganisation.objects.get().state
        assert (
            Collaboration.objects.get(name="Riverside").state
            == {"done": "closed", "abandoned": "active"}[state]
        )
        assert Collaboration.objects.filter(name="Upstream").exists() is (state == "done")


def test_two_officers_begin_a_plan_for_one_collaboration(larkshire, led, amina, maya):
    said = at_once(larkshire, [lambda by=by: begin([led.collaboration], by) for by in (amina, maya)])
    assert said[1] == "done"
    assert said[0].startswith("There is already a plan for Riverside")
    with authority_scope(larkshire):
        assert Reorganisation.objects.count() == 1


def test_of_two_who_change_a_plan_at_once_one_is_told(larkshire, agreed, amina, maya):
    facts = {"plan_id": agreed.plan.pk, "expected_version": agreed.plan.version}
    said = at_once(
        larkshire,
        [
            lambda by=by: planning.set_terms(**facts, records_holder=by.full_name, by=by)
            for by in (amina, maya)
        ],
    )
    assert said == [
        "Somebody has changed this plan since you opened it. Look at it again, then decide.",
        "done",
    ]


def test_a_member_joining_while_the_plan_is_carried_out_is_in_one_place(larkshire, agreed, led, amina, maya):
    with authority_scope(larkshire):
        provider = ProviderFactory(name="Daisies")
    facts = {"plan_id": agreed.plan.pk, "expected_version": agreed.plan.version, "at": AT}
    joining = {"collaboration": led.collaboration, "provider": provider, "on": TODAY}
    said = at_once(
        larkshire, [lambda: carrying_out.carry_out_plan(**facts, by=amina), lambda: join(**joining, by=maya)]
    )
    with authority_scope(larkshire):
        closed = Collaboration.objects.get(name="Riverside").state == "closed"
        assert closed is not Membership.objects.filter(provider=provider).exists(), said
        assert not drift()


@pytest.mark.parametrize(
    "dies_in",
    ["_end_memberships", "_open", "_begin", "_appoint", "carry_on_hand_overs", "_close", "_settle", "record"],
)
def test_c4_killed_in_the_middle_nothing_is_done(larkshire, agreed, amina, monkeypatch, dies_in):
    before, seen = (
        counted(larkshire),
        {"plan_id": agreed.plan.pk, "expected_version": agreed.plan.version, "by": amina, "at": AT},
    )
    real = getattr(carrying_out, dies_in)

    def dies(*args, **kwargs):
        real(*args, **kwargs)
        raise RuntimeError("the machine stops")

    monkeypatch.setattr(carrying_out, dies_in, dies)
    with pytest.raises(RuntimeError), authority_scope(larkshire):
        carrying_out.carry_out_plan(**seen)
    assert counted(larkshire) == before
    monkeypatch.undo()
    with authority_scope(larkshire):
        assert Reorganisation.objects.get().state == "agreed"
        assert not drift()
        carrying_out.carry_out_plan(**seen)


def test_o2_two_officers_move_one_membership(larkshire, led, amina, maya):
    with authority_scope(larkshire):
        new = ProviderFactory(name="Acorns Ltd")
        link = link_successor(old_id=led.acorns.provider_id, new_id=new.pk, on=TODAY, reason="Sold", by=amina)
    facts = {"link": link, "on": TODAY, "memberships": [led.acorns.pk], "at": AT}
    said = at_once(larkshire, [lambda by=by: move_to_successor(**facts, by=by) for by in (amina, maya)])
    assert said == [
        "Something you chose has moved or ended in the meantime. Look again, then decide.",
        "done",
    ]
    with authority_scope(larkshire):
        assert Membership.objects.filter(provider=new).count() == 1
        assert User.objects.get(pk=led.lena.pk).is_active
        assert not drift()
