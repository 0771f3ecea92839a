"""A collaboration of Larkshire with Lena, Mo and Cara in it; Sam's setting is in another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models import Membership, SettingRole
from memberships.services import add_person_of_setting, join
from ofsted.models import Inspection
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.providers import ProviderFactory

JOINED = date(2024, 9, 1)
APPOINTED = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Group:
    """Riverside: Acorns (Lena), Bluebells (Mo) and Cara's; all may lead by their grade, but for Cara, not inspected yet."""

    collaboration: Collaboration
    acorns: Membership
    bluebells: Membership
    caras: Membership
    lena: User
    mo: User
    cara: User


def judged(provider: Provider, overall: int, on: date = date(2024, 5, 12)) -> Inspection:
    """An inspection that gave an overall grade of the old kind."""
    return Inspection.objects.create(provider=provider, regime="eif", inspected_on=on, published_on=on, is_graded=True, overall=overall)


def person_of(provider: Provider, name: str, by: User, *, role: str = SettingRole.Role.MANAGER, starts_on: date = JOINED) -> User:
    email = f"{name.split()[0].lower()}@larkshire.example"
    return add_person_of_setting(provider=provider, email=email, full_name=name, role=role, starts_on=starts_on, by=by).user


@pytest.fixture
def group(larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        collaboration = CollaborationFactory(name="Riverside")
        settings = [ProviderFactory(name="Acorns"), ProviderFactory(name="Bluebells"), ProviderFactory(name="Cara's", childminder=True)]
        stays = [join(collaboration=collaboration, provider=provider, on=JOINED, by=amina) for provider in settings]
        for provider in settings[:2]:
            judged(provider, 2)
        people = [person_of(*pair, by=amina) for pair in zip(settings, ("Lena Hartley", "Mo Siddiqui", "Cara Finch"), strict=True)]
    return Group(collaboration, *stays, *people)


@pytest.fixture
def elsewhere(larkshire: Authority, amina: User) -> Collaboration:
    """Another collaboration of Larkshire; Sam manages a setting in it."""
    with authority_scope(larkshire):
        collaboration = CollaborationFactory(name="Hillside")
        provider = ProviderFactory(name="Clover")
        join(collaboration=collaboration, provider=provider, on=JOINED, by=amina)
        person_of(provider, "Sam Wilder", amina)
    return collaboration
