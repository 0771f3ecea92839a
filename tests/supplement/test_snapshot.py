"""S8: a snapshot is the same bytes for the same run, and gives the same pence again or says what differs."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplement.rules import kept
from supplement.rules.calculation import calculate
from supplement.rules.criteria import Consequence, Kind
from supplement.rules.explaining import working
from supplement.rules.facts import Elsewhere, PlanShare, Source, Staff, Unmet, Waiver
from supplement.rules.kept import read_collaboration, read_terms, written
from supplement.rules.schemes import Basis, Caps, Component, Filter, Pot, Tier
from supplement.rules.snapshot import (
    FORMATS,
    Unreadable,
    digest_of,
    facts_in,
    facts_text,
    input_digest,
    kept_in,
    recalculate,
    recipients_in,
    snapshot,
)
from tests.supplement.facts import A_HEAD, group, group_of, member, terms
from tests.supplement.made_up import made_up_groups, made_up_terms

#: A snapshot of each format as it was written once. It is never written again.
WRITTEN_ONCE = Path(__file__).parent / "snapshots"

FULL = terms(
    replace(
        A_HEAD, only=Filter(frozenset({"school", "non_domestic"}), Decimal("16.0"), 3), member_cap_pence=9000
    ),
    Component(
        "tiers", "By size", Basis.TIERS, tiers=(Tier(Decimal("2.5"), 9000),), collaboration_cap_pence=1
    ),
    pot=Pot(10_000, 500, 1_000_000, 10),
    caps=Caps(8000, 20_000),
)
FACTS = [
    group(
        member(
            2, 6, left_on=date(2026, 12, 1), fte=Decimal("1.50"), hours=Decimal("600.25"), chosen_id=4, name="Oak",
            staff=(Staff(Decimal("37.00"), 3), Staff(Decimal(16))), elsewhere=(Elsewhere(9, 4, date(2026, 9, 1)),),
            unmet=(Unmet(Kind.ATTENDANCE, Consequence.REDUCE, 10, "7 of 10"),),
            staff_source=Source("Staff return", date(2026, 10, 5)), hours_source=Source("Headcount", date(2026, 10, 2)),
        ),
        member(1, 4, staff=(Staff(Decimal(20), 4),), waivers=(Waiver(Kind.TENURE, "Maya", date(2026, 11, 2), "New"),)),
        unmet=(Unmet(Kind.PLAN, Consequence.HOLD),),
        passes_to=(PlanShare(7, 1), PlanShare(8, 2)),
    ),
    group(member(3, None, joined_on=date(2026, 10, 12), carried_from=99), id=2),
]  # fmt: skip


def run(made_up=FULL, facts=FACTS):
    calculation = calculate(made_up, facts)
    return calculation, snapshot(calculation, facts)


def test_s8_terms_and_facts_come_back_as_they_were():
    assert read_terms(json.loads(written(FULL))) == FULL
    assert [read_collaboration(json.loads(written(each))) for each in FACTS] == FACTS


def test_s8_the_facts_of_every_collaboration_are_read_back():
    _calculation, (text, _digest) = run()
    assert [row.id for row in facts_in(text)] == sorted(each.id for each in FACTS)
    assert {row.id: row.name for row in facts_in(text)} == {each.id: each.name for each in FACTS}


def test_s8_a_number_is_written_in_one_way():
    numbers = [written(Decimal(number)) for number in ("12.50", "12.5", "1E+2", "0.00")]
    assert numbers == ['"12.5"', '"12.5"', '"100"', '"0"']


def test_s8_a_snapshot_gives_the_same_pence_again():
    calculation, (text, digest) = run()
    again = recalculate(text, digest=digest)
    assert again.agrees
    assert again.calculation.results == calculation.results
    assert calculation.pence > 0
    assert digest == digest_of(text)
    for id in (1, 2):
        assert kept_in(text, id).steps == working(calculation, id)


def test_s8_the_same_run_gives_the_same_bytes_in_whatever_order_it_was_read():
    mixed = [replace(each, members=each.members[::-1]) for each in FACTS[::-1]]
    assert run(facts=mixed)[1] == run()[1]
    dearer = replace(
        FULL, components=(replace(FULL.components[0], rate=Decimal("12.51")), FULL.components[1])
    )
    assert run(dearer)[1].digest != run()[1].digest


def test_s8_a_snapshot_is_written_in_one_way_and_its_steps_are_drawn_up_from_it():
    """The parts are written one by one: together they are what JSON would write of the whole."""
    calculation, (text, _digest) = run()
    whole = json.loads(text)
    assert text == json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert set(whole) == {"facts", "format", "pence", "results", "terms"}
    assert snapshot(calculation, facts_text(FACTS)) == snapshot(calculation, FACTS)
    assert input_digest(FULL, facts_text(FACTS)) == input_digest(FULL, FACTS)


def test_s8_the_steps_of_the_second_format_are_those_that_the_first_one_kept():
    """The same facts, written once in each format: word for word the same working."""
    first, second = ((WRITTEN_ONCE / f"format_{number}.json").read_text().rstrip("\n") for number in (1, 2))
    assert json.loads(second)["facts"] == json.loads(first)["facts"]
    for each in json.loads(first)["facts"]:
        assert kept_in(second, each["id"]) == kept_in(first, each["id"])


USUAL = member(105, 3, name='Oak "and" Ash', staff_source=Source("Staff \\ return £", date(2026, 10, 5)))


@pytest.mark.parametrize(
    "member",
    [
        USUAL,
        replace(USUAL, heads=0),
        replace(USUAL, heads=None),
        replace(USUAL, name=""),
        replace(USUAL, staff_source=None),
        replace(USUAL, staff_source=Source("", date(2026, 10, 5))),
        replace(USUAL, hours=Decimal("0.0")),
        replace(USUAL, hours=Decimal("0.5"), chosen_id=0),
        *(member for group in FACTS for member in group.members),
    ],
)
def test_s8_a_member_of_whom_only_the_usual_is_known_is_written_as_any_other(member):
    text = written(member)
    assert text == kept._any_member(member)
    whole = json.loads(text)
    assert text == json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert read_collaboration({"id": 1, "name": "", "members": [whole]}).members == (member,)


def changed(text: str, change) -> str:
    whole = json.loads(text)
    change(whole)
    return json.dumps(whole, ensure_ascii=False)


def test_s8_what_was_changed_afterwards_is_told():
    simple = [group_of(4, 2)]
    _calculation, (text, digest) = run(terms(), simple)

    def a_penny_more(whole):
        whole["results"][0]["lines"][1][8] += 1

    (sealed, line) = recalculate(changed(text, a_penny_more), digest=digest).differences
    assert (sealed.what, sealed.kept) == ("digest", digest)
    assert (line.what, line.kept, line.calculated) == ("pence", 2501, 2500)
    assert (line.collaboration_id, line.membership_id, line.component) == (1, 101, "a_head")

    def more_staff(whole):
        whole["facts"][0]["members"][0]["heads"] = 5

    told = {
        (row.what, row.kept, row.calculated) for row in recalculate(changed(text, more_staff)).differences
    }
    assert ("counted", 400, 500) in told
    assert ("pence", 7500, 8750) in told

    def without_a_line(whole):
        del whole["results"][0]["lines"][1]

    lost = recalculate(changed(text, without_a_line)).differences
    assert ("pence", None, 2500) in {(row.what, row.kept, row.calculated) for row in lost}

    def one_line_more(whole):
        whole["results"][0]["lines"].append([5, 5, "a_head", 100, "1/1", 100, 1, 1, 1, [1]])

    more = recalculate(changed(text, one_line_more)).differences
    assert ("pence", 1, None) in {(row.what, row.kept, row.calculated) for row in more}


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "[]", "null", "7", '{"format":0}', '{"format":99}', "{}", '{"format":"1"}', '{"format":true}', '{"format":[]}',
        '{"format":1}', '{"format":1,"terms":{},"facts":[]}', '{"format":1,"pence":0.5}', '{"format":1,"pence":NaN}', "[" * 100_000,
    ],
)  # fmt: skip
def test_s8_what_is_no_snapshot_is_refused(text):
    with pytest.raises(Unreadable):
        recalculate(text)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("terms", "joiners"), "sometimes"),
        (("terms", "full_time_hours"), "many"),
        (("terms", "period", "starts_on"), "2026-13-01"),
        (("terms", "colour"), "red"),
        (("facts",), {"a": 1}),
        (("facts", 0, "members"), 5),
        (("facts", 0, "members", 0, "heads"), "5"),
        (("results",), [{}]),
        (("results",), [[]]),
    ],
)
def test_s8_a_snapshot_with_a_damaged_part_is_refused(path, value):
    def damage(whole):
        for name in path[:-1]:
            whole = whole[name]
        whole[path[-1]] = value

    with pytest.raises(Unreadable):
        recalculate(changed(run()[1].text, damage))


@pytest.mark.parametrize("number", FORMATS)
def test_s8_a_snapshot_of_each_format_stays_readable(number):
    text = (WRITTEN_ONCE / f"format_{number}.json").read_text().rstrip("\n")
    digest = (WRITTEN_ONCE / f"format_{number}.sha256").read_text().split()[0]
    again = recalculate(text, digest=digest)
    assert again.differences == ()
    assert again.calculation.pence == json.loads(text)["pence"] > 0
    assert all(
        str(step.reason) for step in kept_in(text, again.calculation.results[0].collaboration_id).steps
    )


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_s8_every_snapshot_agrees_with_itself(random: Random):
    made_up = made_up_terms(random)
    facts = made_up_groups(random, made_up.period)
    _calculation, (text, digest) = run(made_up, facts)
    assert recalculate(text, digest=digest).differences == ()
    random.shuffle(facts)
    assert run(made_up, facts)[1].digest == digest


def test_s8_what_went_in_has_a_hash_of_its_own():
    _calculation, (text, _digest) = run()
    whole = json.loads(text)
    mixed = [replace(each, members=each.members[::-1]) for each in FACTS[::-1]]
    assert input_digest(FULL, FACTS) == input_digest(FULL, mixed)
    assert input_digest(FULL, FACTS) == digest_of(
        json.dumps(
            {"facts": whole["facts"], "terms": whole["terms"]}, ensure_ascii=False, separators=(",", ":")
        )
    )
    assert input_digest(FULL, FACTS[:1]) != input_digest(FULL, FACTS)
    assert input_digest(replace(FULL, pot=Pot(10_001)), FACTS) != input_digest(FULL, FACTS)


def test_s8_one_collaboration_is_read_back_with_its_terms_facts_and_result():
    calculation, (text, _digest) = run()
    found = kept_in(text, 2)
    assert (found.terms, found.facts) == (FULL, FACTS[1])
    assert found.result["pence"] == calculation.results[1].pence
    with pytest.raises(KeyError):
        kept_in(text, 3)
    first = calculation.results[0]
    assert recipients_in(text)[1] == [
        (to.collaboration_id, to.pence, to.instalments) for to in first.recipients
    ]
    assert [to for to, _pence, _parts in recipients_in(text)[1]] == [7, 8]
    assert recipients_in(text)[2] == [(2, 0, (0,))]


def test_s8_plain_values_are_kept_as_they_are() -> None:
    values = (1, 'a "b" \\ \n £', True, False, None, (2,))
    assert written(values) == json.dumps(values, ensure_ascii=False, separators=(",", ":"))
