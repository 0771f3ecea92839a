"""Lena leads from a setting of Larkshire; what else each test needs it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase, Sweep
from leadership.selectors.sight import every_case
from leadership.services.eligibility import review_leaders
from memberships.models.members import LeaderAppointment
from tests.cast import person
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.staging import around_layers, staged

TODAY = date(2026, 7, 1)
NOW = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
Check = Callable[..., Sweep]


@around_layers
def in_larkshire(larkshire: Authority) -> Iterator[Authority]:
    """With the sight of the product's own work. Each request takes a sight of its own."""
    with authority_scope(larkshire), every_case():
        yield larkshire


@staged
def lena(larkshire: Authority) -> User:
    """Leads a collaboration."""
    return person(larkshire, "Lena Field")


@staged
def policy(in_larkshire: Authority) -> Any:
    """Version 1, the shipped table, in force since 2025."""
    return LeadingPolicyFactory(version=1)


@staged
def leads(in_larkshire: Authority, lena: User) -> LeaderAppointment:
    """Lena's appointment; her setting has no inspection yet."""
    return LeaderAppointmentFactory(user=lena)


@pytest.fixture
def judged(leads: LeaderAppointment) -> Callable[..., Any]:
    """``judged(overall=3)``: an inspection of Lena's setting."""
    return lambda **facts: InspectionFactory(provider=leads.membership.provider, **facts)


@pytest.fixture
def check(policy: Any) -> Check:
    """``check()``: a check under a slot of its own; ``check(slot="a")``."""
    slots = iter(range(1000))

    def run(**how: Any) -> Sweep:
        return review_leaders(**{"slot": f"slot-{next(slots)}", "on": TODAY, "at": NOW, **how})

    return run


@staged
def case(in_larkshire: Authority, leads: LeaderAppointment, policy: Any) -> LeadershipCase:
    """An open case of Lena's, below the line."""
    inspection = InspectionFactory(provider=leads.membership.provider, overall=3)
    return LeadershipCaseFactory(appointment=leads, inspection=inspection, policy=policy)
