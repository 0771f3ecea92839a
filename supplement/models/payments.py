"""S8, S11: what of an approved run is paid: sums, files for the finance system, and how it wants them.

Sums are whole pence, with a sign where they correct. A payment moves from due to paid or failed; its sum, day
and payee never change.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey
from providers.models import Provider
from supplement.models.claims import Claim
from supplement.models.kept import APPROVED_STATES, only_in_open_period
from supplement.models.runs import Run
from supplement.rules.payments import PaymentState

_FIXED = ", ".join(f"'{state}'" for state in APPROVED_STATES)


class PaymentFile(AuthorityOwned):
    """One making of a run's payment file for a day of payment, with its control totals. Only added.

    The same file is made again byte for byte: ``rows`` are as they were written, each with its payment's id
    first, in the columns of ``layout``; ``digest`` is of both.
    """

    run = OwnedForeignKey(Run, on_delete=models.PROTECT, related_name="files", verbose_name=_("run"))
    pay_on = models.DateField(_("paid on"))
    number = models.PositiveSmallIntegerField(_("number"))
    count = models.PositiveIntegerField(_("payments"))
    total_pence = models.BigIntegerField(_("total"))
    layout = models.JSONField(_("columns"), default=dict)
    rows = models.JSONField(_("rows"), default=list)
    digest = models.CharField("SHA-256", max_length=64)
    made_by = person(_("made by"))
    made_at = models.DateTimeField(_("made at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["run", "pay_on", "number"]
        verbose_name = _("payment file")
        verbose_name_plural = _("payment files")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "run", "pay_on", "number"], name="supplement_file_number"
            )
        ]
        triggers = [only_added(people=("made_by_id",))]

    def __str__(self) -> str:
        return str(_("%(run)s: file %(number)s") % {"run": self.run, "number": self.number})


@keep_history()
class Payment(AuthorityOwned):
    """One sum to one collaboration's payee on one day, of an approved run. Paid once; failed, it is due again
    in a later file.

    ``collaboration`` is who receives: another than the claim's where that one divided or merged.
    ``finance_reference``: under which number the finance system answered.
    """

    State = PaymentState

    run = OwnedForeignKey(Run, on_delete=models.PROTECT, related_name="payments", verbose_name=_("run"))
    claim = OwnedForeignKey(Claim, on_delete=models.PROTECT, related_name="payments", verbose_name=_("claim"))
    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="payments", verbose_name=_("collaboration")
    )
    payee = OwnedForeignKey(Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("payee"))
    reference = models.CharField(_("supplier reference"), max_length=40)
    pay_on = models.DateField(_("paid on"))
    pence = models.BigIntegerField(_("sum"))
    state = models.CharField(
        _("state"), max_length=10, choices=PaymentState, default=PaymentState.DUE, editable=False
    )
    file = OwnedForeignKey(
        PaymentFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="payments",
        verbose_name=_("payment file"),
    )
    answered_by = person(_("answer recorded by"), null=True)
    answered_at = models.DateTimeField(_("answer recorded at"), null=True, blank=True)
    paid_on = models.DateField(_("paid"), null=True, blank=True)
    failed_words = models.CharField(_("why it failed"), max_length=300, blank=True)
    finance_reference = models.CharField(_("reference of the payment"), max_length=60, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["pay_on", "collaboration__name__in_order", "pk"]
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "run", "claim", "collaboration", "pay_on"],
                name="supplement_payment_once",
            ),
            models.CheckConstraint(
                condition=Q(state="paid", paid_on__isnull=False) | ~Q(state="paid") & Q(paid_on=None),
                name="supplement_paid_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["in_file", "paid"]) | Q(file__isnull=False),
                name="supplement_paid_by_a_file",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration"], name="supplement_payments_to"),
            models.Index(fields=["authority", "claim"], name="supplement_payments_of"),
            models.Index(fields=["authority", "file"], name="supplement_payments_in_file"),
        ]
        triggers = [
            # No payment without an approval, and its sum, day, payee and reference never change.
            pgtrigger.Trigger(
                name="paid_once",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=f"""
                    IF TG_OP = 'DELETE' THEN
                        RAISE EXCEPTION 'a payment stays' USING ERRCODE = 'restrict_violation';
                    END IF;
                    IF TG_OP = 'INSERT' THEN
                        PERFORM 1 FROM supplement_run AS r
                         WHERE r.authority_id = NEW.authority_id AND r.id = NEW.run_id
                           AND r.state IN ({_FIXED});
                        IF NOT FOUND THEN
                            RAISE EXCEPTION 'no payment without an approved run'
                            USING ERRCODE = 'restrict_violation';
                        END IF;
                        RETURN NEW;
                    END IF;
                    IF (OLD.run_id, OLD.claim_id, OLD.collaboration_id, OLD.payee_id, OLD.reference,
                        OLD.pay_on, OLD.pence)
                       IS DISTINCT FROM
                       (NEW.run_id, NEW.claim_id, NEW.collaboration_id, NEW.payee_id, NEW.reference,
                        NEW.pay_on, NEW.pence)
                       OR (OLD.state = 'paid' AND (NEW.state, NEW.paid_on, NEW.file_id)
                           IS DISTINCT FROM (OLD.state, OLD.paid_on, OLD.file_id))
                    THEN
                        RAISE EXCEPTION 'a payment is made once, as it was approved'
                        USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            *only_in_open_period(
                "SELECT r.authority_id, r.period_id FROM {rows} AS n JOIN supplement_run AS r"
                " ON r.authority_id = n.authority_id AND r.id = n.run_id {changed}",
                changed=("state", "paid_on", "file_id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.pay_on}"


@keep_history()
class PaymentLayout(AuthorityOwned):
    """How an authority's finance system wants the payment file. One row; without it the usual columns.

    ``columns``: keys of `rules.layouts.Key` with the heading to write, in their order.
    """

    columns = models.JSONField(_("columns"), default=list)
    date_format = models.CharField(_("dates"), max_length=20, default="%d/%m/%Y")
    minor_units = models.BooleanField(_("sums in pence"), default=False)
    has_headings = models.BooleanField(_("first line has the headings"), default=True)
    set_by = person(_("set by"))
    set_at = models.DateTimeField(_("set at"))

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("layout of the payment file")
        verbose_name_plural = _("layouts of payment files")
        constraints = [models.UniqueConstraint(fields=["authority"], name="supplement_one_layout")]

    def __str__(self) -> str:
        return str(_("Layout of the payment file"))
