"""S2: the whole of a version of a scheme as a value, and the terms of each of its periods."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from supplement.rules.criteria import Criterion
from supplement.rules.schemes import Caps, Component, Counting, Instalment, Period, Pot, Terms, Twice


@dataclass(frozen=True, slots=True)
class PaidPeriod:
    """A period and the money there is for it."""

    period: Period
    pot: Pot = field(default_factory=Pot)


@dataclass(frozen=True, slots=True)
class Year:
    """A version: ``[starts_on, ends_on)``, what is paid in it, and on which terms."""

    starts_on: date
    ends_on: date
    legal_basis: str = ""
    funding_source: str = ""
    periods: tuple[PaidPeriod, ...] = ()
    components: tuple[Component, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    caps: Caps = field(default_factory=Caps)
    joiners: Counting = Counting.COUNT_DATE
    leavers: Counting = Counting.COUNT_DATE
    twice: Twice = Twice.FIRST_JOINED
    full_time_hours: Decimal = Decimal(37)
    planned_funding_pence: int | None = None
    ceiling_percent: int = 12

    @property
    def ceiling_pence(self) -> int | None:
        """The most that may be paid as supplements in the year, rounded down; None where nothing is planned."""
        if self.planned_funding_pence is None:
            return None
        return self.planned_funding_pence * self.ceiling_percent // 100

    def terms(self, paid: PaidPeriod) -> Terms:
        """What a run of a period needs."""
        return Terms(
            components=self.components,
            period=paid.period,
            pot=paid.pot,
            caps=self.caps,
            joiners=self.joiners,
            leavers=self.leavers,
            twice=self.twice,
            full_time_hours=self.full_time_hours,
        )


def a_year_later(day: date) -> date:
    """The same day of the next year; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def end_a_year_later(end: date) -> date:
    """The same for an end, which is the day after the last one: the last day is moved."""
    return a_year_later(end - timedelta(days=1)) + timedelta(days=1)


def moved_a_year(period: Period) -> Period:
    """A period with all its days a year later, under the same key."""
    return Period(
        key=period.key,
        name=next_years_name(period.name),
        starts_on=a_year_later(period.starts_on),
        ends_on=end_a_year_later(period.ends_on),
        count_on=a_year_later(period.count_on),
        claims_from_on=a_year_later(period.claims_from_on),
        claims_until_on=a_year_later(period.claims_until_on),
        evidence_until_on=a_year_later(period.evidence_until_on),
        instalments=tuple(Instalment(a_year_later(part.pay_on), part.percent) for part in period.instalments),
    )


def next_years_name(name: str) -> str:
    """A name with each year that it names moved on by one: “Autumn 2026”, “2026/27”, “2026 to 2027”."""
    out, place = [], 0
    while place < len(name):
        run = place
        while run < len(name) and name[run].isascii() and name[run].isdigit():
            run += 1
        digits = name[place:run]
        if not digits:
            out.append(name[place])
            place += 1
            continue
        is_year = len(digits) == 4 and digits[:2] in ("19", "20")
        follows = (
            len(digits) == 2
            and place >= 5
            and name[place - 1] in "/-–"
            and _is_year(name[place - 5 : place - 1])
        )
        if is_year:
            digits = str(int(digits) + 1)
        elif follows:
            digits = f"{(int(digits) + 1) % 100:02}"
        out.append(digits)
        place = run
    return "".join(out)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in ("19", "20")
