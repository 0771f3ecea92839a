"""Emails about money (S8, S10, S11): it was paid, a statement is there, a check of the money failed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from collaborations.models import Collaboration
from core.emails import Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from memberships.selectors.contacts import contact_of
from supplement.models.checks import MoneyCheck
from supplement.models.payments import Payment
from supplement.models.runs import Run
from supplement.rules.payments import PaymentState
from supplement.selectors import payments as selectors
from supplement.selectors import runs


class Paid(NamedTuple):
    payment: Payment
    on: date


@email_kind("supplement.money_paid")
class MoneyPaid(EmailToUser[Paid]):
    """To whoever manages the setting that is paid, and whoever leads the group."""

    template = "supplement/money_paid"
    pace = Pace.DAILY
    payment_id: int

    def load(self, at: datetime, /) -> Paid | None:
        payment = selectors.payment_by_id(self.payment_id)
        return Paid(payment, timezone.localdate(at)) if payment is not None else None

    def still_true(self, row: Paid, /) -> bool:
        return row.payment.state == PaymentState.PAID

    def subject(self, row: Paid, to: Recipient, /) -> str:
        what = _("the supplement for %(period)s was paid") % {"period": row.payment.claim.period}
        return subject_of(str(row.payment.collaboration), what)

    def reference(self, row: Paid, /) -> str:
        return f"money-paid-{row.payment.pk}"

    def context(self, row: Paid, /) -> Mapping[str, Any]:
        return {"payment": row.payment, "collaboration": row.payment.collaboration}

    def link(self, row: Paid, to: Recipient, /) -> Link | None:
        path = within_authority("supplement:of_group", row.payment.collaboration_id)
        return Link(_("See the group’s money"), path)

    def contact(self, row: Paid, to: Recipient, /) -> Contact | None:
        by = row.payment.answered_by
        return contact_of(by, on=row.on) if by is not None else None

    def why(self, row: Paid, to: Recipient, /) -> str:
        facts = {"setting": row.payment.payee, "group": row.payment.collaboration}
        return _("You get this email because you manage %(setting)s or lead %(group)s.") % facts


class Stated(NamedTuple):
    run: Run
    collaboration: Collaboration


@email_kind("supplement.statement_ready")
class StatementReady(EmailToUser[Stated]):
    """To each leader of a group, and whoever manages the setting that receives: its statement of a run."""

    template = "supplement/statement_ready"
    pace = Pace.DAILY
    run_id: int
    collaboration_id: int

    def load(self, at: datetime, /) -> Stated | None:
        run = runs.run_by_id(self.run_id)
        group = Collaboration.objects.filter(pk=self.collaboration_id).first()
        return Stated(run, group) if run is not None and group is not None else None

    def subject(self, row: Stated, to: Recipient, /) -> str:
        what = _("statement of the supplement for %(period)s") % {"period": row.run.period}
        return subject_of(str(row.collaboration), what)

    def reference(self, row: Stated, /) -> str:
        return f"statement-{row.run.pk}-{row.collaboration.pk}"

    def context(self, row: Stated, /) -> Mapping[str, Any]:
        return {"run": row.run, "collaboration": row.collaboration}

    def link(self, row: Stated, to: Recipient, /) -> Link | None:
        path = within_authority("supplement:statement", row.collaboration.pk, row.run.pk)
        return Link(_("Read the statement"), path)

    def why(self, row: Stated, to: Recipient, /) -> str:
        return _(
            "You get this email because you lead %(group)s or manage the setting that receives for it."
        ) % {"group": row.collaboration}


@email_kind("supplement.money_alarm")
class MoneyAlarm(EmailToUser[MoneyCheck]):
    """To each finance officer: a nightly check of the money failed."""

    template = "supplement/money_alarm"
    check_id: int

    def load(self, at: datetime, /) -> MoneyCheck | None:
        return MoneyCheck.objects.filter(pk=self.check_id).first()

    def still_true(self, row: MoneyCheck, /) -> bool:
        return row.failed > 0

    def subject(self, row: MoneyCheck, to: Recipient, /) -> str:
        return subject_of("", _("a check of the supplement’s money failed"))

    def reference(self, row: MoneyCheck, /) -> str:
        return f"money-alarm-{row.pk}"

    def context(self, row: MoneyCheck, /) -> Mapping[str, Any]:
        return {"check": row}

    def link(self, row: MoneyCheck, to: Recipient, /) -> Link | None:
        return Link(_("See what failed"), within_authority("supplement:money_checks"))

    def why(self, row: MoneyCheck, to: Recipient, /) -> str:
        return _("You get this email because you look after the supplement’s payments.")
