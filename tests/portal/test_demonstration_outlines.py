"""The demonstration's made-up outlines fit its districts."""

from __future__ import annotations

import pytest

from core.charts import path_of
from portal.demonstration.outlines import outlines_file
from portal.demonstration.places import SHIRES, Shire
from providers.imports.geojson import outlines_from


@pytest.mark.parametrize("shire", SHIRES, ids=lambda shire: shire.slug)
def test_every_district_of_the_demonstration_has_its_outline(shire: Shire) -> None:
    names = {f"{town} district": number for number, town in enumerate(shire.towns)}
    found = outlines_from(outlines_file(shire), names)
    assert set(found.rings) == set(names.values())
    assert found.missing == []
    size = sum(len(path_of(loops)) for loops in found.rings.values())
    assert 1_000 < size < 24_000
    assert outlines_file(shire) == outlines_file(shire)
