"""Rows of the file into the staging tables, by COPY: the plan and the
load are then a few statements over all rows at once.

The tables hold the newest comparison of each authority, from the preview to the load (decision 0007). They
are unlogged: after a crash of the server they are empty, and the file is read again. PostgreSQL refuses COPY
on a table with row-level security, so the rows go into its one partition, where the application may do
nothing else; everything is read and deleted through the table itself, whose policy holds. Which authority a
row is for is said by the transaction.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from operator import call, itemgetter
from typing import Any, Final, NamedTuple

from django.db import connection

from core.scoping import current_authority_id
from ofsted.imports.cells import Remembered
from ofsted.imports.columns import INSPECTION_TYPES, SETTING_TYPES, RegisterRow
from ofsted.imports.rows import RowRead
from ofsted.rules.inspections import InspectionFacts
from ofsted.rules.kinds import FileKind
from providers.models import Provider
from providers.rules.register import setting_search_text

#: The file's words for the type of a setting, and the codes that the register keeps.
TYPES: Final = {
    "Childminder": Provider.Type.CHILDMINDER,
    "Childminder without domestic premises": Provider.Type.CHILDMINDER_AWAY,
    "Childcare on domestic premises": Provider.Type.DOMESTIC,
    "Childcare on non-domestic premises": Provider.Type.NON_DOMESTIC,
    "Home childcarer": Provider.Type.HOME,
    "Childminder agency": Provider.Type.AGENCY,
    "School with early years": Provider.Type.SCHOOL,
    "Maintained nursery school": Provider.Type.NURSERY_SCHOOL,
}
_TYPES: Final = {None: ("", False)} | {
    word: (str(kind), kind in Provider.DOMESTIC_TYPES) for word, kind in TYPES.items()
}
#: Columns of a setting that the file fills, with their types in the database. Text is empty where the file
#: holds nothing.
SETTING_COLUMNS: Final = {name: kind for name, kind in SETTING_TYPES.items() if name != "urn"}
INSPECTION_COLUMNS: Final = dict(INSPECTION_TYPES)
#: In the order in which their cells are written: texts first, which are joined and escaped at once.
STAGED_SETTING: Final = {
    "urn": "text",
    "search_text": "text",
    **dict(sorted(SETTING_COLUMNS.items(), key=lambda column: column[1] != "text")),
    "line": "integer",
    "row_hash": "bytea",
}
STAGED_INSPECTION: Final = {"urn": "text", **INSPECTION_COLUMNS}
FEW_ROWS: Final = 10_000  # up to here an index is quicker than a pass over the whole register
TABLES: Final = ("ofsted_stagedsetting", "ofsted_stagedinspection", "ofsted_stagedgone")
COPIED_AT_ONCE: Final = 1 << 18
NULL: Final = "\\N"
ESCAPES: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_TEXTS: Final = [name for name, kind in SETTING_COLUMNS.items() if kind == "text" and name != "provider_type"]
_OTHERS: Final = [name for name, kind in SETTING_COLUMNS.items() if kind != "text"]
_texts_of: Final = itemgetter(*map(RegisterRow._fields.index, _TEXTS))
_others_of: Final = itemgetter(*map(RegisterRow._fields.index, _OTHERS))
#: ``is_graded`` and the judgements stand beside each other, in the order of the table.
_JUDGEMENTS: Final = slice(
    *(InspectionFacts._fields.index(name) + place for place, name in enumerate(("is_graded", "met")))
)


class Staged(NamedTuple):
    """Rows of each staging table."""

    settings: int
    inspections: int
    gone: int


class Buffers:
    """Rows as COPY text, kept until their authority's turn.

    Large ones lie on disk, so that a national load stays small in memory.
    """

    BATCH = 500
    IN_MEMORY = 256 * 1024

    def __init__(self, kind: FileKind = FileKind.CHILDCARE) -> None:
        #: Only an Ofsted URN is looked for with the name: other numbers are of other schemes (O1).
        self._has_ofsted_urns = kind is FileKind.CHILDCARE
        self.rows = self.inspection_rows = 0
        self._settings: list[str] = []
        self._inspections: list[str] = []
        # Places, days and whole sets of judgements repeat: each is turned into text once. A column has
        # answers of its own, because True, 1 and Decimal(1) are one key.
        self._cell_of = [Remembered(_cell).__getitem__ for _ in _OTHERS]
        self._days = Remembered(str)
        self._visits = Remembered(lambda visit_type: escaped((visit_type or "",)))
        self._judged = Remembered(_cells)
        self.settings = tempfile.SpooledTemporaryFile(self.IN_MEMORY)  # noqa: SIM115  closed with the load
        self.inspections = tempfile.SpooledTemporaryFile(self.IN_MEMORY)  # noqa: SIM115

    def add(self, row: RowRead) -> None:
        self.rows += 1
        urn = row.setting.urn
        self._settings.append(f"{self._setting(row.setting)}\t{row.line}\t\\\\x{row.row_hash.hex()}")
        self.inspection_rows += len(row.inspections)
        for facts in row.inspections:
            regime, number, day, visit_type = facts[:4]
            self._inspections.append(
                f"{urn}\t{regime}\t{number or ''}\t{self._days[day]}\t{self._visits[visit_type]}"
                f"\t{self._judged[facts[_JUDGEMENTS]]}"
            )
        if self.rows % self.BATCH == 0:
            self.flush()

    def _setting(self, setting: RegisterRow) -> str:
        kind, is_home = _TYPES[setting.provider_type]
        if is_home and not setting.name:
            search = setting.urn.lower()  # as for half of the file: nothing else may be searched for
        else:
            urn = setting.urn if self._has_ofsted_urns else ""
            search = setting_search_text(
                name=setting.name, urn=urn, postcode=setting.postcode, is_home=is_home
            )
        name, *texts = _texts_of(setting)
        said = escaped((setting.urn, search, name or "", kind, *[text or "" for text in texts]))
        cells = "\t".join(map(call, self._cell_of, _others_of(setting)))
        return f"{said}\t{cells}"

    def flush(self) -> None:
        for lines, target in ((self._settings, self.settings), (self._inspections, self.inspections)):
            if lines:
                lines.append("")
                target.write("\n".join(lines).encode())
                lines.clear()

    def close(self) -> None:
        self.settings.close()
        self.inspections.close()


def escaped(texts: Sequence[str]) -> str:
    """Texts as cells of COPY.

    What would be read as more than text is rare: it is looked for in all of them at once.
    """
    joined = "\t".join(texts)
    if "\\" in joined or "\n" in joined or "\r" in joined or joined.count("\t") >= len(texts):
        return "\t".join([text.translate(ESCAPES) for text in texts])
    return joined


def _cells(values: Iterable[Any]) -> str:
    return "\t".join(map(_cell, values))


def _cell(value: bool | int | Decimal | date | None) -> str:
    if value is None:
        return NULL
    if value is True:
        return "t"
    if value is False:
        return "f"
    return str(value)


def stage(buffers: Buffers, gone: Iterable[str], *, contradicted: Collection[str] = ()) -> Staged:
    """Put rows in the place of what the authority's staging held.

    ``gone`` are listed settings that the file lacks. ``contradicted`` are URNs of rows that do not say the
    same: none of theirs is staged.

    The transaction holds the register's lock, or two comparisons would mix their rows.
    """
    buffers.flush()
    missing = sorted(gone)
    clear_staging()
    with connection.cursor() as cursor:
        for table, columns, source in (
            ("ofsted_stagedsetting", STAGED_SETTING, buffers.settings),
            ("ofsted_stagedinspection", STAGED_INSPECTION, buffers.inspections),
            ("ofsted_stagedgone", ["urn"], io.BytesIO("".join(f"{urn}\n" for urn in missing).encode())),
        ):
            source.seek(0)
            cursor.copy_expert(
                f"COPY {table}_copied ({', '.join(columns)}) FROM STDIN", source, COPIED_AT_ONCE
            )
        if contradicted:
            for table in ("ofsted_stagedsetting", "ofsted_stagedinspection"):
                cursor.execute(
                    f"DELETE FROM {table} WHERE authority_id = %s AND urn = ANY(%s)",
                    [current_authority_id(), sorted(contradicted)],
                )
    return count_staged() if contradicted else Staged(buffers.rows, buffers.inspection_rows, len(missing))


def clear_staging() -> None:
    """Delete the authority's rows."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table} WHERE authority_id = %s", [current_authority_id()])


def count_staged() -> Staged:
    """What the authority's staging holds now."""
    parts = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE authority_id = %(authority)s)" for table in TABLES
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {parts}", {"authority": current_authority_id()})
        return Staged(*cursor.fetchone())


def plan_for(staged: Staged) -> None:
    """Tell the database for this transaction how to join: nothing is known
    of the tables' sizes (only their owner may ANALYZE).

    An anti-join of many rows against an empty table chose a nested loop: a minute instead of a second.
    """
    if staged.settings > FEW_ROWS:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_nestloop = off")
