"""What the pages' frame shows of members, people and offices."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Members"),
        "memberships:members",
        pages=tuple(
            f"memberships:{name}"
            for name in (
                "add_member",
                "member",
                "leave",
                "withdraw_member",
                "add_person",
                "end_person",
                "withdraw_person",
                "applications",
                "decide_application",
                "invite",
                "invitations",
                "remind_invitation",
                "withdraw_invitation",
                "give_notice",
                "take_back_notice",
                "hand_over",
                "hand_over_add",
                "hand_over_change",
                "hand_over_done",
                "hand_over_remove",
                "concerns",
                "concern",
                "raise_concern",
                "move_concern",
                "staff_told",
                "staff_told_reminders",
                "staff_summary",
                "staff_summary_pdf",
            )
        ),
    ),
    key="members",
    order=20,
)
add_tab(
    Section.COLLABORATION,
    Tab(
        _("People and offices"),
        "memberships:offices",
        pages=tuple(
            f"memberships:{name}"
            for name in (
                "give_office",
                "end_office",
                "withdraw_office",
                "appoint_leader",
                "end_leader",
                "withdraw_leader",
                "decide_leader",
            )
        ),
    ),
    key="people",
    order=90,
)
add_place(
    Hub.DATA,
    Place(
        _("Applications"),
        _("Settings that asked to join a group, and what the members decided."),
        "memberships:all_applications",
        Permission.VIEW_MEMBERS,
    ),
    key="applications",
    order=60,
)
