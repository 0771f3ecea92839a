"""A map of areas drawn on the server as one inline SVG, always beside the table that says the same.

As core/charts.py: no script, no inline style, colours as presentation attributes. An area is told by its number, which the table
repeats, by its name where there is room, and by a figure; the colour only repeats the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, NamedTuple

from core.charts import INK, QUIET, Chart

#: From pale to strong; dark text is readable on each of them.
SHADES = ("#ffffff", "#e1edf7", "#bcd7ee", "#93bfe3", "#6ba7d8")
WIDE_LETTER = 15  # units of the box that a letter of a name takes
MARGIN = 6


class Label(NamedTuple):
    """Where the text of an area stands, and how wide the area is there."""

    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Area:
    """One area: its number in the table, closed lines in units of the box, and what is said of it."""

    number: int
    name: Any
    rings: Sequence[Sequence[Sequence[int]]]
    label: Label
    shade: int  # 0 to 4
    text: Any  # "3 collaborations": what a pointer or a screen reader is told after the name
    url: str = ""


@dataclass
class AreaMap(Chart):
    """``summary`` says in a sentence what the map shows; ``key`` are the words of the shades, palest first."""

    name: str
    title: Any
    summary: Any
    areas: Sequence[Area]
    key: Sequence[tuple[int, Any]]
    attribution: Any = ""
    template_name: ClassVar[str] = "charts/map.html"

    def get_context(self) -> dict[str, Any]:
        spots = [spot for area in self.areas for ring in area.rings for spot in ring]
        width, height = (max((spot[axis] for spot in spots), default=0) for axis in (0, 1))
        return {
            "chart": self,
            "box": f"-{MARGIN} -{MARGIN} {width + 2 * MARGIN} {height + 2 * MARGIN}",
            "shapes": [(area, path_of(area.rings), SHADES[area.shade]) for area in self.areas],
            "labels": [(area, _fitting(area)) for area in self.areas],
            "swatches": [(SHADES[shade], words) for shade, words in self.key],
            "ink": INK,
            "quiet": QUIET,
        }


def _fitting(area: Area) -> Any:
    """The name where it fits, else nothing: the number stands there in any case."""
    return area.name if len(str(area.name)) * WIDE_LETTER <= area.label.width else ""


def path_of(rings: Sequence[Sequence[Sequence[int]]]) -> str:
    """The rings as one path, point after point by its distance from the last: half the size of absolute places."""
    pieces = []
    for ring in rings:
        steps = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(ring))
        pieces.append(f"M{ring[0][0]} {ring[0][1]}l{steps}z")
    return "".join(pieces)


def shade_of(value: float, steps: Sequence[float]) -> int:
    """Which shade a value has: how many of the four rising steps it has reached."""
    return sum(value >= step for step in steps)
