"""Referrals and requests for support as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from support.tables import ReferralsTable, SupportRequestsTable


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
