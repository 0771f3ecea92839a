"""How the supplement is worked out, for everybody it concerns (S2); and two versions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.views import Crumb, Page, found_or_404
from supplement.forms.schemes import CompareForm
from supplement.rules.side_by_side import PartOfBoth, side_by_side
from supplement.selectors import schemes as selectors
from supplement.selectors.described import described

if TYPE_CHECKING:
    from supplement.models.schemes import Scheme


def to_read(schemes: Sequence[Scheme]) -> list[dict[str, Any]]:
    """Each scheme with what it says."""
    return [{"scheme": scheme, "parts": described(selectors.year_of(scheme))} for scheme in schemes]


class HowItIsWorkedOut(Page):
    """The approved schemes of this year and the next, for everybody of the authority who signs in."""

    signed_in = True
    template_name = "supplement/how.html"
    title = _("How the supplement is worked out")

    def breadcrumbs(self) -> Sequence[Crumb]:
        """Below the hub of money for the team; below home for everybody else."""
        return super().breadcrumbs() or (Crumb(_("Home"), reverse("home")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        schemes = selectors.approved_schemes(since=self.visitor.on)
        return super().get_context_data(**{"schemes": to_read(schemes), **kwargs})


class CompareSchemes(Page):
    """Any two versions (``?old=1&new=2`` by id); without a choice the newest and the one before it."""

    permission = Permission.VIEW_SUPPLEMENT
    template_name = "supplement/compare.html"
    title = _("Compare two schemes")

    @cached_property
    def versions(self) -> list[Scheme]:
        return list(selectors.schemes())

    def chosen(self, name: str, usual: int) -> Scheme:
        text = self.request.GET.get(name)
        if text is None:
            return self.versions[usual]
        number = whole_number(text)
        return found_or_404(next((row for row in self.versions if row.pk == number), None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if len(self.versions) < 2:
            return super().get_context_data(**kwargs)
        old, new = self.chosen("old", 1), self.chosen("new", 0)
        choices = [(str(row.pk), _named(row)) for row in self.versions]
        only = self.request.GET.get("only") == "differences"
        both = side_by_side(described(selectors.year_of(old)), described(selectors.year_of(new)))
        context = {
            "form": CompareForm(initial={"old": str(old.pk), "new": str(new.pk)}, versions=choices),
            "old": old,
            "new": new,
            "first_name": _named(old),
            "second_name": _named(new),
            "comparison": _shown(both, only_differences=only),
            "differs": any(part.differs for part in both),
            "only": only,
        }
        return super().get_context_data(**(context | kwargs))


def _named(scheme: Scheme) -> str:
    return f"{scheme.name}, {_('version')} {scheme.version}"


def _shown(both: Sequence[PartOfBoth], *, only_differences: bool) -> list[PartOfBoth]:
    if not only_differences:
        return list(both)
    return [
        PartOfBoth(part.title, tuple(line for line in part.lines if line.differs))
        for part in both
        if part.differs
    ]
