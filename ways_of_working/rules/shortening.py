"""Texts cut to the room that they have on paper (W4), whatever they are made of."""

from __future__ import annotations

from itertools import accumulate

#: How wide a letter is at most, in narrow letters. What is not in the list: a capital, another letter, a
#: picture.
_NARROW = frozenset("abcdefghijklnopqrstuvxyz0123456789 .,;:!?'()-/\"’‘“”–")
_CAPITAL, _LETTER, _PICTURE = 2.0, 2.2, 3.2
ELLIPSIS = "…"


def width(text: str) -> float:
    """About how many narrow letters a text takes up; rather too many than too few."""
    return sum(_width(letter) for letter in text)


def cut(text: str, most: float) -> str:
    """The text on one line of thought: its white space made single, and cut
    at a word with "…" where it is wider than ``most``.
    """
    plain = " ".join(text.split())
    if width(plain) <= most:
        return plain
    wide = list(accumulate(_width(letter) for letter in plain))
    kept = plain[: next(at for at, so_far in enumerate(wide) if so_far > most - _width(ELLIPSIS))]
    at_word = kept.rpartition(" ")[0]
    return (at_word if len(at_word) > len(kept) // 2 else kept).rstrip(" ,;:.") + ELLIPSIS


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 1.1
    if letter.isascii():
        return _CAPITAL
    return _LETTER if letter.isalpha() else _PICTURE
