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
        _("Confidential: talking with a leader after an inspection."),
        "leadership:cases",
        Permission.WORK_ON_CASES,
        also=tuple(
            f"leadership:{name}"
            for name in (
                *(
                    "case",
                    "open",
                    "assign",
                    "share",
                    "unshare",
                    "decide",
                    "record_outcome",
                    "publish_outcome",
                ),
                *("letters", "write_letter", "change_letter", "send_letter", "post_letter", "remove_letter"),
                *("letter_pdf", "letter_templates", "letter_template", "letter_shipped", "letter_example"),
                *("switches", "switch_off", "switch_on"),
                *("contact", "talk", "correct", "support", "change_support", "hand_over", "again"),
                *("talk_succession", "note_successor", "ask_successor", "remove_successor"),
                *("stepped_down", "stays", "days", "away", "record_away", "remove_away"),
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
    "leadership.tasks_found",
    key="tasks",
    order=10,
)
add_topic(
    Readers.SETTING,
    _("There is something for you to read."),
    "leadership.something_for_you",
    key="something_for_you",
    order=90,
)
