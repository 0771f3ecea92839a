"""Elections: the list for the team, and emails of a person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.DATA,
    Place(
        _("Elections in groups"),
        _("Which groups elect a chair or an administrator, and who was elected."),
        "meetings:all_elections",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="elections",
    order=48,
)
add_topic(
    Readers.SETTING,
    _("An election of your group is called or decided, you are nominated, or a term ends."),
    "meetings.election_called",
    "meetings.nominated",
    "meetings.election_result",
    "meetings.election_due",
    key="elections",
    order=62,
)
