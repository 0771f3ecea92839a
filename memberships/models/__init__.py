from memberships.models.agreement import TermsAnswer, TermsReminder, TermsReply
from memberships.models.conduct import ConductConcern, ConductStep
from memberships.models.counts import CoveredCount, LedCount
from memberships.models.intake import SheetImport, SheetLine
from memberships.models.joining import Application, Invitation
from memberships.models.leaving import HandOver
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.messages import Message, MessageCopy
from memberships.models.offices import OfficeHolder, StaffTold
from memberships.models.plans import PlannedLeader, PlannedMember, PlannedSuccessor, Reorganisation, ReorganisationSource

__all__ = [
    "Application",
    "ConductConcern",
    "ConductStep",
    "CoveredCount",
    "HandOver",
    "Invitation",
    "LeaderAppointment",
    "LedCount",
    "Membership",
    "Message",
    "MessageCopy",
    "OfficeHolder",
    "PlannedLeader",
    "PlannedMember",
    "PlannedSuccessor",
    "Reorganisation",
    "ReorganisationSource",
    "SettingRole",
    "SheetImport",
    "SheetLine",
    "StaffTold",
    "TermsAnswer",
    "TermsReminder",
    "TermsReply",
]
