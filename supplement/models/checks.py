"""S8: what the nightly checks of the money found, and corrections that they propose."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import person
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership
from supplement.models.runs import Adjustment, Run, RunLine


class MoneyCheck(AuthorityOwned):
    """One run of all checks. ``results``: by the check's name how many rows fail it, and some of them.
    `services.checking` keeps the last hundred.
    """

    at = models.DateTimeField(_("checked at"))
    by = person(_("asked for by"), null=True)
    checks = models.PositiveSmallIntegerField(_("checks"))
    failed = models.PositiveSmallIntegerField(_("failed"))
    results = models.JSONField(default=dict)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = _("check of the money")
        verbose_name_plural = _("checks of the money")
        indexes = [models.Index(fields=["authority", "at"], name="supplement_checks_by_time")]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.at):%d/%m/%Y %H:%M}"


class ProposedCorrection(AuthorityOwned):
    """A line of an approved run whose staff number was corrected since: what it would come to now.

    Finance takes it (``adjustment``) or puts it aside with a reason. Nothing is paid by itself.
    """

    run = OwnedForeignKey(Run, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("run"))
    line = OwnedForeignKey(
        RunLine, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("line")
    )
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("member")
    )
    was = models.PositiveIntegerField(_("staff in the run"))
    now = models.PositiveIntegerField(_("staff now"))
    pence = models.BigIntegerField(_("difference"))
    found_at = models.DateTimeField(_("found at"))
    adjustment = OwnedForeignKey(
        Adjustment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("correction"),
    )
    decided_by = person(_("decided by"), null=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    words = models.CharField(_("why it was put aside"), max_length=500, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["found_at", "pk"]
        verbose_name = _("proposed correction")
        verbose_name_plural = _("proposed corrections")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "line", "now"], name="supplement_proposed_once_a_number"
            ),
            models.CheckConstraint(condition=~Q(pence=0), name="supplement_proposes_something"),
            models.CheckConstraint(
                condition=Q(decided_at=None, adjustment=None) | Q(decided_at__isnull=False),
                name="supplement_proposal_decided",
            ),
        ]
        indexes = [models.Index(fields=["authority", "decided_at"], name="supplement_proposals_open")]

    def __str__(self) -> str:
        return f"{self.membership}: {self.was} → {self.now}"
