"""S11: the arithmetic of the reports: who failed which rule, shares of planned funding, rates from year to
year.

Sums are whole pence, shares whole tenths of a per cent. Small numbers are not told, as in the data pack.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from meetings.rules.data_pack import is_many
from providers.rules.workforce import ONE_PERSON
from supplement.rules.criteria import Kind
from supplement.rules.schemes import Basis, Component

#: The transparency code asks to publish what is above so much.
PUBLISHED_ABOVE_PENCE = 500_00


def is_redacted(kind_of_setting: str) -> bool:
    """S11: whether the published sheet keeps back the payee's name: a setting that is one person."""
    return kind_of_setting in ONE_PERSON


# --- who failed which rule ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion asked of one member, or of one collaboration (``kind_of_setting`` is empty)."""

    kind: Kind
    kind_of_setting: str
    is_failed: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """Of so many asked, so many failed; ``is_told``: whether that tells of nobody in particular."""

    asked: int
    failed: int
    is_told: bool = True

    @property
    def tenths(self) -> int | None:
        """Tenths of a per cent, rounded half up; None where nobody was asked."""
        return share_in_tenths(self.failed, self.asked)


@dataclass(frozen=True, slots=True)
class Failures:
    """A criterion: what all come to, and each kind of setting by its key."""

    kind: Kind
    all: Cell
    by_setting: tuple[tuple[str, Cell], ...]


def failures_of_members(rows: Iterable[Asked]) -> list[Failures]:
    """By criterion and kind of setting, in the order of the criteria. A number below five, or with fewer than
    five others beside it, is not told; nor is a total from which what is not told could be worked out.
    """
    asked: dict[Kind, Counter[str]] = defaultdict(Counter)
    failed: dict[Kind, Counter[str]] = defaultdict(Counter)
    for row in rows:
        asked[row.kind][row.kind_of_setting] += 1
        failed[row.kind][row.kind_of_setting] += row.is_failed
    return [_failures(kind, asked[kind], failed[kind]) for kind in Kind if kind in asked]


def _failures(kind: Kind, asked: Counter[str], failed: Counter[str]) -> Failures:
    cells = tuple(
        (setting, Cell(asked[setting], failed[setting], is_many(failed[setting], asked[setting])))
        for setting in sorted(asked)
    )
    hidden = [cell for _setting, cell in cells if not cell.is_told]
    left = sum(cell.failed for cell in hidden), sum(cell.asked for cell in hidden)
    whole = Cell(asked.total(), failed.total(), is_many(*left) if len(hidden) != 1 else False)
    return Failures(kind, whole, cells)


def failures_of_groups(rows: Iterable[Asked]) -> list[Failures]:
    """By criterion, of collaborations: all of it is told, as a group is nobody's personal data."""
    asked: Counter[Kind] = Counter()
    failed: Counter[Kind] = Counter()
    for row in rows:
        asked[row.kind] += 1
        failed[row.kind] += row.is_failed
    return [Failures(kind, Cell(asked[kind], failed[kind]), ()) for kind in Kind if kind in asked]


# --- shares -------------------------------------------------------------------------------------------------


def share_in_tenths(part: int, whole: int) -> int | None:
    """What part of a whole it is, in tenths of a per cent, rounded half up (away from nothing); None of
    nothing.
    """
    if whole <= 0:
        return None
    tenths = (2 * 1000 * abs(part) + whole) // (2 * whole)
    return tenths if part >= 0 else -tenths


def tenths_in_words(tenths: int | None) -> str:
    """12.3%, and 12% for 120 tenths; a dash for None."""
    if tenths is None:
        return "–"
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}%" if rest else f"{sign}{whole}%"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What a year's approved payments come to beside its ceiling, in pence. ``planned_pence``: planned
    formula funding; None where nobody entered it.
    """

    approved_pence: int
    planned_pence: int | None
    percent: int

    @property
    def most_pence(self) -> int | None:
        """The ceiling in whole pence, rounded down."""
        return None if self.planned_pence is None else self.planned_pence * self.percent // 100

    @property
    def left_pence(self) -> int | None:
        """Below nothing where the ceiling is passed."""
        return None if self.most_pence is None else self.most_pence - self.approved_pence

    @property
    def tenths(self) -> int | None:
        return share_in_tenths(self.approved_pence, self.planned_pence or 0)

    @property
    def share(self) -> str:
        """In per cent: what is little is not called nothing."""
        if self.approved_pence and self.tenths == 0:
            return "<0.1%"
        return tenths_in_words(self.tenths)

    @property
    def is_exceeded(self) -> bool:
        return self.left_pence is not None and self.left_pence < 0


# --- rates from year to year --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rates:
    """A component over the years: its name, its rate in each year (None where the year has none, or it is
    paid otherwise), and what the last rate changed by against the one before it.
    """

    key: str
    name: str
    rates: tuple[Decimal | None, ...]
    change: Decimal | None
    tenths: int | None


def rates_by_year(years: Sequence[Sequence[Component]]) -> list[Rates]:
    """Of each component that any year pays by a rate, by key. The earliest year first; names are the latest."""
    by_key: dict[str, dict[int, Component]] = defaultdict(dict)
    for number, components in enumerate(years):
        for component in components:
            if component.basis not in (Basis.POT, Basis.TIERS):
                by_key[component.key][number] = component
    return [_rates(key, of_years, len(years)) for key, of_years in sorted(by_key.items())]


def _rates(key: str, of_years: dict[int, Component], number: int) -> Rates:
    rates = tuple(of_years[year].rate if year in of_years else None for year in range(number))
    newest = of_years[max(of_years)]
    before = of_years.get(number - 2)
    last = of_years.get(number - 1)
    if before is None or last is None or before.basis != last.basis:
        return Rates(key, newest.name, rates, None, None)
    change = last.rate - before.rate
    places = 10_000
    return Rates(
        key, newest.name, rates, change, share_in_tenths(int(change * places), int(before.rate * places))
    )
