"""G8: what is recorded of a concern is that the routes were given, and not one word of it. No database."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from meetings.rules.safeguarding import Route, RoutesGiven, given, refusals_to_record, routes_shown

AT = datetime(2026, 11, 30, 16, tzinfo=UTC)
SHOWN = ["social_care", "out_of_hours", "emergency"]
SELECT = ("routes", "Select each route that you gave, from those shown on this page.")
CONFIRM = ("is_confirmed", "Confirm that you gave these routes.")


def test_g8_a_record_has_no_place_for_words() -> None:
    assert [field.name for field in fields(RoutesGiven)] == ["routes", "at", "confirmed_by"]
    assert given(routes=["social_care", "emergency", "social_care"], at=AT, by=7) == RoutesGiven(
        ("emergency", "social_care"), AT, 7
    )


@pytest.mark.parametrize(
    ("routes", "is_confirmed", "refusals"),
    [
        (["social_care"], True, []),
        (["social_care", "emergency"], False, [CONFIRM]),
        ([], True, [SELECT]),
        (["What happened was"], True, [SELECT]),
        ([], False, [SELECT, CONFIRM]),
    ],
)
def test_g8_only_routes_that_were_shown_can_have_been_given(
    routes: list[str], is_confirmed: bool, refusals: list[tuple[str, str]]
) -> None:
    got = refusals_to_record(routes=routes, shown=SHOWN, is_confirmed=is_confirmed)
    assert [(refusal.field, str(refusal.reason)) for refusal in got] == refusals


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ({}, ["emergency", "police", "nspcc"]),
        ({"social_care": "01632 960001"}, ["emergency", "social_care"]),
        (
            {
                "social_care": "1",
                "out_of_hours": "2",
                "designated_officer": "3",
                "page": "https://example.org",
            },
            ["emergency", "social_care", "out_of_hours", "designated_officer", "page"],
        ),
        ({"page": "https://example.org"}, ["emergency", "page", "police", "nspcc"]),
    ],
)
def test_g8_what_is_shown_is_what_the_authority_entered(numbers: dict[str, str], shown: list[str]) -> None:
    nothing = dict.fromkeys(("social_care", "out_of_hours", "designated_officer", "page"), "")
    assert [route.value for route in routes_shown(**nothing | numbers)] == shown
    assert all(str(route.label) for route in Route)
