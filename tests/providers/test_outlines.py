"""Loading the outlines of districts: the service."""

from __future__ import annotations

import dataclasses
import io
import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from core.limits.running import Limits
from core.scoping import authority_scope
from providers.models import DistrictOutline
from providers.services import outlines as outlines_services
from providers.services.districts import remove_district
from providers.services.outlines import load_outlines, remove_outlines
from tests.factories.providers import DistrictFactory
from tests.staging import staged

pytestmark = pytest.mark.usefixtures("fen_of_marlshire", "in_larkshire")
LINE = "Source: made up"


def square(x: float, name: str) -> dict[str, Any]:
    ring = [[x, 51.0], [x + 1, 51.0], [x + 1, 52.0], [x, 52.0], [x, 51.0]]
    return {
        "type": "Feature",
        "properties": {"name": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def file_of(*names: str) -> io.BytesIO:
    areas = [square(number, name) for number, name in enumerate(names)]
    return io.BytesIO(json.dumps({"type": "FeatureCollection", "features": areas}).encode())


def refusal(**facts: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        load_outlines(**facts)
    return refused.value.message_dict


def sentences() -> list[str]:
    return list(
        Entry.objects.filter(action__startswith="outlines").order_by("pk").values_list("sentence", flat=True)
    )


def test_outlines_are_loaded_replaced_and_removed_with_an_entry_each(amina: User) -> None:
    north, south = DistrictFactory(name="North"), DistrictFactory(name="South")
    found = load_outlines(file=file_of("North", "Elsewhere"), attribution=f"  {LINE} ", by=amina)
    assert (set(found.rings), found.missing) == ({north.pk}, ["South"])
    one = DistrictOutline.objects.get()
    assert (one.district, one.attribution, len(one.rings[0])) == (north, LINE, 4)
    load_outlines(file=file_of("North", "Elsewhere"), attribution=LINE, by=amina)
    assert sentences() == ["loaded the outlines of 1 district"], "the same file again changes nothing"
    load_outlines(file=file_of("South", "North"), attribution=LINE, by=amina)
    assert set(DistrictOutline.objects.values_list("district", flat=True)) == {north.pk, south.pk}
    assert remove_outlines(by=amina) == 2
    assert remove_outlines(by=amina) == 0
    assert sentences() == [
        "loaded the outlines of 1 district",
        "loaded the outlines of 2 districts",
        "removed the outlines of the districts",
    ]


def test_refusals_stand_at_their_fields(amina: User, monkeypatch: pytest.MonkeyPatch) -> None:
    DistrictFactory(name="North")
    assert "Enter the line" in refusal(file=file_of("North"), attribution=" ", by=amina)["attribution"][0]
    assert (
        "300 characters" in refusal(file=file_of("North"), attribution="x" * 301, by=amina)["attribution"][0]
    )
    assert (
        "not a GeoJSON file" in refusal(file=io.BytesIO(b"name\r\n"), attribution=LINE, by=amina)["file"][0]
    )
    assert (
        "Expected: North. Found: East."
        in refusal(file=file_of("East"), attribution=LINE, by=amina)["file"][0]
    )
    monkeypatch.setattr(outlines_services, "MAX_BYTES", 20)
    assert "smaller than" in refusal(file=file_of("North"), attribution=LINE, by=amina)["file"][0]
    assert not DistrictOutline.objects.exists()


@pytest.mark.parametrize(
    ("limits", "content", "said"),
    [
        (Limits(cpu=1, seconds=10, memory=96), b'{"type": "FeatureCollection", "features": [' + b"[]," * 4_000_000, "room"),
        (Limits(cpu=1, seconds=0.01), b"{}", "too long"),
    ],
    ids=["memory", "time"],
)  # fmt: skip
def test_a_file_that_passes_a_limit_is_refused_at_its_field(
    limits: Limits, content: bytes, said: str, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    DistrictFactory(name="North")
    monkeypatch.setattr(
        outlines_services, "READING", dataclasses.replace(outlines_services.READING, limits=limits)
    )
    assert said in refusal(file=io.BytesIO(content), attribution=LINE, by=amina)["file"][0]


def test_an_outline_goes_with_its_district(amina: User) -> None:
    north = DistrictFactory(name="North")
    load_outlines(file=file_of("North"), attribution=LINE, by=amina)
    remove_district(district_id=north.pk, by=amina)
    assert not DistrictOutline.objects.exists()


class TestElsewhere:
    def test_districts_of_another_authority_are_neither_matched_nor_told(self, amina: User) -> None:
        DistrictFactory(name="North")
        said = refusal(file=file_of("Fen"), attribution=LINE, by=amina)["file"][0]
        assert said.endswith("Expected: North. Found: Fen.")


@staged
def fen_of_marlshire(marlshire: Authority) -> None:
    """A district of the other authority, made before Larkshire's scope is entered."""
    with authority_scope(marlshire):
        DistrictFactory(name="Fen")
