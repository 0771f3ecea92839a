"""What the supplement asks of people on their home page and their group's page; found when Django starts."""

from supplement.lines import (  # noqa: F401
    checks,
    choosing,
    claims,
    evidence,
    fund,
    payees,
    runs,
)
