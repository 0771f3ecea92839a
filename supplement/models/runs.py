"""S8: a payment run, what it came to line by line, its snapshot, and the corrections that it carries.

Sums are whole pence, with a sign where they correct. From approval on a run and its lines never change.
Tables that a run writes thousands of rows into have no index of a single key where one that begins with the
authority serves (decision 0092).
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey, OwnedOneToOneField, authority_key
from documents.models import Job
from memberships.models.members import Membership
from providers.models import Provider
from supplement.models.claims import Claim
from supplement.models.kept import APPROVED_STATES, agreed_and_taken_back, kept_with_run, only_in_open_period
from supplement.models.parts import SchemePeriod
from supplement.rules.runs import Actor, RunState

_FIXED = ", ".join(f"'{state}'" for state in APPROVED_STATES)
#: Columns that go on after approval: where it stands, and who is named (a merge of two accounts).
_GOES_ON = (
    *("state", "moved_at", "exported_at", "paid_at", "closed_at"),
    *("started_by_id", "calculated_by_id", "reviewed_by_id", "approved_by_id"),
)


@keep_history()
class Run(AuthorityOwned):
    """One run over the claims of a period. ``number`` counts an authority's runs.

    ``input_hash``: of what it was calculated from, which must be the same at approval.
    """

    State = RunState

    number = models.PositiveIntegerField(_("number"), editable=False)
    period = OwnedForeignKey(
        SchemePeriod, on_delete=models.PROTECT, related_name="runs", verbose_name=_("period")
    )
    state = models.CharField(
        _("state"), max_length=12, choices=RunState, default=RunState.OPEN, editable=False
    )
    job = OwnedForeignKey(
        Job, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    input_hash = models.CharField(max_length=64, blank=True, editable=False)
    claims_count = models.PositiveIntegerField(_("claims"), default=0, editable=False)
    lines_count = models.PositiveIntegerField(_("lines"), default=0, editable=False)
    total_pence = models.BigIntegerField(_("total"), default=0, editable=False)
    started_by = person(_("begun by"))
    started_at = models.DateTimeField(_("begun at"))
    calculated_by = person(_("calculated by"), null=True)
    calculated_at = models.DateTimeField(_("calculated at"), null=True, blank=True)
    reviewed_by = person(_("reviewed by"), null=True)
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True)
    approved_by = person(_("approved by"), null=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    exported_at = models.DateTimeField(_("payment file made at"), null=True, blank=True)
    paid_at = models.DateTimeField(_("paid at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    moved_at = models.DateTimeField(_("since"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-number"]
        verbose_name = _("payment run")
        verbose_name_plural = _("payment runs")
        permissions = [("approve_run", "Can approve a payment run that somebody else calculated")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "number"], name="supplement_run_number"),
            models.UniqueConstraint(
                fields=["authority", "period"],
                condition=Q(state__in=["open", "calculating", "calculated", "reviewed"]),
                name="supplement_one_open_run_a_period",
            ),
            models.CheckConstraint(
                condition=Q(state__in=APPROVED_STATES, approved_at__isnull=False, approved_by__isnull=False)
                | ~Q(state__in=APPROVED_STATES) & Q(approved_at=None, approved_by=None),
                name="supplement_run_approved_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["authority", "period"], name="supplement_runs_of_period")]
        triggers = [
            # Who calculates cannot approve. Asked at the moment of approval, since two accounts may be merged.
            pgtrigger.Trigger(
                name="approved_by_another",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF TG_OP = 'UPDATE' THEN
                        IF OLD.state = NEW.state THEN RETURN NEW; END IF;
                        IF OLD.state <> 'reviewed' AND NEW.state = 'approved' THEN
                            RAISE EXCEPTION 'a run is approved after its review'
                            USING ERRCODE = 'restrict_violation';
                        END IF;
                    END IF;
                    IF NEW.state = 'approved' AND NEW.approved_by_id IS NOT DISTINCT FROM NEW.calculated_by_id
                    THEN
                        RAISE EXCEPTION 'who calculates a run cannot approve it'
                        USING ERRCODE = 'restrict_violation';
                    END IF;
                    IF NEW.state = 'approved' THEN
                        PERFORM 1 FROM supplement_runline AS l
                          JOIN supplement_adjustment AS a
                            ON a.authority_id = l.authority_id AND a.id = l.adjustment_id
                         WHERE l.authority_id = NEW.authority_id AND l.run_id = NEW.id
                           AND a.run_id IS DISTINCT FROM NEW.id;
                        IF FOUND THEN
                            RAISE EXCEPTION 'a correction of this run was taken back'
                            USING ERRCODE = 'restrict_violation';
                        END IF;
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="approved_is_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition(f"OLD.state IN ({_FIXED})"),
                func=f"""
                    IF TG_OP = 'UPDATE' THEN
                        IF NEW.state IN ({_FIXED}) AND
                           (to_jsonb(OLD) - '{{{",".join(_GOES_ON)}}}'::text[])
                           = (to_jsonb(NEW) - '{{{",".join(_GOES_ON)}}}'::text[])
                        THEN RETURN NEW; END IF;
                    END IF;
                    RAISE EXCEPTION 'an approved run stays as it is' USING ERRCODE = 'restrict_violation';
                """,
            ),
            *only_in_open_period(
                "SELECT n.authority_id, n.period_id FROM {rows} AS n {changed}", changed=("state",)
            ),
        ]

    def __str__(self) -> str:
        return str(_("Run %(number)s, %(period)s") % {"number": self.number, "period": self.period})


class RunStep(AuthorityOwned):
    """One move of a run, with the words of whoever made it. Only added."""

    run = OwnedForeignKey(Run, on_delete=models.PROTECT, related_name="steps", verbose_name=_("run"))
    start = models.CharField(_("from"), max_length=12, choices=RunState)
    to = models.CharField(_("to"), max_length=12, choices=RunState)
    actor = models.CharField(_("as"), max_length=10, choices=Actor)
    by = person(_("by"), null=True)
    at = models.DateTimeField(_("at"))
    words = models.TextField(_("in their words"), max_length=3000, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("step of a run")
        verbose_name_plural = _("steps of runs")
        indexes = [models.Index(fields=["authority", "run", "at"], name="supplement_steps_of_run")]
        triggers = [only_added(people=("by_id",))]

    def __str__(self) -> str:
        return f"{self.run}: {self.get_to_display()}"


class RunSnapshot(AuthorityOwned):
    """S8: everything a run was calculated from and came to, as text (`rules.snapshot`)."""

    run = OwnedOneToOneField(Run, on_delete=models.CASCADE, related_name="snapshot", verbose_name=_("run"))
    digest = models.CharField("SHA-256", max_length=64)
    packed = models.BinaryField()

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("snapshot of a run")
        verbose_name_plural = _("snapshots of runs")
        triggers = kept_with_run()

    def __str__(self) -> str:
        return self.digest


class RunClaim(AuthorityOwned):
    """What one claim comes to in a run. ``last_pence``: of the same collaboration in the run before, None
    where there was none. ``exceptions``: `rules.runs.Unusual`, the gravest first; each run's are looked at.
    """

    run = OwnedForeignKey(
        Run, on_delete=models.CASCADE, related_name="claims", verbose_name=_("run"), db_index=False
    )
    claim = OwnedForeignKey(
        Claim, on_delete=models.PROTECT, related_name="run_claims", verbose_name=_("claim"), db_index=False
    )
    payee = OwnedForeignKey(
        Provider, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("payee")
    )
    reference = models.CharField(_("supplier reference"), max_length=40, blank=True)
    sum_pence = models.BigIntegerField(_("sum of the members"), default=0)
    asked_pence = models.BigIntegerField(_("after its own cap"), default=0)
    adjusted_pence = models.BigIntegerField(_("corrections"), default=0)
    pence = models.BigIntegerField(_("sum"), default=0)
    last_pence = models.BigIntegerField(_("last period"), null=True)
    is_blocked = models.BooleanField(_("nothing is paid"), default=False)
    is_held = models.BooleanField(_("waits"), default=False)
    is_frozen = models.BooleanField(_("frozen"), default=False)
    exceptions = models.JSONField(_("exceptions"), default=list)
    seen_by = person(_("looked at by"), null=True)
    seen_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    seen_words = models.TextField(_("what was found"), max_length=1000, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["claim__collaboration__name__in_order", "pk"]
        verbose_name = _("claim of a run")
        verbose_name_plural = _("claims of runs")
        constraints = [
            models.UniqueConstraint(fields=["authority", "run", "claim"], name="supplement_claim_once_a_run")
        ]
        indexes = [models.Index(fields=["authority", "claim"], name="supplement_runs_of_claim")]
        triggers = kept_with_run(people=("seen_by_id",))

    def __str__(self) -> str:
        return str(self.claim)


class RunLine(AuthorityOwned):
    """One claim, component and member of a run, or one correction (``adjusts`` says of what).

    ``counted`` in hundredths; ``part_of`` / ``part_in``: the part of the period as a fraction;
    ``instalments``: pence by the period's days of payment.
    """

    authority = authority_key(db_constraint=False)
    run = OwnedForeignKey(
        Run, on_delete=models.CASCADE, related_name="lines", verbose_name=_("run"), db_index=False
    )
    claim = OwnedForeignKey(
        Claim, on_delete=models.PROTECT, related_name="run_lines", verbose_name=_("claim"), db_index=False
    )
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"), db_index=False
    )
    provider = OwnedForeignKey(
        Provider, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    component = models.SlugField(_("component"), max_length=40, db_index=False)
    counted = models.BigIntegerField(_("counted, in hundredths"), default=0)
    part_of = models.BigIntegerField(default=1)
    part_in = models.BigIntegerField(default=1)
    kept_percent = models.PositiveSmallIntegerField(_("kept, per cent"), default=100)
    rounded_pence = models.BigIntegerField(_("rounded"), default=0)
    capped_pence = models.BigIntegerField(_("after the member's caps"), default=0)
    pence = models.BigIntegerField(_("sum"))
    instalments = models.JSONField(default=list)
    adjustment = OwnedForeignKey(
        "supplement.Adjustment",
        null=True,
        on_delete=models.PROTECT,
        related_name="lines",
        verbose_name=_("correction"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["claim_id", "component", "membership_id", "pk"]
        verbose_name = _("line of a run")
        verbose_name_plural = _("lines of runs")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "run", "claim", "component", "membership", "adjustment"],
                nulls_distinct=False,
                name="supplement_line_once",
            ),
            models.CheckConstraint(
                condition=Q(adjustment__isnull=False) | Q(pence__gte=0), name="supplement_line_not_negative"
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "claim"], name="supplement_lines_of_claim"),
            models.Index(fields=["authority", "membership"], name="supplement_lines_of_member"),
        ]
        triggers = kept_with_run()

    def __str__(self) -> str:
        return f"{self.claim_id}, {self.component}"


class Adjustment(AuthorityOwned):
    """S8: a correction of what was approved: a staff number corrected later, a recovery, an upheld appeal, a
    member that was left out, the share of a leaver (``settlement``).

    It waits until a run carries it (``run``), once. Pence with a sign. Only added; taken back until the run
    is approved. What brings a member in or takes it out waits for a second person (``agreed_by``).
    """

    class Cause(models.TextChoices):
        STAFF = "staff", _("A staff number was corrected")
        APPEAL = "appeal", _("An appeal was upheld")
        RECOVERY = "recovery", _("Money is taken back")
        LEAVER = "leaver", _("A member left")
        LEFT_OUT = "left_out", _("A member was left out")
        COUNTED = "counted", _("A member was counted wrongly")
        OTHER = "other", _("Another reason")

    claim = OwnedForeignKey(
        Claim, on_delete=models.PROTECT, related_name="adjustments", verbose_name=_("claim")
    )
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("member")
    )
    component = models.SlugField(_("component"), max_length=40)
    cause = models.CharField(_("reason"), max_length=10, choices=Cause)
    pence = models.BigIntegerField(_("sum"))
    words = models.TextField(_("why"), max_length=1000)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))
    run = OwnedForeignKey(
        Run,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="adjustments",
        verbose_name=_("carried by"),
    )
    settlement = OwnedForeignKey(
        "supplement.LeaverSettlement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="adjustments",
        verbose_name=_("share of a leaver"),
    )
    agreed_by = person(_("agreed by"), null=True)
    agreed_at = models.DateTimeField(_("agreed at"), null=True, blank=True)
    taken_back_by = person(_("taken back by"), null=True)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    taken_back_words = models.CharField(_("why it was taken back"), max_length=500, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        constraints = [
            models.CheckConstraint(condition=~Q(pence=0), name="supplement_adjusts_something"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False, run=None),
                name="supplement_correction_taken_back",
            ),
            models.CheckConstraint(
                condition=~Q(cause__in=["left_out", "counted"]) | Q(run=None) | Q(agreed_at__isnull=False),
                name="supplement_carried_once_agreed",
            ),
            # The share of a leaver goes off one group's payments once, and on another's once.
            models.UniqueConstraint(
                fields=["authority", "settlement"],
                condition=Q(pence__lt=0, taken_back_at=None),
                name="supplement_share_goes_off_once",
            ),
            models.UniqueConstraint(
                fields=["authority", "settlement"],
                condition=Q(pence__gt=0, taken_back_at=None),
                name="supplement_share_comes_on_once",
            ),
            # A member is brought in, or taken out, once at a time.
            models.UniqueConstraint(
                fields=["authority", "claim", "membership", "component", "cause"],
                condition=Q(cause__in=["left_out", "counted"], run=None, taken_back_at=None),
                name="supplement_brought_in_once",
            ),
        ]
        indexes = [models.Index(fields=["authority", "claim"], name="supplement_adjustments_of")]
        triggers = [
            only_added(
                people=("by_id", "agreed_by_id", "taken_back_by_id"),
                also=("run_id", "agreed_at", "taken_back_at", "taken_back_words"),
            ),
            agreed_and_taken_back(),
            *only_in_open_period(
                "SELECT k.authority_id, k.period_id FROM {rows} AS n JOIN supplement_claim AS k"
                " ON k.authority_id = n.authority_id AND k.id = n.claim_id {changed} WHERE n.settlement_id IS NULL",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_cause_display()}"
