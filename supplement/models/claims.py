"""S7, S4: a collaboration's claim for one period, each step of it, what was let pass, and who looked at it."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership
from providers.models import Provider
from supplement.models.kept import only_in_open_period
from supplement.models.parts import SchemePeriod
from supplement.rules.claims import Actor, Assessment, ClaimState
from supplement.rules.criteria import Kind


@keep_history()
class Claim(AuthorityOwned):
    """One collaboration, one period. Its state is moved by `services.claim_moves` alone.

    ``stood``: the state before it was put on hold or appealed. ``words``: what the leader says with it.
    """

    State = ClaimState

    period = OwnedForeignKey(
        SchemePeriod,
        on_delete=models.PROTECT,
        related_name="claims",
        verbose_name=_("period"),
        db_index=False,
    )
    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="claims",
        verbose_name=_("collaboration"),
        db_index=False,
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ClaimState, default=ClaimState.DRAFT, editable=False
    )
    stood = models.CharField(max_length=10, choices=ClaimState, blank=True, editable=False)
    words = models.TextField(_("what you want to add"), max_length=3000, blank=True)
    assessment = models.CharField(_("assessment"), max_length=10, choices=Assessment, blank=True)
    assessment_words = models.TextField(_("reasons of the assessment"), max_length=3000, blank=True)
    opened_by = person(_("begun by"))
    opened_at = models.DateTimeField(_("begun at"))
    submitted_by = person(_("sent by"), null=True)
    submitted_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    assessed_by = person(_("assessed by"), null=True)
    assessed_at = models.DateTimeField(_("assessed at"), null=True, blank=True)
    #: Since when it stands where it stands: the queue's oldest first.
    moved_at = models.DateTimeField(_("since"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-period__starts_on", "collaboration__name__in_order", "pk"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        permissions = [("assess_claim", "Can check the evidence of claims and assess them")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period", "collaboration"], name="supplement_one_claim_a_period"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["on_hold", "appealed"]) & ~Q(stood="")
                | ~Q(state__in=["on_hold", "appealed"]) & Q(stood=""),
                name="supplement_claim_stood_somewhere",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration"], name="supplement_claims_of"),
            models.Index(fields=["authority", "state", "moved_at"], name="supplement_claims_waiting"),
        ]
        triggers = only_in_open_period(
            "SELECT n.authority_id, n.period_id FROM {rows} AS n {changed}",
            changed=("state", "stood", "words", "assessment", "assessment_words", "moved_at"),
        )

    def __str__(self) -> str:
        return f"{self.collaboration}: {self.period}"


class ClaimStep(AuthorityOwned):
    """One move of a claim, with the words of whoever made it: a question, an answer, an appeal, its decision.
    Only added. ``by`` is empty where the payment run moved it.
    """

    claim = OwnedForeignKey(
        Claim, on_delete=models.PROTECT, related_name="steps", verbose_name=_("claim"), db_index=False
    )
    start = models.CharField(_("from"), max_length=10, choices=ClaimState)
    to = models.CharField(_("to"), max_length=10, choices=ClaimState)
    actor = models.CharField(_("as"), max_length=10, choices=Actor)
    by = person(_("by"), null=True)
    at = models.DateTimeField(_("at"))
    words = models.TextField(_("in their words"), max_length=3000, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("step of a claim")
        verbose_name_plural = _("steps of claims")
        indexes = [models.Index(fields=["authority", "claim", "at"], name="supplement_steps_of_claim")]
        triggers = [only_added(people=("by_id",))]

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_to_display()}"


@keep_history()
class ClaimWaiver(AuthorityOwned):
    """S4: that a criterion was let pass, for the collaboration or one of its members, by whom and why.

    Taken back it counts no more; the row stays.
    """

    claim = OwnedForeignKey(Claim, on_delete=models.PROTECT, related_name="waivers", verbose_name=_("claim"))
    kind = models.CharField(_("criterion"), max_length=20, choices=Kind)
    membership = OwnedForeignKey(
        Membership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("member"),
    )
    reason = models.TextField(_("reason"), max_length=1000)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))
    taken_back_by = person(_("taken back by"), null=True)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "claim", "kind", "membership"],
                condition=Q(taken_back_at=None),
                nulls_distinct=False,
                name="supplement_waived_once",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="supplement_waiver_taken_back",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_kind_display()}"


class ClaimLook(AuthorityOwned):
    """What an officer saw of a claim's evidence the last time: what is new since is told from it.

    ``standings``: by criterion and member, how it stood (`rules.deciding.Standing`) and the evidence in
    words.
    """

    claim = OwnedForeignKey(Claim, on_delete=models.CASCADE, related_name="looks", verbose_name=_("claim"))
    by = person(_("by"))
    at = models.DateTimeField(_("at"))
    standings = models.JSONField(default=dict)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = _("look at a claim")
        verbose_name_plural = _("looks at claims")
        constraints = [
            models.UniqueConstraint(fields=["authority", "claim", "by"], name="supplement_one_look_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.by}"


@keep_history()
class ChosenGroup(AuthorityOwned):
    """S3: the collaboration in which a member of two is paid for a period, where the scheme lets it name one."""

    period = OwnedForeignKey(
        SchemePeriod, on_delete=models.PROTECT, related_name="chosen_groups", verbose_name=_("period")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="+", verbose_name=_("collaboration")
    )
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["pk"]
        verbose_name = _("chosen collaboration")
        verbose_name_plural = _("chosen collaborations")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period", "provider"], name="supplement_one_choice_a_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.provider}: {self.collaboration}"


@keep_history()
class FundedHours(AuthorityOwned):
    """S3: the funded hours of a setting for a period, as the finance team enters or imports them."""

    period = OwnedForeignKey(
        SchemePeriod, on_delete=models.PROTECT, related_name="funded_hours", verbose_name=_("period")
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    hours = models.DecimalField(
        _("funded hours"), max_digits=9, decimal_places=2, validators=[MinValueValidator(0)]
    )
    source = models.CharField(_("where the number comes from"), max_length=200)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["provider__search_text", "pk"]
        verbose_name = _("funded hours")
        verbose_name_plural = _("funded hours")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "period", "provider"], name="supplement_hours_once_a_period"
            ),
            models.CheckConstraint(condition=Q(hours__gte=0), name="supplement_hours_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.provider}: {self.hours}"
