"""The matrix of endpoints: meetings, run by the leader and officers, read and answered by the group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    EVERY_ROLE,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    OFFICERS,
    OFFICERS_AND_AUDITOR,
    STAFF,
    Endpoint,
    Record,
    form,
    group_form,
    group_page,
    link_form,
)

MEETING = {**COLLABORATION, "meeting": "meeting"}
TODAY = {**COLLABORATION, "meeting": "meeting today"}
ITEM = {**MEETING, "item": "item"}
EVENT = {"event": "event"}
SESSION = {**EVENT, "session": "event session"}
MATERIAL = {**EVENT, "material": "event material"}
OWN = {**MEETING, "membership": "membership"}


def own_form(**rows: str) -> Endpoint:
    """For whoever works at the setting, in the stage that of the leader; officers on behalf."""
    return Endpoint(OFFICERS | LEADER, OFFICERS | LEADER, rows, known_to=NO_ROLE)


def own_place(event: str = "event", **rows: str) -> Endpoint:
    """The own pages of an event: for the leader, who alone is invited. To others it does not exist."""
    return Endpoint(LEADER, LEADER, {"event": event, **rows}, known_to=NO_ROLE)


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
    "meetings:guest": link_form("guest token"),
    "meetings:guest_paper": Endpoint(
        frozenset({*STAFF, *GROUP_MEMBERS, "elsewhere"}),
        rows={"token": "guest token", "paper": "paper"},
        public=True,
    ),
    "meetings:events": Endpoint(OFFICERS_AND_AUDITOR),
    "meetings:plan_event": form(OFFICERS),
    "meetings:event": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "meetings:change_event": form(OFFICERS, **EVENT),
    "meetings:publish_event": form(OFFICERS, **EVENT),
    "meetings:cancel_event": form(OFFICERS, **EVENT),
    "meetings:restore_event": form(OFFICERS, **EVENT),
    "meetings:bookings": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "meetings:signing_in": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "meetings:needs": Endpoint(OFFICERS, rows=EVENT),
    "meetings:own_events": Endpoint(EVERY_ROLE),
    "meetings:own_event": own_place(),
    "meetings:answer_place": own_place(),
    "meetings:give_back": own_place(),
    "meetings:own_needs": own_place(),
    "meetings:own_event_calendar": replace(own_place(), post=None),
    "meetings:place_offer": link_form("offer token"),
    "meetings:coming": form(OFFICERS, event="past event"),
    "meetings:add_walk_in": form(OFFICERS, event="past event"),
    "meetings:remove_walk_in": form(OFFICERS, event="past event", row="walk-in"),
    "meetings:add_session": form(OFFICERS, **EVENT),
    "meetings:session": Endpoint(OFFICERS_AND_AUDITOR, rows=SESSION),
    "meetings:change_session": form(OFFICERS, **SESSION),
    "meetings:remove_session": form(OFFICERS, **SESSION),
    "meetings:add_material": form(OFFICERS, **EVENT),
    "meetings:material": Endpoint(OFFICERS_AND_AUDITOR, rows=MATERIAL),
    "meetings:remove_material": form(OFFICERS, **MATERIAL),
    "meetings:event_feedback": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "meetings:feedback_link": link_form("feedback token"),
    "meetings:pledge_link": link_form("pledge token"),
    "meetings:choose_sessions": own_place(),
    "meetings:own_material": replace(own_place(material="event material"), post=None),
    "meetings:give_feedback": own_place("past event"),
    "meetings:answer_pledge": own_place("old event"),
}

RECORDS: Mapping[str, Record] = {
    "meetings_meeting": Record("meeting", STAFF),
}
