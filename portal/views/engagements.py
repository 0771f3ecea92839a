"""The meetings to attend, for the early years team (L4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from portal.tables.engagements import EngagementsTable


class Engagements(ListPage):
    """First meetings, meetings by invitation and days: who of the team is expected where, with clashes."""

    permission = Permission.VIEW_SUPPORT
    title = _("Meetings to attend")
    thing, things = _("meeting"), _("meetings")
    table_class = EngagementsTable
    export = "meetings-to-attend"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No group expects the early years team. Leaders and office holders invite an officer from their"
        " group's page."
    )
