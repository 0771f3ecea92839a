"""Emails of support; ``core.emails`` imports this package when Django starts."""

from support.emails import messages, requests  # noqa: F401
