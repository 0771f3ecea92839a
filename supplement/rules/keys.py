"""Keys of periods and components: made once from the name, and the same in every later version."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

MAX_KEY = 40


def key_of(name: str, taken: Collection[str]) -> str:
    """“Each member of staff” → “each-member-of-staff”; with a number behind it where another has it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: MAX_KEY - 4].strip("-") or "part"
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key
