"""Uploads are known by their content, not by their name."""

import dataclasses
import gzip
import io
import zipfile
from typing import Any

import pytest

from core import files
from core.files import (
    DOCUMENTS,
    MAX_PARTS,
    Kind,
    Purpose,
    RefusedFile,
    check_file,
    find_purpose,
    register_purpose,
    safe_name,
)

ANY = Purpose("any", may_read=lambda user, file: False, kinds=frozenset(Kind), most_bytes=10_000)
PAPERS = Purpose("papers", may_read=lambda user, file: False, kinds=DOCUMENTS, most_bytes=10_000)


def archive(**parts: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", b"%PDF-1.7 ...", Kind.PDF),
        ("a.png", b"\x89PNG\r\n\x1a\n...", Kind.PNG),
        ("a.jpg", b"\xff\xd8\xff\xe0", Kind.JPEG),
        ("a.csv", "Name,Ŵ\n1,2\n".encode(), Kind.CSV),
        ("a.csv", "Name,caf\xe9\n".encode("cp1252"), Kind.CSV),
        ("a.txt", b"Minutes", Kind.TEXT),
        ("a.csv.gz", gzip.compress(b"a,b", mtime=0), Kind.GZIP),
        ("a.docx", archive(word__document_xml="<w/>"), Kind.DOCX),
        ("a.xlsx", archive(xl__workbook_xml="<w/>"), Kind.XLSX),
        ("a.pptx", archive(ppt__presentation_xml="<w/>"), Kind.PPTX),
        ("a.odt", archive(mimetype=Kind.ODT.value), Kind.ODT),
        ("a.ods", archive(mimetype=Kind.ODS.value), Kind.ODS),
    ],
)
def test_a_file_is_what_its_content_says(name: str, content: bytes, kind: Kind) -> None:
    checked = check_file(io.BytesIO(content), name=name, purpose=ANY)
    assert (checked.content_type, checked.name, checked.size) == (kind.value, name, len(content))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"x" * 10_001, "smaller than"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "must be one of"),
        (b"\x7fELF\x02\x01\x01\x00", "must be one of"),
        (b"PK\x03\x04 broken", "damaged"),
        (
            archive(word__document_xml="<w/>", word__vbaProject_bin="x").replace(
                b"vbaProject_bin", b"vbaProject.bin"
            ),
            "macros",
        ),
        (archive(anything="x"), "must be one of"),
        (gzip.compress(b"x", mtime=0), "must be one of"),
    ],
)
def test_other_files_are_refused_with_the_reason(content: bytes, words: str) -> None:
    with pytest.raises(RefusedFile, match=words):
        check_file(io.BytesIO(content), name="minutes.pdf", purpose=PAPERS)


def test_a_name_does_not_make_a_program_a_document() -> None:
    checked = check_file(io.BytesIO(b"<script>alert(1)</script>"), name="page.html", purpose=PAPERS)
    assert (checked.content_type, checked.name) == ("text/plain", "page.html.txt")


def test_an_archive_that_unpacks_to_very_much_is_refused() -> None:
    big = Purpose("big", may_read=lambda user, file: False, most_bytes=10**9)
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as book,
        book.open("word/document.xml", "w") as part,
    ):
        for _ in range(310):
            part.write(b"\0" * 1024 * 1024)
    with pytest.raises(RefusedFile, match="unpacked"):
        check_file(bomb, name="a.docx", purpose=big)


def doctored(change: Any) -> bytes:
    data = bytearray(archive(word__document_xml="<w/>", word__one_xml="1" * 50, word__two_xml="2" * 50))
    change(data)
    return bytes(data)


def central(data: bytearray, name: bytes) -> int:
    """Where the directory's entry of a part begins."""
    return data.rindex(name) - 46


def overlap(data: bytearray) -> None:
    first, second = central(data, b"word/one.xml"), central(data, b"word/two.xml")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]


def pretend_size(data: bytearray) -> None:
    place = central(data, b"word/two.xml") + 24
    data[place : place + 4] = (200_000_000).to_bytes(4, "little")


def encrypt(data: bytearray) -> None:
    data[central(data, b"word/two.xml") + 8] |= 1


def far_directory(data: bytearray) -> None:
    place = data.rindex(b"PK\x05\x06") + 16
    data[place : place + 4] = b"\xff" * 4


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (doctored(overlap), "damaged"),
        (doctored(pretend_size), "unpacked"),
        (doctored(encrypt), "password"),
        (doctored(far_directory), "damaged"),
        (archive(word__document_xml="<w/>", **{"..__evil": "x"}), "damaged"),
        (archive(word__document_xml="<w/>", __etc__passwd="x"), "damaged"),
        (archive(word__document_xml="<w/>", **{"C:__evil": "x"}), "damaged"),
        (archive(word__document_xml="<w/>", WORD__DOCUMENT_xml="<w/>"), "damaged"),
    ],
    ids=["overlap", "size", "password", "zip64", "dots", "root", "drive", "one name twice"],
)
def test_an_archive_whose_directory_lies_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(RefusedFile, match=words):
        check_file(io.BytesIO(content), name="a.docx", purpose=PAPERS)


def test_a_name_in_another_alphabet_is_no_overlap() -> None:
    content = archive(word__document_xml="<w/>", **{"word/médîa.png": "x", "word/ŵ.png": "y"})
    assert check_file(io.BytesIO(content), name="a.docx", purpose=PAPERS).content_type == Kind.DOCX.value


def test_a_document_that_cannot_be_looked_into_within_the_limits_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = dataclasses.replace(files.ARCHIVES.limits, seconds=0.001)
    monkeypatch.setattr(files, "ARCHIVES", dataclasses.replace(files.ARCHIVES, limits=limits))
    with pytest.raises(RefusedFile, match="too long to read"):
        check_file(io.BytesIO(archive(word__document_xml="<w/>")), name="a.docx", purpose=PAPERS)


def test_an_archive_of_very_many_parts_is_refused() -> None:
    many = archive(**{f"p{number}": "" for number in range(MAX_PARTS + 1)})
    with pytest.raises(RefusedFile, match="unpacked"):
        check_file(io.BytesIO(many), name="a.docx", purpose=Purpose("big", may_read=lambda user, file: False))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\minutes.pdf", "minutes.pdf"),
        ('a"b\r\nX: y.pdf', "ab X y.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("...", "file"),
        ("", "file"),
        (".pdf", "file.pdf"),
        ("Ŵyn bach.pdf", "Ŵyn bach.pdf"),
        ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
    ],
)
def test_a_name_from_outside_is_made_harmless(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_purpose_is_registered_once() -> None:
    def nobody(user: Any, file: Any) -> bool:
        return False

    purpose = Purpose("tests-only", may_read=nobody)
    assert register_purpose(purpose) is purpose
    assert register_purpose(Purpose("tests-only", may_read=nobody)) == purpose
    assert find_purpose("tests-only") == purpose
    with pytest.raises(ValueError, match="two purposes"):
        register_purpose(Purpose("tests-only", may_read=nobody, most_bytes=1))
