"""Workbooks that would end the process that reads them are refused in words; ordinary ones are read there."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Authority, User
from core.limits.running import LimitPassed
from core.scoping import authority_scope
from documents.models import StoredFile
from exchange.imports.tables import Reading
from exchange.services import intake
from ofsted.imports.opening import FileRefused
from tests.exchange.hostile import HOSTILE, any_of, far_out, plain, rebuilt
from tests.exchange.sheets import TITLES, as_csv

NEW = "/larkshire/collaborations/import/new/"


def read(data: bytes) -> Reading:
    return intake._content(io.BytesIO(data), at=timezone.now(), choices={})


def refusal(data: bytes) -> str:
    with pytest.raises((FileRefused, LimitPassed)) as refused:
        read(data)
    if isinstance(refused.value, LimitPassed):
        return refused.value.in_words()
    return refused.value.reason.in_words()


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_workbook_is_refused_in_words(kind: str) -> None:
    make, words = HOSTILE[kind]
    said = refusal(make())
    assert any_of(words, said), said


@pytest.mark.parametrize(
    "data",
    [
        plain(),
        rebuilt(names={"xl/worksheets/sheet1.xml": "XL/Worksheets/SHEET1.XML"}),
        rebuilt(extra={"xl/media/image1.png": b"\x89PNG\r\n\x1a\n", "xl/printerSettings1.bin": b"\x00\x01"}),
        rebuilt(extra={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        as_csv([["Riverside", "", "", "EY123456", "", "01/09/2024"]], TITLES),
    ],
    ids=["plain", "capitals", "pictures", "links", "csv"],
)
def test_what_is_said_in_the_child_is_heard_here(data: bytes) -> None:
    sheet = read(data)
    assert isinstance(sheet, Reading)
    assert [(line.collaboration, line.urn) for line in sheet.lines] == [("Riverside", "EY123456")]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", plain()[:-200], plain()[:900]]))
def test_any_bytes_are_refused_or_read_within_the_limits(data: bytes, start: bytes) -> None:
    with contextlib.suppress(FileRefused, LimitPassed):
        assert isinstance(read(start + data), Reading)


def test_the_workbook_that_ended_a_web_process_is_refused_at_its_field_and_the_next_page_answers(
    browse: Any, amina: User, larkshire: Authority
) -> None:
    def kept() -> set[Path]:
        return {path for path in Path(default_storage.path("")).rglob("*") if path.is_file()}

    client, before = browse(amina), kept()
    workbook = far_out()
    assert len(workbook) < 10_000
    response = client.post(NEW, {"file": SimpleUploadedFile("ours.xlsx", workbook)})
    assert response.status_code == 200
    page = response.content.decode()
    assert 'id="id_file-error"' in page or "error-message" in page
    assert "The spreadsheet has cells far away from its table." in page
    assert client.get(NEW).status_code == 200
    with authority_scope(larkshire):
        assert not StoredFile.objects.exists()
    assert kept() == before
