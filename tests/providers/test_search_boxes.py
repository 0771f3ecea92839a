"""N5: every search box forgives spelling, says so, and chooses nothing by itself after a correction."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.exports.registry import find_export
from core.scoping import authority_scope
from providers import selectors
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.providers import ProviderFactory
from tests.staging import staged

Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SAID = "Nothing is called “{}”. Showing “{}”."


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@staged
def honeybee(larkshire: Authority, led: Group) -> Provider:
    with authority_scope(larkshire):
        ProviderFactory(name="Conkers Club", urn="EY522222")
        return ProviderFactory(name="Honeybee Nursery", urn="EY512345")


def seen(response: Any) -> str:
    assert response.status_code == 200
    page = response.content.decode()
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))


@pytest.mark.usefixtures("honeybee")
class TestLists:
    def test_collaborations(self, browse: Browse, amina: User) -> None:
        words = seen(browse(amina).get("/larkshire/collaborations/", {"q": "Rivreside"}))
        assert SAID.format("Rivreside", "Riverside") in words
        assert "Showing 1 collaboration" in words

    def test_a_name_that_is_there_is_not_corrected(self, browse: Browse, amina: User) -> None:
        words = seen(browse(amina).get("/larkshire/collaborations/", {"q": "river"}))
        assert "Nothing is called" not in words

    def test_nothing_like_it_is_an_empty_list(self, browse: Browse, amina: User) -> None:
        words = seen(browse(amina).get("/larkshire/collaborations/", {"q": "xylophone"}))
        assert "Nothing is called" not in words
        assert "Nothing matches these filters." in words

    def test_the_export_is_the_list(self, in_larkshire: Authority, amina: User) -> None:
        export: Any = find_export("collaborations")
        assert [str(row) for row in export.matching({"q": "Rivreside"}, by=amina)] == ["Riverside"]

    def test_settings_in_no_collaboration(self, browse: Browse, amina: User) -> None:
        words = seen(browse(amina).get("/larkshire/collaborations/settings-without/", {"q": "Hunnybee"}))
        assert SAID.format("Hunnybee", "Honeybee") in words
        # a member is none of this list's rows, and so none of its words
        words = seen(browse(amina).get("/larkshire/collaborations/settings-without/", {"q": "Blubells"}))
        assert "Bluebells" not in words


@pytest.mark.usefixtures("honeybee")
class TestTheAdmin:
    @pytest.mark.parametrize(
        ("model", "typed", "shown"),
        [
            ("providers/provider", "Hunnybee", "Honeybee"),
            ("accounts/user", "Lina Hartly", "Lena Hartley"),
            ("collaborations/collaboration", "Rivreside", "Riverside"),
            ("memberships/membership", "Blubells", "Bluebells"),
            ("memberships/settingrole", "Mo Sidiqui", "Siddiqui"),
            ("memberships/leaderappointment", "Hartly", "Hartley"),
        ],
    )
    def test_it_forgives_and_says_so(
        self, browse: Browse, amina: User, model: str, typed: str, shown: str
    ) -> None:
        answer = browse(amina).get(f"/larkshire/admin/{model}/", {"q": typed})
        assert re.search(f"Nothing is called “{typed}”. Showing “[A-Za-z ]*{shown}”.", seen(answer))
        assert len(answer.context["cl"].result_list) >= 1

    def test_the_register_s_export_finds_what_its_list_finds(
        self, in_larkshire: Authority, amina: User
    ) -> None:
        export: Any = find_export("settings")
        assert [str(row) for row in export.settings({"q": "Hunnybee"}, by=amina)] == ["Honeybee Nursery"]


class TestWhereASettingIsChosen:
    @pytest.mark.parametrize("page", ["members/add", "invite"])
    def test_a_corrected_hit_is_shown_and_not_chosen(
        self, browse: Browse, amina: User, led: Group, honeybee: Provider, page: str
    ) -> None:
        client, address = browse(amina), f"/larkshire/collaborations/{led.collaboration.pk}/{page}/"
        answer = client.get(address, {"q": "Hunnybee"})
        assert SAID.format("Hunnybee", "Honeybee") in seen(answer)
        assert "checked" not in answer.content.decode()
        assert "checked" in client.get(address, {"q": "Honeybee"}).content.decode()

    def test_a_leader_who_invites_learns_no_address(
        self, browse: Browse, larkshire: Authority, led: Group
    ) -> None:
        with authority_scope(larkshire):
            ProviderFactory(
                name="Dora's", childminder=True, town="Hedgeham", postcode="LK7 7XY", telephone="01632 960777"
            )
        address = f"/larkshire/collaborations/{led.collaboration.pk}/invite/"
        for typed in ("Hedgeham", "Hedgeam", "LK7 7XY", "960777"):
            words = seen(browse(led.lena).get(address, {"q": typed}))
            assert "Dora" not in words
            assert "Hedgeham" not in words.replace(typed, "")

    def test_the_groups_of_a_setting_stand_beside_it(
        self, browse: Browse, amina: User, larkshire: Authority, led: Group
    ) -> None:
        with authority_scope(larkshire):
            other = CollaborationFactory(name="Northgate")
        words = seen(browse(amina).get(f"/larkshire/collaborations/{other.pk}/members/add/", {"q": "acorns"}))
        assert "Already in Riverside" in words

    def test_referring(self, browse: Browse, amina: User, honeybee: Provider) -> None:
        words = seen(browse(amina).get("/larkshire/leadership/referrals/make/", {"q": "Hunnybee"}))
        assert SAID.format("Hunnybee", "Honeybee") in words
        assert "Choose Honeybee Nursery" in words

    def test_merging(self, browse: Browse, amina: User, larkshire: Authority, led: Group) -> None:
        with authority_scope(larkshire):
            Collaboration.objects.filter(pk=led.collaboration.pk).update(state="active")
        words = seen(browse(amina).get("/larkshire/collaborations/plans/merge/", {"q": "Rivreside"}))
        assert SAID.format("Rivreside", "Riverside") in words

    def test_a_text_names_nothing_that_it_had_to_correct(
        self, in_larkshire: Authority, honeybee: Provider
    ) -> None:
        assert selectors.setting_named("honeybee").setting == honeybee
        named = selectors.setting_named("Hunnybee")
        assert (named.setting, list(named.others)) == (None, [honeybee])
        assert "Honeybee Nursery, EY512345" in selectors.setting_not_named("Hunnybee", named)

    def test_an_ofsted_number_is_compared_with_no_other_number(
        self, in_larkshire: Authority, honeybee: Provider
    ) -> None:
        honeybee.identities.create(scheme="dfe_urn", value="123456")
        assert selectors.setting_named("123456").setting is None

    def test_taking_over(self, browse: Browse, amina: User, honeybee: Provider, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            new = ProviderFactory(name="New Hive")
        sent = {"earlier": "Hunnybee", "on": "3/11/2025", "reason": "Sold"}
        words = seen(browse(amina).post(f"/larkshire/admin/providers/provider/{new.pk}/take-over/", sent))
        assert "Enter the Ofsted URN of the one you mean: Honeybee Nursery, EY512345" in words


class TestWords:
    def test_they_are_kept_by_authority_and_audience(
        self, larkshire: Authority, marlshire: Authority, honeybee: Provider
    ) -> None:
        with authority_scope(larkshire):
            home = ProviderFactory(name="Dora's", childminder=True, town="Hedgeham")
            assert home.town.lower() in selectors.words_of_settings(with_homes=True).counts
            assert home.town.lower() not in selectors.words_of_settings(with_homes=False).counts
        with authority_scope(marlshire):
            assert selectors.words_of_settings(with_homes=True).counts == {}

    def test_they_are_read_once_in_ten_minutes(self, in_larkshire: Authority) -> None:
        assert "zebra" not in selectors.words_of_settings(with_homes=True).counts
        ProviderFactory(name="Zebra")
        assert "zebra" not in selectors.words_of_settings(with_homes=True).counts
        cache.clear()
        assert "zebra" in selectors.words_of_settings(with_homes=True).counts

    def test_accents_and_apostrophes_of_towns_and_persons_are_folded(self, in_larkshire: Authority) -> None:
        setting = ProviderFactory(name="Acorns", town="Bryn-Mêl", registered_person_name="Siân O’Neill")
        ProviderFactory(name="Oak")
        for typed in ("bryn mel", "Bryn Mêl", "sian oneill", "O'Neill"):
            found = selectors.settings_matching(typed, within=selectors.register(), with_homes=False)
            assert list(found) == [setting], typed
