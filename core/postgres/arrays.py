"""Whole columns for PostgreSQL: the text of an array. The driver quotes each value of a list by itself, which for a
hundred thousand values takes longer than PostgreSQL takes to write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

_ESCAPED = re.compile(r'(["\\])')


def numbers(values: Iterable[int | bool | datetime | None]) -> str:
    """An array of what is never quoted wrongly: numbers, yes and no, instants."""
    return f"{{{','.join(['NULL' if value is None else f'{value}' for value in values])}}}"


def texts(values: Iterable[str]) -> str:
    """An array of texts."""
    return f"{{{','.join(map(quoted, values))}}}"


def quoted(text: str) -> str:
    """A text as it stands in an array."""
    return f'"{_ESCAPED.sub(_BACKSLASH, text)}"'


_BACKSLASH = r"\\\1"
