"""A table: what its page and its export read of it. Authorities are what it lists here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.test import RequestFactory
from django.utils.translation import gettext_lazy

from accounts.models import Authority
from core.exports.registry import TableExport, find_export, forget, register
from core.tables.columns import Column, Kind
from core.tables.filters import (
    BooleanFilter,
    ChoiceFilter,
    DateRangeFilter,
    Filter,
    ScopeFilter,
    SearchFilter,
    WrongFilters,
    cleaned,
    in_words,
)
from core.tables.pages import ListPage
from core.tables.table import Table

DAY = date(2026, 11, 29)
COLOURS = (("#1d70b8", "Blue"), ("#00703c", "Green"))


def day_or_never(row: Authority) -> Any:
    return row.accessibility_tested_on or "Never"


class AuthoritiesTable(Table):
    ordering = "-called"
    columns = (
        Column("slug", "Short name", sort="slug"),
        Column("name", "Name", width=30, sort="name", key="called", heading="Called"),
        Column("number", "Number", Kind.NUMBER, value="pk"),
        Column("tested", "Tested", Kind.DATE, value="accessibility_tested_on", shown=day_or_never),
        Column("team", gettext_lazy("Team"), value=lambda row: None),
    )
    on_page = ("name", "tested")
    in_sheet = ("slug", "name", "tested", "team")
    filters = (
        SearchFilter("q", "Name", lookup="slug__contains"),
        ChoiceFilter("colour", "Colour", lookup="brand_colour", choices=COLOURS),
        DateRangeFilter("tested", "Tested", lookup="accessibility_tested_on"),
        BooleanFilter("used", "In use only", lookup="is_active"),
        ScopeFilter(
            "prefix",
            "List",
            lookup="slug__contains",
            find=lambda n: "seven" if n == 7 else None,
            error="No list.",
        ),
    )

    def rows(self) -> QuerySet[Any]:
        return Authority.objects.filter(slug__startswith="table-").order_by("slug")


class AuthoritiesPage(ListPage):
    public = True
    title = "Authorities"
    table_class = AuthoritiesTable
    export = "tables-test"

    def scope(self) -> dict[str, str]:
        return {"prefix": "7", "unknown": "1"}


class AuthoritiesExport(TableExport):
    identifier = "tables-test"
    title = "Authorities"
    permission = "documents.add_exportrun"
    table = AuthoritiesTable


@pytest.fixture
def export() -> Iterator[Any]:
    register(AuthoritiesExport)
    yield find_export("tables-test")
    forget("tables-test")


@pytest.fixture
def ten(as_owner: Callable[[], AbstractContextManager[None]]) -> list[Authority]:
    with as_owner():
        return Authority.objects.bulk_create(
            Authority(
                name=f"Table {9 - number}",
                slug=f"table-{number}7",
                is_active=number % 2 == 0,
                brand_colour=COLOURS[number % 2][0],
                accessibility_tested_on=f"2026-01-{number + 1:02}" if number < 5 else None,
            )
            for number in range(10)
        )


def table() -> AuthoritiesTable:
    return AuthoritiesTable(by=None, on=DAY, scope={})


def named(columns: Sequence[Column]) -> list[str]:
    return [column.name for column in columns]


def page(rf: RequestFactory, query: str = "") -> AuthoritiesPage:
    made = AuthoritiesPage()
    request = rf.get(f"/list/{query}")
    request.user = AnonymousUser()
    made.setup(request)
    return made


def test_the_page_and_the_sheet_each_name_their_columns() -> None:
    assert named(table().page_columns) == ["name", "tested"]
    assert named(table().sheet_columns) == ["slug", "name", "tested", "team"]
    assert named(Table(by=None, on=DAY, scope={}).page_columns) == []


def test_a_column_that_does_not_exist_is_an_error() -> None:
    class Wrong(AuthoritiesTable):
        on_page = ("nobody",)

    with pytest.raises(KeyError):
        Wrong(by=None, on=DAY, scope={}).page_columns  # noqa: B018


@pytest.mark.parametrize(
    ("asked", "sort"),
    [
        ("", ("called", True)),
        ("called", ("called", False)),
        ("-called", ("called", True)),
        ("name", ("called", True)),
        ("slug", ("called", True)),  # it is in the sheet alone
        ("tested", ("called", True)),
    ],
)
def test_the_address_sorts_by_the_key_of_a_column_of_the_page(asked: str, sort: tuple[str, bool]) -> None:
    assert table().sort_of(asked) == sort


def test_a_person_chooses_columns_and_the_list_keeps_its_order() -> None:
    class Choosable(AuthoritiesTable):
        on_choice = ("slug", "name")
        second_rank = ("tested",)

    as_it_comes, chosen = Choosable(by=None, on=DAY, scope={}), Choosable(by=None, on=DAY, scope={})
    assert [(column.name, column.second) for column in as_it_comes.page_columns] == [
        ("name", False),
        ("tested", True),
    ]
    assert named(as_it_comes.choosable) == ["tested", "slug"]
    chosen.chosen = frozenset({"slug", "gone"})
    assert [(column.name, column.second) for column in chosen.page_columns] == [
        ("name", False),
        ("slug", False),
    ]
    assert chosen.sort_of("-slug") == ("slug", True)
    nothing_left = Choosable(by=None, on=DAY, scope={})
    nothing_left.chosen = frozenset({"gone"})
    assert named(nothing_left.page_columns) == ["name", "tested"]


def test_a_column_that_a_person_left_out_still_sorts_the_list_that_it_sorts_by_itself() -> None:
    class ByNumber(AuthoritiesTable):
        ordering = "number"
        columns = (*AuthoritiesTable.columns[:2], Column("number", "Number", value="pk", sort="pk"))
        on_page = ("name", "slug", "number")
        in_sheet = ()

    table = ByNumber(by=None, on=DAY, scope={})
    table.chosen = frozenset({"slug"})
    assert named(table.page_columns) == ["name", "slug"]
    assert table.sort_of("") == ("number", False)


def test_scope_is_only_what_a_filter_in_scope_knows() -> None:
    assert AuthoritiesTable(by=None, on=DAY, scope={"prefix": "7", "q": "x", "other": "1"}).scope == {
        "prefix": "7"
    }
    assert "prefix" not in named_filters(table().form_filters)
    assert "prefix" in named_filters(table().all_filters)


def named_filters(filters: Sequence[Filter]) -> list[str]:
    return [filter_.name for filter_ in filters]


GOOD = {"prefix": "7", "colour": "#1d70b8", "tested_from": "2 January 26", "used": "on", "q": "table"}


def test_what_an_export_is_asked_for_is_cleaned_and_said_in_words() -> None:
    filters = table().all_filters
    kept = cleaned(filters, {**GOOD, "page": "2", "sort": "name", "tested_to": ""})
    assert kept == {**GOOD, "tested_from": "2026-01-02"}
    assert in_words(filters, kept) == [
        ("Colour", "Blue"),
        ("List", "seven"),
        ("Name", "table"),
        ("Tested from", "2026-01-02"),
        ("In use only", "Yes"),
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"colour": "pink"}, "Choose the Colour from the list."),
        ({"tested_to": "soon"}, "“soon” is no date."),
        ({"prefix": "8"}, "No list."),
        ({"prefix": "x"}, "No list."),
        ({"prefix": ""}, "No list."),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(wrong: dict[str, str], words: str) -> None:
    with pytest.raises(WrongFilters, match=words):
        cleaned(table().all_filters, {**GOOD, **wrong})


def test_a_scope_that_may_be_left_out() -> None:
    optional = ScopeFilter("group", "Group", find=lambda number: None, error="No group.", required=False)
    assert optional.clean({}) == {}
    with pytest.raises(WrongFilters, match="No group"):
        optional.clean({"group": "3"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("", {}),
        ("?q=table-1", {"q": "table-1"}),
        ("?colour=%231d70b8", {"colour": "#1d70b8"}),
        ("?used=on&tested_from=3/1/2026", {"used": "on", "tested_from": "3/1/2026"}),
        ("?tested_to=2 January 2026", {"tested_to": "2 January 2026"}),
    ],
)
@pytest.mark.usefixtures("sample_pages", "ten")
def test_page_and_sheet_hold_the_same_rows(
    rf: RequestFactory, export: Any, query: str, filters: dict[str, str]
) -> None:
    shown = {row.slug for row in page(rf, query).filtered_rows()}
    kept = export.clean_filters({**filters, "prefix": "7"})
    rows = list(export.rows(kept, by=None))
    assert shown
    assert {row[0] for row in rows} == shown
    assert export.count(kept, by=None) == len(shown)


@pytest.mark.django_db
@pytest.mark.usefixtures("sample_pages", "ten")
def test_a_cell_of_the_sheet_has_its_kind_and_one_of_the_page_its_words(
    rf: RequestFactory, export: Any
) -> None:
    first, *_rest, last = export.rows({"prefix": "7"}, by=None)
    assert first == ("table-07", "Table 9", date(2026, 1, 1), "")
    assert last == ("table-97", "Table 0", None, "")
    assert named(export.columns) == ["slug", "name", "tested", "team"]
    context = page(rf).get_context_data()
    assert [heading.label for heading in context["headings"]] == ["Called", "Tested"]
    assert "Never" in context["rows"]
    assert [row.name for row in context["page"].object_list][:2] == ["Table 9", "Table 8"]


@pytest.mark.django_db
@pytest.mark.usefixtures("sample_pages", "ten")
def test_a_sheet_may_have_an_order_of_its_own(export: Any) -> None:
    class Newest(AuthoritiesTable):
        sheet_ordering = ("-slug",)

    rows = Newest(by=None, on=DAY, scope={}).sheet_rows({})
    assert [row.slug for row in rows][:2] == ["table-97", "table-87"]


@pytest.mark.parametrize(
    ("row", "path", "value"),
    [
        (SimpleNamespace(elected=SimpleNamespace(provider="Acorns")), "elected.provider", "Acorns"),
        (SimpleNamespace(elected=None), "elected.provider", None),
        (SimpleNamespace(elected=SimpleNamespace(provider=None)), "elected.provider.district", None),
        (SimpleNamespace(elected=None), "elected", None),
        ({"elected.provider": "Acorns"}, "elected.provider", "Acorns"),
        (SimpleNamespace(words=lambda: "Called"), "words", "Called"),
    ],
)
def test_where_nobody_is_there_is_no_setting_of_theirs(row: Any, path: str, value: Any) -> None:
    column = Column("cell", "Cell", value=path)
    assert column.of_page()(row) == value
    assert column.of_sheet()(row) == ("" if value is None else value)


@pytest.mark.parametrize("row", [SimpleNamespace(), SimpleNamespace(elected=SimpleNamespace())])
def test_a_path_that_is_wrong_is_an_error(row: Any) -> None:
    with pytest.raises(AttributeError):
        Column("cell", "Cell", value="elected.provider").of_sheet()(row)


def test_two_columns_of_one_name_are_a_mistake() -> None:
    class Twice(AuthoritiesTable):
        columns = (Column("slug", "A"), Column("slug", "B"))
        in_sheet = ()

    with pytest.raises(ValueError, match="two columns of one name"):
        register(type("Wrong", (AuthoritiesExport,), {"identifier": "tables-twice", "table": Twice}))
