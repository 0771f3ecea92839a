"""Pages about collaborations with their members and leaders."""

from memberships.views.collaborations import CollaborationPage, Collaborations
from memberships.views.leaders import AppointLeader, DecideLeader, EndLeader, WithdrawLeader
from memberships.views.members import AddMember, AddPerson, EndPerson, MemberLeaves, MemberPage, WithdrawMember

__all__ = [
    "AddMember",
    "AddPerson",
    "AppointLeader",
    "CollaborationPage",
    "Collaborations",
    "DecideLeader",
    "EndLeader",
    "EndPerson",
    "MemberLeaves",
    "MemberPage",
    "WithdrawLeader",
    "WithdrawMember",
]
