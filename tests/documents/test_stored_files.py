"""Kept files: checked, under the authority's folder, with no name
from outside in the path; PDFs are made once.
"""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError

from accounts.models import Authority, User
from audit.models import Entry
from core import files as kinds
from core import pdf
from core.files import Purpose, RefusedFile
from core.scoping import authority_scope
from documents import selectors
from documents.models import StoredFile
from documents.services import files, pdfs
from tests.factories.documents import ASKED_AT

CONTENT = b"%PDF-1.7 minutes"


@pytest.fixture(autouse=True)
def papers(monkeypatch: pytest.MonkeyPatch) -> Purpose:
    purpose = Purpose("papers", may_read=lambda user, file: file.uploaded_by_id == user.pk, most_bytes=1000)
    monkeypatch.setattr(kinds, "_purposes", {**kinds._purposes, "papers": purpose})
    return purpose


def kept(
    authority: Authority, user: User, name: str = "../minutes.pdf", content: bytes = CONTENT
) -> StoredFile:
    with authority_scope(authority):
        return files.keep_upload(file=io.BytesIO(content), name=name, purpose="papers", by=user, at=ASKED_AT)


def test_an_upload_is_kept_and_recorded(larkshire: Authority, amina: User, files_folder: Path) -> None:
    stored = kept(larkshire, amina)
    assert (stored.name, stored.content_type, stored.size) == ("minutes.pdf", "application/pdf", len(CONTENT))
    assert stored.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert stored.storage_key.startswith(f"{larkshire.pk}/papers/")
    assert "minutes" not in stored.storage_key
    assert (files_folder / stored.storage_key).read_bytes() == CONTENT
    with authority_scope(larkshire):
        assert Entry.objects.get(action="file_stored").sentence == "stored the file minutes.pdf"


def test_the_same_name_twice_is_two_files(larkshire: Authority, amina: User) -> None:
    assert kept(larkshire, amina).storage_key != kept(larkshire, amina).storage_key


def test_a_refused_upload_leaves_nothing(larkshire: Authority, amina: User, files_folder: Path) -> None:
    with pytest.raises(RefusedFile):
        kept(larkshire, amina, content=b"MZ\x00\x00")
    assert not files_folder.exists() or not list(files_folder.rglob("*"))
    with authority_scope(larkshire):
        assert not StoredFile.objects.exists()


def test_a_purpose_that_nobody_registered_is_a_mistake_of_ours(larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire), pytest.raises(files.UnknownPurpose):
        files.keep_upload(file=io.BytesIO(CONTENT), name="x.pdf", purpose="nothing", by=amina, at=ASKED_AT)


def test_a_row_that_cannot_be_written_leaves_no_bytes(
    larkshire: Authority, amina: User, files_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr(files, "StoredFile", SimpleNamespace(objects=SimpleNamespace(create=refuse)))
    with pytest.raises(IntegrityError):
        kept(larkshire, amina)
    assert not [path for path in files_folder.rglob("*") if path.is_file()]


def test_a_removed_file_goes_with_its_bytes(
    larkshire: Authority, amina: User, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    stored = kept(larkshire, amina)
    key = stored.storage_key
    with django_capture_on_commit_callbacks(execute=True), authority_scope(larkshire):
        files.remove(file=stored)
        assert default_storage.exists(key)
    assert not default_storage.exists(key)


def test_the_purpose_says_who_may_read(
    larkshire: Authority, marlshire: Authority, amina: User, fred: User
) -> None:
    stored = kept(larkshire, amina)
    with authority_scope(larkshire):
        assert selectors.may_read(amina, stored)
        assert not selectors.may_read(fred, stored)
        stored.purpose = "forgotten"
        assert not selectors.may_read(amina, stored)
    with authority_scope(marlshire):
        assert selectors.file_by_id(stored.pk) is None


def printed(authority: Authority, user: User, title: str) -> StoredFile:
    with authority_scope(authority):
        return pdfs.stored_pdf(
            template="pdf/base.html",
            context={"title": title},
            name=title,
            purpose="papers",
            by=user,
            at=ASKED_AT,
        )


def test_a_pdf_is_made_once(
    larkshire: Authority, marlshire: Authority, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = printed(larkshire, amina, "Members")
    with default_storage.open(first.storage_key) as file:
        assert file.read().startswith(b"%PDF-")
    other = printed(marlshire, amina, "Members")
    monkeypatch.setattr(pdf, "render", lambda html: pytest.fail("made again"))
    assert printed(larkshire, amina, "Members") == first
    assert other.storage_key.startswith(f"{marlshire.pk}/")
    assert first.name == "Members.pdf"
