"""What an officer may write of a setting, what it is found by, and the order of registrations: as tables.

No database.
"""

import pytest

from providers.rules.register import (
    HELD_FIELDS,
    UNLISTED_FIELDS,
    held_fields,
    makes_a_circle,
    setting_search_text,
)


def test_o7_ofsted_s_fields_are_the_file_s_once_it_listed_the_setting() -> None:
    assert held_fields(seen_in_file=True) == HELD_FIELDS
    assert held_fields(seen_in_file=False) == (*HELD_FIELDS, *UNLISTED_FIELDS)


@pytest.mark.parametrize(("is_home", "text"), [(False, "mamas ey1 me14 1xx me141xx"), (True, "mamas ey1")])
def test_a_home_s_postcode_is_not_searched(is_home: bool, text: str) -> None:
    assert setting_search_text(name="Mama's", urn="EY1", postcode="ME14 1XX", is_home=is_home) == text


@pytest.mark.parametrize(
    ("old", "new", "circle"),
    [(1, 2, False), (1, 1, True), (3, 1, True), (3, 2, True), (1, 3, False), (5, 1, False)],
)
def test_o2_registrations_do_not_follow_each_other_in_a_circle(old: int, new: int, circle: bool) -> None:
    before = {3: [2, 4], 2: [1], 4: [1], 5: [6], 6: [5]}
    assert makes_a_circle(old, new, before) is circle
