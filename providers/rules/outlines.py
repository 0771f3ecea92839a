"""Outlines of districts: what a file of boundaries gives, why one is refused, and when two names are one
district's.

The file itself is read by ``providers.imports.geojson``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext_noop

from core.names import name_key
from providers.rules.shapes import Loop

NOT_GEOJSON: Final = gettext_noop(
    "This is not a GeoJSON file. Choose the file of boundaries that was downloaded as GeoJSON."
)
NO_FEATURES: Final = gettext_noop(
    "This GeoJSON has no areas in it. It should be a “FeatureCollection” of the districts."
)
TOO_MANY: Final = gettext_noop(
    "There are too many areas or points in this file. Choose the generalised boundaries of your own area."
)
BAD_GEOMETRY: Final = gettext_noop("The area “%(name)s” has lines that cannot be read.")
OTHER_GRID: Final = gettext_noop(
    "The file is in a map projection that cannot be read here. Download it as longitude and latitude (WGS84)"
    " or as British National Grid."
)
TOO_DETAILED: Final = gettext_noop(
    "The lines in this file are too detailed to be drawn. Choose the generalised or ultra generalised"
    " boundaries."
)
NO_MATCH: Final = gettext_noop(
    "No area in this file has the name of one of your districts. Expected: %(expected)s. Found: %(found)s."
)
NO_DISTRICTS: Final = gettext_noop(
    "You have no districts yet. Add them first, with the names that the file uses."
)


class OutlinesRefused(ValueError):
    """The file is not taken: a sentence and its facts."""

    def __init__(self, sentence: str, **facts: str) -> None:
        self.sentence, self.facts = sentence, facts
        super().__init__(sentence % facts)

    def __reduce__(self) -> tuple[Any, ...]:
        return refused_as, (self.sentence, self.facts)


def refused_as(sentence: str, facts: Mapping[str, str]) -> OutlinesRefused:
    """The refusal as another process said it."""
    return OutlinesRefused(sentence, **facts)


@dataclass(frozen=True, slots=True)
class Outlines:
    """Closed lines of each district by its id, which property of the
    file named it, and districts that the file lacks.
    """

    rings: Mapping[int, list[Loop]]
    matched_by: str
    missing: Sequence[str] = field(default=())


def district_key(name: str) -> str:
    """What two spellings of one district have in common."""
    return name_key(name).removesuffix("district")
