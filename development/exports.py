"""Development plans as a sheet."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from development.tables import DevelopmentPlansTable
from documents.exports.mixins import OurTableExport


@register
class DevelopmentPlans(OurTableExport):
    identifier = "development_plans"
    title = _("Development plans")
    description = _("The development plans of all collaborations, with what they cost.")
    permission = Permission.VIEW_COLLABORATIONS
    table = DevelopmentPlansTable
