"""What a request reads of its person in one statement is what the rules of dates and of being locked out say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission as PermissionRow
from django.test import Client
from django.utils import timezone

from accounts import selectors
from accounts.access import access_of
from accounts.models import Affiliation, Authority, RoleAppointment, User, holds_on, not_locked
from accounts.permissions import Permission
from accounts.roles import Role
from collaborations.models import CollaborationGrant
from core.scoping import authority_scope
from providers.models import ProviderGrant
from tests.cast import person
from tests.factories.groups import Group

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
Browse = Callable[[User | None], Client]
TODAY = date(2026, 11, 21)
DAYS = [
    (TODAY, None),
    (TODAY - timedelta(days=9), TODAY),
    (TODAY - timedelta(days=9), TODAY + timedelta(days=1)),
    (TODAY + timedelta(days=1), None),
]


def permission(name: str) -> PermissionRow:
    app, codename = name.split(".")
    return PermissionRow.objects.get(content_type__app_label=app, codename=codename)


def rows_of(user: User, group: Group) -> None:
    """Roles and permissions of every kind: from today, ended yesterday, last day today, from tomorrow."""
    for role, (starts_on, ends_on) in zip(Role, DAYS, strict=False):
        RoleAppointment.objects.create(user=user, role=role, starts_on=starts_on, ends_on=ends_on)
    for name, (starts_on, ends_on) in zip(
        (Permission.VIEW_COLLABORATIONS, Permission.RUN_COLLABORATION, Permission.LEAD_COLLABORATION),
        DAYS[1:],
        strict=True,
    ):
        CollaborationGrant.objects.create(
            user=user,
            permission=permission(name),
            content_object=group.collaboration,
            starts_on=starts_on,
            ends_on=ends_on,
            is_exceptional=True,
        )
    ProviderGrant.objects.create(
        user=user,
        permission=permission(Permission.MANAGE_SETTING),
        content_object=group.acorns.provider,
        starts_on=TODAY,
        is_exceptional=True,
    )


def by_the_rules(user: User) -> tuple[frozenset[Any], frozenset[Any]]:
    roles = RoleAppointment.objects.filter(user=user).filter(holds_on(TODAY), not_locked())
    grants = {
        (model._meta.get_field("content_object").related_model._meta.label, *row)
        for model in (CollaborationGrant, ProviderGrant)
        for row in model.objects.filter(user=user).values_list("permission__codename", "content_object_id")
    }
    return frozenset(roles.values_list("role", flat=True)), frozenset(grants)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 21, 10, tzinfo=UTC), tick=False):
        yield


@pytest.mark.parametrize("is_locked", [False, True])
def test_one_statement_says_what_the_rules_say(
    led: Group, larkshire: Authority, marlshire: Authority, is_locked: bool
) -> None:
    somebody = person(larkshire, "Nell Hart")
    with authority_scope(larkshire):
        rows_of(somebody, led)
        if is_locked:
            Affiliation.objects.filter(user=somebody).update(locked_at=timezone.now())
        access = access_of(somebody, larkshire.pk, TODAY)
        roles, grants = by_the_rules(somebody)
        assert access.is_open is not is_locked
        assert (access.roles, access.grants) == (roles, grants)
        assert (len(roles), len(grants)) == ((0, 0) if is_locked else (2, 2))
    with authority_scope(marlshire):
        elsewhere = access_of(somebody, marlshire.pk, TODAY)
        assert (elsewhere.is_open, elsewhere.roles, elsewhere.grants) == (False, frozenset(), frozenset())


def test_what_is_taken_away_holds_from_the_next_request(
    browse: Browse, led: Group, larkshire: Authority
) -> None:
    address = f"/larkshire/collaborations/{led.collaboration.pk}/"
    client = browse(led.lena)
    assert client.get(address).status_code == 200
    with authority_scope(larkshire):
        CollaborationGrant.all_dates.filter(user=led.lena).update(ends_on=TODAY)
    assert client.get(address).status_code == 404
    with authority_scope(larkshire):
        CollaborationGrant.all_dates.filter(user=led.lena).update(ends_on=None)
    assert client.get(address).status_code == 200
    Affiliation.objects.filter(user=led.lena).update(locked_at=timezone.now())
    assert client.get(address).status_code == 403  # the page that says whom to ask


def test_permissions_are_of_the_authority_in_scope(
    led: Group, larkshire: Authority, marlshire: Authority
) -> None:
    with authority_scope(larkshire):
        assert led.lena.has_perm(Permission.VIEW_COLLABORATIONS, led.collaboration)
        assert selectors.grants_today(led.lena)
    assert not led.lena.has_perm(Permission.VIEW_COLLABORATIONS, led.collaboration)
    with authority_scope(marlshire):
        assert not led.lena.has_perm(Permission.VIEW_COLLABORATIONS, led.collaboration)
        assert selectors.grants_today(led.lena) == frozenset()
