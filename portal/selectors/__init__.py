"""Reads that span subjects: what needs a person, and how a collaboration stands."""

from portal.selectors.dashboard import facts_of, group_today, times_of_members
from portal.selectors.home import attention_for, home_facts

__all__ = ["attention_for", "facts_of", "group_today", "home_facts", "times_of_members"]
