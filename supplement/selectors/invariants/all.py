"""Every check of the money, in the order of its page."""

from __future__ import annotations

from supplement.selectors.invariants.check import Check
from supplement.selectors.invariants.ends import END_CHECKS
from supplement.selectors.invariants.payments import FILE_CHECKS, FUND_CHECKS, PAYMENT_CHECKS
from supplement.selectors.invariants.runs import CLAIM_CHECKS, RUN_CHECKS

CHECKS: tuple[Check, ...] = (
    *(*RUN_CHECKS, *CLAIM_CHECKS, *PAYMENT_CHECKS),
    *(*FILE_CHECKS, *FUND_CHECKS, *END_CHECKS),
)
