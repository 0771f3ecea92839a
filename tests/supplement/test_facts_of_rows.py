"""S8, S5, S6: the facts of a calculation as the rows tell them: who counts, on whose word, and what carries
on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from collaborations.models import Collaboration, Lineage
from memberships.models.members import Membership
from memberships.services.members import join
from provision.models import StaffReturnLine
from reorganisation.services.succession import move_to_successor
from supplement.rules.calculation import calculate
from supplement.rules.criteria import Consequence, Criterion, Kind
from supplement.rules.facts import CollaborationFacts, Elsewhere, PlanShare, Source, Staff, Waiver
from supplement.rules.schemes import Counting
from supplement.selectors.facts import facts_of
from supplement.selectors.fund import parts_by_members, parts_by_plan
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.factories.plans import division
from tests.factories.providers import ProviderFactory, SuccessionLinkFactory
from tests.supplement.facts import terms
from tests.supplement.test_deciding_rules import AUTUMN

pytestmark = pytest.mark.django_db
ON = date(2026, 12, 1)
COUNTED = AUTUMN.count_on
DIVIDED = date(2026, 11, 22)
THREE_MEMBERS = Criterion(Kind.ACTIVE_MEMBERS, Consequence.BLOCK, threshold=3)
RETURN = Criterion(Kind.RETURN, Consequence.EXCLUDE, may_be_waived=True)


def read(criteria: Sequence[Criterion] = (), **how: Any) -> dict[str, CollaborationFacts]:
    return {facts.name: facts for facts in facts_of(AUTUMN, criteria, **{"on": ON, **how})}


def paid(facts: dict[str, CollaborationFacts], rule: Counting = Counting.COUNT_DATE) -> dict[str, int]:
    """By the collaboration that receives it, in pence, at £12.50 a head."""
    names = {each.id: name for name, each in facts.items()}
    results = calculate(terms(period=AUTUMN, joiners=rule, leavers=rule), facts.values()).results
    sums: dict[str, int] = {}
    for result in results:
        for to in result.recipients:
            sums[names[to.collaboration_id]] = sums.get(names[to.collaboration_id], 0) + to.pence
    return sums


@pytest.fixture
def riverside(in_larkshire: Authority, led: Group) -> Collaboration:
    return led.acorns.collaboration


@pytest.fixture
def counted(riverside: Collaboration, led: Group) -> dict[Membership, int]:
    """Staff certified for the count date: 9, 4 and 1."""
    period = ReturnPeriodFactory(count_date=COUNTED)
    staff = {led.acorns: 9, led.bluebells: 4, led.caras: 1}
    for member, number in staff.items():
        StaffReturnFactory(period=period, provider=member.provider, staff=number, certified_by=led.mo)
    return staff


def test_s8_each_number_says_who_certified_it_and_when(
    counted: dict[Membership, int],
    led: Group,
) -> None:
    acorns, bluebells, caras = read()["Riverside"].members
    assert [member.heads for member in (acorns, bluebells, caras)] == [9, 4, 1]
    assert acorns.name == "Acorns"
    assert caras.provider_type == "childminder"
    words = f"Staff return “Autumn 2026”, certified by {led.mo.full_name}"
    assert acorns.staff_source == Source(words, date(2026, 11, 4))
    assert paid(read()) == {"Riverside": 14 * 1250}


def test_s8_detail_counts_where_it_was_asked(counted: dict[Membership, int], led: Group) -> None:
    certified = led.acorns.provider.staff_returns.get()
    for hours, level in (("22.5", 3), ("8", None)):
        StaffReturnLine.objects.create(
            staff_return=certified, hours_a_week=Decimal(hours), qualification_level=level
        )
    assert read()["Riverside"].members[0].staff == ()
    certified.period.asks_detail = True
    certified.period.save()
    assert read()["Riverside"].members[0].staff == (Staff(Decimal("22.5"), 3), Staff(Decimal(8)))


def test_s8_the_number_of_another_count_date_counts_nothing(
    riverside: Collaboration,
    led: Group,
) -> None:
    other = ReturnPeriodFactory(count_date=date(2026, 10, 2))
    StaffReturnFactory(period=other, provider=led.acorns.provider, certified_by=led.mo)
    member = read()["Riverside"].members[0]
    assert (member.heads, member.staff_source) == (None, None)


def test_s5_who_reaches_into_the_period_or_is_there_on_its_count_date(riverside: Collaboration) -> None:
    days = [
        (date(2025, 1, 1), AUTUMN.starts_on, False),
        (date(2025, 1, 1), date(2026, 9, 2), True),
        (date(2026, 12, 31), None, True),
        (AUTUMN.ends_on, None, False),
    ]
    there = []
    for joined_on, left_on, is_there in days:
        member = MembershipFactory(collaboration=riverside, joined_on=joined_on, left_on=left_on)
        there += [member.pk] if is_there else []
    numbers = [member.membership_id for member in read()["Riverside"].members]
    assert numbers[3:] == there
    early = replace(AUTUMN, count_on=date(2026, 8, 20))
    [before] = facts_of(early, [], on=ON)
    assert len(before.members) == 3 + len(there) + 1


def test_s5_a_joiner_and_a_leaver_count_by_days(counted: dict[Membership, int], led: Group) -> None:
    period = led.acorns.provider.staff_returns.get().period
    joiner = MembershipFactory(collaboration=led.acorns.collaboration, joined_on=date(2026, 10, 12))
    StaffReturnFactory(period=period, provider=joiner.provider, staff=6, certified_by=led.mo)
    led.bluebells.left_on = date(2026, 11, 1)  # 61 of 122 days
    led.bluebells.save()
    assert paid(read(), Counting.DAYS) == {"Riverside": 10 * 1250 + 2500 + 4980}
    assert paid(read()) == {"Riverside": 14 * 1250}


def test_s4_who_joined_later_is_asked_but_is_no_active_member(
    counted: dict[Membership, int], led: Group, amina: User
) -> None:
    riverside = led.acorns.collaboration
    joiner = MembershipFactory(collaboration=riverside, joined_on=date(2026, 10, 12))
    led.caras.provider.staff_returns.get().delete()
    [block] = read([RETURN, THREE_MEMBERS])["Riverside"].unmet
    assert (block.kind, block.words) == (Kind.ACTIVE_MEMBERS, "Active members: 2 of 3 on 1 October 2026.")
    members = {member.membership_id: member for member in read([RETURN])["Riverside"].members}
    assert [unmet.kind for unmet in members[joiner.pk].unmet] == [Kind.RETURN]
    assert members[led.acorns.pk].unmet == ()
    waiver = Waiver(Kind.RETURN, "Amina", COUNTED, "She was ill")
    waived = read([RETURN, THREE_MEMBERS], waivers={riverside.pk: {led.caras.pk: [waiver]}})["Riverside"]
    assert waived.unmet == ()
    assert waived.members[2].waivers == (waiver,)


def test_s6_a_member_of_two_groups_is_paid_once(
    counted: dict[Membership, int], led: Group, elsewhere: Collaboration, amina: User
) -> None:
    second = join(collaboration=elsewhere, provider=led.acorns.provider, on=date(2026, 9, 10), by=amina)
    facts = read()
    assert facts["Riverside"].members[0].elsewhere == (Elsewhere(second.pk, elsewhere.pk, date(2026, 9, 10)),)
    assert paid(facts) == {"Riverside": 14 * 1250, "Hillside": 0}
    alone = read(groups=[elsewhere.pk])
    assert set(alone) == {"Hillside"}
    assert alone["Hillside"] == facts["Hillside"]


@pytest.mark.parametrize("rule", Counting)
def test_s6_a_setting_that_was_taken_over_keeps_its_line(
    counted: dict[Membership, int], led: Group, amina: User, rule: Counting
) -> None:
    new = ProviderFactory(name="Acorns and Oaks", registered_on=DIVIDED)
    link = SuccessionLinkFactory(old=led.acorns.provider, new=new, on=DIVIDED)
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    move_to_successor(link=link, on=DIVIDED, memberships=[led.acorns.pk], by=amina, at=at)
    facts = read()
    assert [member.carried_from for member in facts["Riverside"].members][-1] == led.acorns.pk
    assert paid(facts, rule) == {"Riverside": 14 * 1250}


def test_o2_a_take_over_that_nobody_moved_is_seen_by_its_days(
    counted: dict[Membership, int], led: Group
) -> None:
    link = SuccessionLinkFactory(old=led.acorns.provider, on=DIVIDED)
    led.acorns.left_on = DIVIDED
    led.acorns.save()
    MembershipFactory(collaboration=led.acorns.collaboration, provider=link.new, joined_on=DIVIDED)
    assert paid(read(), Counting.WHOLE) == {"Riverside": 14 * 1250}


@pytest.mark.parametrize("rule", Counting)
def test_s6_a_group_that_divided_passes_its_sum_on_by_where_its_members_went(
    counted: dict[Membership, int], led: Group, amina: User, rule: Counting
) -> None:
    draft = division(led, amina, takes_effect_on=DIVIDED)
    draft.agree()
    draft.carry_out()
    facts = read()
    up, down = (Collaboration.objects.get(name=name).pk for name in ("Upstream", "Downstream"))
    assert facts["Riverside"].passes_to == (PlanShare(up, 2), PlanShare(down, 1))
    assert paid(facts, rule) == {"Upstream": 11667, "Downstream": 14 * 1250 - 11667}
    assert read(groups=[up]) == facts


def test_s6_a_group_that_divided_is_split_by_the_shares_of_its_plan(
    counted: dict[Membership, int], led: Group, amina: User
) -> None:
    draft = division(led, amina, takes_effect_on=DIVIDED)
    up, down = draft.plan.successors.order_by("pk")
    with pytest.raises(ValidationError) as refused:
        draft.terms(takes_effect_on=DIVIDED, shares={up.pk: 25, down.pk: 70})
    assert set(refused.value.message_dict) == {f"share_{down.pk}"}
    draft.terms(takes_effect_on=DIVIDED, shares={up.pk: 25, down.pk: 75})
    draft.agree()
    draft.carry_out()
    facts = read()
    first, second = (Collaboration.objects.get(name=name).pk for name in ("Upstream", "Downstream"))
    assert facts["Riverside"].passes_to == (PlanShare(first, 1), PlanShare(second, 3))
    assert paid(facts, Counting.WHOLE) == {"Upstream": 4375, "Downstream": 13125}
    group = led.collaboration.pk
    assert [(part.name, part.pence) for part in parts_by_plan(group, 10_001)] == [
        ("Upstream", 2500), ("Downstream", 7501),
    ]  # fmt: skip
    assert sum(part.pence for part in parts_by_members(group, 10_001)) == 10_001


def test_s4_a_group_that_ended_is_asked_nothing_of_its_own_after(
    counted: dict[Membership, int], led: Group, amina: User
) -> None:
    later = Criterion(Kind.PLAN, Consequence.BLOCK)
    group = led.acorns.collaboration
    assert [unmet.kind for unmet in read([later])["Riverside"].unmet] == [Kind.PLAN]
    Lineage.objects.create(earlier=group, later=CollaborationFactory(name="Upstream"), on=COUNTED)
    assert read([later])["Riverside"].unmet == ()


def test_s8_a_closed_group_counts_until_it_closed(counted: dict[Membership, int], led: Group) -> None:
    group = led.acorns.collaboration
    Collaboration.objects.filter(pk=group.pk).update(state="closed", closed_on=date(2026, 10, 1))
    assert paid(read()) == {"Riverside": 0}
    assert {member.left_on for member in read()["Riverside"].members} == {date(2026, 10, 1)}
    Collaboration.objects.filter(pk=group.pk).update(closed_on=date(2026, 9, 1))
    assert read() == {}
    Collaboration.objects.filter(pk=group.pk).update(closed_on=None)
    assert read() == {}


def test_s8_a_group_that_is_asked_for_has_facts_without_a_member_too(riverside: Collaboration) -> None:
    empty = CollaborationFactory(name="Nobody")
    facts = read([THREE_MEMBERS], groups=[empty.pk])["Nobody"]
    assert facts.members == ()
    assert [unmet.words for unmet in facts.unmet] == ["Active members: 0 of 3 on 1 October 2026."]
    assert "Nobody" not in read()


def test_s8_facts_take_as_many_statements_for_many_groups_as_for_one(
    counted: dict[Membership, int],
    led: Group,
) -> None:
    criteria = [RETURN, THREE_MEMBERS, Criterion(Kind.MEETINGS, Consequence.WARN, threshold=1)]
    with CaptureQueriesContext(connection) as before:
        read(criteria)
    period = led.acorns.provider.staff_returns.get().period
    for number in range(9):
        member = MembershipFactory(collaboration__name=f"Group {number}")
        StaffReturnFactory(period=period, provider=member.provider, certified_by=led.mo)
    with CaptureQueriesContext(connection) as after:
        assert len(read(criteria)) == 10
    assert len(after) == len(before) == 7


@pytest.mark.parametrize("few", [0, 300])
def test_s8_facts_of_few_and_of_many_groups_are_the_same_and_no_plan_hangs_on_statistics(
    counted: dict[Membership, int], led: Group, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    other = MembershipFactory(collaboration__name="Hillside", provider=led.acorns.provider)
    MembershipFactory(collaboration__name="Far away")
    everywhere = read([RETURN])
    assert any(member.unmet for member in everywhere["Far away"].members)  # nothing certified there
    monkeypatch.setattr("supplement.selectors.members.FEW_GROUPS", few)
    monkeypatch.setattr("supplement.selectors.evidence.FEW_SETTINGS", few)
    with CaptureQueriesContext(connection) as queries:
        assert read([RETURN], groups=[led.collaboration.pk]) == {"Riverside": everywhere["Riverside"]}
    assert everywhere["Riverside"].members[0].elsewhere[0].membership_id == other.pk
    asked = [row["sql"] for row in queries if 'FROM "memberships_membership"' in row["sql"]]
    with connection.cursor() as cursor:
        for sql in asked:
            assert "IN (SELECT" not in sql
            cursor.execute(f"EXPLAIN {sql}")
            plan = "\n".join(row[0] for row in cursor.fetchall())
            assert "SubPlan" not in plan
            assert "Semi Join" not in plan
