"""L3: support that a case keeps off comes back with the end of the case, unless the leader stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.support import SupportSwitch
from leadership.rules.support import Switch
from leadership.selectors.sight import every_case
from leadership.services.cases import close_case
from leadership.services.switches import switch_support_off, switch_support_on
from memberships.models.members import LeaderAppointment
from memberships.selectors.paused import pauses
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.meetings.event_steps import NOW, now
from tests.staging import staged

__all__ = ["now"]
pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)
STAYS = {"stage": "stays", "published_on": date(2026, 6, 1)}


@pytest.fixture(autouse=True)
def scope(larkshire: Authority) -> Iterator[None]:
    with authority_scope(larkshire), every_case():
        yield


@staged
def case(larkshire: Authority, led: Group) -> LeadershipCase:
    """Lena stays; the judgement is published."""
    with authority_scope(larkshire), every_case():
        return LeadershipCaseFactory(appointment=LeaderAppointment.objects.get(user=led.lena), **STAYS)


@staged
def of_mo(larkshire: Authority, led: Group) -> LeadershipCase:
    """Mo leads jointly, and stays too."""
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointmentFactory(user=led.mo, membership=led.bluebells)
        return LeadershipCaseFactory(appointment=appointment, **STAYS)


def off(case: LeadershipCase, by: User, *kinds: Switch, on: date = TODAY) -> list[SupportSwitch]:
    return switch_support_off(case_id=case.pk, kinds=kinds, off_on=on, by=by, at=NOW)


def close(case: LeadershipCase, by: User, outcome: str) -> None:
    close_case(case_id=case.pk, outcome=outcome, words="As agreed", by=by, at=NOW)


def paused(on: date = TODAY) -> set[str]:
    return {str(pause.support) for pause in pauses(on=on)}


def test_l3_it_comes_back_by_its_day_without_anybody(case: LeadershipCase, maya: User) -> None:
    [row] = off(case, maya, Switch.FACILITATION)
    switch_support_on(case_id=case.pk, row_id=row.pk, on_again_on=TODAY + 2 * DAY, by=maya, at=NOW)
    assert [bool(paused(TODAY + number * DAY)) for number in range(4)] == [True, True, False, False]


def test_l3_with_the_end_of_the_case_all_of_it_comes_back(
    case: LeadershipCase, maya: User, amina: User
) -> None:
    """What was to be switched off later never is. Each is recorded, inside the case."""
    off(case, maya, Switch.LEADERS_DAYS, Switch.PAYMENT)
    off(case, maya, Switch.ATTENDANCE, on=TODAY + 5 * DAY)
    assert paused() == {Switch.LEADERS_DAYS, Switch.PAYMENT}
    before = Entry.objects.filter(action=Action.SUPPORT_SWITCHED).count()
    close(case, amina, "not_needed")
    assert paused() == paused(TODAY + 9 * DAY) == set()
    entries = Entry.objects.filter(action=Action.SUPPORT_SWITCHED)
    assert entries.count() == before + 3
    assert all(entry.is_confidential for entry in entries)


def test_l3_it_stays_off_where_the_leader_stays(case: LeadershipCase, maya: User) -> None:
    off(case, maya, *Switch)
    close(case, maya, "stays")
    assert paused(TODAY + 99 * DAY) == set(Switch)


@pytest.mark.parametrize("others_end", ["stays", "stopped"])
def test_l3_another_leader_who_stays_keeps_the_collaborations_support_off(
    others_end: str, case: LeadershipCase, of_mo: LeadershipCase, maya: User, led: Group
) -> None:
    """Until that case ends otherwise, or that leader leads no more; the leader's own comes back at once."""
    off(case, maya, *Switch)
    off(of_mo, maya, Switch.LEADERS_DAYS)
    if others_end == "stays":
        close(of_mo, maya, "stays")
    close(case, maya, "not_needed")
    assert paused() == set(Switch)
    assert {pause.person_id for pause in pauses(on=TODAY) if pause.support == Switch.LEADERS_DAYS} == {
        led.mo.pk
    }
    if others_end == "stopped":
        LeaderAppointment.objects.filter(user=led.mo).update(ends_on=TODAY)
        close(of_mo, maya, "stopped")
        assert paused() == set()


def test_l3_the_page_that_closes_says_what_comes_back(case: LeadershipCase, maya: User, browse: Any) -> None:
    address = f"/larkshire/leadership/{case.pk}/decide/"
    words = "It comes back today"
    assert words not in browse(maya).get(address).content.decode()
    off(case, maya, Switch.PAYMENT)
    page = browse(maya).get(address).content.decode()
    assert words in page
    assert "Payment of the supplement" in page
