"""Money: whole pence and nothing else. Read from what people type, shown, rounded and shared in this one place.

Never a float: sums are integers of pence, and what lies between two roundings is an exact fraction (S1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_noop

from core.reasons import Reason

#: Pence; no sum that anybody types is more than ten million pounds.
MAX_PENCE = 1_000_000_000
_MAX_TYPED = 40
#: A hyphen, a minus and a dash are typed for one another.
_MINUS = "-−–"
_TYPED = re.compile(
    rf"(?P<minus>[{_MINUS}]?) ?£? ?(?P<second>[{_MINUS}]?)"
    r"(?P<pounds>[0-9]{1,12}|[0-9]{1,3}(?:(?P<mark>[, ])[0-9]{3})(?:(?P=mark)[0-9]{3}){0,3}|(?=\.))"
    r"(?:\.(?P<places>[0-9]{1,4}))?",
    re.ASCII,
)
UNREADABLE = gettext_noop("Enter an amount in pounds, such as 85 or 1,250.50.")
UNREADABLE_RATE = gettext_noop("Enter a rate in pounds, such as 12.50 or 0.0125.")


def pence_typed(
    text: str, *, code: str, most: int = MAX_PENCE, least: int = 0, unreadable: str = UNREADABLE
) -> int | Reason | None:
    """S1: what somebody typed as pounds, in whole pence: "£1,250.50" and "1250.5" are 125050, nothing is None.

    With or without the sign, with commas or spaces between thousands. ``most`` and ``least`` are pence; a
    minus is read where ``least`` allows it. Otherwise the reason, in a person's words, under the rule's code;
    ``unreadable`` is its sentence where the field has one of its own.
    """
    if not text.strip():
        return None
    pence = _whole(text, places=2)
    if pence is None:
        return Reason(code, unreadable)
    if pence > most:
        return Reason(code, gettext_noop("Enter %(most)s or less."), {"most": pounds(most)})
    if pence < least:
        return Reason(code, gettext_noop("Enter %(least)s or more."), {"least": pounds(least)})
    return pence


def rate_typed(text: str, *, code: str, most: int = MAX_PENCE) -> Decimal | Reason | None:
    """S1: a rate as somebody typed it: pounds of at most four places. Nothing is None; ``most`` is pence."""
    if not text.strip():
        return None
    rate = _whole(text, places=4)
    if rate is None:
        return Reason(code, UNREADABLE_RATE)
    if rate > most * 100:
        return Reason(code, gettext_noop("Enter %(most)s or less."), {"most": pounds(most)})
    if rate < 0:
        return Reason(code, gettext_noop("Enter %(least)s or more."), {"least": pounds(0)})
    return Decimal(rate).scaleb(-4)


def _whole(text: str, *, places: int) -> int | None:
    """What was typed, in units of so many decimal places of a pound; None where it cannot be read."""
    words = " ".join(text.split())
    match = _TYPED.fullmatch(words) if len(words) <= _MAX_TYPED else None
    if match is None or (match["minus"] and match["second"]) or len(match["places"] or "") > places:
        return None
    whole = int(re.sub("[, ]", "", match["pounds"]) + (match["places"] or "").ljust(places, "0"))
    return -whole if match["minus"] or match["second"] else whole


def pounds(pence: int) -> str:
    """As running text and lists say it: £1,234 or £1,234.50, less than nothing −£12.50."""
    return exact_pounds(pence).removesuffix(".00")


def exact_pounds(pence: int) -> str:
    """With the pence always, as sums in a column or a calculation say it: £1,234.00."""
    return f"{'−' if pence < 0 else ''}£{_digits(pence, ',')}"


def plain_pounds(pence: int) -> str:
    """As it is kept in a text or typed: 1234.50, 1234.00, -12.50. `pence_typed` reads it back."""
    return f"{'-' if pence < 0 else ''}{_digits(pence, '')}"


def exact_rate(rate: Decimal) -> str:
    """A rate with its pence, and with as many of its four places as it has: £12.50, £0.0125."""
    return f"£{_rate_digits(rate, ',')}"


def plain_rate(rate: Decimal) -> str:
    """A rate as it is typed: 1250.00, 0.0125."""
    return _rate_digits(rate, "")


def _rate_digits(rate: Decimal, mark: str) -> str:
    places = f"{rate:{mark}.4f}"
    return places.removesuffix("00") if places.endswith("00") else places.rstrip("0")


def _digits(pence: int, mark: str) -> str:
    whole, rest = divmod(abs(pence), 100)
    return f"{whole:{mark}}.{rest:02}"


def half_up(numerator: int, denominator: int) -> int:
    """S1: a fraction that is not below nothing, as the nearest whole number; a half goes up."""
    return (2 * numerator + denominator) // (2 * denominator)


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """S1: a sum in parts by weights, by the largest remainder, ties to the first: the parts make the sum.

    Weights are whole and none is below nothing; who orders them by their stable id gives ties to the lowest.
    Without any weight nobody gets a part.
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts, rests = [], []
    for place, weight in enumerate(weights):
        part, rest = divmod(total * weight, whole)
        parts.append(part)
        rests.append((-rest, place))
    missing = total - sum(parts)
    if missing:
        rests.sort()
        for _rest, place in rests[:missing]:
            parts[place] += 1
    return parts
