"""Closed lines on a map: projected to the map's box, simplified so that neighbours keep their common border.

Pure geometry.

A ring is a list of points; the last is joined to the first again and is not repeated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, inf, radians
from typing import Final

Point = tuple[float, float]
Ring = list[Point]
Spot = tuple[int, int]
Loop = list[Spot]

BOX: Final = 1000
MAX_POINTS: Final = 2_400  # of the whole map: about 24 KB of SVG
MAX_POINTS_SIMPLIFIED: Final = (
    40_000  # what the simplification is given; beyond it the points are laid on a coarser grid
)
GRIDS: Final = (0.2, 0.5, 1.0, 2.0, 4.0)  # in units of the box
FIRST_TOLERANCE: Final = 0.8
LONGEST_PIECE: Final = 400
MAX_POINTS_WEIGHED: Final = 200_000  # what even the coarsest grid may leave
MAX_STEPS: Final = 15_000_000  # distances that are looked at: about 8 seconds
MIN_AREA: Final = 2.0  # islets and slivers smaller than this are left out, in square units of the box


def is_degrees(points: Iterable[Point]) -> bool:
    """Whether the points are longitude and latitude (WGS84)."""
    return all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points)


def is_national_grid(points: Iterable[Point]) -> bool:
    """Whether the points are eastings and northings of the British National Grid, in metres."""
    return all(0 <= x <= 700_000 and 0 <= y <= 1_300_000 for x, y in points)


def to_box(shapes: Sequence[Sequence[Ring]], *, degrees: bool) -> list[list[Ring]]:
    """The same shapes in the map's box: 0 to 1000 from the top left, y pointing down, not stretched."""
    points = [point for rings in shapes for ring in rings for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    narrower = cos(radians((low + high) / 2)) if degrees else 1.0
    size = max((right - left) * narrower, high - low) or 1.0
    scale = BOX / size
    return [
        [[((x - left) * narrower * scale, (high - y) * scale) for x, y in ring] for ring in rings]
        for rings in shapes
    ]


class TooDetailed(ValueError):
    """Lines that cannot be simplified within ``MAX_STEPS``, or are of too many points."""


def simplified(shapes: Sequence[Sequence[Ring]], *, most: int = MAX_POINTS) -> list[list[Loop]]:
    """Shapes of the box with at most about ``most`` points in all, as whole numbers (Douglas-Peucker).

    A border that two shapes share is simplified once, so no gap opens between them. Every shape keeps at
    least one ring. Raises TooDetailed.
    """
    snapped = _on_a_grid(shapes)
    if sum(len(ring) for rings in snapped for ring in rings) > MAX_POINTS_WEIGHED:
        raise TooDetailed
    nodes = _nodes(ring for rings in snapped for ring in rings)
    steps = _Steps(MAX_STEPS)
    weighed = [[_weighed(ring, nodes, steps) for ring in rings] for rings in snapped]
    tolerance = FIRST_TOLERANCE
    while True:
        made = [[loop for ring in rings if (loop := _thinned(ring, tolerance))] for rings in weighed]
        if sum(len(loop) for loops in made for loop in loops) <= most or tolerance > BOX:
            return [loops or [_stamp(rings)] for loops, rings in zip(made, shapes, strict=True)]
        tolerance *= 1.4


class _Steps:
    """What is left of a budget of steps."""

    def __init__(self, most: int) -> None:
        self._left = most

    def take(self, number: int) -> None:
        self._left -= number
        if self._left < 0:
            raise TooDetailed


def _on_a_grid(shapes: Sequence[Sequence[Ring]]) -> list[list[Ring]]:
    """Points that say the same are one point, so that borders drawn twice are the same border."""
    made: list[list[Ring]] = []
    for grid in GRIDS:
        made = [
            [
                _without_repeats((round(x / grid) * grid, round(y / grid) * grid) for x, y in ring)
                for ring in rings
            ]
            for rings in shapes
        ]
        if sum(len(ring) for rings in made for ring in rings) <= MAX_POINTS_SIMPLIFIED:
            break
    return made


def _without_repeats(points: Iterable[Point]) -> Ring:
    kept: Ring = []
    for point in points:
        if not kept or kept[-1] != point:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _nodes(rings: Iterable[Ring]) -> set[Point]:
    """Points where borders meet: their neighbours, over all rings, are not just two."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for one, other in pairwise([*ring, *ring[:1]]):
            beside[one].add(other)
            beside[other].add(one)
    return {point for point, others in beside.items() if len(others) != 2}


def _weighed(ring: Ring, nodes: set[Point], steps: _Steps) -> list[tuple[Point, float]]:
    """Each point of a ring that any tolerance keeps, with the tolerance from which on it goes."""
    if len(ring) < 3:
        return []
    kept: list[tuple[Point, float]] = []
    for arc in _arcs(ring, nodes):
        kept += _weighed_arc(arc, steps)[:-1]
    return kept


def _thinned(ring: Sequence[tuple[Point, float]], tolerance: float) -> Loop:
    """A ring with fewer points; nothing when no area is left of it."""
    loop = [(round(x), round(y)) for (x, y), weight in ring if weight > tolerance]
    tidy = [spot for before, spot in zip([*loop[-1:], *loop], loop, strict=False) if before != spot]
    return tidy if len(tidy) >= 3 and abs(area(tidy)) >= MIN_AREA else []


def _arcs(ring: Ring, nodes: set[Point]) -> Iterator[Ring]:
    """The ring cut where borders meet; without such a place, at two
    points that are the same whoever walks it.
    """
    cuts = [place for place, point in enumerate(ring) if point in nodes]
    if len(cuts) < 2:
        start = cuts[0] if cuts else ring.index(min(ring))
        far = max(range(len(ring)), key=lambda place: (_distance(ring[start], ring[place]), ring[place]))
        cuts = sorted({start, far})
    turned = [*ring[cuts[0] :], *ring[: cuts[0]], ring[cuts[0]]]
    marks = [cut - cuts[0] for cut in cuts] + [len(ring)]
    for first, last in pairwise(marks):
        yield turned[first : last + 1]


def _weighed_arc(arc: Ring, steps: _Steps) -> list[tuple[Point, float]]:
    """An arc's points weighed from the same end whoever walks it, in pieces of a bounded length."""
    if arc[0] > arc[-1]:
        return _weighed_arc(arc[::-1], steps)[::-1]
    kept = [(arc[0], inf)]
    for first in range(0, len(arc) - 1, LONGEST_PIECE):
        piece = arc[first : first + LONGEST_PIECE + 1]
        weights = _weights(piece, FIRST_TOLERANCE, steps)
        kept += [(piece[place], weights[place]) for place in sorted(weights)][1:]
    return kept


def douglas_peucker(line: Sequence[Point], tolerance: float) -> Ring:
    """The line's ends and every point without which it would stray further than ``tolerance``."""
    return [line[place] for place in sorted(_weights(line, tolerance, _Steps(MAX_STEPS)))]


def _weights(line: Sequence[Point], tolerance: float, steps: _Steps) -> dict[int, float]:
    """The places that ``tolerance`` keeps, each with the tolerance from which on it goes.

    A greater tolerance divides the line at the same points and stops earlier: a point stays as long as its
    own distance, and that of every point at which the line was divided before, is greater.
    """
    kept = {0: inf, len(line) - 1: inf}
    spans = [(0, len(line) - 1, inf)]
    while spans:
        first, last, limit = spans.pop()
        steps.take(last - first)
        furthest, distance = first, tolerance
        for place in range(first + 1, last):
            away = _from_line(line[place], line[first], line[last])
            if away > distance:
                furthest, distance = place, away
        if furthest != first:
            kept[furthest] = weight = min(distance, limit)
            spans += [(first, furthest, weight), (furthest, last, weight)]
    return kept


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _from_line(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others (from the nearer end, where it lies beyond)."""
    along, up = end[0] - start[0], end[1] - start[1]
    length = along * along + up * up
    if length == 0:
        return _distance(point, start)
    part = max(0.0, min(1.0, ((point[0] - start[0]) * along + (point[1] - start[1]) * up) / length))
    return _distance(point, (start[0] + part * along, start[1] + part * up))


def _stamp(rings: Sequence[Ring]) -> Loop:
    """A small square where a shape was too small to be drawn: it is on the map and can be found."""
    points = [point for ring in rings for point in ring] or [(0.0, 0.0)]
    x, y = (round(sum(part) / len(points)) for part in zip(*points, strict=True))
    return [(x - 3, y - 3), (x + 3, y - 3), (x + 3, y + 3), (x - 3, y + 3)]


def area(ring: Sequence[Point] | Sequence[Spot]) -> float:
    """The area inside a ring; its sign says which way round it is walked."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, *ring[:1]])) / 2


def place_for_label(rings: Sequence[Sequence[Spot]]) -> tuple[int, int, int]:
    """Where a name fits: the middle of the widest stretch inside the
    shape, near its middle height, and how wide that is.
    """
    heights = [y for ring in rings for _, y in ring]
    if not heights:
        return 0, 0, 0
    low, high = min(heights), max(heights)
    best, place = -inf, (0, 0, 0)
    for step in range(2, 15):
        y = low + (high - low) * step / 16 + 0.001
        for left, right in _inside(rings, y):
            worth = (right - left) * (1 - abs(step - 8) / 12)
            if worth > best:
                best, place = worth, (round((left + right) / 2), round(y), round(right - left))
    return place


def _inside(rings: Sequence[Sequence[Spot]], y: float) -> Iterator[tuple[float, float]]:
    """Stretches of a level line that lie inside the rings (holes are outside)."""
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for ring in rings
        for a, b in pairwise([*ring, *ring[:1]])
        if (a[1] > y) != (b[1] > y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=False)
