"""Reads that span subjects: what needs a person, and how a collaboration stands."""

from portal.selectors.dashboard import Ahead, MemberToday, ahead_of, facts_of, group_today, members_today, staff_by_period, times_of_members
from portal.selectors.home import attention_for, home_facts

__all__ = [
    "Ahead",
    "MemberToday",
    "ahead_of",
    "attention_for",
    "facts_of",
    "group_today",
    "home_facts",
    "members_today",
    "staff_by_period",
    "times_of_members",
]
