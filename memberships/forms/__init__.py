"""Forms about members, people of settings and leaders: those of our pages, and those of the admin."""

from memberships.forms.group import ConcernForm, DecideLeaderForm, DecisionForm, OfficeForm, StaffToldForm, StepForm
from memberships.forms.office import (
    AddSettingRoleForm,
    AppointForm,
    EndAppointmentForm,
    EndMembershipForm,
    EndSettingRoleForm,
    NewMembershipForm,
)
from memberships.forms.pages import EndForm, JoinForm, LeaderForm, LeaveForm, PersonForm, person_key

__all__ = [
    "AddSettingRoleForm",
    "AppointForm",
    "ConcernForm",
    "DecideLeaderForm",
    "DecisionForm",
    "EndAppointmentForm",
    "EndForm",
    "EndMembershipForm",
    "EndSettingRoleForm",
    "JoinForm",
    "LeaderForm",
    "LeaveForm",
    "NewMembershipForm",
    "OfficeForm",
    "PersonForm",
    "StaffToldForm",
    "StepForm",
    "person_key",
]
