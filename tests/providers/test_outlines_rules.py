"""Outlines of districts: reading GeoJSON, matching names, geometry. Pure."""

from __future__ import annotations

import json
import random
import time
from itertools import pairwise
from math import cos, pi, sin
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from providers.imports import geojson as outlines
from providers.imports.geojson import outlines_from
from providers.rules import shapes
from providers.rules.outlines import OutlinesRefused, district_key

SQUARE = [[[0.0, 51.0], [1.0, 51.0], [1.0, 52.0], [0.0, 52.0], [0.0, 51.0]]]
EAST = [[[1.0, 51.0], [2.0, 51.0], [2.0, 52.0], [1.0, 52.0], [1.0, 51.0]]]


def feature(coordinates: Any, kind: str = "Polygon", **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_two_districts_are_matched_by_name_whatever_the_property_and_spelling() -> None:
    data = collection(
        feature(SQUARE, LAD23CD="E07000001", LAD23NM="Marsh & End"),
        feature(EAST, LAD23CD="E07000002", LAD23NM="LARKTON District"),
    )
    found = outlines_from(data, {"Larkton": 7, "Marsh and End": 8, "Wick": 9})
    assert found.matched_by == "LAD23NM"
    assert set(found.rings) == {7, 8}
    assert found.missing == ["Wick"]
    spots = [spot for loops in found.rings.values() for loop in loops for spot in loop]
    assert (min(x for x, _ in spots), max(x for x, _ in spots)) == (0, 1000)
    assert min(y for _, y in spots) == 0
    shared_with_east = {spot for loop in found.rings[8] for spot in loop} & {
        spot for loop in found.rings[7] for spot in loop
    }
    assert len(shared_with_east) == 2, "the border is the same for both"


def test_areas_that_are_no_district_of_ours_are_left_out() -> None:
    found = outlines_from(collection(feature(SQUARE, name="A"), feature(EAST, name="Elsewhere")), {"A": 1})
    assert set(found.rings) == {1}


def test_north_is_up_and_degrees_are_not_stretched() -> None:
    found = outlines_from(collection(feature(SQUARE, name="A")), {"A": 1})
    xs, ys = zip(*found.rings[1][0], strict=True)
    assert max(ys) == 1000, "a degree of latitude is longer than one of longitude here"
    assert 610 < max(xs) < 640
    two = collection(
        feature(SQUARE, name="South"), feature([[[0, 53], [1, 53], [1, 54], [0, 54], [0, 53]]], name="North")
    )
    rings = outlines_from(two, {"South": 1, "North": 2}).rings
    assert min(y for _, y in rings[2][0]) < min(y for _, y in rings[1][0])


def test_eastings_and_northings_are_read() -> None:
    grid = [[[600000, 150000], [610000, 150000], [610000, 160000], [600000, 160000], [600000, 150000]]]
    found = outlines_from(collection(feature([grid], "MultiPolygon", name="A")), {"A": 1})
    assert sorted(found.rings[1][0]) == [(0, 0), (0, 1000), (1000, 0), (1000, 1000)]


@pytest.mark.parametrize(
    ("data", "districts", "said"),
    [
        (b"", {"A": 1}, "not a GeoJSON file"),
        (b"name,urn\r\nA,1", {"A": 1}, "not a GeoJSON file"),
        (b"\xff\xfe\x00", {"A": 1}, "not a GeoJSON file"),
        (b"[" * 100_000, {"A": 1}, "not a GeoJSON file"),
        (b"[1]", {"A": 1}, "not a GeoJSON file"),
        (b'{"type": "Topology"}', {"A": 1}, "no areas"),
        (b'{"type": "FeatureCollection", "features": []}', {"A": 1}, "no areas"),
        (
            collection(feature(SQUARE, name="Elsewhere")),
            {"A": 1, "B": 2},
            "Expected: A, B. Found: Elsewhere.",
        ),
        (collection(feature(SQUARE, name=5)), {"A": 1}, "Found: –."),
        (collection(feature(SQUARE, name="A")), {}, "no districts yet"),
        (collection(feature([1, 2], "Point", name="A")), {"A": 1}, "“A” has lines that cannot be read"),
        (collection(feature([[["x", 1], [2, 3], [4, 5]]], name="A")), {"A": 1}, "cannot be read"),
        (collection(feature([[[0, 0], [1, 1]]], name="A")), {"A": 1}, "cannot be read"),
        (collection(feature(None, name="A")), {"A": 1}, "cannot be read"),
        (collection(feature([[[-5e6, 1], [2, 3], [4, 5]]], name="A")), {"A": 1}, "map projection"),
        (collection(feature([[[1e400, 1], [2, 3], [4, 5]]], name="A")), {"A": 1}, "cannot be read"),
        (collection(*[feature(SQUARE, name=f"N{n}") for n in range(20)]), {"A": 1}, "N0, N1, N10"),
    ],
    ids=range(17),
)
def test_what_cannot_be_used_is_refused_in_words(data: bytes, districts: dict[str, int], said: str) -> None:
    with pytest.raises(OutlinesRefused) as refused:
        outlines_from(data, districts)
    assert said in str(refused.value)


def test_too_many_areas_or_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = collection(feature(SQUARE, name="A"), feature(EAST, name="B"))
    monkeypatch.setattr(outlines, "MAX_POINTS_READ", 5)
    with pytest.raises(OutlinesRefused, match="too many areas or points"):
        outlines_from(data, {"A": 1, "B": 2})
    monkeypatch.setattr(outlines, "MAX_FEATURES", 1)
    with pytest.raises(OutlinesRefused, match="too many areas or points"):
        outlines_from(data, {"A": 1})


def test_names_are_compared_without_capitals_marks_and_the_word_district() -> None:
    assert district_key("Larkton District") == district_key("LARKTON") == district_key("Lark-ton")
    assert district_key("Marsh & End") == district_key("Marsh and End")
    assert district_key("North") != district_key("South")


def circle(x: float, y: float, size: float, points: int) -> shapes.Ring:
    return [(x + size * cos(2 * pi * n / points), y + size * sin(2 * pi * n / points)) for n in range(points)]


def test_a_detailed_map_is_small_and_quick() -> None:
    rough = [[circle(100 + 150 * (n % 6), 100 + 150 * (n // 6), 70 + (n % 3), 20_000)] for n in range(30)]
    before = time.perf_counter()
    made = shapes.simplified(rough)
    assert time.perf_counter() - before < 60
    assert sum(len(loop) for loops in made for loop in loops) <= shapes.MAX_POINTS
    assert all(abs(shapes.area(loops[0])) > 10_000 for loops in made)


def ring_of(points: list[tuple[float, float]]) -> bytes:
    return collection(feature([[[x / 1000, 51 + y / 1000] for x, y in points]], name="North"))


def test_hostile_lines_are_read_or_refused_within_a_budget_of_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What took 15 seconds each: 40,000 random points, and a zigzag of 5,000."""
    dice = random.Random(4)
    monkeypatch.setattr(shapes, "MAX_STEPS", 4_000_000)
    for points in (
        [(dice.random() * 1000, dice.random() * 1000) for _ in range(40_000)],
        [(n / 5, n % 2 * 1000.0) for n in range(5_000)],
    ):
        found = outlines_from(ring_of(points), {"North": 1})
        assert 3 <= sum(map(len, found.rings[1])) <= shapes.MAX_POINTS
    monkeypatch.setattr(shapes, "MAX_STEPS", 1000)
    with pytest.raises(OutlinesRefused, match="too detailed"):
        outlines_from(ring_of([(n / 5, n % 2 * 1000.0) for n in range(5_000)]), {"North": 1})


def test_lines_that_no_tolerance_thins_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(4)
    points = [(dice.random() * 1000, dice.random() * 1000) for _ in range(3_000)]
    monkeypatch.setattr(outlines, "MAX_POINTS_DRAWN", 3)
    with pytest.raises(OutlinesRefused, match="too detailed"):
        outlines_from(ring_of(points), {"North": 1})
    monkeypatch.setattr(shapes, "MAX_POINTS_WEIGHED", 2_000)
    with pytest.raises(shapes.TooDetailed):
        shapes.simplified([[points]])


def by_the_book(line: shapes.Ring, tolerance: float) -> shapes.Ring:
    """Douglas-Peucker as it is told, once for each tolerance."""
    far = max(range(len(line)), key=lambda place: shapes._from_line(line[place], line[0], line[-1]))
    if len(line) < 3 or shapes._from_line(line[far], line[0], line[-1]) <= tolerance:
        return [line[0], line[-1]]
    return [*by_the_book(line[: far + 1], tolerance)[:-1], *by_the_book(line[far:], tolerance)]


def test_weighing_once_keeps_what_each_tolerance_would() -> None:
    dice = random.Random(7)
    line = [(n * 3.0, dice.random() * 200) for n in range(300)]
    weights = shapes._weights(line, 0.8, shapes._Steps(shapes.MAX_STEPS))
    for tolerance in (0.8, 1.12, 5.0, 40.0, 120.0, 400.0):
        kept = [line[place] for place in sorted(weights) if weights[place] > tolerance]
        assert kept == by_the_book(line, tolerance) == shapes.douglas_peucker(line, tolerance)


def test_a_district_too_small_to_draw_is_a_stamp_and_a_hole_stays_a_hole() -> None:
    big, speck = [(0.0, 0.0), (1000.0, 0.0), (1000.0, 1000.0), (0.0, 1000.0)], circle(500, 500, 0.3, 12)
    hole = [(100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 300.0)]
    made = shapes.simplified([[big, hole], [speck]])
    assert len(made[0]) == 2
    assert made[1] == [[(497, 497), (503, 497), (503, 503), (497, 503)]]


def test_a_label_stands_inside_the_shape_and_outside_its_hole() -> None:
    ring = [(0, 0), (1000, 0), (1000, 1000), (0, 1000)]
    hole = [(100, 100), (900, 100), (900, 900), (100, 900)]
    x, y, width = shapes.place_for_label([ring])
    assert (abs(x - 500) < 5, width) == (True, 1000)
    x, y, width = shapes.place_for_label([ring, hole])
    assert not (100 < x < 900 and 100 < y < 900)
    assert shapes.place_for_label([]) == (0, 0, 0)


#: Other tests run at the same time: how long an example takes says nothing.
PATIENT: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
spots = st.floats(min_value=0, max_value=1000, allow_nan=False)
rings = st.lists(st.tuples(spots, spots), min_size=3, max_size=60)


@settings(**PATIENT)
@given(rings, st.floats(min_value=0.1, max_value=50))
def test_douglas_peucker_keeps_the_ends_and_strays_no_further_than_told(
    line: shapes.Ring, tolerance: float
) -> None:
    kept = shapes.douglas_peucker(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert len(kept) <= len(line)
    for point in line:
        away = min((shapes._from_line(point, *pair) for pair in pairwise(kept)), default=0)
        assert away <= tolerance + 1e-6


def test_where_every_grid_leaves_too_many_points_the_coarsest_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    square = [(0.0, 0.0), (1000.3, 0.0), (1000.3, 1000.3), (0.0, 1000.3)]
    monkeypatch.setattr(shapes, "MAX_POINTS_SIMPLIFIED", 0)
    [[loop]] = shapes.simplified([[square]])
    assert set(loop) == {(0, 0), (1000, 0), (1000, 1000), (0, 1000)}


@settings(max_examples=60, **PATIENT)
@given(st.lists(st.lists(rings, min_size=1, max_size=3), min_size=1, max_size=5))
def test_any_shapes_come_out_small_and_whole(given: list[list[shapes.Ring]]) -> None:
    made = shapes.simplified(given, most=40)
    assert len(made) == len(given)
    for loops in made:
        assert loops
        assert all(len(loop) >= 3 for loop in loops)
        assert shapes.place_for_label(loops)[2] >= 0


@settings(max_examples=60, **PATIENT)
@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 400)), min_size=0, max_size=40))
def test_a_shared_border_is_the_same_on_both_sides(border: list[tuple[float, float]]) -> None:
    """Two districts, one above a wavy border and one below: the
    border's spots are in both rings, in opposite order.
    """
    wavy = sorted({round(x): 480 + y / 10 for x, y in border if 0 < round(x) < 1000}.items())
    line = [(0.0, 500.0), *[(float(x), float(y)) for x, y in wavy], (1000.0, 500.0)]
    above, below = [*line, (1000.0, 0.0), (0.0, 0.0)], [(0.0, 1000.0), (1000.0, 1000.0), *line[::-1]]
    (upper,), (lower,) = shapes.simplified([[above], [below]])
    edge = [spot for spot in upper if spot[1] not in (0,)]
    assert set(edge) == {spot for spot in lower if spot[1] != 1000}


texts = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda more: (
        st.lists(more, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates"]), more)
    ),
    max_leaves=20,
)


@settings(max_examples=150, **PATIENT)
@given(texts, st.sampled_from(["Polygon", "MultiPolygon", "Point", None]))
def test_any_json_is_read_or_refused(given: Any, kind: str | None) -> None:
    for data in (
        given,
        {"type": "FeatureCollection", "features": given},
        {"type": "Feature", "properties": {"n": "A"}, "geometry": given},
    ):
        try:
            outlines_from(json.dumps(data).encode(), {"A": 1})
        except OutlinesRefused:
            pass
    try:
        outlines_from(collection(feature(given, kind or "", n="A")), {"A": 1})
    except OutlinesRefused:
        pass
