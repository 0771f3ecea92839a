"""Members, people of settings and leaders for tests, past the services: no rights follow until ``settle_rights`` is called.

``user`` is to be given where there is one: people are not this app's.
"""

from __future__ import annotations

from datetime import date

import factory
from factory.django import DjangoModelFactory

from memberships.models import LeaderAppointment, Membership, SettingRole
from tests.factories.collaborations import CollaborationFactory
from tests.factories.providers import ProviderFactory


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    collaboration = factory.SubFactory(CollaborationFactory)
    provider = factory.SubFactory(ProviderFactory)
    joined_on = date(2024, 9, 1)


class SettingRoleFactory(DjangoModelFactory[SettingRole]):
    class Meta:
        model = SettingRole

    provider = factory.SubFactory(ProviderFactory)
    starts_on = date(2024, 1, 1)


class LeaderAppointmentFactory(DjangoModelFactory[LeaderAppointment]):
    class Meta:
        model = LeaderAppointment

    membership = factory.SubFactory(MembershipFactory)
    starts_on = date(2025, 1, 1)
