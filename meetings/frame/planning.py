"""Meetings and attendance: lists for the team, emails of a person, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of
from core.calendar_files import Event
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.diary import Days, diary
from core.frame.news import Due, dues
from core.frame.places import Hub, Place, add_place
from core.wording import time_in_words
from meetings.emails.bases import event_of
from meetings.emails.guests import event_of_guest
from meetings.selectors import planning
from meetings.selectors.diary import invitations_in_calendar, meetings_in_calendar

add_place(
    Hub.DATA,
    Place(
        _("Meetings of groups"),
        _("When groups meet, who came, and which have not met for a term."),
        "meetings:all_meetings",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="meetings",
    order=45,
)
add_place(
    Hub.DATA,
    Place(
        _("Attendance at meetings"),
        _("Who was at which meeting of which group."),
        "meetings:all_attendance",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="attendance",
    order=46,
)
add_place(
    Hub.DATA,
    Place(
        _("School holidays"),
        _("When schools are closed: groups that plan meetings are told."),
        "meetings:school_holidays",
        Permission.VIEW_COLLABORATIONS,
        also=tuple(
            f"meetings:{name}"
            for name in ("add_holiday", "paste_holidays", "change_holiday", "remove_holiday")
        ),
    ),
    key="school_holidays",
    order=47,
)
add_topic(
    Readers.SETTING,
    _("A meeting of your group is moved or cancelled, or takes place after all."),
    "meetings.moved",
    "meetings.cancelled",
    "meetings.taken_back",
    "meetings.restored",
    key="meetings",
    order=60,
)
add_topic(
    Readers.SETTING,
    _("Meetings of your group are planned."),
    "meetings.planned",
    key="meetings_planned",
    order=61,
)
add_topic(
    Readers.SETTING,
    _("The agenda and papers of a meeting are there, or your item is answered."),
    "meetings.papers",
    "meetings.item_answered",
    key="meeting_papers",
    order=62,
)
add_topic(
    Readers.EVERYBODY,
    _("You are invited as a guest to a meeting of a group, or that meeting has changed."),
    "meetings.guest_invited",
    "meetings.guest_told",
    key="meeting_guest",
    order=60,
)
add_topic(
    Readers.EVERYBODY,
    _("You are invited to the first meeting of a new group, reminded of it, or it has changed."),
    "meetings.first_invited",
    "meetings.first_reminded",
    "meetings.first_told",
    key="first_meeting",
    order=61,
)


@dues.register(key="meetings", order=5)
def meetings_due(user: User, on: date, until: date) -> Iterator[Due]:
    """The meetings of a person's groups that come."""
    groups = collaborations_of(user, on=on).order_by().values("pk")
    for meeting in planning.meetings_ahead(groups, on=on).filter(on__lt=until):
        words = _text("%(title)s, %(time)s") % {
            "title": meeting.title,
            "time": time_in_words(meeting.starts_at),
        }
        path = within_authority("meetings:meeting", meeting.collaboration_id, meeting.pk)
        yield Due(meeting.on, words, path, str(meeting.collaboration))


@diary.register(key="meetings", order=10)
def meetings_in_diary(user: User, days: Days) -> Iterator[Event]:
    """The meetings of a person's groups, the first meetings that somebody of the team facilitates, and the
    items of others to which they are invited.
    """
    for meeting in meetings_in_calendar(user, on=days.on, since=days.since, until=days.until):
        yield event_of(meeting, made_at=days.made_at)
    for guest in invitations_in_calendar(user, since=days.since, until=days.until):
        yield event_of_guest(guest, made_at=days.made_at)
