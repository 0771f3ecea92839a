"""Two versions of the ways of working side by side (W2)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import OfSeenCollaboration
from core.forms.numbers import whole_number
from core.views import Crumb, found_or_404
from ways_of_working.forms.agreement import CompareForm
from ways_of_working.selectors.comparing import choices_to_compare, comparison_of
from ways_of_working.selectors.writing import versions_of

if TYPE_CHECKING:
    from ways_of_working.models import WaysOfWorking


class CompareTerms(OfSeenCollaboration):
    """Any two versions (``?old=1&new=2``); without a choice the newest and the one before it."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Compare two versions of the ways of working")
    template_name = "ways_of_working/compare.html"

    @cached_property
    def versions(self) -> list[WaysOfWorking]:
        """What was sent round; who may write it sees what is being written too."""
        permissions = (
            (Permission.RUN_COLLABORATION, self.collaboration),
            (Permission.CHANGE_COLLABORATIONS, None),
        )
        writes = any(self.allows(*permission) for permission in permissions)
        shown = {"circulated", "adopted", "superseded", *(("draft",) if writes else ())}
        return [version for version in versions_of(self.collaboration) if version.state in shown]

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(_("Ways of working"), reverse("ways_of_working:terms", args=[self.collaboration.pk])),
        )

    def chosen(self, name: str, usual: int) -> WaysOfWorking:
        text = self.request.GET.get(name)
        if text is None:
            return self.versions[usual]
        number = whole_number(text)
        return found_or_404(next((version for version in self.versions if version.version == number), None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if len(self.versions) < 2:
            return super().get_context_data(**kwargs)
        old, new = sorted((self.chosen("old", 1), self.chosen("new", 0)), key=lambda one: one.version)
        form = CompareForm(
            initial={"old": old.version, "new": new.version}, versions=choices_to_compare(self.versions)
        )
        context = {
            "form": form,
            "comparison": comparison_of(old, new) if old.pk != new.pk else None,
            "old": old,
            "new": new,
        }
        return super().get_context_data(**(context | kwargs))
