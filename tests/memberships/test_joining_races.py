"""C5 with two at once: one outcome, and a clear message for the other."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from accounts.models import TaskLink
from core.scoping import authority_scope
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership, SettingRole
from memberships.services.applications import apply_to_join, decide_application
from memberships.services.invitations import accept_invitation, withdraw_invitation
from memberships.services.leaving import give_notice
from tests.concurrency import at_once
from tests.factories.groups import person_of
from tests.factories.joining import ApplicationFactory, InvitationFactory, link_to
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def daisies(larkshire, led):
    with authority_scope(larkshire):
        return ProviderFactory(name="Daisies")


def test_c5_two_leaders_decide_at_once(larkshire, led, daisies):
    with authority_scope(larkshire):
        application = ApplicationFactory(
            collaboration=led.collaboration, provider=daisies, applied_by=led.cara
        )

    def deed(by, accepted):
        facts = {
            "decided_on": date(2026, 11, 20),
            "decision": "All agreed.",
            "joined_on": date(2026, 12, 1),
            "at": NOW,
        }
        return lambda: decide_application(application=application, accepted=accepted, by=by, **facts)

    said = at_once(larkshire, [deed(led.lena, True), deed(led.mo, False)])
    assert said.count("done") == 1
    with authority_scope(larkshire):
        row = Application.objects.get()
        assert Membership.objects.filter(provider=daisies).count() == (1 if row.state == "accepted" else 0)
    words = (
        f"{row.decided_by} has recorded what the members decided on 20 November 2026:"
        f" {row.get_state_display()}."
    )
    assert words in said


def test_c5_an_application_sent_twice_is_one(larkshire, led, daisies):
    facts = {"provider": daisies, "collaboration": led.collaboration, "words": "", "by": led.cara, "at": NOW}
    said = at_once(larkshire, [lambda: apply_to_join(**facts)] * 2)
    assert said == ["You have applied already. The members have not decided yet.", "done"]
    with authority_scope(larkshire):
        assert Application.objects.count() == 1


def test_c5_a_link_opened_twice_answers_once(larkshire, led, daisies):
    with authority_scope(larkshire):
        invitation = InvitationFactory(collaboration=led.collaboration, provider=daisies, sent_by=led.lena)
        link = link_to(invitation, NOW)
    facts = {"invitation": invitation, "by": None, "at": NOW, "link": link}
    said = at_once(larkshire, [lambda: accept_invitation(**facts)] * 2)
    assert said == ["This invitation was answered on 21 November 2026 at 10am: Accepted.", "done"]
    with authority_scope(larkshire):
        assert Membership.objects.filter(provider=daisies).count() == 1
        assert SettingRole.objects.filter(provider=daisies).count() == 1
        assert TaskLink.objects.get().used_at == NOW


def test_c5_an_invitation_is_answered_while_it_is_taken_back(larkshire, led, daisies, amina):
    with authority_scope(larkshire):
        invitation = InvitationFactory(collaboration=led.collaboration, provider=daisies, sent_by=led.lena)
        dora = person_of(daisies, "Dora Penn", amina)
    said = at_once(
        larkshire,
        [
            lambda: accept_invitation(invitation=invitation, by=dora, at=NOW),
            lambda: withdraw_invitation(invitation=invitation, by=led.lena, at=NOW),
        ],
    )
    assert said.count("done") == 1
    with authority_scope(larkshire):
        joined = Membership.objects.filter(provider=daisies).exists()
        assert Invitation.objects.get().state == ("accepted" if joined else "withdrawn")


def test_c6_two_notices_at_once_are_one(larkshire, led):
    days = (date(2026, 12, 1), date(2026, 12, 8))
    facts = {"membership": led.bluebells, "reason": "We close.", "by": led.mo, "at": NOW}
    said = at_once(larkshire, [lambda day=day: give_notice(left_on=day, **facts) for day in days])
    assert said.count("done") == 1
    assert "It is already recorded that Bluebells leaves: its last day is" in said[0]
