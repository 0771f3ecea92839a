"""S7: leaders are told by email that claims are open, and reminded before the last day; each once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from collaborations.models import Collaboration
from documents.models import OutboxMessage
from memberships.services.leaders import appoint_leader
from supplement.models.claims import Claim
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import ClaimState
from supplement.services.claim_news import tell_of_claims
from supplement.services.claims import open_claim, submit_claim, withdraw_claim
from tests.factories.groups import APPOINTED, Group
from tests.factories.supplement import open_period
from tests.outbox import deliver
from tests.staging import staged

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 6, 35, tzinfo=UTC)  # the first day of claims
LAST = NOW + timedelta(days=20)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@staged
def period(in_larkshire: Authority, maya: User) -> SchemePeriod:
    return open_period(maya, on=NOW.date() + timedelta(days=10))


def told(at: datetime, mailoutbox: list[Any], time_machine: TimeMachineFixture) -> list[tuple[str, str]]:
    """Who is written to by the turn of a day, twice; the second time nobody is."""
    time_machine.move_to(at, tick=False)
    del mailoutbox[:]
    tell_of_claims(at=at)
    assert tell_of_claims(at=at) == 0
    kept = list(OutboxMessage.objects.all())
    deliver()
    OutboxMessage.objects.bulk_create([_sent(row, at) for row in kept])
    sent = [(email.subject, email.to[0]) for email in mailoutbox]
    return [(subject, address) for subject, address in sent if "supplement" in subject]


def _sent(row: Any, at: datetime) -> Any:
    row.pk, row.sent_at = None, at
    return row


def test_s7_each_leader_is_told_once_that_claims_are_open(
    period: SchemePeriod, led: Group, elsewhere: Collaboration, mailoutbox: Any, time_machine: Any
) -> None:
    open_words = ("Riverside: claim the supplement by 10 December", led.lena.email)
    assert told(NOW - timedelta(days=1), mailoutbox, time_machine) == []
    assert told(NOW, mailoutbox, time_machine) == [open_words]  # Hillside is led by nobody
    assert told(NOW + timedelta(days=1), mailoutbox, time_machine) == []


def test_s7_who_has_not_sent_is_reminded_once_before_the_last_day(
    period: SchemePeriod, led: Group, amina: User, mailoutbox: Any, time_machine: Any
) -> None:
    reminder = "Reminder: Riverside: claim the supplement by 10 December"
    open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
    assert told(LAST - timedelta(days=6), mailoutbox, time_machine) == []
    assert told(LAST - timedelta(days=5), mailoutbox, time_machine) == [(reminder, led.lena.email)]
    appoint_leader(membership=led.bluebells, user=led.mo, manner="joint", starts_on=APPOINTED, by=amina)
    assert told(LAST, mailoutbox, time_machine) == [(reminder, led.mo.email)]  # leads since
    assert told(LAST + timedelta(days=1), mailoutbox, time_machine) == []


@pytest.mark.parametrize("deed", [submit_claim, withdraw_claim])
def test_s7_who_has_sent_or_withdrawn_hears_nothing_more(
    period: SchemePeriod, led: Group, mailoutbox: Any, time_machine: Any, deed: Any
) -> None:
    claim = open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
    deed(claim_id=claim.pk, words="We are four.", by=led.lena, at=NOW)
    assert told(LAST, mailoutbox, time_machine) == []


def test_s7_an_email_that_waited_is_not_sent_once_the_claim_is(
    period: SchemePeriod, led: Group, mailoutbox: Any
) -> None:
    tell_of_claims(at=NOW)
    claim = open_claim(period_id=period.pk, collaboration_id=led.collaboration.pk, by=led.lena, at=NOW)
    submit_claim(claim_id=claim.pk, words="", by=led.lena, at=NOW)
    deliver()
    assert mailoutbox == []
    assert Claim.objects.get().state == ClaimState.SUBMITTED
