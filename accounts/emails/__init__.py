"""Emails about accounts and roles; ``core.emails`` imports this package when Django starts."""

from accounts.emails import account, corrections, roles  # noqa: F401
