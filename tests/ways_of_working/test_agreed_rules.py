"""W1, C2, C6: what follows from an answer: the size advice, a leaver's
share, the end of a term, where practice differs.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collaborations.rules import ADVISED_SIZE
from memberships.rules.leaving import SHARE_GOES, SHARE_IS, supplement_of_leaver
from memberships.rules.size import should_talk_of_dividing, size_advice
from memberships.rules.terms_of_office import end_of_term
from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.choices import LEAVER_AMOUNTS, LEAVER_FUNDING
from ways_of_working.rules.drift import Drift, DriftKind, Practice, drift_of
from ways_of_working.rules.effective import SHIPPED, Adopted, Defaults, EffectiveTerms, effective_terms
from ways_of_working.rules.kinds import Picked

DAY = date(2026, 10, 1)


def agreed(**values: str) -> EffectiveTerms:
    return effective_terms(on=DAY, adopted=[Adopted(1, DAY, values)], defaults=())


# --- size ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "optimum", "said"),
    [
        (7, None, None),
        (7, 8, None),
        (9, 8, "This is a large group: from 6 to 8 settings are easier to manage."),
        (9, None, "This is a large group: from 6 to 8 settings are easier to manage."),
        (9, 10, "From 6 to 8 settings are easier to manage. Here it is time to talk about dividing above 10."),
        (11, 10, "There are more than 10 members: the number above which it is time to talk about dividing."),
        (7, 6, "There are more than 6 members: the number above which it is time to talk about dividing."),
        (5, 4, "There are more than 4 members: the number above which it is time to talk about dividing."),
        (3, 4, "This is a small group: from 6 to 8 settings work well together."),
    ],
)  # fmt: skip
def test_c2_the_groups_own_number_stands_beside_the_advice(
    members: int, optimum: int | None, said: str | None
) -> None:
    advice = size_advice(members, optimum)
    assert (str(advice) if advice else None) == said


def test_c2_the_usual_optimum_is_the_end_of_the_advice() -> None:
    assert int(SHIPPED["optimum_size"]) == ADVISED_SIZE[-1]
    assert [members for members in range(20) if should_talk_of_dividing(members, None)] == list(range(9, 20))


# --- leaving ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goes", "amount", "said"),
    [
        (None, None, "Nothing is agreed about its share of the supplement. Talk about it before the last day."),
        ("stays", Picked("lesser"), "Its share of the System Leadership Supplement stays with the group."),
        (
            "paid_to_leaver", Picked("fixed", 5050),
            "Its share of the System Leadership Supplement is paid to the setting that leaves. That is £50.50. Money that is committed stays.",
        ),
        (
            "follows", Picked("lesser"),
            "Its share of the System Leadership Supplement follows it to its next group. That is the smaller of the share for the time left "
            "and the share not yet spent. Money that is committed stays.",
        ),
        ("returned", None, "Its share of the System Leadership Supplement is returned to the local authority."),
    ],
)  # fmt: skip
def test_c6_a_leavers_share_in_sentences(goes: str | None, amount: Picked | None, said: str) -> None:
    assert " ".join(str(one) for one in supplement_of_leaver(goes=goes, amount=amount)) == said


def test_c6_every_answer_has_its_sentence() -> None:
    assert set(SHARE_GOES) == set(LEAVER_FUNDING)
    assert set(SHARE_IS) == set(LEAVER_AMOUNTS)


# --- terms of office ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 11, 22), None, None),
        (date(2026, 11, 30), 3, date(2027, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 1, 31), 3, date(2026, 5, 1)),
    ],
)
def test_w1_a_term_ends_after_its_months(start: date, months: int | None, end: date | None) -> None:
    assert end_of_term(start, months) == end


@given(start=st.dates(date(2000, 1, 1), date(2090, 12, 31)), months=st.integers(3, 120))
def test_w1_a_term_is_never_shorter_than_agreed(start: date, months: int) -> None:
    end = end_of_term(start, months)
    assert end is not None
    whole = (end.year - start.year) * 12 + end.month - start.month
    assert (whole, end.day) in {(months, start.day), (months + 1, 1)}


def test_w1_the_typed_values_for_meetings_and_the_supplement() -> None:
    terms = agreed(
        papers_days_ahead="10", meetings_a_year="6", spending_decision="qualified_majority:75", payee="41", who_chairs="in_turn",
        chair_term_months="none", safeguarding_routes="social_care", leaver_funding="vote", leaver_amount="fixed:12.50",
    )  # fmt: skip
    assert terms.papers_due_on(date(2026, 12, 14)) == date(2026, 12, 4)
    assert (terms.meetings_a_year, terms.payee, terms.spending_decision) == (
        6,
        41,
        Picked("qualified_majority", 75),
    )
    assert (
        terms.term_months("chair"),
        terms.says_none("chair_term_months"),
        terms.term_months("administrator"),
    ) == (None, True, 12)
    assert (terms.safeguarding_routes, terms.leaver_funding) == (("social_care",), "vote")
    assert terms.leaver_amount == Picked("fixed", 1250)
    nothing = effective_terms(on=DAY, adopted=(), defaults=[Defaults(1, DAY, {})])
    assert nothing.papers_due_on(DAY) is None
    assert (nothing.payee, nothing.spending_decision, nothing.leaver_amount) == (None, None, None)


def test_w1_words_hold_with_their_version_and_never_in_an_unused_section() -> None:
    texts = {"member_joins": " Come to a meeting first. ", "voting": "", "aims": 7}
    used = effective_terms(on=DAY, adopted=[Adopted(2, DAY, {}, texts=texts)], defaults=())
    said = used.words("member_joins")
    assert said is not None
    assert (said.value, said.source.section, said.source.version) == ("Come to a meeting first.", "1.9", 2)
    assert set(used.said) == {"member_joins"}
    assert not effective_terms(
        on=DAY, adopted=[Adopted(2, DAY, {}, frozenset({"1.9"}), texts=texts)], defaults=()
    ).said
    assert not effective_terms(
        on=DAY - timedelta(days=1), adopted=[Adopted(2, DAY, {}, texts=texts)], defaults=()
    ).said
    with pytest.raises(KeyError):
        used.words("no_question")


# --- drift --------------------------------------------------------------------------------------------------

SEVEN = frozenset(range(1, 8))


def found(terms: EffectiveTerms, **practice: object) -> list[Drift]:
    return drift_of(terms, Practice(**{"members": SEVEN, "leaders": 1, **practice}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "practice", "said"),
    [
        ({}, {}, []),
        ({}, {"held": 10, "attended": 8}, []),
        ({}, {"held": 100, "attended": 61}, ["80% is expected, attendance is 61%. Ask what would help members to come."]),
        (
            {"attendance_threshold": "80"}, {"held": 100, "attended": 61},
            ["The agreement says 80%, attendance is 61%. Ask what would help members to come."],
        ),
        ({"attendance_threshold": "none"}, {"held": 100, "attended": 1}, []),
        ({"attendance_threshold": "61"}, {"held": 100, "attended": 61}, []),
        ({"payee": "3"}, {}, []),
        (
            {"payee": "30"}, {},
            ["The setting that is to receive the supplement for all is no longer a member. Choose another together."],
        ),
        ({"leadership_form": "joint"}, {"leaders": 2}, []),
        (
            {"leadership_form": "joint"}, {},
            ["The agreement says that two or more lead together; one person does. Ask who could share the work."],
        ),
        ({"leadership_form": "one"}, {"leaders": 3}, ["The agreement says that one person leads; 3 do. If that works well, write it down."]),
        ({"leadership_form": "rotating"}, {"leaders": 2}, []),
        (
            {"leadership_form": "rotating"}, {"leaders": 0},
            ["The agreement says how the group is led, and nobody leads at the moment. Talk about who could."],
        ),
        ({"leadership_form": "one"}, {"leaders": 0, "should_be_led": False}, []),
        ({}, {"leaders": 0}, []),
        (
            {}, {"overdue": (("elections", date(2026, 9, 1)), ("work", date(2026, 9, 1)), ("terms", date(2026, 6, 1)))},
            [
                "The elections were due on 1 September 2026. Hold them at your next meeting, or agree another time.",
                "The review of the ways of working was due on 1 June 2026. Read them together, and record what you find.",
            ],
        ),
        ({"optimum_size": "6"}, {}, ["The agreement says to talk about dividing above 6 members; there are 7."]),
        ({"optimum_size": "7"}, {}, []),
        ({}, {"members": frozenset(range(20))}, []),
    ],
)  # fmt: skip
def test_w1_practice_against_the_agreement(
    values: dict[str, str], practice: dict[str, object], said: list[str]
) -> None:
    assert [str(one.reason) for one in found(agreed(**values), **practice)] == said


def test_w1_a_group_without_members_differs_in_nothing() -> None:
    terms = agreed(payee="3", leadership_form="one", optimum_size="2")
    assert drift_of(terms, Practice(leaders=0, held=5, attended=0)) == []


def test_w1_every_difference_has_a_label_and_a_question_and_the_pressing_ones_stand_first() -> None:
    terms = agreed(payee="30", leadership_form="one", optimum_size="2", attendance_threshold="90")
    overdue = (("terms", DAY), ("elections", DAY))
    drifts = found(terms, leaders=2, held=10, attended=1, overdue=overdue)
    assert [one.kind for one in drifts] == list(DriftKind)
    assert all(kind.label for kind in DriftKind)
    assert {one.key for one in drifts} <= set(ANSWERS)
