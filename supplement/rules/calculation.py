"""S6, S1: the System Leadership Supplement of one period, to the penny: the one way in is `calculate`.

Member cap, sum, collaboration cap, the pot less its contingency, back to the member lines, instalments: each
level is the sum of the one below. What a figure came from is told by `explaining.working`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from core.money import half_up, shared
from supplement.rules.counting import NOTHING, Parts, counted, hundredths, units
from supplement.rules.criteria import Consequence
from supplement.rules.facts import CollaborationFacts, MemberFacts, Unmet
from supplement.rules.passing import carried_on
from supplement.rules.schemes import Basis, Component, Measure, Terms

#: Units of a rate in one pound: four places.
RATE_UNITS = 10_000
#: Hundredths counted, times units of rate, times per cent, make one penny.
IN_A_PENNY = 1_000_000

MEASURES = {
    Basis.HEADS: Measure.HEADS,
    Basis.FTE: Measure.FTE,
    Basis.SETTING: Measure.SETTINGS,
    Basis.COLLABORATION: Measure.SETTINGS,
    Basis.HOURS: Measure.HOURS,
}
RATED = frozenset({Basis.HEADS, Basis.FTE, Basis.SETTING, Basis.HOURS})


class Line(NamedTuple):
    """S8: one claim, component and member. All sums in pence.

    ``counted`` in hundredths; ``part`` of the period; ``kept_percent`` after reductions; ``rounded_pence``
    after the one rounding (or the part of a fixed sum); ``capped_pence`` after the member's caps;
    ``pence`` what is paid, in ``instalments``.
    """

    collaboration_id: int
    membership_id: int
    provider_id: int
    component: str
    counted: int
    part: Fraction
    kept_percent: int
    rounded_pence: int
    capped_pence: int
    pence: int
    instalments: tuple[int, ...]


class Recipient(NamedTuple):
    """Who gets a collaboration's sum: itself, or those that it became."""

    collaboration_id: int
    pence: int
    instalments: tuple[int, ...]


class Result(NamedTuple):
    """One collaboration: ``sum_pence`` of its lines after the member caps, ``asked_pence`` after its own,
    ``pence`` after the pot: the sum of its lines, its instalments and its recipients.
    """

    collaboration_id: int
    name: str
    lines: tuple[Line, ...]
    sum_pence: int
    asked_pence: int
    pence: int
    instalments: tuple[int, ...]
    recipients: tuple[Recipient, ...]
    is_blocked: bool
    is_held: bool


@dataclass(slots=True)
class Reckoning:
    """A collaboration while it is calculated. Lists by component (in the order of keys), then by member.

    ``kept_percent``: of the collaboration's own sums. ``rounded``, ``capped`` and ``limited`` are the pence
    after rounding, after the member's caps, and after the component's cap for the collaboration. ``fixed``
    has the pence of what its members share, by component; ``scale`` makes all parts of the run whole.
    """

    facts: CollaborationFacts
    kept_percent: int
    parts: list[Fraction]
    kept: list[int]
    counts: list[list[int]]
    rounded: list[list[int]] = field(default_factory=list)
    capped: list[list[int]] = field(default_factory=list)
    limited: list[list[int]] = field(default_factory=list)
    fixed: dict[str, int] = field(default_factory=dict)
    asked: int = 0
    scale: int = 1

    def weights(self, place: int) -> list[int]:
        """What a component's fixed sum is shared by: counted, times part, times what reductions leave."""
        return [
            count * part.numerator * (self.scale // part.denominator) * percent
            for count, part, percent in zip(self.counts[place], self.parts, self.kept, strict=True)
        ]

    def fixed_weight(self, place: int) -> int:
        """The collaboration's weight in a component that all collaborations share."""
        return sum(self.weights(place))

    def size(self, place: int) -> Fraction:
        """The collaboration's size in hundredths of what a component counts."""
        return sum(
            (count * part for count, part in zip(self.counts[place], self.parts, strict=True)), NOTHING
        )


@dataclass(frozen=True)
class Calculation:
    """S6: the whole of a run. ``results`` in the order of the collaborations' ids; sums in pence."""

    terms: Terms
    components: tuple[Component, ...]
    results: tuple[Result, ...]
    reckonings: tuple[Reckoning, ...]

    @cached_property
    def pence(self) -> int:
        """What is paid."""
        return sum(result.pence for result in self.results)

    @cached_property
    def asked_pence(self) -> int:
        """What the collaborations would get if the pot did not bind."""
        return sum(result.asked_pence for result in self.results)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for result in self.results for line in result.lines)

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """By component, what all collaborations weigh together."""
        places = range(len(self.components))
        return tuple(sum(row.fixed_weight(place) for row in self.reckonings) for place in places)

    @property
    def left_pence(self) -> int | None:
        """What is left of the pot, its contingency among it; None without a pot."""
        return None if self.terms.pot.pence is None else self.terms.pot.pence - self.pence


def calculate(terms: Terms, collaborations: Iterable[CollaborationFacts]) -> Calculation:
    """S6: what each collaboration gets under a version's terms for one period.

    The order in which collaborations and members come in does not matter. ValueError for terms and facts that
    no scheme can hold: two components of one key, two collaborations or memberships of one id, a rate of more
    than four places, hours of more than two, a sum below nothing, instalments that do not make 100 per cent.
    """
    plan = _Plan(terms)
    facts = carried_on(_once(collaborations), count_on=terms.period.count_on)
    reckonings = [plan.counted(collaboration) for collaboration in facts]
    plan.share_fixed_sums(reckonings)
    for reckoning in reckonings:
        plan.reckon(reckoning)
    asked = [reckoning.asked for reckoning in reckonings]
    pot = terms.pot.shared_pence
    paid = asked if pot is None or sum(asked) <= pot else shared(pot, asked)
    results = tuple(plan.result(reckoning, pence) for reckoning, pence in zip(reckonings, paid, strict=True))
    return Calculation(terms, plan.components, results, tuple(reckonings))


def _once(collaborations: Iterable[CollaborationFacts]) -> list[CollaborationFacts]:
    listed = list(collaborations)
    members = [member.membership_id for collaboration in listed for member in collaboration.members]
    if len({collaboration.id for collaboration in listed}) < len(listed) or len(set(members)) < len(members):
        raise ValueError("a collaboration or membership comes twice")
    return listed


class _Plan:
    """A version's terms, made ready: components by key, whole units, caps."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.percents = tuple(instalment.percent for instalment in terms.period.instalments) or (100,)
        self.components = tuple(sorted(terms.components, key=lambda component: component.key))
        if len({component.key for component in self.components}) < len(self.components):
            raise ValueError("two components of one key")
        if min(_sums_of(terms)) < 0:
            raise ValueError("a sum below nothing")
        if terms.period.instalments and sum(self.percents) != 100:
            raise ValueError("instalments that do not make the whole")
        self.measures = [MEASURES.get(component.basis, component.measure) for component in self.components]
        self.rates = [units(component.rate, RATE_UNITS) for component in self.components]
        self.full_time = hundredths(terms.full_time_hours)
        self.parts = Parts(terms)
        self.has_member_caps = terms.caps.member_pence is not None or any(
            component.member_cap_pence is not None for component in self.components
        )

    def counted(self, facts: CollaborationFacts) -> Reckoning:
        """S3, S4, S5: what counts of each member, for which part, and what reductions leave."""
        everybody = [*facts.unmet, *_of_members(facts)]
        lost = _lost(facts.unmet)
        own = 0 if is_blocked(everybody) else 100 - min(100, lost)
        members = facts.members
        kept = [
            0 if not own else 100 - min(100, lost + _lost(member.unmet)) if member.unmet else own
            for member in members
        ]
        parts = [
            NOTHING if is_excluded(member) else self.parts.of_member(facts.id, member) for member in members
        ]
        counts = [
            [counted(measure, component.only, member, self.full_time) for member in members]
            for component, measure in zip(self.components, self.measures, strict=True)
        ]
        return Reckoning(facts, own, parts, kept, counts)

    def share_fixed_sums(self, reckonings: Sequence[Reckoning]) -> None:
        """S1: each component that is a share of a fixed sum, shared between all collaborations."""
        for row in reckonings:
            row.scale = math.lcm(*(part.denominator for part in row.parts))
        scale = math.lcm(*{row.scale for row in reckonings})
        for row in reckonings:
            row.scale = scale
        for place, component in enumerate(self.components):
            if component.basis is Basis.POT:
                weights = [row.fixed_weight(place) for row in reckonings]
                for row, pence in zip(reckonings, shared(component.sum_pence, weights), strict=True):
                    row.fixed[component.key] = pence

    def reckon(self, row: Reckoning) -> None:
        """S6: lines, member caps, the component's and the collaboration's cap."""
        row.rounded = [self._rounded(row, place) for place in range(len(self.components))]
        row.capped = self._under_member_caps(row) if self.has_member_caps else row.rounded
        row.limited = [
            _limited(pence, component.collaboration_cap_pence, row.kept_percent)
            for component, pence in zip(self.components, row.capped, strict=True)
        ]
        total = sum(map(sum, row.limited))
        cap = self.terms.caps.collaboration_pence
        row.asked = total if cap is None else min(total, percent_of(cap, row.kept_percent))

    def _rounded(self, row: Reckoning, place: int) -> list[int]:
        component, rate = self.components[place], self.rates[place]
        if component.basis not in RATED:
            if component.basis is not Basis.POT:
                row.fixed[component.key] = self._fixed_sum(row, place)
            return shared(row.fixed[component.key], row.weights(place))
        return [
            half_up(count * rate * percent * part.numerator, IN_A_PENNY * part.denominator)
            for count, part, percent in zip(row.counts[place], row.parts, row.kept, strict=True)
        ]

    def _fixed_sum(self, row: Reckoning, place: int) -> int:
        """S3: what a collaboration gets as a whole: a sum for each, or by its size. The collaboration's own
        reductions lessen it; a member's lessen only that member's part of it.
        """
        component = self.components[place]
        if component.basis is Basis.COLLABORATION:
            return half_up(self.rates[place] * row.kept_percent, RATE_UNITS)
        size, pence = row.size(place), 0
        for tier in sorted(component.tiers, key=lambda tier: tier.from_number):
            if size >= hundredths(tier.from_number):
                pence = tier.pence
        return percent_of(pence, row.kept_percent)

    def _under_member_caps(self, row: Reckoning) -> list[list[int]]:
        capped = [
            [
                pence if component.member_cap_pence is None
                else min(pence, percent_of(component.member_cap_pence, percent))
                for pence, percent in zip(line, row.kept, strict=True)
            ]
            for component, line in zip(self.components, row.rounded, strict=True)
        ]  # fmt: skip
        cap = self.terms.caps.member_pence
        if cap is None:
            return capped
        columns = [
            _limited(column, cap, percent)
            for column, percent in zip(zip(*capped, strict=True), row.kept, strict=True)
        ]
        return [list(line) for line in zip(*columns, strict=True)] if columns else capped

    def result(self, row: Reckoning, pence: int) -> Result:
        """S6: back to the member lines, and on into instalments."""
        facts, places = row.facts, range(len(self.components))
        flat = [row.limited[place][number] for number in range(len(facts.members)) for place in places]
        if pence != sum(flat):
            flat = shared(pence, flat)
        paid = iter(zip(flat, in_instalments(flat, self.percents), strict=True))
        lines = tuple(
            Line(
                facts.id, member.membership_id, member.provider_id, component.key,
                row.counts[place][number], row.parts[number], row.kept[number],
                row.rounded[place][number], row.capped[place][number], *next(paid),
            )
            for number, member in enumerate(facts.members)
            for place, component in enumerate(self.components)
        )  # fmt: skip
        columns = zip(*(line.instalments for line in lines), strict=True)
        instalments = tuple(map(sum, columns)) or (0,) * len(self.percents)
        everybody = [*facts.unmet, *_of_members(facts)]
        return Result(
            facts.id, facts.name, lines, sum(map(sum, row.capped)), row.asked, pence, instalments,
            _recipients(facts, instalments), is_blocked(everybody), is_held(everybody),
        )  # fmt: skip


def _sums_of(terms: Terms) -> Iterator[Decimal | int]:
    """Every sum, rate and per cent that a version's terms say."""
    yield terms.caps.member_pence or 0
    yield terms.caps.collaboration_pence or 0
    yield from (instalment.percent for instalment in terms.period.instalments)
    for component in terms.components:
        yield component.rate
        yield component.sum_pence
        yield from (tier.pence for tier in component.tiers)
        yield component.member_cap_pence or 0
        yield component.collaboration_cap_pence or 0


def in_instalments(sums: Sequence[int], percents: Sequence[int]) -> list[tuple[int, ...]]:
    """S6: each sum in instalments, so that these make the sum, and all sums' instalments the whole's own by
    the largest remainder. Odd pennies go, sum by sum, to the instalments that miss most, ties to the first.
    """
    if len(percents) == 1:
        return [(pence,) for pence in sums]
    rows = [[pence * percent // 100 for percent in percents] for pence in sums]
    needed = shared(sum(sums), percents)
    missing = [whole - sum(row[place] for row in rows) for place, whole in enumerate(needed)]
    for pence, row in zip(sums, rows, strict=True):
        if odd := pence - sum(row):
            for place in sorted(range(len(row)), key=missing.__getitem__, reverse=True)[:odd]:
                row[place] += 1
                missing[place] -= 1
    return [tuple(row) for row in rows]


def percent_of(pence: int, percent: int) -> int:
    return half_up(pence * percent, 100)


def _limited(pence: Sequence[int], cap: int | None, percent: int) -> list[int]:
    """Sums that together are no more than a cap, of which a reduction leaves so many per cent."""
    if cap is None or sum(pence) <= (limit := percent_of(cap, percent)):
        return list(pence)
    return shared(limit, pence)


def _recipients(facts: CollaborationFacts, instalments: tuple[int, ...]) -> tuple[Recipient, ...]:
    """S6: a group that divided or merged within the period: its instalments go on by the plan's shares."""
    shares = sorted(facts.passes_to, key=lambda share: share.collaboration_id)
    weights = [share.parts for share in shares]
    if not any(weights):
        return (Recipient(facts.id, sum(instalments), instalments),)
    columns = zip(*(shared(pence, weights) for pence in instalments), strict=True)
    return tuple(
        Recipient(share.collaboration_id, sum(column), column)
        for share, column in zip(shares, columns, strict=True)
    )


def _of_members(facts: CollaborationFacts) -> Iterable[Unmet]:
    return (unmet for member in facts.members if member.unmet for unmet in member.unmet)


def _lost(unmet: Iterable[Unmet]) -> int:
    """S4: per cent lost by reductions; they add up."""
    return sum(each.percent for each in unmet if each.consequence is Consequence.REDUCE)


def is_excluded(member: MemberFacts) -> bool:
    """S4: whether a member is left out."""
    return bool(member.unmet) and any(unmet.consequence is Consequence.EXCLUDE for unmet in member.unmet)


def is_blocked(unmet: Iterable[Unmet]) -> bool:
    """S4: whether nothing is paid to the collaboration."""
    return any(each.consequence is Consequence.BLOCK for each in unmet)


def is_held(unmet: Iterable[Unmet]) -> bool:
    """S4: whether the payment waits. What it will be is calculated all the same."""
    return any(each.consequence is Consequence.HOLD for each in unmet)
