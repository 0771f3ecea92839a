"""Damage that a text shows by itself: what a spreadsheet made of it, and letters that were decoded wrongly.

Damaged text is never a value: it would replace a good one (O7).
"""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext_noop

_MONTH: Final = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
#: What a spreadsheet makes of "9-10", of a long number, and of what it cannot show.
SPREADSHEET_DAMAGE: Final = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d\d)?|{_MONTH}-\d\d|\d(?:\.\d+)?E[+-]\d+"
    r"|#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|#{3,}",
    re.IGNORECASE,
)
#: What is longer begins with a figure or a hash sign.
LONGEST_DATE: Final = len("10-Sep-10")
SPREADSHEET: Final = gettext_noop("This value looks changed by a spreadsheet.")
LETTERS: Final = gettext_noop("This text holds damaged letters.")

#: What stands for a letter that could not be read, and control characters that text never holds.
_LETTERS: Final = re.compile("[\ufffd\x80-\x9f]")
#: UTF-8 decoded as cp1252 shows the first byte of each letter as one of these, and the others as what cp1252
#: has from 80 to BF. Bytes that cp1252 lacks appear as control characters.
_REST: Final = "".join(
    byte.decode("cp1252", "ignore") or byte.decode("latin-1")
    for byte in (bytes([number]) for number in range(0x80, 0xC0))
)
_MARKS: Final = "‘’“”–—…•"  # marks that follow a capital with an accent in honest text: ZOË’S
_HONEST: Final = "".join(letter for letter in _REST if letter not in _MARKS)
_TWICE: Final = re.compile(
    f"[Â-Å][{re.escape(_REST)}]|[Æ-ß][{re.escape(_HONEST)}]|[à-ï][{re.escape(_REST)}]{{2}}|[ð-ô][{re.escape(_REST)}]{{3}}"
)


def damage_of(text: str) -> str | None:
    """The sentence that names the damage of a text, or None when it shows none."""
    if "\x00" in text:
        return LETTERS
    if text.isascii():
        return SPREADSHEET if is_changed_by_spreadsheet(text) else None
    if _LETTERS.search(text) or _TWICE.search(text):
        return LETTERS
    return None


def is_changed_by_spreadsheet(text: str) -> bool:
    """Whether the whole text is what a spreadsheet puts in a value's place."""
    text = text.strip()
    if len(text) > LONGEST_DATE and not (text[0] == "#" or text[0].isdecimal()):
        return False
    return SPREADSHEET_DAMAGE.fullmatch(text) is not None
