"""Who reads about the money of one collaboration: its own people, and the team without whoever sees no money."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import OfSeenCollaboration
from core.views import Crumb
from portal.selectors.own import own_groups

if TYPE_CHECKING:
    from collaborations.models import Collaboration


class MoneyOfGroup(OfSeenCollaboration):
    """The collaboration's page of money, and every page below it."""

    def breadcrumbs(self) -> Sequence[Crumb]:
        page = reverse("supplement:of_group", args=[self.collaboration.pk])
        return (*super().breadcrumbs(), Crumb(_("Money"), page))

    @cached_property
    def sees_money(self) -> bool:
        if self.allows(Permission.VIEW_CLAIMS) or not self.allows(Permission.VIEW_COLLABORATIONS):
            return True
        own = self.visitor.once(own_groups, user=self.visitor.user, on=self.visitor.on)
        return any(row.pk == self.collaboration.pk for row in own)


class SumsOfGroup(MoneyOfGroup):
    """A page of sums: whoever of the team sees no money is refused."""

    permission = Permission.VIEW_COLLABORATIONS

    def permission_object(self) -> Collaboration:
        group = super().permission_object()
        if not self.sees_money:
            raise PermissionDenied
        return group
