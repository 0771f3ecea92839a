"""Pages of referrals and requests: officers, those who run the
group, members, others, and the other authority.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.exports.registry import find_export
from core.scoping import authority_scope
from providers.models import Provider
from support.models import Referral, SupportRequest
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import Group
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.factories.support import ReferralFactory, SupportRequestFactory
from tests.support.conftest import NOW

Browse = Callable[..., Client]
REFERRALS, REFER = "/larkshire/leadership/referrals/", "/larkshire/leadership/referrals/make/"
SUPPORT = "/larkshire/leadership/support/"
ADMIN = "/larkshire/admin/"


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


# --- referring ----------------------------------------------------------------------------------------------


def test_an_officer_finds_a_setting_looks_at_what_will_happen_and_refers_it(
    browse: Browse, amina: User, led: Group, daisies: Provider, larkshire: Authority
) -> None:
    client = browse(amina)
    body = text(client.get(f"{REFER}?q=dais"))
    assert f"?setting={daisies.pk}" in body
    assert "Choose Daisies" in body
    where = f"{REFER}?setting={daisies.pk}&setting={led.acorns.provider_id}"
    sent = {"collaboration": led.collaboration.pk, "words": "Close by."}
    preview = text(client.post(where, sent))
    for words in (
        "This setting is referred to Riverside",
        "Daisies",
        "Cannot be referred",
        "Acorns: It is a member already",
        "Close by.",
    ):
        assert words in preview
    with authority_scope(larkshire):
        assert not Referral.objects.exists(), "nothing happens before the second button"
    assert 'name="collaboration"' in text(client.post(where, {**sent, "back": "1"}))
    done = client.post(where, {**sent, "confirmed": "1"}, follow=True)
    assert done.redirect_chain == [(REFERRALS, 302)]
    for words in ("1 setting is referred to Riverside.", "Acorns: It is a member already", "Waiting"):
        assert words in text(done)
    again = text(client.post(where, {**sent, "confirmed": "1"}))
    assert "Daisies: It has been referred there already" in again
    with authority_scope(larkshire):
        assert Referral.objects.count() == 1


def test_the_group_is_searched_for_and_never_chosen_from_a_list_of_all(
    browse: Browse, amina: User, led: Group, daisies: Provider, larkshire: Authority, marlshire: Authority
) -> None:
    """The district's own groups first, a search with its misspellings, the chosen one kept; no other
    authority's.
    """
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Provider.objects.filter(pk=daisies.pk).update(district=north)
        CollaborationFactory(name="Zebra Crossing", district=north)
        for number in range(30):
            CollaborationFactory(name=f"Group {number:02}")
    with authority_scope(marlshire):
        foreign = CollaborationFactory(name="Riverside of Marlshire")
    client, where = browse(amina), f"{REFER}?setting={daisies.pk}"

    def offered(query: str) -> list[str]:
        field = client.get(where + query).context["form"].fields["collaboration"]
        return [label for _value, label in field.widget.choices]

    first = offered("")
    assert first[0] == "Zebra Crossing"
    assert len(first) == 20
    assert offered("&group=riversude") == ["Riverside"]
    assert offered("&group=zz+nothing") == []
    assert "No collaboration that takes members matches" in text(client.get(f"{where}&group=zz+nothing"))
    assert offered(f"&group=zebra&collaboration={led.collaboration.pk}") == ["Riverside", "Zebra Crossing"]
    for wrong in (foreign.pk, "x", 10**9):
        page = client.post(where, {"collaboration": wrong, "words": ""})
        assert page.context["form"].errors["collaboration"], wrong
        assert "Marlshire" not in text(page)
    sent = {"collaboration": led.collaboration.pk, "words": ""}
    assert "referred to Riverside" in text(client.post(f"{where}&group=zebra", sent)), "any group is valid"
    with CaptureQueriesContext(connection) as many:
        client.get(where)
    with authority_scope(larkshire):
        CollaborationFactory.create_batch(5)
    with CaptureQueriesContext(connection) as more:
        client.get(where)
    assert len(more) == len(many)


def test_without_a_setting_it_asks_for_one_and_with_a_foreign_one_there_is_no_page(
    browse: Browse, amina: User, led: Group, marlshire: Authority
) -> None:
    with authority_scope(marlshire):
        foreign = ProviderFactory()
    client = browse(amina)
    assert "Search for the setting" in text(client.get(REFER))
    for wrong in (foreign.pk, 0, "x"):
        assert client.get(f"{REFER}?setting={wrong}").status_code == 404


def test_a_childminder_agency_is_left_out_and_the_page_says_why(
    browse: Browse, amina: User, led: Group, daisies: Provider, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        agency = ProviderFactory(name="Minders United", provider_type=Provider.Type.AGENCY)
    client, where = browse(amina), f"{REFER}?setting={daisies.pk}&setting={agency.pk}"
    asked = client.get(where)
    assert asked.context["left_out"] == [agency]
    assert [one["setting"] for one in asked.context["chosen"]] == [daisies]
    assert "Minders United: it is a childminder agency" in text(asked)
    sent = {"collaboration": led.collaboration.pk, "words": "", "confirmed": "1"}
    client.post(where, sent)
    with authority_scope(larkshire):
        assert [row.provider for row in Referral.objects.all()] == [daisies]
    alone = client.post(f"{REFER}?setting={agency.pk}", sent)
    assert alone.status_code == 200
    with authority_scope(larkshire):
        assert Referral.objects.count() == 1


def test_the_home_of_a_childminder_is_not_shown_where_they_are_chosen(
    browse: Browse, amina: User, led: Group, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        home = ProviderFactory(name="Ivy's", childminder=True, postcode="LK7 7LK")
    body = text(browse(amina).get(f"{REFER}?q=ivy"))
    assert f"setting={home.pk}" in body
    assert "LK7" not in body


def test_one_referral_is_followed_up_and_taken_back(
    browse: Browse, amina: User, larkshire: Authority, led: Group, daisies: Provider
) -> None:
    with authority_scope(larkshire):
        row = ReferralFactory(collaboration=led.collaboration, provider=daisies, referred_by=amina)
    client, page = browse(amina), f"{REFERRALS}{row.pk}/"
    assert "Follow up" in text(client.get(page))
    refused = text(client.post(f"{page}follow-up/", {"state": "not_joined", "words": ""}))
    assert "Say why the setting did not join" in refused
    assert "It is no member yet" in text(client.post(f"{page}follow-up/", {"state": "joined", "words": ""}))
    done = text(client.post(f"{page}follow-up/", {"state": "in_touch", "words": "They met."}, follow=True))
    for words in (
        "It is recorded.",
        "They are in touch",
        "They met.",
        "followed up the referral of Daisies to Riverside",
    ):
        assert words in done
    assert "Taken back" in text(client.post(f"{page}take-back/", follow=True))
    assert "Follow up" not in text(client.get(page))


def test_the_list_of_referrals_is_filtered_sorted_and_exported(
    browse: Browse,
    amina: User,
    maya: User,
    larkshire: Authority,
    led: Group,
    elsewhere: Any,
    daisies: Provider,
) -> None:
    with authority_scope(larkshire):
        ReferralFactory(collaboration=led.collaboration, provider=daisies, referred_by=amina)
        ReferralFactory(
            collaboration=elsewhere,
            provider=ProviderFactory(name="Aster"),
            referred_by=maya,
            state="not_joined",
            ended_on=NOW,
        )
    client = browse(amina)
    for query, shown in (
        ("", {"Daisies", "Aster"}),
        ("state=waiting", {"Daisies"}),
        ("state=not_joined", {"Aster"}),
        (f"collaboration={elsewhere.pk}", {"Aster"}),
        (f"by={amina.pk}", {"Daisies"}),
        ("state=joined", set()),
    ):
        rows = str(client.get(f"{REFERRALS}?{query}").context["rows"])
        assert {name for name in ("Daisies", "Aster") if name in rows} == shown, query
    rows = str(client.get(f"{REFERRALS}?sort=setting").context["rows"])
    assert rows.index("Aster") < rows.index("Daisies")
    assert "/files/exports/referrals/" in text(client.get(REFERRALS)) or "referrals" in text(
        client.get(REFERRALS)
    )
    export: Any = find_export("referrals")
    with authority_scope(larkshire):
        kept = export.clean_filters({"state": "waiting"})
        assert export.filters_in_words(kept) == [("State", "Nothing final yet")]
        assert [row[0] for row in export.rows(kept, by=amina)] == ["Daisies"]
        assert export.count(kept, by=amina) == 1


# --- support ------------------------------------------------------------------------------------------------


def asked_by(led: Group, **facts: Any) -> SupportRequest:
    row: SupportRequest = SupportRequestFactory(collaboration=led.collaboration, asked_by=led.lena, **facts)
    return row


# --- the admin and the counts -------------------------------------------------------------------------------


def test_the_admin_shows_and_changes_nothing(
    browse: Browse, led: Group, larkshire: Authority, amina: User, daisies: Provider
) -> None:
    with authority_scope(larkshire):
        row = asked_by(led)
        referral = ReferralFactory(collaboration=led.collaboration, provider=daisies, referred_by=amina)
    client = browse(amina)
    for name, pk, words in (("referral", referral.pk, "Daisies"), ("supportrequest", row.pk, "Riverside")):
        listed = text(client.get(f"{ADMIN}support/{name}/"))
        assert words in listed
        assert "Export" in listed
        one = text(client.get(f"{ADMIN}support/{name}/{pk}/change/"))
        assert words in one
        assert 'name="_save"' not in one
    assert "Daisies" in text(client.get(f"{ADMIN}support/referral/?state=waiting"))
    assert "Daisies" not in text(client.get(f"{ADMIN}support/referral/?state=joined"))
    assert "Daisies" in text(client.get(f"{ADMIN}support/referral/?q=dais"))


def test_settings_chosen_in_the_register_are_referred_by_the_page(
    browse: Browse, amina: User, fred: User, led: Group, daisies: Provider
) -> None:
    where = f"{ADMIN}providers/provider/"
    ticked = {"action": "refer_to_collaboration", "_selected_action": [daisies.pk, led.acorns.provider_id]}
    response = browse(amina).post(where, ticked)
    assert response.status_code == 302
    assert response.headers["Location"].startswith(REFER)
    assert response.headers["Location"].startswith(f"{REFER}?selection=")
    client, page = browse(amina), browse(amina).get(response.headers["Location"])
    assert {one["setting"].pk for one in page.context["chosen"]} == {daisies.pk, led.acorns.provider_id}
    # One taken out again, by its link, stays out, and what was ticked stays out of the address
    without = next(one["without"] for one in page.context["chosen"] if one["setting"].pk == daisies.pk)
    assert "selection=" in without
    left = client.get(f"{REFER}{without}").context["chosen"]
    assert [one["setting"].pk for one in left] == [led.acorns.provider_id]
    assert client.get(f"{REFER}?selection=999999").status_code == 404
    assert client.get(f"{REFER}?selection=x").status_code == 404
    assert "refer_to_collaboration" not in text(browse(fred).get(where))


def cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_lists_cost_the_same_for_one_row_and_thirty(
    browse: Browse, larkshire: Authority, led: Group, amina: User
) -> None:
    def more(number: int) -> None:
        with authority_scope(larkshire):
            for _each in range(number):
                ReferralFactory(referred_by=amina)
                SupportRequestFactory(collaboration=CollaborationFactory(), asked_by=led.lena, officer=amina)
                asked_by(led, officer=amina)

    more(1)
    addresses = [
        REFERRALS,
        SUPPORT,
        f"{SUPPORT}of/{led.collaboration.pk}/",
        "/larkshire/",
        f"{ADMIN}support/referral/",
        f"{ADMIN}support/supportrequest/",
    ]
    clients = {address: browse(amina) for address in addresses}
    for address, client in clients.items():
        client.get(address)
    one = {address: cost(client, address) for address, client in clients.items()}
    more(29)
    assert {address: cost(client, address) for address, client in clients.items()} == one
    assert max(one.values()) <= 25, one


def test_the_preview_of_many_settings_costs_the_same(
    browse: Browse, larkshire: Authority, led: Group, amina: User
) -> None:
    def previewed(number: int) -> int:
        with authority_scope(larkshire):
            settings = ProviderFactory.create_batch(number)
        query = "&".join(f"setting={one.pk}" for one in settings)
        client = browse(amina)
        client.get(REFER)
        with CaptureQueriesContext(connection) as seen:
            assert (
                "can_confirm"
                in client.post(
                    f"{REFER}?{query}", {"collaboration": led.collaboration.pk, "words": ""}
                ).context
            )
        return len(seen)

    assert previewed(1) == previewed(30)
