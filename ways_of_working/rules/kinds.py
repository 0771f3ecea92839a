"""W1: the kinds of answer. Each reads what was typed or stored, and says in words why it cannot.

``read`` answers with one of three: None (nothing was answered), a ``Reason`` (it cannot be read, in words),
or the value. ``kept`` gives the text in which a value is stored; it reads back as the same value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from django.utils.translation import gettext_noop

from core.money import pence_typed, plain_pounds, pounds
from core.reasons import MONTHS, Reason, Term
from core.text import length_of, several_lines

CODE = "W1"
LONGEST_TEXT = 20_000
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)


class Nothing(Enum):
    """The members agreed that there is none (no threshold, no fixed term). Not the same as no answer."""

    NONE = "none"


class Picked(NamedTuple):
    """A choice, with the number that belongs to it where it has one (per cent, settings, or pence)."""

    choice: str
    number: int | None = None


Value = int | str | tuple[str, ...] | Picked | Nothing
Kept = str | list[str]


class Kind:
    """One kind of answer. The classes below are the whole list."""

    def read(self, raw: object) -> Value | Reason | None:
        raise NotImplementedError

    def kept(self, value: Value) -> Kept:
        return "none" if value is Nothing.NONE else str(value)

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        """The value as the document says it: one line, or several for a list."""
        raise NotImplementedError


def cleaned(raw: object) -> str:
    """What was typed or stored as one text.

    Anything that is neither text nor a whole number is no text: it is shown as unreadable.
    """
    if raw is None:
        return ""
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        return "?"
    if isinstance(raw, int):
        return str(raw) if abs(raw) < 10**9 else "?"
    return several_lines(raw)


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Words of the members' own."""

    most: int = LONGEST_TEXT

    def read(self, raw: object) -> str | Reason | None:
        if raw is not None and not isinstance(raw, str):
            return Reason(CODE, gettext_noop("Enter words."))
        words = cleaned(raw)
        if length_of(words) > self.most:
            return Reason(
                CODE,
                gettext_noop("Enter at most %(most)d characters. These are %(number)d."),
                _facts(self.most, length_of(words)),
            )
        return words or None

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        return (Reason(CODE, "%(words)s", {"words": str(value)}),)


@dataclass(frozen=True, slots=True)
class WholeNumber(Kind):
    """A whole number between two bounds. ``without`` is how "none" is said; empty where none is no answer."""

    least: int
    most: int
    one: str = "%(number)d"
    many: str = "%(number)d"
    without: str = ""

    def read(self, raw: object) -> int | Nothing | Reason | None:
        words = cleaned(raw).lower()
        if not words:
            return None
        if self.without and words in {"none", "no", "0"} and not (words == "0" and self.least == 0):
            return Nothing.NONE
        number = self._number(words)
        if number is None:
            return Reason(
                CODE, gettext_noop("Enter a whole number, such as %(example)d."), {"example": self.least}
            )
        if not self.least <= number <= self.most:
            bounds = {"least": self.least, "most": self.most}
            return Reason(CODE, gettext_noop("Enter a whole number from %(least)d to %(most)d."), bounds)
        return number

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        if not isinstance(value, int):
            return (Reason(CODE, self.without),)
        return (Reason(CODE, self.one if value == 1 else self.many, {"number": value}),)

    def _number(self, words: str) -> int | None:
        return int(words) if _NUMBER.fullmatch(words) else None


@dataclass(frozen=True, slots=True)
class Percent(WholeNumber):
    """Per cent, typed with or without the sign."""

    least: int = 1
    most: int = 100
    one: str = gettext_noop("%(number)d%%")
    many: str = gettext_noop("%(number)d%%")

    def _number(self, words: str) -> int | None:
        # Not super(): a dataclass with slots is another class than the one the body names.
        return WholeNumber._number(self, words.removesuffix("%").rstrip())


@dataclass(frozen=True, slots=True)
class Days(WholeNumber):
    """A number of days ahead; nought is the day itself."""

    least: int = 0
    most: int = 60
    one: str = gettext_noop("%(number)d day ahead")
    many: str = gettext_noop("%(number)d days ahead")


@dataclass(frozen=True, slots=True)
class Months(WholeNumber):
    """A length of time in months."""

    least: int = 1
    most: int = 60
    one: str = gettext_noop("%(number)d month")
    many: str = gettext_noop("%(number)d months")


@dataclass(frozen=True, slots=True)
class Pence(Kind):
    """Money, typed in pounds and held in pence."""

    most: int = 10_000_000

    def read(self, raw: object) -> int | Reason | None:
        unreadable = gettext_noop("Enter an amount in pounds, such as 50 or 50.00.")
        return pence_typed(cleaned(raw), code=CODE, most=self.most, unreadable=unreadable)

    def kept(self, value: Value) -> str:
        return plain_pounds(value if isinstance(value, int) else 0)

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        return (Reason(CODE, pounds(value if isinstance(value, int) else 0)),)


@dataclass(frozen=True, slots=True)
class Month(Kind):
    """A month of the year, by name or number."""

    def read(self, raw: object) -> int | Reason | None:
        words = cleaned(raw).lower()
        if not words:
            return None
        if _NUMBER.fullmatch(words) and 1 <= int(words) <= len(MONTHS):
            return int(words)
        named = [number for number, name in enumerate(MONTHS, 1) if words in {name.lower(), name[:3].lower()}]
        return named[0] if named else Reason(CODE, gettext_noop("Choose a month."))

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        return (
            (Reason(CODE, MONTHS[value - 1]),) if isinstance(value, int) and 1 <= value <= len(MONTHS) else ()
        )


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a list."""

    labels: Mapping[str, Term]

    def read(self, raw: object) -> str | Reason | None:
        words = cleaned(raw)
        if not words:
            return None
        return words if words in self.labels else Reason(CODE, gettext_noop("Choose one of the list."))

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        return (Reason(CODE, self.labels[value]),) if isinstance(value, str) and value in self.labels else ()


@dataclass(frozen=True, slots=True)
class Choices(Kind):
    """Several of a list, always in the order of the list."""

    labels: Mapping[str, Term]

    def read(self, raw: object) -> tuple[str, ...] | Reason | None:
        chosen = {cleaned(one) for one in _each(raw)} - {""}
        if not chosen <= set(self.labels):
            return Reason(CODE, gettext_noop("Choose from the list."))
        return tuple(code for code in self.labels if code in chosen) or None

    def kept(self, value: Value) -> list[str]:
        return [str(one) for one in value] if isinstance(value, tuple) else []

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        chosen = value if isinstance(value, tuple) else ()
        return tuple(
            Reason(CODE, self.labels[code])
            for code in chosen
            if isinstance(code, str) and code in self.labels
        )


@dataclass(frozen=True, slots=True)
class ChoiceWithNumber(Kind):
    """One of a list, of which some need a number: "share:50". A form may give the two parts as a pair."""

    labels: Mapping[str, Term]
    numbers: Mapping[str, WholeNumber | Pence] = field(default_factory=dict)

    def read(self, raw: object) -> Picked | Reason | None:
        code, number = _parts(raw)
        if not code:
            return None
        if code not in self.labels:
            return Reason(CODE, gettext_noop("Choose one of the list."))
        if code not in self.numbers:
            return Picked(code)
        found = self.numbers[code].read(number)
        if found is None:
            return Reason(
                CODE,
                gettext_noop("Enter the number that belongs to “%(choice)s”."),
                {"choice": self.labels[code]},
            )
        return Picked(code, found) if isinstance(found, int) else _refused(found)

    def kept(self, value: Value) -> str:
        if not isinstance(value, Picked):
            return ""
        return (
            value.choice
            if value.number is None
            else f"{value.choice}:{self.numbers[value.choice].kept(value.number)}"
        )

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        if not isinstance(value, Picked) or value.choice not in self.labels:
            return ()
        label = (Reason(CODE, self.labels[value.choice]),)
        return label if value.number is None else (*label, *self.numbers[value.choice].in_words(value.number))


@dataclass(frozen=True, slots=True)
class MemberSetting(Kind):
    """One setting, by its number in the register.

    Whether it is a member on the day is asked where members are known.
    """

    def read(self, raw: object) -> int | Reason | None:
        words = cleaned(raw)
        if not words:
            return None
        if not _NUMBER.fullmatch(words) or int(words) == 0:
            return Reason(CODE, gettext_noop("Choose one of the members."))
        return int(words)

    def in_words(self, value: Value) -> tuple[Reason, ...]:
        """Without the register there is no name: see ``answers.in_words``."""
        return ()


def _each(raw: object) -> Iterable[object]:
    if raw is None:
        return ()
    return raw if isinstance(raw, (list, tuple, set, frozenset)) else (raw,)


def _parts(raw: object) -> tuple[str, object]:
    if isinstance(raw, (list, tuple)):
        code, number = (*raw, None, None)[:2]
        return cleaned(code), number
    code, _, number = cleaned(raw).partition(":")
    return code.strip(), number


def _refused(found: Reason | Nothing) -> Reason:
    return found if isinstance(found, Reason) else Reason(CODE, gettext_noop("Enter a number."))


def _facts(most: int, number: int) -> dict[str, int]:
    return {"most": most, "number": number}
