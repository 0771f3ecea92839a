"""Spelling in searches (N5): the words that somebody typed, mended against the words that occur in names.

Pure: whoever searches brings the words, all of them normalised alike (small letters, no accents, no marks).
Mending changes the words of the query and never a name, so a corrected search is the same search with other
words. Words with a digit are numbers or postcodes: they are never mended and never left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

#: Words of a query beyond these are not looked at.
MAX_WORDS: Final = 12
MAX_NEIGHBOURS: Final = 6
MIN_PART: Final = 2
#: Of two words run together, one spelt wrongly, the other has at least so many letters.
MIN_KNOWN_HALF: Final = 3
#: A word shorter than this says too little for a name to be shown for it alone.
MIN_TELLING: Final = 3

Choice = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One or two typed words, and what they may stand for.

    A name holds the part when it holds every word of one of its ``choices``, which are in the order of their
    nearness.
    """

    typed: tuple[str, ...]
    choices: tuple[Choice, ...]

    @property
    def is_mended(self) -> bool:
        return self.choices != (self.typed,)

    @property
    def is_number(self) -> bool:
        return any(has_digit(word) for word in self.typed)

    @property
    def tells(self) -> bool:
        """Whether a name that holds this part alone is worth showing."""
        return any(len(word) >= MIN_TELLING for word in self.typed) and not self.is_number

    @property
    def weight(self) -> int:
        return len(self.typed)

    def choice_in(self, name: str) -> Choice | None:
        """The nearest choice that a name holds."""
        return next((choice for choice in self.choices if all(word in name for word in choice)), None)


class Words:
    """The words that occur in some names, each with its number of names."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = dict(counts)

    @classmethod
    def of(cls, names: Iterable[str]) -> Words:
        """The words of normalised names; those with a digit are left out, since nothing is mended to them."""
        counts = Counter(word for name in names for word in set(name.split()))
        return cls({word: number for word, number in counts.items() if not has_digit(word)})

    @cached_property
    def _list(self) -> list[str]:
        return list(self.counts)

    @cached_property
    def _text(self) -> str:
        return " ".join(self.counts)

    def occurs(self, word: str) -> bool:
        """Whether a name holds it, as a word or inside one."""
        return word in self._text

    def neighbours(self, word: str) -> list[str]:
        """At most six words near to one, the nearest and then the most frequent first."""
        limit = edits_allowed(word)
        if not limit:
            return []
        near = process.extract(word, self._list, scorer=OSA.distance, score_cutoff=limit, limit=None)
        near.sort(key=lambda each: (each[1], -self.counts[each[0]], each[0]))
        return [other for other, _distance, _place in near[:MAX_NEIGHBOURS]]

    def parted(self, word: str, *, nearly: bool) -> Choice | None:
        """Words that occur, run together in one, at most three; of several partings the one of fewest words.

        Where there is none, and ``nearly`` will do, one of two words may be spelt wrongly.
        """
        if has_digit(word) or len(word) < 2 * MIN_PART:
            return None
        return self._exactly_parted(word) or (self._nearly_parted(word) if nearly else None)

    def _exactly_parted(self, word: str) -> Choice | None:
        pairs = list(_pairs(word))
        known = [pair for pair in pairs if pair[0] in self.counts and pair[1] in self.counts]
        if known:
            return max(known, key=lambda pair: min(self.counts[half] for half in pair))
        threes = [
            (first, *pair)
            for first, rest in pairs
            if first in self.counts
            for pair in _pairs(rest)
            if pair[0] in self.counts and pair[1] in self.counts
        ]
        return max(threes, key=lambda parts: min(map(len, parts)), default=None)

    def _nearly_parted(self, word: str) -> Choice | None:
        """The known half is as long as can be: short words stand at the beginning of many."""
        halves = sorted(_pairs(word), key=lambda pair: -max(len(half) for half in pair))
        for first, second in halves:
            if len(first) >= MIN_KNOWN_HALF and first in self.counts and (near := self.neighbours(second)):
                return first, near[0]
            if len(second) >= MIN_KNOWN_HALF and second in self.counts and (near := self.neighbours(first)):
                return near[0], second
        return None


def _pairs(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:place], word[place:]) for place in range(MIN_PART, len(word) - MIN_PART + 1))


def has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def edits_allowed(word: str) -> int:
    """How many letters may be wrong, missing, too many or swapped: none in short words and numbers."""
    if has_digit(word) or len(word) < 4:
        return 0
    return 1 if len(word) < 6 else 2


def as_typed(words: Sequence[str]) -> tuple[Part, ...]:
    """A query that is not mended."""
    return tuple(Part((word,), ((word,),)) for word in words)


def mend(words: Sequence[str], known: Words) -> tuple[Part, ...]:
    """The words with what each may stand for. A word that occurs in a name stands for itself alone."""
    parts: list[Part] = []
    place = 0
    while place < len(words):
        word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
        joined = _joined(word, following, known) if following else ()
        if joined:
            parts.append(Part((word, following), joined))
            place += 2
            continue
        parts.append(Part((word,), _choices(word, known)))
        place += 1
    return tuple(parts)


def _choices(word: str, known: Words) -> tuple[Choice, ...]:
    if known.occurs(word) or has_digit(word):
        return ((word,),)
    neighbours: list[Choice] = [(neighbour,) for neighbour in known.neighbours(word)]
    parted = known.parted(word, nearly=not neighbours)
    return tuple([*neighbours, parted] if parted else neighbours) or ((word,),)


def _joined(word: str, following: str, known: Words) -> tuple[Choice, ...]:
    """What two words make together, where one of them says nothing by itself; nearly, where neither does."""
    if has_digit(word) or has_digit(following):
        return ()
    silent = [_says_nothing(each, known) for each in (word, following)]
    if any(silent) and word + following in known.counts:
        return ((word + following,),)
    return tuple((neighbour,) for neighbour in known.neighbours(word + following)) if all(silent) else ()


def _says_nothing(word: str, known: Words) -> bool:
    return not known.occurs(word) and not known.neighbours(word)


def is_mended(parts: Iterable[Part]) -> bool:
    return any(part.is_mended for part in parts)


def may_be_held(parts: Iterable[Part], known: Words) -> bool:
    """Whether some name of which these are the words may hold a part."""
    return any(all(known.occurs(word) for word in choice) for part in parts for choice in part.choices)


def weight_held(parts: Iterable[Part], name: str) -> int:
    """How many of the typed words a name holds, as they are mended; 0 where a number is missing."""
    weight = 0
    for part in parts:
        if part.choice_in(name) is not None:
            weight += part.weight
        elif part.is_number:
            return 0
    return weight


def least_held(parts: Iterable[Part]) -> int:
    """How many of the typed words a name holds at least: half of those that say something by themselves. With
    less it is another name, which shares a word with what was typed.
    """
    said = sum(part.weight for part in parts if part.tells or part.is_number)
    return max(1, (said + 1) // 2)


def words_shown(parts: Iterable[Part], name: str) -> str:
    """The words that a name was found by, as a person would write them."""
    choices = (part.choice_in(name) for part in parts)
    return " ".join(word.capitalize() for choice in choices if choice for word in choice)


def likeness(name: str, typed: str) -> float:
    """How like a whole name is to what was typed, 0 to 100, whatever the order of its words.

    A name that goes on after what was typed is a little less like it than the same name alone.
    """
    return (
        max(fuzz.ratio(name, typed), fuzz.token_sort_ratio(name, typed))
        + fuzz.partial_ratio(name, typed) / 10
    )


def most_like(names: Sequence[str], parts: Sequence[Part], typed: str) -> list[int]:
    """The places of names in their order for a reader: those that hold the most words, then the most like."""
    ranks = [(-weight_held(parts, name), -likeness(name, typed), name) for name in names]
    return sorted(range(len(names)), key=ranks.__getitem__)
