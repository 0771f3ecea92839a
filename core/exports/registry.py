"""The exports there are: each says what it is called, who may run
it, which columns it has and where rows come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol, TypeVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.exports.further import Sheet
from core.tables.columns import Column, Row, Text
from core.tables.filters import Filter, cleaned, in_words
from core.tables.table import Table

Filters = Mapping[str, str]


class Person(Protocol):
    """Whoever asks. ``accounts.User`` fits."""

    def has_perm(self, perm: str, obj: Any = None) -> bool: ...


class UnknownExport(LookupError):
    """No export has this identifier."""


class Export:
    """One export. A subclass names the four facts and gives ``rows``; the rest has a sensible answer."""

    identifier: ClassVar[str]
    title: ClassVar[Text]
    permission: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    description: ClassVar[Text] = ""
    filters: ClassVar[Sequence[Filter]] = ()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        """The rows in the order of ``columns_for(by)``, drawn from a selector, a few at a time."""
        raise NotImplementedError

    def columns_for(self, by: Any) -> tuple[Column, ...]:
        """The columns this person may see."""
        return self.columns

    def further_sheets(self, filters: Filters, *, by: Any) -> Sequence[Sheet]:
        """Sheets behind the first one, in formats that have several."""
        return ()

    def count(self, filters: Filters, *, by: Any) -> int | None:
        """How many rows there will be, where that is cheap to know; progress is shown against it."""
        return None

    def may_run(self, by: Person, filters: Filters) -> bool:
        """Whether this person may have these rows now. An export about one object asks about that object."""
        return by.has_perm(self.permission)

    def clean_filters(self, filters: Mapping[str, str]) -> dict[str, str]:
        """The filters kept of what was given from outside. Raises WrongFilters when one cannot be used."""
        return cleaned(self.filters, filters)

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        """Title and value of each filter, for the notes."""
        return in_words(self.filters, filters)


class TableExport(Export):
    """The sheet of a table: its columns, filters and rows are those of the list page."""

    CHUNK: ClassVar[int] = 500
    table: ClassVar[type[Table]]

    def about(self, filters: Filters) -> Any:
        """Hook: what the table lists something of, where its page knows it too."""
        return None

    def table_for(self, by: Any, filters: Filters) -> Table:
        return self.table(by=by, on=timezone.localdate(), scope=filters, about=self.about(filters))

    @property
    def outline(self) -> Table:
        """The table without rows: its columns, filters and their words."""
        return self.table(by=None, on=timezone.localdate(), scope={})

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        return self.outline.sheet_columns

    @property
    def filters(self) -> Sequence[Filter]:  # type: ignore[override]
        return self.outline.all_filters

    def matching(self, filters: Filters, *, by: Any) -> QuerySet[Any]:
        """The rows that cleaned filters leave."""
        return self.table_for(by, filters).sheet_rows(filters)

    def count(self, filters: Filters, *, by: Any) -> int | None:
        table = self.table_for(by, filters)
        return table.count(table.filtered(filters), is_narrowed=bool(filters))

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        table = self.table_for(by, filters)
        yield from table.sheet(table.sheet_rows(filters).iterator(self.CHUNK))


_exports: dict[str, Export] = {}
AnExport = TypeVar("AnExport", bound=type[Export])


def register(export: AnExport) -> AnExport:
    """Class decorator: the export is known from now on.

    Two exports of one identifier are a mistake of ours.
    """
    known = _exports.get(export.identifier)
    if known is not None and type(known) is not export:
        raise ValueError(f"two exports are called {export.identifier}")
    made = export()
    if len({column.name for column in made.columns}) != len(made.columns):
        raise ValueError(f"{export.identifier} has two columns of one name")
    _exports[export.identifier] = made
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
