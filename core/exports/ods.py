"""ODS as a stream: a zip of XML written row by row, in the memory of one row."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import IO, BinaryIO, cast
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from core.exports.cells import READ, as_london_time, as_text, is_blank, without_control_characters
from core.exports.further import Sheet
from core.exports.notes import Notes
from core.tables.columns import Column, Kind, Row

NEEDS_CARE = re.compile("[\x00-\x1f&<>\ud800-\udfff\ufffe\uffff]|  |^ ")
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("meta", "meta"),
        ("config", "config"),
        ("fo", "xsl-fo-compatible"),
    )
)
DUBLIN_CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
MANIFEST = (
    f'{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    f' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "meta.xml", "settings.xml")
    )
    + "</manifest:manifest>"
)
SLASH = "<number:text>/</number:text>"
DAY = (
    f'<number:day number:style="long"/>{SLASH}<number:month number:style="long"/>{SLASH}<number:year'
    ' number:style="long"/>'
)
CLOCK = (
    "<number:text> </number:text><number:hours"
    ' number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'
)
STYLES = (
    f'<number:date-style style:name="day">{DAY}</number:date-style><number:date-style'
    f' style:name="instant">{DAY}{CLOCK}</number:date-style><number:currency-style'
    ' style:name="pounds"><number:currency-symbol number:language="en"'
    ' number:country="GB">£</number:currency-symbol><number:number number:decimal-places="2"'
    ' number:min-decimal-places="2" number:min-integer-digits="1"'
    ' number:grouping="true"/></number:currency-style><style:style style:name="date"'
    ' style:family="table-cell" style:data-style-name="day"/><style:style style:name="datetime"'
    ' style:family="table-cell" style:data-style-name="instant"/><style:style style:name="money"'
    ' style:family="table-cell" style:data-style-name="pounds"/><style:style style:name="heading"'
    ' style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
)


def write_ods(
    target: BinaryIO,
    columns: Sequence[Column],
    rows: Iterable[Row],
    notes: Notes,
    more: Sequence[Sheet] = (),
) -> None:
    """Write a table of the rows, its headings frozen, further ones, and a table of the notes."""
    sheets = [Sheet(_("Data"), columns, rows), *more]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        # First and unpacked, as the standard asks
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), MIMETYPE)
        archive.writestr(_entry("META-INF/manifest.xml"), MANIFEST)
        archive.writestr(_entry("meta.xml"), _meta(notes))
        archive.writestr(_entry("settings.xml"), _settings([str(sheet.title) for sheet in sheets]))
        with archive.open(_entry("content.xml"), "w", force_zip64=True) as out:
            _write_content(out, sheets, notes)


def _entry(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    # No clock of ours: the same input gives the same bytes
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = compression
    entry.external_attr = 0o600 << 16
    return entry


def _write_content(out: IO[bytes], sheets: Sequence[Sheet], notes: Notes) -> None:
    widths = sorted({column.width for sheet in sheets for column in sheet.columns} | {24, 80})
    out.write(_opening(widths).encode())
    for sheet in sheets:
        _write_table(out, sheet)
    out.write(_table_start(_("Notes"), [24, 80]).encode())
    for heading, text in notes.lines():
        out.write(_row(_text_cell(heading, style="heading") + _text_cell(text)).encode())
    out.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")


def _write_table(out: IO[bytes], sheet: Sheet) -> None:
    out.write(_table_start(str(sheet.title), [column.width for column in sheet.columns]).encode())
    headings = "".join(_text_cell(str(column.label), style="heading") for column in sheet.columns)
    out.write(f"<table:table-header-rows>{_row(headings)}</table:table-header-rows>".encode())
    cells = [CELLS[column.kind] for column in sheet.columns]
    for row in sheet.rows:
        out.write(
            _row("".join(_cell(write, value) for write, value in zip(cells, row, strict=True))).encode()
        )
    out.write(b"</table:table>")


def _opening(widths: Iterable[int]) -> str:
    looks = "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * 2.1:.1f}mm"/></style:style>'
        for width in widths
    )
    return (
        f'{XML}<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{STYLES}{looks}</office:automatic-styles><office:body><office:spreadsheet>"
    )


def _table_start(name: str, widths: Iterable[int]) -> str:
    columns = "".join(f'<table:table-column table:style-name="w{width}"/>' for width in widths)
    return f"<table:table table:name={quoteattr(name)}>{columns}"


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _cell(write: Callable[[object], str], value: object) -> str:
    return "<table:table-cell/>" if is_blank(value) else write(value)


def _text_cell(value: object, *, style: str = "") -> str:
    text = as_text(value)
    if not style and NEEDS_CARE.search(text) is None:  # nearly every cell
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    look = f' table:style-name="{style}"' if style else ""
    lines = escape(without_control_characters(text)).replace("\r\n", "\n").split("\n")
    paragraphs = "".join(f"<text:p>{_spaces_kept(line)}</text:p>" for line in lines)
    return f'<table:table-cell{look} office:value-type="string">{paragraphs}</table:table-cell>'


def _spaces_kept(line: str) -> str:
    # ODF folds white space: a tab, and each blank after the first, is an element.
    kept = line.replace("\t", "<text:tab/>").replace("\r", " ")
    kept = kept.replace("  ", " <text:s/>")
    return f"<text:s/>{kept[1:]}" if kept.startswith(" ") else kept


def _yes_or_no_cell(value: object) -> str:
    return _text_cell(READ[Kind.BOOLEAN](value))


def _number_cell(value: object) -> str:
    number = READ[Kind.NUMBER](value)
    return (
        '<table:table-cell office:value-type="float"'
        f' office:value="{number}"><text:p>{number}</text:p></table:table-cell>'
    )


def _money_cell(value: object) -> str:
    pounds = cast(Decimal, READ[Kind.MONEY](value))
    return (
        '<table:table-cell table:style-name="money" office:value-type="currency" office:currency="GBP" '
        f'office:value="{pounds}"><text:p>£{pounds:,.2f}</text:p></table:table-cell>'
    )


def _date_cell(value: object) -> str:
    day = cast(dt.date, READ[Kind.DATE](value))
    return (
        '<table:table-cell table:style-name="date" office:value-type="date"'
        f' office:date-value="{day.isoformat()}"><text:p>{day:%d/%m/%Y}</text:p></table:table-cell>'
    )


def _datetime_cell(value: object) -> str:
    moment = cast(dt.datetime, READ[Kind.DATETIME](value))
    return (
        '<table:table-cell table:style-name="datetime" office:value-type="date"'
        f' office:date-value="{moment.isoformat()}">'
        f"<text:p>{moment:%d/%m/%Y %H:%M}</text:p></table:table-cell>"
    )


CELLS: dict[Kind, Callable[[object], str]] = {
    Kind.TEXT: _text_cell,
    Kind.NUMBER: _number_cell,
    Kind.MONEY: _money_cell,
    Kind.DATE: _date_cell,
    Kind.DATETIME: _datetime_cell,
    Kind.BOOLEAN: _yes_or_no_cell,
}


def _meta(notes: Notes) -> str:
    made_at = as_london_time(notes.made_at).isoformat()
    title, author = (escape(without_control_characters(text)) for text in (notes.title, notes.made_by))
    return (
        f'{XML}<office:document-meta {NAMESPACES} {DUBLIN_CORE} office:version="1.3"><office:meta>'
        f"<dc:title>{title}</dc:title><meta:initial-creator>{author}</meta:initial-creator>"
        f"<meta:creation-date>{made_at}</meta:creation-date></office:meta></office:document-meta>"
    )


def _settings(tables: Sequence[str]) -> str:
    frozen = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in (
            ("VerticalSplitMode", "short", 2),
            ("VerticalSplitPosition", "int", 1),
            ("ActiveSplitRange", "short", 2),
            ("PositionBottom", "int", 1),
        )
    )
    entries = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(table)}>{frozen}</config:config-item-map-entry>"
        for table in tables
    )
    return (
        f'{XML}<office:document-settings {NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"'
        ' xmlns:ooo="http://openoffice.org/2004/office">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f'<config:config-item-map-named config:name="Tables">{entries}'
        "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )
