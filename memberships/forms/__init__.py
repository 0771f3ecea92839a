"""Forms about members, people of settings and leaders: those of our pages, and those of the admin."""

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
    "EndAppointmentForm",
    "EndForm",
    "EndMembershipForm",
    "EndSettingRoleForm",
    "JoinForm",
    "LeaderForm",
    "LeaveForm",
    "NewMembershipForm",
    "PersonForm",
    "person_key",
]
