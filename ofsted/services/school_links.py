"""A file of links between schools against those that are held: its plan, and its load (O2, O7).

A load asserts a state: a link that the file no longer has stays and suggests nothing. An older file than
the newest one only gives a day to a link that has none. No take-over is recorded here: a person does that.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, BinaryIO, Final

from core.reading.account import MAX_NOTES, Account
from ofsted.imports.accounts import tallies_of, unused_of
from ofsted.imports.link_rows import LinkRead, LinksRead, read_links
from ofsted.models import ImportRun, PlannedRow, SchoolLink
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import RowKind
from ofsted.rules.school_links import Link
from ofsted.selectors.differences import SCHOOL_LINK
from ofsted.selectors.keys import Held
from ofsted.selectors.school_links import links_held, school_numbers
from ofsted.services.asserting import Assertion
from ofsted.services.planning import Plan
from ofsted.services.reading import FileRead, Reading
from providers.models import Provider

BATCH: Final = 1000


@dataclass
class LinkReading(Reading):
    """What a file of links holds for one authority."""

    links: dict[Link, LinkRead] = field(default_factory=dict)
    unsure: set[tuple[str, str]] = field(default_factory=set)

    @property
    def rows(self) -> int:
        return len(self.links) + len(self.rejected)


def read_link_file(
    file: BinaryIO,
    *,
    names: Mapping[int, list[str]],
    known: Mapping[int, Held],
    on_progress: Callable[[int, int], None] | None = None,
    today: date | None = None,
) -> FileRead:
    """Read a file of links for each authority: the rows that touch a school whose number it holds.

    As ``ofsted.services.reading.read_file``. No day is refused for being in the future: take-overs are
    announced.
    """
    readings: dict[int, Reading] = {}
    titles = layout = ""
    for authority_id in names:
        file.seek(0)
        read = read_links(file, known[authority_id].numbers, on_progress=on_progress)
        titles, layout = read.titles, read.layout.name
        readings[authority_id] = _reading_of(read)
    return FileRead(layout, readings, Counter(), known, titles=titles, kind=FileKind.LINKS)


def _reading_of(read: LinksRead) -> LinkReading:
    reading = LinkReading(links=read.links, unsure=read.unsure, rejected=read.rejected, remarks=read.remarks)
    reading.contradicted = {_named(link) for link in read.contradicted}
    reading.account = Account(
        used=read.layout.used,
        fields=tuple(read.layout.places),
        known=read.layout.known,
        unused=tuple(unused_of(read.layout, read.samples)),
        missing=read.layout.missing,
        blank_rows=read.ignored,
        notes=tuple(read.notes[:MAX_NOTES]),
        tallies=tallies_of(read.rejected, read.remarks),
        rows=reading.rows,
        all_rows=read.all_rows,
        without_identifier=read.without_identifier,
        not_taken=read.not_taken,
    )
    return reading


def plan_links(
    reading: LinkReading, *, assertion: Assertion, keep_for: ImportRun | None = None, with_digest: bool = True
) -> Plan:
    """Compare the links that were read with those that are held. Holds under the register's lock.

    ``keep_for`` is the run under which the plan's rows are written down.
    """
    steps, same = _steps(reading, assertion)
    reading.listed_before = sum(row.gone_since is None for row in links_held().values())
    kinds = [step.kind for step in steps]
    if keep_for is not None:
        schools = school_numbers()
        PlannedRow.objects.bulk_create((step.planned(keep_for, schools) for step in steps), batch_size=BATCH)
    digest = ""
    if with_digest:
        said = [step.said for step in steps]
        digest = sha256(json.dumps([assertion.is_older, said, same], sort_keys=True).encode()).hexdigest()
    return Plan(
        new=kinds.count(RowKind.NEW),
        changed=kinds.count(RowKind.CHANGED),
        vanished=kinds.count(RowKind.VANISHED),
        same=len(same),
        digest=digest,
    )


def load_links(reading: LinkReading, *, assertion: Assertion) -> None:
    """Carry the plan out."""
    made: list[SchoolLink] = []
    changed: list[SchoolLink] = []
    for step in _steps(reading, assertion)[0]:
        (made if step.kind == RowKind.NEW else changed).append(step.carried_out(assertion.listed_on))
    SchoolLink.objects.bulk_create(made, batch_size=BATCH)
    SchoolLink.objects.bulk_update(changed, ["since", "other_name", "gone_since"], batch_size=BATCH)


@dataclass
class _Step:
    """What a load does to one link: held before, if it was, and what the file says, if it does."""

    kind: RowKind
    link: Link
    held: SchoolLink | None
    row: LinkRead | None

    @property
    def said(self) -> list[Any]:
        """``link`` as it was and as it will be: None where it is not there."""
        before = None if self.held is None or self.held.gone_since is not None else self.held
        after = None if self.row is None else self.row
        return [
            SCHOOL_LINK,
            before and _facts(self.link, before.since, before.other_name),
            after and _facts(self.link, self._since, self._name),
        ]

    @property
    def _since(self) -> date | None:
        """A row that says nothing overwrites nothing."""
        return (self.row and self.row.since) or (self.held.since if self.held else None)

    @property
    def _name(self) -> str:
        return (self.row and self.row.other_name) or (self.held.other_name if self.held else "")

    def planned(self, run: ImportRun, schools: Mapping[str, Provider]) -> PlannedRow:
        number = self.link.urn if self.link.urn in schools else self.link.other
        name = str(schools[number]) if number in schools else ""
        return PlannedRow(
            run=run,
            kind=self.kind,
            line=self.row.line if self.row else None,
            urn=number,
            name=name[:255],
            differences=[self.said],
            is_home=False,
        )

    def carried_out(self, day: date) -> SchoolLink:
        link = self.link
        stored = self.held or SchoolLink(urn=link.urn, other_urn=link.other, link_type=link.link_type.value)
        stored.since, stored.other_name = self._since, self._name
        stored.gone_since = day if self.row is None else None
        return stored


def _facts(link: Link, since: date | None, name: str) -> dict[str, str]:
    return {
        "urn": link.urn,
        "other": link.other,
        "type": link.link_type.value,
        "name": name,
        "since": since.isoformat() if since else "",
    }


def _steps(reading: LinkReading, assertion: Assertion) -> tuple[list[_Step], list[str]]:
    """What changes, in the order of the links, and the links that stay as they are."""
    held = links_held()
    steps, same = [], []
    for link, row in sorted(reading.links.items()):
        before = held.get(link)
        if assertion.is_older and (before is None or before.gone_since is not None):
            continue
        if before is None:
            steps.append(_Step(RowKind.NEW, link, None, row))
        elif _differs(before, row, only_gaps=assertion.is_older):
            filled = row._replace(other_name=None) if assertion.is_older else row
            steps.append(_Step(RowKind.CHANGED, link, before, filled))
        else:
            same.append(_named(link))
    if not assertion.is_older:
        gone = (
            link
            for link, row in held.items()
            if row.gone_since is None
            and link not in reading.links
            and (link.urn, link.other) not in reading.unsure
        )
        steps += [_Step(RowKind.VANISHED, link, held[link], None) for link in sorted(gone)]
    return steps, same


def _differs(before: SchoolLink, row: LinkRead, *, only_gaps: bool) -> bool:
    if only_gaps:
        return before.since is None and row.since is not None
    return (
        before.gone_since is not None
        or row.since not in (None, before.since)
        or row.other_name not in (None, before.other_name)
    )


def _named(link: Link) -> str:
    return f"{link.urn} {link.link_type} {link.other}"
