"""S9: the setting that is paid for all, what each member signed, and the supplier reference. No bank details."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history, person
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership
from providers.models import Provider


@keep_history()
class Payee(AuthorityOwned):
    """The setting that receives a collaboration's money, ``[in_force_on, ended_on)``.

    Named first (proposed); in force once the setting itself has accepted and, where another was paid before,
    that one has handed over. Until both have signed the next payment is frozen.
    """

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="payees", verbose_name=_("collaboration")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    named_by = person(_("named by"))
    named_at = models.DateTimeField(_("named at"))
    why = models.TextField(_("why"), max_length=1000, blank=True)
    accepted_by = person(_("accepted by"), null=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    handed_over_by = person(_("handed over by"), null=True)
    handed_over_at = models.DateTimeField(_("handed over at"), null=True, blank=True)
    in_force_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("last day"), null=True, blank=True)
    #: By an officer, because its setting does not hand over.
    ended_by = person(_("ended by"), null=True)
    ended_because = models.CharField(_("why it was ended"), max_length=500, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-named_at", "-pk"]
        verbose_name = _("payee")
        verbose_name_plural = _("payees")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(in_force_on__isnull=False, ended_on=None),
                name="supplement_one_payee",
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(in_force_on=None, withdrawn_at=None),
                name="supplement_one_payee_proposed",
            ),
            models.CheckConstraint(
                condition=Q(in_force_on=None) | Q(accepted_at__isnull=False),
                name="supplement_payee_accepted",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("in_force_on")),
                name="supplement_payee_ends_later",
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None, ended_because="")
                | Q(ended_by__isnull=False, ended_on__isnull=False) & ~Q(ended_because=""),
                name="supplement_payee_ended_because",
            ),
        ]
        indexes = [models.Index(fields=["authority", "provider"], name="supplement_paid_for")]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.provider}"


@keep_history()
class Mandate(AuthorityOwned):
    """That a member signed that this payee receives for it. ``words``: what was signed."""

    payee = OwnedForeignKey(Payee, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("payee"))
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("member")
    )
    words = models.TextField(_("what was signed"), max_length=2000)
    signed_by = person(_("signed by"))
    signed_name = models.CharField(_("name as signed"), max_length=150)
    signed_at = models.DateTimeField(_("signed at"))
    withdrawn_by = person(_("withdrawn by"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["signed_at", "pk"]
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "payee", "membership"],
                condition=Q(withdrawn_at=None),
                name="supplement_mandate_once",
            )
        ]
        indexes = [models.Index(fields=["authority", "membership"], name="supplement_mandates_of")]

    def __str__(self) -> str:
        return f"{self.payee}: {self.membership}"


@keep_history()
class SupplierReference(AuthorityOwned):
    """The number under which the finance system knows a setting. Bank details stay there."""

    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="supplier_references", verbose_name=_("setting")
    )
    reference = models.CharField(_("supplier reference"), max_length=40)
    set_by = person(_("entered by"))
    set_at = models.DateTimeField(_("entered at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["provider__search_text", "pk"]
        verbose_name = _("supplier reference")
        verbose_name_plural = _("supplier references")
        constraints = [
            models.UniqueConstraint(fields=["authority", "provider"], name="supplement_one_reference"),
            models.CheckConstraint(condition=~Q(reference=""), name="supplement_reference_not_empty"),
        ]

    def __str__(self) -> str:
        return self.reference
