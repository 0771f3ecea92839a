"""Two people at the same election at once: G6."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority
from core.scoping import authority_scope
from meetings.models.elections import Election, Nomination
from memberships.models.offices import OfficeHolder
from tests.concurrency import at_once
from tests.factories.elections import called, elected, nominated
from tests.factories.groups import Group

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
LATER = datetime.fromisoformat("2026-11-25T09:00:00+00:00")


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def in_scope(larkshire: Authority, deed: Any) -> Any:
    with authority_scope(larkshire):
        return deed()


def test_g6_two_people_call_the_same_election(larkshire: Authority, led: Group) -> None:
    deeds = [lambda: called(led.collaboration, led.lena), lambda: called(led.collaboration, led.mo)]
    assert at_once(larkshire, deeds) == ["done", "done"]
    assert in_scope(larkshire, Election.objects.count) == 1


def test_g6_two_people_nominate_the_same_person(larkshire: Authority, led: Group) -> None:
    election = in_scope(larkshire, lambda: called(led.collaboration, led.lena))
    deeds = [lambda: nominated(election, led.mo, led.cara), lambda: nominated(election, led.mo, led.lena)]
    assert at_once(larkshire, deeds) == ["done", "done"]
    assert in_scope(larkshire, Nomination.objects.count) == 1


def test_g6_two_people_record_the_result(
    larkshire: Authority, led: Group, time_machine: TimeMachineFixture
) -> None:
    election = in_scope(larkshire, lambda: called(led.collaboration, led.lena))
    in_scope(larkshire, lambda: nominated(election, led.mo, led.mo))
    time_machine.move_to(LATER, tick=False)
    deeds = [lambda: elected(election, led.lena), lambda: elected(election, led.cara)]
    assert at_once(larkshire, deeds) == ["done", "done"]
    assert in_scope(larkshire, OfficeHolder.objects.count) == 1
