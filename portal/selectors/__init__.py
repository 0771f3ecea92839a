"""Reads that span subjects: what needs a person, and how a collaboration stands."""

from portal.selectors.home import attention_for, home_facts

__all__ = ["attention_for", "home_facts"]
