"""What somebody looked at last in this sign-in: the pages of settings, people and groups, never a case (O6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.frame.viewed import MAX_VIEWED
from core.scoping import authority_scope
from providers.models import Provider
from tests.factories.groups import Group
from tests.factories.providers import ProviderFactory
from tests.staging import staged

Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
PAGE = "/larkshire/search/"


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@staged
def honeybee(larkshire: Authority, group: Group) -> Provider:
    with authority_scope(larkshire):
        return ProviderFactory(name="Honeybee Nursery", urn="EY512345")


@pytest.mark.usefixtures("honeybee", "led")
class TestRecentlyViewed:
    def test_what_was_found_is_remembered_in_this_sign_in(self, browse: Browse, amina: User) -> None:
        client = browse(amina)
        for typed in ("honeybee", "riverside", "lena hartley", "honeybee"):
            assert client.get(PAGE, {"q": typed}).status_code == 302
        viewed = client.get(PAGE).context["viewed"]
        assert [hit.title for hit in viewed] == ["Honeybee Nursery", "Lena Hartley", "Riverside"]
        assert "Recently viewed" in client.get(PAGE).content.decode()
        assert browse(amina).get(PAGE).context["viewed"] == []

    def test_every_page_of_a_setting_a_person_and_a_group_is_remembered(
        self, browse: Browse, amina: User, group: Group
    ) -> None:
        """Also the pages below the overview; no page of anything else, and none that is refused."""
        client, setting = browse(amina), group.acorns.provider_id
        for page in (
            f"settings/{setting}/people/",
            f"people/{group.lena.pk}/",
            f"collaborations/{group.collaboration.pk}/ways-of-working/",
            "collaborations/",
            "settings/999999/",
        ):
            client.get(f"/larkshire/{page}")
        viewed = client.get(PAGE).context["viewed"]
        assert [hit.title for hit in viewed] == ["Riverside", "Lena Hartley", "Acorns"]
        assert [hit.title for hit in client.get("/larkshire/").context["viewed"]] == [
            hit.title for hit in viewed
        ]

    def test_looking_again_writes_nothing(self, browse: Browse, amina: User, group: Group) -> None:
        client = browse(amina)
        page = f"/larkshire/collaborations/{group.collaboration.pk}/"

        def writes(address: str) -> int:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            return sum('"django_session"' in query["sql"] and "UPDATE" in query["sql"] for query in queries)

        assert writes(page) == 1
        assert writes(page) == 0
        assert writes(f"{page}members/") == 0

    def test_what_may_no_longer_be_opened_is_left_out(
        self, browse: Browse, group: Group, larkshire: Authority
    ) -> None:
        client = browse(group.mo)
        client.get(PAGE, {"q": "acorns"})
        assert [hit.title for hit in client.get(PAGE).context["viewed"]] == ["Acorns"]
        with authority_scope(larkshire):
            type(group.acorns).objects.filter(pk=group.acorns.pk).update(left_on=NOW.date())
        assert client.get(PAGE).context["viewed"] == []

    def test_ten_at_most(self, browse: Browse, amina: User, larkshire: Authority) -> None:
        client = browse(amina)
        for number in range(MAX_VIEWED + 2):
            with authority_scope(larkshire):
                ProviderFactory(name=f"Pebble{number:02}")
            client.get(PAGE, {"q": f"pebble{number:02}"})
        viewed = [hit.title for hit in client.get(PAGE).context["viewed"]]
        assert len(viewed) == MAX_VIEWED
        assert viewed[0] == f"Pebble{MAX_VIEWED + 1:02}"
