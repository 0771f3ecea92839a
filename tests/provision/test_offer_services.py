"""Vacancies, consent and delivery partnerships, through the services."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from audit.models import Entry
from providers.models import Provider
from provision import selectors
from provision.models import PublicConsent, Vacancy
from provision.rules import PartnerHours
from provision.services.offers import (
    add_vacancy,
    change_vacancy,
    confirm_vacancy,
    give_consent,
    remove_vacancy,
    withdraw_consent,
)
from provision.services.partnerships import (
    Arrangement,
    arrangement_of,
    change_partnership,
    end_partnership,
    record_partnership,
)
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import PublicConsentFactory, VacancyFactory
from tests.factories.providers import ProviderFactory
from tests.staging import staged

TODAY = date(2026, 11, 21)
PLACES = {"age_band": "two", "session": "morning", "places": 3}


@staged
def acorns(in_larkshire):
    return ProviderFactory(name="Acorns")


@staged
def cara(in_larkshire):
    return ProviderFactory(name="Cara's", childminder=True)


def last_sentence():
    return Entry.objects.latest("pk").sentence


def refused(deed, **facts):
    with pytest.raises(ValidationError) as refusal:
        deed(**facts)
    return refusal.value


# --- vacancies ----------------------------------------------------------------------------------------------


def test_a_setting_lists_changes_confirms_and_removes_a_vacancy(acorns, amina):
    vacancy = add_vacancy(provider=acorns, **PLACES, by=amina, on=date(2026, 11, 1))
    assert last_sentence() == "listed free places at Acorns: 3 places, age 2, mornings"
    change_vacancy(vacancy=vacancy, places=1, note="From January", by=amina, on=date(2026, 11, 5))
    assert last_sentence() == "changed free places at Acorns: 1 place, age 2, mornings"
    confirm_vacancy(vacancy=vacancy, by=amina, on=TODAY)
    assert last_sentence() == "confirmed free places at Acorns: 1 place, age 2, mornings"
    vacancy = selectors.vacancy_of(acorns, vacancy.pk)
    assert (vacancy.places, vacancy.note, vacancy.confirmed_on) == (1, "From January", TODAY)
    remove_vacancy(vacancy_id=vacancy.pk, by=amina)
    assert last_sentence() == "removed free places at Acorns: 1 place, age 2, mornings"
    remove_vacancy(vacancy_id=vacancy.pk, by=amina)
    assert Entry.objects.filter(action="vacancy_removed").count() == 1
    for deed in (confirm_vacancy, lambda **facts: change_vacancy(places=2, **facts)):
        assert refused(deed, vacancy=vacancy, by=amina, on=TODAY).messages == [
            "These free places have been removed meanwhile."
        ]


def test_pressed_twice_it_is_one_listing(acorns, amina):
    for _ in range(2):
        add_vacancy(provider=acorns, **PLACES, by=amina, on=TODAY)
    assert Vacancy.objects.count() == 1
    assert Entry.objects.filter(action__startswith="vacancy").count() == 1
    assert (
        "session"
        in refused(add_vacancy, provider=acorns, **{**PLACES, "places": 5}, by=amina, on=TODAY).message_dict
    )


def test_confirming_once_a_day_is_enough(acorns, amina):
    vacancy = VacancyFactory(provider=acorns, confirmed_by=amina, confirmed_on=TODAY)
    before = Entry.objects.count()
    confirm_vacancy(vacancy=vacancy, by=amina, on=TODAY)
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"places": 0}, "places"),
        ({"places": 201}, "places"),
        ({"age_band": "ninety"}, "age_band"),
        ({"note": "Write to lena@acorns.example"}, "note"),
    ],
)
def test_a_vacancy_that_cannot_be_is_refused_at_its_field(acorns, amina, change, field):
    error = refused(add_vacancy, provider=acorns, **{**PLACES, **change}, by=amina, on=TODAY)
    assert field in error.message_dict or field == "places"
    assert not Vacancy.objects.exists()


def test_only_what_has_not_faded_is_shown(acorns, amina):
    VacancyFactory(provider=acorns, confirmed_by=amina, confirmed_on=date(2026, 10, 24))
    fresh = VacancyFactory(
        provider=acorns, confirmed_by=amina, confirmed_on=date(2026, 10, 25), session="all_day"
    )
    assert list(selectors.shown_vacancies(on=TODAY)) == [fresh]


# --- consent ------------------------------------------------------------------------------------------------


def named(on=TODAY):
    return [str(each) for each in selectors.may_be_named(Provider.objects.order_by("search_text"), on=on)]


def test_a_childminder_is_named_from_the_consent_to_its_withdrawal(acorns, cara, amina):
    assert named() == ["Acorns"]
    for _ in range(2):
        give_consent(provider=cara, by=amina, on=TODAY)
    assert last_sentence() == "agreed that Cara's may be named on the public page"
    assert PublicConsent.objects.count() == 1
    assert named() == ["Acorns", "Cara's"]
    assert named(on=date(2026, 11, 20)) == ["Acorns"]
    for _ in range(2):
        withdraw_consent(provider=cara, by=amina, on=TODAY)
    assert last_sentence() == "withdrew the consent for Cara's to be named on the public page"
    assert named() == ["Acorns"], "withdrawn on the day it was given, it never held"
    give_consent(provider=cara, by=amina, on=date(2026, 12, 1))
    assert named(on=date(2026, 12, 1)) == ["Acorns", "Cara's"]


def test_a_withdrawal_later_than_today_still_ends_on_its_day(cara, amina):
    PublicConsentFactory(provider=cara, given_by=amina, withdrawn_on=date(2026, 12, 1))
    assert named(on=date(2026, 11, 30)) == ["Cara's"]
    assert named(on=date(2026, 12, 1)) == []


def test_a_nursery_is_not_asked(acorns, amina):
    assert "Only childminders" in refused(give_consent, provider=acorns, by=amina, on=TODAY).messages[0]


# --- delivery partnerships ----------------------------------------------------------------------------------


def group_of(*providers):
    """The settings are members of one collaboration."""
    collaboration = CollaborationFactory()
    for provider in providers:
        MembershipFactory(collaboration=collaboration, provider=provider)


def arrangement(*partners, hours="15", **more):
    shared = tuple(PartnerHours(one.pk, Decimal("15")) for one in partners)
    return Arrangement(
        model="split_day", lead_hours=Decimal(hours), partners=shared, lead_contact="Lena", **more
    )


def test_a_partnership_is_recorded_changed_and_ended(acorns, cara, amina):
    other = ProviderFactory(name="Bluebells")
    group_of(acorns, cara, other)
    facts = {"lead": acorns, "starts_on": date(2026, 9, 1), "by": amina}
    made = record_partnership(**facts, arrangement=arrangement(cara))
    assert record_partnership(**facts, arrangement=arrangement(cara)) == made, "pressed twice"
    assert last_sentence() == "recorded a delivery partnership led by Acorns"
    wanted = arrangement(cara, other, hours="12.5", transport="On foot")
    for _ in range(2):
        change_partnership(partnership=made, arrangement=wanted, by=amina, on=TODAY)
    assert Entry.objects.filter(action="partnership_changed").count() == 1
    found = selectors.partnership_led_by(acorns, made.pk)
    now = arrangement_of(found)
    assert (now.lead_hours, now.transport, set(now.partners)) == (
        wanted.lead_hours,
        wanted.transport,
        set(wanted.partners),
    )
    for _ in range(2):
        end_partnership(partnership=made, ends_on=date(2026, 12, 1), by=amina)
    assert last_sentence() == "ended a delivery partnership led by Acorns: last day 30 November 2026"
    assert list(selectors.partnerships_of(cara, on=date(2026, 11, 30))) == [made]
    assert not selectors.partnerships_of(cara, on=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "field"),
    [(date(2026, 9, 1), date(2026, 9, 1), "ends_on"), (date(2026, 9, 1), date(2026, 8, 1), "ends_on")],
)
def test_a_partnership_ends_after_it_begins(acorns, cara, amina, starts_on, ends_on, field):
    group_of(acorns, cara)
    facts = {
        "lead": acorns,
        "arrangement": arrangement(cara),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "by": amina,
    }
    assert field in refused(record_partnership, **facts).message_dict


@pytest.mark.parametrize("on", [date(2026, 9, 1), date(2026, 12, 2)])
def test_an_end_that_cannot_be_is_refused(acorns, cara, amina, on):
    group_of(acorns, cara)
    made = record_partnership(
        lead=acorns,
        arrangement=arrangement(cara),
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 12, 1),
        by=amina,
    )
    assert "ends_on" in refused(end_partnership, partnership=made, ends_on=on, by=amina).message_dict


def test_a_partnership_without_partners_or_with_itself_is_refused(acorns, amina):
    for wanted in (arrangement(), arrangement(acorns)):
        error = refused(record_partnership, lead=acorns, arrangement=wanted, starts_on=TODAY, by=amina)
        assert "partners" in error.message_dict
