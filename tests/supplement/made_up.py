"""Schemes and facts made up at random, with joiners, leavers, members of several groups, caps and shares."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from supplement.rules.criteria import Consequence, Kind
from supplement.rules.facts import CollaborationFacts, Elsewhere, MemberFacts, PlanShare, Staff, Unmet
from supplement.rules.schemes import (
    Basis,
    Caps,
    Component,
    Counting,
    Filter,
    Instalment,
    Measure,
    Period,
    Pot,
    Terms,
    Tier,
    Twice,
)

TYPES = ("childminder", "non_domestic", "school")
RATES = frozenset({Basis.HEADS, Basis.FTE, Basis.SETTING, Basis.HOURS})


def maybe(random: Random, value, of: int = 3):
    """The value once in so many times, else nothing."""
    return value if random.randrange(of) == 0 else None


def made_up_terms(random: Random, bases=tuple(Basis)) -> Terms:
    period = made_up_period(random)
    keys = random.sample("abcde", random.randint(1, 3))
    return Terms(
        components=tuple(made_up_component(random, key, random.choice(bases)) for key in keys),
        period=period,
        pot=Pot(maybe(random, random.randint(0, 200_000)), random.choice([0, 0, 500, 20_000])),
        caps=Caps(maybe(random, random.randint(0, 20_000), 4), maybe(random, random.randint(0, 60_000), 4)),
        joiners=random.choice(list(Counting)),
        leavers=random.choice(list(Counting)),
        twice=random.choice(list(Twice)),
        full_time_hours=random.choice([Decimal(37), Decimal("37.5"), Decimal(40)]),
    )


def made_up_period(random: Random) -> Period:
    starts_on = date(2026, 1, 1) + timedelta(random.randrange(365))
    ends_on = starts_on + timedelta(random.randint(1, 200))
    count_on = starts_on + timedelta(
        random.randint(-20, 220) if random.randrange(4) == 0 else random.randrange(30)
    )
    percents = random.choice([(100,), (50, 50), (33, 33, 34), (10, 90)])
    instalments = tuple(Instalment(ends_on + timedelta(number), each) for number, each in enumerate(percents))
    return Period("p", "Period", starts_on, ends_on, count_on, count_on, ends_on, ends_on, instalments)


def made_up_component(random: Random, key: str, basis: Basis) -> Component:
    only = Filter(
        frozenset(random.sample(TYPES, random.choice([0, 0, 0, 1, 2]))),
        maybe(random, Decimal(random.choice(["16", "22.5"])), 6),
        maybe(random, random.randint(2, 6), 6),
    )
    starts = sorted(random.sample(range(40), random.randint(1, 4)))
    return Component(
        key=key,
        name=key.upper(),
        basis=basis,
        rate=Decimal(random.choice([random.randint(0, 500_000), random.randint(0, 9_999)])).scaleb(-4),
        sum_pence=random.randint(0, 300_000),
        measure=random.choice(list(Measure)),
        tiers=tuple(Tier(Decimal(start), 1000 * place) for place, start in enumerate(starts, 1)),
        only=only,
        member_cap_pence=maybe(random, random.randint(0, 20_000), 5),
        collaboration_cap_pence=maybe(random, random.randint(0, 40_000), 5),
    )


def made_up_member(
    random: Random, membership_id: int, period: Period, *, meets_all: bool = False
) -> MemberFacts:
    joined_on, left_on = made_up_span(random, period)
    detail = tuple(
        Staff(
            Decimal(random.choice(["37", "30", "22.5", "16", "8", "7.25"])),
            maybe(random, random.randint(1, 8), 2),
        )
        for _ in range(random.choice([0, 0, 1, 3, 5]))
    )
    elsewhere = tuple(
        Elsewhere(membership_id * 10_000 + number, random.randint(50, 60), *made_up_span(random, period))
        for number in range(random.choice([0, 0, 0, 0, 1, 1, 2, 3]))
    )
    return MemberFacts(
        membership_id=membership_id,
        provider_id=membership_id,
        provider_type=random.choice(TYPES),
        joined_on=joined_on,
        left_on=left_on,
        heads=random.choice([None, 0, 1, 2, 5, 9, 14]),
        fte=maybe(random, Decimal(random.randint(0, 900)).scaleb(-2), 2),
        staff=detail,
        hours=Decimal(random.randint(0, 100_000)).scaleb(-2),
        unmet=() if meets_all else made_up_unmet(random, Consequence),
        elsewhere=elsewhere,
        chosen_id=random.choice([None, membership_id // 100, 50, 55]),
    )


def made_up_span(random: Random, period: Period) -> tuple[date, date | None]:
    days = (period.ends_on - period.starts_on).days
    joined_on = period.starts_on + timedelta(random.choice([-400, -400, random.randint(-5, days + 5)]))
    left_on = joined_on + timedelta(random.randint(1, 500)) if random.randrange(3) == 0 else None
    return joined_on, left_on


def made_up_unmet(random: Random, consequences) -> tuple[Unmet, ...]:
    if random.randrange(5):
        return ()
    kinds = random.sample(list(Kind), random.randint(1, 2))
    return tuple(
        Unmet(kind, random.choice(sorted(consequences)), random.choice([0, 10, 33, 80])) for kind in kinds
    )


def made_up_groups(random: Random, period: Period) -> list[CollaborationFacts]:
    groups = []
    for id in random.sample(range(1, 40), random.randint(0, 5)):
        members = [
            made_up_member(random, 100 * id + number, period)
            for number in random.sample(range(20), random.randint(0, 7))
        ]
        unmet = made_up_unmet(random, set(Consequence) - {Consequence.EXCLUDE})
        shares = tuple(PlanShare(of, random.randint(0, 3)) for of in random.sample(range(40, 45), 2))
        groups.append(
            CollaborationFacts(
                id, f"Group {id}", tuple(members), unmet, passes_to=maybe(random, shares, 6) or ()
            )
        )
    return groups
