"""The base of every page that lists things: filters, sorting, paging, export, all by plain links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Kind, classes_of, draw_rows
from core.tables.filters import FilterForm
from core.tables.kept import SIZES, Kept, SavedList, addresses_of, kept_for
from core.tables.table import Table
from core.views import Page

PAGE, SORT, SAVED = "page", "sort", "saved"
EXPORT_FORMATS = ("xlsx", "csv", "ods")  # as core.exports.sheets.Format has them, which stands above this
#: Where a session keeps the format that its person asked for last.
LAST_FORMAT = "export_format"
ORDERED = (_("%(column)s, from the start"), _("%(column)s, from the end"))
NUMBERED = (_("%(column)s, smallest first"), _("%(column)s, largest first"))
DATED = (_("%(column)s, earliest first"), _("%(column)s, latest first"))
ORDER_WORDS = {
    Kind.NUMBER: NUMBERED,
    Kind.MONEY: NUMBERED,
    Kind.DATE: DATED,
    Kind.DATETIME: DATED,
}


def export_formats(request: HttpRequest) -> tuple[str, ...]:
    """The formats of a list's buttons: the one that this person asked for last stands first."""
    last = request.session.get(LAST_FORMAT) if hasattr(request, "session") else None
    return tuple(sorted(EXPORT_FORMATS, key=lambda name: name != last))


@dataclass(frozen=True)
class Heading:
    """The head of a column.

    ``direction`` is "ascending", "descending" or "" for a column that does not sort the list now.
    """

    label: Any
    href: str
    direction: str
    classes: str


@dataclass(frozen=True)
class Choice:
    """One of a select or of tick boxes."""

    value: str
    label: Any
    is_chosen: bool


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


#: Every list by its name, to know one that a request names.
LIST_PAGES: dict[str, type[ListPage]] = {}


class ListPage(Page):
    """The page of a table. A subclass names its ``table_class`` and what is said around it.

    ``thing`` is the noun of the count of one, ``things`` that of more. ``export`` is the identifier of a
    registered export of the same table, offered with the same filters to whom ``export_permission`` admits.
    """

    template_name = "layouts/list_page.html"
    table_class: ClassVar[type[Table]]
    page_size: ClassVar[int] = 25
    thing: Any = _("result")
    things: Any = _("results")
    empty_text: Any = _("There is nothing here yet.")
    export: ClassVar[str] = ""
    export_permission: ClassVar[str] = ""
    draws_rows: ClassVar[bool] = True  # False where a page shows its rows otherwise than as a table

    def scope(self) -> Mapping[str, str]:
        """Hook: what of the page's address the table needs to know (the group whose list it is)."""
        return {}

    def about(self) -> Any:
        """Hook: what a table without export lists something of."""
        return None

    @cached_property
    def table(self) -> Table:
        scope, about = self.scope(), self.about()
        table = self.table_class(by=self.request.user, on=timezone.localdate(), scope=scope, about=about)
        table.chosen = frozenset(self.kept.columns)
        return table

    @cached_property
    def kept(self) -> Kept:
        """How this person left the list."""
        return kept_for(self.request.user, self.list_name)

    @property
    def list_name(self) -> str:
        """What the list is called where its columns and filters are kept: its app and class."""
        return f"{type(self).__module__.partition('.')[0]}.{type(self).__name__}"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        LIST_PAGES[f"{cls.__module__.partition('.')[0]}.{cls.__name__}"] = cls

    @property
    def size(self) -> int:
        return self.kept.size or self.page_size

    @cached_property
    def filter_form(self) -> FilterForm:
        return FilterForm(self.table.form_filters, self.request.GET)

    def filtered_rows(self) -> QuerySet[Any]:
        return self.table.filtered({**self.filter_form.values(), **self.table.scope})

    @cached_property
    def is_narrowed(self) -> bool:
        """Whether any filter leaves something out."""
        return any(self.filter_form.values().values())

    @cached_property
    def sort(self) -> tuple[str, bool]:
        return self.table.sort_of(self.request.GET.get(SORT, ""))

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
        key, falls = self.sort
        made = []
        for column in self.table.page_columns:
            mine = column.sort_key == key
            href = (
                self.address(sort=f"-{column.sort_key}" if mine and not falls else column.sort_key)
                if column.order
                else ""
            )
            direction = ("descending" if falls else "ascending") if mine else ""
            label = column.heading or column.label
            made.append(Heading(label, href, direction, classes_of(column, is_first=True)))
        return made

    def orders(self) -> list[Choice]:
        """Each order of the list, for the select that a phone has instead of headings."""
        now = f"-{self.sort[0]}" if self.sort[1] else self.sort[0]
        return [
            Choice(value, words % {"column": column.heading or column.label}, value == now)
            for column in self.table.page_columns
            if column.order
            for value, words in zip(
                (column.sort_key, f"-{column.sort_key}"), ORDER_WORDS.get(column.kind, ORDERED), strict=True
            )
        ]

    def fields_but(self, *names: str) -> list[tuple[str, str]]:
        """What the address holds besides these and the number of the page, for the hidden fields of a form."""
        left_out = {PAGE, *names}
        return [
            (name, str(value)) for name, value in self.request.GET.items() if name not in left_out and value
        ]

    def column_choices(self) -> list[Choice]:
        """The columns that may be shown or left out."""
        shown = {column.name for column in self.table.page_columns}
        return [
            Choice(column.name, column.heading or column.label, column.name in shown)
            for column in self.table.choosable
        ]

    def known_parameters(self) -> set[str]:
        return {SORT, *self.filter_form.fields}

    def query_to_save(self) -> str:
        """The filters and the order of this list, as its address holds them."""
        known = self.known_parameters()
        kept = [(name, str(value)) for name, value in self.request.GET.items() if name in known and value]
        return urlencode(kept)

    def saved_lists(self) -> list[tuple[SavedList, str]]:
        """What was saved of this list, each with its address."""
        return [
            (saved, f"?{saved.query}{'&' if saved.query else ''}{SAVED}={saved.pk}")
            for saved in self.kept.saved
        ]

    def unknown_filters(self) -> list[str]:
        """What a saved list asks for that the list no longer knows: it is left out, and said."""
        if SAVED not in self.request.GET:
            return []
        known = {SAVED, PAGE, *self.known_parameters()}
        return sorted(name for name in self.request.GET if name not in known)

    def chips(self) -> list[Chip]:
        chosen = [part for filter_ in self.table.form_filters for part in filter_.chosen(self.filter_form)]
        return [Chip(part.text, self.address(drop=part.parameters)) for part in chosen]

    def page_links(self, page: PaginatorPage[Any]) -> list[PageLink]:
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return [
            (
                PageLink(number, self.address(page=number), number == page.number)
                if isinstance(number, int)
                else PageLink(None, "", False)
            )
            for number in numbers
        ]

    def export_url(self) -> str:
        """Where the export of this list starts, with the same
        filters and order; empty where there is none.
        """
        if not self.export or (self.export_permission and not self.allows(self.export_permission)):
            return ""
        try:
            return reverse("documents:export", args=[self.export]) + self.address(**self.table.scope)
        except NoReverseMatch:
            return ""

    def page(self) -> PaginatorPage[Any]:
        rows = self.filtered_rows()
        paginator = Paginator(self.table.sorted(rows, *self.sort), self.size)
        paginator.count = self.table.count(rows, is_narrowed=self.is_narrowed)
        return paginator.get_page(self.request.GET.get(PAGE))

    def drawn(self, page: PaginatorPage[Any]) -> SafeString:
        return draw_rows(self.table.page_columns, self.table.dressed(list(page.object_list)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.page()
        chips = self.chips()
        sort_key, falls = self.sort
        fields = self.filter_form.fields
        context = {
            "page": page,
            "rows": self.drawn(page) if self.draws_rows else "",
            "headings": self.headings(),
            "orders": self.orders(),
            "order_fields": self.fields_but(SORT),
            "columns": self.column_choices(),
            "columns_chosen": bool(self.table.chosen),
            "sizes": [
                Choice(str(size if size in SIZES else 0), size, size == self.size)
                for size in sorted({*SIZES, self.page_size})
            ],
            **addresses_of(self.request.user, self.list_name),
            "saved": self.saved_lists(),
            "saves_for_team": self.kept.saves_for_team,
            "unknown": self.unknown_filters(),
            "list_query": self.query_to_save(),
            "printed_on": timezone.localdate(),
            "page_links": self.page_links(page) if page.has_other_pages() else [],
            "previous_href": self.address(page=page.previous_page_number()) if page.has_previous() else "",
            "next_href": self.address(page=page.next_page_number()) if page.has_next() else "",
            "chips": chips,
            "clear_href": self.address(drop=list(fields)) if chips or self.filter_form.errors else "",
            "sort_value": f"-{sort_key}" if falls else sort_key,
            "thing": self.thing,
            "things": self.things,
            "empty_text": self.empty_text,
            "correction": self.table.correction,
            "export_url": self.export_url(),
            "export_formats": export_formats(self.request),
            "export_columns": self.table.chosen_for_sheet,
        }
        if fields:
            context["filter_form"] = self.filter_form
        return super().get_context_data(**(context | kwargs))
