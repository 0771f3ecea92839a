"""A whole collaboration for tests: its members are rows, its people are
added by the service, so that their permissions follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from accounts.services.people import register_person
from collaborations.models import Collaboration
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.people import add_person_of_setting
from ofsted.models import Inspection
from providers.models import Provider
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, SettingRoleFactory
from tests.factories.providers import ProviderFactory

JOINED = date(2024, 9, 1)
APPOINTED = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Group:
    """Riverside:

    Acorns (Lena), Bluebells (Mo) and Cara's; all may lead by their grade, but for Cara, not inspected yet.
    """

    collaboration: Collaboration
    acorns: Membership
    bluebells: Membership
    caras: Membership
    lena: User
    mo: User
    cara: User


def make_group(by: User) -> Group:
    collaboration = CollaborationFactory(name="Riverside")
    settings = [
        ProviderFactory(name="Acorns"),
        ProviderFactory(name="Bluebells"),
        ProviderFactory(name="Cara's", childminder=True),
    ]
    memberships = [
        MembershipFactory(collaboration=collaboration, provider=provider, joined_on=JOINED)
        for provider in settings
    ]
    for provider in settings[:2]:
        judged(provider, 2)
    people = [
        person_of(*pair, by=by)
        for pair in zip(settings, ("Lena Hartley", "Mo Siddiqui", "Cara Finch"), strict=True)
    ]
    return Group(collaboration, *memberships, *people)


def judged(provider: Provider, overall: int, on: date = date(2024, 5, 12)) -> Inspection:
    """An inspection that gave an overall grade of the old kind."""
    return Inspection.objects.create(
        provider=provider, regime="eif", inspected_on=on, published_on=on, is_graded=True, overall=overall
    )


def person_of(
    provider: Provider, name: str, by: User, *, role: str = SettingRole.Role.MANAGER, starts_on: date = JOINED
) -> User:
    """Somebody who has accepted, and works at a setting."""
    email = f"{name.split()[0].lower()}@larkshire.example"
    register_person(email=email, full_name=name)
    return add_person_of_setting(
        provider=provider, email=email, full_name=name, role=role, starts_on=starts_on, by=by
    ).user


def one_more_member(collaboration: Collaboration) -> LeaderAppointment:
    """Another member with a person who leads, past the services: for counting queries."""
    membership = MembershipFactory(collaboration=collaboration)
    person = User.objects.create_user(
        email=f"s{membership.pk}@larkshire.example", full_name=f"S{membership.pk}"
    )
    SettingRoleFactory(user=person, provider=membership.provider)
    return LeaderAppointmentFactory(user=person, membership=membership)
