"""S2: two versions of a scheme side by side, line by line under the keys that both share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Both:
    """A line of two versions; None: the version has no such line."""

    label: str
    first: str | None
    second: str | None

    @property
    def differs(self) -> bool:
        return self.first != self.second


@dataclass(frozen=True, slots=True)
class PartOfBoth:
    title: str
    lines: tuple[Both, ...]

    @property
    def differs(self) -> bool:
        return any(line.differs for line in self.lines)


def side_by_side(first: Sequence[Any], second: Sequence[Any]) -> list[PartOfBoth]:
    """Parts and lines (with ``key``, ``title`` or ``label``, ``lines`` or ``words``) of both, in the order of
    the second; what only the first has stands after what it followed there.
    """
    before, after = {part.key: part for part in first}, {part.key: part for part in second}
    return [
        PartOfBoth((after.get(key) or before[key]).title, tuple(_lines(before.get(key), after.get(key))))
        for key in merged([part.key for part in first], [part.key for part in second])
    ]


def _lines(first: Any, second: Any) -> list[Both]:
    before = {line.key: line for line in first.lines} if first else {}
    after = {line.key: line for line in second.lines} if second else {}
    return [
        Both(
            (after.get(key) or before[key]).label,
            before[key].words if key in before else None,
            after[key].words if key in after else None,
        )
        for key in merged(list(before), list(after))
    ]


def merged(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """All keys once, in the order of the second; one of the first alone after the one that it followed."""
    out, there = list(second), set(second)
    for place, key in enumerate(first):
        if key in there:
            continue
        before = next((other for other in reversed(first[:place]) if other in out), None)
        out.insert(out.index(before) + 1 if before is not None else 0, key)
        there.add(key)
    return out
