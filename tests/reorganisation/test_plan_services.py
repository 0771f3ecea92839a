"""Dividing and merging through the services (C4)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from audit.rules.actions import Action
from collaborations.models import Collaboration, Lineage, StateChange
from core.frame.visitor import Visitor
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from memberships.selectors.leaders import leaders_of as leaders_of_group
from memberships.selectors.leaving import open_hand_overs
from memberships.selectors.staff_told import staff_not_told, staff_told_line, staff_told_lines
from memberships.services.leaving import finish_hand_over, note_hand_over
from memberships.services.members import join, leave
from memberships.services.offices import give_office
from memberships.services.permissions import drift
from memberships.services.staff_told import confirm_staff_told
from reorganisation.rules.plans import NAMED_BEFORE
from reorganisation.selectors.brought import groups_of_setting
from reorganisation.selectors.plans import plans_to_carry_out_by
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import APPOINTED
from tests.factories.memberships import StaffToldFactory
from tests.factories.plans import AT, LATER, TODAY, begin, division
from tests.factories.providers import DistrictFactory

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


# --- carrying out -------------------------------------------------------------------------------------------


def test_c4_dividing_closes_the_old_opens_the_new_and_keeps_both_histories(led, amina):
    Membership.objects.filter(pk=led.acorns.pk).update(
        meetings_held=8, meetings_attended=6, at_risk_since=date(2026, 10, 1)
    )
    Collaboration.objects.filter(pk=led.collaboration.pk).update(
        purpose="Share practice.", terms_adopted_on=date(2024, 1, 10)
    )
    draft = division(led, amina)
    draft.lead(led.bluebells, led.mo)
    draft.agree()
    plan = draft.carry_out()
    assert (plan.state, plan.done_by) == ("done", amina)
    old = Collaboration.objects.get(name="Riverside")
    assert (old.state, old.closed_on) == ("closed", LATER)
    up = Collaboration.objects.get(name="Upstream")
    assert (up.state, up.started_on, up.kind, up.purpose) == ("active", LATER, old.kind, "Share practice.")
    assert up.terms_adopted_on == date(2024, 1, 10)
    assert members_of("Riverside", LATER) == set()
    assert members_of("Riverside", LATER - timedelta(1)) == {"Acorns", "Bluebells", "Cara's"}
    assert (members_of("Upstream"), members_of("Downstream")) == ({"Acorns", "Bluebells"}, {"Cara's"})
    assert members_of("Upstream", LATER - timedelta(1)) == set()
    assert leaders_of("Upstream") == {"Lena Hartley", "Mo Siddiqui"}
    membership = Membership.objects.get(collaboration=up, provider=led.acorns.provider)
    assert membership.continues == led.acorns
    assert (membership.meetings_held, membership.meetings_attended, membership.at_risk_since) == (
        8,
        6,
        date(2026, 10, 1),
    )
    assert Lineage.objects.filter(earlier=old, on=LATER).count() == 2
    moves = list(
        StateChange.objects.filter(collaboration=old)
        .order_by("pk")
        .values_list("from_state", "to_state", "on")
    )
    assert moves[-2:] == [("active", "dividing", TODAY), ("dividing", "closed", LATER)]
    assert not drift()


def test_c4_rights_follow_the_dates(led, amina, browse, larkshire):
    draft = division(led, amina)
    draft.agree()
    draft.carry_out()
    old, up = Collaboration.objects.get(name="Riverside"), Collaboration.objects.get(name="Upstream")
    seen = "collaborations.view_collaboration"
    with time_machine.travel("2026-12-31 23:30Z", tick=False):
        assert led.mo.has_perm(seen, old)
        assert not led.mo.has_perm(seen, up)
    with time_machine.travel("2027-01-01 00:30Z", tick=False):
        assert not led.mo.has_perm(seen, old)
        assert led.mo.has_perm(seen, up)
        assert led.lena.has_perm("collaborations.lead_collaboration", up)


def test_c4_who_leaves_leaves_and_an_office_ends(led, amina):
    office = give_office(
        membership=led.bluebells,
        user=led.mo,
        office="chair",
        starts_on=APPOINTED,
        decision="Agreed.",
        by=amina,
    )
    draft = begin([led.collaboration], amina)
    up, down = (
        draft.successor("Upstream", district=DistrictFactory(name="North")),
        draft.successor("Downstream"),
    )
    draft.place({led.acorns: up, led.bluebells: down}, leaving=(led.caras,))
    draft.terms(takes_effect_on=TODAY)
    draft.agree()
    draft.carry_out()
    office.refresh_from_db()
    assert office.ends_on == TODAY
    assert not Membership.objects.filter(provider=led.caras.provider, left_on=None).exists()
    led.caras.refresh_from_db()
    assert (led.caras.left_on, led.caras.leaving_reason) == (TODAY, "Riverside was divided")
    assert Collaboration.objects.get(name="Upstream").district.name == "North"


def test_c4_notice_that_was_given_goes_along(led, amina):
    gone_on = date(2027, 3, 1)
    leave(membership=led.bluebells, on=gone_on, reason="It closes", by=amina)
    draft = division(led, amina)
    draft.lead(led.bluebells, led.mo)
    draft.agree()
    draft.carry_out()
    membership = Membership.objects.get(collaboration__name="Upstream", provider=led.bluebells.provider)
    assert (membership.joined_on, membership.left_on, membership.leaving_reason) == (
        LATER,
        gone_on,
        "It closes",
    )
    assert membership.leaders.get().ends_on == gone_on
    assert not drift()


def test_c4_merging_makes_one_of_several(led, elsewhere, amina):
    shared = join(collaboration=elsewhere, provider=led.acorns.provider, on=date(2025, 1, 1), by=amina)
    draft = begin([led.collaboration, elsewhere], amina, kind="merge")
    draft.successor("Two Valleys")
    draft.terms()
    draft.agree()
    draft.carry_out()
    assert members_of("Two Valleys") == {"Acorns", "Bluebells", "Cara's", "Clover"}
    assert leaders_of("Two Valleys") == {"Lena Hartley"}
    both = Membership.objects.get(collaboration__name="Two Valleys", provider=led.acorns.provider)
    assert both.continues == led.acorns  # the membership that began first
    shared.refresh_from_db()
    assert (shared.left_on, shared.leaving_reason) == (LATER, "Hillside was merged")
    assert set(Lineage.objects.values_list("earlier__name", "later__name")) == {
        ("Riverside", "Two Valleys"),
        ("Hillside", "Two Valleys"),
    }
    assert not drift()


def test_the_audit_log_says_what_happened(led, amina):
    draft = division(led, amina)
    draft.agree()
    draft.carry_out()
    sentences = list(
        Entry.objects.filter(about_type="reorganisation.reorganisation")
        .order_by("pk")
        .values_list("sentence", flat=True)
    )
    assert sentences[0] == "began a plan to divide: Riverside"
    assert sentences[1] == "changed the plan for Riverside"
    assert (
        sentences[-2]
        == "recorded that the plan for Riverside was agreed with the leaders on 19 November 2026"
    )
    assert sentences[-1] == "carried out the plan for Riverside: Upstream, Downstream from 1 January 2027"


# --- not before its day -------------------------------------------------------------------------------------


def test_c4_before_its_day_a_plan_is_agreed_and_not_carried_out(led, elsewhere, amina):
    draft = division(led, amina)
    assert draft.agree().state == "agreed"
    for at in (AT, ON_THE_DAY - timedelta(hours=11)):
        with pytest.raises(ValidationError) as refusal:
            draft.carry_out(at=at)
        assert (
            said(refusal)
            == "You can carry it out from 1 January 2027. Until then the collaboration goes on as before."
        )
    old = Collaboration.objects.get(name="Riverside")
    assert (old.state, old.closed_on) == ("dividing", None)
    assert members_of("Riverside") == {"Acorns", "Bluebells", "Cara's"}
    assert not Collaboration.objects.filter(name="Upstream").exists()
    draft.carry_out(at=ON_THE_DAY)
    assert Collaboration.objects.get(name="Riverside").closed_on == LATER


def test_c4_after_its_day_it_is_carried_out_with_effect_from_that_day(led, amina):
    draft = division(led, amina)
    draft.agree()
    draft.carry_out(at=ON_THE_DAY + timedelta(9))
    assert Collaboration.objects.get(name="Riverside").closed_on == LATER
    assert members_of("Downstream", LATER) == {"Cara's"}


def test_c4_of_a_merger_it_is_said_of_all(led, elsewhere, amina):
    draft = begin([led.collaboration, elsewhere], amina, kind="merge")
    draft.successor("Two Valleys")
    draft.terms()
    up = draft.plan.successors.get()
    draft.place(dict.fromkeys((led.acorns, led.bluebells, led.caras, elsewhere.memberships.get()), up))
    draft.agree()
    with pytest.raises(ValidationError, match="Until then the collaborations go on as before"):
        draft.carry_out(at=AT)


@pytest.mark.parametrize(("away", "named"), [(-3, True), (0, True), (7, True), (8, False)])
def test_an_agreed_plan_is_named_from_a_week_before_its_day(led, elsewhere, amina, away, named):
    draft = division(led, amina)
    begin([elsewhere], amina)  # not agreed
    assert not plans_to_carry_out_by(LATER + NAMED_BEFORE).exists()
    draft.agree()
    assert list(plans_to_carry_out_by(LATER - timedelta(away) + NAMED_BEFORE)) == (
        [draft.plan] if named else []
    )
    draft.carry_out()
    assert not plans_to_carry_out_by(LATER + NAMED_BEFORE).exists()


# --- what a membership carries on (C6, C9) ------------------------------------------------------------------


def test_c9_a_confirmation_holds_on_in_the_new_collaboration(led, amina):
    confirm_staff_told(membership=led.acorns, by=led.lena, at=AT)
    draft = division(led, amina)
    draft.agree()
    draft.carry_out()
    up, down = (Collaboration.objects.get(name=name) for name in ("Upstream", "Downstream"))
    (acorns, bluebells) = staff_told_lines(up, on=LATER)
    assert (acorns.last, acorns.due_on, acorns.owes) == (TODAY, date(2027, 11, 21), False)
    assert (bluebells.last, bluebells.due_on, bluebells.owes) == (None, LATER + timedelta(days=60), False)
    assert staff_not_told(up, on=date(2027, 11, 21)) == 2
    assert staff_not_told(down, on=LATER) == 0
    assert staff_told_line(acorns.membership, on=LATER).last == TODAY
    visitor = Visitor(led.lena, LATER)
    visitor.looks_at(settings=[led.acorns.provider])
    (group,) = groups_of_setting(visitor, led.acorns.provider)
    assert (group.told_due_on, group.owes_telling) == (date(2027, 11, 21), False)


def test_c9_through_three_stays_before_and_no_more(led, in_larkshire):
    membership = led.acorns
    StaffToldFactory(membership=membership, confirmed_on=TODAY, confirmed_by=led.lena)
    for number in range(1, 5):
        group = CollaborationFactory(name=f"Group {number}")
        membership = Membership.objects.create(
            collaboration=group,
            provider=membership.provider,
            joined_on=TODAY + timedelta(number),
            continues=membership,
        )
        with CaptureQueriesContext(connection) as queries:
            (line,) = staff_told_lines(group, on=TODAY + timedelta(9))
        assert (line.last == TODAY, len(queries)) == (number < 4, 2)


def test_c6_what_is_still_to_be_handed_over_goes_along(led, amina):
    leave(membership=led.bluebells, on=date(2027, 3, 1), reason="It closes", by=amina)
    leave(membership=led.caras, on=date(2027, 3, 1), reason="It closes", by=amina)
    facts = {"kind": "action", "by": amina, "at": AT}
    within = note_hand_over(membership=led.bluebells, what="Outdoor play", taken_by=led.acorns, **facts)
    across = note_hand_over(membership=led.bluebells, what="Keys", taken_by=led.caras, **facts)
    done = note_hand_over(membership=led.bluebells, what="Papers", taken_by=led.acorns, **facts)
    finish_hand_over(hand_over=done, on=TODAY, by=amina)
    draft = begin([led.collaboration], amina)
    up, down = draft.successor("Upstream"), draft.successor("Downstream")
    draft.place({led.acorns: up, led.bluebells: up, led.caras: down})
    draft.terms()
    draft.agree()
    draft.carry_out()
    acorns, bluebells = (
        Membership.objects.get(collaboration__name="Upstream", continues=old)
        for old in (led.acorns, led.bluebells)
    )
    for row in (within, across, done):
        row.refresh_from_db()
    assert (within.membership, within.taken_by) == (bluebells, acorns)
    assert (across.membership, across.taken_by) == (bluebells, None)
    assert (done.membership, done.taken_by) == (led.bluebells, led.acorns)
    assert set(open_hand_overs(bluebells)) == {within, across}
    changed = Entry.objects.filter(action=Action.HAND_OVER_CHANGED).order_by("pk")
    assert [entry.sentence for entry in changed] == [
        "changed what Bluebells hands over in Upstream: Outdoor play",
        "changed what Bluebells hands over in Upstream: Keys",
    ]


def test_c6_the_list_of_a_member_that_goes_nowhere_stays_as_it_was_written(led, amina):
    leave(membership=led.caras, on=date(2027, 3, 1), reason="It closes", by=amina)
    row = note_hand_over(
        membership=led.caras, kind="money", what="The till", taken_by=led.acorns, by=amina, at=AT
    )
    draft = begin([led.collaboration], amina)
    up, down = draft.successor("Upstream"), draft.successor("Downstream")
    draft.place({led.acorns: up, led.bluebells: down}, leaving=(led.caras,))
    draft.terms()
    draft.agree()
    draft.carry_out()
    row.refresh_from_db()
    assert (row.membership, row.taken_by) == (led.caras, led.acorns)
