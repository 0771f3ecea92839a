"""What the pages' frame shows of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.actions import Row, Source, sources
from core.frame.news import Due, dues
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from core.wording import time_in_words
from meetings.selectors import planning
from meetings.selectors.actions import MEETING, all_actions, own_actions

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Meetings"),
        "meetings:meetings",
        pages=tuple(
            f"meetings:{name}"
            for name in (
                "meetings_list",
                "plan_meeting",
                "plan_year",
                "meeting",
                "change_meeting",
                "cancel_meeting",
                "restore_meeting",
                "calendar",
                "answer",
                "open_agenda",
                "propose_item",
                "add_item",
                "change_item",
                "answer_proposal",
                "move_item",
                "remove_item",
                "invite_guest",
                "withdraw_guest",
                "add_paper",
                "open_paper",
                "replace_paper",
                "remove_paper",
                "send_papers",
                "attendance",
                "attendance_state",
                "taps",
                "finish_attendance",
                "reopen_meeting",
                "attendance_history",
                "add_other",
                "remove_other",
                "open_check_in",
                "close_check_in",
                "check_in",
                "actions",
                "fair_share",
                "pack",
                "pack_zip",
                "add_action",
                "change_action",
                "finish_action",
                "postpone_action",
                "remove_action",
                "minutes_list",
                "minutes",
                "write_minutes",
                "add_decision",
                "change_decision",
                "remove_decision",
                "send_minutes",
                "correct_minutes",
                "answer_correction",
                "agree_minutes",
                "amend_minutes",
                "print_minutes",
                "minutes_pdf",
                "concern_routes",
            )
        ),
    ),
    key="meetings",
    order=20,
)
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
        _("Minutes of groups"),
        _("Where the minutes of each meeting stand, and which meeting agreed them."),
        "meetings:all_minutes",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="minutes",
    order=47,
)
add_topic(
    Readers.SETTING,
    _("A meeting of your group is planned, moved or cancelled, papers are there, or your item is answered."),
    "meetings.planned",
    "meetings.moved",
    "meetings.cancelled",
    "meetings.papers",
    "meetings.item_answered",
    key="meetings",
    order=60,
)
add_topic(
    Readers.SETTING,
    _("A meeting gave you something to do, or it has changed."),
    "meetings.actions_given",
    key="meeting_actions",
    order=61,
)
add_topic(
    Readers.SETTING,
    _("Minutes of a meeting are there, corrected or added to, or your correction is answered."),
    "meetings.minutes_sent",
    "meetings.correction_answered",
    "meetings.minutes_amended",
    key="minutes",
    order=61,
)
add_topic(
    Readers.EVERYBODY,
    _("You are invited as a guest to a meeting of a group, or that meeting has changed."),
    "meetings.guest_invited",
    "meetings.guest_told",
    key="meeting_guest",
    order=60,
)


add_place(
    Hub.DATA,
    Place(
        _("Actions of groups"),
        _("What meetings and development plans gave settings to do, and what is overdue."),
        "meetings:all_actions",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="actions",
    order=47,
)


def page_at_meeting(row: Row) -> str:
    meeting = reverse("meetings:meeting", args=[row["group_id"], row["parent_id"]])
    return f"{meeting}#action-{row['anchor_id']}"


def finish_at_meeting(row: Row) -> str:
    return reverse("meetings:finish_action", args=[row["group_id"], row["parent_id"], row["number"]])


def postpone_at_meeting(row: Row) -> str:
    return reverse("meetings:postpone_action", args=[row["group_id"], row["parent_id"], row["number"]])


sources.add(
    Source(
        _("A meeting"),
        all_actions,
        group="meeting__collaboration_id",
        parent="meeting_id",
        page=page_at_meeting,
        finish=finish_at_meeting,
        postpone=postpone_at_meeting,
    ),
    key=MEETING,
    order=10,
)


@dues.register(key="meeting_actions", order=11)
def actions_due(user: User, on: date, until: date) -> Iterator[Due]:
    """What meetings gave the settings that a person manages, or gave the person by name."""
    for action in own_actions(user, on=on).filter(due_on__lt=until):
        if action.due_on is not None:
            group = action.meeting.collaboration
            yield Due(action.due_on, action.what, within_authority("meetings:actions", group.pk), str(group))


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
