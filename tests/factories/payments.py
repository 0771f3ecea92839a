"""Approved runs for tests, with their payments, by services."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import User
from memberships.models.members import Membership
from supplement.models.checks import MoneyCheck, ProposedCorrection
from supplement.models.parts import SchemePeriod
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import Adjustment, Run, RunLine
from supplement.rules.payments import reference_of
from supplement.services import runs
from supplement.services.payment_answers import keep_answers
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


def payment_rows(run: Run, member: Membership, finance: User, *, at: datetime) -> dict[str, Any]:
    """For the stage of the matrix: a payment of an approved run, its file, and an answer that waits."""
    claim = run.claims.get().claim
    pay_on = run.period.instalments.earliest("pay_on").pay_on
    payment = Payment.objects.create(
        run=run,
        claim=claim,
        collaboration=claim.collaboration,
        payee=member.provider,
        reference="LK-9001",
        pay_on=pay_on,
        pence=run.claims.get().pence or 100,
    )
    file = make_file(run_id=run.pk, pay_on=pay_on, by=finance, at=at)
    published = Payment.objects.create(
        run=run,
        claim=claim,
        collaboration=claim.collaboration,
        payee=member.provider,
        reference="LK-9001",
        pay_on=pay_on + timedelta(days=1),
        pence=60_000,
        state="paid",
        paid_on=pay_on,
        file=file,
    )
    said = f"Reference,Amount,Status,Reason\n{reference_of(run.number, payment.pk)},1.00,Failed,Closed\n"
    answers = keep_answers(
        run_id=run.pk, file=io.BytesIO(said.encode()), name="answer.csv", by=finance, at=at
    )
    check = MoneyCheck.objects.create(at=at, checks=1, failed=0)
    line = RunLine.objects.filter(run=run).earliest("pk")
    proposal = ProposedCorrection.objects.create(
        run=run, line=line, membership=line.membership, was=1, now=2, pence=1_250, found_at=at
    )
    correction = Adjustment.objects.create(
        claim=claim,
        membership=line.membership,
        component=line.component,
        cause="counted",
        pence=-100,
        words="It had left before.",
        by=finance,
        at=at,
    )
    return {
        "correction of a claim": correction,
        "payment": payment,
        "payment over £500": published,
        "payment claim": claim,
        "payment file": file,
        "payment answers": answers,
        "money check": check,
        "proposed correction": proposal,
    }
