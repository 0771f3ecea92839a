"""The list of free places: who finds what in it, its filters, its order and its export."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.services.authorities import change_authority
from core.exports.registry import find_export
from core.scoping import authority_scope
from core.tables.filters import WrongFilters
from memberships.models.members import SettingRole
from provision.services.offers import give_consent, withdraw_consent
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import VacancyFactory
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
LIST = "/larkshire/collaborations/vacancies/"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def listed(larkshire, led, amina):
    """Acorns has places in the north, Cara at home in the south; what
    Bluebells had has faded; Closed has left Ofsted's file.
    """
    with authority_scope(larkshire):
        north, south = DistrictFactory(name="North"), DistrictFactory(name="South")
        for membership, district in ((led.acorns, north), (led.caras, south)):
            membership.provider.district, membership.provider.telephone = district, "01234 567890"
            membership.provider.save()
        VacancyFactory(provider=led.acorns.provider, confirmed_by=amina, note="In the garden room")
        VacancyFactory(
            provider=led.acorns.provider,
            confirmed_by=amina,
            age_band="under_two",
            session="all_day",
            places=1,
        )
        VacancyFactory(
            provider=led.caras.provider, confirmed_by=amina, age_band="school_age", session="before_after"
        )
        VacancyFactory(provider=led.bluebells.provider, confirmed_by=amina, confirmed_on=date(2026, 10, 24))
        VacancyFactory(
            provider=ProviderFactory(name="Closed", unlisted_since=date(2026, 6, 30)), confirmed_by=amina
        )
    return led


def text(response) -> str:
    return " ".join(response.content.decode().split())


def rows_of(response) -> list[tuple[str, str]]:
    """Setting and age of each row, in order."""
    return [(row.provider.name, row.age_band) for row in response.context["page"].object_list]


def test_officers_see_every_place_that_has_not_faded(browse, listed, amina):
    response = browse(amina).get(LIST)
    assert set(rows_of(response)) == {
        ("Acorns", "two"),
        ("Acorns", "under_two"),
        ("Cara's", "school_age"),
        ("Closed", "two"),
    }
    body = text(response)
    assert f'href="/larkshire/settings/{listed.caras.provider_id}/"' in body
    assert "In the garden room" in body


def test_people_of_settings_find_a_home_only_while_it_agrees(browse, larkshire, elsewhere, listed, sam):
    cara, client = listed.caras.provider, browse(sam)
    assert set(rows_of(client.get(LIST))) == {("Acorns", "two"), ("Acorns", "under_two")}
    with authority_scope(larkshire):
        give_consent(provider=cara, by=listed.cara, on=TODAY)
    body = text(client.get(LIST))
    assert "Cara&#x27;s" in body
    assert "South" in body
    with authority_scope(larkshire):
        withdraw_consent(provider=cara, by=listed.cara, on=TODAY)
    assert "Cara" not in text(client.get(LIST))


def test_no_address_and_no_telephone_of_a_home_is_shown_to_anybody(
    browse, larkshire, elsewhere, listed, sam, amina, maya
):
    cara = listed.caras.provider
    with authority_scope(larkshire):
        cara.name, cara.telephone = "", "01999 111222"
        cara.save()
        give_consent(provider=cara, by=listed.cara, on=TODAY)
    for person in (sam, amina, maya):
        body = text(browse(person).get(LIST))
        for words in (
            cara.address_line_1,
            cara.postcode,
            "01999 111222",
            listed.acorns.provider.postcode,
            "@acorns",
        ):
            assert words not in body, (person.full_name, words)
        assert "01234 567890" in body, "of Acorns"
    assert "A childminder" in text(browse(sam).get(LIST))
    assert cara.urn not in text(browse(sam).get(LIST)), "the number stands in for a name for officers alone"


def test_who_belongs_to_nothing_today_is_refused(browse, larkshire, listed, sam, otto):
    assert browse(sam).get(LIST).status_code == 403
    assert browse(otto).get(LIST).status_code == 404
    assert browse().get(LIST).status_code == 302
    assert browse(listed.mo).get(LIST).status_code == 200
    with authority_scope(larkshire):
        SettingRole.objects.filter(user=listed.mo).update(ends_on=TODAY)
    assert browse(listed.mo).get(LIST).status_code == 403, "from the day on which it ends"


def test_one_authoritys_places_are_nothing_to_the_other(browse, larkshire, marlshire, listed, amina, otto):
    with authority_scope(marlshire):
        VacancyFactory(provider=ProviderFactory(name="Elm Tree"), confirmed_by=otto)
    assert "Elm Tree" not in text(browse(amina).get(LIST))
    theirs = browse(otto).get("/marlshire/collaborations/vacancies/")
    assert rows_of(theirs) == [("Elm Tree", "two")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?age=two&sort=setting", [("Acorns", "two"), ("Closed", "two")]),
        ("?session=before_after", [("Cara's", "school_age")]),
        ("?district=none", [("Closed", "two")]),
        ("?session=all_day&age=two", []),
        ("?session=holidays", []),
        ("?sort=-age&session=morning&age=two&district=none", [("Closed", "two")]),
    ],
)
def test_the_list_is_filtered(browse, listed, amina, asked, found):
    assert rows_of(browse(amina).get(LIST + asked)) == found


def test_the_list_is_filtered_by_district_and_sorted_by_age(browse, listed, amina):
    client, north = browse(amina), listed.acorns.provider.district_id
    assert rows_of(client.get(f"{LIST}?district={north}&sort=age")) == [
        ("Acorns", "under_two"),
        ("Acorns", "two"),
    ]
    ages = [age for _name, age in rows_of(client.get(f"{LIST}?sort=-age"))]
    assert ages == ["school_age", "two", "two", "under_two"]


def test_the_export_is_for_those_who_may_export_and_keeps_the_filters(
    browse, larkshire, elsewhere, listed, sam, amina, fred
):
    export = find_export("vacancies")
    with authority_scope(larkshire):
        kept = export.clean_filters({"age": "school_age", "district": str(listed.caras.provider.district_id)})
        (row,) = export.rows(kept, by=amina)
        assert export.count(kept, by=amina) == 1
        assert row[0] == "Cara's"
        assert row[3:7] == ("South", "School age", "Before and after school", 3)
        assert row[8] == "", "nobody's telephone at home"
        assert export.filters_in_words({"age": "two", "session": "morning"}) == [
            ("Age of the child", "2"),
            ("When", "Mornings"),
        ]
        assert export.count({"session": "morning"}, by=amina) == 2
        for wrong in ({"age": "old"}, {"session": "night"}, {"district": "1 OR 1=1"}):
            with pytest.raises(WrongFilters, match="from the list"):
                export.clean_filters(wrong)
        assert [export.may_run(one, {}) for one in (amina, fred, listed.lena, sam)] == [
            True,
            True,
            False,
            False,
        ]
    assert (
        browse(amina).get(f"{LIST}?age=two").context["export_url"]
        == "/larkshire/files/exports/vacancies/?age=two"
    )
    assert browse(sam).get(LIST).context["export_url"] == ""


def test_links_lead_there(browse, listed, amina):
    link = f'href="{LIST}"'
    assert link in text(browse(amina).get("/larkshire/data/"))
    for where in (
        "/larkshire/",
        f"/larkshire/settings/{listed.acorns.provider_id}/",
        f"/larkshire/settings/{listed.acorns.provider_id}/vacancies/",
    ):
        assert link in text(browse(listed.lena).get(where)), where


def test_a_childminder_reads_who_sees_her_places(browse, larkshire, listed):
    client, where = browse(listed.cara), f"/larkshire/settings/{listed.caras.provider_id}/vacancies/"
    assert "Your free places are shown to the early years team, and to nobody else." in text(
        client.get(where)
    )
    with authority_scope(larkshire):
        give_consent(provider=listed.caras.provider, by=listed.cara, on=TODAY)
    assert "that other settings and the public page may name you." in text(client.get(where))


@pytest.mark.parametrize("is_on", [False, True])
def test_parents_are_promised_only_while_there_is_a_public_page(browse, larkshire, led, maya, is_on):
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"public_page": is_on})
    body = text(browse(led.lena).get(f"/larkshire/settings/{led.acorns.provider_id}/vacancies/"))
    assert ("by parents on the public page" in body) is is_on
    assert "can be found by other settings" in body


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize(("who", "most"), [("amina", 11), ("lena", 14)])
def test_the_list_takes_the_same_queries(browse, larkshire, led, amina, number, who, most):
    with authority_scope(larkshire):
        for place in range(number):
            provider = MembershipFactory(
                provider=ProviderFactory(district=DistrictFactory(name=f"District {place}"))
            ).provider
            VacancyFactory(provider=provider, confirmed_by=amina)
    client = browse(amina if who == "amina" else led.lena)
    client.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    assert len(queries) == most
