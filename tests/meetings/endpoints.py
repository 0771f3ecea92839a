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
ACTION = {**TODAY, "action": "meeting action"}
OWN = {**MEETING, "membership": "membership"}
VISIT = {**COLLABORATION, "visit": "visit"}
BEFORE = {**COLLABORATION, "visit": "visit before"}
TRAINING = {**COLLABORATION, "training": "training"}
ELECTION = {**COLLABORATION, "election": "election"}
NOMINATORS = OFFICERS | GROUP_MEMBERS
VOTE = {**COLLABORATION, "vote": "vote"}
HANDS = {**COLLABORATION, "vote": "vote in the room"}
OWN_VOTE = {**VOTE, "membership": "membership"}
MINUTES = {**COLLABORATION, "meeting": "minutes meeting"}


def own_form(**rows: str) -> Endpoint:
    """For whoever works at the setting, in the stage that of the leader; officers on behalf."""
    return Endpoint(OFFICERS | LEADER, OFFICERS | LEADER, rows, known_to=NO_ROLE)


def own_place(event: str = "event", **rows: str) -> Endpoint:
    """The own pages of an event: for the leader, who alone is invited. To others it does not exist."""
    return Endpoint(LEADER, LEADER, {"event": event, **rows}, known_to=NO_ROLE)


def of_both_settings(**rows: str) -> Endpoint:
    """For the host and the visitors of a visit, in the stage the leader and the member, and for officers."""
    roles = OFFICERS | GROUP_MEMBERS
    return Endpoint(roles, roles, rows, known_to=STAFF | GROUP_MEMBERS)


ENDPOINTS: Mapping[str, Endpoint] = {
    "meetings:all_meetings": Endpoint(STAFF),
    "meetings:all_attendance": Endpoint(STAFF),
    "meetings:school_holidays": Endpoint(STAFF),
    "meetings:add_holiday": form(OFFICERS),
    "meetings:paste_holidays": form(OFFICERS),
    "meetings:change_holiday": form(OFFICERS, pk="school holiday"),
    "meetings:remove_holiday": form(OFFICERS, pk="school holiday"),
    "meetings:meetings": group_page(**COLLABORATION),
    "meetings:meetings_list": group_page(**COLLABORATION),
    "meetings:plan_meeting": group_form(**COLLABORATION),
    "meetings:plan_year": group_form(**COLLABORATION),
    "meetings:meeting": group_page(**MEETING),
    "meetings:calendar": group_page(**MEETING),
    "meetings:change_meeting": group_form(**MEETING),
    "meetings:cancel_meeting": group_form(**MEETING),
    "meetings:take_back_planning": group_form(**MEETING),
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
    "meetings:note_guests": group_form(**TODAY),
    "meetings:add_other": group_form(**TODAY),
    "meetings:remove_other": group_form(**TODAY, row="other present"),
    "meetings:open_check_in": group_form(**TODAY),
    "meetings:close_check_in": group_form(**TODAY),
    "meetings:check_in": own_form(**TODAY, membership="membership"),
    "meetings:all_visits": Endpoint(STAFF),
    "meetings:all_training": Endpoint(STAFF),
    "meetings:visits": group_page(**COLLABORATION),
    "meetings:visits_list": group_page(**COLLABORATION),
    "meetings:training_list": group_page(**COLLABORATION),
    "meetings:ask_visit": replace(
        group_form(**COLLABORATION), get=OFFICERS | GROUP_MEMBERS, post=OFFICERS | GROUP_MEMBERS
    ),
    "meetings:visit": group_page(**VISIT),
    "meetings:answer_visit": group_form(**VISIT),
    "meetings:change_visit": of_both_settings(**VISIT),
    "meetings:cancel_visit": of_both_settings(**VISIT),
    "meetings:write_account": group_form(**BEFORE, visitor="visitor"),
    "meetings:say_what_became": group_form(**BEFORE, visitor="visitor"),
    "meetings:plan_training": group_form(**COLLABORATION),
    "meetings:training": group_page(**TRAINING),
    "meetings:change_training": group_form(**TRAINING),
    "meetings:cancel_training": group_form(**TRAINING),
    "meetings:restore_training": group_form(**TRAINING),
    "meetings:book_places": group_form(**TRAINING, setting="provider"),
    "meetings:who_came": group_form(**TRAINING),
    "meetings:say_what_changed": group_form(
        **{**COLLABORATION, "training": "training that was"}, booking="training place"
    ),
    "meetings:public_meetings": group_form(**COLLABORATION),
    "meetings:all_elections": Endpoint(STAFF),
    "meetings:elections": group_page(**COLLABORATION),
    "meetings:call_election": group_form(**COLLABORATION),
    "meetings:election": group_page(**ELECTION),
    "meetings:change_election": group_form(**ELECTION),
    "meetings:open_nominations": group_form(**ELECTION),
    "meetings:call_off_election": group_form(**ELECTION),
    "meetings:choose_nominee": Endpoint(NOMINATORS, rows=ELECTION, known_to=STAFF | GROUP_MEMBERS),
    "meetings:nominate": Endpoint(
        NOMINATORS, NOMINATORS, {**ELECTION, "role": "role of member"}, known_to=STAFF | GROUP_MEMBERS
    ),
    "meetings:answer_nomination": Endpoint(
        LEADER, LEADER, {**ELECTION, "nomination": "nomination"}, known_to=NO_ROLE
    ),
    "meetings:open_ballot": group_form(**ELECTION),
    "meetings:count_ballot": group_form(**ELECTION),
    "meetings:declare_elected": group_form(**ELECTION),
    "meetings:record_nobody": group_form(**ELECTION),
    "meetings:all_votes": Endpoint(STAFF),
    "meetings:votes": group_page(**COLLABORATION),
    "meetings:put_to_vote": group_form(**COLLABORATION),
    "meetings:vote": group_page(**VOTE),
    "meetings:cast_vote": Endpoint(None, LEADER, OWN_VOTE, known_to=NO_ROLE),
    "meetings:stand_aside": Endpoint(LEADER, LEADER, OWN_VOTE, known_to=NO_ROLE),
    "meetings:record_hands": group_form(**HANDS),
    "meetings:close_vote": group_form(**HANDS),
    "meetings:settle_vote": group_form(**VOTE),
    "meetings:withdraw_vote": group_form(**VOTE),
    "meetings:remind_of_vote": group_form(**VOTE),
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
    "meetings:events": Endpoint(OFFICERS_AND_AUDITOR),
    "meetings:plan_event": form(OFFICERS),
    "meetings:event": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "meetings:change_event": form(OFFICERS, **EVENT),
    "meetings:publish_event": form(OFFICERS, **EVENT),
    "meetings:cancel_event": form(OFFICERS, **EVENT),
    "meetings:restore_event": form(OFFICERS, **EVENT),
    "meetings:bookings": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "meetings:choose_who_comes": Endpoint(OFFICERS, rows=EVENT),
    "meetings:book_for": form(OFFICERS, **EVENT, person="person who may book"),
    "meetings:cancel_booking": form(OFFICERS, **EVENT, booking="booking"),
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
    "meetings_minutes": Record("minutes", STAFF),
    "meetings_concernroutesgiven": Record("routes given", STAFF),
    "meetings_vote": Record("vote", STAFF),
    "meetings_election": Record("election", STAFF),
    "meetings_event": Record("event", OFFICERS_AND_AUDITOR),
}
