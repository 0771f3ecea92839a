"""How a person left a list: its columns, how many rows a page has, in which format it was exported last.

The app that keeps it names itself here; without one nothing is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

SIZES = (25, 50, 100)


@dataclass(frozen=True)
class SavedList:
    """A list with filters that somebody saved: its name, the query of its address, and whose it is."""

    pk: int
    name: str
    query: str
    for_team: bool
    is_mine: bool


@dataclass(frozen=True)
class Kept:
    """``columns`` are names, in no order; without any the list shows its own. ``size`` 0 is the list's own."""

    columns: Sequence[str] = ()
    size: int = 0
    format: str = ""
    saved: Sequence[SavedList] = field(default_factory=tuple)


class Keeper(Protocol):
    """Reads what is kept of one list for one person, and says where it is changed."""

    def kept(self, *, by: Any, name: str) -> Kept: ...

    def address(self, name: str) -> str: ...


_keepers: list[Keeper] = []


def keep_with(keeper: Keeper) -> None:
    """From now on lists are kept by this one."""
    _keepers[:] = [keeper]


def kept_for(by: Any, name: str) -> Kept:
    """How this person left the list; nothing is asked for somebody who is not signed in."""
    return _keepers[0].kept(by=by, name=name) if name and _keepers and by.is_authenticated else Kept()


def address_of(by: Any, name: str) -> str:
    """Where the person changes what is kept of the list; "" where nothing is kept."""
    return _keepers[0].address(name) if name and _keepers and by.is_authenticated else ""
