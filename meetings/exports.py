"""Meetings, attendance and minutes as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from meetings.action_tables import AllActionsTable
from meetings.tables import AllMeetingsTable, AllMinutesTable, AttendanceTable


@register
class Meetings(OurTableExport):
    identifier = "meetings"
    title = _("Meetings")
    description = _("The meetings of all collaborations, and how many came.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AllMeetingsTable


@register
class AttendanceAtMeetings(OurTableExport):
    identifier = "attendance"
    title = _("Attendance at meetings")
    description = _("Who was at which meeting, one row for each member and meeting.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AttendanceTable


@register
class ActionsOfGroups(OurTableExport):
    identifier = "actions"
    title = _("Actions of groups")
    description = _("What meetings and development plans gave settings to do, and what was done.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AllActionsTable


@register
class MinutesOfMeetings(OurTableExport):
    identifier = "minutes"
    title = _("Minutes of meetings")
    description = _("Where the minutes of each meeting stand, and which meeting agreed them. No text.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AllMinutesTable
