"""What every subject contributes to one list, as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from portal.tables import EngagementsTable


@register
class MeetingsToAttend(OurTableExport):
    identifier = "meetings-to-attend"
    title = _("Meetings to attend")
    description = _("Where people of the early years team are expected from today on, and what clashes.")
    permission = Permission.VIEW_SUPPORT
    table = EngagementsTable
