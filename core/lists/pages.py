"""The base of every page that lists things: columns, filters, sorting, paging, export, all by plain links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.core.paginator import Page as Slice
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from core.lists.columns import Column, backwards, draw_rows
from core.lists.filters import Filter, FilterForm
from core.views import Page

PAGE, SORT = "page", "sort"


@dataclass(frozen=True)
class Heading:
    """The head of a column. ``direction`` is "ascending", "descending" or "" for a column that does not sort the list now."""

    label: Any
    href: str
    direction: str
    numeric: bool


@dataclass(frozen=True)
class Chip:
    text: str
    href: str


@dataclass(frozen=True)
class PageLink:
    """``number`` is None for the dots between pages."""

    number: int | None
    href: str
    is_current: bool


class ListPage(Page):
    """A list. A subclass says what it lists (``rows``, from a selector), its ``columns`` and ``filters``.

    ``ordering`` is the name of a column, "-" before it for falling. ``things`` is the plural noun of the count.
    ``export`` is the identifier of a registered export, offered with the same filters to whom ``export_permission`` admits.
    """

    template_name = "layouts/list_page.html"
    columns: ClassVar[Sequence[Column]] = ()
    filters: ClassVar[Sequence[Filter]] = ()
    ordering: ClassVar[str] = ""
    page_size: ClassVar[int] = 25
    things: Any = _("results")
    empty_text: Any = _("There is nothing here yet.")
    export: ClassVar[str] = ""
    export_permission: ClassVar[str] = ""
    draws_rows: ClassVar[bool] = True  # False where a page shows its rows otherwise than as a table

    def rows(self) -> QuerySet[Any]:
        """Hook: everything the person may see here, from a selector."""
        raise NotImplementedError

    def get_columns(self) -> Sequence[Column]:
        """Hook: columns that depend on the person (a right to see addresses)."""
        return self.columns

    def get_filters(self) -> Sequence[Filter]:
        return self.filters

    @cached_property
    def filter_form(self) -> FilterForm:
        return FilterForm(self.get_filters(), self.request.GET)

    def filtered_rows(self) -> QuerySet[Any]:
        rows = self.rows()
        values = self.filter_form.values()
        for one in self.get_filters():
            rows = one.apply(rows, values)
        return rows

    @cached_property
    def is_narrowed(self) -> bool:
        """Whether any filter leaves something out."""
        return any(self.filter_form.values().values())

    def count(self, rows: QuerySet[Any]) -> int:
        """Hook: the number of rows, where it is known without counting them (``core.counts``)."""
        return rows.count()

    @cached_property
    def sort(self) -> tuple[str, bool]:
        """The name of the column that sorts the list, and whether it falls. An unknown name in the address is ignored."""
        known = {column.name for column in self.get_columns() if column.order}
        for wanted in (self.request.GET.get(SORT, ""), self.ordering):
            if wanted.removeprefix("-") in known:
                return wanted.removeprefix("-"), wanted.startswith("-")
        return "", False

    def sorted_rows(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        name, falls = self.sort
        order = next((column.order for column in self.get_columns() if column.name == name), ())
        return rows.order_by(*(backwards(order) if falls else order), "pk")

    def address(self, drop: Sequence[str] = (), **changes: Any) -> str:
        """This list's address with some parameters changed; the page number goes unless it is the change."""
        query = self.request.GET.copy()
        for name in (PAGE, *drop):
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = str(value)
        for name in [name for name, value in query.items() if value == ""]:
            del query[name]
        return f"?{query.urlencode()}"

    def headings(self) -> list[Heading]:
        name, falls = self.sort
        made = []
        for column in self.get_columns():
            mine = column.name == name
            href = self.address(sort=f"-{column.name}" if mine and not falls else column.name) if column.order else ""
            direction = ("descending" if falls else "ascending") if mine else ""
            made.append(Heading(column.label, href, direction, column.numeric))
        return made

    def chips(self) -> list[Chip]:
        chosen = [one for each in self.get_filters() for one in each.chosen(self.filter_form)]
        return [Chip(one.text, self.address(drop=one.parameters)) for one in chosen]

    def page_links(self, page: Slice[Any]) -> list[PageLink]:
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return [
            PageLink(number, self.address(page=number), number == page.number) if isinstance(number, int) else PageLink(None, "", False)
            for number in numbers
        ]

    def export_url(self) -> str:
        """Where the export of this list starts, with the same filters and order; empty where there is none."""
        if not self.export or (self.export_permission and not self.allows(self.export_permission)):
            return ""
        try:
            return reverse("documents:export", args=[self.export]) + self.address()
        except NoReverseMatch:
            return ""

    def page(self) -> Slice[Any]:
        rows = self.filtered_rows()
        paginator = Paginator(self.sorted_rows(rows), self.page_size)
        paginator.count = self.count(rows)
        return paginator.get_page(self.request.GET.get(PAGE))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.page()
        chips = self.chips()
        sort_name, falls = self.sort
        context = {
            "page": page,
            "rows": draw_rows(self.get_columns(), list(page.object_list)) if self.draws_rows else "",
            "headings": self.headings(),
            "page_links": self.page_links(page) if page.has_other_pages() else [],
            "previous_href": self.address(page=page.previous_page_number()) if page.has_previous() else "",
            "next_href": self.address(page=page.next_page_number()) if page.has_next() else "",
            "chips": chips,
            "clear_href": self.address(drop=list(self.filter_form.fields)) if chips or self.filter_form.errors else "",
            "sort_value": f"-{sort_name}" if falls else sort_name,
            "things": self.things,
            "empty_text": self.empty_text,
            "export_url": self.export_url(),
            **({"filter_form": self.filter_form} if self.filter_form.fields else {}),
        }
        return super().get_context_data(**{**context, **kwargs})
