"""Pages that a public service owes its users, filled from the authority's own settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaborations_of
from core.views import Crumb, Page
from ways_of_working.selectors.clauses import clauses_from
from ways_of_working.selectors.effective import effective_terms_of

if TYPE_CHECKING:
    from ways_of_working.rules.clauses import Clause

#: What the members agreed about the way of a concern.
ROUTES = ("safeguarding_routes", "safeguarding_reporter")


class OfFoot(Page):
    """A page of the foot, for everybody: whoever is signed in goes on from home."""

    public = True

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Home"), reverse("home")),) if self.request.user.is_authenticated else ()


class Accessibility(OfFoot):
    """The accessibility statement that the 2018 regulations ask for."""

    template_name = "portal/accessibility.html"
    title = _("Accessibility statement")


class Privacy(OfFoot):
    """What is kept about people here, why, and whom to ask."""

    template_name = "portal/privacy.html"
    title = _("Privacy")


class ReportConcern(OfFoot):
    """Where a concern about a child goes (G8).

    The software never takes the concern: it only shows the routes.

    Whoever is signed in also sees what the members of the own groups agreed, with the clause that says so
    (W1).
    """

    template_name = "portal/report_concern.html"
    title = _("Report a concern about a child")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        agreed = self.agreed() if self.request.user.is_authenticated else []
        return super().get_context_data(**{"agreed": agreed, **kwargs})

    def agreed(self) -> list[tuple[str, list[Clause]]]:
        """By group of the person: who sees to it that a concern is reported, and where.

        Groups that agreed nothing are left out.
        """
        today = timezone.localdate()
        groups = list(collaborations_of(self.request.user, on=today))
        terms = effective_terms_of(groups, on=today)
        found = [
            (group.name, clauses_from(terms[group.pk], ROUTES, collaboration_id=group.pk)) for group in groups
        ]
        return [(name, clauses) for name, clauses in found if clauses]
