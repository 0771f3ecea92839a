"""Made-up outlines of the invented districts, as the GeoJSON file that an officer would upload."""

from __future__ import annotations

import json
import random
from itertools import pairwise

from portal.demonstration.places import Shire

ATTRIBUTION = "Made-up outlines of a made-up county, for the demonstration."
Point = tuple[float, float]

#: Corners of five districts, in parts of the county's width and height; neighbours share corners and so their
#: borders.
CORNERS: dict[str, Point] = {
    "a": (0.04, 0.92), "b": (0.46, 1.0), "c": (0.97, 0.86), "d": (0.0, 0.44), "e": (0.34, 0.52), "f": (0.58, 0.58),
    "g": (1.0, 0.42), "h": (0.12, 0.06), "i": (0.42, 0.0), "j": (0.7, 0.09), "k": (0.93, 0.12), "l": (0.5, 0.3),
}  # fmt: skip
DISTRICTS = ("a b f l e d", "b c g f", "d e l i h", "l f g j i", "g k j")
WEST, SOUTH, WIDE, HIGH = 0.2, 51.0, 1.3, 0.75
TIMES_HALVED = 5


def outlines_file(shire: Shire) -> bytes:
    """The districts of a shire (``<town> district``, in the order of
    its towns) as GeoJSON, the same every time.
    """
    borders = _Borders(random.Random(shire.seed + 2))  # noqa: S311  invented data
    features = []
    for town, corners in zip(shire.towns, DISTRICTS, strict=True):
        names = corners.split()
        ring = [
            point
            for start, end in zip(names, [*names[1:], names[0]], strict=True)
            for point in borders.between(start, end)[:-1]
        ]
        placed = [[round(WEST + x * WIDE, 5), round(SOUTH + y * HIGH, 5)] for x, y in ring]
        geometry = {"type": "Polygon", "coordinates": [[*placed, placed[0]]]}
        features.append({"type": "Feature", "properties": {"name": f"{town} district"}, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


class _Borders:
    """Wavy lines from corner to corner, drawn once for both neighbours."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.drawn: dict[tuple[str, str], list[Point]] = {}

    def between(self, start: str, end: str) -> list[Point]:
        if start > end:
            return self.between(end, start)[::-1]
        if (start, end) not in self.drawn:
            self.drawn[start, end] = self._wavy([CORNERS[start], CORNERS[end]], 0.12)
        return self.drawn[start, end]

    def _wavy(self, line: list[Point], stray: float) -> list[Point]:
        for _ in range(TIMES_HALVED):
            made = [line[0]]
            for one, other in pairwise(line):
                shift = self.chance.uniform(-stray, stray)
                across, up = other[0] - one[0], other[1] - one[1]
                made += [
                    ((one[0] + other[0]) / 2 - up * shift, (one[1] + other[1]) / 2 + across * shift),
                    other,
                ]
            line = made
        return line
