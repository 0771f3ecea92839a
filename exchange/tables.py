"""Lists of uploaded spreadsheets and of what their lines do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, SearchFilter
from core.tables.table import Table
from core.wording import breakable
from documents.views.mixins import UPLOAD_COLOURS
from exchange import selectors
from exchange.imports.columns import title_of
from exchange.imports.lines import About
from exchange.models import SheetImport, SheetLine

ABOUT_LABELS = {
    About.LINE: _("Line"),
    About.COLLABORATION: _("Collaboration"),
    About.MEMBER: _("Member"),
    About.PERSON: _("Person"),
    About.LEADER: _("Leader"),
    About.END: _("Last day"),
}


class SheetsTable(Table):
    """Every upload, newest first."""

    second_rank = ("started_by",)
    ordering = "-started_at"
    filters = (ChoiceFilter("state", _("State"), choices=selectors.STATES),)
    columns = (
        Column(
            "file",
            _("File"),
            value=lambda sheet: breakable(sheet.file_name),
            sort="file_name",
            link=lambda sheet: reverse("exchange:sheet", args=[sheet.pk]),
        ),
        Column("started_at", _("Uploaded"), Kind.DATETIME, sort="started_at"),
        Column("started_by", _("By"), sort="started_by__full_name__in_order"),
        Column("new", _("New"), value=lambda sheet: sheet.counts.get("new", ""), numeric=True),
        Column(
            "refused",
            _("Cannot be loaded"),
            value=lambda sheet: sheet.counts.get("refused", ""),
            numeric=True,
        ),
        Column(
            "state",
            _("State"),
            value="get_state_display",
            sort="state",
            tag=lambda sheet: UPLOAD_COLOURS[sheet.state],
        ),
    )

    def rows(self) -> QuerySet[SheetImport]:
        return selectors.sheets()


class Part(NamedTuple):
    """The lines of one result of one spreadsheet."""

    sheet_id: int
    result: str


class LinesTable(Table):
    """What the lines of one result do, or why they cannot be loaded. ``about`` is a Part."""

    ordering = "line"
    filters = (
        ChoiceFilter("about", _("About"), choices=ABOUT_LABELS.items(), lookup="kind"),
        SearchFilter("q", _("Collaboration, setting or person"), narrow=selectors.lines_with),
    )

    @property
    def columns(self) -> Sequence[Column]:
        why = _("Why") if self.about.result == "refused" else _("To know")
        return (
            Column("line", _("Line"), value=line_in_words, sort=("place", "number"), numeric=True),
            Column(
                "collaboration",
                _("Collaboration"),
                value=lambda row: row.values.get("collaboration") or "–",
            ),
            Column("about", _("About"), value=lambda row: ABOUT_LABELS[About(row.kind)], sort="kind"),
            Column("what", _("What"), value=lambda row: row.values.get("what", ""), wide=True),
            Column("why", why, value=remarks_in_words, wide=True),
        )

    def rows(self) -> QuerySet[SheetLine]:
        return selectors.lines_of(self.about.sheet_id, result=self.about.result)


def line_in_words(row: SheetLine) -> str:
    """The number of a line, with its sheet where the file has sheets."""
    return f"{row.tab}, {row.number}" if row.tab else str(row.number)


def remarks_in_words(row: SheetLine) -> SafeString | str:
    if not row.remarks:
        return "–"
    said = [(gettext(title_of(remark["column"])), remark["reason"]) for remark in row.remarks]
    items = format_html_join("", "<li><b>{}</b>: {}</li>", said)
    return format_html('<ul class="govuk-list app-differences">{}</ul>', items)
