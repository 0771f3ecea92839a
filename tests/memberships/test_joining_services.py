"""C5: applications and invitations: what is written, refused, told by email, and what the audit log says."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import TaskLink, User
from accounts.selectors import open_link, token_of
from accounts.services.appointments import end_appointment
from audit.models import Entry
from collaborations.models import Collaboration
from core.emails import Email
from core.scoping import authority_scope
from documents.models import OutboxMessage
from memberships.emails.joining import (
    ApplicationDecided,
    ApplicationForTeam,
    ApplicationReceived,
    InvitationAnswered,
    InvitationSent,
)
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.joining import applications_of, applications_waiting, invitations_of
from memberships.services.applications import apply_to_join, decide_application, withdraw_application
from memberships.services.invitations import (
    PURPOSE,
    accept_invitation,
    decline_invitation,
    invite_setting,
    withdraw_invitation,
)
from memberships.services.leaders import LEADER
from memberships.services.members import join, withdraw_membership
from memberships.services.offices import give_office
from memberships.services.people import SETTING_ROLE
from tests.factories.groups import person_of
from tests.factories.providers import ProviderFactory

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def in_scope(larkshire, led):
    with authority_scope(larkshire), time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def daisies():
    return ProviderFactory(name="Daisies")


@pytest.fixture
def dora(daisies, amina) -> User:
    return person_of(daisies, "Dora Penn", amina)


def entries() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("sentence", flat=True))


def emails(kind: type[Email]) -> list[dict]:
    """The ids of each email of a kind that waits, the first one first."""
    return [
        message.ids["ids"] for message in OutboxMessage.objects.filter(ids__kind=kind.name).order_by("pk")
    ]


def refusal(call, **facts) -> dict[str, list[str]]:
    """What a service refuses with, by field; nothing may be written."""
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        call(**facts)
    assert Entry.objects.count() == before
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else {"": caught.value.messages}


def applied(led, provider, by, **more) -> Application:
    facts = {
        "provider": provider,
        "collaboration": led.collaboration,
        "words": "We would like to.",
        "by": by,
        "at": NOW,
    }
    return apply_to_join(**{**facts, **more})


def decided(application, by, accepted=True, **more) -> Application:
    facts = {
        "accepted": accepted,
        "decided_on": TODAY,
        "decision": "All agreed.",
        "joined_on": date(2026, 12, 1),
        "by": by,
        "at": NOW,
    }
    return decide_application(application=application, **{**facts, **more})


def invited(led, provider, by, **more) -> Invitation:
    """Vouched for, as on an officer's page."""
    facts = {
        "collaboration": led.collaboration,
        "provider": provider,
        "email": "Nell@daisies.example",
        "full_name": "Nell Ives",
        "words": "Come and see us.",
        "decision": "Agreed at the autumn meeting.",
        "decided_on": date(2026, 11, 19),
        "is_vouched_for": True,
        "by": by,
        "at": NOW,
    }
    return invite_setting(**{**facts, **more})


def link_of(invitation) -> TaskLink:
    return TaskLink.objects.get(purpose=PURPOSE, about_id=invitation.pk)


# --- applying -----------------------------------------------------------------------------------------------


def test_c5_a_setting_applies_and_the_leaders_get_an_email(led, daisies, dora):
    application = applied(led, daisies, dora)
    assert (application.state, application.words, application.applied_by) == (
        "open",
        "We would like to.",
        dora,
    )
    assert entries()[-1] == "asked for Daisies to join Riverside"
    assert emails(ApplicationReceived) == [{"application_id": application.pk, "user_id": led.lena.pk}]
    assert list(applications_waiting(led.collaboration)) == [application]
    assert list(applications_of(daisies)) == [application]


def test_c5_with_no_leader_chair_and_administrator_hear_and_then_the_team(led, daisies, dora, amina):
    end_appointment(LEADER, LeaderAppointment.objects.get(), ends_on=TODAY, by=amina)
    facts = {"starts_on": date(2026, 1, 5), "decision": "All agreed.", "by": amina}
    give_office(membership=led.acorns, user=led.lena, office="safeguarding", **facts)
    application = applied(led, daisies, dora)
    assert emails(ApplicationReceived) == []
    assert emails(ApplicationForTeam) == [{"application_id": application.pk}]
    withdraw_application(application=application, by=dora, at=NOW)
    give_office(membership=led.bluebells, user=led.mo, office="chair", **facts)
    give_office(membership=led.caras, user=led.cara, office="administrator", **facts)
    again = applied(led, daisies, dora)
    assert emails(ApplicationReceived) == [
        {"application_id": again.pk, "user_id": who.pk} for who in (led.cara, led.mo)
    ]
    assert len(emails(ApplicationForTeam)) == 1


def test_c5_it_applies_once_and_not_to_its_own_group(led, daisies, dora):
    applied(led, daisies, dora)
    assert "applied already" in refusal(applied, led=led, provider=daisies, by=dora)["provider"][0]
    assert (
        "are a member" in refusal(applied, led=led, provider=led.acorns.provider, by=led.lena)["provider"][0]
    )


def test_c5_neither_grade_nor_size_refuses(led, daisies, dora):
    from tests.factories.groups import judged
    from tests.factories.memberships import MembershipFactory

    judged(daisies, 4)
    for _number in range(9):
        MembershipFactory(collaboration=led.collaboration)
    assert decided(applied(led, daisies, dora), led.lena).state == "accepted"


@pytest.mark.parametrize("state", ["closed", "dormant", "dividing", "merging"])
def test_c5_a_group_that_takes_nobody_refuses_at_every_step(led, daisies, dora, state):
    application = applied(led, daisies, dora)
    other = ProviderFactory(name="Elm")
    invitation = invited(led, other, led.lena)
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state=state)
    more = ProviderFactory(name="Fern")
    assert set(refusal(applied, led=led, provider=more, by=dora)) == {"collaboration"}
    assert set(refusal(invited, led=led, provider=more, by=led.lena)) == {"collaboration"}
    assert set(refusal(decided, application=application, by=led.lena)) == {"collaboration"}
    accept = {"invitation": invitation, "by": led.lena, "at": NOW}
    assert set(refusal(accept_invitation, **accept)) == {"collaboration"}
    assert decided(application, led.lena, accepted=False).state == "declined"


def test_c5_an_application_is_withdrawn_before_it_is_decided(led, daisies, dora):
    application = applied(led, daisies, dora)
    withdraw_application(application=application, by=dora, at=NOW)
    assert entries()[-1] == "withdrew the application of Daisies to Riverside"
    withdraw_application(application=application, by=dora, at=NOW)  # pressed twice
    assert entries().count("withdrew the application of Daisies to Riverside") == 1
    assert "has withdrawn" in refusal(decided, application=application, by=led.lena)[""][0]
    assert applied(led, daisies, dora).pk != application.pk


# --- deciding -----------------------------------------------------------------------------------------------


def test_c5_accepting_makes_a_member_from_the_day(led, daisies, dora):
    application = decided(applied(led, daisies, dora), led.lena)
    membership = Membership.objects.get(provider=daisies)
    assert (application.membership, membership.joined_on, application.decided_by) == (
        membership,
        date(2026, 12, 1),
        led.lena,
    )
    assert entries()[-2:] == [
        "recorded that Daisies joined Riverside on 1 December 2026",
        "recorded the members' decision on Daisies and Riverside: Accepted",
    ]
    assert emails(ApplicationDecided) == [{"application_id": application.pk, "user_id": dora.pk}]


def test_c5_declining_needs_words_and_makes_nobody_a_member(led, daisies, dora):
    application = applied(led, daisies, dora)
    assert set(refusal(decided, application=application, by=led.lena, accepted=False, decision=" ")) == {
        "decision"
    }
    application = decided(application, led.lena, accepted=False, joined_on=None)
    assert (application.state, application.decided_on, application.decision) == (
        "declined",
        TODAY,
        "All agreed.",
    )
    assert not Membership.objects.filter(provider=daisies).exists()
    assert entries()[-1].endswith("Not accepted")


def test_c5_what_a_decision_lacks_is_said_at_its_field(led, daisies, dora):
    application = applied(led, daisies, dora)
    later = TODAY + timedelta(1)
    assert set(refusal(decided, application=application, by=led.lena, decision="", decided_on=later)) == {
        "decision",
        "decided_on",
    }
    assert set(refusal(decided, application=application, by=led.lena, joined_on=None)) == {"joined_on"}
    before_it_began = date(2023, 1, 1)
    assert set(refusal(decided, application=application, by=led.lena, joined_on=before_it_began)) == {
        "joined_on"
    }


def test_c5_the_second_is_told_who_decided_what(led, daisies, dora):
    application = decided(applied(led, daisies, dora), led.lena)
    said = refusal(decided, application=application, by=led.mo, accepted=False)
    assert said == {"": ["Lena Hartley has recorded what the members decided on 21 November 2026: Accepted."]}
    again = decided(application, led.lena)  # the same person pressed twice
    assert again.membership_id == application.membership_id
    assert Membership.objects.filter(provider=daisies).count() == 1
    assert refusal(decided, application=application, by=led.lena, accepted=False)


def test_c5_a_stay_that_an_officer_recorded_meanwhile_is_taken(led, daisies, dora, amina):
    application = applied(led, daisies, dora)
    membership = join(collaboration=led.collaboration, provider=daisies, on=date(2026, 11, 1), by=amina)
    assert decided(application, led.lena).membership == membership
    assert Membership.objects.filter(provider=daisies).count() == 1


def test_c5_taking_back_a_stay_that_has_not_begun_keeps_the_decision(led, daisies, dora, amina):
    application = decided(applied(led, daisies, dora), led.lena)
    withdraw_membership(membership=application.membership, today=TODAY, by=amina)
    application.refresh_from_db()
    assert (application.state, application.membership) == ("accepted", None)


def test_c5_the_database_keeps_a_decision_from_being_without_words(led, daisies, dora):
    from django.db import IntegrityError

    application = applied(led, daisies, dora)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(state="declined")


# --- inviting -----------------------------------------------------------------------------------------------


def test_c5_an_invitation_is_sent_with_a_link_for_one_task(led, daisies):
    invitation = invited(led, daisies, led.lena)
    link = link_of(invitation)
    assert (invitation.state, invitation.email, link.email) == (
        "sent",
        "nell@daisies.example",
        "nell@daisies.example",
    )
    assert entries()[-1] == "invited Daisies to join Riverside"
    assert emails(InvitationSent) == [{"invitation_id": invitation.pk, "link_id": link.pk}]
    assert list(invitations_of(daisies)) == [invitation]
    assert not User.objects.filter(
        email="nell@daisies.example"
    ).exists()  # nobody has an account before they answer


def test_c5_what_an_invitation_lacks_is_said_at_its_field(led, daisies, dora):
    assert (
        "do not know this address"
        in refusal(invited, led=led, provider=daisies, by=led.lena, is_vouched_for=False)["email"][0]
    )
    lacking = {"email": dora.email, "decision": "", "decided_on": TODAY + timedelta(1)}
    assert set(refusal(invited, led=led, provider=daisies, by=led.lena, **lacking)) == {
        "decision",
        "decided_on",
    }
    invited(led, daisies, led.lena, email=dora.email.upper())
    assert (
        "invited already"
        in refusal(invited, led=led, provider=daisies, by=led.lena, email=dora.email)["provider"][0]
    )
    assert "have invited you" in refusal(applied, led=led, provider=daisies, by=dora)["provider"][0]
    assert (
        "is a member already"
        in refusal(invited, led=led, provider=led.acorns.provider, by=led.lena)["provider"][0]
    )


def test_c5_an_officer_vouches_for_another_address(led, daisies, dora, amina):
    invitation = invited(led, daisies, amina, is_vouched_for=True)
    assert (invitation.state, invitation.is_vouched_for) == ("sent", True)


def test_c5_a_group_makes_no_stranger_manager_of_a_setting_that_has_none(led, daisies):
    for who in (led.lena, led.mo):
        assert set(refusal(invited, led=led, provider=daisies, by=who, is_vouched_for=False)) == {"email"}
    assert not Invitation.objects.exists()


def test_c5_who_is_not_at_the_setting_any_more_does_not_come_back_as_its_manager(led, daisies, dora):
    invitation = invited(led, daisies, led.lena, email=dora.email, is_vouched_for=False)
    end_appointment(SETTING_ROLE, SettingRole.objects.get(user=dora), ends_on=TODAY, by=led.lena)
    said = refusal(accept_invitation, invitation=invitation, by=None, at=NOW, link=link_of(invitation))
    assert "no longer know this address" in said["answer"][0]
    assert not Membership.objects.filter(provider=daisies).exists()
    assert link_of(invitation).used_at is None
    decline_invitation(invitation=invitation, by=None, at=NOW, link=link_of(invitation))
    assert SettingRole.objects.get(provider=daisies).ends_on == TODAY


def test_c5_whoever_has_applied_is_decided_upon_not_invited(led, daisies, dora):
    applied(led, daisies, dora)
    assert (
        "has applied"
        in refusal(invited, led=led, provider=daisies, by=led.lena, email=dora.email)["provider"][0]
    )


def test_c5_the_link_makes_the_setting_a_member_today_and_the_person_its_manager(led, daisies):
    invitation = invited(led, daisies, led.lena)
    accept_invitation(invitation=invitation, by=None, at=NOW, link=link_of(invitation))
    invitation.refresh_from_db()
    nell = User.objects.get(email="nell@daisies.example")
    role = SettingRole.objects.get(provider=daisies, user=nell)
    assert (role.role, role.starts_on) == ("manager", TODAY)
    assert (invitation.state, invitation.membership.joined_on, invitation.answered_at) == (
        "accepted",
        TODAY,
        NOW,
    )
    assert nell.has_perm("collaborations.view_collaboration", led.collaboration)
    assert entries()[-1] == "answered the invitation of Daisies to Riverside: Accepted"
    assert Entry.objects.latest("pk").by == nell
    assert emails(InvitationAnswered) == [{"invitation_id": invitation.pk, "user_id": led.lena.pk}]
    assert open_link(token_of(link_of(invitation)), purpose=PURPOSE, at=NOW) is None


def test_c5_somebody_known_at_the_setting_is_not_recorded_again(led, daisies, dora):
    invitation = invited(led, daisies, led.lena, email=dora.email)
    accept_invitation(invitation=invitation, by=None, at=NOW, link=link_of(invitation))
    assert SettingRole.objects.filter(provider=daisies).count() == 1


def test_c5_declining_by_the_link_makes_no_account(led, daisies):
    invitation = invited(led, daisies, led.lena)
    decline_invitation(invitation=invitation, by=None, at=NOW, link=link_of(invitation))
    invitation.refresh_from_db()
    assert (invitation.state, invitation.membership) == ("declined", None)
    assert not User.objects.filter(email="nell@daisies.example").exists()
    assert (
        entries()[-1]
        == "answered the invitation of Daisies to Riverside: Declined by Nell Ives, by the link in the email"
    )


def test_c5_a_link_answers_once(led, daisies):
    invitation = invited(led, daisies, led.lena)
    link = link_of(invitation)
    decline_invitation(invitation=invitation, by=None, at=NOW, link=link)
    for answer in (accept_invitation, decline_invitation):
        said = refusal(answer, invitation=invitation, by=None, at=NOW, link=link)
        assert said == {"": ["This invitation was answered on 21 November 2026 at 10am: Declined."]}


def test_c5_the_answer_signed_in_ends_the_link_and_counts_once(led, daisies, dora):
    invitation = invited(led, daisies, led.lena, email=dora.email)
    accept_invitation(invitation=invitation, by=dora, at=NOW)
    accept_invitation(invitation=invitation, by=dora, at=NOW)  # pressed twice
    assert Membership.objects.filter(provider=daisies).count() == 1
    assert link_of(invitation).withdrawn_at == NOW
    assert refusal(decline_invitation, invitation=invitation, by=dora, at=NOW)


def test_c5_an_invitation_is_taken_back_and_its_link_dies(led, daisies):
    invitation = invited(led, daisies, led.lena)
    withdraw_invitation(invitation=invitation, by=led.lena, at=NOW)
    withdraw_invitation(invitation=invitation, by=led.lena, at=NOW)  # pressed twice
    assert entries()[-1] == "took back the invitation of Daisies to Riverside"
    assert open_link(token_of(link_of(invitation)), purpose=PURPOSE, at=NOW) is None
    said = refusal(accept_invitation, invitation=invitation, by=None, at=NOW, link=link_of(invitation))
    assert said == {"": ["The members have taken this invitation back."]}
    assert invited(led, daisies, led.lena).pk != invitation.pk


def test_c5_an_old_link_does_nothing(led, daisies):
    invitation = invited(led, daisies, led.lena)
    late = timezone.now() + timedelta(29)
    said = refusal(accept_invitation, invitation=invitation, by=None, at=late, link=link_of(invitation))
    assert "no longer works" in said[""][0]
    assert not Membership.objects.filter(provider=daisies).exists()
