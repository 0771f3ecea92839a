"""A setting's home, and the public page: what each shows, to whom, and what it never shows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.services.authorities import change_authority
from collaborations.models import Collaboration
from collaborations.rules import LED
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from memberships.services.members import leave
from provision.models import PublicConsent
from provision.services.offers import give_consent, withdraw_consent
from provision.services.returns import certify_staff
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import APPOINTED, make_group
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import (
    DeliveryPartnerFactory,
    PublicConsentFactory,
    ReturnPeriodFactory,
    VacancyFactory,
)
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
PUBLIC = "/larkshire/public/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def led(larkshire, amina):
    with authority_scope(larkshire):
        made = make_group(amina)
        appoint_leader(membership=made.acorns, user=made.lena, manner="joint", starts_on=APPOINTED, by=amina)
    return made


def page_of(membership) -> str:
    return f"/larkshire/settings/{membership.provider_id}/"


def text(response) -> str:
    return " ".join(response.content.decode().split())


# --- the home of a setting ----------------------------------------------------------------------------------


def test_a_manager_sees_what_the_setting_owes_and_has(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        period = ReturnPeriodFactory()
        VacancyFactory(provider=led.acorns.provider, confirmed_by=amina, confirmed_on=date(2026, 10, 26))
        VacancyFactory(
            provider=led.acorns.provider,
            confirmed_by=amina,
            confirmed_on=date(2026, 10, 1),
            session="all_day",
        )
        DeliveryPartnerFactory(partnership__lead=led.acorns.provider, provider=led.caras.provider)
    client = browse(led.lena)
    body = text(client.get("/larkshire/"))
    assert f'href="{page_of(led.acorns)}"' in body
    body = text(client.get(page_of(led.acorns)))
    for words in (
        "Confirm how many work with children",
        "by 30 November 2026",
        "Tell your staff",
        "Still free? ",
        "Riverside",
        "from 1 September 2024",
        "Bluebells",
        "mailto:lena@larkshire.example",
        "3 places, age 2, Mornings",
        "One day at two settings, led by Acorns",
        "Find another collaboration",
        "Give notice to leave",
    ):
        assert words in body, words
    assert "age 2, All day <br> faded: not shown" in body
    with authority_scope(larkshire):
        certify_staff(period=period, provider=led.acorns.provider, staff=9, by=led.lena, at=AT)
    assert "Staff 9, confirmed by Lena Hartley on 21 November 2026" in text(client.get(page_of(led.acorns)))


def test_those_who_read_the_register_see_no_tasks(browse, led, fred):
    body = text(browse(fred).get(page_of(led.acorns)))
    assert "Riverside" in body
    for words in ("What needs you", "Give notice", "Add and confirm free places"):
        assert words not in body


def test_others_do_not_find_a_setting(browse, led, sam, otto):
    for person in (sam, led.mo, otto):
        assert browse(person).get(page_of(led.acorns)).status_code == 404


def test_a_setting_without_a_collaboration_is_told_where_to_look(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        leave(membership=led.bluebells, on=TODAY, reason="Moved", by=amina)
        ReturnPeriodFactory()
    body = text(browse(led.mo).get(page_of(led.bluebells)))
    assert "This setting is in no collaboration." in body
    assert "Find a collaboration" in body
    assert "Confirm how many work with children" in body, "a member on the count date is asked"


@pytest.mark.parametrize("number", [1, 30])
def test_the_home_takes_the_same_queries(browse, larkshire, led, amina, number):
    with authority_scope(larkshire):
        ReturnPeriodFactory()
        for _ in range(number):
            MembershipFactory(collaboration=CollaborationFactory(), provider=led.acorns.provider)
            MembershipFactory(collaboration=led.collaboration)
            DeliveryPartnerFactory(partnership__lead=led.acorns.provider)
    client = browse(led.lena)
    client.get(page_of(led.acorns))
    with CaptureQueriesContext(connection) as queries:
        client.get(page_of(led.acorns))
    assert len(queries) == HOME_QUERIES


HOME_QUERIES = 24


# --- the public page ----------------------------------------------------------------------------------------


@staged
def published(larkshire, led, maya):
    """Larkshire shows its page; Riverside lies in North Larkshire; Cara lives there."""
    with authority_scope(larkshire):
        north = DistrictFactory(name="North Larkshire")
        led.collaboration.district, led.collaboration.purpose = (
            north,
            "Share practice. Write to lena@larkshire.example",
        )
        led.collaboration.save()
        led.caras.provider.district = north
        led.caras.provider.save()
        changes = {"public_page": True, "joining_words": "Ring us.", "contact_phone": "01234 567890"}
        change_authority(authority=larkshire, by=maya, changes=changes)
    return led


def test_the_page_does_not_exist_until_it_is_switched_on(browse, led, amina):
    for client in (browse(), browse(amina)):
        assert client.get(PUBLIC).status_code == 404


def test_anybody_reads_the_page_without_a_cookie(browse, published):
    response = browse().get(PUBLIC)
    body = text(response)
    for words in (
        "Riverside",
        "North Larkshire",
        "Collaboration, 3 members",
        "Acorns",
        "Bluebells",
        "Ring us.",
        "01234 567890",
    ):
        assert words in body, words
    assert "early.years@larkshire.example" in body, "the team's own address"
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert "csrfmiddlewaretoken" not in body


def test_no_address_of_a_person_stands_on_the_page(browse, larkshire, published, amina):
    with authority_scope(larkshire):
        VacancyFactory(provider=published.acorns.provider, confirmed_by=amina)
        give_consent(provider=published.caras.provider, by=published.cara, on=TODAY)
        VacancyFactory(provider=published.caras.provider, confirmed_by=published.cara)
    body = text(browse().get(PUBLIC))
    for person in (published.lena, published.mo, published.cara):
        assert person.email not in body
    for words in (published.caras.provider.address_line_1, "LK1 2AB", published.caras.provider.urn):
        assert words not in body, words


def test_a_childminder_is_named_only_while_she_agrees(browse, larkshire, published):
    cara = published.caras.provider
    with authority_scope(larkshire):
        VacancyFactory(provider=cara, confirmed_by=published.cara, places=2)
    assert "Cara" not in text(browse().get(PUBLIC))
    with authority_scope(larkshire):
        give_consent(provider=cara, by=published.cara, on=TODAY)
    body = text(browse().get(PUBLIC))
    assert "Cara&#x27;s, North Larkshire" in body
    assert "2 for age 2, mornings" in body
    with authority_scope(larkshire):
        withdraw_consent(provider=cara, by=published.cara, on=TODAY)
    assert "Cara" not in text(browse().get(PUBLIC))


def test_one_authoritys_consent_is_nothing_to_the_other(browse, larkshire, marlshire, published, otto):
    with authority_scope(marlshire):
        change_authority(authority=marlshire, by=otto, changes={"public_page": True})
        membership = MembershipFactory(
            collaboration__name="Valley", provider=ProviderFactory(childminder=True, name="Dora's")
        )
        MembershipFactory(collaboration=membership.collaboration, provider=ProviderFactory(name="Elm Tree"))
    with authority_scope(larkshire):
        PublicConsentFactory(provider=published.caras.provider, given_by=published.cara)
    ours, theirs = text(browse().get(PUBLIC)), text(browse().get("/marlshire/public/"))
    assert "Cara" in ours
    assert "Elm Tree" in theirs
    for words in ("Dora", "Cara", "Riverside"):
        assert words not in theirs
    for words in ("Valley", "Elm Tree", "Dora"):
        assert words not in ours
    with authority_scope(marlshire):
        assert PublicConsent.objects.count() == 0


@pytest.mark.parametrize("state", sorted(LED))
def test_collaborations_that_run_are_shown(browse, larkshire, published, state):
    with authority_scope(larkshire):
        Collaboration.objects.update(state=state)
    assert "Riverside" in text(browse().get(PUBLIC))


@pytest.mark.parametrize("state", [state for state in Collaboration.State.values if state not in LED])
def test_collaborations_that_do_not_run_are_not_shown(browse, larkshire, published, state):
    with authority_scope(larkshire):
        Collaboration.objects.update(state=state)
    body = text(browse().get(PUBLIC))
    assert "Riverside" not in body
    assert "There is no collaboration yet." in body


def test_faded_places_and_settings_that_are_gone_are_not_shown(browse, larkshire, published, amina):
    with authority_scope(larkshire):
        VacancyFactory(
            provider=published.acorns.provider, confirmed_by=amina, confirmed_on=date(2026, 10, 24)
        )
        gone = ProviderFactory(name="Gone Nursery", unlisted_since=date(2026, 6, 30))
        VacancyFactory(provider=gone, confirmed_by=amina)
    assert "No setting lists a free place at the moment." in text(browse().get(PUBLIC))


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_takes_the_same_queries(browse, larkshire, published, amina, number):
    with authority_scope(larkshire):
        for _ in range(number):
            membership = MembershipFactory(collaboration=CollaborationFactory())
            VacancyFactory(provider=membership.provider, confirmed_by=amina)
    browse().get(PUBLIC)
    with CaptureQueriesContext(connection) as queries:
        browse().get(PUBLIC)
    assert len(queries) == PUBLIC_QUERIES


PUBLIC_QUERIES = 11  # one of them for the next meetings of groups that let anybody know


def test_a_long_page_is_turned_and_narrowed_by_district(browse, larkshire, published, amina):
    with authority_scope(larkshire):
        south = DistrictFactory(name="South Larkshire")
        for number in range(41):
            CollaborationFactory(name=f"Meadow {number:02}", district=south)
            VacancyFactory(
                provider=ProviderFactory(name=f"Nursery {number:02}", district=south), confirmed_by=amina
            )
        CollaborationFactory(name="Everywhere")
    first, last = text(browse().get(PUBLIC)), text(browse().get(f"{PUBLIC}?page=3"))
    assert "Riverside" in first
    assert "Meadow 18" in first
    assert "Meadow 19" not in first
    assert 'href="?page=2#collaborations"' in first
    assert 'href="?places=2#free-places"' in first
    assert "Nursery 30" in text(browse().get(f"{PUBLIC}?places=2"))
    assert last.index("Meadow 40") < last.index("Across districts </h3>") < last.index("Everywhere")
    narrowed = text(browse().get(f"{PUBLIC}?district={south.pk}&page=2"))
    assert "Riverside" not in narrowed
    assert "Meadow 20" in narrowed
    assert f'href="?district={south.pk}&amp;page=1#collaborations"' in narrowed
    none = text(browse().get(f"{PUBLIC}?district=0"))
    assert "Everywhere" in none
    assert "Meadow 00" not in none
    assert "No setting lists a free place" in none
    assert "Riverside" in text(browse().get(f"{PUBLIC}?district=nowhere&page=many&places=-1")), (
        "what is not understood is left aside"
    )


def test_a_foreign_district_narrows_nothing(browse, marlshire, published):
    with authority_scope(marlshire):
        foreign = DistrictFactory(name="Far Valley")
        CollaborationFactory(name="Valley", district=foreign)
    body = text(browse().get(f"{PUBLIC}?district={foreign.pk}"))
    assert "Riverside" in body
    assert "Valley" not in body


@pytest.mark.parametrize("is_on", [False, True])
def test_the_foot_of_every_page_leads_there_while_it_is_on(browse, larkshire, led, amina, maya, is_on):
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"public_page": is_on})
    for response in (browse().get("/larkshire/privacy/"), browse(amina).get("/larkshire/")):
        assert ('<a class="govuk-footer__link" href="/larkshire/public/">' in text(response)) is is_on
    where = f"/larkshire/admin/accounts/authority/{larkshire.pk}/change/"
    assert (
        '<a class="govuk-link" href="/larkshire/public/">See the public page</a>'
        in text(browse(maya).get(where))
    ) is is_on


def test_a_manager_switches_it_on_in_the_admin_and_is_warned(browse, larkshire, maya):
    where = f"/larkshire/admin/accounts/authority/{larkshire.pk}/change/"
    body = text(browse(maya).get(where))
    assert "Switched on, anybody on the internet reads the page" in body
    assert 'name="public_page"' in body
