"""What is done about members, people of settings, leaders and the rights that follow."""

from memberships.services.leaders import appoint_leader, end_leader
from memberships.services.members import join, leave
from memberships.services.people import add_person_of_setting, end_person_of_setting
from memberships.services.rights import check_rights, drift, settle_rights
from memberships.services.withdrawing import withdraw

__all__ = [
    "add_person_of_setting",
    "appoint_leader",
    "check_rights",
    "drift",
    "end_leader",
    "end_person_of_setting",
    "join",
    "leave",
    "settle_rights",
    "withdraw",
]
