"""What a group's members, leaders and numbers ask of those who run it: when each line stands, and its words."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import Authority
from core.frame.lines import Line, lines_of_groups
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory
from tests.factories.offers import ReturnPeriodFactory
from tests.factories.providers import ProviderFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def lines_of(group: Group) -> list[Line]:
    return lines_of_groups(Visitor(group.lena, TODAY), [group.collaboration])


def ends(days: int) -> Callable[[Group], object]:
    return lambda group: LeaderAppointment.objects.update(ends_on=after(days))


def leaves(days: int) -> Callable[[Group], object]:
    return lambda group: Membership.objects.filter(pk=group.bluebells.pk).update(left_on=after(days))


def owes(days: int) -> Callable[[Group], object]:
    return lambda group: ReturnPeriodFactory(due_on=after(days))


def silent(*names: str) -> Callable[[Group], object]:
    return lambda group: SettingRole.objects.filter(provider__name__in=names).update(ends_on=TODAY)


def grows(to: int) -> Callable[[Group], object]:
    return lambda group: [MembershipFactory(collaboration=group.collaboration) for _more in range(to - 3)]


def leads_too(group: Group) -> object:
    return LeaderAppointmentFactory(membership=group.bluebells, user=group.mo)


def applies(group: Group) -> object:
    provider = ProviderFactory(name="Clover")
    return ApplicationFactory(
        collaboration=group.collaboration, provider=provider, applied_by=group.mo, applied_at=AT
    )


@pytest.mark.parametrize(
    ("change", "said", "stands"),
    [
        (lambda group: None, "One person leads alone", True),
        (leads_too, "leads alone", False),
        (ends(60), "Lena Hartley leads for the last time on 19 January 2027", True),
        (ends(61), "for the last time", False),
        (leaves(60), "Bluebells leaves, last day 19 January 2027", True),
        (leaves(61), "Bluebells leaves", False),
        (lambda group: None, "can sign in", False),
        (silent("Bluebells"), "Nobody from Bluebells can sign in", True),
        (silent("Acorns", "Bluebells", "Cara's"), "Nobody from 3 member settings can sign in", True),
        (applies, "Clover asks to join", True),
        (owes(21), "3 members owe their staff number", True),
        (owes(-1), "3 members owe their staff number", True),
        (owes(22), "their staff number", False),
        (lambda group: None, "This is a small group", True),
        (grows(7), "group: talk", False),
        (grows(7), "small group", False),
        (grows(9), "This is a large group: talk about dividing", True),
    ],
)
def test_what_a_group_needs_is_a_line_from_its_day_on(
    larkshire: Authority, led: Group, change: Callable[[Group], object], said: str, stands: bool
) -> None:
    with authority_scope(larkshire):
        change(led)
        assert any(said in line.what for line in lines_of(led)) is stands


def test_who_waits_comes_first_then_what_has_a_day_the_nearest_first(
    larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        for change in (leaves(40), ends(20), applies, owes(10)):
            change(led)
        words = " | ".join(line.what for line in lines_of(led))
    places = [
        words.index(said) for said in ("asks to join", "owe their", "for the last time", "leaves, last")
    ]
    assert places == sorted(places)
    assert words.index("small group") > places[-1]
