"""What the pages' frame shows of leadership cases: one place, for those who may work on one (O6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.SUPPORT,
    Place(
        _("Leadership cases"),
        _("Confidential: whether a leader may still lead."),
        "leadership:cases",
        Permission.WORK_ON_CASES,
        also=tuple(
            f"leadership:{name}"
            for name in (
                "case",
                "open",
                "assign",
                "share",
                "unshare",
                "decide",
                "record_outcome",
                "publish_outcome",
            )
        ),
    ),
    key="cases",
    order=50,
)

add_topic(
    Readers.TEAM,
    _("A task waits for you."),
    "leadership.case_assigned",
    key="tasks",
    order=10,
)
