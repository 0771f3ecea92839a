"""What two writers of a section are shown of one control, and how what a browser sends is compared (W3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from core.text import several_lines

if TYPE_CHECKING:
    from ways_of_working.rules.wording import Piece


class Differing(NamedTuple):
    """One control whose text differs: what stands, what was typed, with
    the differences marked, and what is chosen so far.
    """

    name: str
    label: str
    theirs: tuple[Piece, ...]
    mine: tuple[Piece, ...]
    is_words: bool
    typed: tuple[str, ...]
    chosen: str
    is_wrong: bool


def texts_of(value: Any) -> list[str]:
    """A value as a browser sends it: one text, or several for a list."""
    return [str(item) for item in value] if isinstance(value, (list, tuple)) else [str(value)]


def plainly(value: Any) -> str:
    """To compare what a browser sends with what is stored: line ends and the spaces around do not count."""
    return several_lines("\n".join(sorted(texts_of(value))))
