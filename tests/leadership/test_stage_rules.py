"""L3, O6: how a case goes on, what comes next, and when somebody may be asked. No database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from core.moves import diagram_of, next_moves, table_of
from leadership.rules.cases import CaseFacts, Finding, Ground, Outcome, is_published, refusals_to_close
from leadership.rules.guide import Deed, Situation, next_step
from leadership.rules.stages import (
    BEFORE_CONTACT,
    OPEN_STAGES,
    STAGE_MOVES,
    Actor,
    Haste,
    Need,
    Stage,
    Standing,
    due_on,
    haste_of,
    refusals_to_move,
    refusals_to_talk,
    stage_after_letter,
)
from leadership.rules.steps import refusals_to_contact
from leadership.rules.support import SHIPPED_DAYS
from ofsted.rules.policy import Verdict

S = Stage
ACTS_OUTSIDE = {S.SUCCESSION, S.STEPPED_DOWN, S.STAYS}
MAY, OFFICER, BELOW = Verdict.MAY_LEAD, Verdict.OFFICER_DECIDES, Verdict.BELOW_LINE
ORDINARY = Standing(S.SUCCESSION, is_published=True, still_leads=False, has_talked=True, letter_sent=True)


def test_l3_the_page_shows_the_table_and_the_diagram_of_a_case() -> None:
    page = (Path(settings.BASE_DIR) / "docs/rules/L3.md").read_text()
    assert table_of(STAGE_MOVES) in page
    assert diagram_of(STAGE_MOVES, S, S.OPENED) in page


def test_l3_each_move_stands_once_and_only_closed_is_left_by_nobody() -> None:
    pairs = [(row.start, row.to) for row in STAGE_MOVES]
    assert len(pairs) == len(set(pairs))
    assert set(S) - {row.start for row in STAGE_MOVES} == {S.CLOSED}
    assert set(S) - {row.to for row in STAGE_MOVES} == {S.OPENED}


@given(
    st.lists(
        st.tuples(st.sampled_from(Actor), st.sampled_from(S), st.booleans(), st.booleans(), st.booleans())
    )
)
def test_l3_whatever_people_try_nothing_acts_outside_before_publication(
    tries: list[tuple[Actor, Stage, bool, bool, bool]],
) -> None:
    """Any people, in any order, with any facts: publication is never taken back, and closed stays closed."""
    stage, published = S.OPENED, False
    for actor, to, news, leads, letter in tries:
        published = published or news
        case = Standing(stage, published, still_leads=leads, has_talked=True, letter_sent=letter)
        allowed = {row.to for row in next_moves(STAGE_MOVES, stage, actor)}
        if to not in allowed or refusals_to_move(to, case):
            continue
        assert stage is not S.CLOSED
        assert published or to not in ACTS_OUTSIDE
        assert to is not S.STEPPED_DOWN or not leads
        assert to is not S.PUBLICATION or letter
        stage = to
    assert stage in S


@pytest.mark.parametrize("to", sorted(ACTS_OUTSIDE))
def test_o6_no_move_that_acts_outside_is_made_before_publication(to: Stage) -> None:
    moves = [row for row in STAGE_MOVES if row.to == to]
    assert moves
    for row in moves:
        case = Standing(row.start, is_published=False, still_leads=False, has_talked=True, letter_sent=True)
        assert [reason.code for reason in refusals_to_move(S(to), case)] == ["O6"]


@pytest.mark.parametrize(
    ("to", "case", "refused"),
    [
        (S.STEPPED_DOWN, ORDINARY, ""),
        (S.OPENED, ORDINARY, "This case has moved on"),
        (S.CONTACT, Standing(S.CLOSED, True, False, True, True), "This case has moved on"),
        (S.STEPPED_DOWN, Standing(S.SUCCESSION, True, True, True, True), "The leader's time has not ended"),
        (S.PUBLICATION, Standing(S.LETTER, False, True, True, False), "The letter has not been sent yet"),
    ],
)
def test_l3_a_move_that_cannot_be_made_says_why(to: Stage, case: Standing, refused: str) -> None:
    sentences = [str(reason)[: len(refused)] for reason in refusals_to_move(to, case)]
    assert sentences == ([refused] if refused else [])


def test_l3_only_the_product_opens_the_succession_and_only_managers_assign() -> None:
    assert {row.actor for row in STAGE_MOVES if row.to is S.SUCCESSION} == {Actor.PRODUCT}
    assert {row.actor for row in STAGE_MOVES if row.to is S.CONTACT} == {Actor.MANAGER}
    assert all(Need.OUTCOME in row.needs for row in STAGE_MOVES if row.to is S.CLOSED)


def test_l3_nobody_waits_for_a_report_that_is_out() -> None:
    assert stage_after_letter(is_published=True) is S.SUCCESSION
    assert stage_after_letter(is_published=False) is S.PUBLICATION


@pytest.mark.parametrize("stage", list(S))
def test_l3_the_first_conversation_comes_before_any_other(stage: Stage) -> None:
    assert bool(refusals_to_talk(stage)) is (stage in BEFORE_CONTACT)


@pytest.mark.parametrize(
    ("published", "talked", "codes"),
    [(False, False, ["O6", "L3"]), (False, True, ["O6"]), (True, False, ["L3"]), (True, True, [])],
)
def test_l3_somebody_is_asked_after_publication_and_after_the_talk(
    published: bool, talked: bool, codes: list[str]
) -> None:
    reasons = refusals_to_contact(is_published=published, is_talked_over=talked)
    assert [reason.code for reason in reasons] == codes


@pytest.mark.parametrize(
    ("today", "haste"),
    [
        (date(2026, 7, 3), Haste.NONE),
        (date(2026, 7, 4), Haste.SOON),
        (date(2026, 7, 6), Haste.SOON),
        (date(2026, 7, 7), Haste.LATE),
    ],
)
def test_l3_a_step_has_its_day_and_is_due_two_days_before_it(today: date, haste: Haste) -> None:
    due = due_on(S.CONTACT, date(2026, 7, 1), SHIPPED_DAYS)
    assert due == date(2026, 7, 6)
    assert haste_of(due, today, 2) is haste


def test_l3_what_waits_for_somebody_else_has_no_day() -> None:
    assert due_on(S.PUBLICATION, date(2026, 7, 1), SHIPPED_DAYS) is None
    assert haste_of(None, date(2026, 7, 1), 2) is Haste.NONE


@pytest.mark.parametrize(
    ("case", "deed"),
    [
        (Situation(S.OPENED), Deed.ASSIGN),
        (Situation(S.CONTACT), Deed.CONTACT),
        (Situation(S.SUPPORT), Deed.SUPPORT),
        (Situation(S.LETTER), Deed.LETTER),
        (Situation(S.PUBLICATION), Deed.OUTCOME),
        (Situation(S.PUBLICATION, has_outcome=True), Deed.PUBLISH),
        (Situation(S.SUCCESSION), Deed.TALK_SUCCESSION),
        (Situation(S.SUCCESSION, is_talked_over=True), Deed.SUCCESSOR),
        (Situation(S.SUCCESSION, is_talked_over=True, has_successor=True), Deed.NOTHING),
        (
            Situation(S.SUCCESSION, is_talked_over=True, has_successor=True, successor_agrees=True),
            Deed.APPOINT,
        ),
        (
            Situation(
                S.SUCCESSION,
                is_talked_over=True,
                has_successor=True,
                successor_agrees=True,
                successor_leads=True,
            ),
            Deed.END,
        ),
        (Situation(S.SUCCESSION, still_leads=False), Deed.STEPPED_DOWN),
        (Situation(S.STEPPED_DOWN), Deed.CLOSE),
        (Situation(S.STAYS), Deed.SWITCHES),
        (Situation(S.STAYS, is_paused=True), Deed.CLOSE),
        (Situation(S.SUPPORT, is_paused=True), Deed.SUPPORT),
        (Situation(S.SUPPORT, nothing_found=True), Deed.CLOSE),
        (Situation(S.SUCCESSION, nothing_found=True, still_leads=False), Deed.STEPPED_DOWN),
        (Situation(S.CLOSED, nothing_found=True), Deed.NOTHING),
        (Situation(S.CLOSED), Deed.NOTHING),
    ],
)
def test_l3_a_case_has_one_next_step(case: Situation, deed: Deed) -> None:
    step = next_step(case)
    assert step.deed is deed
    assert bool(step.title) is (case.stage is not S.CLOSED)


@pytest.mark.parametrize("stage", OPEN_STAGES)
def test_l3_no_sentence_of_the_next_step_blames(stage: Stage) -> None:
    words = f"{next_step(Situation(stage)).title} {next_step(Situation(stage)).words}".lower()
    assert words.strip()
    for blame in ("fail", "resign", "remove", "inadequate", "must ", "fault", "poor"):
        assert blame not in words


@pytest.mark.parametrize(
    ("ground", "published_on", "published"),
    [
        (Ground.TOLD, None, False),
        (Ground.OTHER, None, False),
        (Ground.TOLD, date(2026, 7, 1), True),
        (Ground.BELOW_LINE, None, True),
    ],
)
def test_o6_what_the_check_finds_is_published(
    ground: Ground, published_on: date | None, published: bool
) -> None:
    assert is_published(ground, published_on) is published


@pytest.mark.parametrize(
    ("outcome", "facts", "refused"),
    [
        (Outcome.SUCCEEDED, CaseFacts(Ground.BELOW_LINE, 1, None), ""),
        (
            Outcome.SUCCEEDED,
            CaseFacts(Ground.BELOW_LINE, 1, Finding(BELOW, 1)),
            "The leader's time has not ended",
        ),
        (Outcome.STAYS, CaseFacts(Ground.BELOW_LINE, 1, Finding(BELOW, 1), S.STAYS), ""),
        (Outcome.STAYS, CaseFacts(Ground.BELOW_LINE, 1, Finding(MAY, 2), S.STAYS), ""),
        (
            Outcome.STAYS,
            CaseFacts(Ground.BELOW_LINE, 1, Finding(BELOW, 2), S.STAYS),
            "Another judgement counts",
        ),
        (
            Outcome.STAYS,
            CaseFacts(Ground.BELOW_LINE, 1, Finding(BELOW, 1), S.SUCCESSION),
            "Record first that the leader stays",
        ),
        (Outcome.STAYS, CaseFacts(Ground.BELOW_LINE, 1, None, S.STAYS), "The person no longer leads"),
        (Outcome.NEVER_PUBLISHED, CaseFacts(Ground.TOLD, None, Finding(MAY, 1), S.PUBLICATION, False), ""),
        (Outcome.NEVER_PUBLISHED, CaseFacts(Ground.OTHER, None, None, S.CONTACT, False), ""),
        (
            Outcome.NEVER_PUBLISHED,
            CaseFacts(Ground.TOLD, None, Finding(OFFICER, 1), S.CONTACT, False),
            "The check still finds",
        ),
        (
            Outcome.NEVER_PUBLISHED,
            CaseFacts(Ground.TOLD, None, Finding(MAY, 1), S.CONTACT, True),
            "The report is published",
        ),
    ],
)
def test_l3_a_case_of_the_conversation_closes_with_what_the_check_leaves_closed(
    outcome: Outcome, facts: CaseFacts, refused: str
) -> None:
    sentences = [str(reason)[: len(refused)] for reason in refusals_to_close(outcome, facts)]
    assert sentences == ([refused] if refused else [])
