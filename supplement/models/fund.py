"""S10: the money of a collaboration: what came and went, what was decided, and what it was spent on.

Sums are whole pence. Nothing is deleted: what was wrong is taken back, and both stand.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField
from development.models import Objective
from documents.models import StoredFile
from meetings.models.minutes import Decision
from meetings.models.votes import Vote
from memberships.models.members import Membership
from supplement.models.claims import Claim
from supplement.models.fund_kept import (
    moves_one_way,
    never_overdrawn,
    only_closed,
    only_decided,
    within_decision,
)
from supplement.models.payments import Payment
from supplement.rules.fund import COMES_IN, Entry
from supplement.rules.leavers import Goes


class FundEntry(AuthorityOwned):
    """Money that came to a fund or went from it. A correction of a payment has a sign. Only added.

    ``came_from``: the entry of the fund from which it came, of the same sum.
    """

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="fund_entries", verbose_name=_("collaboration")
    )
    kind = models.CharField(_("what"), max_length=12, choices=Entry)
    pence = models.BigIntegerField(_("sum"))
    on = models.DateField(_("on"))
    payment = OwnedOneToOneField(
        Payment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="fund_entry",
        verbose_name=_("payment"),
    )
    membership = OwnedForeignKey(
        Membership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("member that left or joined"),
    )
    came_from = OwnedOneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="went_to",
        verbose_name=_("from the fund"),
    )
    words = models.CharField(_("why"), max_length=500, blank=True)
    by = person(_("recorded by"), null=True)
    at = models.DateTimeField(_("recorded at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["on", "pk"]
        verbose_name = _("entry of a fund")
        verbose_name_plural = _("entries of funds")
        constraints = [
            models.CheckConstraint(condition=~Q(pence=0), name="supplement_entry_of_something"),
            models.CheckConstraint(
                condition=Q(kind="received") | Q(pence__gt=0), name="supplement_only_payments_have_a_sign"
            ),
            models.CheckConstraint(
                condition=Q(kind="received", payment__isnull=False) | ~Q(kind="received") & Q(payment=None),
                name="supplement_received_by_a_payment",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["from_leaver", "from_group"], came_from__isnull=False)
                | ~Q(kind__in=["from_leaver", "from_group"]) & Q(came_from=None),
                name="supplement_came_from_a_fund",
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(kind="opening"),
                name="supplement_one_opening_balance",
            ),
        ]
        indexes = [models.Index(fields=["authority", "collaboration", "on"], name="supplement_entries_of")]
        triggers = [
            only_added(people=("by_id",)),
            never_overdrawn("NEW.kind IN ('returned', 'to_leaver', 'to_group')"),
        ]

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.get_kind_display()}"

    @property
    def signed_pence(self) -> int:
        """With a minus where the money went."""
        return self.pence if self.kind in COMES_IN else -self.pence


@keep_history()
class SpendingDecision(AuthorityOwned):
    """That the members decided to spend: on what, for which objective, by which vote or minute.

    ``minute_words``: where and when, where neither the vote nor the minutes are kept here.
    """

    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="spending_decisions",
        verbose_name=_("collaboration"),
    )
    what = models.CharField(_("what the money is for"), max_length=200)
    pence = models.BigIntegerField(_("sum"))
    objective = OwnedForeignKey(
        Objective, on_delete=models.PROTECT, related_name="spending", verbose_name=_("objective")
    )
    vote = OwnedForeignKey(
        Vote, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("vote")
    )
    decision = OwnedForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("decision in the minutes"),
    )
    minute_words = models.CharField(_("where it was decided"), max_length=300, blank=True)
    decided_on = models.DateField(_("decided on"))
    recorded_by = person(_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded at"))
    changed = models.TextField(_("what it changed"), max_length=2000, blank=True)
    closed_by = person(_("closed by"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_words = models.CharField(_("why it is closed"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-decided_on", "-pk"]
        verbose_name = _("decision to spend")
        verbose_name_plural = _("decisions to spend")
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="supplement_decided_about_something"),
            models.CheckConstraint(
                condition=Q(vote__isnull=False) | Q(decision__isnull=False) | ~Q(minute_words=""),
                name="supplement_decided_somewhere",
            ),
            models.UniqueConstraint(
                fields=["authority", "vote"],
                condition=Q(vote__isnull=False, closed_at=None),
                name="supplement_one_decision_a_vote",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration"], name="supplement_decisions_of"),
            models.Index(fields=["authority", "objective"], name="supplement_spent_for"),
        ]
        triggers = [only_closed(), never_overdrawn()]

    def __str__(self) -> str:
        return self.what


@keep_history()
class SpendingProposal(AuthorityOwned):
    """A spending decision that is put to the vote: it keeps no money until it is carried, and then becomes a
    decision, once. Ended: not carried, the vote withdrawn, or by the leader. Its vote names it as its subject.
    """

    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="spending_proposals",
        verbose_name=_("collaboration"),
    )
    what = models.CharField(_("what the money is for"), max_length=200)
    pence = models.BigIntegerField(_("sum"))
    objective = OwnedForeignKey(
        Objective, on_delete=models.PROTECT, related_name="+", verbose_name=_("objective")
    )
    words = models.TextField(_("what members should know"), max_length=1000, blank=True)
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed at"))
    decision = OwnedOneToOneField(
        SpendingDecision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposal",
        verbose_name=_("decision to spend"),
    )
    ended_by = person(_("ended by"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_words = models.CharField(_("why it ended"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-proposed_at", "-pk"]
        verbose_name = _("proposal to spend")
        verbose_name_plural = _("proposals to spend")
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="supplement_proposed_something"),
            models.CheckConstraint(
                condition=Q(decision=None) | Q(ended_at=None), name="supplement_decided_or_ended"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_words="") | Q(ended_at__isnull=False) & ~Q(ended_words=""),
                name="supplement_proposal_ended_because",
            ),
        ]
        indexes = [models.Index(fields=["authority", "collaboration"], name="supplement_proposals_of")]
        triggers = [only_decided()]

    def __str__(self) -> str:
        return self.what


@keep_history()
class Spending(AuthorityOwned):
    """What was ordered (committed) or paid by a decision. Taken back, it counts no more; the row stays.

    ``key`` names one press of a button, however often it is sent.
    """

    decision = OwnedForeignKey(
        SpendingDecision, on_delete=models.PROTECT, related_name="spending", verbose_name=_("decision")
    )
    what = models.CharField(_("what"), max_length=200)
    supplier = models.CharField(_("bought from"), max_length=150, blank=True)
    pence = models.BigIntegerField(_("sum"))
    ordered_on = models.DateField(_("ordered on"))
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    recorded_by = person(_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded at"))
    taken_back_by = person(_("taken back by"), null=True)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    taken_back_words = models.CharField(_("why it was taken back"), max_length=300, blank=True)
    key = models.CharField(max_length=36, blank=True, editable=False)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-ordered_on", "-pk"]
        verbose_name = _("spending")
        verbose_name_plural = _("spending")
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="supplement_spent_something"),
            models.UniqueConstraint(
                fields=["authority", "decision", "key"], condition=~Q(key=""), name="supplement_spent_once"
            ),
        ]
        indexes = [models.Index(fields=["authority", "decision"], name="supplement_spending_by")]
        triggers = [within_decision()]

    def __str__(self) -> str:
        return self.what


@keep_history()
class Receipt(AuthorityOwned):
    """A receipt as a photograph or a file. Removed, it counts no more; the row and its file stay."""

    spending = OwnedForeignKey(
        Spending, on_delete=models.PROTECT, related_name="receipts", verbose_name=_("spending")
    )
    file = OwnedOneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    added_by = person(_("added by"))
    added_at = models.DateTimeField(_("added at"))
    removed_by = person(_("removed by"), null=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)
    removed_words = models.CharField(_("why it was removed"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["added_at", "pk"]
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None, removed_words="")
                | Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removed_words=""),
                name="supplement_receipt_removed_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.spending}"


class LeaverSettlement(AuthorityOwned):
    """S5: what became of the share of a member that left, once. Only added.

    ``steps``: how the sum was worked out on the day (`rules.steps`). ``entry``: where anything moved in the
    fund. ``by_run``: signed lines of the next runs move it (its ``adjustments``), and no entry does.
    """

    membership = OwnedOneToOneField(
        Membership, on_delete=models.PROTECT, related_name="settlement", verbose_name=_("member that left")
    )
    goes = models.CharField(_("where its share goes"), max_length=14, choices=Goes)
    pence = models.BigIntegerField(_("sum"))
    steps = models.JSONField(default=list)
    entry = OwnedOneToOneField(
        FundEntry,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="settlement",
        verbose_name=_("entry of the fund"),
    )
    by_run = models.BooleanField(_("moved with the next payments"), default=False)
    vote = OwnedForeignKey(
        Vote, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("vote")
    )
    words = models.CharField(_("why"), max_length=500, blank=True)
    by = person(_("recorded by"))
    at = models.DateTimeField(_("recorded at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = _("share of a leaver")
        verbose_name_plural = _("shares of leavers")
        constraints = [
            models.CheckConstraint(
                condition=Q(pence__gt=0, entry__isnull=False, by_run=False)
                | Q(pence__gt=0, entry=None, by_run=True)
                | Q(pence=0, entry=None, by_run=False),
                name="supplement_leaver_moved_what_it_says",
            ),
        ]
        triggers = [only_added(people=("by_id",), also=("entry_id", "by_run")), moves_one_way()]

    def __str__(self) -> str:
        return str(self.membership)


@keep_history()
class SpendReturn(AuthorityOwned):
    """S10: what a collaboration reports of the money of one claim: its numbers on the day, and its words."""

    claim = OwnedOneToOneField(
        Claim, on_delete=models.PROTECT, related_name="spend_return", verbose_name=_("claim")
    )
    received_pence = models.BigIntegerField(_("received"))
    spent_pence = models.BigIntegerField(_("spent"))
    committed_pence = models.BigIntegerField(_("committed"))
    left_pence = models.BigIntegerField(_("left"))
    missing_receipts = models.PositiveIntegerField(_("payments without a receipt"), default=0)
    words = models.TextField(_("what it changed for children"), max_length=3000)
    by = person(_("reported by"))
    at = models.DateTimeField(_("reported at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = _("spend return")
        verbose_name_plural = _("spend returns")
        triggers = [only_added(people=("by_id",))]

    def __str__(self) -> str:
        return str(self.claim)
