"""Minutes: the list for the team, and emails of a person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place

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
    _("Minutes of a meeting are there, corrected or added to."),
    "meetings.minutes_sent",
    "meetings.minutes_amended",
    key="minutes",
    order=61,
)
add_topic(
    Readers.SETTING,
    _("A correction to minutes that you sent is proposed, or yours is answered."),
    "meetings.correction_proposed",
    "meetings.correction_answered",
    key="corrections",
    order=61,
)
