"""A run of Summer 2026 and what it is made from, for the tests of runs."""

from __future__ import annotations

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from supplement.models.claims import Claim
from supplement.models.runs import Run
from tests.factories.groups import Group
from tests.factories.runs import AT, assessed, calculated, certified, paid_period, payee_of


@pytest.fixture
def stage(in_larkshire: Authority, led: Group, maya: User, time_machine: TimeMachineFixture) -> Group:
    """Riverside with 9, 4 and 1 staff, its claim for Summer 2026 assessed, Acorns its payee."""
    time_machine.move_to(AT, tick=False)
    certified(maya, {led.acorns: 9, led.bluebells: 4, led.caras: 1})
    assessed(paid_period(maya), led.collaboration, maya)
    payee_of(led.collaboration, led.acorns, maya)
    return led


@pytest.fixture
def claim(stage: Group) -> Claim:
    return Claim.objects.get()


@pytest.fixture
def run(claim: Claim, fred: User) -> Run:
    return calculated(claim.period, fred)
