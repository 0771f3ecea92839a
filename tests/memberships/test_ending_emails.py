"""Appointments that end: the person and whoever is to act are told before and when it is over, each once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.appointments import end_appointment
from accounts.services.roles import ROLE, appoint_to_role
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.endings import tell_of_appointments_that_end
from portal.services.endings import tell_of_endings
from tests.factories.groups import Group
from tests.factories.memberships import OfficeHolderFactory, SettingRoleFactory
from tests.outbox import deliver

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = AT.date()
#: Ends of what is told today: the first day without it.
SOON = TODAY + timedelta(days=30)


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def told() -> dict[str, str]:
    """The subjects that went out, by address."""
    mail.outbox = []
    deliver()
    return {email.to[0]: email.subject for email in mail.outbox}


def chair(led: Group, ends_on: date) -> OfficeHolder:
    return OfficeHolderFactory(membership=led.bluebells, user=led.mo, ends_on=ends_on)


def test_an_office_that_ends_is_told_to_the_holder_and_to_the_leader(
    larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        chair(led, SOON)
        assert [tell_of_appointments_that_end(on=TODAY) for _twice in range(2)] == [2, 0]
        assert told() == {
            led.mo.email: "Riverside: you are chair until 20 December",
            led.lena.email: "Riverside: an office ends on 20 December",
        }
        bodies = {email.to[0]: email.body for email in mail.outbox}
        assert "Mo Siddiqui is chair of Riverside until 20 December 2026" in bodies[led.lena.email]
        assert "/offices/" in bodies[led.lena.email]


def test_on_the_day_after_its_last_day_it_is_over(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        chair(led, TODAY)
        assert [tell_of_appointments_that_end(on=TODAY + timedelta(days)) for days in (0, 1, 6, 7)] == [
            2,
            0,
            0,
            0,
        ]
        assert told() == {
            led.mo.email: "Riverside: you were chair until 20 November",
            led.lena.email: "Riverside: an office ended on 20 November",
        }


def test_where_nobody_is_left_to_act_the_team_is_told(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        LeaderAppointment.objects.filter(user=led.lena).update(ends_on=SOON)
        SettingRole.objects.filter(user=led.mo).update(ends_on=SOON)
        assert tell_of_appointments_that_end(on=TODAY) == 4
        mail.outbox = []
        deliver()
        assert sorted((email.to[0], email.subject) for email in mail.outbox) == sorted(
            [
                (led.lena.email, "Riverside: you are a leader until 20 December"),
                ("early.years@larkshire.example", "Riverside: a leader stops on 20 December"),
                (led.mo.email, "Bluebells: you are manager until 20 December"),
                ("early.years@larkshire.example", "Bluebells: a role ends on 20 December"),
            ]
        )


def test_the_other_managers_of_a_setting_are_told(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        SettingRole.objects.filter(user=led.mo).update(ends_on=SOON)
        SettingRoleFactory(provider=led.bluebells.provider, user=led.cara, role="manager")
        tell_of_appointments_that_end(on=TODAY)
        assert told()[led.cara.email] == "Bluebells: a role ends on 20 December"


@pytest.mark.parametrize("what", ["moved", "goes_on", "closed", "withdrawn", "later"])
def test_nothing_is_told_where_it_does_not_end_after_all(what: str, larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        office = chair(led, SOON + timedelta(days=1) if what == "later" else SOON)
        if what in ("moved", "withdrawn"):  # after it was asked for
            assert tell_of_appointments_that_end(on=TODAY) == 2
        if what == "moved":
            OfficeHolder.objects.filter(pk=office.pk).update(ends_on=None)
        elif what == "withdrawn":
            office.delete()
        elif what == "goes_on":
            OfficeHolderFactory(membership=led.bluebells, user=led.mo, starts_on=SOON)
        elif what == "closed":
            Collaboration.objects.filter(pk=led.collaboration.pk).update(closed_on=TODAY)
        tell_of_appointments_that_end(on=TODAY)
        assert told() == {}


class TestRolesOfTheTeam:
    """Whoever manages the team hears of roles of others, before and after."""

    def given(self, sam: User, maya: User, ends_on: date) -> Any:
        begun = TODAY - timedelta(days=100)
        role = appoint_to_role(user=sam, role=Role.FINANCE, starts_on=begun, ends_on=ends_on, by=maya)
        deliver()
        return role

    def test_before_the_end_and_when_it_is_over(self, larkshire: Authority, sam: User, maya: User) -> None:
        with authority_scope(larkshire):
            self.given(sam, maya, SOON)
            tell_of_endings(on=TODAY)
            assert told() == {
                sam.email: "Your role in the Larkshire team ends on 20 December",
                maya.email: "Larkshire early years team: a role ends on 20 December",
            }
            assert "Sam Wilder is finance officer until 20 December 2026" in mail.outbox[-1].body
            with time_machine.travel(AT + timedelta(days=30), tick=False):
                assert [tell_of_endings(on=SOON) for _twice in range(2)] == [2, 0]
                assert told() == {
                    sam.email: "Your role in the Larkshire team has ended",
                    maya.email: "Larkshire early years team: a role ended on 20 December",
                }

    def test_who_was_told_by_whoever_ended_it_is_not_told_twice(
        self, larkshire: Authority, sam: User, maya: User
    ) -> None:
        with authority_scope(larkshire):
            role = self.given(sam, maya, SOON + timedelta(days=100))
            end_appointment(ROLE, role, ends_on=TODAY, by=maya)
            tell_of_endings(on=TODAY)
            told()
            assert sorted(email.to[0] for email in mail.outbox) == [maya.email, sam.email]

    def test_who_has_the_role_anew_hears_nothing(self, larkshire: Authority, sam: User, maya: User) -> None:
        with authority_scope(larkshire):
            self.given(sam, maya, SOON)
            appoint_to_role(user=sam, role=Role.FINANCE, starts_on=SOON, by=maya)
            deliver()
            tell_of_endings(on=TODAY)
            assert told() == {}
