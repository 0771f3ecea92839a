"""Ways of working and reviews of every collaboration as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from ways_of_working.tables import ReviewsTable, WaysOfWorkingTable


@register
class WaysOfWorkingOverview(OurTableExport):
    identifier = "ways_of_working"
    title = _("Ways of working")
    description = _(
        "How far each collaboration is with its ways of working, and where practice differs from the"
        " agreement."
    )
    permission = Permission.VIEW_COLLABORATIONS
    table = WaysOfWorkingTable


@register
class Reviews(OurTableExport):
    identifier = "reviews"
    title = _("Reviews")
    description = _("The reviews of all collaborations: overdue, open and done.")
    permission = Permission.VIEW_COLLABORATIONS
    table = ReviewsTable
