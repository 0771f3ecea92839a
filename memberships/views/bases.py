"""What the pages below one collaboration share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.views import Crumb, FormPage, Page, found_or_404
from memberships.selectors import MOST_FOUND, settings_that_could_join
from providers.selectors import sees_private_addresses

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from providers.models import Provider


class OfCollaboration(Page):
    """A page below ``collaborations/<pk>/``."""

    @cached_property
    def collaboration(self) -> Collaboration:
        return found_or_404(collaboration_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Collaboration:
        return self.collaboration

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
    """The way to a page of a collaboration: by the list for those who have one, from home for its members."""
    top = Crumb(_("Collaborations"), reverse("collaborations:list")) if sees_all else Crumb(_("Home"), reverse("home"))
    return (top, Crumb(collaboration.name, reverse("collaborations:detail", args=[collaboration.pk])))


class FormOfCollaboration(OfCollaboration, FormPage):
    """Such a form below a collaboration."""

    def get_success_url(self) -> str:
        return reverse("collaborations:detail", args=[self.collaboration.pk])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class FindsASetting(FormOfCollaboration):
    """A form that begins with a search of the register (``?q=``) for settings that are no members; one hit is chosen at once."""

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "")[:100]

    @cached_property
    def found(self) -> list[Provider]:
        with_homes = sees_private_addresses(self.request.user)
        return settings_that_could_join(self.collaboration, self.searched, on=timezone.localdate(), with_homes=with_homes)

    def chosen(self, form: Any) -> Provider:
        return next(one for one in self.found if one.pk == form.cleaned_data["provider"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "found": self.found}

    def get_initial(self) -> dict[str, Any]:
        only = {"provider": self.found[0].pk} if len(self.found) == 1 else {}
        return {**super().get_initial(), **only}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"searched": self.searched, "found": self.found, "many": len(self.found) == MOST_FOUND}
        return super().get_context_data(**{**more, **kwargs})
