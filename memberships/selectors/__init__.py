"""Reads about members, people of settings and leaders, split by noun. Everything is reached as ``memberships.selectors.X``."""

from memberships.selectors.days import (
    is_member_on,
    leads_on,
    not_ended_by,
    not_left_by,
)
from memberships.selectors.leaders import (
    leader_appointments,
    leader_for_update,
    leader_in,
    leaders_for_update,
    leaders_of,
    people_who_could_lead,
)
from memberships.selectors.lists import (
    by_having_leaders,
    collaborations_with_size,
    collaborations_without_leader_count,
    coverage_by_district,
    of_size,
)
from memberships.selectors.members import (
    MOST_FOUND,
    collaborations_by_setting,
    in_a_collaboration,
    members_of,
    membership_for_update,
    membership_in,
    membership_of_provider,
    memberships,
    past_members_of,
    settings_that_could_join,
    stays_of,
)
from memberships.selectors.people import (
    people_concerned,
    people_of,
    people_of_settings,
    role_at,
    setting_role_for_update,
    settings_of,
    times_at_setting,
)
from memberships.selectors.rights import appointments_of

__all__ = [
    "MOST_FOUND",
    "appointments_of",
    "by_having_leaders",
    "collaborations_by_setting",
    "collaborations_with_size",
    "collaborations_without_leader_count",
    "coverage_by_district",
    "in_a_collaboration",
    "is_member_on",
    "leader_appointments",
    "leader_for_update",
    "leader_in",
    "leaders_for_update",
    "leaders_of",
    "leads_on",
    "members_of",
    "membership_for_update",
    "membership_in",
    "membership_of_provider",
    "memberships",
    "not_ended_by",
    "not_left_by",
    "of_size",
    "past_members_of",
    "people_concerned",
    "people_of",
    "people_of_settings",
    "people_who_could_lead",
    "role_at",
    "setting_role_for_update",
    "settings_of",
    "settings_that_could_join",
    "stays_of",
    "times_at_setting",
]
