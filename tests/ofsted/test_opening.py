"""O7: an upload is opened by what it holds, and what cannot be the national file is refused in words."""

from __future__ import annotations

import dataclasses
import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ofsted.imports import opening
from ofsted.imports.opening import FileRefused, Upload
from ofsted.imports.scanning import scan
from tests.ofsted.files import gzipped, make_file, row, zipped

GOOD = make_file("2026-06", [row("EY100001")])


def refusal(data: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        list(scan(io.BytesIO(data)))
    return refused.value.reason.in_words()


@pytest.mark.parametrize(
    "data",
    [
        GOOD,
        b"\xef\xbb\xbf" + GOOD,
        gzipped(GOOD),
        gzipped(b"\xef\xbb\xbf" + GOOD),
        zipped({"file.csv": GOOD}),
        zipped({"anything": GOOD}),
        zipped(
            {
                "data/file.CSV": GOOD,
                "__MACOSX/data/._file.CSV": b"x",
                "data/.DS_Store": b"y",
                "notes.pdf": b"%PDF",
            }
        ),
    ],
    ids=[
        "plain",
        "byte order mark",
        "gzip",
        "gzip of a byte order mark",
        "zip",
        "zip without an ending",
        "zip from a Mac",
    ],
)
def test_o7_plain_gzip_and_zip_are_told_apart_by_content(data: bytes) -> None:
    (found,) = list(scan(io.BytesIO(data)))
    assert found.setting.urn == "EY100001"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "empty"),
        (gzipped(b""), "empty"),
        (zipped({}), "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0rest", "Excel workbook"),
        (b"7z\xbc\xaf\x27\x1c", "kind of archive"),
        (b"\x89PNG\r\n", "picture"),
        (GOOD.decode().encode("utf-16"), "UTF-16"),
        (GOOD.decode().encode("utf-16-le"), "UTF-16"),
        (b"<!DOCTYPE html><html>...", "web page"),
        (b"\n  <html><body>", "web page"),
        (b"<!-- saved from the web --><html>", "web page"),
        (b"\xef\xbb\xbf <!-- one --> <!-- and\ntwo --><!DOCTYPE html>", "web page"),
        (b"<!-- " + b"x" * 5000 + b" --><html>", "web page"),
        (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b""}), "spreadsheet (Microsoft Office)"),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}),
            "spreadsheet (OpenDocument)",
        ),
        (zipped({"one.csv": GOOD, "two.csv": GOOD}), "holds 2 files"),
        (gzipped(gzipped(GOOD)), "another archive"),
        (zipped({"file.csv": gzipped(GOOD)}), "another archive"),
        (gzipped(b"%PDF-1.7"), "PDF"),
        (gzipped(GOOD)[:-20], "damaged"),
        (b"\x1f\x8bnot gzip at all", "damaged"),
        (zipped({"file.csv": GOOD})[:100], "damaged"),
        (b"no comma and no line break" * 50_000, "longer than any line"),
        (gzipped(b"\x00" * 5_000_000), "empty"),
        (gzipped(GOOD + b"x" * 5_000_000), "longer than any line"),
    ],
)
def test_o7_other_files_are_refused_in_words(data: bytes, says: str) -> None:
    assert says in refusal(data)


def test_o7_a_damaged_end_is_found_while_reading() -> None:
    rows = [row(f"EY{number:06}", name=f"Setting {number * 7919}") for number in range(2000)]
    data = bytearray(gzipped(make_file("2026-06", rows)))
    data[-6] ^= 0xFF
    assert "damaged" in refusal(bytes(data))


def test_o7_a_zip_with_a_password_is_refused() -> None:
    data = bytearray(zipped({"file.csv": GOOD}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert "password" in refusal(bytes(data))


def test_o7_a_zip_packed_otherwise_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr(
            zipfile.ZipInfo("file.csv", date_time=(2026, 6, 30, 0, 0, 0)),
            GOOD,
            compress_type=zipfile.ZIP_BZIP2,
        )
    assert "packed in a way" in refusal(stored.getvalue())


class Pretends(io.BytesIO):
    """A file that says it is larger than it is, so that a test needs no 300 MB."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self._size = size

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._size if whence == io.SEEK_END else super().seek(offset, whence)


@pytest.mark.parametrize(("data", "size"), [(GOOD, 300_000_000), (gzipped(GOOD), 100_000_000)])
def test_o7_a_file_of_300_mb_is_refused_before_it_is_read(data: bytes, size: int) -> None:
    with pytest.raises(FileRefused, match="larger than"):
        Upload(Pretends(data, size))


def test_o7_a_bomb_is_refused_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "RATIO_COUNTS_FROM", 100_000)
    assert "unpacks to far more" in refusal(gzipped(GOOD + b",\r\n" * 300_000))
    assert "unpacks to far more" in refusal(zipped({"file.csv": GOOD + b",\r\n" * 300_000}))


def test_o7_more_lines_than_a_spreadsheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_LINES", 100)
    assert "more than 100 lines" in refusal(GOOD + b"\n" * 200)


def test_o7_what_unpacks_too_far_is_refused_whatever_its_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_INFLATED", len(GOOD) + 1000)
    assert "larger than" in refusal(gzip.compress(GOOD + b",\r\n" * 400, compresslevel=1))


def test_o7_one_record_of_a_whole_file_is_refused_before_it_is_kept() -> None:
    """Each cell is short, and a line break stands in every one: quoted so, a file is a single record."""
    cells = b'"a\n",' * 400_000
    assert "longer than any line" in refusal(GOOD + cells)
    assert "longer than any line" in refusal(cells)


@pytest.mark.parametrize("data", [gzipped(GOOD), zipped({"file.csv": GOOD})])
def test_o7_what_passes_a_limit_while_it_unpacks_is_refused_in_words(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = dataclasses.replace(opening.UNPACKING.limits, seconds=0.001)
    monkeypatch.setattr(opening, "UNPACKING", dataclasses.replace(opening.UNPACKING, limits=limits))
    assert "takes too long to read" in refusal(data)


def test_o7_a_directory_of_very_many_entries_does_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = dataclasses.replace(opening.UNPACKING.limits, memory=64)
    monkeypatch.setattr(opening, "UNPACKING", dataclasses.replace(opening.UNPACKING, limits=limits))
    said = refusal(zipped({f"{number}.csv": b"" for number in range(60_000)}))
    assert "takes too much room" in said or "holds 60000 files" in said or "damaged" in said


def test_o7_progress_goes_by_stored_bytes_and_ends_at_the_end(tmp_path: Path) -> None:
    data = gzipped(
        make_file(
            "2026-06", [row(f"EY{number:06}", name=f"Setting {number * 7919}") for number in range(3000)]
        )
    )
    path = tmp_path / "file"
    path.write_bytes(data)
    told: list[tuple[int, int]] = []
    found = list(scan(path, on_progress=lambda done, total: told.append((done, total))))
    assert len(found) == 3000
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (len(data), len(data))
    assert len(told) >= 3


def test_o7_a_file_given_open_stays_open_and_a_path_is_closed(tmp_path: Path) -> None:
    given: Any = io.BytesIO(GOOD)
    list(scan(given))
    assert not given.closed
    path = tmp_path / "file.csv"
    path.write_bytes(GOOD)
    with Upload(path) as upload:
        assert list(upload.lines())
    assert upload.position == upload.size
