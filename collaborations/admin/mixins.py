"""Admin of rows that belong to a collaboration."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin


class OfGroupAdmin(OfficerModelAdmin):
    """What the two share: read only, found by the collaboration's name."""

    view_permission = Permission.VIEW_COLLABORATIONS
    search_fields = search_names = ("collaboration__name",)
    search_help_text = _("Name of the collaboration")

    @admin.display(description=_("district"), ordering="collaboration__district__name__in_order")
    def district(self, row: Any) -> str:
        return str(row.collaboration.district or "")
