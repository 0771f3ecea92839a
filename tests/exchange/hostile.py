"""Workbooks that nobody's spreadsheet program writes, made from one that it does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from tests.exchange.sheets import as_xlsx, line

SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
ROW = line(collaboration="Riverside", urn="EY123456")
Change = Callable[[bytes], bytes]


def plain() -> bytes:
    return as_xlsx([ROW])


def rebuilt(
    *,
    changes: Mapping[str, Change] | None = None,
    names: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """The plain workbook with parts changed, parts called otherwise, and more parts."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain())) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            change = (changes or {}).get(name, bytes)
            new.writestr((names or {}).get(name, name), change(old.read(name)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return target.getvalue()


def replacing(old: bytes, new: bytes) -> Change:
    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new)

    return change


FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)


def far_out(place: str = "xl/elsewhere/s1.xml", target: bytes = b"elsewhere/s1.xml") -> bytes:
    """One cell in the last corner of a sheet that lies where no sheet is looked for (finding F4)."""
    return rebuilt(
        changes={RELATIONS: replacing(b"worksheets/sheet1.xml", target), SHEET: lambda part: FAR},
        names={SHEET: place},
    )


def in_other_bytes() -> bytes:
    """A sheet in UTF-16 whose bytes, read as UTF-8, hold another cell."""
    hidden = b'><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    hidden += b" " * (len(hidden) % 2)
    text = '<?xml version="1.0" encoding="utf-16"?><worksheet><sheetData/><!--' + hidden.decode("utf-16-le")
    return rebuilt(changes={SHEET: lambda part: (text + "--></worksheet>").encode("utf-16")})


def many_texts() -> bytes:
    """A long text, and a hundred thousand cells that hold it: 6 GB in the reader."""
    cells = b'<c t="s"><v>0</v></c>' * 150
    rows = b"".join(b"<row>" + cells + b"</row>" for _ in range(4_000))
    text = b"<sst><si><t>" + b"x" * 60_000 + b"</t></si></sst>"
    return rebuilt(
        changes={
            SHEET: lambda part: b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>",
            "xl/sharedStrings.xml": lambda part: text,
        }
    )


def entities() -> bytes:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    )
    return rebuilt(changes={"xl/sharedStrings.xml": lambda part: bomb + b"<sst><si><t>&b;</t></si></sst>"})


def twice() -> bytes:
    """Two sheets of one name, of which one reader of archives takes the first and another the last."""
    return rebuilt(extra={SHEET.upper(): FAR})


def overlapping() -> bytes:
    """Two entries of the directory that stand for the same bytes."""
    data = bytearray(rebuilt(extra={"xl/other1.xml": b"<a/>" * 99, "xl/other2.xml": b"<a/>" * 99}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        first = archive.getinfo("xl/other1.xml").header_offset
        second = archive.getinfo("xl/other2.xml").header_offset
    place = data.rindex(second.to_bytes(4, "little"))
    data[place : place + 4] = first.to_bytes(4, "little")
    return bytes(data)


def inflated_size() -> bytes:
    """Says of a small part that it is 50 MB."""
    data = bytearray(rebuilt(extra={"xl/other.xml": b"<a/>"}))
    place = data.rindex(b"xl/other.xml") - 46 + 24
    data[place : place + 4] = (50_000_000).to_bytes(4, "little")
    return bytes(data)


#: What each is, and what is said of it (any of the words).
HOSTILE: Mapping[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "far out, elsewhere": (far_out, ("far away",)),
    "far out, from the root": (lambda: far_out("foo/s1.bin", b"/foo/s1.bin"), ("far away",)),
    "far out, in capitals": (lambda: far_out("XL/Else/S1.XML", b"else/s1.xml"), ("far away",)),
    "far out, backslashes": (lambda: far_out("xl\\else\\s1.xml", b"else/s1.xml"), ("far away",)),
    "leads out of the archive": (lambda: far_out("../s1.xml", b"../s1.xml"), ("damaged",)),
    "other bytes": (in_other_bytes, ("damaged",)),
    "many long texts": (many_texts, ("too much room", "too long to read", "cannot be read", "damaged")),
    "entities": (entities, ("damaged",)),
    "one name twice": (twice, ("damaged",)),
    "overlapping entries": (overlapping, ("damaged",)),
    "a size that cannot be": (inflated_size, ("too big once it is unpacked", "damaged")),
    "many styles": (
        lambda: rebuilt(changes={"xl/styles.xml": lambda part: b"<s><cellXfs>" + b"<xf/>" * 200_000 + b"</cellXfs></s>"}),
        ("too big once it is unpacked",),
    ),
    "many parts": (
        lambda: rebuilt(extra={f"xl/p{number}.xml": b"" for number in range(2_100)}),
        ("too big once it is unpacked",),
    ),
    "no workbook": (lambda: rebuilt(names={"xl/workbook.xml": "xl/other.xml"}), ("document or a presentation",)),
    "macros": (lambda: rebuilt(extra={"xl/vbaProject.bin": b"x"}), ("macros",)),
}  # fmt: skip


def any_of(words: tuple[str, ...], said: Any) -> bool:
    return any(word in str(said) for word in words)
