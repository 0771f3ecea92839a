"""Searches that forgive spelling (N5): every search box asks here, of rows that its reader may see.

A search is what it always was: each typed word stands somewhere in a normalised column. Only when that finds
nothing are the words mended (``core.matching``) and looked for again, and what was corrected is told. The
words that a correction is made of are those of names that the same reader may search, so that it betrays
nothing: ``Search.words`` reads them from the rows of that audience.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window

from core.matching import MAX_WORDS, Part, Words, is_mended, least_held, mend, most_like, words_shown
from core.ordering import in_order
from core.scoping import current_authority_id

#: The words of an authority's names may be as old as this; a correction then misses what is newer.
WORDS_SECONDS = 600
#: So many rows at most are put in the order of their likeness to what was typed.
MAX_LIKENED = 300
Rows = QuerySet[Any]


def as_it_is(rows: Rows) -> Rows:
    return rows


def no_number(text: str) -> Q | None:
    return None


@dataclass(frozen=True)
class Search:
    """How rows of a kind are searched.

    ``column``: where the words stand, a normalised text that begins with the name; a field, or an annotation
    that ``prepare`` makes. ``name``: the field of the name as people write it. ``words``: those of names that
    this reader may search. ``holds``: the rows that hold a word, where that is not the column alone.
    ``exactly``: the rows that the whole text is a number of. ``order``: what decides between rows that match
    equally well, as terms of order_by.
    """

    column: str
    name: str
    words: Callable[[], Words]
    holds: Callable[[str], Q] | None = None
    normalise: Callable[[str], str] = in_order
    exactly: Callable[[str], Q | None] = no_number
    prepare: Callable[[Rows], Rows] = as_it_is
    order: tuple[str, ...] = ()

    def typed_words(self, text: str) -> list[str]:
        return self.normalise(text).split()[:MAX_WORDS]

    def of_word(self, word: str) -> Q:
        return self.holds(word) if self.holds else Q(**{f"{self.column}__contains": word})

    def of_part(self, part: Part) -> Q:
        condition = Q()
        for choice in part.choices:
            words = Q()
            for word in choice:
                words &= self.of_word(word)
            condition |= words
        return condition

    def as_typed(self, rows: Rows, text: str) -> Rows:
        """The rows that hold every word, or that have the text as a number."""
        words = self.typed_words(text)
        condition = Q()
        for word in words:
            condition &= self.of_word(word)
        number = self.exactly(text) if words else None
        return self.prepare(rows).filter(condition if number is None else condition | number)


def is_address(text: str) -> bool:
    """Whether an email address was typed: its words are no names, and nobody else's address is like it."""
    return "@" in text


@dataclass(frozen=True, slots=True)
class Correction:
    """Nothing is called ``typed``; ``shown`` is what was looked for instead."""

    typed: str
    shown: str


@dataclass(frozen=True)
class Matches:
    """The rows that a search leaves, and what was corrected, if anything was."""

    rows: Rows
    correction: Correction | None = None


def search_in(
    column: str, name: str, *, normalise: Callable[[str], str] = in_order
) -> Callable[[Rows], Search]:
    """How a list is searched by a normalised column. The words of a correction are its own rows'.

    ``name`` is the field that the column is made of.
    """
    return lambda rows: Search(
        column, name, words=lambda: words_in(rows, name, normalise=normalise), normalise=normalise
    )


def matching(rows: Rows, text: str, search: Search) -> Matches:
    """The rows that hold every word of a text; where there is none, those that hold it with its words mended.

    One query more than the search itself, two more where words are mended and what it takes to read words.
    """
    words = search.typed_words(text)
    if not words:
        return Matches(rows)
    direct = search.as_typed(rows, text)
    if direct.exists():
        return Matches(direct)
    parts = () if is_address(text) else mend(words, search.words())
    if not is_mended(parts):
        return Matches(direct)
    heaviest, weight = _heaviest(rows, parts, search)
    if not weight:
        return Matches(direct)
    names = [search.normalise(name) for _pk, name in heaviest]
    first = names[most_like(names, parts, " ".join(words))[0]]
    mended = _weighed(rows, parts, search).filter(search_weight=weight)
    return Matches(mended, Correction(text.strip(), words_shown(parts, first)))


def _weighed(rows: Rows, parts: Sequence[Part], search: Search) -> Rows:
    """The rows that hold every number and a telling word; ``search_weight``: how many typed words."""
    weight: Any = Value(0)
    numbers, tells = Q(), Q()
    for part in parts:
        condition = search.of_part(part)
        weight = weight + Case(When(condition, then=part.weight), default=0, output_field=IntegerField())
        if part.is_number:
            numbers &= condition
        if part.tells:
            tells |= condition
    if not tells:
        return search.prepare(rows).alias(search_weight=weight).none()
    return search.prepare(rows).filter(numbers, tells).alias(search_weight=weight)


def _heaviest(rows: Rows, parts: Sequence[Part], search: Search) -> tuple[list[tuple[int, str]], int]:
    """Id and name of the rows that hold the most of the typed words, and how many those are; none where it is
    less than half.
    """
    weighed = _weighed(rows, parts, search).annotate(weight_found=F("search_weight"))
    read = weighed.order_by("-weight_found", *search.order, "pk").values_list(
        "pk", search.name, "weight_found"
    )
    found = list(read[:MAX_LIKENED])
    most = found[0][2] if found else 0
    if most < least_held(parts):
        return [], 0
    return [(pk, name) for pk, name, weight in found if weight == most], most


@dataclass(frozen=True)
class Query:
    """What was typed into the search of everything; ``parts`` where its words are mended."""

    text: str
    parts: tuple[Part, ...] = ()

    def mended(self, words: Words) -> Query | None:
        """The query with its words mended; None where there is nothing to mend."""
        typed = in_order(self.text).split()[:MAX_WORDS]
        return Query(self.text, mend(typed, words)) if typed and not is_address(self.text) else None


@dataclass(frozen=True)
class Best:
    """The first rows of a search, best first, how many there are, and how many typed words they hold."""

    rows: list[Any] = field(default_factory=list)
    count: int = 0
    weight: int = 0
    shown: str = ""


def best(rows: Rows, query: Query, search: Search, *, limit: int) -> Best:
    """The first hits of a query: a number, the whole name, its beginning, the beginning of a word, inside.

    Mended words: the names most like what was typed.
    """
    if query.parts:
        return _most_like(rows, query, search, limit)
    words = search.typed_words(query.text)
    if not words:
        return Best()
    hits = search.as_typed(rows, query.text).annotate(search_total=Window(Count("*")))
    ordered = hits.alias(search_place=_place(query.text, words, search)).order_by(
        "search_place", *search.order, search.column, "pk"
    )
    found = list(ordered.values_list("pk", "search_total")[:limit])
    return Best(_in_order(rows, [pk for pk, _total in found]), found[0][1] if found else 0, len(words))


def _in_order(rows: Rows, ids: Sequence[int]) -> list[Any]:
    by_id = {row.pk: row for row in rows.filter(pk__in=ids)} if ids else {}
    return [by_id[pk] for pk in ids if pk in by_id]


def _most_like(rows: Rows, query: Query, search: Search, limit: int) -> Best:
    heaviest, weight = _heaviest(rows, query.parts, search)
    if not weight:
        return Best()
    names = [search.normalise(name) for _pk, name in heaviest]
    places = most_like(names, query.parts, search.normalise(query.text))[:limit]
    first = _in_order(rows, [heaviest[place][0] for place in places])
    count = len(heaviest)
    if count == MAX_LIKENED:
        count = _weighed(rows, query.parts, search).filter(search_weight=weight).order_by().count()
    return Best(first, count, weight, words_shown(query.parts, names[places[0]]))


def _place(text: str, words: Sequence[str], search: Search) -> Case:
    """Where a match stands. The whole name is compared only where a name begins with what was typed."""
    typed = " ".join(words)
    whole = When(**{f"{search.name}__in_order": in_order(text)}, then=Value(1))
    places = [
        When(
            **{f"{search.column}__startswith": typed},
            then=Case(whole, default=Value(2), output_field=IntegerField()),
        ),
        When(**{f"{search.column}__contains": f" {typed}"}, then=Value(3)),
    ]
    number = search.exactly(text)
    if number is not None:
        places.insert(0, When(number, then=Value(0)))
    return Case(*places, default=Value(4), output_field=IntegerField())


def words_in(rows: Rows, *fields: str, normalise: Callable[[str], str] = in_order) -> Words:
    """The words of the names of some rows, read now."""
    read = rows.order_by().values_list(*fields).iterator(chunk_size=5000)
    return Words.of(normalise(" ".join(part for part in row if part)) for row in read)


def kept_words(audience: str, read: Callable[[], Words]) -> Words:
    """The words that an audience of the authority in scope may search, read at most every ten minutes.

    Without the cache they are read each time.
    """
    key = f"search-words:{current_authority_id()}:{audience}"
    kept = cache.get(key)
    if isinstance(kept, dict):
        return Words(kept)
    words = read()
    cache.set(key, words.counts, WORDS_SECONDS)
    return words


def all_words(words: Iterable[Words]) -> Words:
    """The words of several kinds of names together."""
    counts: dict[str, int] = {}
    for each in words:
        for word, number in each.counts.items():
            counts[word] = counts.get(word, 0) + number
    return Words(counts)
