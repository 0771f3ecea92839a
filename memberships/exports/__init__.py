"""Exports of collaborations, members and leaders."""

from memberships.exports.development import DevelopmentPlans, Reviews
from memberships.exports.gaps import SettingsWithoutCollaboration
from memberships.exports.groups import Collaborations, Leaders, Members
from memberships.exports.joining import Applications
from memberships.exports.library import GroupDocuments
from memberships.exports.plans import Plans
from memberships.exports.returns import StaffReturns
from memberships.exports.sheets import REFUSED_LINES, RefusedLines, write_template
from memberships.exports.terms_overview import WaysOfWorkingOverview
from memberships.exports.vacancies import Vacancies

__all__ = [
    "REFUSED_LINES",
    "Applications",
    "Collaborations",
    "DevelopmentPlans",
    "GroupDocuments",
    "Leaders",
    "Members",
    "Plans",
    "RefusedLines",
    "Reviews",
    "SettingsWithoutCollaboration",
    "StaffReturns",
    "Vacancies",
    "WaysOfWorkingOverview",
    "write_template",
]
