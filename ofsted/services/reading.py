"""One pass over a file for one authority or for many: what to stage, what is gone, what was rejected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from core.collector import without_collector
from core.reading.account import MAX_NOTES, Account
from ofsted.imports.accounts import tallies_of, unused_of
from ofsted.imports.columns import RegisterRow
from ofsted.imports.names import NOT_RECORDED, authority_key
from ofsted.imports.rows import Rejection, Remark, RowRead
from ofsted.imports.scanning import Scan, scan
from ofsted.rules.absence import Absence
from ofsted.rules.kinds import FileKind
from ofsted.rules.telling import Telling, telling_of
from ofsted.selectors.keys import Held
from ofsted.selectors.known import Known
from ofsted.services.staging import Buffers
from providers.rules.register import Scheme

NOTHING_HELD = Held(Known("", b""))
NOTHING_TOLD = Telling()


@dataclass
class Reading:
    """What a file holds for one authority."""

    buffers: Buffers = field(default_factory=Buffers)
    read: set[str] = field(default_factory=set)  # empty where nothing was listed before
    rejected: list[Rejection] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    account: Account = field(default_factory=Account)  # complete when the file has been read
    gone: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)  # of these, listed under another authority's name
    contradicted: set[str] = field(default_factory=set)  # in rows that do not say the same: none is used
    unchanged: int = 0
    listed_before: int = 0
    words: set[str] = field(default_factory=set)  # that say that a registration is not active
    #: Further numbers of settings, by the number that the file knows them by.
    numbers: dict[str, tuple[tuple[Scheme, str], ...]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)  # of the authority, as the file has them
    #: The URNs of settings that are gone, each beside that of a new one that seems to be it: known with the plan.
    renumbered: Sequence[tuple[str, str]] = ()
    #: Settings of whose details another kind of file tells, with their status.
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def absence(self) -> Absence:
        """What speaks against saying that the settings that are gone are no longer listed."""
        return Absence(
            self.listed_before,
            len(self.elsewhere),
            len(self.contradicted),
            tuple(sorted(self.words)),
            tuple(self.renumbered),
        )

    @property
    def rows(self) -> int:
        """Rows of the file that are this authority's."""
        return self.buffers.rows + self.unchanged + len(self.rejected)


@dataclass
class FileRead:
    """A whole file, by the authority's id."""

    layout: str
    readings: dict[int, Reading]
    others: Counter[str]
    known: Mapping[int, Held]  # what it was compared with
    titles: str = ""  # the text above the header
    telling: Telling = NOTHING_TOLD
    kind: FileKind = FileKind.CHILDCARE

    def close(self) -> None:
        for reading in self.readings.values():
            reading.buffers.close()


def read_file(
    file: BinaryIO,
    *,
    names: Mapping[int, list[str]],
    known: Mapping[int, Held],
    on_progress: Callable[[int, int], None] | None = None,
    today: date | None = None,
) -> FileRead:
    """Read a file for the authorities whose names in it are given. Raises ofsted.imports.opening.FileRefused.

    A URN that two authorities hold is read anew rather than counted as unchanged: a setting may have moved
    between them.
    """
    owner = {authority_key(name): authority_id for authority_id, spelled in names.items() for name in spelled}
    hashes = _held_once(known)
    scanned = scan(
        file,
        list(owner),
        hashes,
        holders=_holders(names, known, hashes),
        on_progress=on_progress,
        today=today,
        held=set().union(*(held.numbers for held in known.values())),
    )
    kind = scanned.layout.kind
    readings = {
        authority_id: Reading(Buffers(kind), fixed=known.get(authority_id, NOTHING_HELD).fixed)
        for authority_id in names
    }
    found = FileRead(
        scanned.layout.name,
        readings,
        scanned.other_authorities,
        known,
        titles=scanned.titles,
        telling=telling_of(scanned.layout.places),
        kind=kind,
    )
    is_asked_for = any(held.known.urns for held in known.values())
    try:
        with without_collector():
            for item in scanned:
                _take(item, owner, readings, is_asked_for=is_asked_for)
    except BaseException:
        found.close()
        raise
    _complete(readings, scanned, owner, known, hashes)
    return found


def _complete(
    readings: Mapping[int, Reading],
    scanned: Scan,
    owner: Mapping[str, int],
    known: Mapping[int, Held],
    hashes: Mapping[bytes, str],
) -> None:
    """What is known once the whole file has been read: who is gone, and the account."""
    others = (
        set().union(*(reading.read for reading in readings.values())) if len(readings) > 1 else frozenset()
    )
    for authority_id, reading in readings.items():
        mine = (
            hashes.values()
            if len(readings) == 1
            else (urn for _, urn in known.get(authority_id, NOTHING_HELD).known)
        )
        _note_unread(reading, mine, scanned, others)
        reading.account = _account_of(reading, scanned, authority_id, owner)
        for name, codes in scanned.codes.items():
            if owner.get(authority_key(name)) == authority_id:
                reading.codes |= codes


def _account_of(reading: Reading, scanned: Scan, authority_id: int, owner: Mapping[str, int]) -> Account:
    layout = scanned.layout
    samples = next(
        (taken for name, taken in scanned.samples.items() if owner[authority_key(name)] == authority_id), None
    )
    return Account(
        used=layout.used,
        fields=tuple(layout.places),
        known=layout.known,
        unused=tuple(unused_of(layout, samples)),
        missing=layout.missing,
        blank_rows=scanned.ignored,
        notes=tuple(scanned.notes[:MAX_NOTES]),
        tallies=tallies_of(reading.rejected, reading.remarks),
        rows=reading.rows,
        all_rows=scanned.rows,
        without_identifier=sum(item.urn is None for item in reading.rejected) + scanned.others_unreadable,
        without_owner=scanned.other_authorities[NOT_RECORDED],
        not_taken=sum(
            rows for name, rows in scanned.not_taken.items() if owner.get(authority_key(name)) == authority_id
        ),
    )


def _note_unread(reading: Reading, known: Iterable[str], scanned: Scan, others: Collection[str]) -> None:
    """URNs of the last load of which no row was read: unchanged, rejected or gone.

    ``others`` were read for somebody else.
    """
    rejected = {item.urn for item in reading.rejected}
    for urn in known:
        reading.listed_before += 1
        if urn in reading.read:
            continue
        if urn in others or not scanned.lists(urn):
            reading.gone.add(urn)
            if urn in others or urn in scanned.elsewhere:
                reading.elsewhere.add(urn)
        elif urn not in rejected:
            reading.unchanged += 1


def _holders(
    names: Mapping[int, list[str]], known: Mapping[int, Held], hashes: Mapping[bytes, str]
) -> dict[str, str]:
    """The name of the authority that holds each URN: whose a row without an authority is."""
    if known.keys() == names.keys() and len(known) == 1 and not next(iter(known.values())).numbers:
        spelled = next(iter(names.values()))
        return dict.fromkeys(hashes.values(), spelled[0]) if spelled else {}  # the same texts, not copies
    return {
        urn: spelled[0]
        for authority_id, spelled in names.items()
        if spelled
        for urn in _numbers_held(known.get(authority_id, NOTHING_HELD))
    }


def _numbers_held(held: Held) -> Iterable[str]:
    return held.numbers or (urn for _, urn in held.known)


def _held_once(known: Mapping[int, Held]) -> dict[bytes, str]:
    if len(known) == 1:
        return dict(next(iter(known.values())).known)
    held = Counter(urn for rows in known.values() for _, urn in rows.known)
    return {digest: urn for rows in known.values() for digest, urn in rows.known if held[urn] == 1}


def _take(
    item: RowRead | Rejection,
    owner: Mapping[str, int],
    readings: Mapping[int, Reading],
    *,
    is_asked_for: bool,
) -> None:
    """Put a row where it belongs. ``is_asked_for``: something was listed before, so it matters what was read."""
    if isinstance(item, Rejection):
        # A row so damaged that its authority cannot be told is shown to everybody: it may be theirs.
        mine = owner.get(authority_key(item.authority)) if item.authority else None
        for authority_id in [mine] if mine is not None else list(readings):
            readings[authority_id].rejected.append(item)
            if item.contradicts and item.urn is not None:
                readings[authority_id].contradicted.add(item.urn)
        return
    reading = readings[owner[authority_key(item.authority)]]
    if item.setting.urn in reading.fixed:
        item = item._replace(setting=_without_details(item.setting, reading.fixed))
    elif item.setting.registration_status is not None:
        reading.words.add(item.setting.registration_status)
    reading.buffers.add(item)
    if is_asked_for:
        reading.read.add(item.setting.urn)
    if item.numbers:
        reading.numbers[item.setting.urn] = item.numbers
    reading.remarks += item.remarks


def _without_details(setting: RegisterRow, fixed: Mapping[str, str]) -> RegisterRow:
    """A row of which only the inspections are taken: its details and its status stay as they are held."""
    values: dict[str, Any] = dict.fromkeys(RegisterRow._fields)
    return RegisterRow(**{**values, "urn": setting.urn, "registration_status": fixed[setting.urn] or None})
