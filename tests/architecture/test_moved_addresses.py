"""Addresses that have changed lead on to where their page is now, behind the same sign-in and permission."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import resolve

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import create_authority
from config.moved_addresses import MOVED_ADMIN, MOVED_INDEX
from tests.architecture.routes import ROUTES
from tests.factories.people import appointed, browsing
from tests.staging import staged

URLCONF = "config.authority_urls"
MOVED = sorted({**MOVED_ADMIN, **MOVED_INDEX}.items())


@staged
def larkshire(db: None) -> Authority:
    return create_authority(name="Larkshire", slug="larkshire", brand_colour="#7a1f5c")


@staged
def maya(larkshire: Authority) -> User:
    """Early years manager."""
    return appointed(larkshire, "Maya Patel", Role.MANAGER)


@staged
def mo(larkshire: Authority) -> User:
    """Somebody of Larkshire without a role over the authority."""
    return appointed(larkshire, "Mo Adeyemi", None)


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_each_leads_to_a_page_that_exists(old: str, new: str) -> None:
    name = resolve(f"/admin/{new}", urlconf=URLCONF).view_name
    assert name.endswith("_changelist") or (old, new) in MOVED_INDEX.items()


def test_none_hides_an_address_of_today() -> None:
    assert not {f"admin/{old}" for old, _new in MOVED} & {route.pattern for route in ROUTES}


@pytest.mark.django_db
@pytest.mark.parametrize(("old", "new"), MOVED)
def test_the_list_has_moved_for_good(maya: User, old: str, new: str) -> None:
    answer = browsing(maya).get(f"/larkshire/admin/{old}?q=a+b&p=2")
    assert (answer.status_code, answer["Location"]) == (301, f"/larkshire/admin/{new}?q=a+b&p=2")
    assert browsing(maya).get(answer["Location"]).status_code in {200, 302}


@pytest.mark.django_db
@pytest.mark.parametrize("rest", ["7/change/", "7/history/", "add/", "7/", "7/%3Fx%25/"])
def test_the_rest_of_the_address_and_the_query_are_kept(maya: User, rest: str) -> None:
    client = browsing(maya)
    for old, new in MOVED_ADMIN.items():
        answer = client.get(f"/larkshire/admin/{old}{rest}?_changelist_filters=q%3Da")
        assert answer.status_code == 301
        assert answer["Location"] == f"/larkshire/admin/{new}{rest}?_changelist_filters=q%3Da"


@pytest.mark.django_db
@pytest.mark.parametrize(("old", "new"), MOVED)
def test_sign_in_and_permission_are_asked_for_first(
    larkshire: Authority, mo: User, old: str, new: str
) -> None:
    answer = Client().get(f"/larkshire/admin/{old}")
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/larkshire/accounts/login/?next=/larkshire/admin/{old}",
    )
    assert browsing(mo).get(f"/larkshire/admin/{old}").status_code == 403


@pytest.mark.django_db
def test_another_authority_s_old_addresses_do_not_exist(maya: User) -> None:
    create_authority(name="Marlshire", slug="marlshire")
    assert browsing(maya).get("/marlshire/admin/providers/returnperiod/").status_code == 404
