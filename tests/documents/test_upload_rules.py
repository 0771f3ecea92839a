"""The table of an upload's steps, for Ofsted's file and for spreadsheets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from documents.rules import (
    OPEN_UPLOADS,
    STUCK_AFTER,
    UPLOAD_TRANSITIONS,
    WORKING_UPLOADS,
    UploadMover,
    UploadState,
    UploadStep,
    upload_after,
    upload_diagram,
    upload_may_be_put_aside,
    upload_table,
)
from documents.views.mixins import UPLOAD_COLOURS
from exchange.services.intake import UPLOADS
from ofsted.services.runs import LOADS

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FINAL = {UploadState.LOADED, UploadState.DISCARDED}


def test_a_step_leads_to_one_state() -> None:
    pairs = [(row.start, row.step) for row in UPLOAD_TRANSITIONS]
    assert len(pairs) == len(set(pairs))
    assert {row.step for row in UPLOAD_TRANSITIONS} == set(UploadStep)
    assert {row.mover for row in UPLOAD_TRANSITIONS} == set(UploadMover)


def test_what_is_loaded_or_put_aside_stays_so_and_everything_else_can_go_on() -> None:
    assert {row.start for row in UPLOAD_TRANSITIONS} == {None, *set(UploadState) - FINAL}
    assert not [step for step in UploadStep for state in FINAL if upload_after(state, step)]


def test_every_state_is_reached_from_the_beginning() -> None:
    reached: set[UploadState | None] = {None}
    for _step in UploadStep:
        reached |= {row.to for row in UPLOAD_TRANSITIONS if row.start in reached}
    assert reached == {None, *UploadState}


def test_only_a_task_loads_and_only_what_an_officer_confirmed() -> None:
    assert [(row.start, row.mover) for row in UPLOAD_TRANSITIONS if row.to == UploadState.LOADED] == [
        (UploadState.LOADING, UploadMover.TASK)
    ]
    assert [
        (row.start, row.step, row.mover) for row in UPLOAD_TRANSITIONS if row.to == UploadState.LOADING
    ] == [
        (None, UploadStep.LOAD_AT_ONCE, UploadMover.OPERATOR),
        (UploadState.READY, UploadStep.CONFIRM, UploadMover.OFFICER),
    ]


def test_work_fails_or_is_shown_and_what_waits_does_neither() -> None:
    assert {row.start for row in UPLOAD_TRANSITIONS if row.mover == UploadMover.TASK} == WORKING_UPLOADS
    assert {row.start for row in UPLOAD_TRANSITIONS if row.step == UploadStep.FAIL} == WORKING_UPLOADS
    assert {UploadState.READY} == OPEN_UPLOADS - WORKING_UPLOADS


@pytest.mark.parametrize(
    ("state", "asked_for", "allowed"),
    [
        ("reading", STUCK_AFTER, False),
        ("reading", STUCK_AFTER + timedelta(seconds=1), True),
        ("reading", None, True),
        ("ready", timedelta(0), True),
        ("loading", timedelta(0), False),
        ("loading", STUCK_AFTER + timedelta(seconds=1), True),
        ("failed", None, True),
        ("loaded", None, False),
        ("discarded", None, False),
    ],
)
def test_what_may_be_put_aside(state: str, asked_for: timedelta | None, allowed: bool) -> None:
    asked_at = None if asked_for is None else NOW - asked_for
    assert upload_may_be_put_aside(state, asked_at=asked_at, at=NOW) is allowed


@pytest.mark.parametrize("kind", [LOADS, UPLOADS], ids=["Ofsted's file", "spreadsheets"])
def test_a_subject_names_the_work_of_both_states_and_logs_the_steps_of_the_table(kind: object) -> None:
    assert set(kind.works) == WORKING_UPLOADS  # type: ignore[attr-defined]
    assert {UploadStep.KEEP, UploadStep.SHOW, UploadStep.APPLY, UploadStep.FAIL, UploadStep.PUT_ASIDE} <= set(
        kind.actions
    )  # type: ignore[attr-defined]


def test_every_state_has_its_colour() -> None:
    assert set(UPLOAD_COLOURS) == set(UploadState)


def test_the_page_shows_the_table_and_the_diagram_as_the_rule_has_them() -> None:
    page = (Path(settings.BASE_DIR) / "docs/uploads.md").read_text()
    assert upload_table() in page
    assert upload_diagram() in page
