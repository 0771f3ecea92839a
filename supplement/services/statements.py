"""S11: statements as PDF, made once for the same words, and sent by email with their link."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.wording import date_in_words, pounds
from documents.models import StoredFile
from documents.services import files, pdfs
from documents.services.outbox import send_emails_once
from memberships.selectors.joining import leading_people, people_managing
from supplement.emails.payments import StatementReady
from supplement.models.runs import Run
from supplement.selectors import payments, statements
from supplement.selectors.statements import Statement
from supplement.services.payments import locked_run

TEMPLATE = "supplement/pdf/statement.html"
PURPOSE = "supplement_statement"


@transaction.atomic
def open_statement_pdf(*, run: Run, statement: Statement, by: User, at: datetime) -> StoredFile:
    """The PDF of a statement; that it was opened is noted. Raises core.pdf.PdfUnavailable."""
    file = pdfs.stored_pdf(
        template=TEMPLATE,
        context=statement_as_words(run, statement),
        name=f"{statement.row.claim.collaboration}, {run}",
        purpose=PURPOSE,
        by=None,
        at=at,
    )
    files.record_opened(file=file, by=by)
    return file


def never_by_its_address(user: User, file: StoredFile) -> bool:
    """The statement's page asks who may read it."""
    return False


def statement_as_words(run: Run, statement: Statement) -> dict[str, Any]:
    """What the PDF says. Neither the day of printing nor who prints is among it."""
    row = statement.row
    facts = [
        (_("Period"), str(run.period)),
        (_("Scheme"), f"{run.period.scheme.name}, {_('version')} {run.period.scheme.version}"),
        (_("Run"), str(run.number)),
        (_("Approved"), date_in_words(timezone.localdate(run.approved_at)) if run.approved_at else "–"),
        (_("Sum"), pounds(row.pence)),
        (_("Corrections in it"), pounds(row.adjusted_pence)),
    ]
    return {
        "title": _("Statement of the supplement"),
        "lead": row.claim.collaboration.name,
        "facts": facts,
        "statement": statement,
        "payments": [
            (
                date_in_words(payment.pay_on),
                str(payment.payee),
                pounds(payment.pence),
                date_in_words(payment.paid_on) if payment.paid_on else payment.get_state_display(),
            )
            for payment in statement.payments
        ],
    }


@transaction.atomic
def send_statements(*, run_id: int, by: User, at: datetime) -> int:
    """Send each collaboration of an approved run the link to its statement: to its leaders, and to whoever
    manages the setting that receives. Sent again, nobody gets it twice. Answers how many emails are new.

    Raises ValidationError for a run that is not approved.
    """
    run = locked_run(run_id)
    if not payments.is_approved(run):
        raise ValidationError(_("The run is not approved yet. There are no statements."))
    on = timezone.localdate(at)
    emails = [
        StatementReady(run_id=run.pk, collaboration_id=row.claim.collaboration_id, user_id=person)
        for row in statements.groups_of(run)
        for person in sorted(
            {
                *leading_people(row.claim.collaboration, on=on).values_list("pk", flat=True),
                *(people_managing(row.payee, on=on).values_list("pk", flat=True) if row.payee else ()),
            }
        )
    ]
    new = send_emails_once(emails)
    if new:
        groups = len({email.collaboration_id for email in emails})
        record(Action.STATEMENT_SENT, about=run, by=by, number=groups)
    return new
