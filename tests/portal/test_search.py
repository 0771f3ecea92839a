"""N5: the search of everything finds what its reader may open, forgives spelling, and betrays nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.frame.hits import sources
from core.scoping import authority_scope
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group, person_of
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.library import shared
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory
from tests.factories.offers import PublicConsentFactory, VacancyFactory
from tests.factories.ofsted import LeadingPolicyFactory
from tests.factories.providers import ProviderFactory, ProviderIdentityFactory
from tests.staging import staged

Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
PAGE = "/larkshire/search/"
CARAS_HOME = {
    "address_line_1": "7 Hedgerow Close",
    "town": "Hedgeham",
    "postcode": "LK7 7XY",
    "telephone": "01632 960777",
}


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@staged
def settings(larkshire: Authority, group: Group) -> dict[str, Provider]:
    with authority_scope(larkshire):
        Provider.objects.filter(pk=group.caras.provider_id).update(**CARAS_HOME)
        return {
            "honeybee": ProviderFactory(
                name="Honeybee Nursery", urn="EY512345", town="Merrowdown", telephone="01632 960123"
            ),
            "school": ProviderFactory(name="Oak Primary", provider_type="school", urn=""),
            "gone": ProviderFactory(name="Acorns Old Barn", urn="EY599999"),
        }


@staged
def theirs(marlshire: Authority, nadia: User) -> dict[str, Any]:
    """What the other authority holds, each with a word of its own."""
    with authority_scope(marlshire):
        provider = ProviderFactory(name="Quagga Nursery", urn="EY777777")
        collaboration = CollaborationFactory(name="Quokka Group")
        MembershipFactory(collaboration=collaboration, provider=provider)
        person = person_of(provider, "Quilla Numbat", nadia)
        return {"provider": provider, "collaboration": collaboration, "person": person}


def seen(response: Any) -> str:
    page = response.content.decode()
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split()))


def titles(response: Any) -> list[str]:
    return [hit.title for section in response.context["results"] for hit in section.hits]


@pytest.mark.usefixtures("settings", "led")
class TestTheTeam:
    def test_one_hit_goes_straight_to_its_page(self, browse: Browse, amina: User, settings: Any) -> None:
        answer = browse(amina).get(PAGE, {"q": "honeybee"})
        assert (answer.status_code, answer.url) == (302, f"/larkshire/settings/{settings['honeybee'].pk}/")

    @pytest.mark.parametrize(
        "typed", ["EY512345", "512345", "merrowdown", "01632 960123", "960123", "honey nurs"]
    )
    def test_by_number_town_telephone_and_words(
        self, browse: Browse, amina: User, settings: Any, typed: str
    ) -> None:
        assert browse(amina).get(PAGE, {"q": typed}).url.endswith(f"/settings/{settings['honeybee'].pk}/")

    def test_a_hit_says_enough_to_ring(self, browse: Browse, amina: User) -> None:
        words = seen(browse(amina).get(PAGE, {"q": "nursery acorns honeybee"}))
        assert "Honeybee Nursery" in words
        assert "EY512345" in words
        assert "Merrowdown, LK1 2AB" in words
        assert "Not inspected yet" in words
        page = browse(amina).get(PAGE, {"q": "nursery acorns honeybee"}).content.decode()
        assert 'href="tel:01632960123"' in page

    def test_people_and_groups_are_found(self, browse: Browse, amina: User, group: Group) -> None:
        assert browse(amina).get(PAGE, {"q": "lena hartley"}).url.endswith(f"/people/{group.lena.pk}/")
        assert browse(amina).get(PAGE, {"q": "lena@larkshire"}).url.endswith(f"/people/{group.lena.pk}/")
        assert (
            browse(amina)
            .get(PAGE, {"q": "riverside"})
            .url.endswith(f"/collaborations/{group.collaboration.pk}/")
        )

    def test_several_kinds_are_short_lists(self, browse: Browse, amina: User) -> None:
        with authority_scope(Authority.objects.get(slug="larkshire")):
            for number in range(7):
                ProviderFactory(name=f"River Tots {number}")
        answer = browse(amina).get(PAGE, {"q": "river"})
        first, second = answer.context["results"].sections
        assert (first.label, first.count, len(first.hits)) == ("Settings", 7, 5)
        assert first.all_url == "/larkshire/settings/?q=river"
        assert (second.label, second.count, second.all_url) == ("Groups", 1, "")
        assert "Show all 7" in seen(answer)

    def test_the_order(self, browse: Browse, amina: User, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            names = ("Old Elm House", "Elmstead", "Elm", "Helmsley", "Elm Tree Nursery", "St 3000001")
            made = {name: ProviderFactory(name=name) for name in names}
            ProviderIdentityFactory(provider=made["Old Elm House"], scheme="local", value="ELM1")
            Provider.objects.filter(name="Elm Tree Nursery").update(unlisted_since="2026-01-31")
        answer = browse(amina).get(PAGE, {"q": "elm"})
        assert titles(answer) == ["Elm", "Elmstead", "Elm Tree Nursery", "Old Elm House", "Helmsley"]

    def test_a_number_comes_first(self, browse: Browse, amina: User, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            ProviderFactory(name="3000001 Club")
            ProviderIdentityFactory(provider=ProviderFactory(name="Zebra"), scheme="laestab", value="3000001")
        assert titles(browse(amina).get(PAGE, {"q": "3000001"})) == ["Zebra", "3000001 Club"]

    @pytest.mark.parametrize("typed", ["Hunnybee", "Honeybea", "honey bea nursary", "honeybeenursery"])
    def test_spelling_is_forgiven_and_said(self, browse: Browse, amina: User, typed: str) -> None:
        answer = browse(amina).get(PAGE, {"q": typed})
        assert titles(answer)[0] == "Honeybee Nursery"
        assert f"Nothing is called “{typed}”. Showing “Honey" in seen(answer)
        assert f"Search for {typed} all the same" in seen(answer)

    def test_all_the_same(self, browse: Browse, amina: User) -> None:
        answer = browse(amina).get(PAGE, {"q": "Hunnybee", "exactly": "1"})
        assert "Nothing is called “Hunnybee”." in seen(answer)
        assert titles(answer) == []

    def test_nothing_like_it(self, browse: Browse, amina: User) -> None:
        assert "Nothing is called “xylophone zzz”." in seen(browse(amina).get(PAGE, {"q": "xylophone zzz"}))

    def test_one_kind_alone(self, browse: Browse, amina: User) -> None:
        answer = browse(amina).get(PAGE, {"q": "cara", "kind": "person"})
        assert "/people/" in answer.url
        assert len(browse(amina).get(PAGE, {"q": "cara", "kind": "xyz"}).context["results"].sections) == 2

    @pytest.mark.parametrize(
        "typed", ["", "   ", "' - '", "%", "_", "a" * 5000, "🙂", "é" * 101, "' OR 1=1 --"]
    )
    def test_whatever_is_typed_is_answered(self, browse: Browse, amina: User, typed: str) -> None:
        assert browse(amina).get(PAGE, {"q": typed}).status_code == 200

    def test_it_asks_the_same_number_of_questions_at_1_and_30(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        client, counts = browse(amina), []
        for number in (2, 30):
            with authority_scope(larkshire):
                for place in range(number):
                    ProviderFactory(name=f"Pebble {number} {place}")
            client.get(PAGE, {"q": "warm"})
            with CaptureQueriesContext(connection) as queries:
                assert client.get(PAGE, {"q": "pebble"}).status_code == 200
            with CaptureQueriesContext(connection) as mended:
                assert "Showing “Pebble”" in seen(client.get(PAGE, {"q": "pebbel"}))
            counts.append((len(queries), len(mended)))
        assert counts[0] == counts[1]
        assert counts[1] <= (20, 22)

    def test_without_the_cache_it_answers_alike(
        self, browse: Browse, amina: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cache, "get", lambda key, default=None, version=None: default)
        monkeypatch.setattr(cache, "set", lambda *args, **named: None)
        assert titles(browse(amina).get(PAGE, {"q": "Hunnybee"})) == ["Honeybee Nursery"]


@pytest.mark.usefixtures("settings", "led", "elsewhere")
class TestLeadersAndMembers:
    def test_their_group_its_settings_and_people(self, browse: Browse, group: Group) -> None:
        detail = f"/larkshire/collaborations/{group.collaboration.pk}/"
        mo = browse(group.mo)
        assert mo.get(PAGE, {"q": "riverside"}).url == detail
        assert mo.get(PAGE, {"q": "acorns"}).url == f"{detail}#members"
        assert mo.get(PAGE, {"q": "lena"}).url == f"{detail}#members"
        assert mo.get(PAGE, {"q": "bluebells"}).url == f"/larkshire/settings/{group.bluebells.provider_id}/"

    @pytest.mark.parametrize(
        "typed",
        [
            "Hillside", "Clover", "Sam Wilder", "sam@larkshire", "Honeybee", "EY512345",
            "Merrowdown", "Acorns Old Barn",
            "Amina", "Hillsid", "Clovr", "Wildr", "Hunnybee", "Hony bee", "Merowdown",
        ],
    )  # fmt: skip
    def test_nothing_beyond_their_groups(self, browse: Browse, group: Group, typed: str) -> None:
        answer = browse(group.mo).get(PAGE, {"q": typed})
        found = titles(answer) if answer.status_code == 200 else [answer.url]
        assert not {"Hillside", "Clover", "Sam Wilder", "Honeybee Nursery", "Amina Yusuf"} & set(found)
        if answer.status_code == 200:
            shown = seen(answer).replace(typed, "")
            assert not re.search("Hillside|Clover|Wilder|Honeybee|Merrowdown|Amina", shown)

    def test_documents_by_who_may_open_them(
        self, browse: Browse, group: Group, larkshire: Authority, sam: User
    ) -> None:
        with authority_scope(larkshire):
            for_all = shared(group.collaboration, group.lena, "Behaviour policy", at=NOW)
            shared(group.collaboration, group.lena, "Behaviour of leaders", audience="leaders", at=NOW)
        answer = browse(group.mo).get(PAGE, {"q": "behaviour"})
        assert answer.url == f"/larkshire/collaborations/{group.collaboration.pk}/library/{for_all.pk}/"
        assert len(titles(browse(group.lena).get(PAGE, {"q": "behavior"}))) == 2
        assert titles(browse(sam).get(PAGE, {"q": "behaviour"})) == []

    def test_free_places_of_those_who_may_be_named(
        self, browse: Browse, group: Group, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            VacancyFactory(provider=ProviderFactory(name="Zebra Nursery"), confirmed_by=group.mo)
            VacancyFactory(
                provider=ProviderFactory(name="Zebedee's", childminder=True), confirmed_by=group.mo
            )
            agreed = ProviderFactory(name="Zenna's", childminder=True)
            PublicConsentFactory(provider=agreed, given_by=group.mo)
            VacancyFactory(provider=agreed, confirmed_by=group.mo)
        assert browse(group.mo).get(PAGE, {"q": "zebra"}).url == "/larkshire/collaborations/vacancies/"
        assert browse(group.mo).get(PAGE, {"q": "zenna"}).url == "/larkshire/collaborations/vacancies/"
        for typed in ("zebedee", "zebede", "zebbedee"):
            assert "Zebedee's" not in titles(browse(group.mo).get(PAGE, {"q": typed}))

    def test_somebody_with_nothing_finds_nothing(self, browse: Browse, sam: User) -> None:
        for typed in ("acorns", "acorms", "riverside", "lena", "cara"):
            assert titles(browse(sam).get(PAGE, {"q": typed})) == []


@pytest.mark.usefixtures("settings", "led")
class TestWhatIsNeverFound:
    @pytest.mark.parametrize(
        "typed", ["LK7 7XY", "lk77xy", "Hedgeham", "Hedgeam", "01632 960777", "960777", "Hedgerow"]
    )
    def test_where_a_childminder_lives(
        self, browse: Browse, fred: User, quinn: User, group: Group, typed: str
    ) -> None:
        for person in (fred, quinn, group.lena, group.mo):
            answer = browse(person).get(PAGE, {"q": typed})
            assert answer.status_code == 200
            assert titles(answer) == []
            assert "Hedgeham" not in seen(answer).replace(typed, "")

    def test_nor_on_the_hit_itself(self, browse: Browse, fred: User, group: Group) -> None:
        for person in (fred, group.mo):
            words = seen(browse(person).get(PAGE, {"q": "cara"}))
            assert not re.search("Hedge|LK7|960777", words)

    def test_the_team_finds_a_home_by_its_address(self, browse: Browse, amina: User, group: Group) -> None:
        for typed in ("LK7 7XY", "lk77xy", "Hedgeham", "960777"):
            assert browse(amina).get(PAGE, {"q": typed}).url.endswith(f"/settings/{group.caras.provider_id}/")

    @pytest.mark.parametrize(
        "typed",
        ["Quagga", "EY777777", "Quokka", "Quilla", "quilla@larkshire", "Quaga", "Quoka", "Quila Numbut"],
    )
    def test_nothing_of_another_authority(
        self, browse: Browse, theirs: Any, amina: User, group: Group, typed: str
    ) -> None:
        for person in (amina, group.lena):
            answer = browse(person).get(PAGE, {"q": typed})
            assert answer.status_code == 200
            assert titles(answer) == []
            assert not re.search("Quagga|Quokka|Numbat", seen(answer).replace(typed, ""))

    def test_nor_of_this_one_by_the_other(
        self, browse: Browse, otto: User, theirs: Any, group: Group, amina: User
    ) -> None:
        browse(amina).get(PAGE, {"q": "hunybee"})  # the words of Larkshire are in the cache
        for typed in ("acorns", "acorms", "riverside", "lena", "amina", "honeybee", "hunnybee"):
            answer = browse(otto).get("/marlshire/search/", {"q": typed})
            assert answer.status_code == 200
            assert titles(answer) == []
        assert browse(otto).get("/marlshire/search/", {"q": "quaga"}).context["results"].count == 1
        assert browse(otto).get(PAGE, {"q": "acorns"}).status_code == 404

    def test_cases_are_no_source(self) -> None:
        assert [source.kind for source in sources] == [
            "setting",
            "person",
            "collaboration",
            "document",
            "vacancy",
        ]
        assert not any("leadership" in source.find.__module__ for source in sources)

    def test_a_case_changes_nothing_for_anybody(
        self, browse: Browse, larkshire: Authority, led: Group, maya: User, amina: User
    ) -> None:
        """Byte for byte, but for the marks of the request."""
        searched = ("acorns", "acorms", "lena", "case", "leadership case", "riverside bluebells")

        def pages() -> list[str]:
            answers = [
                browse(person).get(PAGE, {"q": typed, "exactly": "1"})
                for person in (maya, amina, led.lena)
                for typed in searched
            ]
            return [answer.url if answer.status_code == 302 else seen(answer) for answer in answers]

        before = pages()
        with authority_scope(larkshire):
            appointment = LeaderAppointmentFactory._meta.model.objects.get(user=led.lena)
            LeadershipCaseFactory(appointment=appointment, policy=LeadingPolicyFactory(version=1))
        assert pages() == before

    def test_who_is_not_signed_in_is_asked_to(self, browse: Browse) -> None:
        answer = browse(None).get(PAGE, {"q": "acorns"})
        assert answer.status_code == 302
        assert "/accounts/login/" in answer.url


def test_the_box_of_the_head(rf: Any, larkshire: Authority, amina: User, sam: User) -> None:
    from django.template.loader import render_to_string

    from portal.context import search_label_for

    request = rf.get("/")
    assert search_label_for(request) == ""
    request.authority, request.user = larkshire, amina
    with authority_scope(larkshire):
        assert search_label_for(request) == "Search settings, people, groups"
        request.user = sam
        assert search_label_for(request) == "Search"
    assert "<form" not in render_to_string("components/search_box.html", {"search_label": ""})
