"""The officers' door to collaborations with their members, to people of settings and to leaders."""

from memberships.admin.collaborations import CollaborationWithMembersAdmin
from memberships.admin.development import DevelopmentPlanAdmin, ReviewAdmin
from memberships.admin.joining import ApplicationAdmin, InvitationAdmin
from memberships.admin.leaders import LeaderAppointmentAdmin
from memberships.admin.members import MembershipAdmin, SettingRoleAdmin
from memberships.admin.offices import OfficeHolderAdmin

__all__ = [
    "ApplicationAdmin",
    "CollaborationWithMembersAdmin",
    "DevelopmentPlanAdmin",
    "InvitationAdmin",
    "LeaderAppointmentAdmin",
    "MembershipAdmin",
    "OfficeHolderAdmin",
    "ReviewAdmin",
    "SettingRoleAdmin",
]
