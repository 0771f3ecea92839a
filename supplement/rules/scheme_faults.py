"""S2 to S4: what is wrong with a draft of a scheme, each at its field and in a person's words.

An error must be mended before leaders are asked; a warning may be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext_noop

from core.money import pounds
from core.reasons import Fact, Reason
from supplement.rules.criteria import LEVELS, UNITS, Consequence, Criterion, Kind, Level, Unit
from supplement.rules.scheme_states import Subject
from supplement.rules.schemes import Basis, Component, Period, Pot
from supplement.rules.years import PaidPeriod, Year

#: More than any authority pays in a year; a slip of the keys is found by it.
MAX_POUNDS = 1_000_000_000
RATE_PLACES = 4
MAX_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """``part``: the key of the period or component, or the kind of the criterion; "" for the scheme itself."""

    subject: Subject
    part: str
    field: str
    reason: Reason
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What a draft is judged by besides itself.

    ``days_off``: bank holidays by name; ``asks_detail``: whether the newest staff number period asks for
    hours and qualification of each person.
    """

    days_off: Mapping[date, str]
    asks_detail: bool = False


def faults_of(year: Year, around: Around) -> list[Fault]:
    """Everything, in the order of the pages."""
    return [
        *about_faults(year),
        *periods_faults(year, around),
        *components_faults(year, around),
        *limits_faults(year),
        *joining_faults(year),
        *criteria_faults(year.criteria),
    ]


def errors_of(faults: Iterable[Fault]) -> list[Fault]:
    return [fault for fault in faults if not fault.is_warning]


# --- the scheme itself --------------------------------------------------------------------------------------


def about_faults(year: Year) -> Iterator[Fault]:
    at = _At(Subject.ABOUT)
    if year.ends_on <= year.starts_on:
        yield at("ends_on", gettext_noop("The last day must be after the first day of the year"))
    elif (year.ends_on - year.starts_on).days > 366:
        yield at("ends_on", gettext_noop("A scheme is for one year: the last day must be within 12 months"))
    if not year.legal_basis:
        yield at("legal_basis", gettext_noop("Say under which law or regulation the supplement is paid"))
    if not year.funding_source:
        yield at("funding_source", gettext_noop("Say which budget the money comes from"))


def limits_faults(year: Year) -> Iterator[Fault]:
    at = _At(Subject.LIMITS)
    if not 0 < year.ceiling_percent <= MAX_PERCENT:
        yield at("ceiling_percent", gettext_noop("The ceiling must be between 1 and 100 per cent"))
    for name, cap in (
        ("member_cap_pence", year.caps.member_pence),
        ("collaboration_cap_pence", year.caps.collaboration_pence),
    ):
        if cap == 0:
            yield at(
                name, gettext_noop("A limit of nothing pays nothing. Leave it empty if there is no limit")
            )
    caps = year.caps
    if caps.member_pence and caps.collaboration_pence and caps.member_pence > caps.collaboration_pence:
        words = gettext_noop("The limit for a member is higher than the limit for its collaboration")
        yield at("member_cap_pence", words, warns=True)
    if year.planned_funding_pence is None:
        words = gettext_noop(
            "Without the planned formula funding nobody sees whether the total keeps below the ceiling"
        )
        yield at("planned_funding_pence", words, warns=True)
    ceiling, pots = year.ceiling_pence, [paid.pot.pence for paid in year.periods]
    known = [pence for pence in pots if pence is not None]
    if ceiling is not None and sum(known) > ceiling:
        facts: dict[str, Fact] = {"pots": pounds(sum(known)), "ceiling": pounds(ceiling)}
        words = gettext_noop("The pots of all periods, %(pots)s, are more than the ceiling of %(ceiling)s")
        yield at("planned_funding_pence", words, facts)


def joining_faults(year: Year) -> Iterator[Fault]:
    at = _At(Subject.JOINING)
    if not 0 < year.full_time_hours <= 60:
        yield at(
            "full_time_hours",
            gettext_noop("A full-time post must be more than 0 and at most 60 hours a week"),
        )


# --- periods ------------------------------------------------------------------------------------------------


def periods_faults(year: Year, around: Around) -> Iterator[Fault]:
    if not year.periods:
        yield _At(Subject.PERIODS)("", gettext_noop("Add at least one period that is paid for"))
    for paid in year.periods:
        yield from period_faults(paid, year, around)


def period_faults(paid: PaidPeriod, year: Year, around: Around) -> Iterator[Fault]:
    """Of one period, beside the others of its year."""
    yield from _time_faults(paid.period, year)
    yield from _day_faults(paid.period, around)
    yield from _instalment_faults(paid.period)
    yield from _pot_faults(paid.period.key, paid.pot)


def _time_faults(period: Period, year: Year) -> Iterator[Fault]:
    at = _At(Subject.PERIODS, period.key)
    if period.ends_on <= period.starts_on:
        yield at("ends_on", gettext_noop("The last day must be after the first day of the period"))
        return
    if period.starts_on < year.starts_on:
        yield at(
            "starts_on",
            gettext_noop("The period must begin within the scheme’s year, on or after %(day)s"),
            {"day": year.starts_on},
        )
    if period.ends_on > year.ends_on:
        yield at("ends_on", gettext_noop("The period must end within the scheme’s year"))
    for other in (paid.period for paid in year.periods):
        if other.key == period.key:
            continue
        if other.name.casefold() == period.name.casefold():
            yield at("name", gettext_noop("Another period has this name"))
        if period.starts_on < other.ends_on and other.starts_on < period.ends_on:
            words = gettext_noop("The period overlaps “%(other)s”. No day is paid for twice")
            yield at("starts_on", words, {"other": other.name})
    if not period.starts_on <= period.count_on < period.ends_on:
        yield at("count_on", gettext_noop("The count date must be within the period"))


def _day_faults(period: Period, around: Around) -> Iterator[Fault]:
    at = _At(Subject.PERIODS, period.key)
    if period.claims_from_on < period.count_on:
        yield at("claims_from_on", gettext_noop("Claims can begin on the count date or after it"))
    if period.claims_until_on < period.claims_from_on:
        yield at("claims_until_on", gettext_noop("The last day to claim must be on or after the first"))
    if period.evidence_until_on < period.claims_until_on:
        yield at(
            "evidence_until_on",
            gettext_noop("The last day for evidence must be on or after the last day to claim"),
        )
    for name in ("count_on", "claims_until_on", "evidence_until_on"):
        reason = _day_off(getattr(period, name), around.days_off)
        if reason is not None:
            yield Fault(Subject.PERIODS, period.key, name, reason, is_warning=True)


def _day_off(day: date, days_off: Mapping[date, str]) -> Reason | None:
    if day in days_off:
        return Reason(
            "S2", gettext_noop("%(day)s is a bank holiday: %(name)s"), {"day": day, "name": days_off[day]}
        )
    if day.weekday() >= 5:
        words = (gettext_noop("%(day)s is a Saturday"), gettext_noop("%(day)s is a Sunday"))
        return Reason("S2", words[day.weekday() - 5], {"day": day})
    return None


def _instalment_faults(period: Period) -> Iterator[Fault]:
    at = _At(Subject.PERIODS, period.key)
    if not period.instalments:
        yield at("instalments", gettext_noop("Enter at least one day of payment"))
        return
    total = sum(part.percent for part in period.instalments)
    if any(not 0 < part.percent <= MAX_PERCENT for part in period.instalments):
        yield at("instalments", gettext_noop("Each instalment must be between 1 and 100 per cent"))
    elif total != MAX_PERCENT:
        words = gettext_noop("The instalments make %(total)d per cent. Together they must make 100")
        yield at("instalments", words, {"total": total})
    days = [part.pay_on for part in period.instalments]
    if len(set(days)) < len(days):
        yield at("instalments", gettext_noop("Two instalments are on the same day. Make them one"))
    elif days != sorted(days):
        yield at("instalments", gettext_noop("Enter the instalments in the order of their days"))
    if min(days) < period.claims_from_on:
        yield at("instalments", gettext_noop("Nothing can be paid before claims can be made"))


def _pot_faults(key: str, pot: Pot) -> Iterator[Fault]:
    at = _At(Subject.PERIODS, key)
    if pot.pence == 0:
        yield at(
            "pot_pence",
            gettext_noop("A pot of nothing pays nothing. Leave it empty if there is no fixed pot"),
        )
    elif pot.pence is not None and pot.contingency_pence > pot.pence:
        yield at("contingency_pence", gettext_noop("You cannot keep back more than there is in the pot"))
    elif pot.pence is not None and pot.contingency_pence == pot.pence:
        yield at("contingency_pence", gettext_noop("The whole pot is kept back, so nothing would be paid"))
    if pot.pence is None and pot.contingency_pence:
        yield at(
            "contingency_pence",
            gettext_noop("Without a pot there is nothing to keep back. Enter the pot too"),
        )


# --- components ---------------------------------------------------------------------------------------------


def components_faults(year: Year, around: Around) -> Iterator[Fault]:
    if not year.components:
        yield _At(Subject.COMPONENTS)("", gettext_noop("Add at least one thing that is paid for"))
    for component in year.components:
        yield from component_faults(component, year, around)


def component_faults(component: Component, year: Year, around: Around) -> Iterator[Fault]:
    """Of one component, beside the others."""
    at = _At(Subject.COMPONENTS, component.key)
    names = [other.name.casefold() for other in year.components if other.key != component.key]
    if component.name.casefold() in names:
        yield at("name", gettext_noop("Another part of the supplement has this name"))
    if component.basis == Basis.TIERS:
        yield from _tier_faults(component)
    elif component.basis == Basis.POT:
        if component.sum_pence <= 0:
            yield at("sum_pence", gettext_noop("Enter the sum that is shared"))
    else:
        yield from _rate_faults(component.key, component.rate)
    yield from _detail_faults(component, around)
    for name, cap in (
        ("member_cap_pence", component.member_cap_pence),
        ("collaboration_cap_pence", component.collaboration_cap_pence),
    ):
        if cap == 0:
            yield at(
                name, gettext_noop("A limit of nothing pays nothing. Leave it empty if there is no limit")
            )


def _rate_faults(key: str, rate: Decimal) -> Iterator[Fault]:
    at = _At(Subject.COMPONENTS, key)
    if not rate.is_finite() or rate <= 0:
        yield at("rate", gettext_noop("Enter a rate of more than nothing"))
        return
    places = rate.normalize().as_tuple().exponent
    if isinstance(places, int) and places < -RATE_PLACES:
        yield at("rate", gettext_noop("A rate has at most four places after the point, such as £12.3456"))
    if rate > MAX_POUNDS:
        yield at("rate", gettext_noop("The rate is too high"))


def _tier_faults(component: Component) -> Iterator[Fault]:
    at = _At(Subject.COMPONENTS, component.key)
    if not component.tiers:
        yield at("tiers", gettext_noop("Enter at least one tier: from how many on, and the sum"))
    numbers = [tier.from_number for tier in component.tiers]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        yield at("tiers", gettext_noop("Each tier must begin at a higher number than the one before it"))
    if any(number < 0 for number in numbers) or any(tier.pence < 0 for tier in component.tiers):
        yield at("tiers", gettext_noop("A tier has no number and no sum below nothing"))
    sums = [tier.pence for tier in component.tiers]
    if sums != sorted(sums):
        yield at("tiers", gettext_noop("A higher tier pays less than a lower one"), warns=True)


def _detail_faults(component: Component, around: Around) -> Iterator[Fault]:
    """Hours and qualifications are known only where staff returns ask for them."""
    at = _At(Subject.COMPONENTS, component.key)
    only = component.only
    if only.min_level is not None and not 1 <= only.min_level <= 8:
        yield at("min_level", gettext_noop("A level of qualification is between 1 and 8"))
    if only.min_hours is not None and not 0 < only.min_hours <= 60:
        yield at("min_hours", gettext_noop("Hours a week must be more than 0 and at most 60"))
    if around.asks_detail:
        return
    words = gettext_noop(
        "Staff numbers do not ask for the hours and qualification of each person, so nobody would count."
        " Ask for them in the staff number period first"
    )
    if only.min_level is not None:
        yield at("min_level", words)
    if only.min_hours is not None:
        yield at("min_hours", words)
    if component.basis == Basis.FTE:
        yield at("basis", words)


# --- criteria -----------------------------------------------------------------------------------------------


def criteria_faults(criteria: Iterable[Criterion]) -> Iterator[Fault]:
    criteria = list(criteria)
    if not criteria:
        words = gettext_noop("Nothing must be met: every collaboration is paid whatever it does")
        yield _At(Subject.CRITERIA)("", words, warns=True)
    for criterion in criteria:
        yield from criterion_faults(criterion)


def criterion_faults(criterion: Criterion) -> Iterator[Fault]:
    kind, at = criterion.kind, _At(Subject.CRITERIA, criterion.kind.value)
    unit = UNITS.get(kind)
    if unit is not None and criterion.threshold is None:
        yield at("threshold", _MISSING[kind])
    elif criterion.threshold is not None and criterion.threshold < (0 if unit == Unit.PENCE else 1):
        yield at("threshold", gettext_noop("Enter a number of more than nothing"))
    elif unit == Unit.PERCENT and criterion.threshold is not None and criterion.threshold > MAX_PERCENT:
        yield at("threshold", gettext_noop("It is at most 100 per cent"))
    if criterion.consequence == Consequence.REDUCE and not 0 < criterion.reduce_percent <= MAX_PERCENT:
        yield at("reduce_percent", gettext_noop("Say by how many per cent the sum is smaller, from 1 to 100"))
    if criterion.consequence == Consequence.EXCLUDE and LEVELS[kind] != Level.MEMBER:
        words = gettext_noop("This is not asked of each member, so no member can be left out for it")
        yield at("consequence", words)


_MISSING: dict[Kind, str] = {
    Kind.ACTIVE_MEMBERS: gettext_noop("Enter how many active members a collaboration needs"),
    Kind.MEETINGS: gettext_noop("Enter how many meetings a collaboration must hold"),
    Kind.ATTENDANCE: gettext_noop("Enter the per cent of meetings a member must attend"),
    Kind.MINUTES: gettext_noop("Enter the per cent of meetings whose minutes are kept"),
    Kind.UNSPENT: gettext_noop("Enter how much may be left unspent at most"),
    Kind.LEADERS_DAYS: gettext_noop("Enter how many Leaders’ Days a leader must attend"),
    Kind.TENURE: gettext_noop("Enter for how many days a setting must have been a member"),
}


@dataclass(frozen=True, slots=True)
class _At:
    """Where faults are; called, the fault itself."""

    subject: Subject
    part: str = ""

    def __call__(
        self, field: str, words: str, facts: Mapping[str, Fact] | None = None, *, warns: bool = False
    ) -> Fault:
        code = {Subject.COMPONENTS: "S3", Subject.CRITERIA: "S4", Subject.JOINING: "S5"}.get(
            self.subject, "S2"
        )
        return Fault(self.subject, self.part, field, Reason(code, words, facts or {}), is_warning=warns)
