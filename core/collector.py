"""Python's collector of reference cycles, kept away from work
that makes many objects and soon drops them all.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Look for no cycles in this block, only after it: among a process's many lasting objects that takes up
    to a quarter of the time.

    Its memory grows by the cycles that the block makes, so it is for bounded work: one document, rows that
    hold no cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
