"""Plans to divide or merge as a sheet."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from reorganisation.tables import PlansTable


@register
class Plans(OurTableExport):
    identifier = "plans"
    title = _("Divisions and mergers")
    description = _("Every plan to divide or merge collaborations.")
    permission = Permission.REORGANISE
    table = PlansTable
