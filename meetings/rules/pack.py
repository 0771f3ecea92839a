"""G2: the pack of a meeting: what papers are called in it, in the order of the agenda, and what fits inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.files import safe_name

#: So many bytes of papers fit inside the PDF; more come in the ZIP alone.
MAX_INSIDE = 60 * 1024 * 1024


class PackPaper(NamedTuple):
    """A paper: of an item (its number, or None for the whole meeting), in words, with the ending of its file."""

    number: int
    item: int | None
    title: str
    ending: str
    size: int


def in_pack(papers: Iterable[PackPaper], items: Sequence[int]) -> list[tuple[int, str]]:
    """The papers in the order of the agenda, those of the whole meeting first, each with its name in the
    pack: “02-1 Two offers.pdf” is the first paper of the second item.

    Names sort as the agenda does, are safe in any folder, and never meet. A paper whose item is not on the
    agenda comes with those of the whole meeting.
    """
    places = {item: place for place, item in enumerate(items, 1)}
    by_place: dict[int, list[PackPaper]] = {}
    for paper in papers:
        by_place.setdefault(places.get(paper.item or 0, 0), []).append(paper)
    return [
        (paper.number, safe_name(f"{place:02d}-{number} {_short(paper.title)}.{paper.ending}"))
        for place in sorted(by_place)
        for number, paper in enumerate(by_place[place], 1)
    ]


def fits_inside(papers: Iterable[PackPaper]) -> bool:
    return sum(paper.size for paper in papers) <= MAX_INSIDE


def _short(title: str) -> str:
    """A title without what a name of a file may not hold, and without a dot that would look like an ending."""
    return title.replace("/", "-").replace("\\", "-").replace(".", " ").strip()[:80] or "-"
