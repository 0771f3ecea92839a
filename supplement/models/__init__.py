"""What is stored of the supplement. Django finds the models through these imports."""

from supplement.models import (  # noqa: F401
    answers,
    checks,
    claims,
    closing,
    consultation,
    fund,
    parts,
    payees,
    payments,
    runs,
    schemes,
)
