"""A change of legal entity (O2): what moves to the new registration, and what does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from audit.models import Entry
from core.dates import Span
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from leadership.services.eligibility import review_leaders
from meetings.services.actions import finish_action
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.leaders import leaders_of
from memberships.selectors.leaving import open_hand_overs
from memberships.selectors.staff_told import staff_told_line
from memberships.services.leaving import note_hand_over, take_back_notice
from memberships.services.members import join, leave
from memberships.services.offices import give_office
from memberships.services.permissions import drift
from memberships.services.staff_told import confirm_staff_told
from ofsted.models import Inspection
from providers.models import Provider
from providers.services.succession import link_successor
from reorganisation.rules.succession import (
    Chosen,
    OldLeader,
    OldMembership,
    OldRole,
    SuccessionFacts,
    refusals_to_move,
)
from reorganisation.selectors.succession import left_behind, successions_to_settle
from reorganisation.services.succession import move_to_successor
from tests.factories.development import plan_with_action
from tests.factories.groups import APPOINTED, JOINED, judged
from tests.factories.joining import ApplicationFactory, InvitationFactory
from tests.factories.meetings import action_of, meeting_on
from tests.factories.plans import AT, TODAY
from tests.factories.providers import ProviderFactory
from tests.staging import staged

TOOK_OVER = date(2026, 11, 2)
DECISION = "The same people run it, and the manager was visited in October."


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def link(in_larkshire, led, amina):
    """Acorns was sold: Acorns Ltd took over."""
    Provider.objects.filter(pk=led.acorns.provider_id).update(unlisted_since=date(2026, 11, 15))
    new = ProviderFactory(name="Acorns Ltd", registered_on=TOOK_OVER)
    return link_successor(old_id=led.acorns.provider_id, new_id=new.pk, on=TOOK_OVER, reason="Sold", by=amina)


def move(link, led, by, **facts):
    wanted = {
        "on": TODAY,
        "memberships": [led.acorns.pk],
        "roles": list(
            SettingRole.objects.filter(user=led.lena, provider=link.old).values_list("pk", flat=True)
        ),
        "leaders": list(LeaderAppointment.objects.filter(user=led.lena).values_list("pk", flat=True)),
        "officers_decision": DECISION,
    }
    return move_to_successor(link=link, by=by, at=AT, **{**wanted, **facts})


def test_o2_membership_people_and_leader_move_when_an_officer_says_so(led, link, amina):
    Membership.objects.filter(pk=led.acorns.pk).update(meetings_held=5, meetings_attended=4)
    assert [one.pk for one in successions_to_settle(on=TODAY)] == [link.pk]
    (membership,) = move(link, led, amina)
    led.acorns.refresh_from_db()
    assert (led.acorns.left_on, led.acorns.leaving_reason) == (TODAY, "Acorns Ltd took over")
    assert (membership.provider, membership.joined_on, membership.left_on, membership.continues) == (
        link.new,
        TODAY,
        None,
        led.acorns,
    )
    assert (membership.meetings_held, membership.meetings_attended) == (5, 4)
    old, new = SettingRole.objects.filter(user=led.lena).order_by("starts_on")
    assert (old.provider, old.ends_on) == (link.old, TODAY)
    assert (new.provider, new.role, new.starts_on, new.ends_on) == (link.new, "manager", TODAY, None)
    before, after = LeaderAppointment.objects.order_by("starts_on")
    assert before.ends_on == TODAY
    assert (after.membership, after.officer_decided, after.may_lead_because) == (membership, True, DECISION)
    assert Inspection.objects.get(provider=link.old)  # judgements do not move
    assert not Inspection.objects.filter(provider=link.new).exists()
    assert not successions_to_settle(on=TODAY).exists()
    assert not drift()
    assert led.lena.has_perm("collaborations.lead_collaboration", led.collaboration)


def test_the_audit_log_says_what_moved(led, link, amina):
    move(link, led, amina)
    said = set(Entry.objects.filter(by=amina).values_list("sentence", flat=True))
    assert "moved the membership of Acorns in Riverside to Acorns Ltd from 21 November 2026" in said
    assert "moved the people of Acorns to Acorns Ltd from 21 November 2026 (1 in all)" in said


def test_the_nightly_check_keeps_the_officers_decision(led, link, amina):
    move(link, led, amina)
    review_leaders(slot="night", on=TODAY, at=AT)
    with every_case():
        assert not LeadershipCase.objects.exists()
    judged(link.new, 4, on=TODAY)
    review_leaders(slot="next night", on=TODAY, at=AT)
    with every_case():
        assert LeadershipCase.objects.get().appointment.membership.provider == link.new


def test_nothing_moves_unless_it_is_said(led, link, amina):
    move(link, led, amina, roles=[], leaders=[], officers_decision="")
    assert SettingRole.objects.get(user=led.lena).provider == link.old
    assert LeaderAppointment.objects.get().ends_on == TODAY
    assert not leaders_of(led.collaboration, on=TODAY).exists()
    assert not drift()


def test_l1_asks_for_the_officers_words(led, link, amina):
    with pytest.raises(ValidationError) as refusal:
        move(link, led, amina, officers_decision="  ")
    assert set(refusal.value.error_dict) == {"officers_decision"}
    assert "Lena Hartley: The leading policy leaves this to an officer." in " ".join(refusal.value.messages)
    led.acorns.refresh_from_db()
    assert led.acorns.left_on is None
    judged(link.new, 4, on=TODAY - timedelta(1))
    with pytest.raises(ValidationError, match="does not let this setting's people lead"):
        move(link, led, amina)


def test_pressed_twice_moves_once_and_says_so(led, link, amina, maya):
    facts = {
        "roles": list(SettingRole.objects.filter(user=led.lena).values_list("pk", flat=True)),
        "leaders": [],
    }
    move(link, led, amina, **facts)
    with pytest.raises(ValidationError, match="has moved or ended in the meantime"):
        move(link, led, maya, **facts)
    assert Membership.objects.filter(provider=link.new).count() == 1


def test_notice_that_was_given_goes_along_and_an_office_ends(led, link, amina):
    gone_on = date(2027, 3, 1)
    office = give_office(
        membership=led.acorns, user=led.lena, office="chair", starts_on=APPOINTED, decision="Agreed", by=amina
    )
    leave(membership=led.acorns, on=gone_on, reason="It closes", by=amina)
    (membership,) = move(link, led, amina)
    assert (membership.left_on, membership.leaving_reason) == (gone_on, "It closes")
    assert membership.leaders.get().ends_on == gone_on
    office.refresh_from_db()
    assert office.ends_on == TODAY


def test_what_stays_is_counted(led, link, elsewhere, amina, in_larkshire):
    assert left_behind(link) == {"applications": 0, "invitations": 0, "vacancies": 0}
    InvitationFactory(collaboration=elsewhere, provider=link.old, sent_by=amina)
    InvitationFactory(collaboration=led.collaboration, provider=link.old, sent_by=amina, state="withdrawn")
    ApplicationFactory(collaboration=elsewhere, provider=link.old, applied_by=amina)
    assert left_behind(link) == {"applications": 1, "invitations": 1, "vacancies": 0}


def test_c9_a_confirmation_holds_on_under_the_new_registration(led, link, amina):
    confirm_staff_told(membership=led.acorns, by=led.lena, at=AT - timedelta(days=30))
    (membership,) = move(link, led, amina)
    line = staff_told_line(membership, on=TODAY)
    assert (line.last, line.owes) == (TODAY - timedelta(days=30), False)


def test_c6_open_hand_overs_move_and_who_takes_something_over_takes_it_anew(led, link, amina):
    facts = {"kind": "action", "by": amina, "at": AT}
    for membership in (led.acorns, led.bluebells):
        leave(membership=membership, on=date(2027, 3, 1), reason="It closes", by=amina)
    own = note_hand_over(membership=led.acorns, what="Keys", taken_by=led.caras, **facts)
    theirs = note_hand_over(membership=led.bluebells, what="Papers", taken_by=led.acorns, **facts)
    (membership,) = move(link, led, amina)
    for row in (own, theirs):
        row.refresh_from_db()
    assert (own.membership, own.taken_by) == (membership, led.caras)
    assert (theirs.membership, theirs.taken_by) == (led.bluebells, membership)
    assert list(open_hand_overs(membership)) == [own]


def test_g5_open_actions_go_to_the_new_registration_and_what_is_done_stays(led, link, amina):
    at = AT - timedelta(days=30)
    meeting = meeting_on(led.collaboration, TODAY - timedelta(days=30), led.lena, at=at)
    owner = led.acorns.provider
    of_meeting = action_of(meeting, owner, led.lena, at=at)
    done = action_of(meeting, owner, led.lena, "Count the books", at=at)
    finish_action(action_id=done.pk, done_on=TODAY, by=led.lena, at=AT)
    others = action_of(meeting, led.bluebells.provider, led.lena, at=at)
    of_plan = plan_with_action(led.collaboration, led.lena, owner=owner)
    move(link, led, amina)
    for row, whose in ((of_meeting, link.new), (of_plan, link.new), (done, owner), (others, others.owner)):
        row.refresh_from_db()
        assert row.owner == whose


def test_g5_a_move_ahead_leaves_actions_where_people_work(led, link, amina):
    meeting = meeting_on(led.collaboration, TODAY, led.lena, at=AT)
    action = action_of(meeting, led.acorns.provider, led.lena, at=AT)
    move(link, led, amina, on=TODAY + timedelta(days=30))
    action.refresh_from_db()
    assert action.owner == led.acorns.provider


def test_c6_what_ends_by_a_move_ahead_is_no_notice_to_take_back(led, link, amina):
    move(link, led, amina, on=TODAY + timedelta(days=30))
    with pytest.raises(ValidationError, match="Another membership carries this one on"):
        take_back_notice(membership=led.acorns, by=amina, at=AT)


def test_a_new_registration_that_is_a_member_already_is_not_made_one_again(led, link, amina):
    join(collaboration=led.collaboration, provider=link.new, on=TOOK_OVER, by=amina)
    with pytest.raises(ValidationError, match="is a member of Riverside already"):
        move(link, led, amina)


MEMBERSHIP = OldMembership(1, "Riverside", Span(JOINED, None), date(2026, 1, 6))
ROLE = OldRole(2, 7, "Lena", Span(JOINED, None), date(2026, 1, 6))
LEADER = OldLeader(3, 1, 7, "Lena")
FACTS = SuccessionFacts(date(2026, 1, 1), [MEMBERSHIP], [ROLE], [LEADER])
ON = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("facts", "chosen", "fields"),
    [
        (FACTS, Chosen(ON, [1], [2], [3]), []),
        (FACTS, Chosen(ON, [1]), []),
        (FACTS, Chosen(ON), ["memberships"]),
        (FACTS, Chosen(date(2025, 12, 31), [1], [2]), ["on", "on", "on"]),
        (FACTS, Chosen(date(2026, 1, 5), [1]), ["on"]),
        (FACTS, Chosen(date(2027, 2, 1), [1]), ["on"]),
        (FACTS, Chosen(ON, [9], [9], [9]), ["memberships", "roles", "leaders"]),
        (FACTS, Chosen(ON, [], [2], [3]), ["leaders"]),
        (FACTS, Chosen(ON, [1], [], [3]), ["leaders"]),
        (SuccessionFacts(ON, [MEMBERSHIP._replace(time=Span(JOINED, ON))]), Chosen(ON, [1]), ["memberships"]),
        (SuccessionFacts(ON, [MEMBERSHIP._replace(new_is_member=True)]), Chosen(ON, [1]), ["memberships"]),
        (SuccessionFacts(ON, [], [ROLE._replace(time=Span(JOINED, ON))]), Chosen(ON, [], [2]), ["roles"]),
        (SuccessionFacts(ON, [], [ROLE._replace(is_there=True)]), Chosen(ON, [], [2]), ["roles"]),
        (
            SuccessionFacts(ON, [MEMBERSHIP], [ROLE._replace(is_there=True)], [LEADER]),
            Chosen(ON, [1], [], [3]),
            [],
        ),
    ],
)
def test_o2_what_may_move(facts, chosen, fields):
    assert [refusal.field for refusal in refusals_to_move(facts, chosen, today=ON)] == fields
