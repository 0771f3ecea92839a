"""L1, L2, O6: what a case may be closed with, and what may be recorded."""

from __future__ import annotations

from datetime import date

import pytest

from leadership.rules.cases import (
    CaseFacts,
    Finding,
    Ground,
    Outcome,
    decided_at_appointment_stands,
    decision_stands,
    problems_of_publication,
    refusals_to_close,
)
from ofsted.rules.policy import Verdict

MAY, OFFICER, BELOW = Verdict.MAY_LEAD, Verdict.OFFICER_DECIDES, Verdict.BELOW_LINE


@pytest.mark.parametrize(
    ("outcome", "finding", "refused"),
    [
        (Outcome.STOPPED, None, ""),
        (Outcome.STOPPED, Finding(BELOW, 1), "The leader's time has not ended"),
        (Outcome.NOT_NEEDED, None, ""),
        (Outcome.NOT_NEEDED, Finding(MAY, 1), ""),
        (Outcome.NOT_NEEDED, Finding(OFFICER, 1), "The check still finds"),
        (Outcome.MAY_LEAD, None, "The person no longer leads"),
        (Outcome.MAY_LEAD, Finding(OFFICER, 1), ""),
        (Outcome.MAY_LEAD, Finding(OFFICER, 2), "Another judgement counts"),
        (Outcome.MAY_LEAD, Finding(BELOW, 1), "The judgement is below the line"),
        (Outcome.MAY_LEAD, Finding(MAY, 1), "The leading policy now says that the leader may lead"),
    ],
)
def test_l1_a_case_closes_only_with_what_the_next_check_leaves_closed(
    outcome: Outcome, finding: Finding | None, refused: str
) -> None:
    sentences = [
        str(reason) for reason in refusals_to_close(outcome, CaseFacts(Ground.DECISION_NEEDED, 1, finding))
    ]
    assert [sentence[: len(refused)] for sentence in sentences] == ([refused] if refused else [])


@pytest.mark.parametrize(
    ("published_on", "refused"),
    [
        (date(2026, 7, 1), ""),
        (date(2026, 7, 2), "The report must have been published"),
        (date(2026, 6, 1), "A report is published after"),
    ],
)
def test_o6_a_publication_lies_between_the_inspection_and_today(published_on: date, refused: str) -> None:
    found = problems_of_publication(
        inspected_on=date(2026, 6, 20), published_on=published_on, today=date(2026, 7, 1)
    )
    assert [str(reason)[: len(refused)] for reason in found] == ([refused] if refused else [])


@pytest.mark.parametrize(
    ("finding", "decided_on", "stands"),
    [
        (Finding(OFFICER, 1), 1, True),
        (Finding(OFFICER, None), None, True),
        (Finding(OFFICER, 2), 1, False),
        (Finding(BELOW, 1), 1, False),
    ],
)
def test_l2_a_decision_holds_while_the_same_judgement_counts(
    finding: Finding, decided_on: int | None, stands: bool
) -> None:
    assert decision_stands(finding, decided_on_inspection_id=decided_on) is stands


@pytest.mark.parametrize(
    ("verdict", "inspected_on", "published_on", "stands"),
    [
        (MAY, None, None, False),
        (OFFICER, None, None, True),
        (OFFICER, date(2026, 1, 1), None, True),
        (OFFICER, date(2026, 1, 2), None, False),
        (OFFICER, date(2025, 12, 1), date(2026, 1, 2), False),
    ],
)
def test_l2_a_decision_with_the_appointment_holds_for_what_was_known_then(
    verdict: Verdict, inspected_on: date | None, published_on: date | None, stands: bool
) -> None:
    known = {"inspected_on": inspected_on, "published_on": published_on, "starts_on": date(2026, 1, 1)}
    assert decided_at_appointment_stands(Finding(verdict, 1), **known) is stands  # type: ignore[arg-type]
