"""The matrix of endpoints: meetings, run by the leader and officers, read and answered by the group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    OFFICERS,
    STAFF,
    Endpoint,
    Record,
    group_form,
    group_page,
    link_form,
)

MEETING = {**COLLABORATION, "meeting": "meeting"}
TODAY = {**COLLABORATION, "meeting": "meeting today"}
ITEM = {**MEETING, "item": "item"}
ACTION = {**TODAY, "action": "meeting action"}
OWN = {**MEETING, "membership": "membership"}
MINUTES = {**COLLABORATION, "meeting": "minutes meeting"}


def own_form(**rows: str) -> Endpoint:
    """For whoever works at the setting, in the stage that of the leader; officers on behalf."""
    return Endpoint(OFFICERS | LEADER, OFFICERS | LEADER, rows, known_to=NO_ROLE)


ENDPOINTS: Mapping[str, Endpoint] = {
    "meetings:all_meetings": Endpoint(STAFF),
    "meetings:all_attendance": Endpoint(STAFF),
    "meetings:meetings": group_page(**COLLABORATION),
    "meetings:meetings_list": group_page(**COLLABORATION),
    "meetings:plan_meeting": group_form(**COLLABORATION),
    "meetings:plan_year": group_form(**COLLABORATION),
    "meetings:meeting": group_page(**MEETING),
    "meetings:calendar": group_page(**MEETING),
    "meetings:change_meeting": group_form(**MEETING),
    "meetings:cancel_meeting": group_form(**MEETING),
    "meetings:restore_meeting": group_form(**MEETING),
    "meetings:answer": own_form(**OWN),
    "meetings:open_agenda": group_form(**MEETING),
    "meetings:propose_item": own_form(**OWN),
    "meetings:add_item": group_form(**MEETING),
    "meetings:change_item": group_form(**ITEM),
    "meetings:answer_proposal": group_form(**ITEM),
    "meetings:move_item": replace(group_form(**ITEM, other="other item"), get=None),
    "meetings:remove_item": group_form(**ITEM),
    "meetings:invite_guest": group_form(**ITEM),
    "meetings:withdraw_guest": group_form(**MEETING, guest="guest"),
    "meetings:add_paper": group_form(**MEETING),
    "meetings:open_paper": group_page(**MEETING, paper="paper"),
    "meetings:replace_paper": group_form(**MEETING, paper="paper"),
    "meetings:remove_paper": group_form(**MEETING, paper="paper"),
    "meetings:send_papers": group_form(**MEETING),
    "meetings:attendance": group_form(**TODAY),
    "meetings:attendance_state": replace(group_form(**TODAY), post=None),
    "meetings:taps": replace(group_form(**TODAY), get=None),
    "meetings:finish_attendance": group_form(**TODAY),
    "meetings:reopen_meeting": group_form(**TODAY),
    "meetings:attendance_history": replace(group_form(**TODAY), post=None),
    "meetings:add_other": group_form(**TODAY),
    "meetings:remove_other": group_form(**TODAY, row="other present"),
    "meetings:open_check_in": group_form(**TODAY),
    "meetings:close_check_in": group_form(**TODAY),
    "meetings:check_in": own_form(**TODAY, membership="membership"),
    "meetings:all_actions": Endpoint(STAFF),
    "meetings:actions": group_page(**COLLABORATION),
    "meetings:fair_share": group_page(**COLLABORATION),
    "meetings:add_action": replace(group_form(**TODAY), words={"item": "0"}),
    "meetings:change_action": group_form(**ACTION),
    # who does it says so too: in the stage a setting of the leader's
    "meetings:finish_action": group_form(**ACTION),
    "meetings:postpone_action": group_form(**ACTION),
    "meetings:remove_action": group_form(**ACTION),
    "meetings:pack": group_page(**MEETING),
    "meetings:pack_zip": group_page(**MEETING),
    "meetings:guest_pack": Endpoint(
        frozenset({*STAFF, *GROUP_MEMBERS, "elsewhere"}), rows={"token": "guest token"}, public=True
    ),
    "meetings:all_minutes": Endpoint(STAFF),
    "meetings:minutes_list": group_page(**COLLABORATION),
    "meetings:minutes": group_page(**MINUTES),
    "meetings:print_minutes": group_page(**MINUTES),
    "meetings:minutes_pdf": group_page(**MINUTES),
    "meetings:write_minutes": group_form(**MINUTES),
    "meetings:add_decision": group_form(**MINUTES, item="minutes item"),
    "meetings:change_decision": group_form(**MINUTES, decision="decision"),
    "meetings:remove_decision": group_form(**MINUTES, decision="decision"),
    "meetings:send_minutes": group_form(**MINUTES),
    "meetings:correct_minutes": own_form(**MINUTES, membership="membership"),
    "meetings:answer_correction": group_form(**MINUTES, correction="correction"),
    "meetings:agree_minutes": group_form(**TODAY, earlier="minutes meeting"),
    "meetings:amend_minutes": group_form(**{**MINUTES, "meeting": "agreed meeting"}),
    "meetings:concern_routes": group_form(**MINUTES),
    "meetings:guest": link_form("guest token"),
    "meetings:guest_paper": Endpoint(
        frozenset({*STAFF, *GROUP_MEMBERS, "elsewhere"}),
        rows={"token": "guest token", "paper": "paper"},
        public=True,
    ),
}

RECORDS: Mapping[str, Record] = {
    "meetings_meeting": Record("meeting", STAFF),
    "meetings_minutes": Record("minutes", STAFF),
    "meetings_concernroutesgiven": Record("routes given", STAFF),
}
