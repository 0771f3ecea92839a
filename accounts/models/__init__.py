from accounts.models.authority import Authority
from accounts.models.grants import DatedGrant
from accounts.models.links import TaskLink
from accounts.models.people import Affiliation, RoleAppointment, User

__all__ = ["Affiliation", "Authority", "DatedGrant", "RoleAppointment", "TaskLink", "User"]
