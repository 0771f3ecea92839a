"""S5: a setting in two groups is asked by email to choose where it is paid: once, and once more."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core import mail
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from documents.models import OutboxMessage
from documents.services.outbox import send_email_now
from supplement.models.parts import SchemePeriod
from supplement.rules.scheme_states import Subject
from supplement.services.choosing import ask_to_choose, choose_group
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.supplement import open_period
from tests.outbox import deliver

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def at(day: date) -> datetime:
    return datetime.combine(day, time(6, 30), tzinfo=UTC)


@pytest.fixture
def period(larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> SchemePeriod:
    """Bluebells is in Riverside and in Hilltop; claims are open, and the scheme lets it choose."""
    time_machine.move_to(at(TODAY), tick=False)
    with authority_scope(larkshire):
        hilltop = CollaborationFactory(name="Hilltop")
        MembershipFactory(collaboration=hilltop, provider=led.bluebells.provider, joined_on=date(2026, 10, 5))
        joining = {Subject.JOINING: {"joiners": "count_date", "leavers": "count_date", "twice": "chosen"}}
        return open_period(maya, on=TODAY, scheme=joining)


def asked_on(larkshire: Authority, day: date) -> list[str]:
    """What one night sends; the second turn of the night asks for nothing."""
    mail.outbox.clear()
    with authority_scope(larkshire):
        seen = set(OutboxMessage.objects.values_list("pk", flat=True))
        number = ask_to_choose(at=at(day))
        assert ask_to_choose(at=at(day)) == 0
        for message in OutboxMessage.objects.exclude(pk__in=seen):  # the outbox remembers what was asked for
            send_email_now(**message.ids, at=at(day))
    assert len(mail.outbox) == number
    return [f"{message.to[0]}: {message.subject}" for message in mail.outbox]


def test_s5_a_setting_that_has_not_chosen_is_asked_once_and_reminded_once(
    larkshire: Authority, led: Group, period: SchemePeriod, time_machine: TimeMachineFixture
) -> None:
    until = period.claims_until_on
    found = {}
    day = period.claims_from_on
    while day <= until + timedelta(days=1):
        time_machine.move_to(at(day), tick=False)
        for line in asked_on(larkshire, day):
            found[day] = line
        day += timedelta(days=1)
    words = f"choose where you are paid by {until.day} {until:%B}"
    assert found == {
        period.claims_from_on: f"{led.mo.email}: Bluebells: {words}",
        until - timedelta(days=5): f"{led.mo.email}: Reminder: Bluebells: {words}",
    }


def test_s5_the_email_names_the_groups_and_favours_none_and_who_has_chosen_gets_none(
    larkshire: Authority, led: Group, period: SchemePeriod, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(at(period.claims_from_on), tick=False)
    mail.outbox.clear()
    with authority_scope(larkshire):
        assert ask_to_choose(at=at(period.claims_from_on)) == 1
        choose_group(
            period_id=period.pk, provider_id=led.bluebells.provider_id,
            collaboration_id=led.collaboration.pk, by=led.mo, at=at(TODAY),
        )  # fmt: skip
        deliver()
        assert mail.outbox == []  # chosen in the meantime
        assert ask_to_choose(at=at(period.claims_until_on)) == 0
