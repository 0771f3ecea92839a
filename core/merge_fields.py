"""Fields in braces that people write into a text, for something of whoever reads it: {first name}."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason

BRACES = re.compile(r"\{[^{}\n]*\}|[{}]")
Name = TypeVar("Name", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class WrongName:
    """Something in braces, or a brace alone, that stands for nothing; the place is counted from 1."""

    written: str
    line: int
    character: int


@dataclass(frozen=True, slots=True)
class MergeFields(Generic[Name]):
    """The fields of one sort of text. Capitals and spaces make no difference."""

    names: type[Name]

    def __str__(self) -> str:
        return ", ".join(f"{{{name}}}" for name in self.names)

    def _name_of(self, written: str) -> Name | None:
        inside = " ".join(written[1:-1].casefold().split())
        return self.names(inside) if inside in set(self.names) else None

    def used_in(self, text: str) -> frozenset[Name]:
        """The fields that a text uses."""
        found = (self._name_of(match[0]) for match in BRACES.finditer(text))
        return frozenset(name for name in found if name is not None)

    def wrong_in(self, text: str) -> list[WrongName]:
        """What a text holds in braces and is no field, in its order."""
        return [placed(match, text) for match in BRACES.finditer(text) if self._name_of(match[0]) is None]

    def refusal_of(self, text: str, *, code: str) -> Reason | None:
        """Why a text cannot be kept so: its first wrong name, with its place."""
        wrong = self.wrong_in(text)
        if not wrong:
            return None
        words = gettext_noop(
            "Line %(line)s, character %(character)s: %(written)s stands for nothing. Only %(names)s can stand in"
            " the text."
        )
        return Reason(code, words, {**facts_of(wrong[0]), "names": str(self)})

    def filled(self, text: str, values: Mapping[Name, str]) -> str:
        """The text with each field that has a value replaced, once: what stands for one is not read again."""

        def value(match: re.Match[str]) -> str:
            name = self._name_of(match[0])
            return match[0] if name is None else values.get(name, match[0])

        return BRACES.sub(value, text)


def placed(match: re.Match[str], text: str) -> WrongName:
    start = match.start()
    return WrongName(match[0], text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def facts_of(wrong: WrongName) -> dict[str, Fact]:
    """What a sentence says of it."""
    return {"line": wrong.line, "character": wrong.character, "written": wrong.written[:40]}


def first_braces(text: str) -> WrongName | None:
    """The first braces of any sort in a text."""
    match = BRACES.search(text)
    return placed(match, text) if match else None
