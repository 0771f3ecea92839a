"""Two at once look for the same address, name or number and make it: the second is told in words, or has the
same row (A2). Never an error page.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from accounts.addresses import person_with_address
from accounts.models import Affiliation, Authority, PersonInvitation, TaskLink, User
from accounts.services.people import (
    PURPOSE,
    accept_person_invitation,
    decline_person_invitation,
    invite_person,
    register_person,
)
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from memberships.services.people import add_person_of_setting
from providers.models import District, Provider, ProviderIdentity
from providers.services.districts import add_district
from providers.services.identities import add_identity
from providers.services.register import add_provider
from tests.concurrency import at_once
from tests.factories.providers import ProviderFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a2_two_register_one_person(larkshire: Authority) -> None:
    deed = lambda: register_person(email="n@x.example", full_name="Nia Dale")  # noqa: E731
    assert at_once(larkshire, [deed, deed]) == ["done", "done"]
    assert User.objects.filter(email="n@x.example").count() == 1
    assert Affiliation.objects.filter(user__email="n@x.example").count() == 1


def test_a2_two_invite_one_person(larkshire: Authority, amina: User, maya: User) -> None:
    deeds = [
        lambda: invite_person(email="n@x.example", full_name="Nia Dale", by=amina),
        lambda: invite_person(email="N@x.example", full_name="Nia D.", by=maya),
    ]
    assert at_once(larkshire, deeds) == ["done", "done"]
    assert User.with_invited.filter(email="n@x.example").count() == 1
    with authority_scope(larkshire):
        assert (PersonInvitation.objects.count(), TaskLink.objects.count()) == (1, 1)


@pytest.mark.parametrize("again", ["accept", "decline", "give"])
def test_a2_a_person_accepts_while_somebody_does_something_else(
    larkshire: Authority, amina: User, again: str
) -> None:
    with authority_scope(larkshire):
        invite_person(email="n@x.example", full_name="Nia Dale", by=amina)
        facts: dict[str, Any] = {"invitation_id": PersonInvitation.objects.get().pk, "at": timezone.now()}
        link, provider = TaskLink.objects.get(purpose=PURPOSE), ProviderFactory()
    person = {"email": "n@x.example", "full_name": "Nia Dale", "role": "staff", "starts_on": date(2026, 1, 5)}
    others: dict[str, Callable[[], Any]] = {
        "accept": lambda: accept_person_invitation(link=link, **facts),
        "decline": lambda: decline_person_invitation(link=link, **facts),
        "give": lambda: add_person_of_setting(provider=provider, by=amina, **person),
    }
    said = at_once(larkshire, [lambda: accept_person_invitation(link=link, **facts), others[again]])
    if again == "give":
        assert said == ["done", "done"]
        with authority_scope(larkshire):
            assert SettingRole.objects.get().user == person_with_address("n@x.example")
    else:
        assert said == ["This invitation has been answered or taken back.", "done"]


def test_two_make_one_district_setting_or_number(larkshire: Authority, amina: User) -> None:
    with authority_scope(larkshire):
        settings = [ProviderFactory(), ProviderFactory()]
    district = lambda: add_district(name="North", by=amina)  # noqa: E731
    setting = lambda: add_provider(by=amina, provider_type=Provider.Type.AGENCY, name="A", urn="EY123456")  # noqa: E731
    numbers = [
        lambda provider=provider: add_identity(
            provider_id=provider.pk, scheme="ukprn", value="10012345", by=amina
        )
        for provider in settings
    ]
    for deeds, words in (
        ([district, district], "There is a district of this name already."),
        ([setting, setting], "URN"),
        (numbers, "number"),
    ):
        said = at_once(larkshire, deeds)
        assert said.count("done") == 1
        assert any(words in refused or "already" in refused for refused in said if refused != "done"), said
    with authority_scope(larkshire):
        assert District.objects.count() == 1
        assert Provider.objects.filter(urn="EY123456").count() == 1
        assert ProviderIdentity.objects.filter(value="10012345").count() == 1
