"""C7 in the database: numbers are written, falling below is told once, and nobody is ever removed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from config.schedule import TIMETABLE
from core.scoping import authority_scope
from core.tasks import HEADER
from memberships import tasks
from memberships.models.members import Membership
from memberships.rules.attendance import Standing, StandingKind
from memberships.selectors.standing import standing_of, standings_to_settle
from memberships.services.standing import settle_standings, update_standing
from tests.factories.agreed import agreed
from tests.factories.groups import Group
from tests.outbox import deliver
from ways_of_working.selectors.effective import effective_terms

TODAY = date(2026, 11, 21)
LATER = date(2027, 1, 12)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def in_scope(larkshire: Authority, led: Group) -> Iterator[None]:
    with authority_scope(larkshire), time_machine.travel(TODAY, tick=False):
        yield


def counted(
    membership: Membership, held: int, attended: int, by: User | None, on: date = TODAY
) -> Membership:
    return update_standing(membership=membership, held=held, attended=attended, on=on, by=by)


def standing(membership: Membership, on: date = TODAY) -> Standing:
    return standing_of(membership, terms=effective_terms(membership.collaboration, on=on))


def audit_log() -> list[str]:
    return list(
        Entry.objects.filter(action=Action.STANDING_CHANGED).order_by("pk").values_list("sentence", flat=True)
    )


def test_c7_numbers_are_written_and_the_audit_log_says_so(led: Group, amina: User) -> None:
    membership = counted(led.bluebells, 5, 4, amina)
    assert (membership.meetings_held, membership.meetings_attended, membership.at_risk_since) == (5, 4, None)
    assert audit_log() == ["brought the attendance of Bluebells in Riverside up to date: 4 of 5"]
    counted(led.bluebells, 5, 4, amina)
    assert len(audit_log()) == 1, "the same numbers again change nothing"
    assert deliver() == []


def test_c7_falling_below_is_told_once_and_passing_again_clears_it(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    counted(led.bluebells, 5, 3, amina)
    membership = counted(led.bluebells, 6, 3, None, on=LATER)
    assert membership.at_risk_since == TODAY, "at risk since the day it fell below, not since the last count"
    assert deliver() == ["memberships.attendance_at_risk"]
    assert {email.to[0] for email in mailoutbox} == {"mo@larkshire.example", "lena@larkshire.example"}
    assert standing(membership).kind is StandingKind.AT_RISK
    counted(led.bluebells, 10, 8, amina, on=LATER)
    membership = counted(led.bluebells, 11, 8, amina, on=LATER)
    assert membership.at_risk_since == LATER
    assert deliver() == ["memberships.attendance_at_risk"]
    assert audit_log()[1] == "brought the attendance of Bluebells in Riverside up to date: 3 of 6"
    assert Entry.objects.filter(action=Action.STANDING_CHANGED).order_by("pk")[1].by_name == "The software"


def test_c7_the_emails_say_that_the_group_decides(led: Group, amina: User, mailoutbox: list[Any]) -> None:
    counted(led.bluebells, 5, 3, amina)
    deliver()
    by_person = {email.to[0].split("@")[0]: email for email in mailoutbox}
    assert {email.subject for email in mailoutbox} == {
        "Riverside: meetings in the last 12 months",
        "Riverside: a member and your meetings",
    }
    for email in mailoutbox:
        assert (
            "Bluebells was at 3 of the 5 meetings of Riverside" in email.body
            or "Somebody from Bluebells was at 3" in email.body
        )
        assert (
            "At least 80% is expected. (The usual value, until your local authority sets its own)"
            in email.body
        )
        assert "Nothing happens by itself." in email.body
        assert email.alternatives
    assert "Ask what would help." in by_person["lena"].body
    assert "tell your leaders" in by_person["mo"].body


def test_c7_no_email_when_it_has_made_up_for_it_before_it_was_sent(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    counted(led.bluebells, 5, 3, amina)
    counted(led.bluebells, 5, 5, amina)
    deliver()
    assert mailoutbox == []


def test_c7_a_leader_of_the_member_itself_gets_one_email(
    led: Group, amina: User, mailoutbox: list[Any]
) -> None:
    counted(led.acorns, 2, 1, amina)
    deliver()
    assert [email.to for email in mailoutbox] == [["lena@larkshire.example"]]


def test_c7_no_threshold_and_nothing_held_pass(led: Group, amina: User) -> None:
    assert counted(led.caras, 0, 0, amina).at_risk_since is None
    assert standing(led.caras).kind is StandingKind.NOT_YET
    assert counted(led.bluebells, 5, 0, amina).at_risk_since == TODAY
    agreed(led.collaboration, amina, on=LATER, values={"attendance_threshold": "none"})
    assert counted(led.bluebells, 5, 0, amina, on=LATER - DAY).at_risk_since == TODAY
    assert counted(led.bluebells, 5, 0, amina, on=LATER).at_risk_since is None, (
        "the group gives the threshold up"
    )


@pytest.mark.parametrize(("day", "at_risk"), [(LATER - DAY, False), (LATER, True), (LATER + DAY, True)])
def test_c7_the_threshold_is_that_of_the_day(
    led: Group, amina: User, day: date, at_risk: bool, mailoutbox: list[Any]
) -> None:
    agreed(led.collaboration, amina, on=LATER, values={"attendance_threshold": "90"})
    membership = counted(led.bluebells, 10, 8, amina, on=day)
    assert (membership.at_risk_since is not None) is at_risk
    deliver()
    bodies = [email.body for email in mailoutbox]
    assert all(
        "The members agreed on at least 90%. (Ways of working, section 1.9, version 1, adopted on 12 January"
        " 2027)" in body
        for body in bodies
    )
    assert len(bodies) == (2 if at_risk else 0)


def test_c7_how_many_may_be_missed_follows_the_agreement(led: Group, amina: User) -> None:
    agreed(led.collaboration, amina, on=LATER, values={"attendance_threshold": "50"})
    membership = counted(led.bluebells, 8, 8, amina)
    assert standing(membership).may_miss == 2
    assert standing(membership, on=LATER).may_miss == 8
    assert standing(membership, on=LATER).threshold == 50


def test_c7_nobody_is_removed_by_it(led: Group, amina: User) -> None:
    membership = counted(led.bluebells, 20, 0, amina)
    assert membership.left_on is None
    assert led.mo.has_perm("collaborations.view_collaboration", led.collaboration)


@pytest.mark.parametrize(
    ("numbers", "field"), [((5, 6), "attended"), ((5, -1), "attended"), ((-1, 0), "held")]
)
def test_c7_numbers_that_cannot_be_are_refused(
    led: Group, amina: User, numbers: tuple[int, int], field: str
) -> None:
    held, attended = numbers
    with pytest.raises(ValidationError) as refused:
        counted(led.bluebells, held, attended, amina)
    assert set(refused.value.message_dict) == {field}


def test_c7_a_new_threshold_reaches_those_who_were_counted_before(
    led: Group, amina: User, mailoutbox: list[Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    counted(led.acorns, 10, 9, amina)
    counted(led.bluebells, 10, 7, amina)
    assert standings_to_settle(on=TODAY) == []
    agreed(led.collaboration, amina, on=LATER, values={"attendance_threshold": "70"})
    assert standings_to_settle(on=LATER - DAY) == []
    with django_assert_num_queries(2):
        assert standings_to_settle(on=LATER) == [led.bluebells]
    assert settle_standings(on=LATER) == 1
    assert settle_standings(on=LATER) == 0, "a second run has nothing to do"
    led.bluebells.refresh_from_db()
    assert led.bluebells.at_risk_since is None
    agreed(led.collaboration, amina, on=LATER + DAY, values={"attendance_threshold": "95"})
    deliver()
    mailoutbox.clear()
    assert settle_standings(on=LATER + DAY) == 2
    deliver()
    assert "at least 95%" in mailoutbox[0].body
    assert Membership.objects.filter(at_risk_since=LATER + DAY).count() == 2


def test_c7_the_timetable_settles_each_authority_by_itself(led: Group, amina: User) -> None:
    counted(led.bluebells, 10, 7, amina)
    agreed(led.collaboration, amina, on=TODAY, values={"attendance_threshold": "none"})
    tasks.settle_standings_here.apply(headers={HEADER: led.collaboration.authority_id}).get()
    led.bluebells.refresh_from_db()
    assert led.bluebells.at_risk_since is None
    assert TIMETABLE["settle standings"]["task"] == tasks.settle_standings_everywhere.name
