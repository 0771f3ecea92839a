"""Whole columns for PostgreSQL: the text of an array. The driver quotes each value of a list by itself, which
for a hundred thousand values takes longer than PostgreSQL takes to write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime


def numbers(values: Sequence[int | bool | datetime | None]) -> str:
    """An array of what is never quoted wrongly: numbers, yes and no, instants."""
    if None in values:
        return f"{{{','.join(['NULL' if value is None else str(value) for value in values])}}}"
    return f"{{{','.join(map(str, values))}}}"


def texts(values: Iterable[str]) -> str:
    """An array of texts."""
    return f"{{{','.join(map(quoted, values))}}}"


def quoted(text: str) -> str:
    """A text as it stands in an array."""
    if "\\" in text or '"' in text:
        text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
