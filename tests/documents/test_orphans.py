"""Stored bytes that no row names are removed at night, and never those of a row that is being written."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from accounts.models import Authority, User
from audit.models import Entry
from core import files as kinds
from core.files import Purpose
from core.scoping import authority_scope
from documents.models import StoredFile
from documents.services import files, orphans
from documents.tasks import tidy_everywhere
from tests.factories.documents import ASKED_AT


@pytest.fixture(autouse=True)
def papers(monkeypatch: pytest.MonkeyPatch) -> None:
    purpose = Purpose("papers", may_read=lambda user, file: False)
    monkeypatch.setattr(kinds, "_purposes", {**kinds._purposes, "papers": purpose})


def keep(user: User) -> StoredFile:
    return files.keep_upload(
        file=io.BytesIO(b"%PDF-1.7"), name="a.pdf", purpose="papers", by=user, at=ASKED_AT
    )


def left_behind(authority: Authority, name: str = "left") -> str:
    return default_storage.save(f"{authority.pk}/papers/{name}", ContentFile(b"bytes"))


def in_days(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


def test_bytes_without_a_row_go_after_two_days_and_others_stay(
    larkshire: Authority, marlshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        assert orphans.remove_orphans(at=in_days(9)) == 0, "nothing was ever stored"
        stored = keep(amina)
        mine, theirs = left_behind(larkshire), left_behind(marlshire)
        assert orphans.remove_orphans(at=in_days(1.9)) == 0
        assert orphans.remove_orphans(at=in_days(2.1)) == 1
        assert orphans.remove_orphans(at=in_days(2.1)) == 0
        (entry,) = Entry.objects.filter(action="orphans_removed")
    assert entry.sentence == "removed 1 stored file that belonged to nothing"
    assert [default_storage.exists(key) for key in (stored.storage_key, mine, theirs)] == [True, False, True]


def test_the_timetable_looks_in_every_authority(
    larkshire: Authority, marlshire: Authority, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    keys = [left_behind(larkshire), left_behind(marlshire)]
    with time_machine.travel(in_days(3), tick=False), django_capture_on_commit_callbacks(execute=True):
        tidy_everywhere.apply_async()
    assert not any(map(default_storage.exists, keys))


@pytest.mark.django_db(transaction=True)
def test_bytes_whose_row_is_being_written_stay(larkshire: Authority, amina: User) -> None:
    """However old they look: the removal does not begin while somebody stores, and then it finds the row."""
    written, looked = Event(), Event()

    def store() -> str:
        try:
            with authority_scope(larkshire):
                key = keep(amina).storage_key
                written.set()
                assert looked.wait(10)
            return key
        finally:
            written.set()
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(store)
        assert written.wait(10)
        with authority_scope(larkshire):
            removed = orphans.remove_orphans(at=in_days(9))
        looked.set()
        key = running.result(10)
    assert removed == 0
    with authority_scope(larkshire):
        assert orphans.remove_orphans(at=in_days(9)) == 0
    assert default_storage.exists(key)


def test_bytes_go_with_the_step_that_was_to_use_them(
    larkshire: Authority, amina: User, files_folder: Path
) -> None:
    with authority_scope(larkshire):
        stored = keep(amina)
        with pytest.raises(ZeroDivisionError), files.removed_unless_kept(stored):
            raise ZeroDivisionError
    assert not [path for path in files_folder.rglob("*") if path.is_file()]
