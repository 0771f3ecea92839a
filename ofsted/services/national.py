"""One file for one or for all authorities at once, by the platform's operator: read once, then one transaction an authority (O7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO

from accounts.models import Authority, User
from audit.rules import Action
from audit.services import record
from core.files import measured
from core.scoping import authority_scope
from ofsted.models import ImportRun
from ofsted.selectors import imports as selectors
from ofsted.services.loading import load_staged
from ofsted.services.planning import keep_plan, plan_staged
from ofsted.services.reading import FileRead, Reading, read_file
from ofsted.services.runs import announce, counts_of, keep_rejections, lock_register, refresh_search_text
from ofsted.services.staging import stage


@dataclass
class NationalLoad:
    """What a load did: counts by authority, and the rows of authorities that are not on this platform."""

    layout: str
    counts: dict[Authority, dict[str, int]] = field(default_factory=dict)
    without_rows: list[Authority] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def load_national(
    *,
    file: BinaryIO,
    name: str,
    listed_on: date,
    authorities: Sequence[Authority],
    at: datetime,
    by: User | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    on_authority: Callable[[Authority, dict[str, int]], None] | None = None,
) -> NationalLoad:
    """Load a file into the registers of several authorities. Raises ofsted.imports.FileRefused before anything is written.

    Killed half way and run again, it finds the authorities that were done unchanged and does the others.
    """
    _size, sha256 = measured(file)
    names, known = {}, {}
    for authority in authorities:
        with authority_scope(authority):
            names[authority.pk], known[authority.pk] = selectors.register_names(), selectors.known_rows()
    found = read_file(file, names=names, known=known, on_progress=on_progress, today=at.date())
    load = NationalLoad(found.layout, others=found.others)
    with closing(found):
        for authority in authorities:
            reading = found.readings[authority.pk]
            if not reading.rows:
                load.without_rows.append(authority)  # a file without a single row of theirs is no news about their register
                continue
            with authority_scope(authority):
                load.counts[authority] = _load_one(reading, found, name=name, sha256=sha256, listed_on=listed_on, by=by, at=at)
            if on_authority:
                on_authority(authority, load.counts[authority])
    return load


def _load_one(
    reading: Reading, found: FileRead, *, name: str, sha256: str, listed_on: date, by: User | None, at: datetime
) -> dict[str, int]:
    lock_register()
    run = ImportRun.objects.create(
        file_name=name, file_sha256=sha256, layout=found.layout, listed_on=listed_on, started_by=by, loaded_by=by, started_at=at
    )
    stage(reading.buffers, reading.gone)
    plan = plan_staged(with_digest=False)
    keep_plan(run_id=run.pk)
    keep_rejections(run, reading)
    changed = load_staged(listed_on=listed_on, last_listed_on=selectors.last_listed_on())
    refresh_search_text(changed)
    run.state, run.loaded_at, run.counts = ImportRun.State.LOADED, at, counts_of(plan, reading)
    run.save(update_fields=["state", "loaded_at", "counts"])
    record(Action.IMPORT_APPLIED, about=run, by=by, file=name, **run.counts)
    announce(run)
    return run.counts
