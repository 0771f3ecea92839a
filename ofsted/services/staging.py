"""Rows of the file into temporary tables, by COPY: the plan and the load are then a few statements over all rows at once."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from django.db import connection

from ofsted.imports import RegisterRow, RowRead
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.regimes import JUDGEMENT_COLUMNS
from providers.models import Provider
from providers.rules import setting_search_text

#: The file's words for the type of a setting, and the codes that the register keeps.
TYPES: Final = {
    "Childminder": Provider.Type.CHILDMINDER,
    "Childminder without domestic premises": Provider.Type.CHILDMINDER_AWAY,
    "Childcare on domestic premises": Provider.Type.DOMESTIC,
    "Childcare on non-domestic premises": Provider.Type.NON_DOMESTIC,
    "Home childcarer": Provider.Type.HOME,
    "Childminder agency": Provider.Type.AGENCY,
}
#: Columns of a setting that the file fills, with their types in the database. Text is empty where the file holds nothing.
SETTING_COLUMNS: Final = {
    "name": "text",
    "provider_type": "text",
    "provider_subtype": "text",
    "register_combination": "text",
    "on_early_years_register": "boolean",
    "on_compulsory_register": "boolean",
    "on_voluntary_register": "boolean",
    "registered_on": "date",
    "registered_person_urn": "text",
    "registered_person_name": "text",
    "address_line_1": "text",
    "address_line_2": "text",
    "address_line_3": "text",
    "town": "text",
    "postcode": "text",
    "telephone": "text",
    "constituency": "text",
    "region": "text",
    "deprivation_band": "text",
    "places": "integer",
    "places_including_estimates": "numeric(8,2)",
}
INSPECTION_COLUMNS: Final = {
    "regime": "text",
    "inspection_number": "text",
    "inspected_on": "date",
    "visit_type": "text",
    "is_graded": "boolean",
    **dict.fromkeys(JUDGEMENT_COLUMNS, "smallint"),
}
CREATE: Final = f"""
    CREATE TEMP TABLE staged_setting (line integer, urn text, row_hash bytea, search_text text,
        {", ".join(f"{name} {kind}" for name, kind in SETTING_COLUMNS.items())}) ON COMMIT DROP;
    CREATE TEMP TABLE staged_inspection (urn text,
        {", ".join(f"{name} {kind}" for name, kind in INSPECTION_COLUMNS.items())}) ON COMMIT DROP;
    CREATE TEMP TABLE staged_gone (urn text) ON COMMIT DROP;
"""
ESCAPES: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_TEXT_INSPECTION: Final = frozenset({"inspection_number", "visit_type"})
_AFTER_TYPE: Final = tuple(SETTING_COLUMNS.items())[2:]


class Buffers:
    """Rows as COPY text, kept until their authority's turn. Large ones lie on disk, so that a national load stays small in memory."""

    BATCH = 500
    IN_MEMORY = 4 * 1024 * 1024

    def __init__(self) -> None:
        self.rows = 0
        self._settings: list[str] = []
        self._inspections: list[str] = []
        self.settings = tempfile.SpooledTemporaryFile(self.IN_MEMORY)  # noqa: SIM115  closed with the load
        self.inspections = tempfile.SpooledTemporaryFile(self.IN_MEMORY)  # noqa: SIM115

    def add(self, row: RowRead) -> None:
        self.rows += 1
        setting = row.setting
        is_home = TYPES.get(setting.provider_type or "") in Provider.DOMESTIC_TYPES
        search = setting_search_text(name=setting.name, urn=setting.urn, postcode=setting.postcode, is_home=is_home)
        head = f"{row.line}\t{setting.urn}\t\\\\x{row.row_hash.hex()}\t{search.translate(ESCAPES)}\t"
        self._settings.append(head + "\t".join(_setting_cells(setting)))
        self._inspections += [f"{setting.urn}\t" + "\t".join(_inspection_cells(inspection)) for inspection in row.inspections]
        if self.rows % self.BATCH == 0:
            self.flush()

    def flush(self) -> None:
        for lines, target in ((self._settings, self.settings), (self._inspections, self.inspections)):
            if lines:
                lines.append("")
                target.write("\n".join(lines).encode())
                lines.clear()

    def close(self) -> None:
        self.settings.close()
        self.inspections.close()


def _setting_cells(setting: RegisterRow) -> Iterator[str]:
    yield _text(setting.name)
    yield TYPES[setting.provider_type] if setting.provider_type else ""
    for name, kind in _AFTER_TYPE:
        value = getattr(setting, name)
        yield _text(value) if kind == "text" else _cell(value)


def _inspection_cells(inspection: InspectionFacts) -> Iterator[str]:
    for name in INSPECTION_COLUMNS:
        value = getattr(inspection, name)
        yield _text(value) if name in _TEXT_INSPECTION else _cell(value)


def _text(value: str | None) -> str:
    return value.translate(ESCAPES) if value else ""


def _cell(value: str | bool | int | Decimal | date | None) -> str:
    if value is None:
        return "\\N"
    if value is True:
        return "t"
    if value is False:
        return "f"
    return str(value)


def stage(buffers: Buffers, gone: Iterable[str]) -> None:
    """Fill the temporary tables, inside the transaction that plans or loads. ``gone`` are listed settings that the file lacks."""
    buffers.flush()
    missing = io.BytesIO("".join(f"{urn}\n" for urn in sorted(gone)).encode())
    tables = (
        ("staged_setting", ("line", "urn", "row_hash", "search_text", *SETTING_COLUMNS), buffers.settings),
        ("staged_inspection", ("urn", *INSPECTION_COLUMNS), buffers.inspections),
        ("staged_gone", ("urn",), missing),
    )
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS staged_setting, staged_inspection, staged_gone")
        cursor.execute(CREATE)
        for table, columns, source in tables:
            source.seek(0)
            cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", source)
        cursor.execute("ANALYZE staged_setting; ANALYZE staged_inspection; ANALYZE staged_gone")
        # An anti-join against an empty table chose a nested loop: a minute instead of a second.
        cursor.execute("SET LOCAL enable_nestloop = off")
