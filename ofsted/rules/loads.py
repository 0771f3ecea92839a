"""When a load asks twice (O7): a wrong file would unlist half the register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FEW: Final = 10
PERCENT: Final = 10


def asks_before_unlisting(counts: Mapping[str, int]) -> bool:
    """Whether so many settings would no longer be listed that a person must say they have checked them.

    More than ten, and more than a tenth of those that were listed before.
    """
    vanished = counts.get("vanished", 0)
    listed_before = vanished + counts.get("changed", 0) + counts.get("unchanged", 0)
    return vanished > FEW and vanished * 100 > PERCENT * listed_before
