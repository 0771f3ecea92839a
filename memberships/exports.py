"""Applications as a sheet."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from memberships.tables import ApplicationsTable


@register
class Applications(OurTableExport):
    identifier = "applications"
    title = _("Applications to join")
    description = _("Every application of a setting to a collaboration, those that wait first.")
    permission = Permission.VIEW_MEMBERS
    table = ApplicationsTable
