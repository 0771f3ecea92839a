"""W4: how a batch of documents is cut into parts that workers make side by side, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

#: A task makes at most ten documents, so that other work comes in between; small batches are cut finer, so
#: that progress is seen.
MAX_VERSIONS_IN_A_PART, MIN_PARTS = 10, 8
#: So many parts are under way or waiting at a time: enough for every worker, too few to keep emails waiting
#: behind them.
LANES = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch knows of itself: the versions, how many make a part, the
    next part to hand out, parts that ended, what failed.
    """

    versions: tuple[int, ...]
    size: int
    next: int
    ended: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()

    @property
    def parts(self) -> int:
        return -(-len(self.versions) // self.size)

    @property
    def done(self) -> int:
        """Versions in parts that have ended."""
        return sum(len(self.part(number)) for number in self.ended)

    @property
    def is_complete(self) -> bool:
        return len(self.ended) == self.parts

    def part(self, number: int) -> tuple[int, ...]:
        """The versions of a part; none beyond the last."""
        return self.versions[number * self.size : (number + 1) * self.size]

    def with_ended(self, number: int, failed: Sequence[int]) -> Batch:
        """A part has ended; told twice it counts once."""
        more = tuple(one for one in failed if one not in self.failed)
        return replace(self, ended=tuple(sorted({*self.ended, number})), failed=self.failed + more)

    def handed_out(self) -> Batch:
        """The next part is under way."""
        return replace(self, next=self.next + 1)


def new_batch(versions: Sequence[int]) -> Batch:
    """Cut into parts; the first of them are handed out at once."""
    size = max(1, min(MAX_VERSIONS_IN_A_PART, len(versions) // MIN_PARTS))
    parts = -(-len(versions) // size)
    return Batch(tuple(versions), size, next=min(LANES, parts))


def batch_as_json(batch: Batch) -> dict[str, Any]:
    """As JSON."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(batch).items()}


def batch_from(raw: Mapping[str, Any]) -> Batch:
    """As it was kept."""
    return Batch(tuple(raw["versions"]), raw["size"], raw["next"], tuple(raw["ended"]), tuple(raw["failed"]))
