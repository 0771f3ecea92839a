"""Approved runs for tests, with their payments, by services."""

from __future__ import annotations

from datetime import date, datetime

from accounts.models import User
from supplement.models.parts import SchemePeriod
from supplement.models.payments import PaymentFile
from supplement.models.runs import Run
from supplement.services import runs
from supplement.services.payment_files import make_file
from tests.factories.runs import AT, calculated, reviewed

PAY_ON = date(2026, 7, 15)


def approved_run(period: SchemePeriod, by: User, approver: User, *, at: datetime = AT) -> Run:
    """Calculated and reviewed by one person, approved by another: its payments are made."""
    run = reviewed(calculated(period, by, at=at), by, at=at)
    return runs.approve_run(run_id=run.pk, by=approver, at=at)


def exported(run: Run, by: User, *, at: datetime = AT, pay_on: date = PAY_ON) -> PaymentFile:
    file = make_file(run_id=run.pk, pay_on=pay_on, by=by, at=at)
    run.refresh_from_db()
    return file
