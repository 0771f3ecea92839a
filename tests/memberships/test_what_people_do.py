"""What the list of people says of somebody with more work than it names."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.models import Authority
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.selectors import what_people_do
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED, Group
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def test_of_very_many_groups_the_first_are_named(
    led: Group, larkshire: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with authority_scope(larkshire):
        other: Collaboration = CollaborationFactory(name="Weir")
        row = MembershipFactory(collaboration=other, provider=led.acorns.provider, joined_on=JOINED)
        LeaderAppointmentFactory(user=led.lena, membership=row)
        ids = [led.lena.pk, led.mo.pk]
        does = what_people_do.what_people_do(ids, on=TODAY)
        assert does[led.lena.pk].groups == ["Riverside", "Weir"]
        assert does[led.lena.pk].settings == ["Acorns"]
        monkeypatch.setattr(what_people_do, "MAX_NAMED", 1)
        does = what_people_do.what_people_do(ids, on=TODAY)
        assert does[led.lena.pk].groups == ["Riverside", "and others"]
        assert does[led.lena.pk].settings == ["Acorns"], "nothing is left out where all are named"
        assert does[led.mo.pk].groups == []
