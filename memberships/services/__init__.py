"""What is done about members, people of settings, leaders and the rights that follow."""

from memberships.services.applications import (
    apply_to_join,
    decide_application,
    withdraw_application,
)
from memberships.services.conduct import move_concern, raise_concern, record_reading_of_concern
from memberships.services.invitations import (
    accept_invitation,
    decline_invitation,
    invite,
    withdraw_invitation,
)
from memberships.services.leaders import appoint_leader, end_leader
from memberships.services.leaving import (
    change_hand_over,
    finish_hand_over,
    give_notice,
    note_hand_over,
    remove_hand_over,
    take_back_notice,
)
from memberships.services.life import move_on
from memberships.services.members import join, leave
from memberships.services.offices import end_office, give_office
from memberships.services.partnerships import change_partnership, record_partnership
from memberships.services.people import add_person_of_setting, end_person_of_setting
from memberships.services.reminders import remind_collaboration, start_reminders
from memberships.services.rights import check_rights, drift, settle_rights
from memberships.services.staff_told import confirm_staff_told, remind_of_staff_told
from memberships.services.standing import update_standing
from memberships.services.withdrawing import withdraw

__all__ = [
    "accept_invitation",
    "add_person_of_setting",
    "apply_to_join",
    "appoint_leader",
    "change_hand_over",
    "change_partnership",
    "check_rights",
    "confirm_staff_told",
    "decide_application",
    "decline_invitation",
    "drift",
    "end_leader",
    "end_office",
    "end_person_of_setting",
    "finish_hand_over",
    "give_notice",
    "give_office",
    "invite",
    "join",
    "leave",
    "move_concern",
    "move_on",
    "note_hand_over",
    "raise_concern",
    "record_partnership",
    "record_reading_of_concern",
    "remind_collaboration",
    "remind_of_staff_told",
    "remove_hand_over",
    "settle_rights",
    "start_reminders",
    "take_back_notice",
    "update_standing",
    "withdraw",
    "withdraw_application",
    "withdraw_invitation",
]
