"""The groups of the named cast:

Riverside with Lena, Mo and Cara in it, and Hillside with Sam. Fixtures, known everywhere as the cast is.
"""

from __future__ import annotations

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.services.leaders import appoint_leader
from memberships.services.members import join
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import APPOINTED, JOINED, Group, make_group, person_of
from tests.factories.providers import ProviderFactory
from tests.staging import staged


@staged
def group(larkshire: Authority, amina: User) -> Group:
    with authority_scope(larkshire):
        return make_group(amina)


@staged
def led(larkshire: Authority, group: Group, amina: User) -> Group:
    """Riverside, led by Lena."""
    with authority_scope(larkshire):
        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
        )
    return group


@staged
def elsewhere(larkshire: Authority, amina: User) -> Collaboration:
    """Another collaboration of Larkshire; Sam manages a setting in it."""
    with authority_scope(larkshire):
        collaboration = CollaborationFactory(name="Hillside")
        provider = ProviderFactory(name="Clover")
        join(collaboration=collaboration, provider=provider, on=JOINED, by=amina)
        person_of(provider, "Sam Wilder", amina)
    return collaboration
