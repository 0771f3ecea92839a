"""S1, S5, S6: what always holds of a calculation, whatever the scheme."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from supplement.rules.calculation import RATED, calculate, is_excluded, percent_of
from supplement.rules.counting import Parts
from supplement.rules.facts import Elsewhere
from supplement.rules.schemes import Basis, Counting, Pot, Twice
from tests.supplement.facts import member, terms
from tests.supplement.made_up import made_up_groups, made_up_member, made_up_span, made_up_terms

RANDOM = st.randoms(use_true_random=False)
MANY = settings(max_examples=60, deadline=None)


@MANY
@given(RANDOM)
def test_s6_parts_equal_the_whole_at_every_level(random):
    made_up = made_up_terms(random)
    calculation = calculate(made_up, made_up_groups(random, made_up.period))
    for result in calculation.results:
        assert sum(line.pence for line in result.lines) == result.pence
        assert sum(line.capped_pence for line in result.lines) == result.sum_pence
        assert sum(result.instalments) == result.pence
        assert sum(to.pence for to in result.recipients) == result.pence
        for line in result.lines:
            assert sum(line.instalments) == line.pence
        for place in range(len(made_up.period.instalments)):
            assert sum(line.instalments[place] for line in result.lines) == result.instalments[place]
            assert sum(to.instalments[place] for to in result.recipients) == result.instalments[place]
    assert sum(result.pence for result in calculation.results) == calculation.pence
    assert sum(line.pence for line in calculation.lines) == calculation.pence


@MANY
@given(RANDOM)
def test_s6_caps_and_pots_are_never_exceeded_and_nothing_is_below_nothing(random):
    made_up = made_up_terms(random)
    calculation = calculate(made_up, made_up_groups(random, made_up.period))
    caps = {component.key: component for component in made_up.components}
    for result in calculation.results:
        of_member: dict[int, int] = {}
        of_component: dict[str, int] = {}
        for line in result.lines:
            assert line.pence >= 0
            assert 0 <= line.part <= 1
            assert all(part >= 0 for part in line.instalments)
            cap = caps[line.component].member_cap_pence
            assert cap is None or line.pence <= cap
            of_member[line.membership_id] = of_member.get(line.membership_id, 0) + line.pence
            of_component[line.component] = of_component.get(line.component, 0) + line.pence
        if (cap := made_up.caps.member_pence) is not None:
            assert max(of_member.values(), default=0) <= cap
        if (cap := made_up.caps.collaboration_pence) is not None:
            assert result.pence <= cap
        for key, pence in of_component.items():
            cap = caps[key].collaboration_cap_pence
            assert cap is None or pence <= cap
        assert result.pence <= result.asked_pence <= result.sum_pence
        assert not (result.is_blocked and result.pence)
    pot = made_up.pot.shared_pence
    assert pot is None or calculation.pence == min(pot, calculation.asked_pence)
    for component in made_up.components:
        if component.basis is Basis.POT:
            total = sum(line.rounded_pence for line in calculation.lines if line.component == component.key)
            assert total in (0, component.sum_pence)


@MANY
@given(RANDOM)
def test_s6_the_order_of_members_and_groups_does_not_matter(random):
    made_up = made_up_terms(random)
    groups = made_up_groups(random, made_up.period)
    components = list(made_up.components)
    mixed = [
        replace(group, members=tuple(random.sample(group.members, len(group.members)))) for group in groups
    ]
    random.shuffle(mixed)
    random.shuffle(components)
    again = calculate(replace(made_up, components=tuple(components)), mixed)
    assert again.results == calculate(made_up, groups).results


@MANY
@given(RANDOM)
def test_s6_adding_a_member_never_lowers_the_total_where_the_pot_is_open(random):
    made_up = replace(made_up_terms(random, bases=sorted(RATED)), pot=Pot())
    groups = [group for group in made_up_groups(random, made_up.period) if group.members]
    newcomer = made_up_member(random, 99_999, made_up.period, meets_all=True)
    more = [
        replace(group, members=(*group.members, newcomer)) if number == 0 else group
        for number, group in enumerate(groups)
    ]
    assert calculate(made_up, more).pence >= calculate(made_up, groups).pence


@MANY
@given(RANDOM)
def test_s4_leaving_a_member_out_is_as_if_it_were_no_member(random):
    made_up = made_up_terms(random)
    groups = made_up_groups(random, made_up.period)
    without = [
        replace(group, members=tuple(each for each in group.members if not is_excluded(each) or blocks(each)))
        for group in groups
    ]
    paid = [result.pence for result in calculate(made_up, groups).results]
    assert [result.pence for result in calculate(made_up, without).results] == paid


def blocks(one) -> bool:
    return any(unmet.consequence.value == "block" for unmet in one.unmet)


@MANY
@given(
    RANDOM, st.sampled_from(Twice), st.sampled_from(Counting), st.sampled_from(Counting), st.integers(1, 4)
)
def test_s5_a_setting_in_several_groups_is_paid_for_one_period_at_most(
    random, twice, joiners, leavers, groups
):
    made_up = terms(joiners=joiners, leavers=leavers, twice=twice)
    spans = [made_up_span(random, made_up.period) for _ in range(groups)]
    rows = [Elsewhere(number, 10 + number, *span) for number, span in enumerate(spans, 1)]
    parts = Parts(made_up)
    chosen = random.choice([None, 11, 12])
    paid = [
        parts.of_member(
            row.collaboration_id,
            member(
                row.membership_id,
                joined_on=row.joined_on,
                left_on=row.left_on,
                elsewhere=tuple(other for other in rows if other is not row),
                chosen_id=chosen,
            ),
        )
        for row in rows
    ]
    assert sum(paid) <= 1
    assert all(part <= parts.of(row.joined_on, row.left_on) for part, row in zip(paid, rows, strict=True))
    assert (sum(paid) > 0) == any(parts.of(row.joined_on, row.left_on) for row in rows)


@given(st.integers(0, 10**9), st.integers(0, 100))
def test_s4_a_reduced_cap_is_never_above_the_cap(pence, percent):
    assert 0 <= percent_of(pence, percent) <= pence
