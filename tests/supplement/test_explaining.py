"""S8: the working of a calculation, as sentences with the calculation's own figures."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplement.rules.calculation import calculate
from supplement.rules.counting import Parts
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.explaining import part_in_units, working
from supplement.rules.facts import Elsewhere, PlanShare, Source, Staff, Unmet, Waiver
from supplement.rules.schemes import (
    Basis,
    Caps,
    Component,
    Counting,
    Filter,
    Instalment,
    Measure,
    Pot,
    Tier,
    Twice,
)
from supplement.rules.steps import SENTENCES, Step, number_in_words, step, value_read
from tests.supplement.facts import A_HEAD, AUTUMN, LONG_AGO, group, group_of, member, terms
from tests.supplement.made_up import made_up_groups, made_up_terms

RETURNED = Source("Staff return confirmed by Mo Member", date(2026, 10, 5))
BY_DAYS = {"joiners": Counting.DAYS, "leavers": Counting.DAYS}
PLACES = re.compile(r"%\((\w+)\)s")


def said(terms, *groups, of: int | None = None, id: int = 1) -> list[str]:
    """The working of a group, of one member or of the group itself."""
    steps = working(calculate(terms, groups), id)
    return [str(each.reason) for each in steps if each.membership_id == of]


def test_s8_a_line_is_told_from_its_source_to_its_rounding():
    joiner = member(1, 6, joined_on=date(2026, 10, 12), staff_source=RETURNED)
    assert said(terms(**BY_DAYS), group(joiner), of=1) == [
        "It joined on 12 October 2026. Who joins counts so: “By days as a member”.",
        "81 of the period's 122 days count.",
        "Staff, by head: 6. Source: Staff return confirmed by Mo Member, 5 October 2026.",
        "6 × £12.50 × 81/122 = £49.7951, rounded to £49.80 (+£0.0049).",
    ]
    assert said(terms(**BY_DAYS), group(joiner)) == [
        "The members' lines come to £49.80.",
        "The collaboration gets £49.80.",
        "On 1 December 2026: 100% of it, £49.80.",
    ]


@pytest.mark.parametrize(
    ("one", "more", "words"),
    [
        (member(1), {}, ["The whole period counts.", "Staff, by head: 6.", "6 × £12.50 = £75.00."]),
        (
            member(1, left_on=date(2026, 12, 1)), {"leavers": Counting.MONTHS},
            [
                "Its last day was 30 November 2026. Who leaves counts so: “By whole months as a member”.",
                "3 of the period's 4 months count.", "Staff, by head: 6.", "6 × £12.50 × 3/4 = £56.25.",
            ],
        ),
        (
            member(1, None, joined_on=date(2026, 10, 2)), {},
            [
                "It joined on 2 October 2026. Who joins counts so: “Whoever is a member on the count date counts"
                " for the whole period”.",
                "Nothing of the period counts.", "No staff number was confirmed, so no staff count.",
                "Staff, by head: 0.", "0 × £12.50 × 0/1 = £0.00.",
            ],
        ),
        (
            member(1, elsewhere=(Elsewhere(2, 7, date(2026, 9, 1)),)), {},
            [
                "The setting is in other groups too. It is paid in: “The group it joined first”.",
                "The whole period counts.", "Staff, by head: 6.", "6 × £12.50 = £75.00.",
            ],
        ),
    ],
)  # fmt: skip
def test_s5_the_part_of_the_period_is_told(one, more, words):
    assert said(terms(**more), group(one), of=1) == words


def test_s4_criteria_and_waivers_are_told_where_they_hold():
    unmet = [
        Unmet(Kind.ATTENDANCE, Consequence.REDUCE, 10, "7 of 10 meetings"),
        Unmet(Kind.MINUTES, Consequence.WARN),
    ]
    waived = Waiver(Kind.TENURE, "Maya Manager", date(2026, 11, 2), "It opened in September.")
    both = group(
        member(1, unmet=tuple(unmet), waivers=(waived,)),
        member(2, unmet=(Unmet(Kind.RETURN, Consequence.EXCLUDE),)),
        unmet=(Unmet(Kind.PLAN, Consequence.HOLD), Unmet(Kind.PAYEE, Consequence.BLOCK)),
    )
    assert said(terms(), both)[:2] == [
        "“Development plan in force” is not met: the payment waits.",
        "“Payee named” is not met: nothing is paid to the collaboration.",
    ]
    assert said(terms(), both, of=1)[:4] == [
        "“Attendance at meetings” is not met: 10% less.",
        "7 of 10 meetings",
        "“Minutes kept” is not met. It is paid all the same.",
        "“Time as a member” was waived by Maya Manager on 2 November 2026: It opened in September.",
    ]
    assert said(terms(), both, of=2) == [
        "“Staff number certified” is not met: this member is left out.",
        "Staff, by head: 6.",
        "6 × £12.50 × 0/1 × 0% = £0.00.",
    ]
    assert said(terms(), group(member(1, unmet=tuple(unmet))), of=1)[-1] == "6 × £12.50 × 90% = £67.50."


def test_s3_posts_filters_and_hours_are_told():
    staff = tuple(Staff(Decimal(hours)) for hours in ("37", "30", "22.5", "16", "8"))
    posts = Component("posts", "Posts", Basis.FTE, Decimal(25))
    one = member(1, 5, staff=staff)
    assert said(terms(posts), group(one), of=1)[1:] == [
        "113.5 hours a week over 37 make 3.07 posts, rounded to two places.",
        "Staff, by full-time equivalent: 3.07.",
        "3.07 × £25.00 = £76.75.",
    ]
    assert "No hours were told, so no full-time posts count." in said(terms(posts), group(member(1)), of=1)
    graduates = replace(A_HEAD, only=Filter(min_level=6))
    assert said(terms(graduates), group(one), of=1)[1] == (
        "“For each member of staff” counts only some types, hours or qualifications."
    )
    hours = Component("hours", "Hours", Basis.HOURS, Decimal("0.0125"))
    told = member(1, hours=Decimal(1250), hours_source=Source("Headcount", date(2026, 10, 2)))
    assert said(terms(hours), group(told), of=1)[1:] == [
        "Funded hours: 1,250. Source: Headcount, 2 October 2026.",
        "1,250 × £0.0125 = £15.6250, rounded to £15.63 (+£0.0050).",
    ]


def test_s6_caps_pot_and_instalments_are_told():
    first = replace(A_HEAD, member_cap_pence=10000, collaboration_cap_pence=15000)
    second = Component("b_setting", "Each setting", Basis.SETTING, Decimal(50))
    halves = tuple(Instalment(date(2026, month, 1), 50) for month in (10, 12))
    capped = terms(
        first, second,
        caps=Caps(12000, 13000), pot=Pot(13000, 1000), period=replace(AUTUMN, instalments=halves),
    )  # fmt: skip
    groups = [group_of(20, 20, id=1), group_of(6, id=2)]
    assert said(capped, *groups) == [
        "The members' lines come to £240.00.",
        "At most £150.00 for the collaboration from “For each member of staff”, not £160.00.",
        "At most £130.00 for the collaboration from everything, not £230.00.",
        "All collaborations come to £250.00 and £120.00 may be paid: £120.00 × £130.00 ÷ £250.00 is £62.40, by"
        " the largest remainder.",
        "The collaboration gets £62.40.",
        "On 1 October 2026: 50% of it, £31.20.",
        "On 1 December 2026: 50% of it, £31.20.",
    ]
    assert said(capped, *groups, of=100)[2:] == [
        "20 × £12.50 = £250.00.",
        "At most £100.00 for a member from “For each member of staff”: £100.00.",
        "Settings: 1.",
        "1 × £50.00 = £50.00.",
        "At most £120.00 for a member from everything, not £150.00.",
        "That leaves £80.00 here.",
        "That leaves £40.00 here.",
        "Of that: £150.00 × £80.00 ÷ £160.00 is £75.00, by the largest remainder.",
        "Of what is paid: £62.40 × £75.00 ÷ £230.00 is £20.35, by the largest remainder.",
        "Of what is paid: £62.40 × £40.00 ÷ £230.00 is £10.85, by the largest remainder.",
    ]
    enough = said(terms(pot=Pot(100_000)), group_of(6))
    assert "All collaborations come to £75.00. £1,000.00 may be paid, so nobody gets less." in enough


def test_s3_fixed_sums_are_told():
    each = Component("each", "A group", Basis.COLLABORATION, Decimal(100))
    tiers = Component("tiers", "By size", Basis.TIERS, tiers=(Tier(Decimal(10), 9000), Tier(Decimal(5), 50)))
    pot = Component("pot", "The pot", Basis.POT, sum_pence=30000, measure=Measure.SETTINGS)
    reduced = group_of(6, 6, unmet=(Unmet(Kind.PLAN, Consequence.REDUCE, 10),))
    assert said(terms(each, tiers, pot), reduced, group_of(2, id=2))[1:9] == [
        "“A group” is £100.00 for each collaboration.",
        "Reductions leave 90%: £90.00.",
        "The collaboration's size is 2 (Settings).",
        "“The pot”: £300.00 × 9/14 is £192.86, by the largest remainder.",
        "The collaboration's size is 12 (Staff, by head).",
        "From 10 on, “By size” is £90.00.",
        "Reductions leave 90%: £81.00.",
        "The members' lines come to £363.86.",
    ]
    assert "£90.00 × 1/2 is £45.00, by the largest remainder." in said(terms(each), reduced, of=100)
    assert "That is below the first tier of “By size”." in said(terms(tiers), group_of(4))
    assert "“The pot”: £300.00 × 0/1 is £0.00, by the largest remainder." in said(terms(pot), group())


def test_s6_who_gets_a_divided_group_s_sum_is_told():
    divided = group_of(6, passes_to=(PlanShare(2, 2), PlanShare(9, 1)))
    assert said(terms(), divided, group_of(1, id=2))[-2:] == [
        "By the plan, 2 of 3 parts go to Group 2: £50.00.",
        "By the plan, 1 of 3 parts go to 9: £25.00.",
    ]


def test_s5_a_part_in_no_unit_of_the_scheme_is_a_fraction():
    assert part_in_units(Parts(terms()), Fraction(1, 3)) == ("part_other", 1, 3)
    assert part_in_units(Parts(terms(**BY_DAYS)), Fraction(163, 244)) == ("part_other", 163, 244)
    shared = member(1, elsewhere=(Elsewhere(2, 7, LONG_AGO),))
    assert "1/2 of the period counts." in said(terms(twice=Twice.SPLIT), group(shared), of=1)


def test_s8_a_group_that_is_not_in_the_run_has_no_working():
    with pytest.raises(KeyError):
        working(calculate(terms(), [group_of(1)]), 2)


@pytest.mark.parametrize("key", SENTENCES)
def test_s8_every_sentence_can_be_said_and_is_plain(key):
    code, sentence = SENTENCES[key]
    assert re.fullmatch(r"S[1-8]", code)
    assert sentence.endswith((".", "%(words)s", "%(reason)s"))
    labels = {"kind": "plan", "joiners": "days", "leavers": "days", "twice": "split", "measure": "heads"}
    facts = {name: labels.get(name, 12345) for name in PLACES.findall(sentence)}
    words = str(Step(key, facts).reason)
    assert "%(" not in words
    assert all(("£123.45" in words) for name in facts if name.endswith("_pence"))


@pytest.mark.parametrize(
    ("hundredths", "words"), [(600, "6"), (307, "3.07"), (350, "3.5"), (125_050, "1,250.5"), (0, "0")]
)
def test_s8_a_number_is_told_with_the_places_that_it_has(hundredths, words):
    assert number_in_words(hundredths) == words


@pytest.mark.parametrize(
    ("name", "kept", "value"),
    [("pay_on", "2026-12-01", date(2026, 12, 1)), ("by", "2026-12-01", "2026-12-01"), ("all", 4, 4)],
)
def test_s8_a_fact_of_the_first_format_is_read_back_from_plain_json(name, kept, value):
    assert value_read(name, kept) == value
    assert step("paid", 1, "a", paid_pence=5) == Step("paid", {"paid_pence": 5}, 1, "a")


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_s8_every_calculation_can_be_told_and_the_sums_are_its_own(random: Random):
    made_up = made_up_terms(random)
    calculation = calculate(made_up, made_up_groups(random, made_up.period))
    for result in calculation.results:
        steps = working(calculation, result.collaboration_id)
        assert all(str(each.reason) for each in steps)
        paid = [each.facts["paid_pence"] for each in steps if each.key == "paid"]
        assert paid == [result.pence]
        last = {
            (each.membership_id, each.component): each.facts["line_pence"]
            for each in steps
            if "line_pence" in each.facts
        }
        assert last == {(line.membership_id, line.component): line.pence for line in result.lines}
