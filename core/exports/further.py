"""Further sheets of one file. A CSV has one sheet alone: it leaves them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.tables.columns import Column, Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet behind the first one: its title of at most 31 letters without []:*?/\\, as Excel wants it."""

    title: Any
    columns: Sequence[Column]
    rows: Iterable[Row]
