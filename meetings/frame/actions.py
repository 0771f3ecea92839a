"""Actions of meetings: their part in the one list, the list for the team, emails of a person, and what is
due.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.actions import Row, Source
from core.frame.news import Due, dues
from core.frame.places import Hub, Place, add_place
from meetings.selectors.actions import MEETING, all_actions, own_actions
from memberships.selectors.doing import add_actions

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
add_topic(
    Readers.SETTING,
    _("A meeting gave you something to do, or it has changed."),
    "meetings.actions_given",
    key="meeting_actions",
    order=61,
)


def page_at_meeting(row: Row) -> str:
    meeting = reverse("meetings:meeting", args=[row["group_id"], row["parent_id"]])
    return f"{meeting}#action-{row['anchor_id']}"


def finish_at_meeting(row: Row) -> str:
    return reverse("meetings:finish_action", args=[row["group_id"], row["parent_id"], row["number"]])


def postpone_at_meeting(row: Row) -> str:
    return reverse("meetings:postpone_action", args=[row["group_id"], row["parent_id"], row["number"]])


add_actions(
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
