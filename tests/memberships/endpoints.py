"""The matrix of endpoints: members, people, leaders, office holders, joining, leaving and conduct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    MEMBERSHIP,
    NO_ROLE,
    OFFICERS,
    OFFICERS_AND_LEADER,
    STAFF,
    Endpoint,
    Record,
    form,
    group_form,
    group_page,
    link_form,
)


def setting_form(**rows: str) -> Endpoint:
    """A setting's own tasks: for its manager (the leader), and officers. Others do not know of it."""
    return Endpoint(OFFICERS_AND_LEADER, OFFICERS_AND_LEADER, rows, known_to=STAFF | LEADER)


ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:add_member": form(OFFICERS, **COLLABORATION),
    "collaborations:member": Endpoint(STAFF, rows=MEMBERSHIP),
    "collaborations:leave": form(OFFICERS, **MEMBERSHIP),
    "collaborations:withdraw_member": form(OFFICERS, **COLLABORATION, row="membership to come"),
    "collaborations:add_person": form(OFFICERS, **MEMBERSHIP),
    "collaborations:end_person": form(OFFICERS, **MEMBERSHIP, role="setting role"),
    "collaborations:appoint_leader": form(OFFICERS, **COLLABORATION),
    "collaborations:end_leader": form(OFFICERS, **COLLABORATION, row="leader"),
    "collaborations:withdraw_leader": form(OFFICERS, **COLLABORATION, row="leader to come"),
    "collaborations:decide_leader": Endpoint(LEADER, LEADER, COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    # offices and what staff know: seen by whoever sees the group. Concerns: by the group's own people alone
    "collaborations:offices": group_page(**COLLABORATION),
    "collaborations:give_office": group_form(**COLLABORATION),
    "collaborations:end_office": group_form(**COLLABORATION, row="office"),
    "collaborations:withdraw_office": group_form(**COLLABORATION, row="office to come"),
    "collaborations:staff_told": group_form(**MEMBERSHIP),
    "collaborations:staff_told_reminders": group_form(**COLLABORATION),
    "collaborations:staff_told_link": link_form("staff told token"),
    "collaborations:staff_summary": group_page(**COLLABORATION),
    "collaborations:staff_summary_pdf": group_page(**COLLABORATION),
    "collaborations:concerns": Endpoint(GROUP_MEMBERS, rows=COLLABORATION, known_to=NO_ROLE),
    "collaborations:raise_concern": Endpoint(GROUP_MEMBERS, GROUP_MEMBERS, COLLABORATION, known_to=NO_ROLE),
    "collaborations:concern": Endpoint(
        GROUP_MEMBERS, rows={**COLLABORATION, "row": "concern"}, known_to=NO_ROLE
    ),
    "collaborations:move_concern": Endpoint(
        LEADER, LEADER, {**COLLABORATION, "row": "concern"}, known_to=GROUP_MEMBERS
    ),
    # joining and leaving (C5, C6): Acorns is the setting whose manager leads the group
    "collaborations:find": replace(setting_form(setting="provider"), post=None),
    "collaborations:apply": setting_form(**COLLABORATION, setting="provider"),
    "collaborations:application": replace(setting_form(row="application"), post=None),
    "collaborations:withdraw_application": setting_form(row="application"),
    "collaborations:answer_invitation": setting_form(row="invitation"),
    "collaborations:accept_invitation": link_form("invitation token"),
    "collaborations:all_applications": Endpoint(STAFF),
    "collaborations:applications": replace(group_form(**COLLABORATION), post=None),
    "collaborations:decide_application": group_form(**COLLABORATION, row="application"),
    "collaborations:invite": group_form(**COLLABORATION),
    "collaborations:invitations": replace(group_form(**COLLABORATION), post=None),
    "collaborations:withdraw_invitation": group_form(**COLLABORATION, row="invitation"),
    "collaborations:give_notice": group_form(**MEMBERSHIP),
    "collaborations:take_back_notice": group_form(**MEMBERSHIP),
    "collaborations:hand_over": replace(group_form(**MEMBERSHIP), post=None),
    "collaborations:hand_over_add": group_form(**MEMBERSHIP),
    "collaborations:hand_over_change": group_form(**MEMBERSHIP, item="hand-over"),
    "collaborations:hand_over_done": group_form(**MEMBERSHIP, item="hand-over"),
    "collaborations:hand_over_remove": group_form(**MEMBERSHIP, item="hand-over"),
}

RECORDS: Mapping[str, Record] = {
    "memberships_membership": Record(
        "membership", STAFF, add=OFFICERS, change=OFFICERS, delete=OFFICERS, deleted="membership to come"
    ),
    "memberships_settingrole": Record(
        "setting role", STAFF, add=OFFICERS, change=OFFICERS, delete=OFFICERS, deleted="setting role to come"
    ),
    "memberships_officeholder": Record(
        "office", STAFF, add=OFFICERS, change=OFFICERS, delete=OFFICERS, deleted="office to come"
    ),
    "memberships_leaderappointment": Record(
        "leader", STAFF, add=OFFICERS, change=OFFICERS, delete=OFFICERS, deleted="leader to come"
    ),
    "memberships_application": Record("application", STAFF),
    "memberships_invitation": Record("invitation", STAFF),
}
