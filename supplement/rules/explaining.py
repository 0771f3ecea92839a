"""S8: "show working": what each figure of a collaboration came from, step by step.

Made when somebody asks, from what `calculate` kept: the steps are the calculation's own numbers, told again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from core.dates import last_day
from core.money import exact_pounds, exact_rate, fine_pounds, half_up
from supplement.rules.calculation import (
    IN_A_PENNY,
    MEASURES,
    RATE_UNITS,
    RATED,
    Calculation,
    Reckoning,
    Result,
    is_excluded,
    percent_of,
)
from supplement.rules.counting import Parts, hundredths, passing, units
from supplement.rules.criteria import Consequence
from supplement.rules.facts import MemberFacts, Unmet, Waiver
from supplement.rules.schemes import Basis, Component, Counting, Measure
from supplement.rules.steps import Step, number_in_words, step


def working(calculation: Calculation, collaboration_id: int) -> tuple[Step, ...]:
    """S8: the steps of one collaboration: its members' lines first, then its own sums.

    KeyError where the calculation has no such collaboration.
    """
    for row, result in zip(calculation.reckonings, calculation.results, strict=True):
        if result.collaboration_id == collaboration_id:
            return tuple(_Working(calculation, Parts(calculation.terms), row, result).steps())
    raise KeyError(collaboration_id)


class _Working:
    """One collaboration, told from its reckoning."""

    def __init__(self, calculation: Calculation, parts: Parts, row: Reckoning, result: Result) -> None:
        self.calculation, self.parts, self.row, self.result = calculation, parts, row, result
        self.terms, self.components = calculation.terms, calculation.components
        self.members = row.facts.members
        self.full_time = hundredths(self.terms.full_time_hours)

    def steps(self) -> Iterator[Step]:
        yield from _criteria(self.row.facts.unmet, self.row.facts.waivers, None)
        for place in range(len(self.components)):
            yield from self._fixed_sum(place)
        for number, member in enumerate(self.members):
            yield from self._member(number, member)
        yield from self._caps()
        yield from self._pot()
        yield from self._back()
        yield from self._payments()

    def _fixed_sum(self, place: int) -> Iterator[Step]:
        """The collaboration's own sums, which its members share."""
        component, row = self.components[place], self.row
        if component.basis in RATED:
            return
        key, fixed = component.key, row.fixed[component.key]
        if component.basis is Basis.POT:
            arithmetic = _of(component.sum_pence, row.fixed_weight(place), self.calculation.weights[place])
            yield self._size(place)
            yield step("share", None, key, component=component.name, arithmetic=arithmetic, fixed_pence=fixed)
            return
        if component.basis is Basis.COLLABORATION:
            yield step("each", None, key, component=component.name, rate=exact_rate(component.rate))
        else:
            yield from self._tier(place)
        if row.kept_percent < 100:
            yield step("kept", None, key, percent=row.kept_percent, fixed_pence=fixed)

    def _tier(self, place: int) -> Iterator[Step]:
        component, size = self.components[place], self.row.size(place)
        yield self._size(place)
        reached = [tier for tier in component.tiers if hundredths(tier.from_number) <= size]
        if not reached:
            yield step("no_tier", None, component.key, component=component.name)
            return
        tier = max(reached, key=lambda tier: tier.from_number)
        yield step(
            "tier", None, component.key,
            from_hundredths=hundredths(tier.from_number), component=component.name, tier_pence=tier.pence,
        )  # fmt: skip

    def _size(self, place: int) -> Step:
        component, size = self.components[place], self.row.size(place)
        words = number_in_words(half_up(size.numerator, size.denominator))
        return step("size", None, component.key, size=words, measure=component.measure.value)

    def _member(self, number: int, member: MemberFacts) -> Iterator[Step]:
        """A member: criteria, its part of the period, its line of each component, and its cap."""
        of = member.membership_id
        yield from _criteria(member.unmet, member.waivers, of)
        if not is_excluded(member):
            yield from self._part(member, self.row.parts[number])
        for place, component in enumerate(self.components):
            for told in self._line(place, number, member):
                yield told._replace(membership_id=of, component=component.key)
        if self.terms.caps.member_pence is None:
            return
        cap = percent_of(self.terms.caps.member_pence, self.row.kept[number])
        before = sum(self._after_component_cap(place, number) for place in range(len(self.components)))
        if before > cap:
            yield step("member_cap", of, cap_pence=cap, before_pence=before)
            for place, component in enumerate(self.components):
                yield step("member_cap_line", of, component.key, line_pence=self.row.capped[place][number])

    def _part(self, member: MemberFacts, part: Fraction) -> Iterator[Step]:
        terms, of = self.terms, member.membership_id
        if member.joined_on > min(terms.period.starts_on, terms.period.count_on):
            yield step("joined", of, joined_on=member.joined_on, joiners=terms.joiners.value)
        if member.left_on is not None:
            yield step("left", of, last_on=last_day(member.left_on), leavers=terms.leavers.value)
        if member.elsewhere:
            yield step("elsewhere", of, twice=terms.twice.value)
        if part in (0, 1):
            yield step("part_whole" if part else "part_none", of)
        else:
            key, number, whole = part_in_units(self.parts, part)
            yield step(key, of, number=number, all=whole)

    def _line(self, place: int, number: int, member: MemberFacts) -> Iterator[Step]:
        component, row = self.components[place], self.row
        pence, after = row.rounded[place][number], self._after_component_cap(place, number)
        yield from self._counted(component, row.counts[place][number], member)
        if component.basis in RATED:
            yield self._rate(place, number)
        else:
            weights = row.weights(place)
            arithmetic = _of(row.fixed[component.key], weights[number], sum(weights))
            yield step("line_part", arithmetic=arithmetic, line_pence=pence)
        if after < pence:
            yield step("member_component_cap", cap_pence=after, component=component.name, line_pence=after)

    def _counted(self, component: Component, count: int, member: MemberFacts) -> Iterator[Step]:
        measure = MEASURES.get(component.basis, component.measure)
        if component.only.provider_types or component.only.asks_detail:
            yield step("filtered", component=component.name)
        if measure is Measure.HEADS and member.heads is None:
            yield step("no_number")
        if measure is Measure.FTE and not member.staff and member.fte is None:
            yield step("no_detail")
        if measure is Measure.FTE and member.staff and count:
            hours = sum(hundredths(person.hours) for person in passing(component.only, member.staff))
            yield step(
                "posts", hours_hundredths=hours, full_hundredths=self.full_time, number_hundredths=count
            )
        source = member.hours_source if measure is Measure.HOURS else member.staff_source
        if source is None or measure is Measure.SETTINGS:
            yield step("counted", measure=measure.value, number_hundredths=count)
        else:
            yield step(
                "counted_of",
                measure=measure.value, number_hundredths=count, source=source.words, source_on=source.day,
            )  # fmt: skip

    def _rate(self, place: int, number: int) -> Step:
        component, row = self.components[place], self.row
        count, part, percent = row.counts[place][number], row.parts[number], row.kept[number]
        pence = row.rounded[place][number]
        words = [number_in_words(count), exact_rate(component.rate)]
        words += [] if part == 1 else [f"{part.numerator}/{part.denominator}"]
        words += [] if percent == 100 else [f"{percent}%"]
        arithmetic = " × ".join(words)
        exact = Fraction(
            count * units(component.rate, RATE_UNITS) * percent * part.numerator,
            IN_A_PENNY * part.denominator,
        )
        if exact == pence:
            return step("line", arithmetic=arithmetic, line_pence=pence)
        return step(
            "line_rounded",
            arithmetic=arithmetic, exact=fine_pounds(exact), line_pence=pence,
            residue=_residue(pence - exact),
        )  # fmt: skip

    def _after_component_cap(self, place: int, number: int) -> int:
        pence, cap = self.row.rounded[place][number], self.components[place].member_cap_pence
        return pence if cap is None else min(pence, percent_of(cap, self.row.kept[number]))

    def _caps(self) -> Iterator[Step]:
        """S6: the sum of the lines and the collaboration's caps."""
        row = self.row
        yield step("sum", sum_pence=self.result.sum_pence)
        for component, capped, limited in zip(self.components, row.capped, row.limited, strict=True):
            cap, before = sum(limited), sum(capped)
            if cap < before:
                yield step(
                    "component_cap", None, component.key,
                    cap_pence=cap, component=component.name, before_pence=before,
                )  # fmt: skip
                for member, was, pence in zip(self.members, capped, limited, strict=True):
                    arithmetic = _of_sums(cap, was, before)
                    yield step(
                        "cap_line",
                        member.membership_id,
                        component.key,
                        arithmetic=arithmetic,
                        line_pence=pence,
                    )
        total = sum(map(sum, row.limited))
        if row.asked < total:
            yield step("collaboration_cap", cap_pence=row.asked, before_pence=total)

    def _pot(self) -> Iterator[Step]:
        pot, everybody = self.terms.pot.shared_pence, self.calculation.asked_pence
        if pot is None:
            return
        if everybody <= pot:
            yield step("pot_enough", all_pence=everybody, pot_pence=pot)
            return
        arithmetic, paid = _of_sums(pot, self.row.asked, everybody), self.result.pence
        yield step("pot", all_pence=everybody, pot_pence=pot, arithmetic=arithmetic, paid_pence=paid)

    def _back(self) -> Iterator[Step]:
        """S6: what was shared back to the lines, where the sum is less than theirs."""
        row, paid, lines = self.row, self.result.pence, iter(self.result.lines)
        total = sum(map(sum, row.limited))
        for number in range(len(self.members) if paid != total else 0):
            for limited, line in zip(row.limited, islice(lines, len(self.components)), strict=True):
                yield step(
                    "back", line.membership_id, line.component,
                    arithmetic=_of_sums(paid, limited[number], total), line_pence=line.pence,
                )  # fmt: skip
        yield step("paid", paid_pence=paid)

    def _payments(self) -> Iterator[Step]:
        for instalment, pence in zip(self.terms.period.instalments, self.result.instalments, strict=False):
            yield step("instalment", pay_on=instalment.pay_on, percent=instalment.percent, paid_pence=pence)
        shares = {share.collaboration_id: share.parts for share in self.row.facts.passes_to}
        if not any(shares.values()):
            return
        names = {result.collaboration_id: result.name for result in self.calculation.results}
        for to in self.result.recipients:
            name = names.get(to.collaboration_id, str(to.collaboration_id))
            yield step(
                "recipient", parts=shares[to.collaboration_id], all=sum(shares.values()), collaboration=name,
                paid_pence=to.pence,
            )  # fmt: skip


def part_in_units(parts: Parts, part: Fraction) -> tuple[str, int, int]:
    """A part of a period in the scheme's own units: 81 of 122 days, 2 of 4 months, or a fraction."""
    rules = {parts.terms.joiners, parts.terms.leavers}
    for rule, key, whole in (
        (Counting.DAYS, "part_days", parts.days),
        (Counting.MONTHS, "part_months", len(parts.months)),
    ):
        if rule in rules and (part * whole).denominator == 1:
            return key, (part * whole).numerator, whole
    return "part_other", part.numerator, part.denominator


def _criteria(unmet: Sequence[Unmet], waivers: Sequence[Waiver], membership_id: int | None) -> Iterator[Step]:
    for each in unmet:
        percent = {"percent": each.percent} if each.consequence is Consequence.REDUCE else {}
        yield step(each.consequence.value, membership_id, kind=each.kind.value, **percent)
        if each.words:
            yield step("seen", membership_id, kind=each.kind.value, words=each.words)
    for waiver in waivers:
        yield step(
            "waived", membership_id,
            kind=waiver.kind.value, by=waiver.by, waived_on=waiver.on, reason=waiver.reason,
        )  # fmt: skip


def _of(pence: int, weight: int, whole: int) -> str:
    """A part of a sum by weights, in lowest terms: "£100.00 × 9/36" is "£100.00 × 1/4"."""
    part = Fraction(weight, whole or 1)
    return f"{exact_pounds(pence)} × {part.numerator}/{part.denominator}"


def _of_sums(pence: int, part: int, whole: int) -> str:
    return f"{exact_pounds(pence)} × {exact_pounds(part)} ÷ {exact_pounds(whole)}"


def _residue(pence: Fraction) -> str:
    """What rounding added or took off: +£0.0049."""
    return f"{'+' if pence > 0 else '−'}{fine_pounds(abs(pence))}"
