"""Who reads about the money of one collaboration: its own people, and the team without whoever sees no money."""

from __future__ import annotations

from functools import cached_property

from accounts.permissions import Permission
from collaborations.views.mixins import OfSeenCollaboration
from portal.selectors.own import own_groups


class MoneyOfGroup(OfSeenCollaboration):
    """A page below the collaboration's money."""

    @cached_property
    def sees_money(self) -> bool:
        if self.allows(Permission.VIEW_CLAIMS) or not self.allows(Permission.VIEW_COLLABORATIONS):
            return True
        own = self.visitor.once(own_groups, user=self.visitor.user, on=self.visitor.on)
        return any(row.pk == self.collaboration.pk for row in own)
