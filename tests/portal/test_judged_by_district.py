"""Judgements by district on the home page of quality leads: each number is that of the list it leads to."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from memberships.selectors.districts import settings_by_district
from ofsted.selectors.districts import GRADED, judged_by_district
from ofsted.selectors.register import judged_as
from portal.selectors.judged import judgements_by_district
from providers.models import District, Provider
from providers.selectors import Listing, by_listing, register
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import DistrictFactory, ProviderFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
Browse = Callable[[User | None], Client]
TODAY = date(2026, 11, 30)
HEADING = "Judgements by district"


@pytest.fixture(autouse=True)
def today(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(f"{TODAY.isoformat()}T10:00:00Z", tick=False)


@pytest.fixture
def districts(larkshire: Authority) -> list[District]:
    with authority_scope(larkshire):
        return [DistrictFactory(name="Larkton"), DistrictFactory(name="Ashford")]


def some_settings(districts: list[District], number: int) -> None:
    chance = random.Random(20261201)
    for place in range(number):
        setting = ProviderFactory(
            district=chance.choice([*districts, None]),
            first_listed_on=None if place % 11 == 0 else date(2020, 1, 1),
            unlisted_since=TODAY if place % 7 == 0 else None,
        )
        for _inspection in range(chance.randint(0, 3)):
            day = TODAY - timedelta(days=chance.randint(0, 2000))
            if chance.random() < 0.4:
                InspectionFactory(
                    card=True,
                    provider=setting,
                    inspected_on=day,
                    published_on=day + timedelta(days=chance.choice([0, 3000])),
                    rc_inclusion=chance.randint(1, 5),
                )
            else:
                InspectionFactory(
                    provider=setting, inspected_on=day, published_on=day, overall=chance.randint(1, 4)
                )


def test_o4_judgements_by_district_are_those_of_the_register(
    larkshire: Authority, districts: list[District]
) -> None:
    """Against the lists that a filter leaves, also for what is unpublished, unlisted or of no district."""
    with authority_scope(larkshire):
        some_settings(districts, 60)
        listed = by_listing(register(), Listing.LISTED)
        found = judged_by_district(on=TODAY)
        for district in [*(each.pk for each in districts), None]:
            for kind in GRADED:
                rows = judged_as(listed, kind, on=TODAY).filter(district=district)
                assert found[district].judged[kind] == rows.count(), (district, kind)
            assert found[district].settings == listed.filter(district=district).count()
        assert sum(found[None].judged.values())


def numbers(page: str) -> dict[str, tuple[int, str]]:
    """By what the link says after its number: the number, and the address of its list."""
    part = page.partition(f'id="judgements-by-district">{HEADING}')[2].partition("</section>")[0]
    links = re.findall(r'href="([^"]+)">([\d,]+)\s*<span class="govuk-visually-hidden">([^<]+)</span>', part)
    return {words: (int(number.replace(",", "")), html.unescape(url)) for url, number, words in links}


def test_each_number_of_the_home_page_leads_to_as_many_settings(
    larkshire: Authority, marlshire: Authority, districts: list[District], quinn: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        InspectionFactory.create_batch(3, overall=4)
    with authority_scope(larkshire):
        some_settings(districts, 40)
    client = browse(quinn)
    found = numbers(client.get("/larkshire/").content.decode())
    assert {words.rpartition(", ")[2] for words in found} == {"Larkton", "Ashford", "No district"}
    assert any(words.startswith("of which an area needs attention") for words in found)
    for words, (number, address) in found.items():
        listed = client.get(address)
        assert listed.context["page"].paginator.count == number, words


def test_nothing_is_counted_of_too_many_settings_and_nothing_stands_where_there_are_none(
    larkshire: Authority, districts: list[District], quinn: User, browse: Browse
) -> None:
    client = browse(quinn)
    assert "No setting is listed yet." in client.get("/larkshire/").content.decode()
    with authority_scope(larkshire):
        ProviderFactory.create_batch(3, district=districts[0], first_listed_on=date(2020, 1, 1))
        reach = settings_by_district(on=TODAY)
        whole, shortened = (judgements_by_district(reach, on=TODAY, most=most) for most in (3, 2))
    assert (whole.is_counted, len(whole.kinds), [len(row.cells) for row in whole.rows]) == (True, 6, [6])
    assert (shortened.is_counted, shortened.kinds, [row.cells for row in shortened.rows]) == (False, (), [()])
    assert [(row.name, row.settings.number) for row in shortened.rows] == [("Larkton", 3)]


def test_other_roles_and_another_authority_do_not_have_it(
    larkshire: Authority, districts: list[District], amina: User, fred: User, otto: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        ProviderFactory(district=districts[0], first_listed_on=date(2020, 1, 1))
        assert Provider.objects.exists()
    for person, slug in ((amina, "larkshire"), (fred, "larkshire"), (otto, "marlshire")):
        assert HEADING not in browse(person).get(f"/{slug}/").content.decode()
