"""Visits and training: lists for the team, and emails of a person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.DATA,
    Place(
        _("Visits between settings"),
        _("Who visited whom, what they took home, and what became of it."),
        "meetings:all_visits",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="visits",
    order=47,
)
add_place(
    Hub.DATA,
    Place(
        _("Training of groups"),
        _("What groups organise for their members to learn, and how many came."),
        "meetings:all_training",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="training",
    order=48,
)
add_topic(
    Readers.SETTING,
    _(
        "Somebody asks to visit your setting or invites you, a visit or training is planned or changes, or you are asked"
        " what became of it."
    ),
    "meetings.visit_asked",
    "meetings.visit_told",
    "meetings.idea_asked_again",
    "meetings.training_planned",
    "meetings.training_told",
    "meetings.training_asked_again",
    key="visits",
    order=62,
)
