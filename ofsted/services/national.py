"""One file for one or for all authorities at once, by the platform's operator: read once, then one
transaction an authority (O7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO, NamedTuple

from django.utils import timezone

from accounts.models import Authority, User
from core.files import measured
from core.reading.account import Account
from core.scoping import authority_scope
from documents.rules import UploadState
from documents.services import uploads
from ofsted.imports.heads import head_of
from ofsted.models import ImportRun
from ofsted.rules.days import day_of_file
from ofsted.rules.doubts import Doubt
from ofsted.rules.kinds import FileKind
from ofsted.rules.telling import Telling
from ofsted.selectors import imports as selectors
from ofsted.selectors.keys import held_for
from ofsted.services.carrying import carry_out, plan_of
from ofsted.services.previews import counts_of, keep_told
from ofsted.services.reading import FileRead, Reading, read_file
from ofsted.services.runs import (
    LOADS,
    announce,
    assertion_of,
    lock_register,
)
from ofsted.services.school_links import read_link_file
from ofsted.services.staging import plan_for, stage


@dataclass
class NationalLoad:
    """What a load did: counts by authority, and the rows of authorities that are not on this platform."""

    layout: str
    kind: FileKind = FileKind.CHILDCARE
    counts: dict[Authority, dict[str, int]] = field(default_factory=dict)
    without_rows: list[Authority] = field(default_factory=list)
    doubtful: dict[Authority, list[Doubt]] = field(default_factory=dict)  # nothing was written for these
    others: Counter[str] = field(default_factory=Counter)
    accounts: dict[Authority, Account] = field(default_factory=dict)


def load_national(
    *,
    file: BinaryIO,
    name: str,
    listed_on: date | None,
    authorities: Sequence[Authority],
    at: datetime,
    by: User | None = None,
    accept: Collection[str] = (),
    on_progress: Callable[[int, int], None] | None = None,
    on_authority: Callable[[Authority, dict[str, int]], None] | None = None,
) -> NationalLoad:
    """Load a file into the registers of several authorities.

    Raises ofsted.imports.opening.FileRefused, or ofsted.rules.days.DayRefused when nobody knows the day that
    the file stands for, before anything is written. Where the load is doubtful (an older file, many settings gone) nothing is
    written either unless the operator gives the code of each doubt in ``accept``.

    Killed half way and run again, it finds the authorities that were done unchanged and does the others.
    """
    _size, sha256 = measured(file)
    kind, today = kind_of(file), timezone.localdate(at)
    load = NationalLoad("", kind)
    # An agency works across authorities, and a link may join two: the row is that of each that holds one
    is_shared = kind in (FileKind.AGENCIES, FileKind.LINKS)
    at_once = [[each] for each in authorities] if is_shared else [authorities]
    for together in at_once:
        found = _read(file, kind, together, on_progress=on_progress, today=today)
        load.layout, load.others = found.layout, found.others
        with closing(found):
            day = day_of_file(typed=listed_on, titles=found.titles, name=name, today=today)
            work = _Load(kind, found.layout, found.telling, name, sha256, day, by, at, accept)
            _load_each(together, found, load, work, on_authority=on_authority)
    return load


def _read(
    file: BinaryIO,
    kind: FileKind,
    authorities: Sequence[Authority],
    *,
    on_progress: Callable[[int, int], None] | None,
    today: date,
) -> FileRead:
    names, known = {}, {}
    for authority in authorities:
        with authority_scope(authority):
            names[authority.pk], known[authority.pk] = selectors.register_names(kind), held_for(kind)
    file.seek(0)
    read = read_link_file if kind is FileKind.LINKS else read_file
    return read(file, names=names, known=known, on_progress=on_progress, today=today)


def _load_each(
    authorities: Sequence[Authority],
    found: FileRead,
    load: NationalLoad,
    work: _Load,
    *,
    on_authority: Callable[[Authority, dict[str, int]], None] | None,
) -> None:
    """Load what was read, one transaction an authority, and write down what came of it."""
    for authority in authorities:
        reading = found.readings[authority.pk]
        if not reading.rows:
            # A file without a single row of theirs is no news about their register
            load.without_rows.append(authority)
            continue
        load.accounts[authority] = reading.account
        try:
            with authority_scope(authority):
                load.counts[authority] = _load_one(reading, work)
        except _Doubtful as stopped:
            load.doubtful[authority] = stopped.doubts
            continue
        if on_authority:
            on_authority(authority, load.counts[authority])


def kind_of(file: BinaryIO) -> FileKind:
    """What a file is, by its header. Raises ofsted.imports.opening.FileRefused."""
    kind = head_of(file).layout.kind
    file.seek(0)
    return kind


class _Doubtful(Exception):
    def __init__(self, doubts: list[Doubt]) -> None:
        self.doubts = doubts
        super().__init__(", ".join(doubt.code for doubt in doubts))


class _Load(NamedTuple):
    kind: FileKind
    layout: str
    telling: Telling
    name: str
    sha256: str
    listed_on: date
    by: User | None
    at: datetime
    accept: Collection[str]


def _load_one(reading: Reading, load: _Load) -> dict[str, int]:
    lock_register()
    run = ImportRun.objects.create(
        file_name=load.name,
        file_sha256=load.sha256,
        state=UploadState.LOADING,
        layout=load.layout,
        kind=load.kind,
        listed_on=load.listed_on,
        telling=load.telling.stored(),
        started_by=load.by,
        loaded_by=load.by,
        started_at=load.at,
    )
    if load.kind is not FileKind.LINKS:
        plan_for(stage(reading.buffers, reading.gone, contradicted=reading.contradicted))
    assertion = assertion_of(run)
    plan = plan_of(reading, assertion=assertion, keep_for=run, with_digest=False)
    counts = counts_of(plan, reading)
    run.counts, run.account, run.absence = counts, reading.account.as_json(), reading.absence.stored()
    doubts = selectors.doubts_about_run(run)
    if unaccepted := [doubt for doubt in doubts if doubt.code not in load.accept]:
        raise _Doubtful(unaccepted)
    run.accepted = [doubt.code for doubt in doubts]
    run.save(update_fields=["counts", "account", "absence", "accepted"])
    keep_told(run, reading)
    carry_out(reading, plan=plan, assertion=assertion)
    uploads.apply(LOADS, run, at=load.at, facts=counts, counts=counts)
    announce(run)
    return counts
