"""What can be written in the audit log about planning: meetings taken back, school holidays."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.deeds import Deed


class MeetingAction(Deed):
    MEETING_TAKEN_BACK = "meeting_taken_back", gettext_noop("Planning of a meeting undone")
    SCHOOL_HOLIDAY_ADDED = "school_holiday_added", gettext_noop("School holiday added")
    SCHOOL_HOLIDAY_CHANGED = "school_holiday_changed", gettext_noop("School holiday changed")
    SCHOOL_HOLIDAY_REMOVED = "school_holiday_removed", gettext_noop("School holiday removed")
