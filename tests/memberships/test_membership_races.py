"""Two officers at once: one outcome, and a clear message for the other."""

from datetime import UTC, date, datetime

import pytest

from collaborations.models import StateChange
from collaborations.rules import Actor
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership
from memberships.services.leaders import appoint_leader
from memberships.services.life import move_on
from memberships.services.members import join
from memberships.services.people import add_person_of_setting
from memberships.services.permissions import drift
from tests.concurrency import at_once
from tests.factories.groups import APPOINTED, JOINED
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_two_officers_add_one_setting(larkshire, group, amina, maya):
    with authority_scope(larkshire):
        provider = ProviderFactory(name="Daisies")
    facts = {"collaboration": group.collaboration, "provider": provider, "on": JOINED}
    said = at_once(larkshire, [lambda by=by: join(**facts, by=by) for by in (amina, maya)])
    assert said == ["Daisies is already a member in that time.", "done"]
    with authority_scope(larkshire):
        assert Membership.objects.filter(provider=provider).count() == 1


def test_two_officers_appoint_one_leader(larkshire, group, amina, maya):
    facts = {"membership": group.acorns, "user": group.lena, "manner": "sole", "starts_on": APPOINTED}
    said = at_once(larkshire, [lambda by=by: appoint_leader(**facts, by=by) for by in (amina, maya)])
    assert said == ["Lena Hartley already leads this collaboration in that time.", "done"]
    with authority_scope(larkshire):
        assert LeaderAppointment.objects.count() == 1


def test_a_new_person_and_a_new_membership_at_once_give_the_right_that_follows_from_both(
    larkshire, group, elsewhere, amina, maya
):
    person = {
        "email": "nell@larkshire.example",
        "full_name": "Nell Ives",
        "role": "staff",
        "starts_on": JOINED,
    }
    said = at_once(
        larkshire,
        [
            lambda: add_person_of_setting(provider=group.acorns.provider, **person, by=amina),
            lambda: join(
                collaboration=elsewhere, provider=group.acorns.provider, on=date(2025, 1, 1), by=maya
            ),
        ],
    )
    assert said == ["done", "done"]
    with authority_scope(larkshire):
        assert not drift()


def test_two_officers_move_a_collaboration_on_at_once(larkshire, group, amina, maya):
    facts = {
        "collaboration": group.collaboration,
        "on": date(2026, 11, 20),
        "actor": Actor.OFFICER,
        "seen": "active",
        "at": AT,
    }
    moves = [
        lambda: move_on(to="under_review", by=amina, **facts),
        lambda: move_on(to="dormant", words="A quiet year.", by=maya, **facts),
    ]
    said = at_once(larkshire, moves)
    assert said[1] == "done"
    assert "in the meantime. Look again before you go on." in said[0]
    with authority_scope(larkshire):
        assert StateChange.objects.count() == 1


def test_two_officers_close_it_at_once(larkshire, group, amina, maya):
    facts = {
        "collaboration": group.collaboration,
        "to": "closed",
        "actor": Actor.OFFICER,
        "seen": "active",
        "words": "Over",
        "at": AT,
    }
    days = ((amina, date(2026, 11, 20)), (maya, date(2026, 11, 19)))
    assert at_once(larkshire, [lambda by=by, on=on: move_on(on=on, by=by, **facts) for by, on in days]) == [
        "done",
        "done",
    ]
    with authority_scope(larkshire):
        closed_on = StateChange.objects.get().on
        assert set(Membership.objects.values_list("left_on", flat=True)) == {closed_on}


def test_a_setting_joins_while_the_collaboration_closes(larkshire, group, amina, maya):
    with authority_scope(larkshire):
        provider = ProviderFactory(name="Daisies")
    facts = {
        "collaboration": group.collaboration,
        "to": "closed",
        "actor": Actor.OFFICER,
        "words": "Over",
        "at": AT,
    }
    said = at_once(
        larkshire,
        [
            lambda: move_on(on=date(2026, 11, 21), by=amina, **facts),
            lambda: join(collaboration=group.collaboration, provider=provider, on=JOINED, by=maya),
        ],
    )
    assert said in (["Riverside is closed.", "done"], ["done", "done"])
    with authority_scope(larkshire):
        assert not Membership.objects.filter(left_on=None).exists()
