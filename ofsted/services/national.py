"""One file for one or for all authorities at once, by the platform's operator: read once, then one
transaction an authority (O7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO, NamedTuple

from django.utils import timezone

from accounts.models import Authority, User
from core.files import measured
from core.scoping import authority_scope
from documents.rules import UploadState
from documents.services import uploads
from ofsted.models import ImportRun
from ofsted.rules.loads import Doubt, day_in_name, doubts_about
from ofsted.selectors import imports as selectors
from ofsted.services.loading import load_staged
from ofsted.services.planning import plan_staged
from ofsted.services.reading import Reading, read_file
from ofsted.services.runs import (
    LOADS,
    announce,
    counts_of,
    keep_rejections,
    lock_register,
    refresh_search_text,
)
from ofsted.services.staging import clear_staging, plan_for, stage


@dataclass
class NationalLoad:
    """What a load did: counts by authority, and the rows of authorities that are not on this platform."""

    layout: str
    counts: dict[Authority, dict[str, int]] = field(default_factory=dict)
    without_rows: list[Authority] = field(default_factory=list)
    doubtful: dict[Authority, list[Doubt]] = field(default_factory=dict)  # nothing was written for these
    others: Counter[str] = field(default_factory=Counter)


def load_national(
    *,
    file: BinaryIO,
    name: str,
    listed_on: date | None,
    authorities: Sequence[Authority],
    at: datetime,
    by: User | None = None,
    sure: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
    on_authority: Callable[[Authority, dict[str, int]], None] | None = None,
) -> NationalLoad:
    """Load a file into the registers of several authorities.

    Raises ofsted.imports.opening.FileRefused, or ValueError when nobody knows the day that the file stands
    for, before anything is written. Where the load is doubtful (an older file, many settings gone) nothing is
    written either unless the operator is ``sure``.

    Killed half way and run again, it finds the authorities that were done unchanged and does the others.
    """
    _size, sha256 = measured(file)
    names, known = {}, {}
    for authority in authorities:
        with authority_scope(authority):
            names[authority.pk], known[authority.pk] = selectors.register_names(), selectors.known_rows()
    found = read_file(file, names=names, known=known, on_progress=on_progress, today=timezone.localdate(at))
    load = NationalLoad(found.layout, others=found.others)
    with closing(found):
        day = listed_on or found.as_at or day_in_name(name)
        if day is None:
            raise ValueError("neither the file's first lines nor its name say which day it stands for")
        for authority in authorities:
            reading = found.readings[authority.pk]
            if not reading.rows:
                # A file without a single row of theirs is no news about their register
                load.without_rows.append(authority)
                continue
            try:
                with authority_scope(authority):
                    work = _Load(found.layout, name, sha256, day, by, at, sure)
                    load.counts[authority] = _load_one(reading, work)
            except _Doubtful as stopped:
                load.doubtful[authority] = stopped.doubts
                continue
            if on_authority:
                on_authority(authority, load.counts[authority])
    return load


class _Doubtful(Exception):
    def __init__(self, doubts: list[Doubt]) -> None:
        self.doubts = doubts
        super().__init__(", ".join(doubts))


class _Load(NamedTuple):
    layout: str
    name: str
    sha256: str
    listed_on: date
    by: User | None
    at: datetime
    sure: bool


def _load_one(reading: Reading, load: _Load) -> dict[str, int]:
    lock_register()
    run = ImportRun.objects.create(
        file_name=load.name,
        file_sha256=load.sha256,
        state=UploadState.LOADING,
        layout=load.layout,
        listed_on=load.listed_on,
        started_by=load.by,
        loaded_by=load.by,
        started_at=load.at,
    )
    plan_for(stage(reading.buffers, reading.gone))
    counts = counts_of(plan_staged(keep_for=run.pk, with_digest=False), reading)
    newest = selectors.last_listed_on()
    if not load.sure and (doubts := doubts_about(counts, listed_on=load.listed_on, newest=newest)):
        raise _Doubtful(doubts)
    keep_rejections(run, reading)
    refresh_search_text(load_staged(listed_on=load.listed_on, last_listed_on=newest))
    clear_staging()
    uploads.apply(LOADS, run, at=load.at, facts=counts, counts=counts)
    announce(run)
    return counts
