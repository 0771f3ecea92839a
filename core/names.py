"""What nearly equal names have in common (O7), and the keys that are made from names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

MAX_KEY = 40


def name_key(name: str) -> str:
    """One key of a name: letters and digits, without capitals and accents; "&" is "and".

    Two names with one key differ in case, spaces and marks only. A person says whether they are one. A name
    of marks alone is its own key.
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    return "".join(letter for letter in plain if letter.isalnum()) or " ".join(name.casefold().split())


def same_spelling(name: str) -> str:
    """What two spellings share that the register takes for one name: capitals and spaces between aside."""
    return " ".join(name.casefold().split())


def team_of(authority: str, team: str) -> str:
    """The team with its authority, each named once: "Larkshire early years team"."""
    if authority.casefold() in team.casefold():
        return team
    first, second = team[:1], team[1:2]
    return f"{authority} {first.lower() if not second.isupper() else first}{team[1:]}"


def key_of(name: str, taken: Collection[str]) -> str:
    """The key of a part, made once from its name: “Each member of staff” → “each-member-of-staff”; with a number
    behind it where another has it.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: MAX_KEY - 4].strip("-") or "part"
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key
