"""Who is reached in groups and settings: each audience, each person once, nobody who has left or is locked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.reaching import Whom
from memberships.selectors.reaching import Reached, reached_at_settings, reached_in_groups
from memberships.services.members import join
from tests.factories.groups import one_more_member, person_of
from tests.factories.providers import ProviderFactory

TODAY = date(2026, 11, 21)


def names(people: list[Reached]) -> list[str]:
    return [person.user.full_name for person in people]


def office(membership: Any, user: User, kind: str) -> None:
    OfficeHolder.objects.create(
        membership=membership, user=user, office=kind, starts_on=date(2026, 9, 1), decision="All agreed."
    )


@pytest.fixture
def staffed(larkshire, led, amina):
    """Mo is chair, Cara administrator; Ada works at Bluebells beside Mo."""
    with authority_scope(larkshire):
        office(led.bluebells, led.mo, "chair")
        office(led.caras, led.cara, "administrator")
        SettingRole.objects.create(
            provider=led.bluebells.provider,
            user=User.objects.create_user(email="ada@larkshire.example", full_name="Ada Penn"),
            role=SettingRole.Role.STAFF,
            starts_on=date(2026, 9, 1),
        )
    return led


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        ([Whom.LEADERS], ["Lena Hartley"]),
        ([Whom.CHAIRS], ["Mo Siddiqui"]),
        ([Whom.ADMINISTRATORS], ["Cara Finch"]),
        ([Whom.LEADERS, Whom.CHAIRS], ["Lena Hartley", "Mo Siddiqui"]),
        ([Whom.MANAGERS], ["Cara Finch", "Lena Hartley", "Mo Siddiqui"]),
        ([Whom.EVERYBODY], ["Ada Penn", "Cara Finch", "Lena Hartley", "Mo Siddiqui"]),
        ([], []),
    ],
)
def test_each_audience(larkshire, staffed, whom, expected) -> None:
    with authority_scope(larkshire):
        assert names(reached_in_groups([staffed.collaboration.pk], whom, on=TODAY)) == expected


def test_a_person_of_two_groups_is_reached_once_with_both(larkshire, led, elsewhere, amina) -> None:
    with authority_scope(larkshire):
        join(collaboration=elsewhere, provider=led.acorns.provider, on=TODAY, by=amina)
        both = reached_in_groups(
            [led.collaboration.pk, elsewhere.pk], [Whom.MANAGERS, Whom.LEADERS], on=TODAY
        )
        lena = next(person for person in both if person.user == led.lena)
        assert (lena.settings, lena.groups) == (("Acorns",), ("Hillside", "Riverside"))
        only = reached_in_groups([elsewhere.pk], [Whom.MANAGERS], on=TODAY)
        assert next(person for person in only if person.user == led.lena).groups == ("Hillside",)


def test_who_has_left_or_is_locked_is_not_reached(larkshire, staffed, amina) -> None:
    every = [Whom.LEADERS, Whom.CHAIRS, Whom.ADMINISTRATORS, Whom.EVERYBODY]
    with authority_scope(larkshire):
        SettingRole.objects.filter(user__in=[staffed.lena, staffed.mo]).update(ends_on=TODAY)
        User.objects.filter(pk=staffed.cara.pk).update(is_active=False)
        assert names(reached_in_groups([staffed.collaboration.pk], every, on=TODAY)) == ["Ada Penn"]


def test_settings_with_and_without_a_group(larkshire, led, amina) -> None:
    with authority_scope(larkshire):
        alone = ProviderFactory(name="Daisies")
        nell = person_of(alone, "Nell Ives", amina)
        ids = [alone.pk, led.acorns.provider_id]
        found = reached_at_settings(ids, [Whom.MANAGERS], on=TODAY)
        assert [(person.user.full_name, person.settings, person.groups) for person in found] == [
            ("Lena Hartley", ("Acorns",), ("Riverside",)),
            ("Nell Ives", ("Daisies",), ()),
        ]
        assert nell is not None
        assert names(reached_at_settings(ids, [Whom.MANAGERS], on=TODAY, user_ids=[led.lena.pk])) == [
            "Lena Hartley"
        ]


def test_another_authoritys_groups_reach_nobody(larkshire, marlshire, led) -> None:
    with authority_scope(marlshire):
        assert reached_in_groups([led.collaboration.pk], list(Whom), on=TODAY) == []
        assert reached_at_settings([led.acorns.provider_id], list(Whom), on=TODAY) == []


def test_it_costs_the_same_for_one_group_and_ten(larkshire, led) -> None:
    def cost(ids: list[int]) -> int:
        with CaptureQueriesContext(connection) as seen:
            reached_in_groups(ids, list(Whom), on=TODAY)
        return len(seen)

    with authority_scope(larkshire):
        one = cost([led.collaboration.pk])
        for _each in range(10):
            one_more_member(led.collaboration)
        assert cost([led.collaboration.pk]) == one <= 7
