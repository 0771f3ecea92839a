"""What the pages' frame shows of collaborations: the tabs of one, and places below the hubs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_pages, add_tab
from core.frame.visitor import Visitor


def sees_life(visitor: Visitor, collaboration: Any) -> bool:
    """Officers, those who read everything, and those who run it (C1)."""
    return visitor.allows(Permission.VIEW_COLLABORATIONS) or visitor.allows(
        Permission.RUN_COLLABORATION, collaboration
    )


add_tab(
    Section.COLLABORATION,
    Tab(_("Overview"), "collaborations:detail", pages=("portal:dashboard", "portal:group_health")),
    key="overview",
    order=10,
)
add_tab(
    Section.COLLABORATION,
    Tab(
        _("Administration"),
        "collaborations:life",
        pages=(
            "collaborations:life_before",
            "collaborations:move",
            "collaborations:close",
            "collaborations:first_meeting",
            "collaborations:record_terms",
            "collaborations:change",
        ),
        shown=sees_life,
    ),
    key="administration",
    order=100,
)
add_pages(
    Section.COLLABORATION,
    "meetings",
    *(
        f"collaborations:{name}"
        for name in (
            "arrange_first",
            "invited_to_first",
            "invite_to_first",
            "find_to_invite",
            "remind_invited",
            "needs_at_first",
            "answer_invited",
            "withdraw_invited",
            "who_came_first",
        )
    ),
)
add_place(
    Hub.DATA,
    Place(
        _("Settings in no group"),
        _("Settings that Ofsted lists and that are in no collaboration."),
        "collaborations:settings_without",
        Permission.VIEW_MEMBERS,
    ),
    key="settings_without",
    order=70,
)
add_place(
    Hub.DATA,
    Place(
        _("Map"),
        _("How far collaborations reach, district by district."),
        "collaborations:map",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="map",
    order=10,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Outlines of districts"),
        _("Load or replace the outlines that the map draws."),
        "collaborations:load_outlines",
        Permission.CHANGE_SETTINGS,
        also=("collaborations:remove_outlines",),
        heading=_("Register"),
    ),
    key="outlines",
    order=40,
)
