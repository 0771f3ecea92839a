"""Two texts, word by word: what stands in both, what went, what came.

Python's own matcher takes minutes for two texts of a few thousand words, so texts are aligned at what occurs
once in both ("patience"): lines first, then sentences within what changed, then words. Only a short rest goes
to the slow matcher; a long one that has nothing to hold on to is shown as replaced whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

#: Each splits a text into parts that rebuild it: lines, sentences, words and the spaces between them.
_LEVELS = (re.compile(r"[^\n]*\n|[^\n]+"), re.compile(r".*?[.!?;:]\s+|.+", re.DOTALL), re.compile(r"\s+|\S+"))
_CLOSE = 10_000
_DEEPEST = 12

Block = tuple[list[str], list[str]]


class PieceKind(StrEnum):
    """Whether a piece of text stands in both versions, in the old one only, or in the new one only."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A run of text of one kind. What was removed stands before what came in its place."""

    kind: PieceKind
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Word by word.

    The pieces that are not added rebuild the old text exactly, and those not removed the new.
    """
    return tuple(_joined(list(_runs(old, new, 0))))


def old_side(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The left side when both stand side by side."""
    return tuple(piece for piece in pieces if piece.kind is not PieceKind.ADDED)


def new_side(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The right side."""
    return tuple(piece for piece in pieces if piece.kind is not PieceKind.REMOVED)


def _runs(old: str, new: str, level: int) -> Iterator[tuple[str, str, str]]:
    """Runs of (same, removed, added), ever finer."""
    finest = level == len(_LEVELS) - 1
    for left, right in _aligned(_LEVELS[level].findall(old), _LEVELS[level].findall(new), 0, finest):
        before, after = "".join(left), "".join(right)
        if before == after:
            yield before, "", ""
        elif finest or not before or not after:
            yield "", before, after
        else:
            yield from _runs(before, after, level + 1)


def _aligned(old: list[str], new: list[str], depth: int, finest: bool) -> Iterator[Block]:
    """Blocks of both in their order; the two sides of a block are equal or have nothing to hold on to."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    yield from _block(old[:head], new[:head])
    yield from _between(old[head : len(old) - tail], new[head : len(new) - tail], depth, finest)
    yield from _block(old[len(old) - tail :], new[len(new) - tail :])


def _between(old: list[str], new: list[str], depth: int, finest: bool) -> Iterator[Block]:
    anchors = _anchors(old, new) if old and new and depth < _DEEPEST else []
    if not anchors:
        yield from _closely(old, new) if finest and len(old) * len(new) <= _CLOSE else _block(old, new)
        return
    left = right = 0
    for here, there in anchors:
        yield from _aligned(old[left:here], new[right:there], depth + 1, finest)
        yield [old[here]], [new[there]]
        left, right = here + 1, there + 1
    yield from _aligned(old[left:], new[right:], depth + 1, finest)


def _closely(old: list[str], new: list[str]) -> Iterator[Block]:
    for _tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[a:b], new[c:d]


def _block(old: list[str], new: list[str]) -> Iterator[Block]:
    if old or new:
        yield old, new


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """The places of parts that occur once in each, as many as stand in the
    same order in both (the longest rising sequence).
    """
    once_old, once_new = Counter(old), Counter(new)
    place = {part: there for there, part in enumerate(new) if once_new[part] == 1 and once_old[part] == 1}
    pairs = [(here, place[part]) for here, part in enumerate(old) if part in place]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_here, there) in enumerate(pairs):
        at = bisect_left(ends, there)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [there], [number]
    chosen: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _joined(runs: list[tuple[str, str, str]]) -> Iterator[Piece]:
    """Neighbours of a kind as one piece.

    A space between two changes belongs to both, so that phrases stay whole.
    """
    same, removed, added = "", "", ""
    for position, (text, left, right) in enumerate(runs):
        between = (
            text.isspace() and (removed or added) and position + 1 < len(runs) and not runs[position + 1][0]
        )
        if text and not between:
            yield from _pieces("", removed, added)
            same, removed, added = same + text, "", ""
        else:
            yield from _pieces(same, "", "")
            same, removed, added = "", removed + text + left, added + text + right
    yield from _pieces(same, removed, added)


def _pieces(same: str, removed: str, added: str) -> Iterator[Piece]:
    if same:
        yield Piece(PieceKind.SAME, same)
    if removed:
        yield Piece(PieceKind.REMOVED, removed)
    if added:
        yield Piece(PieceKind.ADDED, added)
