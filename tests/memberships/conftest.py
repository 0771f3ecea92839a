"""Daisies, which Dora manages, on its way into Riverside: its
application, and an invitation with its link (C5).
"""

from django.utils import timezone

from accounts.models import User
from accounts.selectors import token_of
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.joining import Application, Invitation
from tests.factories.groups import judged, person_of
from tests.factories.joining import ApplicationFactory, InvitationFactory, link_to
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.memberships.joining import TOP
from tests.staging import staged


@staged
def daisies(larkshire, led, amina):
    """A setting of the north that Dora manages, Requires improvement at its last inspection."""
    with authority_scope(larkshire):
        north = DistrictFactory(name="North")
        Collaboration.objects.filter(pk=led.collaboration.pk).update(district=north)
        provider = ProviderFactory(name="Daisies", district=north)
        judged(provider, 3)
        person_of(provider, "Dora Penn", amina)
    return provider


@staged
def dora(daisies) -> User:
    return User.objects.get(full_name="Dora Penn")


@staged
def application(larkshire, led, daisies, dora) -> Application:
    with authority_scope(larkshire):
        return ApplicationFactory(
            collaboration=led.collaboration,
            provider=daisies,
            applied_by=dora,
            words="We would like to learn.",
        )


@staged
def invitation(larkshire, led, daisies) -> Invitation:
    with authority_scope(larkshire):
        return InvitationFactory(
            collaboration=led.collaboration, provider=daisies, sent_by=led.lena, words="Come and see us."
        )


@staged
def link(larkshire, invitation) -> str:
    with authority_scope(larkshire):
        return f"{TOP}invitations/by-link/{token_of(link_to(invitation, timezone.now()))}/"
