"""G7: what anybody may read of where a group meets. No database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.public import place_for_anybody


@pytest.mark.parametrize(
    "place",
    [
        "Village hall, Mill Road, LK1 4AB",
        "Room 2.04, Town Hall",
        "Acorns Nursery; the door at the back",
        "St. Mary's, 12-14 High Street",
        "",
    ],
)
def test_g7_a_place_is_shown_as_it_is(place: str) -> None:
    assert place_for_anybody(place) == place


@pytest.mark.parametrize(
    "place",
    [
        "https://example.org/j/1234",
        "HTTP:example",
        "Online: www.example.org",
        "zoom.us/j/99",
        "teams.microsoft.com",
        "ask mo@larkshire.example",
        "Online, meeting 812 3456 7890",
        "Ring 01632 960010 for the way",
        "(01632) 960-010",
    ],
)
def test_g7_no_link_number_or_address_is_ever_shown(place: str) -> None:
    assert place_for_anybody(place) == ""


@pytest.mark.parametrize(
    "place",
    ["At Cara's, LK9 7ZZ", "at cara's lk97zz", "12 Mill Lane", "12, Mill  lane (side door)"],
)
def test_g7_the_home_of_a_member_is_never_shown(place: str) -> None:
    assert place_for_anybody(place, ["LK9 7ZZ", "12 Mill Lane"]) == ""
    assert place_for_anybody("Village hall, Mill Road", ["LK9 7ZZ", "12 Mill Lane"]) != ""


def test_g7_a_home_without_an_address_hides_nothing() -> None:
    assert place_for_anybody("Village hall", ["", "Hall", "LK9 7ZZ"]) == "Village hall"


@given(st.text(max_size=60), st.from_regex(r"[A-Z]{2}[0-9] [0-9][A-Z]{2}", fullmatch=True))
def test_g7_whatever_stands_around_a_homes_postcode_it_is_hidden(around: str, postcode: str) -> None:
    assert place_for_anybody(f"{around} {postcode}", [postcode]) == ""
