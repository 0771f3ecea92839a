"""How a person left a list: its columns, how many rows a page has, the filters saved under a name.

The app that keeps it names itself here; without one nothing is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from core.forms.numbers import whole_number

SIZES = (25, 50, 100)
SELECTION = "selection"  # of an address: the number of rows that somebody ticked


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
    saves_for_team: bool = False
    saved: Sequence[SavedList] = field(default_factory=tuple)


class Keeper(Protocol):
    """Reads what is kept of one list for one person, and keeps what was ticked."""

    def kept(self, *, by: Any, name: str) -> Kept: ...

    def addresses(self, name: str) -> dict[str, str]: ...

    def select(self, *, by: Any, ids: Sequence[int]) -> int: ...

    def selected(self, *, by: Any, number: int) -> list[int] | None: ...


_keepers: list[Keeper] = []


def keep_with(keeper: Keeper) -> None:
    """From now on lists are kept by this one."""
    _keepers[:] = [keeper]


def kept_for(by: Any, name: str) -> Kept:
    """How this person left the list; nothing is asked for somebody who is not signed in."""
    return _keepers[0].kept(by=by, name=name) if name and _keepers and by.is_authenticated else Kept()


def addresses_of(by: Any, name: str) -> dict[str, str]:
    """Where the person changes what is kept of the list: ``keep_url``, ``save_url``."""
    return _keepers[0].addresses(name) if name and _keepers and by.is_authenticated else {}


def select(by: Any, ids: Sequence[int]) -> int:
    """Keep the rows that somebody ticked; answers the number that the address of the next page holds."""
    return _keepers[0].select(by=by, ids=ids)


def ticked_rows(request: HttpRequest) -> list[int]:
    """The rows that this person ticked within the hour. A selection that has gone is 404."""
    number = whole_number(request.GET.get(SELECTION, ""))
    rows = _keepers[0].selected(by=request.user, number=number) if _keepers and number is not None else None
    if rows is None:
        raise Http404(_("What you tick on a list is kept for an hour. Choose again on the list."))
    return rows
