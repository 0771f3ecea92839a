"""Offices, how the group grew, and what an officer sees missing: as tables. No database."""

from datetime import date, timedelta

import pytest

from core.dates import Span
from development.rules import months_until, size_on
from memberships.rules.joining import refusals_of_day
from memberships.rules.leaders import WantedOffice, refusals_of_office
from memberships.rules.leaving import is_leaving
from ways_of_working.rules.batches import new_batch
from ways_of_working.rules.record import (
    AnswerLine,
    MemberLine,
    PartnerLine,
    PartnershipLine,
    Record,
    record_as_json,
    record_from,
)

DAY = date(2026, 1, 1)
ALWAYS = Span(DAY)


def on(number: int) -> date:
    return DAY + timedelta(number)


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        (WantedOffice(Span(on(5)), ALWAYS, [ALWAYS]), []),
        (WantedOffice(Span(on(5), on(5)), ALWAYS, [ALWAYS]), ["ends_on"]),
        (WantedOffice(Span(on(5)), Span(on(9)), [ALWAYS]), ["starts_on"]),
        (WantedOffice(Span(on(5)), Span(DAY, on(9)), [ALWAYS]), ["ends_on"]),
        (WantedOffice(Span(on(5)), ALWAYS, [Span(on(9))]), ["starts_on"]),
        (WantedOffice(Span(on(5)), ALWAYS, [ALWAYS], [("Lena", Span(on(3), on(6)))]), ["office"]),
        (WantedOffice(Span(on(5)), ALWAYS, [ALWAYS], [("Lena", Span(on(3), on(5)))]), []),
    ],
)
def test_l1_an_office_lies_within_membership_and_setting_and_one_person_holds_it(
    wanted: WantedOffice, fields: list[str]
) -> None:
    assert [refusal.field for refusal in refusals_of_office(wanted)] == fields


def test_growth_is_counted_on_the_first_of_each_month() -> None:
    months = months_until(date(2026, 2, 14), number=4)
    assert months == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert size_on([Span(date(2025, 12, 1)), Span(date(2025, 1, 1), date(2026, 1, 1))], months) == [
        1,
        2,
        1,
        1,
    ]


@pytest.mark.parametrize(("left_on", "leaving"), [(None, False), (on(0), False), (on(1), True)])
def test_c6_whoever_gave_notice_is_leaving_until_the_day(left_on: date | None, leaving: bool) -> None:
    assert is_leaving(left_on, today=DAY) is leaving


def test_w4_a_record_is_read_as_it_was_kept_and_an_old_one_stays_readable() -> None:
    record = Record(
        members=(MemberLine(7, "Acorns", "nursery", DAY),),
        answers=(AnswerLine("Acorns", "agrees", DAY, "Lena"),),
        partnerships=(
            PartnershipLine(lead="Acorns", starts_on=DAY, partners=(PartnerLine("Elm", "12.50"),)),
        ),
        rule="all",
    )
    assert record_from(record_as_json(record)) == record
    assert record.names == {7: "Acorns"}
    odd = {
        "members": [{"provider": "7", "name": 5, "joined_on": "soon", "kind": None}, "no line"],
        "leaders": "no list",
    }
    assert record_from(odd) == Record(members=(MemberLine(0, "5", "", None),))


def test_w4_parts_are_handed_out_one_after_the_other() -> None:
    batch = new_batch(range(100))
    assert batch.handed_out().next == batch.next + 1


def test_c5_whoever_is_accepted_is_a_member_from_a_day() -> None:
    assert not list(refusals_of_day(joined_on=DAY))
    assert [refusal.field for refusal in refusals_of_day(joined_on=None)] == ["joined_on"]
