"""Keeping files: checked by content, under the authority's folder, named by an id that nobody can guess."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection, transaction

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.files import Checked, Purpose, check_file, find_purpose
from core.scoping import current_authority_id
from documents.models import StoredFile


class UnknownPurpose(LookupError):
    """No app has registered this purpose."""


@transaction.atomic
def keep_upload(*, file: BinaryIO, name: str, purpose: str, by: User, at: datetime) -> StoredFile:
    """Check what somebody uploaded and keep it. Raises core.files.RefusedFile with the reason."""
    checked = check_file(file, name=name, purpose=_known(purpose))
    return keep_checked(file=file, checked=checked, purpose=purpose, by=by, at=at)


@transaction.atomic
def keep_checked(*, file: BinaryIO, checked: Checked, purpose: str, by: User, at: datetime) -> StoredFile:
    """Keep what somebody uploaded and ``check_file`` has looked at."""
    stored = store(file=file, checked=checked, purpose=purpose, by=by, at=at)
    record(Action.FILE_STORED, about=stored, by=by, purpose=purpose, size=stored.size, sha256=stored.sha256)
    return stored


@transaction.atomic
def store(
    *,
    file: BinaryIO,
    checked: Checked,
    purpose: str,
    by: User | None,
    at: datetime,
    folder_name: uuid.UUID | None = None,
    fingerprint: str = "",
) -> StoredFile:
    """Write the bytes and the row.

    Work that may run twice gives its own ``folder_name`` and overwrites its first try.
    """
    _known(purpose)
    hold_storage()
    key = key_for(purpose=purpose, folder_name=folder_name or uuid.uuid4())
    _write(key, file)
    try:
        return StoredFile.objects.create(
            name=checked.name,
            content_type=checked.content_type,
            size=checked.size,
            sha256=checked.sha256,
            storage_key=key,
            purpose=purpose,
            fingerprint=fingerprint,
            uploaded_by=by,
            uploaded_at=at,
        )
    except BaseException:
        default_storage.delete(key)
        raise


@contextmanager
def removed_unless_kept(file: StoredFile) -> Iterator[None]:
    """Delete the bytes of a file whose row goes when the block raises.

    What a transaction undoes later is found by ``documents.services.orphans``.
    """
    try:
        yield
    except BaseException:
        default_storage.delete(file.storage_key)
        raise


@transaction.atomic
def remove(*, file: StoredFile) -> None:
    """Forget a file: the row now, the bytes once that is certain."""
    key = file.storage_key
    file.delete()
    transaction.on_commit(lambda: default_storage.delete(key), robust=True)


def hold_storage(*, alone: bool = False) -> bool:
    """Keep the removal of orphans away until the transaction ends, and it everybody who stores.

    ``alone`` is the removal itself: it does not wait, and answers whether nobody is storing.
    """
    attempt = "pg_try_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {attempt}(hashtext('documents.storage'), %s)", [current_authority_id()])
        return not alone or bool(cursor.fetchone()[0])


def record_opened(*, file: StoredFile, by: User) -> None:
    """Somebody downloaded the file."""
    record(Action.FILE_OPENED, about=file, by=by, purpose=file.purpose)


def key_for(*, purpose: str, folder_name: uuid.UUID) -> str:
    """Where the bytes lie: the authority's folder first, so that one
    authority's files can be copied or removed as one.
    """
    return f"{current_authority_id()}/{purpose}/{folder_name}"


def _write(key: str, file: BinaryIO) -> None:
    default_storage.delete(key)
    file.seek(0)
    saved = default_storage.save(key, File(file, name=key))
    if saved != key:  # somebody else wrote it meanwhile: ours would never be found again
        default_storage.delete(saved)
        raise FileExistsError(key)


def _known(purpose: str) -> Purpose:
    known = find_purpose(purpose)
    if known is None:
        raise UnknownPurpose(purpose)
    return known
