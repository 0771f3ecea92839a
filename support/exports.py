"""Referrals, requests for support and messages as sheets."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Filters, TableExport, register
from documents.exports.mixins import OurTableExport
from support.selectors.messages import may_see_message, message_by_id
from support.tables import CopiesTable, MessagesTable, ReferralsTable, SupportRequestsTable


@register
class Referrals(OurTableExport):
    identifier = "referrals"
    title = _("Referrals")
    description = _("Which setting was referred to which collaboration, and what became of it.")
    permission = Permission.VIEW_SUPPORT
    table = ReferralsTable


@register
class SupportRequests(OurTableExport):
    identifier = "support-requests"
    title = _("Requests for support")
    description = _("What collaborations have asked of the early years team, and the answers.")
    permission = Permission.VIEW_SUPPORT
    table = SupportRequestsTable


@register
class Messages(OurTableExport):
    identifier = "messages"
    title = _("Messages")
    description = _("What the early years team has written to collaborations and settings.")
    permission = Permission.SEND_MESSAGES
    table = MessagesTable


@register
class MessageCopies(TableExport):
    """As each person sees the page of the message. Of a group's own one, so the permission to export is not
    asked of who runs it; of the team it is.
    """

    identifier = "message_copies"
    title = _("Who gets a message")
    description = _("The people whom a message went to, and whether each has it.")
    permission = Permission.SEND_MESSAGES
    table = CopiesTable

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Only of one message that the person sees."""
        message = message_by_id(int(filters["message"])) if "message" in filters else None
        if message is None or not may_see_message(by, message):
            return False
        return message.of_group_id is not None or bool(by.has_perm(Permission.EXPORT))
