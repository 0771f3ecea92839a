"""What the pages below one collaboration share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.frame.sections import Section
from core.views import Crumb, FormPage, Page, found_or_404
from portal.selectors.own import own_groups

if TYPE_CHECKING:
    from collaborations.models import Collaboration


class OfCollaboration(Page):
    """A page below ``collaborations/<pk>/``."""

    @cached_property
    def collaboration(self) -> Collaboration:
        """Members have their groups read for the head already."""
        visitor = self.visitor
        if visitor.user.is_authenticated and not self.allows(Permission.VIEW_COLLABORATIONS):
            for group in visitor.once(own_groups, user=visitor.user, on=visitor.on):
                if group.pk == self.kwargs["pk"]:
                    return group
        return found_or_404(collaboration_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Collaboration:
        return self.collaboration

    def section(self) -> tuple[Section, Collaboration] | None:
        return Section.COLLABORATION, self.collaboration

    def breadcrumbs(self) -> Sequence[Crumb]:
        return way_to(self.collaboration, sees_all=self.allows(Permission.VIEW_COLLABORATIONS))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"collaboration": self.collaboration, **kwargs})


class OfSeenCollaboration(OfCollaboration):
    """The same for those who see the collaboration; to others it does not exist.

    ``or_permission``: a right over the authority that does as well as the page's own.
    """

    or_permission: ClassVar[str] = ""

    def permission_object(self) -> Any:
        if not self.allows(Permission.VIEW_COLLABORATIONS, self.collaboration):
            raise Http404
        return self.collaboration

    def require(self, permission: str, about: Any = None) -> None:
        if not (self.or_permission and self.allows(self.or_permission)):
            super().require(permission, about)


def way_to(collaboration: Collaboration, *, sees_all: bool) -> Sequence[Crumb]:
    """The way to a page of a collaboration: by the list for those who have one; for its members it begins with
    the group, which stands in the head.
    """
    group = Crumb(collaboration.name, reverse("collaborations:detail", args=[collaboration.pk]))
    return (Crumb(_("Collaborations"), reverse("collaborations:list")), group) if sees_all else (group,)


class FormOfCollaboration(OfCollaboration, FormPage):
    """Such a form below a collaboration."""

    def get_success_url(self) -> str:
        return reverse("collaborations:detail", args=[self.collaboration.pk])

    def get_cancel_url(self) -> str:
        return self.get_success_url()
