"""Meetings, and all that belongs to them, as sheets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import register
from documents.exports.mixins import OurTableExport
from meetings.tables.actions import AllActionsTable
from meetings.tables.elections import ElectionsTable
from meetings.tables.events import BookingsTable, EventsTable
from meetings.tables.holidays import HolidaysTable
from meetings.tables.minutes import AllMinutesTable
from meetings.tables.planning import AllMeetingsTable, AttendanceTable
from meetings.tables.visits import AllTrainingTable, AllVisitsTable
from meetings.tables.votes import AllVotesTable


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
class SchoolHolidays(OurTableExport):
    identifier = "school_holidays"
    title = _("School holidays")
    description = _("When schools are closed, as the team entered it.")
    permission = Permission.VIEW_COLLABORATIONS
    table = HolidaysTable


@register
class PeerVisits(OurTableExport):
    identifier = "peer_visits"
    title = _("Visits between settings")
    description = _("Who visited whom, what they took home, and what became of it.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AllVisitsTable


@register
class TrainingOfGroups(OurTableExport):
    identifier = "training"
    title = _("Training of groups")
    description = _("What groups organise for their members to learn, and how many came.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AllTrainingTable


@register
class Elections(OurTableExport):
    identifier = "elections"
    title = _("Elections in groups")
    description = _("The elections of all collaborations, and who was elected.")
    permission = Permission.VIEW_COLLABORATIONS
    table = ElectionsTable


@register
class Votes(OurTableExport):
    identifier = "votes"
    title = _("Votes")
    description = _("What collaborations decided by vote. How a setting voted is in no export.")
    permission = Permission.VIEW_COLLABORATIONS
    table = AllVotesTable


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
