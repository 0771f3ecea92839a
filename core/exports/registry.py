"""The exports there are: each says what it is called, who may run it, which columns it has and where rows come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
Filters = Mapping[str, str]
Row = Sequence[object]


class Kind(StrEnum):
    """What a column holds; it decides how a cell is written, never the look of the value."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # integer pence
    DATE = "date"
    DATETIME = "datetime"  # aware; written in Europe/London
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name for programs, its title for people, what it holds and how wide a sheet shows it."""

    name: str
    title: Text
    kind: Kind = Kind.TEXT
    width: int = 16


class Person(Protocol):
    """Whoever asks. ``accounts.User`` fits."""

    def has_perm(self, perm: str, obj: Any = None) -> bool: ...


class WrongFilters(ValueError):
    """The filters from outside cannot be used; the message says why, in words for people."""


class UnknownExport(LookupError):
    """No export has this identifier."""


class Export:
    """One export. A subclass names the four facts and gives ``rows``; the rest has a sensible answer."""

    identifier: ClassVar[str]
    title: ClassVar[Text]
    permission: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    description: ClassVar[Text] = ""
    filter_titles: ClassVar[Mapping[str, Text]] = {}

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        """The rows in the order of ``columns_for(by)``, drawn from a selector, a few at a time."""
        raise NotImplementedError

    def columns_for(self, by: Any) -> tuple[Column, ...]:
        """The columns this person may see."""
        return self.columns

    def count(self, filters: Filters, *, by: Any) -> int | None:
        """How many rows there will be, where that is cheap to know; progress is shown against it."""
        return None

    def may_run(self, by: Person, filters: Filters) -> bool:
        """Whether this person may have these rows now. An export about one object asks about that object."""
        return by.has_perm(self.permission)

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        """The filters kept of what was given from outside. Raises WrongFilters when one cannot be used."""
        return {name: given[name] for name in self.filter_titles if given.get(name)}

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        """Title and value of each filter, for the notes."""
        return [(str(self.filter_titles.get(name, name)), value) for name, value in sorted(filters.items())]


_exports: dict[str, Export] = {}
AnExport = TypeVar("AnExport", bound=type[Export])


def register(export: AnExport) -> AnExport:
    """Class decorator: the export is known from now on. Two exports of one identifier are a mistake of ours."""
    known = _exports.get(export.identifier)
    if known is not None and type(known) is not export:
        raise ValueError(f"two exports are called {export.identifier}")
    if len({column.name for column in export.columns}) != len(export.columns):
        raise ValueError(f"{export.identifier} has two columns of one name")
    _exports[export.identifier] = export()
    return export


def forget(identifier: str) -> None:
    """Take an export out of the registry again (tests register their own)."""
    _exports.pop(identifier, None)


def find_export(identifier: str) -> Export:
    """The export of this identifier. Raises UnknownExport."""
    try:
        return _exports[identifier]
    except KeyError:
        raise UnknownExport(_("There is no export called %(name)s.") % {"name": identifier}) from None


def all_exports() -> Iterable[Export]:
    """Every export, by title."""
    return sorted(_exports.values(), key=lambda export: (str(export.title), export.identifier))
