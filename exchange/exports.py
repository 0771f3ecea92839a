"""The template of a spreadsheet of collaborations, and the lines of one that cannot be loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.notes import Notes
from core.exports.registry import Filters, register
from core.exports.sheets import Format, write_sheet
from core.tables.columns import Column, Kind
from core.tables.filters import ScopeFilter
from documents.exports.mixins import OurExport
from exchange import selectors
from exchange.imports.columns import COLUMNS, title_of

REFUSED_LINES = "collaborations_sheet_refused"
TABLE = tuple(Column(column.key, _(column.title), width=24) for column in COLUMNS)
OFFERED = tuple(column for column in COLUMNS if column.is_offered)


def write_template(target: BinaryIO, *, by: Any, at: datetime) -> None:
    """An XLSX with the headings, one line as an example, and what each column means on the second sheet."""
    remarks = [
        gettext(
            "Delete the example line. One line is one member; for another person of the setting, repeat the"
            " line."
        )
    ]
    remarks += [f"{gettext(column.title)}: {gettext(column.meaning)}" for column in OFFERED]
    notes = Notes(
        title=gettext("Collaborations, members and leaders to load"),
        made_at=at,
        made_by=str(by),
        remarks=remarks,
    )
    offered = TABLE[: len(OFFERED)]
    write_sheet(Format.XLSX, target, offered, [tuple(column.example for column in OFFERED)], notes)


@register
class RefusedLines(OurExport):
    """Whole lines as they were brought, with why: to mend there and bring again.

    What was loaded of them does nothing twice.
    """

    identifier = REFUSED_LINES
    title = _("Lines that cannot be loaded")
    description = _(
        "The lines of a spreadsheet of which something cannot be loaded, as they were, with the reasons."
    )
    permission = Permission.IMPORT_COLLABORATIONS
    filters = (
        ScopeFilter(
            "sheet",
            _("Spreadsheet"),
            find=selectors.sheet_by_id,
            said=lambda sheet: sheet.file_name,
            error=_("Choose a spreadsheet first."),
        ),
    )
    columns = (
        *TABLE,
        Column("why", _("Why"), width=80),
        Column("sheet", _("Sheet"), width=24),
        Column("line", _("Line"), Kind.NUMBER, 8),
    )

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Only from a spreadsheet's own page: there is nothing to export without one."""
        return bool(filters.get("sheet")) and super().may_run(by, filters)

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        lines: dict[tuple[int, str, int], tuple[Mapping[str, str], list[str]]] = {}
        for row in selectors.lines_of(int(filters["sheet"]), result="refused").iterator(1000):
            spot = (row.place, row.tab, row.number)
            reasons = lines.setdefault(spot, (row.values["cells"], []))[1]
            reasons += [
                f"{gettext(title_of(remark['column']))}: {remark['reason']}" for remark in row.remarks
            ]
        for (_place, tab, number), (cells, reasons) in lines.items():
            yield (*(cells.get(column.key, "") for column in COLUMNS), " ".join(reasons), tab, number)
