"""The tab of meetings on the page of a group, and the pages that stand in it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab

PLANNING = (
    "meetings_list",
    "plan_meeting",
    "plan_year",
    "meeting",
    "change_meeting",
    "cancel_meeting",
    "restore_meeting",
    "take_back_planning",
    "calendar",
    "answer",
    "open_agenda",
    "propose_item",
    "add_item",
    "change_item",
    "answer_proposal",
    "move_item",
    "remove_item",
    "invite_guest",
    "withdraw_guest",
    "add_paper",
    "open_paper",
    "replace_paper",
    "remove_paper",
    "send_papers",
    "attendance",
    "attendance_state",
    "taps",
    "finish_attendance",
    "reopen_meeting",
    "attendance_history",
    "note_guests",
    "add_other",
    "remove_other",
    "open_check_in",
    "close_check_in",
    "check_in",
)
VISITS = (
    "visits",
    "visits_list",
    "ask_visit",
    "visit",
    "answer_visit",
    "change_visit",
    "cancel_visit",
    "write_account",
    "say_what_became",
    "training_list",
    "plan_training",
    "training",
    "change_training",
    "cancel_training",
    "restore_training",
    "book_places",
    "who_came",
    "say_what_changed",
    "public_meetings",
)
VOTES = (
    "votes",
    "put_to_vote",
    "vote",
    "cast_vote",
    "stand_aside",
    "record_hands",
    "close_vote",
    "settle_vote",
    "withdraw_vote",
    "remind_of_vote",
)
ELECTIONS = (
    "elections",
    "call_election",
    "election",
    "change_election",
    "open_nominations",
    "call_off_election",
    "choose_nominee",
    "nominate",
    "answer_nomination",
    "declare_elected",
    "open_ballot",
    "count_ballot",
    "record_nobody",
)
MINUTES = (
    "minutes_list",
    "minutes",
    "write_minutes",
    "add_decision",
    "change_decision",
    "remove_decision",
    "send_minutes",
    "correct_minutes",
    "answer_correction",
    "agree_minutes",
    "amend_minutes",
    "print_minutes",
    "minutes_pdf",
    "concern_routes",
)
ACTIONS = (
    "actions",
    "fair_share",
    "pack",
    "pack_zip",
    "add_action",
    "change_action",
    "finish_action",
    "postpone_action",
    "remove_action",
)

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Meetings"),
        "meetings:meetings",
        pages=tuple(
            f"meetings:{name}" for name in (*PLANNING, *VISITS, *VOTES, *ELECTIONS, *MINUTES, *ACTIONS)
        ),
    ),
    key="meetings",
    order=20,
)
