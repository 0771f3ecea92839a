"""Applications, members and leaders as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from memberships.tables import ApplicationsTable, LeadersTable, MembersTable, PeopleOfSettingsTable


@register
class Applications(OurTableExport):
    identifier = "applications"
    title = _("Applications to join")
    description = _("Every application of a setting to a collaboration, those that wait first.")
    permission = Permission.VIEW_MEMBERS
    table = ApplicationsTable


@register
class Members(OurTableExport):
    identifier = "members"
    title = _("Members of collaborations")
    description = _("Every membership, those that have ended too.")
    permission = Permission.VIEW_MEMBERS
    table = MembersTable


@register
class Leaders(OurTableExport):
    identifier = "leaders"
    title = _("Leaders of collaborations")
    description = _("Every appointment of a leader, those that have ended too.")
    permission = Permission.VIEW_MEMBERS
    table = LeadersTable


@register
class PeopleOfSettings(OurTableExport):
    identifier = "people_of_settings"
    title = _("People of settings")
    description = _("Who works at which setting, with email address and role, those who have left too.")
    permission = Permission.VIEW_MEMBERS
    table = PeopleOfSettingsTable
