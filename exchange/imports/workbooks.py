"""A workbook (XLSX) measured and packed anew, so that its reader meets nothing that was not looked at.

The reader finds sheets by the workbook's relations, whatever their parts are called, and makes room for every
cell up to the furthest one: one cell in the last corner of an empty sheet takes 512 GB. What is handed on
holds the workbook, its relations, its sheets, its texts and its styles, each once and each measured;
pictures, links to other files and all the rest stay behind.

Only a limited process does this (``core.limits``).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final, NamedTuple
from xml.parsers import expat

from django.utils.translation import gettext_noop

from core.limits.archives import BROKEN, Refused, checked_parts, plain_name
from ofsted.imports.opening import DAMAGED, FileRefused

MEGABYTE: Final = 1024 * 1024
MAX_LINES: Final = 5_000
MAX_COLUMNS: Final = 200
MAX_UNPACKED: Final = 60 * MEGABYTE
#: Cells that merged ranges may fill in a whole workbook: a value for each line and column of a long list.
MAX_MERGED: Final = 100_000
MAX_PARTS: Final = 2_000
MAX_STYLES: Final = 100_000
#: Excel's last row and column: cells beyond are those of no spreadsheet.
MAX_ROW_DIGITS: Final = 9
MAX_COLUMN_LETTERS: Final = 4
WORKBOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
#: Where a reader begins; our own, so that it begins with the parts that were measured.
ROOT: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships'
    ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    f' Target="{WORKBOOK}"/></Relationships>'
)
#: Parts that the reader opens by their names, where they are.
BESIDE: Final = ("xl/sharedstrings.xml", "xl/styles.xml")

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
ON: Final = frozenset({"1", "true", "on"})
PASSWORD: Final = gettext_noop("The spreadsheet has a password. Save it without one and upload it again.")
MACROS: Final = gettext_noop("The spreadsheet holds macros. Save it without macros and upload it again.")
PROBLEMS: Final = {"big": UNPACKED, "password": PASSWORD, "macros": MACROS, "damaged": DAMAGED}


class Workbook(NamedTuple):
    """A workbook that may be given to its reader, and what is hidden in each sheet, by its name: numbers of
    lines, and places of columns from 0.
    """

    content: bytes
    hidden_lines: Mapping[str, frozenset[int]]
    hidden_columns: Mapping[str, frozenset[int]]


def measured(data: bytes) -> Workbook:
    """The workbook with what its reader needs, and no more. Raises FileRefused."""
    target = io.BytesIO()
    extents: dict[str, _Extent] = {}
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as kept,
        ):
            parts = checked_parts(archive, max_parts=MAX_PARTS, max_unpacked=MAX_UNPACKED)
            by_name = {plain_name(name): part for name, part in parts.items()}
            kept.writestr("_rels/.rels", ROOT)
            for name, content in _needed(archive, by_name, extents):
                kept.writestr(name, content)
    except Refused as refused:
        raise FileRefused(PROBLEMS[str(refused)]) from None
    except (*BROKEN, expat.ExpatError) as error:
        raise FileRefused(DAMAGED) from error
    lines = {name: frozenset(extent.hidden_lines) for name, extent in extents.items()}
    columns = {name: frozenset(extent.hidden_columns) for name, extent in extents.items()}
    return Workbook(target.getvalue(), lines, columns)


def _needed(
    archive: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo], extents: dict[str, _Extent]
) -> Iterator[tuple[str, bytes]]:
    """The parts to hand on, by the names under which the reader looks for them; notes how far each sheet
    goes.
    """
    if WORKBOOK not in parts or RELATIONS not in parts:
        raise FileRefused(DAMAGED)
    relations, mentioned = _Relations(), _Mentioned()
    for name, look in ((WORKBOOK, mentioned), (RELATIONS, relations)):
        yield name, _looked_through(archive, parts[name], look)
    for name in BESIDE:
        if name in parts:
            yield parts[name].filename, _looked_through(archive, parts[name], _Styles())
    named: dict[str, list[str]] = {}
    for number, target in relations.targets:
        if target in parts and number in mentioned.values:
            named.setdefault(target, []).extend(mentioned.sheets.get(number, ()))
    for name in sorted(named.keys() - {WORKBOOK, RELATIONS, *BESIDE}):
        extent = _Extent()
        yield parts[name].filename, _looked_through(archive, parts[name], extent)
        extents.update(dict.fromkeys(named[name], extent))


def _looked_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, look: _Look) -> bytes:
    """The part's content, if it is sound text in UTF-8 and nothing in it is refused."""
    parser = expat.ParserCreate("utf-8", namespace_separator="}")
    parser.StartElementHandler = look.see
    parser.StartDoctypeDeclHandler = _refuse_document_type
    kept = io.BytesIO()
    with archive.open(part) as content:
        parser.ParseFile(_Copied(content, kept))  # type: ignore[arg-type]
    if kept.getvalue().startswith((b"\xff\xfe", b"\xfe\xff")):  # a mark that the parser heeds all the same
        raise FileRefused(DAMAGED)
    return kept.getvalue()


class _Copied:
    """A file that is read once by two."""

    def __init__(self, file: Any, copy: BinaryIO) -> None:
        self._file, self._copy = file, copy

    def read(self, size: int) -> bytes:
        piece: bytes = self._file.read(size)
        self._copy.write(piece)
        return piece


def _refuse_document_type(*_: Any) -> None:
    """No spreadsheet declares one; with it come entities that unfold without end."""
    raise FileRefused(DAMAGED)


class _Look:
    """Sees the elements of a part one after the other; nothing of it is kept in memory."""

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        """One element. May raise FileRefused."""


class _Mentioned(_Look):
    """Every value in the workbook: those that are a relation's number stand for a sheet, or for something
    else.
    """

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.sheets: dict[str, list[str]] = {}  # names of sheets by the values beside them

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.values.update(attributes.values())
        if tag.rpartition("}")[2] == "sheet" and "name" in attributes:
            for value in attributes.values():
                self.sheets.setdefault(value, []).append(attributes["name"])


class _Relations(_Look):
    """Where the workbook's parts lie, by their numbers, as the reader finds them."""

    def __init__(self) -> None:
        self.targets: list[tuple[str, str]] = []

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        if "Id" in attributes and "Target" in attributes:
            target = attributes["Target"].lstrip("/")
            for place in (target, f"xl/{target}"):
                self.targets.append((attributes["Id"], plain_name(place)))


class _Styles(_Look):
    """Refuses a workbook of very many styles: each is kept by the reader."""

    def __init__(self) -> None:
        self._seen = 0

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag.rpartition("}")[2] in ("xf", "numFmt"):
            self._seen += 1
            if self._seen > MAX_STYLES:
                raise FileRefused(UNPACKED)


class _Extent(_Look):
    """How far the cells of a sheet lie out, whether they say where they are or only follow each other."""

    def __init__(self) -> None:
        self.row = self.column = self.merged = 0
        self.hidden_lines: set[int] = set()
        self.hidden_columns: set[int] = set()

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "row":
            self.row = _address(attributes["r"])[1] if "r" in attributes else self.row + 1
            self.column = 0
            if _is_hidden(attributes, "ht"):
                self.hidden_lines.add(self.row)
        elif name == "col":
            if _is_hidden(attributes, "width"):
                first, last = (_place(attributes.get(end, "")) for end in ("min", "max"))
                self.hidden_columns.update(range(max(first, 1) - 1, min(last, MAX_COLUMNS)))
        elif name == "c":
            self.column, row = _address(attributes["r"]) if "r" in attributes else (self.column + 1, self.row)
            self.row = max(self.row, row)
        elif name == "mergeCell":
            self.merged += 1
        if self.merged > MAX_MERGED:
            raise FileRefused(MANY_MERGED)
        if self.row > MAX_LINES:
            raise FileRefused(MANY_LINES if self.row < 10 * MAX_LINES else FAR_OUT, limit=MAX_LINES)
        if self.column > MAX_COLUMNS:
            raise FileRefused(FAR_OUT)


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether nobody sees a line or column: hidden, folded away, or of no height or width."""
    return attributes.get("hidden", "") in ON or attributes.get(size, "1").strip("0") in ("", ".")


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MAX_ROW_DIGITS else 0


def _address(text: str) -> tuple[int, int]:
    """Column and row of "AB12" (or of "12"); noughts for anything else."""
    text = text.replace("$", "")
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    if len(letters) > MAX_COLUMN_LETTERS or len(digits) > MAX_ROW_DIGITS or not text.isascii():
        return MAX_COLUMNS + 1, MAX_LINES + 1
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column, int(digits or 0)
