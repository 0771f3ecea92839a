"""The officers' door to collaborations with their members, to people of settings and to leaders."""

from memberships.admin.collaborations import CollaborationWithMembersAdmin
from memberships.admin.joining import ApplicationAdmin, InvitationAdmin
from memberships.admin.leaders import LeaderAppointmentAdmin
from memberships.admin.members import MembershipAdmin, SettingRoleAdmin

__all__ = [
    "ApplicationAdmin",
    "CollaborationWithMembersAdmin",
    "InvitationAdmin",
    "LeaderAppointmentAdmin",
    "MembershipAdmin",
    "SettingRoleAdmin",
]
