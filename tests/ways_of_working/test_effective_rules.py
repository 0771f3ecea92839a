"""W1: the terms that hold on a day, and where each comes from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.effective import (
    CLOCKS,
    SHIPPED,
    Adopted,
    AgreedClause,
    AuthorityDefault,
    Clock,
    Defaults,
    EffectiveTerms,
    ProductDefault,
    effective_terms,
)
from ways_of_working.rules.kinds import Picked

DAY = date(2026, 10, 1)
USUAL = Defaults(
    1, date(2025, 9, 1), {"attendance_threshold": "80", "papers_days_ahead": "7", "quorum": "share:50"}
)
STRICTER = Defaults(2, date(2026, 9, 1), {"attendance_threshold": "90", "papers_days_ahead": "7"})
FIRST = Adopted(
    1, date(2026, 1, 15), {"attendance_threshold": "70", "meetings_a_year": "4"}, until=date(2026, 6, 1)
)
SECOND = Adopted(
    2, date(2026, 6, 1), {"attendance_threshold": "none", "payee": "41", "review_work_month": "7"}
)


def on(
    day: date,
    *,
    adopted: tuple[Adopted, ...] = (FIRST, SECOND),
    defaults: tuple[Defaults, ...] = (USUAL, STRICTER),
) -> EffectiveTerms:
    return effective_terms(on=day, adopted=adopted, defaults=defaults)


@pytest.mark.parametrize(
    ("day", "threshold", "source"),
    [
        (date(2025, 8, 31), 80, ProductDefault()),
        (date(2025, 9, 1), 80, AuthorityDefault(1, date(2025, 9, 1))),
        (date(2026, 1, 14), 80, AuthorityDefault(1, date(2025, 9, 1))),
        (date(2026, 1, 15), 70, AgreedClause("1.9", 1, date(2026, 1, 15))),
        (date(2026, 5, 31), 70, AgreedClause("1.9", 1, date(2026, 1, 15))),
        (date(2026, 6, 1), None, AgreedClause("1.9", 2, date(2026, 6, 1))),
        (date(2027, 1, 1), None, AgreedClause("1.9", 2, date(2026, 6, 1))),
    ],
)
def test_w1_the_adopted_answer_goes_before_the_default(
    day: date, threshold: int | None, source: object
) -> None:
    terms = on(day)
    assert terms.attendance_threshold == threshold
    assert terms.source("attendance_threshold") == source


def test_w1_none_agreed_is_more_than_nothing_said() -> None:
    assert on(DAY).says_none("attendance_threshold")
    assert not on(date(2025, 1, 1)).says_none("payee")


def test_w1_where_nothing_is_published_the_usual_values_hold() -> None:
    before = on(date(2025, 8, 31))
    assert (before.papers_days_ahead, before.meetings_a_year, before.optimum_size) == (7, 3, 8)
    assert (before.decision_method, before.quorum) == (Picked("simple_majority"), Picked("share", 50))
    assert before.spending_decision == Picked("simple_majority")
    assert before.of("payee") is None
    assert set(before.terms) == set(SHIPPED)


def test_w1_once_published_the_authoritys_defaults_count_whole() -> None:
    assert on(date(2025, 9, 1)).meetings_a_year is None


def test_w1_what_a_later_version_no_longer_says_falls_to_the_default() -> None:
    assert on(date(2026, 3, 1)).meetings_a_year == 4
    assert on(DAY).meetings_a_year is None
    assert on(DAY).of("meetings_a_year") is None


def test_the_newest_default_counts_whole() -> None:
    assert on(date(2026, 3, 1)).quorum == Picked("share", 50)
    assert on(DAY).quorum is None
    assert on(DAY, adopted=()).attendance_threshold == 90


def test_a_section_not_used_does_not_hold() -> None:
    unused = Adopted(3, date(2026, 9, 2), SECOND.values, unused=frozenset({"1.9", "1.16"}))
    terms = on(DAY, adopted=(unused,))
    assert (terms.attendance_threshold, terms.payee) == (90, None)


def test_what_cannot_be_read_does_not_hold() -> None:
    spoilt = Adopted(
        3, date(2026, 9, 2), {"attendance_threshold": "lots", "of_old": "4", "meetings_a_year": ""}
    )
    terms = on(DAY, adopted=(spoilt,))
    assert terms.attendance_threshold == 90
    assert set(terms.terms) == {"attendance_threshold", "papers_days_ahead"}


def test_of_two_versions_of_one_day_the_later_holds() -> None:
    first, second = Adopted(1, DAY, {"meetings_a_year": "3"}), Adopted(2, DAY, {"meetings_a_year": "6"})
    assert (
        on(DAY, adopted=(second, first)).meetings_a_year
        == on(DAY, adopted=(first, second)).meetings_a_year
        == 6
    )


def test_the_values_by_their_kinds() -> None:
    values = {
        "leadership_form": "joint", "dispute_steps": ["officer", "talk"], "decision_method": "qualified_majority:67",
        "spending_decision": "as_we_decide", "review_terms_month": "May", "review_terms_every": "24", "optimum_size": "10",
    }  # fmt: skip
    nothing = Defaults(1, date(2025, 9, 1), {})
    terms = on(DAY, adopted=(Adopted(1, date(2026, 1, 1), values),), defaults=(nothing,))
    assert terms.choice("leadership_form") == "joint"
    assert terms.choices("dispute_steps") == ("talk", "officer")
    assert terms.spending_decision == terms.decision_method == Picked("qualified_majority", 67)
    assert terms.choices("decision_method") == ()
    assert terms.clock("terms") == Clock(5, 24)
    assert [terms.clock(name) for name in CLOCKS if name != "terms"] == [Clock(None, None)] * 3
    assert (terms.optimum_size, terms.papers_days_ahead) == (10, None)


def test_a_source_is_said_in_words() -> None:
    terms = on(DAY)
    clause, default = terms.source("payee"), terms.source("papers_days_ahead")
    assert clause is not None
    assert default is not None
    assert str(clause.reason) == "Ways of working, section 1.16, version 2, adopted on 1 June 2026"
    assert str(default.reason) == "The local authority's default since 1 September 2026"
    usual = on(date(2025, 1, 1)).source("papers_days_ahead")
    assert usual is not None
    assert str(usual.reason) == "The usual value, until your local authority sets its own"


def test_a_key_that_is_no_answer_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        on(DAY).value("aims")


DAYS = st.integers(0, 400).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
VALUES = st.dictionaries(
    st.sampled_from(sorted(ANSWERS)),
    st.one_of(st.integers(0, 60).map(str), st.sampled_from(["none", "consensus", "x"])),
)
VERSIONS = st.lists(
    st.builds(Adopted, version=st.integers(1, 5), adopted_on=DAYS, values=VALUES),
    max_size=4,
    unique_by=lambda one: one.version,
)
DEFAULTS = st.lists(
    st.builds(Defaults, version=st.integers(1, 5), from_on=DAYS, values=VALUES),
    max_size=3,
    unique_by=lambda one: one.version,
)


@settings(deadline=None, max_examples=60)
@given(day=DAYS, adopted=VERSIONS, defaults=DEFAULTS)
def test_w1_merging_knows_every_source_and_no_order(
    day: date, adopted: list[Adopted], defaults: list[Defaults]
) -> None:
    terms = effective_terms(on=day, adopted=adopted, defaults=defaults)
    assert terms == effective_terms(on=day, adopted=adopted[::-1], defaults=defaults[::-1])
    published = any(one.from_on <= day for one in defaults)
    for key, term in terms.terms.items():
        assert (term.key, term.value) == (key, terms.value(key))
        if isinstance(term.source, ProductDefault):
            assert not published
        else:
            assert (
                term.source.adopted_on if isinstance(term.source, AgreedClause) else term.source.from_on
            ) <= day
    alone = effective_terms(on=day, adopted=adopted, defaults=())
    assert all(
        terms.of(key) == term for key, term in alone.terms.items() if isinstance(term.source, AgreedClause)
    )
