"""Emails of leadership cases; ``core.emails`` imports this package when Django starts."""

from leadership.emails import cases, leader  # noqa: F401
