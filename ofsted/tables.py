"""Lists of loads of Ofsted's file and of what a load does to each row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, ScopeFilter, SearchFilter
from core.tables.table import Table
from core.wording import breakable
from documents.views.mixins import UPLOAD_COLOURS
from ofsted.models import ImportRun, PlannedRow
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import RowKind
from ofsted.selectors import imports as selectors
from ofsted.selectors.differences import cell_of, differences_of


class LoadsTable(Table):
    """Every load, newest first."""

    second_rank = ("kind", "listed_on", "started_by")
    ordering = "-started_at"
    filters = (
        ChoiceFilter("kind", _("Kind of file"), choices=selectors.FILE_LABELS.items()),
        ChoiceFilter("state", _("State"), choices=selectors.STATE_LABELS.items()),
        SearchFilter("q", _("File name"), lookup="file_name__icontains"),
    )
    columns = (
        Column(
            "file",
            _("File"),
            value=lambda run: breakable(run.file_name),
            sort="file_name",
            link=lambda run: reverse("ofsted:import", args=[run.pk]),
        ),
        Column("kind", _("Kind of file"), value="get_kind_display", sort="kind"),
        Column("listed_on", _("As at"), Kind.DATE, sort="listed_on"),
        Column("started_at", _("Uploaded"), Kind.DATETIME, sort="started_at"),
        Column("started_by", _("By"), sort="started_by__full_name__in_order"),
        Column("new", _("New"), value=lambda run: run.counts.get("new", ""), numeric=True),
        Column("changed", _("Changed"), value=lambda run: run.counts.get("changed", ""), numeric=True),
        Column(
            "state",
            _("State"),
            value="get_state_display",
            sort="state",
            tag=lambda run: UPLOAD_COLOURS[run.state],
        ),
    )

    def rows(self) -> QuerySet[ImportRun]:
        return selectors.runs()


class LoadRowsTable(Table):
    """What a load does to each row: to send to a colleague, or to mend what was rejected.

    The page lists the rows of one kind, the sheet all of them or one kind.
    """

    ordering = "line"
    in_sheet = ("kind", "line", "urn", "name", "differences", "column", "value", "reason")
    filters = (
        SearchFilter("q", _("Name or URN"), narrow=selectors.rows_with),
        ScopeFilter(
            "run",
            _("Load"),
            narrow=lambda rows, _run: rows,  # without a load there are no rows: see rows()
            find=selectors.run_by_id,
            said=lambda run: run.file_name,
            error=_("Choose a load first."),
        ),
        ChoiceFilter("kind", _("What happens"), choices=selectors.ROW_LABELS.items(), in_scope=True),
    )

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column("kind", _("What happens"), width=18, value="get_kind_display"),
            Column(
                "name",
                _("Setting"),
                width=40,
                shown=lambda row: row.name or gettext("Name held back"),
                sort="name__in_order",
            ),
            Column("urn", _("URN"), width=12, sort="urn"),
            Column("line", _("Line"), Kind.NUMBER, 8, shown=lambda row: row.line or "", sort="line"),
            Column(
                "differences",
                _("What differs"),
                width=60,
                value=self.differences_in_words,
                shown=self.differences_listed,
                wide=True,
            ),
            Column("column", _("Column"), width=24),
            Column("value", _("Value"), width=24, value=self.cell),
            Column("reason", _("Why"), width=60, wide=True),
        )

    @property
    def on_page(self) -> Sequence[str]:
        kind = self.scope["kind"]
        if kind in (RowKind.REJECTED, RowKind.REMARK):
            return ("line", "urn", "column", "value", "reason")
        if kind == RowKind.CHANGED or (kind == RowKind.NEW and self.is_of_links):
            return ("name", "urn", "line", "differences")
        return ("name", "urn", "differences") if kind == RowKind.VANISHED else ("name", "urn", "line")

    @cached_property
    def is_of_links(self) -> bool:
        """Whether the rows are links between schools: a new one says what it is by its difference."""
        run = selectors.run_by_id(int(self.scope["run"]))
        return run is not None and run.kind == FileKind.LINKS

    @cached_property
    def sees_homes(self) -> bool:
        return self.allows(Permission.VIEW_PRIVATE_ADDRESS)

    def cell(self, row: PlannedRow) -> str:
        return cell_of(row, with_home_fields=self.sees_homes)

    def differences(self, row: PlannedRow) -> list[tuple[str, str, str]]:
        differences = differences_of(row, with_home_fields=self.sees_homes)
        return [
            (difference.field, difference.before or gettext("nothing"), difference.after)
            for difference in differences
        ]

    def differences_in_words(self, row: PlannedRow) -> str:
        return "; ".join(f"{field}: {before} → {after}" for field, before, after in self.differences(row))

    def differences_listed(self, row: PlannedRow) -> str:
        if row.kind == RowKind.VANISHED and not self.differences(row):
            return gettext("Not in the file")
        lines = ((capfirst(field), before, after) for field, before, after in self.differences(row))
        items = format_html_join("", "<li><b>{}</b>: {} → {}</li>", lines)
        return format_html('<ul class="govuk-list app-differences">{}</ul>', items)

    def rows(self) -> QuerySet[PlannedRow]:
        return selectors.rows_of(int(self.scope["run"]))
