"""How slow the machine is today, as a multiple of the one on which the suite's limits were set.

A limit in seconds means an amount of work. Machines that check the same commit have been seen to differ by a factor of
two and a half, so a limit is kept at the pace of the machine that keeps it (docs/decisions/0090).
"""

from __future__ import annotations

import time
from collections import deque
from statistics import median

ROUNDS = 5
#: Seconds of processor time that one round takes on the machine of the suite's budget (docs/developing.md).
ROUND_SECONDS = 0.009


def work() -> int:
    """A fixed piece of what tests do most: numbers made into words, kept, looked up and put together."""
    kept: dict[str, list[int]] = {}
    for number in range(40_000):
        kept.setdefault(str(number % 997), []).append(number)
    return sum(len(f"{word}:{numbers[-1]}") for word, numbers in sorted(kept.items()))


def measured() -> float:
    """The median of a few rounds in processor time, so that a round that
    was interrupted does not count; never below 1.
    """
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        rounds.append(time.process_time() - begun)
    return max(1.0, median(rounds) / ROUND_SECONDS)


class Paces:
    """The last paces of a worker: a processor that others share is slow for minutes and quick in between, and a test
    is judged by the slowest that it can have met.
    """

    SECONDS_BETWEEN, KEPT = 10.0, 12

    def __init__(self) -> None:
        self.last: deque[float] = deque(maxlen=self.KEPT)
        self.measured_at = float("-inf")

    def note(self) -> None:
        """Measure once more, unless that was done a moment ago."""
        if time.perf_counter() - self.measured_at >= self.SECONDS_BETWEEN:
            self.last.append(measured())
            self.measured_at = time.perf_counter()

    def slowest(self) -> float:
        return max(*self.last, measured(), 1.0)
