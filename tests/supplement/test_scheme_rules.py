"""S2 to S5: what is wrong with a draft, when leaders are asked about it, and when it is approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from supplement.rules.criteria import LEVELS, UNITS, Consequence, Criterion, Kind, Level
from supplement.rules.scheme_faults import Around, errors_of, faults_of
from supplement.rules.scheme_states import SchemeState, is_writable, why_not_approved, why_not_asked
from supplement.rules.schemes import (
    Basis,
    Caps,
    Component,
    Filter,
    Instalment,
    Period,
    Pot,
    Tier,
)
from supplement.rules.years import (
    PaidPeriod,
    Year,
)

PERIOD = Period(
    key="summer",
    name="Summer",
    starts_on=date(2027, 4, 1),
    ends_on=date(2027, 9, 1),
    count_on=date(2027, 5, 20),
    claims_from_on=date(2027, 5, 21),
    claims_until_on=date(2027, 6, 18),
    evidence_until_on=date(2027, 7, 2),
    instalments=(Instalment(date(2027, 7, 15), 60), Instalment(date(2027, 8, 16), 40)),
)
HEADS = Component("heads", "Each member of staff", Basis.HEADS, rate=Decimal("12.50"))
MEMBERS = Criterion(Kind.ACTIVE_MEMBERS, Consequence.BLOCK, threshold=5)
YEAR = Year(
    date(2027, 4, 1),
    date(2028, 4, 1),
    legal_basis="The regulations",
    funding_source="The grant",
    periods=(PaidPeriod(PERIOD),),
    components=(HEADS,),
    criteria=(MEMBERS,),
    planned_funding_pence=1_000_000_00,
)
AROUND = Around(days_off={date(2027, 5, 31): "Spring bank holiday"}, asks_detail=True)


def faults(year: Year, around: Around = AROUND) -> set[tuple[str, str, str, bool]]:
    return {(f.subject.value, f.part, f.field, f.is_warning) for f in faults_of(year, around)}


def words(year: Year, around: Around = AROUND) -> str:
    return " ".join(str(fault.reason) for fault in faults_of(year, around))


def of_period(pot: Pot | None = None, **changes: Any) -> Year:
    return replace(YEAR, periods=(PaidPeriod(replace(PERIOD, **changes), pot or Pot()),))


def of_component(**changes: Any) -> Year:
    return replace(YEAR, components=(replace(HEADS, **changes),))


def of_criterion(**changes: Any) -> Year:
    return replace(YEAR, criteria=(replace(MEMBERS, **changes),))


def test_s2_a_whole_draft_has_no_fault() -> None:
    assert faults(YEAR) == set()


@pytest.mark.parametrize(
    ("year", "field", "says"),
    [
        (replace(YEAR, ends_on=date(2028, 6, 1)), ("about", "", "ends_on"), "within 12 months"),
        (replace(YEAR, legal_basis=""), ("about", "", "legal_basis"), "under which law"),
        (replace(YEAR, funding_source=""), ("about", "", "funding_source"), "which budget"),
        (replace(YEAR, ceiling_percent=0), ("limits", "", "ceiling_percent"), "between 1 and 100"),
        (replace(YEAR, ceiling_percent=101), ("limits", "", "ceiling_percent"), "between 1 and 100"),
        (replace(YEAR, caps=Caps(member_pence=0)), ("limits", "", "member_cap_pence"), "pays nothing"),
        (
            replace(YEAR, caps=Caps(collaboration_pence=0)),
            ("limits", "", "collaboration_cap_pence"),
            "pays nothing",
        ),
        (
            replace(of_period(Pot(pence=12_001_00)), planned_funding_pence=100_000_00),
            ("limits", "", "planned_funding_pence"),
            "£12,001, are more than the ceiling of £12,000",
        ),
        (replace(YEAR, full_time_hours=Decimal(0)), ("joining", "", "full_time_hours"), "more than 0"),
        (replace(YEAR, full_time_hours=Decimal(61)), ("joining", "", "full_time_hours"), "at most 60"),
        (replace(YEAR, periods=()), ("periods", "", ""), "at least one period"),
        (of_period(ends_on=date(2027, 4, 1)), ("periods", "summer", "ends_on"), "after the first day"),
        (
            of_period(starts_on=date(2027, 3, 31)),
            ("periods", "summer", "starts_on"),
            "on or after 1 April 2027",
        ),
        (of_period(ends_on=date(2028, 4, 2)), ("periods", "summer", "ends_on"), "within the scheme’s year"),
        (of_period(count_on=date(2027, 3, 31)), ("periods", "summer", "count_on"), "within the period"),
        (
            of_period(ends_on=date(2027, 5, 20)),
            ("periods", "summer", "count_on"),
            "within the period",
        ),
        (of_period(claims_from_on=date(2027, 5, 19)), ("periods", "summer", "claims_from_on"), "count date"),
        (
            of_period(claims_until_on=date(2027, 5, 20)),
            ("periods", "summer", "claims_until_on"),
            "on or after the first",
        ),
        (
            of_period(evidence_until_on=date(2027, 6, 17)),
            ("periods", "summer", "evidence_until_on"),
            "last day to claim",
        ),
        (of_period(instalments=()), ("periods", "summer", "instalments"), "at least one day of payment"),
        (
            of_period(instalments=(Instalment(date(2027, 7, 15), 99),)),
            ("periods", "summer", "instalments"),
            "make 99 per cent",
        ),
        (
            of_period(instalments=(Instalment(date(2027, 7, 15), 0), Instalment(date(2027, 7, 16), 100))),
            ("periods", "summer", "instalments"),
            "between 1 and 100",
        ),
        (
            of_period(instalments=(Instalment(date(2027, 7, 15), 50), Instalment(date(2027, 7, 15), 50))),
            ("periods", "summer", "instalments"),
            "same day",
        ),
        (
            of_period(instalments=(Instalment(date(2027, 7, 16), 50), Instalment(date(2027, 7, 15), 50))),
            ("periods", "summer", "instalments"),
            "order of their days",
        ),
        (
            of_period(instalments=(Instalment(date(2027, 5, 20), 100),)),
            ("periods", "summer", "instalments"),
            "before claims",
        ),
        (of_period(Pot(pence=0)), ("periods", "summer", "pot_pence"), "pays nothing"),
        (
            of_period(Pot(pence=100, contingency_pence=101)),
            ("periods", "summer", "contingency_pence"),
            "more than there is",
        ),
        (
            of_period(Pot(pence=100, contingency_pence=100)),
            ("periods", "summer", "contingency_pence"),
            "whole pot",
        ),
        (
            of_period(Pot(contingency_pence=1)),
            ("periods", "summer", "contingency_pence"),
            "Enter the pot too",
        ),
        (replace(YEAR, components=()), ("components", "", ""), "at least one thing"),
        (of_component(rate=Decimal("12.34567")), ("components", "heads", "rate"), "four places"),
        (of_component(rate=Decimal(0)), ("components", "heads", "rate"), "more than nothing"),
        (of_component(rate=Decimal("NaN")), ("components", "heads", "rate"), "more than nothing"),
        (of_component(rate=Decimal("1e10")), ("components", "heads", "rate"), "too high"),
        (of_component(basis=Basis.POT), ("components", "heads", "sum_pence"), "sum that is shared"),
        (of_component(basis=Basis.TIERS), ("components", "heads", "tiers"), "at least one tier"),
        (
            of_component(basis=Basis.TIERS, tiers=(Tier(Decimal(5), 100), Tier(Decimal(5), 200))),
            ("components", "heads", "tiers"),
            "higher number",
        ),
        (
            of_component(basis=Basis.TIERS, tiers=(Tier(Decimal(-1), 100),)),
            ("components", "heads", "tiers"),
            "below nothing",
        ),
        (of_component(only=Filter(min_level=9)), ("components", "heads", "min_level"), "between 1 and 8"),
        (
            of_component(only=Filter(min_hours=Decimal(61))),
            ("components", "heads", "min_hours"),
            "at most 60",
        ),
        (of_component(member_cap_pence=0), ("components", "heads", "member_cap_pence"), "pays nothing"),
        (
            of_component(collaboration_cap_pence=0),
            ("components", "heads", "collaboration_cap_pence"),
            "pays nothing",
        ),
        (
            of_criterion(threshold=None),
            ("criteria", "active_members", "threshold"),
            "how many active members",
        ),
        (of_criterion(threshold=0), ("criteria", "active_members", "threshold"), "more than nothing"),
        (
            of_criterion(kind=Kind.ATTENDANCE, threshold=101),
            ("criteria", "attendance", "threshold"),
            "at most 100",
        ),
        (
            of_criterion(consequence=Consequence.REDUCE),
            ("criteria", "active_members", "reduce_percent"),
            "how many per cent",
        ),
        (
            of_criterion(consequence=Consequence.EXCLUDE),
            ("criteria", "active_members", "consequence"),
            "not asked of each member",
        ),
    ],
)
def test_s2_each_error_stands_at_its_field(year: Year, field: tuple[str, str, str], says: str) -> None:
    errors = errors_of(faults_of(year, AROUND))
    assert [(fault.subject.value, fault.part, fault.field) for fault in errors] == [field]
    assert says in str(errors[0].reason)


@pytest.mark.parametrize(
    ("year", "field", "says"),
    [
        (replace(YEAR, planned_funding_pence=None), ("limits", "", "planned_funding_pence"), "ceiling"),
        (
            replace(YEAR, caps=Caps(member_pence=200, collaboration_pence=100)),
            ("limits", "", "member_cap_pence"),
            "higher than",
        ),
        (
            of_period(count_on=date(2027, 5, 15), claims_from_on=date(2027, 5, 31)),
            ("periods", "summer", "count_on"),
            "15 May 2027 is a Saturday",
        ),
        (of_period(claims_until_on=date(2027, 6, 20)), ("periods", "summer", "claims_until_on"), "Sunday"),
        (
            of_period(count_on=date(2027, 5, 31), claims_from_on=date(2027, 5, 31)),
            ("periods", "summer", "count_on"),
            "31 May 2027 is a bank holiday: Spring bank holiday",
        ),
        (
            of_component(basis=Basis.TIERS, tiers=(Tier(Decimal(1), 200), Tier(Decimal(5), 100))),
            ("components", "heads", "tiers"),
            "pays less",
        ),
        (replace(YEAR, criteria=()), ("criteria", "", ""), "Nothing must be met"),
    ],
)
def test_s2_a_warning_hinders_nothing(year: Year, field: tuple[str, str, str], says: str) -> None:
    assert faults(year) == {(*field, True)}
    assert says in words(year)


def test_s2_a_year_ends_after_it_begins() -> None:
    errors = errors_of(faults_of(replace(YEAR, ends_on=date(2027, 4, 1)), AROUND))
    assert errors[0].field == "ends_on"
    assert "last day must be after" in str(errors[0].reason)


def test_s2_no_day_is_paid_for_twice_and_names_are_told_apart() -> None:
    other = replace(
        PERIOD, key="autumn", name="SUMMER", starts_on=date(2027, 8, 31), ends_on=date(2027, 12, 31),
        count_on=date(2027, 10, 20), claims_from_on=date(2027, 10, 21), claims_until_on=date(2027, 11, 1),
        evidence_until_on=date(2027, 11, 2), instalments=(Instalment(date(2027, 12, 1), 100),),
    )  # fmt: skip
    year = replace(YEAR, periods=(PaidPeriod(PERIOD), PaidPeriod(other)))
    assert faults(year) == {
        ("periods", key, field, False) for key in ("summer", "autumn") for field in ("name", "starts_on")
    }
    apart = replace(other, name="Autumn", starts_on=PERIOD.ends_on)
    assert faults(replace(year, periods=(PaidPeriod(PERIOD), PaidPeriod(apart)))) == set()


def test_s3_two_components_have_two_names() -> None:
    year = replace(YEAR, components=(HEADS, replace(HEADS, key="more", name="each member of STAFF")))
    assert faults(year) == {("components", key, "name", False) for key in ("heads", "more")}


@pytest.mark.parametrize(
    ("component", "field"),
    [
        (replace(HEADS, only=Filter(min_level=3)), "min_level"),
        (replace(HEADS, only=Filter(min_hours=Decimal(16))), "min_hours"),
        (replace(HEADS, basis=Basis.FTE), "basis"),
    ],
)
def test_s3_what_asks_for_detail_needs_staff_returns_that_do(component: Component, field: str) -> None:
    year = replace(YEAR, components=(component,))
    assert faults(year, Around({}, asks_detail=True)) == set()
    assert faults(year, Around({}, asks_detail=False)) == {("components", "heads", field, False)}


@pytest.mark.parametrize("kind", list(Kind))
def test_s4_every_criterion_asks_for_what_it_needs(kind: Kind) -> None:
    bare = of_criterion(kind=kind, threshold=None)
    needs = kind in UNITS
    assert faults(bare) == ({("criteria", kind.value, "threshold", False)} if needs else set())
    left_out = of_criterion(kind=kind, threshold=5 if needs else None, consequence=Consequence.EXCLUDE)
    assert (faults(left_out) == set()) is (LEVELS[kind] == Level.MEMBER)


def test_s3_a_fixed_sum_that_is_shared_is_no_fault() -> None:
    assert faults(of_component(basis=Basis.POT, sum_pence=10_000_00)) == set()


def test_s4_nothing_may_be_left_unspent_at_all() -> None:
    assert faults(of_criterion(kind=Kind.UNSPENT, threshold=0)) == set()
    assert faults(of_criterion(kind=Kind.UNSPENT, threshold=-1)) != set()


@pytest.mark.parametrize(
    ("places", "is_right"),
    [("12.3456", True), ("12.34560", True), ("12.34561", False), ("0.0001", True), ("100", True)],
)
def test_s1_a_rate_has_four_places(places: str, is_right: bool) -> None:
    assert (faults(of_component(rate=Decimal(places))) == set()) is is_right


def test_s11_the_ceiling_is_rounded_down() -> None:
    assert replace(YEAR, planned_funding_pence=999).ceiling_pence == 119
    assert replace(YEAR, planned_funding_pence=None).ceiling_pence is None


def test_the_terms_of_a_period_are_those_of_its_year() -> None:
    terms = YEAR.terms(YEAR.periods[0])
    assert (terms.period, terms.components, terms.pot) == (PERIOD, YEAR.components, Pot())


# --- states -------------------------------------------------------------------------------------------------

DAY = date(2027, 3, 1)


def test_s2_only_what_is_not_approved_is_written() -> None:
    assert [state.value for state in SchemeState if is_writable(state)] == ["draft", "consulted"]


@pytest.mark.parametrize(
    ("state", "has_errors", "says"),
    [
        ("draft", False, None),
        ("draft", True, "Mend"),
        ("consulted", False, "already"),
        ("approved", False, "approved"),
        ("superseded", False, "approved"),
    ],
)
def test_s2_leaders_are_asked_about_a_whole_draft_once(
    state: str, has_errors: bool, says: str | None
) -> None:
    reason = why_not_asked(state, has_errors=has_errors)
    assert reason is None if says is None else says in str(reason)


@pytest.mark.parametrize(
    ("state", "changes", "says"),
    [
        ("consulted", {}, None),
        ("consulted", {"answers_until_on": DAY}, "until 1 March 2027"),
        ("consulted", {"says_what_changed": False}, "what came of"),
        ("consulted", {"has_errors": True}, "Mend"),
        ("consulted", {"answers_until_on": None}, "Ask the leaders first"),
        ("draft", {}, "Ask the leaders first"),
        ("superseded", {}, "replaced"),
    ],
)
def test_s2_approved_is_what_leaders_were_asked_about(
    state: str, changes: dict[str, Any], says: str | None
) -> None:
    facts: dict[str, Any] = {
        "has_errors": False, "answers_until_on": date(2027, 2, 28), "says_what_changed": True, "on": DAY, **changes,
    }  # fmt: skip
    reason = why_not_approved(state, **facts)
    assert reason is None if says is None else says in str(reason)
