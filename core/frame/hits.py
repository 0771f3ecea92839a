"""Hits: what the search of everything finds, contributed by the apps whose things are found (N5).

A source reads by the same selectors as the pages, so that nobody finds what they may not open. A confidential
case is found by nobody: ``leadership`` contributes no source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.frame.registry import Registry
from core.frame.visitor import Visitor
from core.matching import Words, is_mended, may_be_held
from core.searching import Correction, Query, all_words

#: So many hits of a kind stand on the page, and so many where one kind alone is shown.
SHORT, LONG = 5, 100


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its title, its page, and what tells it from others.

    ``kind`` and ``pk`` name it for "recently viewed"; ``lines`` are facts in the order of their use, of which
    those without words are left out; ``telephone`` is for ringing it at once.
    """

    title: str
    url: str
    kind: str
    pk: int
    lines: tuple[str, ...] = ()
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """The first hits of a source and how many there are.

    ``weight``: how many of the typed words they hold. ``shown``: the words that the first was found by, where
    those are not what was typed. ``all_url``: the list that shows all of them; empty where none does.
    """

    count: int = 0
    hits: tuple[Hit, ...] = ()
    weight: int = 0
    shown: str = ""
    all_url: str = ""


#: ``(query, visitor, limit) -> hits``.
Find = Callable[[Query, Visitor, int], Hits]
#: ``(visitor) -> the words of the names that this reader may search``.
ReadWords = Callable[[Visitor], Words]
#: ``(ids, visitor) -> hits``: those of them that the reader may still open, in any order.
ReadByIds = Callable[[Sequence[int], Visitor], Sequence[Hit]]


def no_words(visitor: Visitor) -> Words:
    return Words({})


def none_by_ids(ids: Sequence[int], visitor: Visitor) -> Sequence[Hit]:
    return ()


@dataclass(frozen=True, slots=True)
class Source:
    """``label`` is the plural above its hits; ``by_ids`` gives hits anew for "recently viewed", ``titles``
    the same with nothing but title and address, in one query.
    """

    kind: str
    label: Any
    find: Find
    words: ReadWords = no_words
    by_ids: ReadByIds = none_by_ids
    titles: ReadByIds = none_by_ids


sources: Registry[Source] = Registry("the search")


def search_source(
    *,
    kind: str,
    label: Any,
    order: int,
    words: ReadWords = no_words,
    by_ids: ReadByIds = none_by_ids,
    titles: ReadByIds | None = None,
) -> Callable[[Find], Find]:
    """Register a function that finds things of a kind."""

    def register(find: Find) -> Find:
        sources.add(Source(kind, label, find, words, by_ids, titles or by_ids), key=kind, order=order)
        return find

    return register


@dataclass(frozen=True, slots=True)
class Section:
    """The hits of one source on the page. ``all_url`` is empty where all are shown."""

    kind: str
    label: str
    count: int
    hits: tuple[Hit, ...]
    all_url: str


@dataclass(frozen=True)
class Results:
    """What a search finds, in the order of the sources, and what was corrected, if anything was."""

    sections: list[Section] = field(default_factory=list)
    correction: Correction | None = None

    def __iter__(self) -> Iterator[Section]:
        return iter(self.sections)

    @property
    def count(self) -> int:
        return sum(section.count for section in self.sections)

    @property
    def only_hit(self) -> Hit | None:
        """The one thing that is called so; None where the words were mended, since a person should look."""
        hits = [hit for section in self.sections for hit in section.hits]
        return hits[0] if len(hits) == self.count == 1 and self.correction is None else None


def search_everything(
    text: str, visitor: Visitor, *, kind: str = "", forgiving: bool = True, all_url: Callable[[str], str]
) -> Results:
    """What a text finds, of every kind or of one. Nothing found, and ``forgiving``: with its words mended.

    ``all_url`` gives the address that shows all hits of a kind, for sources that have no list.
    """
    asked = [source for source in sources if kind in ("", source.kind)]
    limit = LONG if kind else SHORT
    found = [(source, source.find(Query(text), visitor, limit)) for source in asked]
    if any(hits.count for _source, hits in found) or not forgiving:
        return Results(_sections(found, all_url))
    words = [source.words(visitor) for source in asked]
    query = Query(text).mended(all_words(words))
    if query is None or not (is_mended(query.parts) or len(query.parts) > 1):
        return Results()
    likely = [source for source, known in zip(asked, words, strict=True) if may_be_held(query.parts, known)]
    found = [(source, source.find(query, visitor, limit)) for source in likely]
    most = max((hits.weight for _source, hits in found), default=0)
    best = [(source, hits) for source, hits in found if hits.count and hits.weight == most]
    if not best:
        return Results()
    return Results(_sections(best, all_url), Correction(text.strip(), best[0][1].shown))


def _sections(found: Sequence[tuple[Source, Hits]], all_url: Callable[[str], str]) -> list[Section]:
    return [
        Section(
            source.kind,
            str(source.label),
            hits.count,
            hits.hits,
            (hits.all_url or all_url(source.kind)) if hits.count > len(hits.hits) else "",
        )
        for source, hits in found
        if hits.count
    ]
