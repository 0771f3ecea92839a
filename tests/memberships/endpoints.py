"""The matrix of endpoints: members, people, leaders, office holders, joining, leaving and conduct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    EVERY_ROLE,
    GROUP_MEMBERS,
    LEADER,
    MEMBERSHIP,
    NO_ROLE,
    OFFICERS,
    OFFICERS_AND_LEADER,
    PROVIDER,
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


def person_form(**rows: str) -> Endpoint:
    """The people of a setting, changed by officers. Its manager (the leader) knows of it, others do not."""
    return Endpoint(OFFICERS, OFFICERS, {**PROVIDER, **rows}, known_to=STAFF | LEADER)


ENDPOINTS: Mapping[str, Endpoint] = {
    "memberships:change_contact": form(OFFICERS, pk="person"),
    "memberships:own_contact": form(EVERY_ROLE),
    "memberships:choose_setting": Endpoint(OFFICERS),
    "memberships:add_person_at_setting": person_form(),
    "memberships:end_person_at_setting": person_form(role="setting role"),
    "memberships:withdraw_person_at_setting": person_form(role="setting role"),
    "memberships:members": group_page(**COLLABORATION),
    "memberships:add_member": form(OFFICERS, **COLLABORATION),
    "memberships:member": Endpoint(STAFF | LEADER, rows=MEMBERSHIP, known_to=STAFF | GROUP_MEMBERS),
    "memberships:leave": form(OFFICERS, **MEMBERSHIP),
    "memberships:withdraw_member": form(OFFICERS, **COLLABORATION, row="membership to come"),
    "memberships:add_person": form(OFFICERS, **MEMBERSHIP),
    "memberships:end_person": form(OFFICERS, **MEMBERSHIP, role="setting role"),
    "memberships:withdraw_person": form(OFFICERS, **MEMBERSHIP, role="setting role"),
    "memberships:appoint_leader": form(OFFICERS, **COLLABORATION),
    "memberships:end_leader": form(OFFICERS, **COLLABORATION, row="leader"),
    "memberships:withdraw_leader": form(OFFICERS, **COLLABORATION, row="leader to come"),
    "memberships:decide_leader": Endpoint(LEADER, LEADER, COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    # offices and what staff know: seen by whoever sees the group. Concerns: by the group's own people alone
    "memberships:offices": group_page(**COLLABORATION),
    "memberships:give_office": group_form(**COLLABORATION),
    "memberships:end_office": group_form(**COLLABORATION, row="office"),
    "memberships:withdraw_office": group_form(**COLLABORATION, row="office to come"),
    "memberships:staff_told": group_form(**MEMBERSHIP),
    "memberships:staff_told_reminders": group_form(**COLLABORATION),
    "memberships:staff_told_link": link_form("staff told token"),
    "memberships:staff_summary": group_page(**COLLABORATION),
    "memberships:staff_summary_pdf": group_page(**COLLABORATION),
    "memberships:concerns": Endpoint(GROUP_MEMBERS, rows=COLLABORATION, known_to=NO_ROLE),
    "memberships:raise_concern": Endpoint(GROUP_MEMBERS, GROUP_MEMBERS, COLLABORATION, known_to=NO_ROLE),
    "memberships:concern": Endpoint(
        GROUP_MEMBERS, rows={**COLLABORATION, "row": "concern"}, known_to=NO_ROLE
    ),
    "memberships:move_concern": Endpoint(
        LEADER, LEADER, {**COLLABORATION, "row": "concern"}, known_to=GROUP_MEMBERS
    ),
    # joining and leaving (C5, C6): Acorns is the setting whose manager leads the group
    "memberships:find": replace(setting_form(setting="provider"), post=None),
    "memberships:apply": setting_form(**COLLABORATION, setting="provider"),
    "memberships:application": replace(setting_form(row="application"), post=None),
    "memberships:withdraw_application": setting_form(row="application"),
    "memberships:answer_invitation": setting_form(row="invitation"),
    "memberships:accept_invitation": link_form("invitation token"),
    "memberships:all_applications": Endpoint(STAFF),
    "memberships:applications": replace(group_form(**COLLABORATION), post=None),
    "memberships:decide_application": group_form(**COLLABORATION, row="application"),
    "memberships:invite": group_form(**COLLABORATION),
    "memberships:invitations": replace(group_form(**COLLABORATION), post=None),
    "memberships:remind_invitation": group_form(**COLLABORATION, row="invitation"),
    "memberships:withdraw_invitation": group_form(**COLLABORATION, row="invitation"),
    "memberships:give_notice": group_form(**MEMBERSHIP),
    "memberships:take_back_notice": group_form(**MEMBERSHIP),
    "memberships:hand_over": replace(group_form(**MEMBERSHIP), post=None),
    "memberships:hand_over_add": group_form(**MEMBERSHIP),
    "memberships:hand_over_change": group_form(**MEMBERSHIP, item="hand-over"),
    "memberships:hand_over_done": group_form(**MEMBERSHIP, item="hand-over"),
    "memberships:hand_over_remove": group_form(**MEMBERSHIP, item="hand-over"),
}

RECORDS: Mapping[str, Record] = {
    "memberships_membership": Record("membership", STAFF, add=OFFICERS),
    "memberships_settingrole": Record("setting role", STAFF, add=OFFICERS),
    "memberships_officeholder": Record("office", STAFF, add=OFFICERS),
    "memberships_leaderappointment": Record("leader", STAFF, add=OFFICERS),
    "memberships_application": Record("application", STAFF),
    "memberships_invitation": Record("invitation", STAFF, add=OFFICERS),
}
