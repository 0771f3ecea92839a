"""Meetings and attendance as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from meetings.tables import AllMeetingsTable, AttendanceTable, BookingsTable, EventsTable


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
class Events(OurTableExport):
    identifier = "events"
    title = _("Leaders’ Days and events")
    description = _("Every event with its places, and how many booked, wait and came.")
    permission = Permission.VIEW_EVENTS
    table = EventsTable


@register
class EventBookings(OurTableExport):
    identifier = "event-bookings"
    title = _("Bookings of an event")
    description = _("Who booked a place at one event, waits or gave it back. Without what they need.")
    permission = Permission.VIEW_EVENTS
    table = BookingsTable
