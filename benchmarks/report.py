"""The tables: a row a contender, its median cost, its ratio to the
limit of the same round, and whether a target is met.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from benchmarks.meter import Cost, NotMeasured, Work, in_child, measured

LIMIT = "limit"


def nothing() -> None:
    """No preparation."""


@dataclass(frozen=True)
class Contender:
    """One way to do a job.

    ``scale`` extrapolates from a slice; ``target`` is the most it may cost, in limits.
    """

    name: str
    run: Work
    prepare: Work = nothing
    alias: str = "default"
    warm: Work | None = None
    scale: float = 1.0
    target: float | None = None
    most_memory: float | None = None
    note: str = ""


@dataclass
class Job:
    """A job's results, round by round."""

    title: str
    costs: dict[str, list[Cost | None]] = field(default_factory=lambda: defaultdict(list))
    contenders: dict[str, Contender] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)

    def round(self, number: int, contenders: list[Contender]) -> None:
        """Everybody once, each time somebody else first, so that a disturbance hits nobody alone."""
        turn = number % len(contenders)
        for contender in contenders[turn:] + contenders[:turn]:
            self.take(contender)

    def take(self, contender: Contender) -> None:
        cost = None
        try:
            contender.prepare()
            cost = in_child(partial(measured, contender.run, contender.alias, contender.warm)).times(
                contender.scale
            )
        except NotMeasured as problem:
            self.problems[contender.name] = str(problem)
        self.note(contender, cost)

    def note(self, contender: Contender, cost: Cost | None) -> None:
        self.contenders[contender.name] = contender
        self.costs[contender.name].append(cost)
        print(
            f"  {self.title}: {contender.name}: {f'{cost.seconds:.3f} s' if cost else 'not measured'}",
            flush=True,
        )

    def ratio(self, name: str, to: str = LIMIT) -> float | None:
        """The median of the rounds' ratios to another contender."""
        pairs = zip(self.costs[name], self.costs[to], strict=False)
        ratios = [mine.seconds / other.seconds for mine, other in pairs if mine and other and other.seconds]
        return median(ratios) if ratios else None

    def rows(self) -> list[list[str]]:
        return [self._row(name, contender) for name, contender in self.contenders.items()]

    def _row(self, name: str, contender: Contender) -> list[str]:
        costs = [cost for cost in self.costs[name] if cost]
        if not costs:
            return [contender.name, "not measured", "", "", "", self.problems.get(name, ""), contender.note]
        ratio = self.ratio(name)
        return [
            contender.name,
            f"{median(cost.seconds for cost in costs):.3f}",
            f"{ratio:.2f} ×" if ratio else "",
            f"{100 * median(cost.database / (cost.seconds or 1) for cost in costs):.0f} %",
            f"{max(cost.memory for cost in costs):.0f}",
            _verdict(contender, ratio, max(cost.memory for cost in costs)),
            contender.note,
        ]

    def __str__(self) -> str:
        heads = ["", "CPU seconds", "to the limit", "in PostgreSQL", "peak MB", "target", ""]
        lines = [heads, ["---", "---:", "---:", "---:", "---:", "---", "---"], *self.rows()]
        table = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
        return "\n\n".join([f"### {self.title}", *self.facts, table])


def _verdict(contender: Contender, ratio: float | None, memory: float) -> str:
    said = []
    if contender.target is not None and ratio is not None:
        said.append(f"≤ {contender.target:g} ×: {'met' if ratio <= contender.target else 'not met'}")
    if contender.most_memory is not None:
        said.append(
            f"≤ {contender.most_memory:g} MB: {'met' if memory <= contender.most_memory else 'not met'}"
        )
    return ", ".join(said)
