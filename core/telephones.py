"""What a telephone number looks like. Kept as people write it."""

from __future__ import annotations

import re
from typing import Final

#: Digits with what people write between them, a country code before, an extension after.
TELEPHONE: Final = re.compile(r"\+?(?:\(0\))?[0-9(][0-9 ()\-./]*(?: ?(?:ext\.?|x) ?[0-9]+)?", re.IGNORECASE)
MIN_DIGITS, MAX_DIGITS = 5, 18


def is_telephone(text: str) -> bool:
    """Whether somebody can ring it: 5 to 18 digits, written in any of the usual ways."""
    return bool(TELEPHONE.fullmatch(text)) and MIN_DIGITS <= sum(map(str.isdigit, text)) <= MAX_DIGITS


def to_dial(text: str) -> str:
    """The number for a ``tel:`` link: its digits, and the sign of a country code."""
    number = re.split("(?:ext|x)", text, maxsplit=1, flags=re.IGNORECASE)[0]
    digits = "".join(letter for letter in number.replace("(0)", "") if letter in "0123456789")
    return f"+{digits}" if number.lstrip().startswith("+") else digits
