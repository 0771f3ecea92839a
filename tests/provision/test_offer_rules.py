"""Vacancies that fade, hours against the entitlement, words without email addresses."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision import rules
from provision.rules import PartnerHours

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("on", "fading", "still_asked"),
    [
        (date(2026, 11, 24), False, False),
        (date(2026, 11, 25), True, True),
        (date(2026, 11, 28), True, True),
        (date(2026, 11, 29), False, True),
    ],
)
def test_a_vacancy_is_asked_about_on_its_last_four_days(on, fading, still_asked):
    confirmed, asked_on = date(2026, 11, 1), date(2026, 11, 25)
    assert rules.is_fading(confirmed, on) == fading
    first, last = rules.fading_if_confirmed(on)
    assert (first <= confirmed <= last) == fading
    assert rules.is_still_asked(confirmed, asked_on=asked_on, on=on) == still_asked
    assert not rules.is_still_asked(confirmed, asked_on=date(2026, 11, 29), on=on)


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (date(2026, 11, 1), True),
        (date(2026, 11, 27), True),
        (date(2026, 11, 28), True),
        (date(2026, 11, 29), False),
        (date(2027, 11, 1), False),
    ],
)
def test_a_vacancy_is_shown_for_28_days(on, shown):
    assert rules.is_shown(date(2026, 11, 1), on) is shown
    assert rules.fades_on(date(2026, 11, 1)) == date(2026, 11, 29)


@given(confirmed=DAYS, on=DAYS)
def test_the_rule_and_its_query_agree(confirmed, on):
    assert rules.is_shown(confirmed, on) == (confirmed > rules.faded_if_confirmed_by(on))
    assert rules.is_shown(confirmed, confirmed)
    assert not rules.is_shown(confirmed, confirmed + timedelta(28))


@pytest.mark.parametrize(
    ("lead", "partners", "said"),
    [
        ("15", ["15"], ""),
        ("18.5", ["11.5"], ""),
        ("18.5", ["11.75"], "30.25"),
        ("20", ["10", "5"], "35"),
    ],
)
def test_hours_beyond_the_entitlement_are_said_and_never_refused(lead, partners, said):
    shared = [PartnerHours(number, Decimal(hours)) for number, hours in enumerate(partners, start=2)]
    remarks = [remark.in_words(str) for remark in rules.remarks_on_hours(Decimal(lead), shared)]
    assert bool(remarks) is bool(said)
    assert all(
        f"Together this is {said} hours a week. For working parents up to 30 are funded" in text
        for text in remarks
    )
    assert rules.refusals_of_partnership(1, Decimal(lead), shared) == []


@pytest.mark.parametrize(
    ("hours", "partners", "fields"),
    [
        ("15", [], ["partners"]),
        ("15", [(1, "15")], ["partners"]),
        ("15", [(2, "15"), (2, "5")], ["partners"]),
        ("0", [(2, "15")], ["lead_hours"]),
        ("61", [(2, "15")], ["lead_hours"]),
        ("15", [(2, "0")], ["partners"]),
        ("15", [(2, "15"), (3, "60")], []),
    ],
)
def test_a_partnership_has_partners_and_hours(hours, partners, fields):
    shared = [PartnerHours(number, Decimal(text)) for number, text in partners]
    assert [remark.field for remark in rules.refusals_of_partnership(1, Decimal(hours), shared)] == fields


@pytest.mark.parametrize(
    ("text", "has", "without"),
    [
        ("Mornings in the garden room", False, "Mornings in the garden room"),
        ("Write to lena@acorns.example", True, "Write to"),
        ("Call us @ the hall", False, "Call us @ the hall"),
        ("One\nTwo", False, "One Two"),
    ],
)
def test_e_mail_addresses_stay_out_of_public_words(text, has, without):
    assert rules.has_email_address(text) is has
    assert rules.without_email_addresses(text) == without
    assert not rules.has_email_address(rules.without_email_addresses(text))
