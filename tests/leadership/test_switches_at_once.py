"""L3: two who switch the same support off at once switch it off once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.support import SupportSwitch
from leadership.rules.support import Switch
from leadership.selectors.sight import every_case
from leadership.services.switches import switch_support_off
from memberships.models.members import LeaderAppointment
from memberships.services.leaders import appoint_leader
from tests.concurrency import at_once
from tests.factories.groups import APPOINTED, make_group
from tests.factories.leadership import LeadershipCaseFactory

NOW = datetime(2026, 7, 1, 9, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_l3_two_who_switch_at_once_switch_once(larkshire: Authority, amina: User, maya: User) -> None:
    with authority_scope(larkshire), every_case():
        group = make_group(amina)
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
        )
        appointment = LeaderAppointment.objects.get(user=group.lena)
        case = LeadershipCaseFactory(appointment=appointment, stage="stays", published_on=date(2026, 6, 1))
    facts = {"case_id": case.pk, "kinds": [Switch.PAYMENT], "off_on": NOW.date(), "at": NOW}
    done = at_once(larkshire, [partial(switch_support_off, by=person, **facts) for person in (amina, maya)])
    assert "done" in done
    assert sum("switched off already" in answer for answer in done) == 1
    with authority_scope(larkshire):
        assert SupportSwitch.objects.count() == 1
