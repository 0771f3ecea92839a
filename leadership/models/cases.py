"""Leadership cases: the confidential, supportive record when a
leader's setting may no longer lead (L2, L3).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import DatedGrant
from core.counts import KeptCount, RowCount
from core.history import keep_history, person
from core.models import AuthorityOwned, OwnedForeignKey
from leadership.rules import cases as rules
from leadership.rules.stages import Stage
from memberships.models.members import LeaderAppointment
from ofsted.models import Inspection, LeadingPolicy


class Sweep(AuthorityOwned):
    """One check of all leaders of an authority.

    Its slot is the claim: the same slot is never checked twice.
    """

    slot = models.CharField(max_length=80)
    at = models.DateTimeField()
    leaders = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["authority", "slot"], name="leadership_sweep_once")]

    def __str__(self) -> str:
        return self.slot


@keep_history()
class LeadershipCase(AuthorityOwned):
    """One open case an appointment, ever (L2). The name of neither leader nor setting leaves the case."""

    Ground = rules.Ground

    Outcome = rules.Outcome

    appointment = OwnedForeignKey(
        LeaderAppointment, on_delete=models.PROTECT, related_name="cases", verbose_name=_("leader")
    )
    ground = models.CharField(_("ground"), max_length=20, choices=Ground)
    inspection = OwnedForeignKey(
        Inspection, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("inspection")
    )
    policy = OwnedForeignKey(
        LeadingPolicy, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("leading policy")
    )
    reason = models.TextField(_("reason"))
    opened_at = models.DateTimeField(_("opened at"))
    nothing_found_since = models.DateTimeField(_("the check finds nothing since"), null=True, blank=True)
    stage = models.CharField(_("step"), max_length=20, choices=Stage, default=Stage.OPENED)
    stage_since = models.DateField(_("step since"))
    opened_by = person(_("opened by"), null=True)
    #: From then on the leader concerned reads what was agreed (L3): the first conversation is recorded.
    told_leader_at = models.DateTimeField(_("the leader reads it since"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    assigned_to = person(_("assigned to"), null=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = person(_("closed by"), null=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    outcome_words = models.TextField(_("in words"), blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-opened_at", "-pk"]
        verbose_name = _("leadership case")
        verbose_name_plural = _("leadership cases")
        permissions = [
            ("view_all_cases", "Can see every leadership case"),
            ("assign_leadershipcase", "Can assign a leadership case"),
            ("read_leaders_page", "Can read the leader's page of a case"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "appointment"],
                condition=Q(closed_at__isnull=True),
                name="leadership_one_open_case",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="leadership_closed_with_outcome",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) ^ Q(stage=Stage.CLOSED),
                name="leadership_closed_is_a_stage",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "appointment", "-opened_at"], name="leadership_cases_of"),
            models.Index(fields=["authority", "-opened_at", "-id"], name="leadership_newest"),
            models.Index(
                fields=["authority", "-opened_at", "id"],
                condition=Q(closed_at__isnull=True),
                name="leadership_open_cases",
            ),
            models.Index(
                fields=["authority", "assigned_to", "opened_at"],
                condition=Q(closed_at__isnull=True),
                name="leadership_open_cases_of",
            ),
            models.Index(
                fields=["authority", "nothing_found_since"],
                condition=Q(closed_at__isnull=True, nothing_found_since__isnull=False),
                name="leadership_nothing_found",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Leadership case %(number)s") % {"number": self.pk})


class UnpublishedOutcome(AuthorityOwned):
    """An outcome that an officer knows before Ofsted publishes it (O6).

    It exists inside the case only, until publication is recorded.
    """

    case = OwnedForeignKey(LeadershipCase, on_delete=models.CASCADE, related_name="unpublished_outcomes")
    inspected_on = models.DateField(_("inspected on"))
    outcome = models.TextField(_("what was said"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    published_on = models.DateField(_("published on"), null=True, blank=True)
    report_url = models.URLField(_("address of the report"), blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-inspected_on"]
        indexes = [models.Index(fields=["authority", "case"], name="leadership_outcomes_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | ~Q(report_url=""),
                name="leadership_published_with_report",
            )
        ]

    def __str__(self) -> str:
        return str(_("Outcome of an inspection"))


class CaseGrant(DatedGrant):
    """The named list of those who may see a case (guardian's direct row)."""

    content_object = OwnedForeignKey(LeadershipCase, on_delete=models.CASCADE, related_name="+")

    class Meta(DatedGrant.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user", "content_object", "permission", "starts_on", "is_exceptional"],
                name="leadership_grant_once",
            )
        ]
        indexes = [models.Index(fields=["authority", "content_object", "user"], name="leadership_grant_of")]


OPEN = "r.closed_at IS NULL"
_BY = {"assigned_to_id": "r.assigned_to_id", "finds_nothing": "r.nothing_found_since IS NOT NULL"}


class OpenCaseCount(KeptCount):
    """Changes of the number of open cases, by the person assigned (null: nobody) and by whether the check
    finds nothing any more.
    """

    keys = ("assigned_to_id", "finds_nothing")
    truth = f"""
        SELECT {", ".join(_BY.values())}, count(*) FROM {LeadershipCase._meta.db_table} r
         WHERE r.authority_id = %(authority)s AND {OPEN} GROUP BY 1, 2"""

    assigned_to_id = models.BigIntegerField(null=True)
    finds_nothing = models.BooleanField()

    class Meta(KeptCount.Meta):
        indexes = [models.Index(fields=["authority", "assigned_to_id"], name="leadership_open_count")]


for trigger in RowCount("open_count", OpenCaseCount._meta.db_table, _BY, OPEN).triggers():
    trigger.register(LeadershipCase)
