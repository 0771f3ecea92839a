"""Lists of a collaboration's shared documents, and of who opened one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaboration_by_id
from core.searching import search_in
from core.tables.columns import Column, Kind
from core.tables.filters import BooleanFilter, ChoiceFilter, ScopeFilter, SearchFilter
from core.tables.table import Table
from core.wording import short_date
from library import selectors
from library.models import DocumentOpening, GroupDocument


def document_address(row: Any) -> str:
    return reverse("library:document", args=[row.collaboration_id, row.pk])


def is_due(row: Any) -> bool:
    return row.review_on is not None and row.review_on <= timezone.localdate()


def audience_in_words(row: Any) -> Any:
    """As its readers see it: only on the form does “you” name the people."""
    return gettext("Named people") if row.audience == "named" else row.get_audience_display()


def next_review(row: Any) -> Any:
    """The day, and in words that it has come: colour alone says nothing."""
    return gettext("Due %(day)s") % {"day": short_date(row.review_on)} if is_due(row) else row.review_on


def described(content_type: str, size: int) -> str:
    """Kind and size of a file: PDF, 1.2 MB."""
    return f"{selectors.KINDS.get(content_type, '')}, {filesizeformat(size)}"


def collaboration_or_nothing(number: int) -> Any:
    """One that is not there is refused as one that the person may not see, by the export's ``may_run``."""
    return collaboration_by_id(number) or ""


class DocumentsTable(Table):
    """The documents of a collaboration that the reader may open.

    Others may be there; nothing here says so.
    """

    second_rank = ("version", "owner")
    on_choice = ("kind", "copyright")
    ordering = "-added"
    columns = (
        Column("title", _("Title"), width=40, sort="title_in_order", link=document_address, wide=True),
        Column(
            "added_at",
            _("Added"),
            Kind.DATETIME,
            18,
            shown=lambda row: timezone.localdate(row.added_at),
            sort="added_at",
            key="added",
        ),
        Column("owner", _("Owner"), width=26, sort="owner_name"),
        Column(
            "audience",
            _("Who may open it"),
            width=26,
            value="get_audience_display",
            shown=audience_in_words,
            sort="audience",
        ),
        Column("version", _("Version"), Kind.NUMBER, 10, sort="version"),
        Column("kind", _("Kind of file"), value=lambda row: selectors.KINDS.get(row.content_type, "")),
        Column(
            "size",
            _("Size in bytes"),
            Kind.NUMBER,
            heading=_("File"),
            shown=lambda row: described(row.content_type, row.size),
            sort="size",
            numeric=False,
        ),
        Column("copyright", _("Copyright"), width=40, value="copyright_note"),
        Column(
            "review_on",
            _("Look at it again on"),
            Kind.DATE,
            20,
            value="review_on",
            heading=_("Next review"),
            shown=next_review,
            sort="review_on",
            tag=lambda row: "yellow" if is_due(row) else "",
            key="review",
        ),
    )
    on_page = ("title", "added_at", "size", "audience", "owner", "review_on")

    @property
    def filters(self) -> Sequence[Any]:
        return (
            SearchFilter("q", _("Title"), search=search_in("title_in_order", "title")),
            ChoiceFilter(
                "kind", _("Kind of file"), lookup="content_type", choices=list(selectors.KINDS.items())
            ),
            ChoiceFilter("audience", _("Who may open it"), choices=selectors.AUDIENCES),
            BooleanFilter("due", _("Due for review"), narrow=self.only_due),
            ScopeFilter(
                "collaboration",
                _("Collaboration"),
                find=collaboration_or_nothing,
                error=_("Choose a collaboration first."),
            ),
        )

    def only_due(self, rows: QuerySet[Any], _value: Any) -> QuerySet[Any]:
        return selectors.due_for_review(rows, on=self.on)

    def rows(self) -> QuerySet[GroupDocument]:
        return selectors.documents_seen(self.by, on=self.on)


class OpeningsTable(Table):
    """Who opened a document when."""

    ordering = "-at"
    columns = (
        Column("at", _("When"), Kind.DATETIME, sort="at"),
        Column("who", _("Who"), value="user", sort="user__full_name__in_order"),
        Column("number", _("Version"), value="version.number", sort="version__number", numeric=True),
    )

    def rows(self) -> QuerySet[DocumentOpening]:
        return selectors.openings_of(self.about)
