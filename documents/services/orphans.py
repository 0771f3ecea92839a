"""Stored bytes without a row: left by a transaction that was undone, or a process that ended half way.

They are copies of what people uploaded that nobody can see or remove, so the timetable removes them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.core.files.storage import default_storage
from django.db import transaction

from accounts.models import Authority
from audit.rules.actions import Action
from audit.services import record
from core.scoping import current_authority_id
from documents.models import StoredFile
from documents.services.files import hold_storage

#: Work that writes bytes before their row is tried again for some hours at most.
GRACE: Final = timedelta(days=2)


@transaction.atomic
def remove_orphans(*, at: datetime) -> int:
    """Delete the authority's stored bytes that no row names and that are older than ``GRACE``.

    Answers how many. While somebody is storing a file nothing is done: the next night will do.
    """
    if not hold_storage(alone=True):
        return 0
    orphans = [key for key in _keys_written_before(at - GRACE) if not _is_known(key)]
    for key in orphans:
        default_storage.delete(key)
    if orphans:
        authority = Authority.objects.get(pk=current_authority_id())
        record(Action.ORPHANS_REMOVED, about=authority, by=None, number=len(orphans))
    return len(orphans)


def _keys_written_before(instant: datetime) -> Iterator[str]:
    """Keys of the authority's bytes (``documents.services.files.key_for``), purpose by purpose."""
    folder = str(current_authority_id())
    try:
        purposes = sorted(default_storage.listdir(folder)[0])
    except FileNotFoundError:  # nothing was ever stored
        return
    for purpose in purposes:
        for name in sorted(default_storage.listdir(posixpath.join(folder, purpose))[1]):
            key = posixpath.join(folder, purpose, name)
            if default_storage.get_modified_time(key) < instant:
                yield key


def _is_known(key: str) -> bool:
    return StoredFile.objects.filter(storage_key=key).exists()
