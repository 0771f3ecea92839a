"""Emails about the members of groups; ``core.emails`` imports this package when Django starts."""

from memberships.emails import appointing, conduct, ending, joining, leaving, standing  # noqa: F401
