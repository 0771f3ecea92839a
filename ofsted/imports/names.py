"""Names of authorities: the national file has no codes and spells eight of them in its own way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

NOT_RECORDED: Final = "Not Recorded"
LONGEST_NAME: Final = 100

# As the national file says it, and as the Department for Education does.
DEPARTMENT_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Bournemouth, Christchurch & Poole": "Bournemouth, Christchurch and Poole",
        "Bristol": "Bristol, City of",
        "Durham": "County Durham",
        "Herefordshire": "Herefordshire, County of",
        "Kingston upon Hull": "Kingston upon Hull, City of",
        "Southend on Sea": "Southend-on-Sea",
        "St Helens": "St. Helens",
        "Isles of Scilly": "Isles Of Scilly",
    }
)

_NOT_WORD: Final = re.compile(r"[\W_]+")


def _folded(name: str) -> str:
    return _NOT_WORD.sub(" ", name.casefold().replace("&", " and ")).strip()


_DEPARTMENT_NAME_OF: Final = {_folded(ofsted): department for ofsted, department in DEPARTMENT_NAMES.items()}


@lru_cache(maxsize=1024)
def authority_key(name: str) -> str:
    """What two spellings of one authority have in common: compare authorities by this only."""
    folded = _folded(name)
    return _folded(_DEPARTMENT_NAME_OF.get(folded, folded))


@lru_cache(maxsize=1024)
def department_name(name: str) -> str:
    """The Department's spelling of a name in the national file; other names only lose their extra spaces."""
    return _DEPARTMENT_NAME_OF.get(_folded(name)) or " ".join(name.split())[:LONGEST_NAME] or NOT_RECORDED
