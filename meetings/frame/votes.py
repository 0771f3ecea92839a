"""Votes: the list for the team, and emails of a person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.DATA,
    Place(
        _("Votes of groups"),
        _("What groups decide by vote, and how it ended."),
        "meetings:all_votes",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="votes",
    order=47,
)
add_topic(
    Readers.SETTING,
    _("Something is put to the vote in your group, or you have not voted yet."),
    "meetings.vote_opened",
    "meetings.vote_reminder",
    key="votes",
    order=61,
)
add_topic(
    Readers.SETTING,
    _("A vote of your group is closed."),
    "meetings.vote_closed",
    key="vote_results",
    order=61,
)
