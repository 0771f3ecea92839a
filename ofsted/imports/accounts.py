"""The account of Ofsted's file (O7): what became of each of its headings, and its own rows counted by fault."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from core.reading.account import MAX_SAMPLES, Sample, Tally, TallyKind, Unused
from core.reasons import Fact, date_in_words
from ofsted.imports.layouts import Layout
from ofsted.imports.rows import LONGEST_SHOWN, Cell, Rejection, Remark
from ofsted.rules.kinds import FileKind

#: Codes of inspections, as the first word of a heading or the word after EYR.
_CODES: Final = frozenset({"reif", "oeif", "cif", "ncor", "oosc", "cr"})
_WORD: Final = re.compile(r"[a-z0-9]+")


#: What an unknown heading begins with, or holds, that may be a judgement, in the files beside the childcare file.
_BEGINNINGS: Final[Mapping[FileKind, tuple[str, ...]]] = MappingProxyType(
    {
        FileKind.SCHOOLS: ("latest", "most recent", "safeguarding", "early years", "outcome"),
        FileKind.AGENCIES: ("ca ", "most recent", "latest", "outcome"),
    }
)
_PARTS: Final = ("early years", "inspection", "effectiveness", "outcome")


def may_be_a_judgement(heading: str, kind: FileKind = FileKind.CHILDCARE) -> bool:
    """Whether an unknown heading stands under a prefix of judgements: it may hold what decides who may lead."""
    words = _WORD.findall(heading.casefold())
    if kind is not FileKind.CHILDCARE:
        said = " ".join(words)
        beginnings = _BEGINNINGS.get(kind, ())
        return said.startswith(beginnings) or (bool(beginnings) and any(part in said for part in _PARTS))
    if words[:1] == ["eyr"]:
        words = words[1:]
    return words[:1] != [] and (words[0] in _CODES or "most recent" in " ".join(words[:4]))


class Samples:
    """Up to three different texts of each column that is not used, of one authority's rows."""

    def __init__(self, layout: Layout) -> None:
        self._texts: dict[int, dict[str, bool]] = {place: {} for place in layout.unused_places}

    def take(self, cells: Sequence[str], *, is_home: bool) -> None:
        """Look at one row. What stands in the row of a home is private."""
        for place, texts in self._texts.items():
            if len(texts) < MAX_SAMPLES and (text := cells[place].strip()):
                texts.setdefault(text[:LONGEST_SHOWN].replace("\x00", ""), is_home)

    def at(self, place: int) -> tuple[Sample, ...]:
        return tuple(Sample(text, is_private=is_home) for text, is_home in self._texts[place].items())


def unused_of(layout: Layout, samples: Samples | None = None) -> Iterator[Unused]:
    """The columns that are not used, each with the samples that were taken."""
    for place in layout.unused_places:
        heading = layout.headings[place]
        yield Unused(
            heading, samples.at(place) if samples else (), stops=may_be_a_judgement(heading, layout.kind)
        )


def tallies_of(rejected: Iterable[Rejection], remarks: Iterable[Remark]) -> tuple[Tally, ...]:
    """Rows by column and reason, the commonest first."""
    counted: Counter[tuple[str, str, str, TallyKind]] = Counter()
    facts: dict[tuple[str, str, str, TallyKind], dict[str, str | int]] = {}
    for kind, cell in _told(rejected, remarks):
        key = (cell.column, cell.field, cell.reason.sentence, kind)
        counted[key] += 1
        if key not in facts:
            facts[key] = {name: _kept(fact) for name, fact in cell.reason.facts.items()}
    commonest = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(*key, rows, facts[key]) for key, rows in commonest)


def _told(rejected: Iterable[Rejection], remarks: Iterable[Remark]) -> Iterator[tuple[TallyKind, Cell]]:
    for item in rejected:
        yield TallyKind.REJECTED, item.cell
    for remark in remarks:
        yield TallyKind.MENDED if remark.cell.is_mended else TallyKind.LEFT_OUT, remark.cell


def _kept(fact: Fact) -> str | int:
    """A fact as it can be written down."""
    if isinstance(fact, date):
        return date_in_words(fact)
    return fact if isinstance(fact, int) else str(fact)
