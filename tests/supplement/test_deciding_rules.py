"""S4: the criteria of a scheme, decided on what the product knows. No database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplement.rules.criteria import AT_MOST, LEVELS, UNITS, Consequence, Criterion, Kind, Level, When
from supplement.rules.deciding import (
    Evidence,
    Known,
    Standing,
    Verdict,
    asked_on,
    decide,
    is_met,
    window_of,
)
from supplement.rules.facts import Unmet, Waiver
from supplement.rules.schemes import Instalment, Period

AUTUMN = Period(
    key="autumn",
    name="Autumn 2026",
    starts_on=date(2026, 9, 1),
    ends_on=date(2027, 1, 1),
    count_on=date(2026, 10, 1),
    claims_from_on=date(2026, 10, 5),
    claims_until_on=date(2026, 10, 30),
    evidence_until_on=date(2026, 11, 13),
    instalments=(Instalment(date(2026, 12, 4), 100),),
)
ON = AUTUMN.count_on
LATER = date(2026, 12, 1)
RETURN = Criterion(Kind.RETURN, Consequence.EXCLUDE)
MANDATE = Criterion(Kind.MANDATE, Consequence.HOLD, may_be_waived=True)
FOUR = Criterion(Kind.ACTIVE_MEMBERS, Consequence.BLOCK, threshold=4)


def yes(value: int = 1) -> Evidence:
    return Evidence(value, ON, "a record")


def follows(verdict: Verdict, member: int | None = None) -> list[tuple[Consequence, int]]:
    return [(row.consequence, row.percent) for row in verdict.unmet_of(member)]


def members(**kinds: list[int]) -> dict[int, dict[Kind, Evidence]]:
    """Members 1 to 5, and what is known of each kind: the numbers of those that have it."""
    return {
        number: {Kind(kind): yes(int(number in having)) for kind, having in kinds.items()}
        for number in range(1, 6)
    }


def test_s4_every_kind_has_a_level_and_a_threshold_where_it_counts() -> None:
    assert set(LEVELS) == set(Kind)
    assert set(UNITS) < set(Kind)
    assert set(UNITS) >= AT_MOST
    assert {kind for kind in Kind if LEVELS[kind] is Level.MEMBER} == {
        Kind.ATTENDANCE,
        Kind.MANDATE,
        Kind.RETURN,
        Kind.REGISTERED,
        Kind.TENURE,
    }


@pytest.mark.parametrize(
    ("criterion", "value", "met"),
    [
        (RETURN, 1, True),
        (RETURN, 0, False),
        (RETURN, None, False),
        (FOUR, 4, True),
        (FOUR, 3, False),
        (Criterion(Kind.UNSPENT, Consequence.WARN, threshold=10_000), 10_000, True),
        (Criterion(Kind.UNSPENT, Consequence.WARN, threshold=10_000), 10_001, False),
        (Criterion(Kind.UNSPENT, Consequence.WARN), 0, True),
        (Criterion(Kind.ATTENDANCE, Consequence.EXCLUDE, threshold=80), 79, False),
    ],
)
def test_s4_a_number_reaches_its_threshold_and_a_balance_stays_below_it(
    criterion: Criterion, value: int | None, met: bool
) -> None:
    assert is_met(criterion, Evidence(value, ON)) is met
    assert not is_met(criterion, None)


@pytest.mark.parametrize(
    ("asked", "day"),
    [(When.COUNT, ON), (When.CLAIM, date(2026, 10, 30)), (When.EVIDENCE, date(2026, 11, 13))],
)
def test_s4_a_criterion_is_asked_on_its_day_over_its_window(asked: When, day: date) -> None:
    criterion = replace(RETURN, asked=asked)
    assert asked_on(criterion, AUTUMN) == day
    assert window_of(criterion, AUTUMN) == (AUTUMN.starts_on, day + timedelta(days=1))
    year = replace(criterion, window_days=365)
    assert window_of(year, AUTUMN) == (day - timedelta(days=364), day + timedelta(days=1))


def test_s4_a_count_date_before_the_period_looks_at_that_day() -> None:
    early = replace(AUTUMN, count_on=date(2026, 7, 1))
    assert window_of(RETURN, early) == (date(2026, 7, 2), date(2026, 7, 2))


def test_s4_a_member_that_fails_is_left_out_and_is_not_active() -> None:
    known = Known(members=members(**{"return": [1, 2, 3, 4]}))
    verdict = decide([RETURN, FOUR], known, members=range(1, 6), period=AUTUMN, today=LATER)
    assert (verdict.active, follows(verdict)) == ({1, 2, 3, 4}, [])
    assert [follows(verdict, number) for number in (4, 5)] == [[], [(Consequence.EXCLUDE, 0)]]
    few = decide([RETURN, replace(FOUR, threshold=5)], known, members=range(1, 6), period=AUTUMN, today=LATER)
    assert follows(few) == [(Consequence.BLOCK, 0)]
    assert str(few.findings[-1].reason) == "Active members: 4 of 5 on 1 October 2026."


def test_s4_within_the_days_of_grace_a_criterion_is_open_and_the_payment_waits() -> None:
    plan = Criterion(Kind.PLAN, Consequence.BLOCK, grace_days=14)
    until = ON + timedelta(days=14)
    verdicts = [
        decide([plan], Known(), members=[], period=AUTUMN, today=day) for day in (until, until + timedelta(1))
    ]
    assert [(row.findings[0].standing, follows(row)) for row in verdicts] == [
        (Standing.OPEN, [(Consequence.HOLD, 0)]),
        (Standing.UNMET, [(Consequence.BLOCK, 0)]),
    ]
    assert str(verdicts[0].findings[0].reason) == (
        "Development plan in force: not met yet. You have until 15 October 2026."
    )
    warned = decide(
        [replace(plan, consequence=Consequence.WARN)], Known(), members=[], period=AUTUMN, today=ON
    )
    assert follows(warned) == []


def test_s4_a_waiver_says_who_let_it_pass_and_why_and_only_where_the_scheme_allows() -> None:
    waiver = Waiver(Kind.MANDATE, "Amina Khan", date(2026, 10, 20), "The manager is ill.")
    known = Known(members=members(mandate=[1, 2, 3, 4]))
    verdict = decide(
        [MANDATE, FOUR], known, members=range(1, 6), period=AUTUMN, waivers={5: [waiver]}, today=LATER
    )
    fifth = next(row for row in verdict.findings if row.member == 5)
    assert (fifth.standing, verdict.waivers_of(5), follows(verdict, 5)) == (Standing.WAIVED, (waiver,), [])
    assert verdict.waivers_of(4) == verdict.waivers_of(None) == ()
    assert str(fifth.reason) == (
        "Mandate signed: not met. Amina Khan let it pass on 20 October 2026: The manager is ill."
    )
    assert verdict.active == {1, 2, 3, 4, 5}
    strict = replace(MANDATE, may_be_waived=False)
    refused = decide([strict], known, members=range(1, 6), period=AUTUMN, waivers={5: [waiver]}, today=LATER)
    assert follows(refused, 5) == [(Consequence.HOLD, 0)]
    assert {row.standing for row in refused.findings} == {Standing.MET, Standing.UNMET}


def test_s4_a_waiver_of_one_member_is_none_of_another() -> None:
    waiver = Waiver(Kind.MANDATE, "Amina Khan", ON, "Ill.")
    verdict = decide(
        [MANDATE], Known(members=members(mandate=[1, 2, 3])), members=range(1, 6), period=AUTUMN,
        waivers={4: [waiver]}, today=LATER,
    )  # fmt: skip
    assert verdict.active == {1, 2, 3, 4}


def test_s4_a_reduction_says_its_per_cent() -> None:
    less = Consequence.REDUCE
    rules = [
        Criterion(Kind.MEETINGS, less, threshold=3, reduce_percent=60),
        Criterion(Kind.MINUTES, less, threshold=100, reduce_percent=60),
        Criterion(Kind.ATTENDANCE, less, threshold=80, reduce_percent=25),
    ]
    known = Known(own={Kind.MEETINGS: yes(2), Kind.MINUTES: yes(100)}, members=members(attendance=[]))
    verdict = decide(rules, known, members=[1, 2], period=AUTUMN, today=LATER)
    assert follows(verdict) == [(less, 60)]
    assert follows(verdict, 1) == follows(verdict, 2) == [(less, 25)]
    assert str(verdict.findings[0].reason) == "Attendance at meetings: 0% of 80% on 1 October 2026."


def test_s4_a_balance_is_said_in_pounds() -> None:
    unspent = Criterion(Kind.UNSPENT, Consequence.WARN, threshold=50_000)
    known = Known(own={Kind.UNSPENT: Evidence(62_550, ON)})
    verdict = decide([unspent], known, members=[], period=AUTUMN, today=LATER)
    assert str(verdict.findings[0].reason) == "Unspent balance: £625.50, at most £500, on 1 October 2026."
    assert follows(verdict) == [(Consequence.WARN, 0)]
    met = decide([unspent], Known(own={Kind.UNSPENT: yes(5)}), members=[], period=AUTUMN, today=LATER)
    assert str(met.findings[0].reason) == "Unspent balance: £0.05, at most £500. Met."
    later = decide([replace(unspent, grace_days=90)], known, members=[], period=AUTUMN, today=LATER)
    assert "at most £500, so far." in str(later.findings[0].reason)


_CRITERIA = st.builds(
    Criterion,
    kind=st.sampled_from(Kind),
    consequence=st.sampled_from(Consequence),
    threshold=st.integers(0, 10),
    reduce_percent=st.integers(0, 100),
    grace_days=st.integers(0, 60),
    may_be_waived=st.booleans(),
)
_VALUES = st.dictionaries(
    st.sampled_from(Kind), st.builds(Evidence, value=st.none() | st.integers(0, 10), known_on=st.just(ON))
)


@given(
    criteria=st.lists(_CRITERIA, max_size=8, unique_by=lambda row: row.kind),
    own=_VALUES,
    each=st.dictionaries(st.integers(1, 6), _VALUES),
    today=st.dates(date(2026, 9, 1), date(2027, 3, 1)),
)
def test_s4_a_verdict_follows_from_its_findings_alone(
    criteria: list[Criterion], own: dict[Kind, Evidence], each: dict[int, dict[Kind, Evidence]], today: date
) -> None:
    verdict = decide(criteria, Known(own, each), members=each, period=AUTUMN, today=today)
    again = decide(criteria, Known(own, each), members=sorted(each, reverse=True), period=AUTUMN, today=today)
    assert again == verdict
    assert len(verdict.findings) == sum(
        len(each) if LEVELS[row.kind] is Level.MEMBER else 1 for row in criteria
    )
    missing = decide(criteria, Known(own, each), members=each, period=AUTUMN, today=today, with_met=False)
    assert missing.active == verdict.active
    assert list(missing.findings) == [
        row for row in verdict.findings if row.member is None or row.standing is not Standing.MET
    ]
    everybody = [*each, None]
    unmet = [row for number in everybody for row in verdict.unmet_of(number)]
    assert len(unmet) == sum(row.unmet is not None for row in verdict.findings)
    assert all(row.percent == 0 or row.consequence is Consequence.REDUCE for row in unmet)
    assert all(isinstance(row, Unmet) and row.words for row in unmet)
    if all(row.standing is Standing.MET for row in verdict.findings):
        assert (unmet, set(verdict.active)) == ([], set(each))
