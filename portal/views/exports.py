"""The export centre: what one may export, and what one has exported."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import Page
from documents.selectors import export_runs_of, exports_for

RECENT = 25


class ExportCentre(Page):
    """Every export that this person may run, and their own recent ones."""

    permission = Permission.EXPORT
    template_name = "portal/exports.html"
    title = _("Exports")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(exports=exports_for(user), runs=export_runs_of(user)[:RECENT], **kwargs)
