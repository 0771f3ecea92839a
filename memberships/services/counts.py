"""The nightly count of what pages show ready counted (core.counts)."""

from __future__ import annotations

import logging

from core.counts import KeptCount, settle
from core.scoping import everything_in_sight

logger = logging.getLogger("eyc.counts")


def settle_counts() -> int:
    """Count everything afresh for the authority in scope.

    Returns the number of counts that were wrong, which are put right.
    """
    with everything_in_sight():
        wrong = {model._meta.label: settle(model) for model in KeptCount.__subclasses__()}
    for label, number in wrong.items():
        if number:
            logger.error("kept counts were wrong", extra={"count": label, "number": number})
    return sum(wrong.values())
