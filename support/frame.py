"""What the pages' frame shows of support: requests, referrals, messages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import add_pages

add_pages(Section.COLLABORATION, "administration", "support:support_of", "support:ask_support")
add_place(
    Hub.SUPPORT,
    Place(
        _("Requests"),
        _("What groups ask the early years team for."),
        "support:support",
        Permission.VIEW_SUPPORT,
        also=tuple(
            f"support:{name}"
            for name in (
                "support_request",
                "answer_support",
                "cancel_support",
                "finish_support",
                "withdraw_support",
            )
        ),
    ),
    key="requests",
    order=10,
)
add_place(
    Hub.SUPPORT,
    Place(
        _("Referrals"),
        _("Settings that were pointed to a group, and what came of it."),
        "support:referrals",
        Permission.VIEW_SUPPORT,
        also=tuple(f"support:{name}" for name in ("refer", "referral", "follow_up", "take_back_referral")),
    ),
    key="referrals",
    order=20,
)
add_place(
    Hub.SUPPORT,
    Place(
        _("Messages"),
        _("Emails to the people of several groups."),
        "support:messages",
        Permission.SEND_MESSAGES,
        also=("support:write_message", "support:message"),
    ),
    key="messages",
    order=30,
)
