"""S4, S7: what an officer sees of a claim, what the criteria suggest, waivers, conflicts, corrections. No
database.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from supplement.rules.assessing import (
    Suggestion,
    Tie,
    conflict,
    missing_kinds,
    new_since,
    refusals_to_correct,
    refusals_to_take_back,
    refusals_to_waive,
    standings_of,
    suggested,
    unmet_first,
    why_other_than_suggested,
)
from supplement.rules.claims import Assessment, ClaimState
from supplement.rules.criteria import Consequence, Criterion, Kind
from supplement.rules.deciding import Evidence, Finding, Standing, Verdict
from supplement.rules.facts import Waiver

ON = date(2026, 11, 30)
SEEN = Evidence(1, ON, "2 meetings held")


def finding(
    kind: Kind = Kind.MEETINGS,
    standing: Standing = Standing.UNMET,
    consequence: Consequence = Consequence.WARN,
    member: int | None = None,
    *,
    may_be_waived: bool = True,
) -> Finding:
    criterion = Criterion(kind, consequence, 3, reduce_percent=10, may_be_waived=may_be_waived)
    waiver = Waiver(kind, "Amina", ON, "Flood") if standing is Standing.WAIVED else None
    return Finding(criterion, standing, member, SEEN, ON, waiver)


def verdict(*findings: Finding) -> Verdict:
    return Verdict(findings, frozenset())


def test_s7_what_is_not_met_stands_first() -> None:
    rows = [finding(standing=standing) for standing in reversed(Standing)]
    order = [Standing.UNMET, Standing.OPEN, Standing.WAIVED, Standing.MET]
    assert [row.standing for row in unmet_first(rows)] == order


def test_s7_a_criterion_that_several_members_miss_is_named_once() -> None:
    rows = verdict(
        finding(Kind.RETURN, member=1),
        finding(Kind.RETURN, member=2),
        finding(Kind.MANDATE, Standing.OPEN, member=2),
        finding(Kind.TENURE, Standing.MET, member=2),
        finding(Kind.PLAN, Standing.WAIVED),
    )
    assert missing_kinds(rows) == [Kind.RETURN, Kind.MANDATE]


def test_s7_new_is_what_stands_otherwise_than_at_the_last_look() -> None:
    before = verdict(finding(), finding(Kind.RETURN, member=7), finding(Kind.PLAN, Standing.MET))
    seen = standings_of(before)
    assert new_since(None, seen) == frozenset()
    assert new_since(seen, seen) == frozenset()
    after = verdict(
        replace(finding(), evidence=Evidence(2, ON, "3 meetings held")),
        finding(Kind.RETURN, Standing.MET, member=7),
        finding(Kind.RETURN, member=8),
        finding(Kind.PLAN, Standing.MET),
    )
    assert new_since(seen, standings_of(after)) == {"meetings", "return 7", "return 8"}


def test_s7_a_number_that_grows_each_day_is_no_news() -> None:
    tenure = replace(finding(Kind.TENURE, Standing.MET, member=7), evidence=Evidence(40, ON, "Since 1 May"))
    tomorrow = replace(tenure, evidence=Evidence(41, date(2026, 12, 1), "Since 1 May"))
    assert standings_of(verdict(tenure)) == standings_of(verdict(tomorrow))
    alone = replace(finding(Kind.ACTIVE_MEMBERS), evidence=Evidence(4, ON))
    assert standings_of(verdict(alone)) == {"active_members": ["unmet", "4"]}
    nothing = replace(finding(Kind.PLAN), evidence=None)
    unknown = replace(finding(Kind.PAYEE), evidence=Evidence(None, ON))
    assert standings_of(verdict(nothing, unknown)) == {"plan": ["unmet", ""], "payee": ["unmet", ""]}


U, OPEN, M = Standing.UNMET, Standing.OPEN, Standing.MET
C = Consequence


@pytest.mark.parametrize(
    ("rows", "assessment"),
    [
        ([], Assessment.ELIGIBLE),
        ([finding(standing=M, consequence=C.BLOCK)], Assessment.ELIGIBLE),
        ([finding(consequence=C.WARN), finding(consequence=C.HOLD)], Assessment.ELIGIBLE),
        ([finding(standing=Standing.WAIVED, consequence=C.BLOCK)], Assessment.ELIGIBLE),
        ([finding(consequence=C.REDUCE)], Assessment.PART),
        ([finding(Kind.RETURN, U, C.EXCLUDE, 1), finding(Kind.RETURN, M, C.EXCLUDE, 2)], Assessment.PART),
        ([finding(Kind.RETURN, U, C.EXCLUDE, 1), finding(Kind.MANDATE, U, C.EXCLUDE, 2)], Assessment.NOT),
        ([finding(consequence=C.BLOCK), finding(consequence=C.REDUCE)], Assessment.NOT),
        ([finding(standing=OPEN, consequence=C.BLOCK)], Assessment.ELIGIBLE),
    ],
)
def test_s7_what_the_criteria_suggest(rows: list[Finding], assessment: Assessment) -> None:
    assert suggested(verdict(*rows)).assessment is assessment


def test_s7_a_suggestion_names_why_and_what_may_change_it() -> None:
    blocks, less = finding(consequence=C.BLOCK), finding(consequence=C.REDUCE)
    waits, note = finding(Kind.PLAN, OPEN, C.HOLD), finding(Kind.PAYEE, OPEN, C.WARN)
    made = suggested(verdict(blocks, less, waits, note))
    assert (made.because, made.still_open) == ((blocks,), (waits,))


@pytest.mark.parametrize(
    ("chosen", "suggestion", "words", "refused"),
    [
        (Assessment.ELIGIBLE, Assessment.ELIGIBLE, "", ""),
        (Assessment.ELIGIBLE, Assessment.PART, "", "The criteria say otherwise. Give the reasons."),
        (Assessment.ELIGIBLE, Assessment.PART, "The return came by post.", ""),
        (Assessment.NOT, Assessment.NOT, " \u200b", "Give the reasons. The leaders read them."),
        (Assessment.PART, Assessment.NOT, "Two are left out.", ""),
    ],
)
def test_s7_less_than_eligible_needs_reasons(
    chosen: Assessment, suggestion: Assessment, words: str, refused: str
) -> None:
    refusals = why_other_than_suggested(chosen, Suggestion(suggestion), words)
    assert [(row.field, str(row.reason)) for row in refusals] == ([("words", refused)] if refused else [])


@pytest.mark.parametrize("tie", Tie)
def test_s7_whoever_is_tied_to_the_collaboration_decides_nothing(tie: Tie) -> None:
    [refusal] = conflict({tie})
    assert "nother officer must decide" in str(refusal.reason)


def test_s7_of_several_ties_the_closest_is_named() -> None:
    assert conflict([]) == []
    [refusal] = conflict({Tie.WORKS, Tie.LEADS})
    assert str(refusal.reason).startswith("You lead")


CHECKING = ClaimState.CHECKING
WAIVABLE = finding().criterion


@pytest.mark.parametrize(
    ("state", "criterion", "row", "reason", "refused"),
    [
        (CHECKING, WAIVABLE, finding(), "Flood", ""),
        (ClaimState.RETURNED, WAIVABLE, finding(standing=OPEN), "Flood", ""),
        (ClaimState.SUBMITTED, WAIVABLE, finding(), "Flood", ""),
        (ClaimState.ASSESSED, WAIVABLE, finding(), "Flood", "only while the claim is checked"),
        (ClaimState.PAID, WAIVABLE, finding(), "Flood", "only while the claim is checked"),
        (CHECKING, None, None, "Flood", "does not ask for this"),
        (CHECKING, WAIVABLE, None, "Flood", "does not ask for this"),
        (CHECKING, replace(WAIVABLE, may_be_waived=False), finding(), "Flood", "does not let anybody waive"),
        (CHECKING, WAIVABLE, finding(standing=Standing.WAIVED), "Flood", "waived already"),
        (CHECKING, WAIVABLE, finding(standing=M), "Flood", "There is nothing to waive"),
        (CHECKING, WAIVABLE, finding(), " ", "Enter the reason"),
    ],
)
def test_s4_a_criterion_is_waived_only_where_the_scheme_allows(
    state: ClaimState, criterion: Criterion | None, row: Finding | None, reason: str, refused: str
) -> None:
    refusals = refusals_to_waive(state, criterion, row, reason=reason)
    assert len(refusals) == (1 if refused else 0)
    assert all(refused in str(each.reason) for each in refusals)


def test_s4_a_waiver_is_taken_back_once_and_only_while_the_claim_is_checked() -> None:
    assert refusals_to_take_back(CHECKING, is_taken_back=False) == []
    [twice] = refusals_to_take_back(CHECKING, is_taken_back=True)
    assert "already" in str(twice.reason)
    [late] = refusals_to_take_back(ClaimState.APPROVED, is_taken_back=False)
    assert "only while the claim is checked" in str(late.reason)


@pytest.mark.parametrize(
    ("pence", "stands", "field"),
    [(1250, 5000, ""), (-5000, 5000, ""), (0, 5000, "pence"), (-5001, 5000, "pence"), (100, None, "line")],
)
def test_s8_a_correction_never_takes_more_than_was_approved(
    pence: int, stands: int | None, field: str
) -> None:
    refusals = refusals_to_correct(pence, stands_pence=stands)
    assert [row.field for row in refusals] == ([field] if field else [])
