"""Exports of collaborations, members and leaders."""

from memberships.exports.gaps import SettingsWithoutCollaboration
from memberships.exports.groups import Collaborations, Leaders, Members
from memberships.exports.joining import Applications
from memberships.exports.plans import Plans
from memberships.exports.returns import StaffReturns

__all__ = ["Applications", "Collaborations", "Leaders", "Members", "Plans", "SettingsWithoutCollaboration", "StaffReturns"]
