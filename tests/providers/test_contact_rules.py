"""Where the words about whom a setting employs, and its page at Ofsted, come from."""

from __future__ import annotations

import pytest

from providers.rules.contacts import page_at_ofsted
from providers.rules.workforce import Workforce


@pytest.mark.parametrize(
    ("urn", "address"),
    [
        ("", ""),
        ("EY901100", "https://reports.ofsted.gov.uk/search?q=EY901100"),
        ("a b", "https://reports.ofsted.gov.uk/search?q=a+b"),
    ],
)
def test_o1_the_page_at_ofsted_is_made_from_the_urn(urn: str, address: str) -> None:
    assert page_at_ofsted(urn) == address


@pytest.mark.parametrize(
    ("workforce", "is_one_person", "has_staff"),
    [
        (Workforce.ALONE, True, False),
        (Workforce.WITH_ASSISTANTS, True, True),
        (Workforce.EMPLOYS, False, True),
    ],
)
def test_whom_the_words_are_said_to(workforce: Workforce, is_one_person: bool, has_staff: bool) -> None:
    assert (workforce.is_one_person, workforce.has_staff) == (is_one_person, has_staff)
