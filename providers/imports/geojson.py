"""Outlines of districts from a GeoJSON file: read, matched with the authority's districts by name, fitted to
the map.

What a file may hold is not trusted: every number is looked at, and what cannot be used is refused in words.
Only a limited process does this (``core.limits``): nobody else imports it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, BinaryIO, Final

from providers.rules.outlines import (
    BAD_GEOMETRY,
    NO_DISTRICTS,
    NO_FEATURES,
    NO_MATCH,
    NOT_GEOJSON,
    OTHER_GRID,
    TOO_DETAILED,
    TOO_MANY,
    Outlines,
    OutlinesRefused,
    district_key,
)
from providers.rules.shapes import (
    MAX_POINTS,
    Point,
    Ring,
    TooDetailed,
    is_degrees,
    is_national_grid,
    simplified,
    to_box,
)

MAX_FEATURES: Final = 5_000
MAX_POINTS_READ: Final = 1_000_000  # points in the file
MAX_POINTS_DRAWN: Final = 4 * MAX_POINTS  # where lines cross so often that no tolerance thins them
MAX_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class Area:
    """One feature of the file."""

    names: Mapping[str, str]
    geometry: Any


def read_outlines(file: BinaryIO, *, districts: Mapping[str, int]) -> Outlines:
    """The outlines in a file. Raises OutlinesRefused as ``outlines_from`` does."""
    return outlines_from(file.read(), districts)


def outlines_from(data: bytes, districts: Mapping[str, int]) -> Outlines:
    """The outlines of these districts (name → id).

    Raises OutlinesRefused. Areas that are no district of ours are left out.
    """
    if not districts:
        raise OutlinesRefused(NO_DISTRICTS)
    areas = list(_areas(data))
    wanted = {district_key(name): pk for name, pk in districts.items()}
    matched_by = _naming_property(areas, wanted, districts)
    rings_of_district: dict[int, list[Ring]] = {}
    left = MAX_POINTS_READ
    for area in areas:
        pk = wanted.get(district_key(area.names.get(matched_by, "")))
        if pk is not None:
            rings = _rings_of(area, name=area.names[matched_by])
            left -= sum(map(len, rings))
            if left < 0:
                raise OutlinesRefused(TOO_MANY)
            rings_of_district.setdefault(pk, []).extend(rings)
    degrees = _is_in_degrees(
        [point for rings in rings_of_district.values() for ring in rings for point in ring]
    )
    try:
        drawn = simplified(to_box(list(rings_of_district.values()), degrees=degrees))
    except TooDetailed:
        raise OutlinesRefused(TOO_DETAILED) from None
    if sum(len(loop) for loops in drawn for loop in loops) > MAX_POINTS_DRAWN:
        raise OutlinesRefused(TOO_DETAILED)
    missing = [name for name, pk in districts.items() if pk not in rings_of_district]
    return Outlines(dict(zip(rings_of_district, drawn, strict=True)), matched_by, missing)


def _areas(data: bytes) -> Iterator[Area]:
    try:
        text = data.decode("utf-8-sig")
        read = json.loads(text)
    except (ValueError, RecursionError):
        raise OutlinesRefused(NOT_GEOJSON) from None
    if not isinstance(read, dict) or not isinstance(read.get("type"), str):
        raise OutlinesRefused(NOT_GEOJSON)
    features = [read] if read["type"] == "Feature" else read.get("features")
    if not isinstance(features, list) or not features:
        raise OutlinesRefused(NO_FEATURES)
    if len(features) > MAX_FEATURES:
        raise OutlinesRefused(TOO_MANY)
    for feature in features:
        if isinstance(feature, dict):
            properties = feature.get("properties")
            names = (
                {str(key): value.strip() for key, value in properties.items() if isinstance(value, str)}
                if isinstance(properties, dict)
                else {}
            )
            yield Area(names, feature.get("geometry"))


def _naming_property(areas: Sequence[Area], wanted: Mapping[str, int], districts: Iterable[str]) -> str:
    """The property that names most of our districts; of several, the one that stands first."""
    matches: dict[str, set[str]] = {}
    values: dict[str, set[str]] = {}
    for area in areas:
        for key, value in area.names.items():
            values.setdefault(key, set()).add(value)
            if district_key(value) in wanted:
                matches.setdefault(key, set()).add(district_key(value))
    if matches:
        return max(matches, key=lambda key: len(matches[key]))
    names = max(values.values(), key=len, default=set())
    raise OutlinesRefused(NO_MATCH, expected=_listed(sorted(districts)), found=_listed(sorted(names)) or "–")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(name[:60] for name in names[:MAX_NAMED])
    return f"{shown}, …" if len(names) > MAX_NAMED else shown


def _rings_of(area: Area, *, name: str) -> list[Ring]:
    """Every closed line of an area, holes among them. Raises OutlinesRefused."""
    geometry = area.geometry if isinstance(area.geometry, dict) else {}
    lines: Any = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        lines = [lines]
    elif geometry.get("type") != "MultiPolygon":
        raise OutlinesRefused(BAD_GEOMETRY, name=name)
    try:
        rings = [[_point(pair) for pair in ring] for polygon in lines for ring in polygon]
    except (TypeError, ValueError, KeyError, IndexError, OverflowError):
        raise OutlinesRefused(BAD_GEOMETRY, name=name) from None
    kept = [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings if len(ring) >= 3]
    if not kept:
        raise OutlinesRefused(BAD_GEOMETRY, name=name)
    return kept


def _point(pair: Any) -> Point:
    if not isinstance(pair, list):
        raise TypeError
    x, y = pair[0], pair[1]
    if (
        isinstance(x, bool)
        or isinstance(y, bool)
        or not isinstance(x, int | float)
        or not isinstance(y, int | float)
    ):
        raise TypeError
    if not isfinite(x) or not isfinite(y):
        raise ValueError
    return float(x), float(y)


def _is_in_degrees(points: Sequence[Point]) -> bool:
    if is_degrees(points):
        return True
    if is_national_grid(points):
        return False
    raise OutlinesRefused(OTHER_GRID)
