"""Charts drawn on the server: bar tables and lines, as SVG in the page.

No script and no inline style, so they pass the Content-Security-Policy. Every colour is a presentation
attribute, so they look the same on paper (WeasyPrint does not apply the page's CSS inside SVG); app.css puts
the authority's colour over it on the screen. Positions are percentages: a drawing stretches with its column
while its text keeps its size. The figures always stand as text too: in the bar table itself, under the lines
as a table that opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any, ClassVar, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

INK, QUIET, GRID, BRAND, LOW, PALE = "#0b0c0c", "#484949", "#cecece", "#1d70b8", "#ca3535", "#eaeff3"
STEPS = 4
MAX_LABELS, MAX_LABELS_ON_A_PHONE = 12, 5


class Chart:
    """Draws itself where a template says ``{{ chart }}``."""

    template_name: ClassVar[str]

    def get_context(self) -> dict[str, Any]:
        raise NotImplementedError

    def __html__(self) -> SafeString:
        return render_to_string(self.template_name, self.get_context())

    def __str__(self) -> str:
        return self.__html__()


@dataclass(frozen=True)
class Bar:
    """One row.

    ``text`` is what stands beside the bar ("9 of 12"); ``note`` marks a low one in a word, never by colour
    alone.
    """

    label: Any
    value: float
    text: Any = ""
    is_low: bool = False
    note: Any = ""
    url: str = ""


@dataclass
class BarTable(Chart):
    """A table whose rows hold a bar.

    ``top`` is the value of a full bar (100 for percentages); else the largest value. ``on_paper``: in a PDF
    a bar has a title, as a figure there must say what it shows.
    """

    title: Any
    label_heading: Any
    value_heading: Any
    bars: Sequence[Bar]
    top: float | None = None
    on_paper: bool = False
    template_name: ClassVar[str] = "charts/bars.html"

    def get_context(self) -> dict[str, Any]:
        top = self.top or max((bar.value for bar in self.bars), default=0) or 1
        rows = [
            (bar, share(bar.value, top), LOW if bar.is_low else BRAND, "low" if bar.is_low else "fg")
            for bar in self.bars
        ]
        return {"chart": self, "rows": rows, "pale": PALE, "has_notes": any(bar.note for bar in self.bars)}


@dataclass(frozen=True)
class Series:
    """One line; None where nothing was measured, which leaves a gap."""

    name: Any
    values: Sequence[float | None]


@dataclass(frozen=True)
class Look:
    """How one line differs from the others: by dash and marker as well as by colour."""

    number: int
    colour: str
    dash: str
    fill: str


LOOKS = (
    Look(0, BRAND, "none", BRAND),
    Look(1, QUIET, "7 5", "#ffffff"),
    Look(2, "#7f4b00", "2 4", "#7f4b00"),
)


@dataclass
class LineChart(Chart):
    """Lines over the same labels.

    ``summary`` says in a sentence what they show: it is what a screen reader hears first.

    ``name`` is the chart's name on the page (its ids begin with it); ``unit`` follows each figure ("%").
    """

    name: str
    title: Any
    label_heading: Any
    labels: Sequence[Any]
    series: Sequence[Series]
    summary: Any
    unit: str = ""
    top: float | None = None
    height: int = 240
    template_name: ClassVar[str] = "charts/lines.html"
    looks: Sequence[Look] = field(default=LOOKS, repr=False)

    def __post_init__(self) -> None:
        if len(self.series) > len(self.looks):
            raise ValueError(f"at most {len(self.looks)} lines can be told apart")

    def get_context(self) -> dict[str, Any]:
        top = self.top or rounded_up(
            max((value for line in self.series for value in line.values if value is not None), default=1)
        )
        last = len(self.labels) - 1
        across = [share(position, last or 1) for position in range(len(self.labels))]
        return {
            "chart": self,
            "grid": [
                (100 - share(step, STEPS), f"{figure(top * step / STEPS)}{self.unit}")
                for step in range(STEPS + 1)
            ],
            "ticks": self._ticks(across),
            "lines": [
                self._line(look, line, across, top)
                for look, line in zip(self.looks, self.series, strict=False)
            ],
            "table": [
                (label, [self._figure(line.values[n]) for line in self.series])
                for n, label in enumerate(self.labels)
            ],
            "quiet": QUIET,
            "grid_colour": GRID,
            "font": "'Source Sans 3', Arial, 'Liberation Sans', sans-serif",
        }

    def _ticks(self, across: Sequence[float]) -> list[tuple[float, Any, str, bool]]:
        """Where labels stand: the last always, of many every second or third back from it.

        True for one that a phone leaves out.
        """
        last = len(self.labels) - 1
        shown = list(range(last, -1, -max(1, ceil(len(self.labels) / MAX_LABELS))))
        kept = set(shown[:: max(1, ceil(len(shown) / MAX_LABELS_ON_A_PHONE))])
        return [(across[n], self.labels[n], anchor(n, last), n not in kept) for n in reversed(shown)]

    def _figure(self, value: float | None) -> str:
        return "–" if value is None else f"{figure(value)}{self.unit}"

    def _line(self, look: Look, series: Series, across: Sequence[float], top: float) -> dict[str, Any]:
        points = [
            None if value is None else (x, 100 - share(value, top))
            for x, value in zip(across, series.values, strict=True)
        ]
        measured = [value for value in series.values if value is not None]
        return {
            "look": look,
            "name": series.name,
            "latest": self._figure(measured[-1] if measured else None),
            "dots": [point for point in points if point],
            "pieces": [(*start, *end) for start, end in pairwise(points) if start and end],
        }


def share(value: float, top: float) -> float:
    """Percentage of the whole, kept inside the drawing."""
    return round(max(0.0, min(100.0, 100 * value / top)), 2)


def figure(value: float) -> str:
    """1,234 or 12.5: at most one decimal place."""
    rounded = round(value, 1)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.1f}"


def anchor(position: int, last: int) -> str:
    if position == 0:
        return "start"
    return "end" if position == last else "middle"


def rounded_up(value: float) -> float:
    """The next number that a scale of four steps reads well to: 1, 2, 4, 6, 8 times a power of ten."""
    if value <= 0:
        return 1
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= value)


# --- maps: always beside the table that says the same. An area is told by its number there, by its name where
# figure; the colour only repeats the figure -----------------------------------------------------------------

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
    """``summary`` says in a sentence what the map shows; ``key``
    are the words of the shades, palest first.
    """

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
    """The rings as one path, point after point by its distance from
    the last: half the size of absolute places.
    """
    pieces = []
    for ring in rings:
        steps = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(ring))
        pieces.append(f"M{ring[0][0]} {ring[0][1]}l{steps}z")
    return "".join(pieces)


def shade_of(value: float, steps: Sequence[float]) -> int:
    """Which shade a value has: how many of the four rising steps it has reached."""
    return sum(value >= step for step in steps)
