"""A list is declared once: its page and its export read one
Table (docs/decisions/0018-tables-of-our-own.md).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django.conf import settings

from core.exports.registry import Export, TableExport, all_exports, find_export
from core.tables.filters import Filter
from core.tables.pages import ListPage
from core.tables.table import Table

#: Exports without a list page of their own, each with its reason.
WITHOUT_PAGE = {
    "collaborations_sheet_refused": "whole lines of a spreadsheet; its page lists the parts of lines",
    "policy-changes": "made from the page of one version of the leading policy",
    "scheme-simulation": "made from the page of one scheme, of what its job worked out",
    "supplement-rules": "made from the page of figures that are worked out of a period's runs",
    "supplement-rates": "made from the page of figures that are worked out of all schemes",
    "settings": "its page is the register in the browser admin, which reads the same filters",
    "members": "each collaboration has its own page of members",
    "leaders": "each collaboration has its own page of leaders",
    "people_of_settings": "its page is the list in the browser admin, which reads the same filters",
}
#: What a subclass of TableExport says of filters and columns would be said a second time.
SAID_BY_THE_TABLE = (
    "clean_filters",
    "columns",
    "columns_for",
    "filters",
    "filters_in_words",
    "matching",
    "outline",
    "table_for",
)


def load_views() -> None:
    for app in settings.OUR_APPS:
        package = importlib.import_module(app)
        for module in pkgutil.walk_packages(package.__path__, f"{app}."):
            if "views" in module.name.split("."):
                importlib.import_module(module.name)


def subclasses_of(base: type) -> Iterator[type]:
    for subclass in base.__subclasses__():
        yield subclass
        yield from subclasses_of(subclass)


def is_ours(cls: type) -> bool:
    return cls.__module__.partition(".")[0] in settings.OUR_APPS


def list_pages() -> list[type[ListPage]]:
    load_views()
    """Those of our apps; a base of others is none."""
    pages = [page for page in subclasses_of(ListPage) if is_ours(page)]
    return [page for page in pages if hasattr(page, "table_class") or not page.__subclasses__()]


def exports() -> list[Export]:
    return [export for export in all_exports() if is_ours(type(export))]


def test_every_list_page_has_a_table() -> None:
    assert len(list_pages()) > 20
    assert [page.__qualname__ for page in list_pages() if not issubclass(page.table_class, Table)] == []


def test_a_page_and_its_export_read_one_table() -> None:
    wrong = []
    for page in list_pages():
        if not page.export:
            continue
        export = find_export(page.export)
        if not isinstance(export, TableExport) or not issubclass(page.table_class, export.table):
            wrong.append(f"{page.__qualname__}: {page.export}")
    assert wrong == []


def test_an_export_without_a_page_has_a_reason() -> None:
    with_page = {page.export for page in list_pages()}
    assert {export.identifier for export in exports()} - with_page == set(WITHOUT_PAGE)


@pytest.mark.parametrize("name", SAID_BY_THE_TABLE)
def test_no_export_of_a_table_says_again_what_the_table_says(name: str) -> None:
    tables = [cls for cls in subclasses_of(TableExport) if is_ours(cls)]
    assert [cls.__qualname__ for cls in tables if name in vars(cls)] == []


def test_no_export_cleans_filters_itself() -> None:
    """Filters from outside are cleaned by the filters, so that what is refused is refused in one way."""
    assert [export.identifier for export in exports() if "clean_filters" in vars(type(export))] == []
    strays = [
        export.identifier
        for export in exports()
        if not all(isinstance(each, Filter) for each in export.filters)
    ]
    assert strays == []


def test_no_page_declares_columns_or_filters_beside_its_table() -> None:
    names = {"columns", "filters", "rows", "ordering", "get_columns", "get_filters", "count", "sorted_rows"}
    assert [page.__qualname__ for page in list_pages() if names & set(vars(page))] == []


def test_no_column_is_dead() -> None:
    """A column is on the page, in the sheet, or it is dead."""
    dead = []
    for export in exports():
        if not isinstance(export, TableExport):
            continue
        outline = export.outline
        pages = [page.table_class for page in list_pages() if page.export == export.identifier]
        on_pages = {name for table in pages for name in static_names(table)}
        in_sheet = {column.name for column in outline.sheet_columns}
        if on_pages:
            dead += [
                f"{export.identifier}: {column.name}"
                for column in outline.columns
                if column.name not in on_pages | in_sheet
            ]
    assert dead == []


def static_names(table: type[Table]) -> tuple[str, ...]:
    """``on_page`` of a table on which it does not depend on who reads."""
    names = vars(table).get("on_page", ())
    return () if isinstance(names, property) else tuple(names)
