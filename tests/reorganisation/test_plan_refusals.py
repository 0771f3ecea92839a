"""What a plan is refused (C4), and what happens when it is put aside or done twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from collaborations.models import Collaboration
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from memberships.selectors.leaders import leaders_of as leaders_of_group
from memberships.services.leaders import appoint_leader
from memberships.services.leaving import take_back_notice
from memberships.services.members import join
from reorganisation.models import Reorganisation
from reorganisation.services import plans
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED, judged
from tests.factories.plans import AT, LATER, TODAY, begin, division
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.usefixtures("in_larkshire")
ON_THE_DAY = datetime(2027, 1, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


def said(refusal: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(refusal.value.messages)


def leaders_of(name: str, on: date = LATER) -> set[str]:
    group = Collaboration.objects.get(name=name)
    return {one.user.full_name for one in leaders_of_group(group, on=on)}


def members_of(name: str, on: date = LATER) -> set[str]:
    group = Collaboration.objects.get(name=name)
    return {
        str(membership.provider)
        for membership in Membership.objects.filter(is_member_on(on), collaboration=group)
    }


def test_a_plan_needs_one_to_divide_or_two_to_merge(led, elsewhere, amina):
    for groups, kind in (
        ([led.collaboration, elsewhere], "divide"),
        ([led.collaboration], "merge"),
        ([], "divide"),
    ):
        with pytest.raises(ValidationError) as refusal:
            begin(groups, amina, kind=kind)
        assert set(refusal.value.error_dict) == {"collaborations"}
    assert not Reorganisation.objects.exists()


def test_a_collaboration_is_in_one_plan_and_must_be_ready_for_it(led, elsewhere, amina):
    begin([led.collaboration], amina)
    with pytest.raises(ValidationError) as refusal:
        begin([elsewhere, led.collaboration], amina, kind="merge")
    assert "There is already a plan for Riverside" in said(refusal)
    resting = CollaborationFactory(name="Resting", state="dormant")
    with pytest.raises(ValidationError) as refusal:
        begin([resting], amina)
    assert said(refusal).startswith("Resting: No move leads")
    assert begin([resting, elsewhere], amina, kind="merge").plan.pk


def test_agreeing_says_all_that_is_missing_at_once(led, amina):
    draft = begin([led.collaboration], amina)
    with pytest.raises(ValidationError) as refusal:
        draft.agree()
    for words in (
        "Name at least two new collaborations.",
        "Say where these members go, or that they leave: Acorns, Bluebells, Cara's.",
        "Say on which day the new collaborations begin.",
        "Say who holds the old records.",
        "Say how the balance is shared, or that there is none.",
    ):
        assert words in said(refusal)
    with pytest.raises(ValidationError) as refusal:
        draft.agree(met_leaders_on=TODAY + timedelta(1), met_words=" ")
    assert set(refusal.value.error_dict) == {"met_leaders_on", "met_words"}


def test_a_name_that_is_taken_is_refused_at_once(led, elsewhere, amina):
    draft = begin([led.collaboration], amina)
    draft.successor("Upstream")
    for name in ("hillside", "Riverside", "UPSTREAM"):
        with pytest.raises(ValidationError) as refusal:
            draft.successor(name)
        assert set(refusal.value.error_dict) == {"name"}


def test_l1_holds_for_planned_leaders(led, amina):
    draft = division(led, amina)
    with pytest.raises(ValidationError) as refusal:
        draft.lead(led.caras, led.cara)
    assert "officer" in said(refusal)
    draft.lead(led.caras, led.cara, officers_decision="Visited, and she is ready.")
    with pytest.raises(ValidationError) as refusal:
        draft.lead(led.caras, led.mo)
    assert "Mo Siddiqui" not in leaders_of("Riverside")
    assert "is not recorded at the setting" in said(refusal)
    draft.agree()
    judged(led.acorns.provider, 4, on=date(2026, 11, 20))
    with pytest.raises(ValidationError) as refusal:
        draft.carry_out()
    assert "Lena Hartley: The leading policy does not let" in said(refusal)
    assert Collaboration.objects.get(name="Riverside").state == "dividing"


def test_a_plan_that_changed_is_a_draft_again_and_an_old_look_carries_nothing_out(led, amina):
    draft = division(led, amina)
    seen = draft.agree().version
    draft.terms(records_holder="Lena Hartley")
    draft.plan.refresh_from_db()
    assert draft.plan.state == "draft"
    with pytest.raises(ValidationError, match="have not agreed to this plan yet"):
        draft.carry_out()
    draft.agree()
    with pytest.raises(ValidationError, match="Somebody has changed this plan"):
        draft.carry_out(expected_version=seen)


def test_who_joined_since_has_to_be_placed(led, amina):
    draft = division(led, amina)
    draft.agree()
    new = join(collaboration=led.collaboration, provider=ProviderFactory(name="Daisies"), on=TODAY, by=amina)
    with pytest.raises(ValidationError, match="Say where these members go, or that they leave: Daisies"):
        draft.carry_out()
    up, down = draft.plan.successors.order_by("pk")
    draft.place({led.acorns: up, led.bluebells: up, led.caras: down, new: down})
    draft.agree()
    draft.carry_out()
    assert members_of("Downstream") == {"Cara's", "Daisies"}


@pytest.mark.parametrize("what", ["move", "member", "left", "leader"])
def test_the_first_day_contradicts_nothing_recorded(led, amina, what):
    draft = division(led, amina)
    early = {
        "move": TODAY - timedelta(1),
        "member": TODAY + timedelta(3),
        "left": TODAY - timedelta(1),
        "leader": TODAY + timedelta(3),
    }
    if what == "member":
        join(
            collaboration=led.collaboration,
            provider=ProviderFactory(name="Daisies"),
            on=TODAY + timedelta(3),
            by=amina,
        )
    if what == "leader":
        starts_on = TODAY + timedelta(3)
        appoint_leader(membership=led.bluebells, user=led.mo, manner="joint", starts_on=starts_on, by=amina)
    draft.terms(takes_effect_on=early[what])
    with pytest.raises(ValidationError, match="The first day must be on or after"):
        draft.agree()
    draft.terms(takes_effect_on=TODAY + timedelta(400))
    with pytest.raises(ValidationError, match="The first day must be on or before"):
        draft.agree()


@pytest.mark.parametrize("before", ["active", "under_review"])
def test_putting_a_plan_aside_gives_the_states_back(led, amina, before):
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state=before)
    draft = division(led, amina)
    draft.agree()
    for _twice in range(2):
        plans.abandon_plan(plan_id=draft.plan.pk, by=amina, at=AT)
    assert Collaboration.objects.get(name="Riverside").state == before
    assert not Collaboration.objects.filter(name="Upstream").exists()
    for deed in (draft.agree, draft.carry_out, lambda: draft.successor("More")):
        with pytest.raises(ValidationError, match="This plan was put aside"):
            deed()
    assert begin([led.collaboration], amina).plan.pk


def test_pressed_twice_is_done_once(led, amina, maya):
    draft = division(led, amina)
    stale = draft.current()
    draft.terms()
    assert draft.current() == stale  # nothing differed
    assert draft.agree().version == draft.agree().version
    seen = draft.current()
    draft.carry_out()
    with pytest.raises(ValidationError, match="Amina Yusuf has carried out this plan already"):
        draft.carry_out(**{**seen, "by": maya})
    with pytest.raises(ValidationError, match="carried out this plan already"):
        plans.abandon_plan(plan_id=draft.plan.pk, by=maya, at=AT)
    assert Collaboration.objects.filter(name="Upstream").count() == 1


def test_everybody_who_leads_now_is_planned_to_lead(led, amina):
    draft = begin([led.collaboration], amina)
    assert [str(one.user) for row in draft.plan.members.all() for one in row.leaders.all()] == [
        "Lena Hartley"
    ]
    assert JOINED < TODAY


def test_what_ended_by_a_plan_is_no_notice_to_take_back(led, amina):
    draft = begin([led.collaboration], amina)
    up, down = draft.successor("Upstream"), draft.successor("Downstream")
    draft.place({led.acorns: up, led.bluebells: down}, leaving=(led.caras,))
    draft.terms()
    draft.agree()
    draft.carry_out()
    for membership in (led.acorns, led.caras):
        with pytest.raises(ValidationError, match="Its last day was 31 December 2026"):
            take_back_notice(membership=membership, by=amina, at=ON_THE_DAY)
