"""Cards, the map of districts, and settings with no collaboration, through the endpoints."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from collaborations.models import Collaboration
from core.charts import path_of, shade_of
from core.exports.registry import find_export
from core.scoping import authority_scope
from memberships.selectors.districts import collaborations_by_district
from memberships.selectors.lists import collaborations_with_size
from providers.models import DistrictOutline, Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.staging import staged

BASE = "/larkshire/collaborations/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        yield


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def geojson(*names: str) -> bytes:
    def area(x: float, name: str) -> dict[str, Any]:
        ring = [[x, 51.0], [x + 1, 51.0], [x + 1, 52.0], [x, 52.0], [x, 51.0]]
        return {
            "type": "Feature",
            "properties": {"nm": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }

    return json.dumps(
        {"type": "FeatureCollection", "features": [area(n, name) for n, name in enumerate(names)]}
    ).encode()


def upload(client: Any, data: bytes, line: str = "Source: made up") -> Any:
    return client.post(
        f"{BASE}map/outlines/", {"file": SimpleUploadedFile("map.geojson", data), "attribution": line}
    )


# --- gaps in words ------------------------------------------------------------------------------------------


def test_only_those_that_should_have_a_leader_are_counted_as_without_one(in_larkshire: None) -> None:
    north = DistrictFactory(name="North")
    for state in ("active", "enquiry", "dormant", "merging", "closed", "closed"):
        CollaborationFactory(state=state, district=north)
    assert collaborations_by_district(collaborations_with_size(on=date(2026, 11, 21))) == {north.pk: (4, 2)}


# --- the map ------------------------------------------------------------------------------------------------


@staged
def districts(larkshire, led, elsewhere):
    """North:

    Riverside and its three settings, and one setting more. South: Hillside. One setting has no district.
    """
    with authority_scope(larkshire):
        north, south = DistrictFactory(name="North"), DistrictFactory(name="South")
        Provider.objects.filter(memberships__collaboration=led.collaboration).update(district=north)
        Provider.objects.filter(memberships__collaboration=elsewhere).update(district=south)
        Collaboration.objects.filter(pk=led.collaboration.pk).update(district=north)
        Collaboration.objects.filter(pk=elsewhere.pk).update(district=south)
        ProviderFactory(name="Foxglove", district=north)
        ProviderFactory(name="Gone", district=north, unlisted_since=date(2026, 6, 30))
        ProviderFactory(name="Larches", district=None)
    return north, south


def test_without_outlines_there_is_the_bar_table(browse, amina, districts):
    body = text(browse(amina).get(f"{BASE}map/"))
    assert "app-map__drawing" not in body
    for words in ("3 of 4", "3 (75%)", "No district", "load the outlines of your districts"):
        assert words in body


def test_an_officer_loads_outlines_and_sees_the_map_with_its_table(browse, amina, larkshire, districts):
    client = browse(amina)
    response = upload(client, geojson("NORTH", "South"))
    assert response.status_code == 302
    with authority_scope(larkshire):
        assert DistrictOutline.objects.count() == 2
    body = text(client.get(f"{BASE}map/"))
    assert "The outlines of 2 districts are loaded." in body
    assert "North: 1 collaboration; 3 of 4 settings are in one" in body
    assert "Source: made up" in body
    assert f'href="{BASE}?district={districts[0].pk}"' in body
    filtered = text(client.get(f"{BASE}map/?leader=none"))
    assert "North: 0 collaborations" in filtered
    assert f"{BASE}?leader=none&amp;district={districts[1].pk}" in filtered
    assert client.post(f"{BASE}map/outlines/remove/").status_code == 302
    assert "app-map__drawing" not in text(client.get(f"{BASE}map/"))


def test_a_file_without_a_district_is_warned_about_and_a_wrong_one_refused(browse, amina, districts):
    client = browse(amina)
    assert "Expected: North, South. Found: East." in text(upload(client, geojson("East")))
    assert "Choose the GeoJSON file" in text(client.post(f"{BASE}map/outlines/", {"attribution": "x"}))
    assert "Enter the line" in text(upload(client, geojson("North"), line=""))
    upload(client, geojson("North"))
    assert "The file has no outline for: South." in text(client.get(f"{BASE}map/"))


def test_the_map_costs_the_same_for_thirty(browse, amina, larkshire, districts):
    client = browse(amina)
    upload(client, geojson("North", "South"))
    client.get(f"{BASE}map/")
    with CaptureQueriesContext(connection) as one:
        client.get(f"{BASE}map/")
    with authority_scope(larkshire):
        for number in range(30):
            MembershipFactory(provider=ProviderFactory(district=DistrictFactory(name=f"D{number}")))
    with CaptureQueriesContext(connection) as thirty:
        client.get(f"{BASE}map/")
    assert len(thirty) == len(one) <= 19


def test_who_reads_sees_the_map_and_changes_no_outline(browse, fred, districts):
    client = browse(fred)
    assert "Load outlines" not in text(client.get(f"{BASE}map/"))
    assert client.get(f"{BASE}map/outlines/").status_code == 403
    assert client.post(f"{BASE}map/outlines/remove/").status_code == 403


def test_lines_of_a_map_are_short_and_shades_follow_steps():
    assert path_of([[(0, 0), (10, 0), (10, 10)]]) == "M0 0l10 0 0 10z"
    assert [shade_of(value, (1, 25, 50, 75)) for value in (0, 1, 24, 25, 74, 100)] == [0, 1, 1, 2, 3, 4]


# --- settings with no collaboration -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Foxglove", "Larches"}),
        ("district=none", {"Larches"}),
        ("district=NORTH", {"Foxglove"}),
        ("q=fox", {"Foxglove"}),
        ("type=childminder", set()),
        ("type=non_domestic&sort=-name", {"Foxglove", "Larches"}),
        ("district=999999", {"Foxglove", "Larches"}),
    ],
    ids=range(7),
)
def test_settings_in_no_collaboration_are_listed_filtered_and_counted(browse, amina, districts, query, shown):
    response = browse(amina).get(f"{BASE}settings-without/?{query.replace('NORTH', str(districts[0].pk))}")
    rows = str(response.context["rows"])
    assert {name for name in ("Foxglove", "Larches", "Gone", "Acorns") if name in rows} == shown
    assert "by district" in text(response)


def test_a_setting_is_referred_from_the_list_where_that_page_exists(
    browse, amina, fred, larkshire, districts, monkeypatch
):
    from collaborations import tables

    monkeypatch.setattr(tables, "refer_address", lambda: "/larkshire/refer/")
    with authority_scope(larkshire):
        foxglove = Provider.objects.get(name="Foxglove")
    assert f"/larkshire/refer/?setting={foxglove.pk}" in text(browse(amina).get(f"{BASE}settings-without/"))
    assert "/larkshire/refer/" not in text(browse(fred).get(f"{BASE}settings-without/"))
    monkeypatch.setattr(tables, "refer_address", lambda: "")
    assert "?setting=" not in text(browse(amina).get(f"{BASE}settings-without/"))


def test_the_list_of_settings_costs_the_same_for_thirty(browse, amina, larkshire, districts):
    client = browse(amina)
    client.get(f"{BASE}settings-without/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{BASE}settings-without/")
    with authority_scope(larkshire):
        ProviderFactory.create_batch(30, district=districts[0])
    with CaptureQueriesContext(connection) as thirty:
        client.get(f"{BASE}settings-without/")
    assert len(thirty) == len(few) <= 16


def test_the_export_has_the_same_rows_and_filters(larkshire: Any, amina: User, districts: Any) -> None:
    export = find_export("settings_without_collaboration")
    with authority_scope(larkshire):
        assert [row[0] for row in export.rows({}, by=amina)] == ["Foxglove", "Larches"]
        north = str(districts[0].pk)
        kept = export.clean_filters({"district": north, "q": "fox", "sort": "name"})
        assert kept == {"district": north, "q": "fox"}
        assert [row[3] for row in export.rows(kept, by=amina)] == ["North"]
        assert export.filters_in_words(kept) == [("District", "North"), ("Name or URN", "fox")]
        assert export.count({"district": "none", "type": "non_domestic"}, by=amina) == 1
        with pytest.raises(ValueError, match="Choose the District"):
            export.clean_filters({"district": "999999"})


def test_leaders_and_the_other_authority_see_none_of_it(browse, otto, led):
    for rest in ("map/", "settings-without/", "map/outlines/"):
        assert browse(led.lena).get(BASE + rest).status_code == 403, rest
        assert browse(otto).get(BASE + rest).status_code == 404, rest
