"""Vacancies, consent and delivery partnerships through the endpoints."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.scoping import authority_scope
from provision.models import DeliveryPartnership, PublicConsent, Vacancy
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import DeliveryPartnerFactory, VacancyFactory

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


def page_of(membership, rest="") -> str:
    return f"/larkshire/settings/{membership.provider_id}/{rest}"


def partnerships_of(membership, rest="") -> str:
    return f"/larkshire/collaborations/partnerships/{membership.provider_id}/{rest}"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def day(name, value) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}


# --- vacancies ----------------------------------------------------------------------------------------------


def test_a_manager_lists_changes_and_removes_a_vacancy(browse, larkshire, led):
    client = browse(led.lena)
    assert "You list no free places." in text(client.get(page_of(led.acorns, "vacancies/")))
    given = {"age_band": "two", "session": "morning", "places": "3", "note": ""}
    body = text(client.post(page_of(led.acorns, "vacancies/add/"), given, follow=True))
    assert "Unless you confirm them, they fade on 19 December 2026." in body
    assert "Age 2, Mornings" in body
    assert "3 places" in body
    with authority_scope(larkshire):
        vacancy = Vacancy.objects.get()
    where = page_of(led.acorns, f"vacancies/{vacancy.pk}/")
    assert "1 place" in text(
        client.post(where, {"places": "1", "note": "", **day("from_on", date(2027, 1, 5))}, follow=True)
    )
    assert "Remove the free places: 1 place, age 2, mornings?" in text(client.get(f"{where}remove/"))
    assert "The free places are removed." in text(client.post(f"{where}remove/", follow=True))
    assert client.get(where).status_code == 404


def test_one_tap_says_that_it_is_still_free(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        vacancy = VacancyFactory(
            provider=led.acorns.provider, confirmed_by=amina, confirmed_on=date(2026, 10, 20)
        )
    client = browse(led.lena)
    body = text(client.get(page_of(led.acorns, "vacancies/")))
    assert "It faded on 17 November 2026." in body
    assert "Still free" in body
    for _ in range(2):
        response = client.post(page_of(led.acorns, f"vacancies/{vacancy.pk}/still-free/"), follow=True)
    assert "Still free: 3 places, age 2, mornings. It is shown until 19 December 2026." in text(response)
    assert "It fades on 19 December 2026." in text(response)


def test_what_cannot_be_listed_is_said_at_its_field(browse, larkshire, led):
    client = browse(led.lena)
    given = {"age_band": "two", "session": "morning", "places": "0", "note": "Write to lena@acorns.example"}
    response = client.post(page_of(led.acorns, "vacancies/add/"), given)
    assert set(response.context["form"].errors) == {"places"}
    response = client.post(page_of(led.acorns, "vacancies/add/"), {**given, "places": "3"})
    assert response.context["form"].errors == {
        "note": ["Anybody may read the note, so leave out email addresses."]
    }


@pytest.mark.parametrize("rest", ["vacancies/", "vacancies/add/", "public-consent/", "staff-return/"])
def test_sam_and_otto_find_nothing_there(browse, led, elsewhere, sam, otto, rest):
    for person in (sam, otto, led.mo):
        assert browse(person).get(page_of(led.caras, rest)).status_code == 404


def test_a_vacancy_of_another_setting_is_not_found_at_ones_own(browse, larkshire, led, amina):
    with authority_scope(larkshire):
        vacancy = VacancyFactory(provider=led.bluebells.provider, confirmed_by=amina)
    client = browse(led.lena)
    for rest in ("", "remove/", "still-free/"):
        assert client.post(page_of(led.acorns, f"vacancies/{vacancy.pk}/{rest}")).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_of_vacancies_takes_the_same_queries(browse, larkshire, led, amina, number):
    with authority_scope(larkshire):
        for place in range(min(number, 20)):
            ages, sessions = Vacancy.AgeBand.values, Vacancy.Session.values
            VacancyFactory(
                provider=led.acorns.provider,
                confirmed_by=amina,
                age_band=ages[place % 4],
                session=sessions[place // 4],
            )
    client = browse(led.lena)
    client.get(page_of(led.acorns, "vacancies/"))
    with CaptureQueriesContext(connection) as queries:
        client.get(page_of(led.acorns, "vacancies/"))
    assert len(queries) == 11


# --- consent ------------------------------------------------------------------------------------------------


def test_a_childminder_reads_agrees_and_withdraws(browse, larkshire, led):
    client = browse(led.cara)
    body = text(client.get(page_of(led.caras, "public-consent/")))
    assert "They never show your address" in body
    assert "your name as it stands in the register: Cara&#x27;s" in body
    for _ in range(2):
        client.post(page_of(led.caras, "public-consent/"))
    with authority_scope(larkshire):
        assert PublicConsent.objects.get().given_by == led.cara
    assert "Other settings and the public page may name you" in text(
        client.get(page_of(led.caras, "public-consent/"))
    )
    response = client.post(page_of(led.caras, "public-consent/withdraw/"), follow=True)
    assert "Other settings and the public page do not name you any more." in text(response)


def test_a_nursery_has_no_such_page(browse, led):
    assert browse(led.lena).get(page_of(led.acorns, "public-consent/")).status_code == 404


# --- delivery partnerships ----------------------------------------------------------------------------------


def wanted(led, **more):
    return {
        "model": "split_day",
        "lead_hours": "18.5",
        f"partner_{led.caras.provider_id}": "11.5",
        "lead_contact": "Lena Hartley",
        **day("starts_on", date(2026, 11, 1)),
        **more,
    }


def test_a_manager_records_changes_and_ends_a_partnership(browse, larkshire, led):
    client = browse(led.lena)
    assert "None is recorded yet." in text(client.get(partnerships_of(led.acorns)))
    body = text(client.post(partnerships_of(led.acorns, "add/"), wanted(led), follow=True))
    for words in (
        "The delivery partnership is recorded.",
        "Acorns: 18.5",
        "Cara&#x27;s: 11.5",
        "One day at two settings",
    ):
        assert words in body
    with authority_scope(larkshire):
        made = DeliveryPartnership.objects.get()
    changed = wanted(led, **{f"partner_{led.bluebells.provider_id}": "5"})
    body = text(client.post(partnerships_of(led.acorns, f"{made.pk}/"), changed, follow=True))
    assert "Together this is 35 hours a week." in body, "said, and not refused"
    assert "Bluebells: 5" in body
    body = text(browse(led.cara).get(partnerships_of(led.caras)))
    assert "Acorns: 18.5" in body, "a partner sees it"
    assert "> Change<" not in body, "and does not change it"
    assert browse(led.cara).get(partnerships_of(led.caras, f"{made.pk}/")).status_code == 404
    body = text(
        client.post(
            partnerships_of(led.acorns, f"{made.pk}/end/"), day("ends_on", date(2026, 12, 1)), follow=True
        )
    )
    assert "last day 1 December 2026" in body


def test_a_partnership_that_cannot_be_says_why(browse, led):
    client = browse(led.lena)
    given = wanted(led)
    del given[f"partner_{led.caras.provider_id}"]
    assert "Choose at least one partner." in text(client.post(partnerships_of(led.acorns, "add/"), given))
    response = client.post(partnerships_of(led.acorns, "add/"), wanted(led, lead_hours="many"))
    assert "Enter hours as a number, such as 15 or 7.5." in text(response)


def test_only_members_of_a_common_collaboration_can_be_chosen(browse, led, elsewhere, sam):
    names = [
        str(one) for one in browse(led.lena).get(partnerships_of(led.acorns, "add/")).context["partners"]
    ]
    assert names == ["Bluebells", "Cara's"]
    assert browse(sam).get(partnerships_of(led.acorns)).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_of_partnerships_takes_the_same_queries(browse, larkshire, led, number):
    with authority_scope(larkshire):
        for _ in range(number):
            partner = MembershipFactory(collaboration=led.collaboration).provider
            DeliveryPartnerFactory(partnership__lead=led.acorns.provider, provider=partner)
    client = browse(led.lena)
    client.get(partnerships_of(led.acorns))
    with CaptureQueriesContext(connection) as queries:
        client.get(partnerships_of(led.acorns))
    assert len(queries) == 13
