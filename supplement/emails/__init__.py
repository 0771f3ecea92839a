"""Emails of the supplement; ``core.emails`` imports this package when Django starts."""

from supplement.emails import (  # noqa: F401
    appeals,
    choosing,
    claims,
    payees,
    payments,
    schemes,
)
