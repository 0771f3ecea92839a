"""Bank holidays of England, by the names that GOV.UK gives them.

Reckoned by a library that is kept up to date with days that are granted once (a coronation), of which nobody
can know in advance: update it with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from holidays import country_holidays

_AS_GOV_UK: Final = {
    "New Year's Day": "New Year’s Day",
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
_SUBSTITUTE: Final = " (observed)"


@lru_cache(maxsize=32)
def bank_holidays_of(year: int) -> Mapping[date, str]:
    """The bank holidays of a year with their names, in order."""
    days = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    return {day: _name_of(days[day]) for day in sorted(days)}


def bank_holidays(years: Iterable[int]) -> dict[date, str]:
    """The bank holidays of some years with their names."""
    return {day: name for year in sorted(set(years)) for day, name in bank_holidays_of(year).items()}


def _name_of(name: str) -> str:
    plain = name.removesuffix(_SUBSTITUTE)
    words = _AS_GOV_UK.get(plain, plain)
    return words if plain == name else f"{words} (substitute day)"
