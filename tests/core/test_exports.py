"""Exports: what a spreadsheet is given is what was meant, in three formats, and never a formula."""

import csv
import datetime as dt
import io
import tempfile
import tracemalloc
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from django.utils.translation import gettext_lazy
from python_calamine import CalamineWorkbook

from core.exports import sheets
from core.exports.cells import guarded
from core.exports.comma_separated import write_notes
from core.exports.notes import Notes
from core.exports.registry import Export, UnknownExport, find_export, forget, register
from core.exports.sheets import Format, TooManyRows, write_sheet
from core.tables.columns import Column, Kind
from core.tables.filters import Filter

MADE_AT = dt.datetime(2026, 7, 1, 12, 30, tzinfo=dt.UTC)
COLUMNS = (
    Column("name", gettext_lazy("Setting"), width=40),
    Column("staff", "Staff", Kind.NUMBER),
    Column("paid", "Paid", Kind.MONEY),
    Column("inspected", "Inspected", Kind.DATE),
    Column("seen", "Seen", Kind.DATETIME),
    Column("open", "Open", Kind.BOOLEAN),
)
ROWS: list[tuple[Any, ...]] = [
    ("Acorns & Oaks <Pre-school>", 7, 123456, dt.date(2026, 3, 27), MADE_AT, True),
    (
        '=HYPERLINK("http://example.org","Click")',
        -3,
        -5,
        dt.date(1999, 12, 31),
        dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC),
        False,
    ),
    (None, None, None, None, None, None),
    ("Two  spaces\nand a line", 0, 0, dt.date(2026, 1, 1), MADE_AT, 0),
]
NOTES = Notes("Register of settings", MADE_AT, "Amina Officer", [("District", "=Dover")], "Larkshire")


def made(wanted: Format, rows: Any = None, columns: Any = COLUMNS) -> bytes:
    target = io.BytesIO()
    write_sheet(wanted, target, columns, ROWS if rows is None else rows, NOTES)
    return target.getvalue()


def table_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 (0)1632 960111", "+44 (0)1632 960111"),  # a telephone number runs nothing
        ("+44 1234+cmd", "'+44 1234+cmd"),
        ("+SUM(1)", "'+SUM(1)"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1+1", "'  =1+1"),
        ("\xa0=1+1", "'\xa0=1+1"),
        ("＝1+1", "'＝1+1"),
        ("a=1", "a=1"),
        ("Acorns", "Acorns"),
        ("", ""),
        ("'quoted", "'quoted"),
    ],
)
def test_text_that_begins_like_a_formula_is_guarded_in_csv(text: str, written: str) -> None:
    assert guarded(text) == written


def test_numbers_are_never_guarded() -> None:
    row = table_of(made(Format.CSV))[2]
    assert row[1:3] == ["-3", "-0.05"]


def test_a_heading_is_guarded_too() -> None:
    assert table_of(made(Format.CSV, [], [Column("x", "=1+1")])) == [["'=1+1"]]


def test_the_notes_of_csv_are_a_file_beside_it() -> None:
    target = io.BytesIO()
    write_notes(target, NOTES)
    assert target.getvalue().decode("utf-8-sig").splitlines() == [
        "What: Register of settings",
        "Authority: Larkshire",
        "Made on: 01/07/2026 13:30",
        "Made by: Amina Officer",
        "Filter: District: =Dover",
    ]


def test_csv_holds_its_headings_in_line_1_and_reads_back() -> None:
    content = made(Format.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    table = table_of(content)
    assert table[0] == ["Setting", "Staff", "Paid", "Inspected", "Seen", "Open"]
    assert table[1] == [
        "Acorns & Oaks <Pre-school>",
        "7",
        "1234.56",
        "2026-03-27",
        "2026-07-01 13:30",
        "Yes",
    ]
    assert table[3] == [""] * 6
    assert table[4][0] == "Two  spaces\nand a line"


@pytest.mark.parametrize("wanted", [Format.XLSX, Format.ODS])
def test_a_sheet_opens_in_another_program_with_the_same_values(wanted: Format) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made(wanted)))
    assert book.sheet_names == ["Data", "Notes"]
    table = book.get_sheet_by_name("Data").to_python()
    assert table[0] == ["Setting", "Staff", "Paid", "Inspected", "Seen", "Open"]
    name, staff, paid, inspected, seen, is_open = table[1]
    assert (name, staff, paid, is_open) == ("Acorns & Oaks <Pre-school>", 7, 1234.56, "Yes")
    assert (inspected.year, inspected.month, inspected.day) == (2026, 3, 27)
    assert seen == dt.datetime(2026, 7, 1, 13, 30)
    assert table[2][0] == '=HYPERLINK("http://example.org","Click")'
    assert table[2][1:3] == [-3, -0.05]
    assert set(table[3]) == {""}
    notes = dict(row[:2] for row in book.get_sheet_by_name("Notes").to_python())
    assert notes["What"] == "Register of settings"
    assert notes["Made by"] == "Amina Officer"
    assert notes["Filter: District"] == "=Dover"


def test_a_workbook_holds_no_formula_and_no_link() -> None:
    with zipfile.ZipFile(io.BytesIO(made(Format.XLSX))) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        names = book.namelist()
    tags = {element.tag.rpartition("}")[2] for element in sheet.iter()}
    assert "f" not in tags
    assert "hyperlink" not in tags
    assert not [name for name in names if "rels/sheet" in name]
    pane = next(element for element in sheet.iter() if element.tag.endswith("}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


def test_an_opendocument_sheet_is_well_formed_and_holds_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(made(Format.ODS))) as book:
        assert book.infolist()[0].filename == "mimetype"
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED
        trees = [ElementTree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xml")]
    assert not [
        element
        for tree in trees
        for element in tree.iter()
        if any(key.endswith("}formula") for key in element.attrib)
    ]


@pytest.mark.parametrize("wanted", list(Format))
def test_the_same_input_gives_the_same_bytes(wanted: Format) -> None:
    assert made(wanted) == made(wanted)


@pytest.mark.parametrize("wanted", list(Format))
@pytest.mark.parametrize(
    "text", ["\x00\x01\x0b", "\ud800", "\ufffe", "]]>", "x" * 40_000, "😀" * 20_000, "_x0041_"]
)
def test_no_text_breaks_a_sheet(wanted: Format, text: str) -> None:
    content = made(wanted, [(f"a{text}b",)], COLUMNS[:1])
    if wanted is not Format.CSV:
        table = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        assert table[1][0].startswith("a")
    else:
        assert table_of(content.replace(b"\x00", b""))[1][0].startswith("a")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.NUMBER, "=1"),
        (Kind.NUMBER, True),
        (Kind.MONEY, 1.5),
        (Kind.MONEY, "=1"),
        (Kind.DATE, MADE_AT),
        (Kind.DATE, "=1"),
        (Kind.DATETIME, dt.datetime(2026, 1, 1)),
        (Kind.DATETIME, dt.date(2026, 1, 1)),
    ],
)
@pytest.mark.parametrize("wanted", list(Format))
def test_a_value_of_another_kind_is_an_error_and_not_a_cell(
    wanted: Format, kind: Kind, value: object
) -> None:
    with pytest.raises(TypeError):
        made(wanted, [(value,)], [Column("x", "X", kind)])


@pytest.mark.parametrize("wanted", list(Format))
def test_a_row_of_another_length_is_an_error(wanted: Format) -> None:
    with pytest.raises(ValueError, match="zip"):
        made(wanted, [("a",)])


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = sheets.FORMATS[Format.XLSX]
    monkeypatch.setitem(
        sheets.FORMATS, Format.XLSX, sheets.FormatFacts(facts.title, facts.content_type, facts.ending, 2)
    )
    with pytest.raises(TooManyRows):
        made(Format.XLSX)


def test_progress_is_told_each_thousand_rows_and_at_the_end() -> None:
    told: list[int] = []
    rows = ((str(number),) for number in range(2500))
    total = write_sheet(Format.CSV, io.BytesIO(), COLUMNS[:1], rows, NOTES, progress=told.append)
    assert (total, told) == (2500, [1000, 2000, 2500])


@pytest.mark.parametrize("wanted", list(Format))
def test_memory_does_not_grow_with_the_rows(wanted: Format, tmp_path: Any) -> None:
    def peak(count: int) -> int:
        rows = ((f"Setting {number}", number, number, None, None, True) for number in range(count))
        with (tmp_path / "sheet").open("wb") as target:
            tracemalloc.start()
            write_sheet(wanted, target, COLUMNS, rows, NOTES)
            top = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return top

    peak(10)  # what is loaded once
    assert peak(4000) < peak(400) * 2 + 200_000


class Sample(Export):
    identifier = "sample"
    title = "Sample"
    permission = "x.y"
    columns = COLUMNS[:1]
    filters = (Filter("district", "District"),)

    def rows(self, filters: Any, *, by: Any) -> Iterator[tuple[str]]:
        yield ("one",)


@pytest.fixture
def sample() -> Iterator[Export]:
    register(Sample)
    yield find_export("sample")
    forget("sample")


def test_an_export_is_found_by_its_identifier(sample: Export) -> None:
    assert isinstance(sample, Sample)
    assert sample.clean_filters({"district": "Dover", "page": "2", "other": "x"}) == {"district": "Dover"}
    assert sample.filters_in_words({"district": "Dover"}) == [("District", "Dover")]


def test_an_unknown_export_is_said_so() -> None:
    with pytest.raises(UnknownExport):
        find_export("nothing")


def test_two_exports_of_one_identifier_are_refused(sample: Export) -> None:
    class Another(Sample):
        pass

    with pytest.raises(ValueError, match="two exports"):
        register(Another)


def test_a_sheet_that_fails_leaves_nothing_behind(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows() -> Iterator[tuple[str]]:
        yield ("Acorns",)
        raise ZeroDivisionError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for wanted in Format:
        with pytest.raises(ZeroDivisionError):
            made(wanted, rows(), COLUMNS[:1])
    assert list(tmp_path.iterdir()) == []


def test_an_xlsx_sheet_has_filters_over_all_its_rows_and_no_seconds() -> None:
    rows = [(*ROWS[0][:4], dt.datetime(2026, 7, 1, 12, 30, 59, tzinfo=dt.UTC), True)]
    with zipfile.ZipFile(io.BytesIO(made(Format.XLSX, rows))) as book:
        assert b'<autoFilter ref="A1:F2"/>' in book.read("xl/worksheets/sheet1.xml")
    seen = CalamineWorkbook.from_filelike(io.BytesIO(made(Format.XLSX, rows)))
    assert seen.get_sheet_by_name("Data").to_python()[1][4] == dt.datetime(2026, 7, 1, 13, 30)
    assert b"13:30:59" not in made(Format.CSV, rows)
