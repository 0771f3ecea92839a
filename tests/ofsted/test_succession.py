"""O2: which old registration is suggested as the predecessor of a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ofsted.rules.succession import Registration, candidates, may_follow

NEW = Registration(
    "EY200002",
    "LK1 2AB",
    date(2024, 9, 1),
    None,
    "bluebell nursery",
    "Childcare on non-domestic premises",
    "RP1",
)
OLD = Registration(
    "EY100001",
    "LK1 2AB",
    date(2010, 1, 1),
    date(2024, 8, 31),
    "bluebell nursery",
    "Childcare on non-domestic premises",
    "RP2",
)


def test_o2_same_postcode_and_gone_is_suggested_with_reasons() -> None:
    (found,) = candidates(NEW, [OLD])
    assert found.urn == "EY100001"
    assert [str(reason) for reason in found.reasons] == [
        "Same postcode, LK1 2AB.",
        "EY100001 has not been listed since 31 August 2024; EY200002 was registered on 1 September 2024.",
        "Same name.",
        "Same type of registration.",
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(OLD, postcode="LK1 2AC"),
        replace(OLD, postcode=None),
        replace(OLD, no_longer_listed_on=None),
        replace(OLD, no_longer_listed_on=date(2023, 8, 1)),
        replace(OLD, no_longer_listed_on=date(2025, 6, 1)),
        replace(OLD, registered_on=date(2024, 9, 1)),
        replace(OLD, urn=NEW.urn),
    ],
)
def test_o2_others_are_not_suggested(other: Registration) -> None:
    assert not candidates(NEW, [other])


def test_o2_withheld_postcodes_never_match() -> None:
    assert not may_follow(replace(NEW, postcode=None), replace(OLD, postcode=None))
    assert not may_follow(replace(NEW, registered_on=None), OLD)
    assert may_follow(NEW, replace(OLD, registered_on=None))


def test_o2_the_likeliest_comes_first() -> None:
    stranger = replace(OLD, urn="EY100000", name="other", provider_type="Childminder")
    same_person = replace(OLD, urn="EY100003", registered_person_urn="RP1")
    assert [each.urn for each in candidates(NEW, [stranger, OLD, same_person])] == [
        "EY100003",
        "EY100001",
        "EY100000",
    ]
