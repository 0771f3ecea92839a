"""Numbers in addresses, which anybody may write there."""

from __future__ import annotations

MAX_DIGITS = 15  # beyond any id; a database column holds eighteen


def whole_number(text: str | None) -> int | None:
    """The number that a text is, or None.

    "²" and "٣" are digits to ``str.isdigit``, and no numbers to ``int`` or in an address.
    """
    if not text or len(text) > MAX_DIGITS or not (text.isascii() and text.isdecimal()):
        return None
    return int(text)
