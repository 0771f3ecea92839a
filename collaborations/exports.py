"""Collaborations, their members and leaders, and settings that are in none, as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations import tables
from core.exports.registry import register
from documents.exports.mixins import OurTableExport


@register
class Collaborations(OurTableExport):
    identifier = "collaborations"
    title = _("Collaborations")
    description = _("Every collaboration with its size and leaders today.")
    permission = Permission.VIEW_COLLABORATIONS
    table = tables.CollaborationsTable


@register
class SettingsWithoutCollaboration(OurTableExport):
    identifier = "settings_without_collaboration"
    title = _("Settings with no collaboration")
    description = _("Settings that Ofsted lists and that are in no collaboration today.")
    permission = Permission.VIEW_MEMBERS
    table = tables.SettingsWithoutTable


@register
class InvitedToFirstMeeting(OurTableExport):
    identifier = "first-meeting-invited"
    title = _("Who is invited to a first meeting")
    description = _(
        "Everybody invited to the first meeting of one group, and what they said. Without what they need."
    )
    permission = Permission.CHANGE_COLLABORATIONS
    table = tables.InvitedTable
