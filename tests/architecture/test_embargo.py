"""O6: before publication is recorded, nothing outside a leadership case changes.

Everybody who is not on the case's list asks every address of the matrix that they have, with a case that is told
before publication and without it: each pair of answers is the same, and so is what the database was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
import time_machine

from core import pdf
from tests.architecture.conftest import TwoAuthorities, on_stage
from tests.architecture.embargo import NOW, OUTSIDE, Part, asks_of, build, looks_of, told_before_publication
from tests.differential import Differential

pytestmark = pytest.mark.django_db
#: So many routes are one test.
SLICE = 70
SLICES = [
    pytest.param(part, start, id=f"{part.who}-{start}")
    for part in OUTSIDE
    for start in range(0, len(asks_of(part)), SLICE)
]


@pytest.fixture(scope="module")
def stage(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TwoAuthorities]:
    mail = tmp_path_factory.mktemp("embargo") / "mail"
    # A document is what it is made from: its HTML says all that its PDF would say
    paper = mock.patch.object(pdf, "render", lambda html, **_more: html.encode())
    with (
        time_machine.travel(NOW, tick=False),
        django_db_blocker.unblock(),
        paper,
        on_stage(build, mail) as stage,
    ):
        yield stage


@pytest.fixture
def differential(stage: TwoAuthorities) -> Differential:
    def forget() -> None:
        stage.people.people.clear()
        stage.people.affiliations.clear()

    return Differential(
        write=lambda: told_before_publication(stage.own), ask=stage.ask, words="Larkshire", forget=forget
    )


@pytest.mark.parametrize(("part", "start"), SLICES)
def test_o6_nothing_outside_the_case_changes(
    part: Part, start: int, stage: TwoAuthorities, differential: Differential
) -> None:
    routes = asks_of(part)[start : start + SLICE]
    found = differential.problems(lambda case: list(looks_of(part, routes, stage.own, case)))
    assert not found, f"{len(found)} of {differential.asked} answers differ:\n" + "\n".join(found)
