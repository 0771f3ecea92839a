"""C5 and C6: each email as it is read: to whom, the neutral subject,
the words, the address, and what it never says.
"""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail

from accounts.models import User
from accounts.services.appointments import end_appointment
from core.scoping import authority_scope
from memberships.emails.joining import (
    ApplicationDecided,
    ApplicationForTeam,
    ApplicationReceived,
    InvitationAnswered,
    InvitationSent,
)
from memberships.emails.leaving import NoticeGiven
from memberships.models.joining import Invitation
from memberships.models.members import LeaderAppointment
from memberships.services.applications import apply_to_join, decide_application, withdraw_application
from memberships.services.invitations import (
    accept_invitation,
    decline_invitation,
    invite_setting,
    withdraw_invitation,
)
from memberships.services.leaders import LEADER
from memberships.services.leaving import give_notice, take_back_notice
from memberships.services.offices import give_office
from tests.factories.groups import judged, person_of
from tests.factories.joining import ApplicationFactory, InvitationFactory, link_to
from tests.factories.providers import ProviderFactory
from tests.outbox import run_email_task
from tests.staging import staged

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SECRET = "They are too near to the falcon."
DECISION = {"decided_on": date(2026, 11, 20), "decision": SECRET, "at": NOW}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@staged
def dora(larkshire, led, amina) -> User:
    with authority_scope(larkshire):
        provider = ProviderFactory(name="Daisies")
        judged(provider, 3)
        return person_of(provider, "Dora Penn", amina)


def daisies_of(dora: User):
    return dora.setting_roles.get().provider


def only_email(subject: str, to: str) -> str:
    """The text of the one email that was sent; its HTML says the same and is as discreet."""
    (email,) = mail.outbox
    assert (email.subject, email.to) == (subject, [to])
    html = email.alternatives[0][0]
    for part in (email.subject, email.body, html):
        for word in (SECRET, "Requires", "grade", "Outstanding", "Inadequate"):
            assert word not in part
    for address in re.findall(r"https?://\S+", email.body):
        assert address in html
    assert "{{" not in html
    assert "{%" not in email.body
    return " ".join(email.body.split())


@pytest.mark.django_db(transaction=True)
def test_c5_the_email_about_an_application(larkshire, led, dora, settings):
    with authority_scope(larkshire):
        apply_to_join(
            provider=daisies_of(dora), collaboration=led.collaboration, words=SECRET, by=dora, at=NOW
        )
    body = only_email("Riverside: a setting asks to join", "lena@larkshire.example")
    assert body.startswith("Hello Lena, Daisies would like to join Riverside. The members decide together.")
    assert f"{settings.BASE_URL}/larkshire/collaborations/{led.collaboration.pk}/applications/" in body


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("accepted", [True, False])
def test_c5_the_email_about_the_decision(larkshire, led, dora, settings, accepted):
    with authority_scope(larkshire):
        application = ApplicationFactory(
            collaboration=led.collaboration, provider=daisies_of(dora), applied_by=dora
        )
        joined = {"joined_on": date(2026, 12, 1)} if accepted else {}
        decide_application(application=application, accepted=accepted, by=led.lena, **joined, **DECISION)
    body = only_email("Your application to Riverside: answer of 20 November", "dora@larkshire.example")
    assert f"{settings.BASE_URL}/larkshire/collaborations/applications/{application.pk}/" in body
    if accepted:
        assert (
            "Welcome: the members of Riverside have accepted the application of Daisies. The membership begins"
            " on 1 December 2026." in body
        )
    else:
        assert "Thank you for the interest of Daisies in Riverside." in body
        assert "find/" not in body, "one link: the page of the application leads to the other groups"
        assert "is glad to help you find one" in body


@pytest.mark.django_db(transaction=True)
def test_c5_the_email_of_invitation(larkshire, led, settings, browse):
    with authority_scope(larkshire):
        facts = {
            "email": "Nell@elm.example",
            "full_name": "Nell Ives",
            "words": SECRET,
            "is_vouched_for": True,
            "by": led.lena,
        }
        invite_setting(
            collaboration=led.collaboration, provider=ProviderFactory(name="Elm Tree"), **facts, **DECISION
        )
    body = only_email("Riverside invites you to join: answer by 19 December", "nell@elm.example")
    assert body.startswith("Hello Nell, The members of Riverside invite Elm Tree to join them.")
    assert "only the button on its page answers" in body
    assert "Please answer by 19 December 2026." in body
    address = re.search(rf"{settings.BASE_URL}(/larkshire/collaborations/invitations/by-link/\S+/)", body)
    assert address
    assert browse().get(address[1]).status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("accepted", [True, False])
def test_c5_the_email_about_the_answer(larkshire, led, dora, accepted):
    with authority_scope(larkshire):
        invitation = InvitationFactory(
            collaboration=led.collaboration, provider=daisies_of(dora), sent_by=led.lena, decision=SECRET
        )
        answer = accept_invitation if accepted else decline_invitation
        answer(invitation=invitation, by=dora, at=NOW)
    body = only_email("Riverside: an invitation has been answered", "lena@larkshire.example")
    said = (
        "has accepted the invitation to join Riverside. The membership begins on 21 November 2026."
        if accepted
        else "has answered no to the invitation to join Riverside"
    )
    assert said in body


@pytest.mark.django_db(transaction=True)
def test_c5_the_email_to_the_team_about_an_application_to_a_group_that_nobody_leads(
    larkshire, led, dora, amina, settings
):
    with authority_scope(larkshire):
        end_appointment(LEADER, LeaderAppointment.objects.get(), ends_on=NOW.date(), by=amina)
        apply_to_join(
            provider=daisies_of(dora), collaboration=led.collaboration, words=SECRET, by=dora, at=NOW
        )
    body = only_email(
        "Riverside: a setting asks to join, and nobody leads the group", "early.years@larkshire.example"
    )
    assert body.startswith(
        "Hello, Daisies would like to join Riverside. When it applied, nobody led the group"
    )
    assert f"{settings.BASE_URL}/larkshire/collaborations/{led.collaboration.pk}/applications/" in body


@pytest.mark.django_db(transaction=True)
def test_c6_the_email_about_a_notice(larkshire, led, settings):
    facts = {"left_on": date(2026, 12, 1), "reason": SECRET, "by": led.mo, "at": NOW}
    with authority_scope(larkshire):
        for _twice in range(2):
            give_notice(membership=led.bluebells, **facts)
    body = only_email("Riverside: a member leaves, last day 30 November", "lena@larkshire.example")
    assert body.startswith(
        "Hello Lena, Bluebells has given notice to leave Riverside. The last day of the membership is"
        " 30 November 2026."
    )
    assert "A word of thanks is kind." in body
    page = f"/larkshire/collaborations/{led.collaboration.pk}/members/{led.bluebells.pk}/hand-over/"
    assert f"{settings.BASE_URL}{page} " in body


@pytest.mark.django_db(transaction=True)
def test_c6_whoever_gives_the_notice_gets_no_email_and_the_page_opens_for_who_does(
    larkshire, led, amina, browse
):
    with authority_scope(larkshire):
        office = {"office": "chair", "starts_on": date(2026, 1, 5), "decision": "All agreed.", "by": amina}
        give_office(membership=led.caras, user=led.cara, **office)
    mail.outbox.clear()  # Lena has heard of the office
    with authority_scope(larkshire):
        give_notice(membership=led.acorns, left_on=date(2026, 12, 1), reason=SECRET, by=led.lena, at=NOW)
    assert mail.outbox == [], "only Lena leads"
    with authority_scope(larkshire):
        end_appointment(LEADER, LeaderAppointment.objects.get(), ends_on=NOW.date(), by=amina)
        give_notice(membership=led.bluebells, left_on=date(2026, 12, 1), reason=SECRET, by=led.mo, at=NOW)
    body = only_email("Riverside: a member leaves, last day 30 November", "cara@larkshire.example")
    address = re.search(r"/larkshire/\S+/hand-over/", body)
    assert address
    assert browse(led.cara).get(address[0]).status_code == 200


@pytest.mark.django_db
def test_c6_no_email_about_a_notice_that_was_taken_back(larkshire, led):
    with authority_scope(larkshire):
        day = date(2026, 12, 1)
        membership = give_notice(membership=led.bluebells, left_on=day, reason="Time", by=led.mo, at=NOW)
        take_back_notice(membership=membership, by=led.mo, at=NOW)
        run_email_task(NoticeGiven(membership_id=membership.pk, user_id=led.lena.pk, left_on=str(day)))
    assert mail.outbox == []


@pytest.mark.django_db
def test_c5_no_email_says_what_is_so_no_longer(larkshire, led, dora, amina):
    with authority_scope(larkshire):
        invitation = InvitationFactory(
            collaboration=led.collaboration, provider=daisies_of(dora), sent_by=led.lena
        )
        link = link_to(invitation, NOW)
        application = ApplicationFactory(collaboration=led.collaboration, applied_by=amina)
        run_email_task(ApplicationDecided(application_id=application.pk, user_id=dora.pk))
        run_email_task(InvitationAnswered(invitation_id=invitation.pk, user_id=led.lena.pk))
        withdraw_invitation(invitation=invitation, by=led.lena, at=NOW)
        withdraw_application(application=application, by=amina, at=NOW)
        run_email_task(InvitationSent(invitation_id=invitation.pk, link_id=link.pk))
        run_email_task(ApplicationReceived(application_id=application.pk, user_id=led.lena.pk))
        run_email_task(ApplicationForTeam(application_id=application.pk))
        assert Invitation.objects.get().state == "withdrawn"
    assert mail.outbox == []
