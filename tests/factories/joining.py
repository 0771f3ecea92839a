"""Applications, invitations and hand-overs for tests, past the services.

People are to be given: they are not this app's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from accounts.models import TaskLink, User
from accounts.services.links import make_link
from memberships.models.joining import Application, Invitation
from memberships.models.leaving import HandOver
from memberships.models.members import Membership
from memberships.services.invitations import PURPOSE
from tests.factories.collaborations import CollaborationFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import ProviderFactory

AT = datetime(2026, 7, 1, 9, tzinfo=UTC)


class ApplicationFactory(DjangoModelFactory[Application]):
    """``applied_by`` is to be given."""

    class Meta:
        model = Application

    class Params:
        declined = factory.Trait(state="declined", decided_on=date(2026, 7, 10), decision="All agreed.")

    collaboration = factory.SubFactory(CollaborationFactory)
    provider = factory.SubFactory(ProviderFactory)
    applied_at = AT


class InvitationFactory(DjangoModelFactory[Invitation]):
    """``sent_by`` is to be given. An officer vouches for the address, which nobody of the setting has."""

    class Meta:
        model = Invitation

    collaboration = factory.SubFactory(CollaborationFactory)
    provider = factory.SubFactory(ProviderFactory)
    email = factory.Sequence(lambda number: f"manager{number}@setting.example")
    full_name = "Nell Ives"
    is_vouched_for = True
    decision = "All agreed."
    decided_on = date(2026, 6, 30)
    sent_at = AT


class HandOverFactory(DjangoModelFactory[HandOver]):
    class Meta:
        model = HandOver

    membership = factory.SubFactory(MembershipFactory)
    what = factory.Sequence(lambda number: f"Action {number} of the plan")


def link_to(invitation: Invitation, at: datetime) -> TaskLink:
    return make_link(purpose=PURPOSE, about_id=invitation.pk, email=invitation.email, at=at)


def joining_rows(
    acorns: Membership, by: User, at: datetime
) -> dict[str, Application | Invitation | HandOver | TaskLink]:
    """For the stage of the matrix: of the setting whose manager leads the group."""
    between = {"collaboration": acorns.collaboration, "provider": acorns.provider}
    invitation = InvitationFactory(**between, sent_by=by)
    return {
        "application": ApplicationFactory(**between, applied_by=by),
        "invitation": invitation,
        "invitation link": link_to(invitation, at),
        "hand-over": HandOverFactory(membership=acorns),
    }
