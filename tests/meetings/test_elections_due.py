"""When an election is due again, and what home says of elections: G6."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.frame.lines import Line, lines_of_groups, lines_of_settings, personal_lines
from core.frame.visitor import Visitor
from meetings.models.elections import Nomination
from meetings.services.elections_due import tell_of_elections_due
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.offices import give_office
from tests.factories.elections import called, nominated
from tests.factories.groups import Group
from tests.factories.terms import adopted
from tests.outbox import deliver

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
TODAY = date(2026, 11, 10)
UNTIL, START = date(2026, 11, 24), date(2026, 12, 8)


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture, in_larkshire: Authority) -> None:
    time_machine.move_to(NOW, tick=False)


def after_nominations(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(datetime.fromisoformat("2026-11-25T09:00:00+00:00"), tick=False)


def chair_from(
    led: Group, person: User, starts_on: date, ends_on: date | None, office: str = "chair"
) -> OfficeHolder:
    membership = next(
        row
        for row in (led.acorns, led.bluebells, led.caras)
        if SettingRole.objects.filter(user=person, provider=row.provider_id).exists()
    )
    facts: dict[str, Any] = {"starts_on": starts_on, "ends_on": ends_on, "decision": "Agreed."}
    by = led.lena if person != led.lena else led.mo
    return give_office(membership=membership, user=person, office=office, **facts, by=by)


# --- due again ----------------------------------------------------------------------------------------------


def test_g6_an_election_is_due_two_months_before_a_term_ends(led: Group, mailoutbox: list[Any]) -> None:
    chair_from(led, led.mo, date(2026, 1, 1), date(2027, 1, 9))  # due from 9 November
    assert tell_of_elections_due(on=date(2026, 11, 8)) == 0
    assert tell_of_elections_due(on=date(2026, 11, 10)) == 2  # Lena leads, Mo chairs; a night was missed
    assert tell_of_elections_due(on=date(2026, 11, 11)) == 0
    deliver()
    assert {mail.to[0].split("@")[0] for mail in mailoutbox} == {"lena", "mo"}
    assert mailoutbox[0].subject == "Riverside: elect a chair, the term ends on 8 January"
    assert "/elections/call/?office=chair" in mailoutbox[0].body


@pytest.mark.parametrize("why", ["called", "follows", "no end", "safeguarding"])
def test_g6_it_is_not_due_where_somebody_is_to_follow_or_an_election_is_called(led: Group, why: str) -> None:
    ends = None if why == "no end" else date(2027, 1, 9)
    chair_from(
        led, led.mo, date(2026, 1, 1), ends, office="safeguarding" if why == "safeguarding" else "chair"
    )
    if why == "called":
        called(led.collaboration, led.lena)
    if why == "follows":
        chair_from(led, led.cara, date(2027, 1, 9), date(2028, 1, 9))
    assert tell_of_elections_due(on=TODAY) == 0
    assert not [line for line in of_group(led) if line.what.startswith("Elect a")]


# --- lines --------------------------------------------------------------------------------------------------


def of_group(led: Group, on: date = TODAY) -> list[Line]:
    lines = lines_of_groups(Visitor(led.lena, on), [led.collaboration])
    return [line for line in lines if "elections" in line.url]


def of_setting(led: Group, person: User, membership: Membership, on: date = TODAY) -> list[str]:
    lines = lines_of_settings(Visitor(person, on), [membership.provider])
    return [line.what for line in lines if "elections" in line.url]


def of_person(person: User, on: date = TODAY) -> list[Line]:
    visitor = Visitor(person, on)
    return [line for give in personal_lines for line in give(visitor) if "elections" in line.url]


def test_g6_home_says_what_an_election_asks(led: Group) -> None:
    chair_from(led, led.cara, date(2026, 1, 1), date(2027, 1, 9))
    [due] = of_group(led)
    assert due.what == "Elect a chair: the term of Cara Finch ends"
    assert due.due_on == date(2027, 1, 8)
    election = called(led.collaboration, led.lena)
    assert of_group(led) == []
    assert of_setting(led, led.mo, led.bluebells) == ["Nominate somebody as chair, or yourself"]
    nominated(election, led.mo, led.cara)
    assert of_setting(led, led.mo, led.bluebells) == []
    assert of_setting(led, led.cara, led.caras) == []
    [line] = of_person(led.mo)
    assert line.what == "You are nominated as chair: will you stand?"
    assert line.url.endswith(f"/nominations/{Nomination.objects.get().pk}/")
    assert of_person(led.cara) == []
    nominated(election, led.mo, led.cara, stands=True)
    assert of_person(led.mo) == []
    after = UNTIL + timedelta(days=1)
    [over] = of_group(led, after)
    assert over.what == "Nominations for the chair are over: record what comes of it"
    assert of_setting(led, led.lena, led.acorns, after) == []


def test_g6_an_election_that_waits_to_be_opened_is_a_line(led: Group) -> None:
    called(led.collaboration, led.lena, opens_now=False)
    assert [line.what for line in of_group(led)] == ["Open nominations for the chair"]
    assert of_setting(led, led.mo, led.bluebells) == []


def test_g6_the_term_is_that_of_the_ways_of_working(led: Group) -> None:
    adopted(led.collaboration, led.lena, on=date(2026, 11, 9), texts={}, values={"chair_term_months": "24"})
    assert called(led.collaboration, led.lena).term_months == 24
