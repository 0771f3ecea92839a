"""What a workbook's XML says beside the values of its cells: how far they lie out, which lines are hidden
and how many ranges are merged.

A workbook is looked through before it is given to the reader: one cell far out on an empty sheet would fill
the memory.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping
from typing import IO, Any, Final
from xml.parsers import expat

from django.utils.translation import gettext_noop

from ofsted.imports.opening import DAMAGED, FileRefused

MEGABYTE: Final = 1024 * 1024
MAX_LINES: Final = 5_000
MAX_COLUMNS: Final = 200
MAX_UNPACKED: Final = 60 * MEGABYTE
#: Cells that merged ranges may fill in a whole workbook: a value for each line and column of a long list.
MAX_MERGED: Final = 100_000

MANY_LINES: Final = gettext_noop(
    "The spreadsheet has more than %(limit)d lines. Split it and load one part after the other."
)
FAR_OUT: Final = gettext_noop(
    "The spreadsheet has cells far away from its table. Copy the table into a new spreadsheet and upload"
    " that."
)
UNPACKED: Final = gettext_noop(
    "The spreadsheet is too big once it is unpacked. Copy the table into a new one, without pictures."
)
MANY_MERGED: Final = gettext_noop(
    "The spreadsheet has more merged cells than any list of members. Unmerge them and upload it again."
)
_ON: Final = frozenset({"1", "true", "on"})


def hidden_lines_of(data: bytes) -> dict[str, frozenset[int]]:
    """The numbers of the hidden lines of each sheet, by the sheet's name.

    Raises FileRefused for a workbook that would fill the memory, or that is damaged. Nothing of the cells is
    kept.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise FileRefused(UNPACKED)
            parts = {name.lower(): name for name in archive.namelist()}
            sheets = _sheets_named(archive, parts)
            wanted = {part for part in parts if part.startswith("xl/worksheets/") and part.endswith(".xml")}
            measured = {part: _measured(archive, parts[part]) for part in wanted | set(sheets.values())}
    except FileRefused:
        raise
    except (
        zipfile.BadZipFile,
        expat.ExpatError,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise FileRefused(DAMAGED) from error
    return {name: measured[part] for name, part in sheets.items()}


def _sheets_named(archive: zipfile.ZipFile, parts: Mapping[str, str]) -> dict[str, str]:
    """The part of each sheet (in small letters) by the sheet's name; those whose part is there."""
    targets: dict[str, str] = {}
    named: list[tuple[str, str]] = []

    def see_relation(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def see_sheet(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            named.append((attributes.get("name", ""), relation))

    for part, see in (("xl/_rels/workbook.xml.rels", see_relation), ("xl/workbook.xml", see_sheet)):
        if part in parts:
            with archive.open(parts[part]) as file:
                _parse(file, see)
    found = {}
    for name, relation in named:
        target = posixpath.normpath(posixpath.join("xl", targets.get(relation, ""))).lstrip("/").lower()
        if target in parts:
            found[name] = target
    return found


def _measured(archive: zipfile.ZipFile, part: str) -> frozenset[int]:
    """Refuse a sheet whose cells lie further out than any list of members."""
    extent = _Extent()
    with archive.open(part) as sheet:
        _parse(sheet, extent.see)
    return frozenset(extent.hidden_lines)


def _parse(file: IO[bytes], see: Callable[[str, Mapping[str, str]], None]) -> None:
    """Go through a part of the workbook; tags are given without their namespace, attributes with it."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = lambda tag, attributes: see(tag.rpartition("}")[2], attributes)
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.ParseFile(file)


def _refuse_document_type(*_: Any) -> None:
    """No spreadsheet declares one; with it come entities that unfold without end."""
    raise FileRefused(DAMAGED)


class _Extent:
    """How far the cells of a sheet lie out, whether they say where they are or only follow each other."""

    def __init__(self) -> None:
        self.row = self.column = self.merged = 0
        self.hidden_lines: set[int] = set()

    def see(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self.row = _address(attributes["r"])[1] if "r" in attributes else self.row + 1
            self.column = 0
            if attributes.get("hidden", "") in _ON:
                self.hidden_lines.add(self.row)
        elif name == "c":
            self.column, row = _address(attributes["r"]) if "r" in attributes else (self.column + 1, self.row)
            self.row = max(self.row, row)
        elif name == "mergeCell":
            self.merged += 1
        self._refuse_far_out()

    def _refuse_far_out(self) -> None:
        if self.row > MAX_LINES:
            raise FileRefused(MANY_LINES if self.row < 10 * MAX_LINES else FAR_OUT, limit=MAX_LINES)
        if self.column > MAX_COLUMNS:
            raise FileRefused(FAR_OUT)
        if self.merged > MAX_MERGED:
            raise FileRefused(MANY_MERGED)


def _address(text: str) -> tuple[int, int]:
    """Column and row of "AB12" (or of "12"); noughts for anything else."""
    text = text.replace("$", "")
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    if len(letters) > 4 or len(digits) > 9 or not text.isascii():
        return MAX_COLUMNS + 1, MAX_LINES + 1
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column, int(digits or 0)
