"""O6: before publication is recorded, nothing outside a leadership case changes.

Everybody who is not on the case's list asks every address of the matrix that they have, with a case that is
told before publication and without it: each pair of answers is the same, and so is what the database was
asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from core import pdf
from core.frame.lines import Line
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from tests.architecture.authorities import AuthorityWithRows
from tests.architecture.conftest import TwoAuthorities, on_stage
from tests.architecture.embargo import (
    ALL_ENDPOINTS,
    EVERYBODY,
    NOW,
    OUTSIDE,
    Case,
    build,
    emails_of_the_timetable,
    glances_at_exports,
    is_of_cases,
    looks_at,
    read_by_the_platform,
    readers_of,
    told_before_publication,
)
from tests.architecture.routes import ROUTES
from tests.differential import Differential, Glance, Look

pytestmark = pytest.mark.django_db
#: So many routes are one test.
SLICE = 2 if EVERYBODY else 25
#: A Sunday and a Monday.
MORNINGS = (date(2026, 12, 6), date(2026, 12, 7))
SLICES = range(0, len(ROUTES), SLICE)


@dataclass(frozen=True, slots=True)
class Stage:
    two: TwoAuthorities
    mail: Path

    @property
    def own(self) -> AuthorityWithRows:
        return self.two.own

    def ask(self, who: str, method: str, path: str, **sent: Any) -> Any:
        return self.two.ask(who, method, path, at_the_end=would_be_committed, **sent)

    def differential(self) -> Differential:
        kept = set(self.mail.rglob("*"))

        def forget() -> None:
            self.two.people.people.clear()
            self.two.people.affiliations.clear()
            for path in set(self.mail.rglob("*")) - kept:
                path.unlink()  # the demonstration shows emails that were sent

        return Differential(
            write=lambda: told_before_publication(self.own), ask=self.ask, words="Larkshire", forget=forget
        )


def would_be_committed(response: Any) -> None:
    """A row that a case holds back is told by a foreign key when the request is committed, not before."""
    if response.status_code == 302 and not connection.needs_rollback:
        try:
            with transaction.atomic():
                connection.check_constraints()
        except IntegrityError as error:
            response.status_code, response.content = 500, str(error).encode()


@pytest.fixture(scope="module")
def two_authorities(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TwoAuthorities]:
    """The stage of the matrix, with nobody's case, at a time that stands still."""
    mail = tmp_path_factory.mktemp("embargo") / "mail"
    # A document is what it is made from: its HTML says all that its PDF would say
    paper = mock.patch.object(pdf, "render", lambda html, **_more: html.encode())
    still = time_machine.travel(NOW, tick=False)
    with still, django_db_blocker.unblock(), paper, on_stage(build, mail) as two:
        yield two


@pytest.fixture
def stage(two_authorities: TwoAuthorities) -> Stage:
    return Stage(two_authorities, settings.MAIL_ROOT)


@pytest.fixture
def differential(stage: Stage) -> Differential:
    return stage.differential()


@pytest.mark.may_take(30)  # some fifty pages, each made twice with all that it shows
@pytest.mark.parametrize("start", SLICES)
def test_o6_nothing_outside_the_case_changes(start: int, stage: Stage, differential: Differential) -> None:
    asked: list[Look] = []

    def looks(case: Case) -> list[Look]:
        asked[:] = [
            look for route in ROUTES[start : start + SLICE] for look in looks_at(route, stage.own, case)
        ]
        return asked

    found = differential.problems(looks)
    assert not found, f"{len(found)} of {differential.asked} answers differ:\n" + "\n".join(found)
    unknown = sum(is_of_cases(ALL_ENDPOINTS[look.route]) for look in asked)
    refused = sum(number for (_method, status), number in differential.statuses.items() if status > 400)
    assert refused == unknown, "what is asked is there, but for the case's own addresses"


def test_o6_everybody_outside_is_asked() -> None:
    turns = Counter(part.who for route in ROUTES for part in readers_of(route))
    assert {part.who for part in OUTSIDE} == set(turns)
    assert (
        min(turns[who] for who in ("officer", "finance", "quality lead", "auditor", "leader", "member")) > 30
    )


def test_o6_no_sheet_changes(stage: Stage, differential: Differential) -> None:
    found = differential.problems(lambda _case: glances_at_exports(stage.own))
    assert differential.asked > 50
    assert not found, "\n".join(found)


@pytest.mark.may_take(45)  # the whole timetable, twice on two days
def test_o6_no_email_of_the_timetable_changes(stage: Stage, differential: Differential) -> None:
    """The weekly email, the daily one, reminders: on a Sunday, when everybody's day for the week's email has
    come, and on the next day.

    The product's own work reads the case (the check, reminders to its officer), so its questions are not
    compared.
    """
    emails: list[str] = []

    def look() -> list[str]:
        emails[:] = emails_of_the_timetable(stage.own, MORNINGS)
        return emails

    found = differential.problems(lambda _case: [Glance("emails of the timetable", look, counts=False)])
    assert len(emails) > 5
    assert not found, "\n".join(found)


def test_o6_the_platform_reads_the_same(differential: Differential) -> None:
    looks = [Glance("figures of the platform", lambda: list(read_by_the_platform()))]
    assert not differential.problems(lambda _case: looks)


def test_o6_whoever_opens_a_case_of_the_same_leader_is_led_elsewhere(
    stage: Stage, differential: Differential
) -> None:
    """The one difference that is meant (decision 0079): one leader has one case, and its list stays as it is."""
    leads = stage.own.rows["concerned leader"]
    act = Look(
        "officer", "post", "/larkshire/leadership/open/", data=(("leader", leads), ("words", "Asked to talk"))
    )
    (problem,) = differential.problems(lambda _case: [act])
    assert "with it: Location: /larkshire/leadership/\n" in problem


@pytest.mark.parametrize(
    ("who", "path"),
    [("second officer", ""), ("manager", "leadership/"), ("leader concerned", "")],
)
def test_o6_whoever_is_on_the_list_reads_it(who: str, path: str, differential: Differential) -> None:
    assert differential.problems(lambda _case: [Look(who, "get", f"/larkshire/{path}")])


# --- it can fail --------------------------------------------------------------------------------------------


def leaks_a_number(*_args: Any, **_more: Any) -> list[Line]:
    with every_case():
        return [Line(f"{LeadershipCase.objects.count()} settings", "/")]


def asks_once_more(*_args: Any, **_more: Any) -> list[Line]:
    with every_case():
        if LeadershipCase.objects.exists():
            LeadershipCase.objects.count()
    return []


@pytest.mark.parametrize(
    ("leak", "shown", "hidden"),
    [
        (leaks_a_number, ("without: ", "0 settings", "1 settings"), "statements"),
        (asks_once_more, ("statements", "SELECT COUNT(*)"), "lines, number"),
    ],
)
def test_o6_a_leak_is_found_and_named(
    leak: Any, shown: tuple[str, ...], hidden: str, differential: Differential
) -> None:
    """One number on home, and one question more: the route, who looks, and what differs."""
    home = Look("officer", "get", "/larkshire/", "home")
    with mock.patch("leadership.lines.settings_to_look_at", leak):
        (problem,) = differential.problems(lambda _case: [home])
    assert problem.startswith("home: officer GET /larkshire/\n")
    assert all(words in problem for words in shown), problem
    assert hidden not in problem
    assert differential.problems(lambda _case: [home]) == []
