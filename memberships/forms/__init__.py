"""Forms about members, people of settings and leaders: those of our pages, and those of the admin."""

from memberships.forms.group import ConcernForm, DecideLeaderForm, DecisionForm, OfficeForm, StaffToldForm, StepForm
from memberships.forms.office import (
    AddOfficeForm,
    AddSettingRoleForm,
    AppointForm,
    EndAppointmentForm,
    EndMembershipForm,
    EndOfficeForm,
    EndSettingRoleForm,
    NewMembershipForm,
)
from memberships.forms.pages import EndForm, JoinForm, LeaderForm, LeaveForm, PersonForm, person_key

__all__ = [
    "AddOfficeForm",
    "AddSettingRoleForm",
    "AppointForm",
    "ConcernForm",
    "DecideLeaderForm",
    "DecisionForm",
    "EndAppointmentForm",
    "EndForm",
    "EndMembershipForm",
    "EndOfficeForm",
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
