"""Joining, leaving, people of settings, leaders and taking back:
what is written, and what is refused in which words.
"""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.services.appointments import end_appointment, withdraw_appointment
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.leaders import LEADER, appoint_leader
from memberships.services.members import join, leave, withdraw_membership
from memberships.services.people import SETTING_ROLE, add_person_of_setting
from tests.factories.groups import APPOINTED, JOINED, judged, person_of
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import DistrictFactory, ProviderFactory


@pytest.fixture(autouse=True)
def in_scope(larkshire, group):
    with authority_scope(larkshire):
        yield


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(date(2026, 11, 21), tick=False):
        yield


def entries() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("sentence", flat=True))


def refusal(call, **facts) -> dict[str, list[str]]:
    """What a service refuses with, by field; nothing may be written."""
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        call(**facts)
    assert Entry.objects.count() == before
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else {"": caught.value.messages}


def appointed(group, amina, **more) -> LeaderAppointment:
    facts = {
        "membership": group.acorns,
        "user": group.lena,
        "manner": "joint",
        "starts_on": APPOINTED,
        "by": amina,
        **more,
    }
    return appoint_leader(**facts)


# --- joining ------------------------------------------------------------------------------------------------


def test_a_setting_joins_and_the_audit_log_says_so(group, amina):
    provider = ProviderFactory(name="Daisies")
    membership = join(collaboration=group.collaboration, provider=provider, on=date(2026, 12, 1), by=amina)
    assert (membership.joined_on, membership.left_on) == (date(2026, 12, 1), None)
    assert entries()[-1] == "recorded that Daisies joined Riverside on 1 December 2026"


def test_c5_a_grade_is_no_reason_to_refuse_a_member(group, amina):
    provider = ProviderFactory(name="Struggling")
    judged(provider, 4)
    assert join(collaboration=group.collaboration, provider=provider, on=JOINED, by=amina).pk


def test_c2_size_never_blocks(group, amina):
    for _number in range(9):
        join(collaboration=group.collaboration, provider=ProviderFactory(), on=JOINED, by=amina)
    assert Membership.objects.filter(collaboration=group.collaboration).count() == 12


def test_a_setting_is_a_member_once_at_a_time(group, amina):
    again = {"collaboration": group.collaboration, "provider": group.acorns.provider, "by": amina}
    assert refusal(join, on=date(2026, 1, 1), **again) == {
        "provider": ["Acorns is already a member in that time."]
    }
    leave(membership=group.acorns, on=date(2026, 3, 1), reason="Moved", by=amina)
    assert refusal(join, on=date(2026, 2, 28), **again)["provider"]
    assert join(on=date(2026, 3, 1), **again).pk  # the end is not part of the membership


def test_a_setting_may_be_a_member_of_several_collaborations(group, elsewhere, amina):
    assert join(collaboration=elsewhere, provider=group.acorns.provider, on=JOINED, by=amina).pk


def test_c3_districts_do_not_bind(group, amina):
    group.collaboration.district = DistrictFactory(name="North")
    group.collaboration.save()
    from_afar = ProviderFactory(district=DistrictFactory(name="South"))
    assert join(collaboration=group.collaboration, provider=from_afar, on=JOINED, by=amina).pk


def test_nobody_joins_before_the_start_or_after_the_close(group, amina):
    facts = {"collaboration": group.collaboration, "provider": ProviderFactory(), "by": amina}
    assert (
        "1 September 2023, when the collaboration started"
        in refusal(join, on=date(2023, 8, 31), **facts)["joined_on"][0]
    )
    Collaboration.objects.filter(pk=group.collaboration.pk).update(state=Collaboration.State.CLOSED)
    assert refusal(join, on=JOINED, **facts) == {"collaboration": ["Riverside is closed."]}


def test_the_database_itself_refuses_two_stays_at_once(group):
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(collaboration=group.collaboration, provider=group.acorns.provider)


# --- leaving ------------------------------------------------------------------------------------------------


def test_a_member_leaves_and_its_leader_stops(group, amina):
    appointment = appointed(group, amina)
    membership = leave(membership=group.acorns, on=date(2027, 1, 1), reason=" Closing ", by=amina)
    appointment.refresh_from_db()
    assert (membership.left_on, membership.leaving_reason, appointment.ends_on) == (
        date(2027, 1, 1),
        "Closing",
        date(2027, 1, 1),
    )
    assert entries()[-2:] == [
        "ended Lena Hartley's time as leader of Riverside: last day 31 December 2026",
        "recorded the last day of Acorns as a member of Riverside: 31 December 2026",
    ]


def test_leaving_twice_on_one_day_is_once_and_another_day_is_refused(group, amina):
    for _press in range(2):
        leave(membership=group.acorns, on=date(2027, 1, 1), reason="Closing", by=amina)
    assert entries().count("recorded the last day of Acorns as a member of Riverside: 31 December 2026") == 1
    found = refusal(leave, membership=group.acorns, on=date(2027, 2, 1), reason="Closing", by=amina)
    assert found == {
        "left_on": ["It is already recorded that Acorns leaves: its last day is 31 December 2026."]
    }


def test_nobody_leaves_before_joining(group, amina):
    found = refusal(leave, membership=group.acorns, on=JOINED, reason="Mistake", by=amina)
    assert found == {"left_on": ["The last day must be 1 September 2024, when it joined, or later."]}


def test_who_is_to_lead_only_later_is_ended_by_hand_first(group, amina):
    appointed(group, amina, starts_on=date(2027, 5, 1))
    found = refusal(leave, membership=group.acorns, on=date(2027, 1, 1), reason="Closing", by=amina)
    assert found == {
        "left_on": ["Lena Hartley is recorded as a leader from 1 May 2027, which is later. End that first."]
    }


# --- people of settings -------------------------------------------------------------------------------------


def test_a_person_is_recorded_once_at_a_time_and_the_account_is_found_by_email(group, amina):
    provider = group.bluebells.provider
    facts = {"provider": provider, "full_name": "Somebody Else", "role": "staff", "by": amina}
    row = add_person_of_setting(email=" LENA@larkshire.example ", starts_on=date(2026, 1, 1), **facts)
    assert row.user == group.lena
    assert row.user.full_name == "Lena Hartley"
    assert entries()[-1] == "made Lena Hartley Member of staff of Bluebells from 1 January 2026"
    found = refusal(
        add_person_of_setting, email="lena@larkshire.example", starts_on=date(2026, 6, 1), **facts
    )
    assert found == {"email": ["Lena Hartley is already recorded at Bluebells in that time."]}


def test_a_role_ends_after_its_first_day(group, amina):
    facts = {
        "provider": group.acorns.provider,
        "email": "nell@larkshire.example",
        "full_name": "Nell Ives",
        "role": "staff",
        "by": amina,
    }
    found = refusal(add_person_of_setting, starts_on=JOINED, ends_on=JOINED, **facts)
    assert found == {"ends_on": ["The last day must be the first day or later."]}


def test_ending_a_role_ends_the_time_as_leader_for_that_setting_only(group, elsewhere, amina):
    here = appointed(group, amina)
    person_of(group.bluebells.provider, "Lena Hartley", amina)
    there = appointed(group, amina, membership=group.bluebells)
    role = SettingRole.objects.get(user=group.lena, provider=group.acorns.provider)
    end_appointment(SETTING_ROLE, role, ends_on=date(2027, 1, 1), by=amina)
    here.refresh_from_db()
    there.refresh_from_db()
    assert (here.ends_on, there.ends_on) == (date(2027, 1, 1), None)
    assert entries()[-1] == "ended the role of Lena Hartley at Acorns: last day 31 December 2026"


def test_the_end_of_a_role_lies_after_its_start_and_is_not_put_off(group, amina):
    role = SettingRole.objects.get(user=group.mo)
    assert (
        "1 September 2024, the first day, or later"
        in refusal(end_appointment, kind=SETTING_ROLE, row=role, ends_on=JOINED, by=amina)["ends_on"][0]
    )
    end_appointment(SETTING_ROLE, role, ends_on=date(2026, 1, 1), by=amina)
    late = refusal(end_appointment, kind=SETTING_ROLE, row=role, ends_on=date(2026, 2, 1), by=amina)
    assert late == {"ends_on": ["The role has ended already, on 31 December 2025."]}


# --- leaders (L1) -------------------------------------------------------------------------------------------


def test_l1_a_leader_is_appointed_and_the_reason_is_kept(group, amina):
    appointment = appointed(group, amina)
    assert "Good at the inspection of 12 May 2024" in appointment.may_lead_because
    assert not appointment.officer_decided
    assert entries()[-1] == "appointed Lena Hartley of Acorns as leader of Riverside from 5 January 2026"


def test_l1_below_the_line_is_refused_with_the_rules_sentence(group, amina):
    judged(group.acorns.provider, 3, on=date(2025, 6, 3))
    found = refusal(appointed, group=group, amina=amina, officers_decision="She is very good")
    assert found["membership"][0] == "The leading policy does not let this setting's people lead."
    assert "Requires improvement at the inspection of 3 June 2025" in found["membership"][1]


def test_l1_the_judgement_of_the_first_day_counts(group, amina):
    judged(group.acorns.provider, 4, on=date(2026, 3, 1))
    assert appointed(group, amina).pk  # from 5 January, when it was Good
    assert refusal(
        appointed,
        group=group,
        amina=amina,
        membership=group.acorns,
        user=group.mo,
        starts_on=date(2026, 3, 1),
    )["membership"]


def test_l1_an_officer_decides_in_words_where_the_policy_says_so(group, amina):
    facts = {"group": group, "amina": amina, "membership": group.caras, "user": group.cara}
    found = refusal(appointed, **facts)
    assert (
        found["may_lead_because"][0] == "The leading policy leaves this to an officer. Record your decision."
    )
    assert "No published inspection" in found["may_lead_because"][1]
    appointment = appointed(**facts, officers_decision="Visited in May: strong practice.")
    assert appointment.officer_decided
    assert appointment.may_lead_because == "Visited in May: strong practice."
    assert "decided whether Cara Finch may lead" in entries()
    assert "strong practice" not in str(list(Entry.objects.values_list("sentence", "facts")))


def test_l1_only_a_person_of_the_setting_leads(group, amina):
    found = refusal(appointed, group=group, amina=amina, user=group.mo)
    assert found == {
        "starts_on": [
            "The person is not recorded at the setting on 5 January 2026. A leader is a person of a member"
            " setting."
        ]
    }


def test_l1_the_appointment_lasts_no_longer_than_role_and_membership(group, amina):
    leave(membership=group.acorns, on=date(2027, 1, 1), reason="Closing", by=amina)
    assert "member only to 31 December 2026" in refusal(appointed, group=group, amina=amina)["ends_on"][0]
    assert appointed(group, amina, ends_on=date(2027, 1, 1)).pk


def test_nobody_leads_twice_at_a_time(group, amina):
    appointed(group, amina)
    found = refusal(appointed, group=group, amina=amina, starts_on=date(2026, 6, 1))
    assert found == {"user": ["Lena Hartley already leads this collaboration in that time."]}


def test_leading_ends_on_its_day_and_is_not_put_off(group, amina):
    appointment = appointed(group, amina)
    assert (
        "5 January 2026, the first one as leader, or later"
        in refusal(end_appointment, kind=LEADER, row=appointment, ends_on=APPOINTED, by=amina)["ends_on"][0]
    )
    for _press in range(2):
        end_appointment(LEADER, appointment, ends_on=date(2026, 7, 1), by=amina)
    assert entries().count("ended Lena Hartley's time as leader of Riverside: last day 30 June 2026") == 1
    late = refusal(end_appointment, kind=LEADER, row=appointment, ends_on=date(2026, 8, 1), by=amina)
    assert late == {"ends_on": ["The time as leader has ended already, on 30 June 2026."]}


# --- taking back --------------------------------------------------------------------------------------------


def test_what_has_not_begun_can_be_taken_back(group, amina):
    today = date(2026, 11, 21)
    appointment = appointed(group, amina, starts_on=date(2027, 1, 1))
    role = SettingRole.objects.get(user=group.lena)
    assert (
        "only be ended"
        in refusal(withdraw_appointment, kind=SETTING_ROLE, row=role, today=today, by=amina)[""][0]
    )
    withdraw_appointment(LEADER, appointment, today=today, by=amina)
    assert not LeaderAppointment.objects.exists()
    assert entries()[-1] == "withdrew “Lena Hartley leads Riverside”, which was to begin on 1 January 2027"
    history = LeaderAppointment._meta.get_field("history").related_model
    assert history.objects.filter(pgh_label="delete").count() == 1


def test_what_others_hang_on_is_not_taken_back(group, amina):
    later, today = date(2027, 1, 1), date(2026, 11, 21)
    membership = join(
        collaboration=group.collaboration, provider=ProviderFactory(name="Daisies"), on=later, by=amina
    )
    judged(membership.provider, 1)
    daisy = person_of(membership.provider, "Daisy Flower", amina, starts_on=later)
    appointment = appointed(group, amina, membership=membership, user=daisy, starts_on=later)
    role = SettingRole.objects.get(user=daisy)
    assert (
        "End that first" in refusal(withdraw_membership, membership=membership, today=today, by=amina)[""][0]
    )
    assert (
        "End that first"
        in refusal(withdraw_appointment, kind=SETTING_ROLE, row=role, today=today, by=amina)[""][0]
    )
    withdraw_appointment(LEADER, appointment, today=today, by=amina)
    withdraw_appointment(SETTING_ROLE, role, today=today, by=amina)
    withdraw_membership(membership=membership, today=today, by=amina)
    assert not Membership.objects.filter(pk=membership.pk).exists()
