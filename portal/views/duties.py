"""Pages that a public service owes its users, filled from the authority's own settings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.views import Page


class Accessibility(Page):
    """The accessibility statement that the 2018 regulations ask for."""

    public = True
    template_name = "portal/accessibility.html"
    title = _("Accessibility statement")


class Privacy(Page):
    """What is kept about people here, why, and whom to ask."""

    public = True
    template_name = "portal/privacy.html"
    title = _("Privacy")


class ReportConcern(Page):
    """Where a concern about a child goes (G8). The software never takes the concern: it only shows the routes."""

    public = True
    template_name = "portal/report_concern.html"
    title = _("Report a concern about a child")
