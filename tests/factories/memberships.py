"""Members, people of settings and leaders for tests, past the services: no
permissions follow until ``settle_permissions`` is called.

``user`` is to be given where there is one: people are not this app's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from memberships.models.conduct import ConductConcern
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder, StaffTold
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


class OfficeHolderFactory(DjangoModelFactory[OfficeHolder]):
    class Meta:
        model = OfficeHolder

    membership = factory.SubFactory(MembershipFactory)
    office = OfficeHolder.Office.CHAIR
    starts_on = date(2025, 1, 1)
    decision = "Elected at the meeting in December"


class ConductConcernFactory(DjangoModelFactory[ConductConcern]):
    """``raised_by`` is to be given, and ``about`` a member of ``collaboration``."""

    class Meta:
        model = ConductConcern

    about = factory.SubFactory(MembershipFactory)
    collaboration = factory.SelfAttribute("about.collaboration")
    raised_at = datetime(2026, 10, 1, 9, tzinfo=UTC)
    words = "Spoke over others at two meetings"


class StaffToldFactory(DjangoModelFactory[StaffTold]):
    """``confirmed_by`` is to be given."""

    class Meta:
        model = StaffTold

    membership = factory.SubFactory(MembershipFactory)
    confirmed_on = date(2026, 1, 15)
