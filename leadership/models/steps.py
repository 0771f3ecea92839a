"""What was done in a case, step by step (L3): conversations, support, possible successors, the leader's own
words. What was recorded stays; a later entry corrects an earlier one.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import keep_history, only_added, person
from core.models import AuthorityOwned, OwnedForeignKey
from leadership.models.cases import LeadershipCase
from leadership.rules.steps import Answer, Channel, Preference, StepKind, SupportKind
from memberships.models.members import Membership


class CaseStep(AuthorityOwned):
    """One entry of the conversation. ``words`` stay with the team; ``agreed`` is what the leader reads too."""

    case = OwnedForeignKey(LeadershipCase, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(_("what"), max_length=20, choices=StepKind)
    on_day = models.DateField(_("day"))
    channel = models.CharField(_("how"), max_length=20, choices=Channel, blank=True)
    preference = models.CharField(_("how members are told"), max_length=20, choices=Preference, blank=True)
    words = models.TextField(_("notes"), max_length=4000, blank=True)
    agreed = models.TextField(_("what was agreed"), max_length=4000, blank=True)
    corrects = OwnedForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["on_day", "at", "pk"]
        verbose_name = _("step of a case")
        verbose_name_plural = _("steps of a case")
        indexes = [
            models.Index(fields=["authority", "case", "on_day"], name="leadership_steps_of"),
            models.Index(fields=["authority", "corrects"], name="leadership_corrected"),
        ]
        triggers = [only_added(people=("by_id",))]

    def __str__(self) -> str:
        return str(StepKind(self.kind).label)


@keep_history()
class CaseSupport(AuthorityOwned):
    """Support offered to the leader: a visit, or the team at a meeting. Outside the case its day has a neutral
    name (L3).
    """

    case = OwnedForeignKey(LeadershipCase, on_delete=models.PROTECT, related_name="support")
    kind = models.CharField(_("what"), max_length=20, choices=SupportKind)
    offered_on = models.DateField(_("offered on"))
    answer = models.CharField(_("answer"), max_length=20, choices=Answer, default=Answer.OPEN)
    planned_for = models.DateField(_("planned for"), null=True, blank=True)
    given_on = models.DateField(_("given on"), null=True, blank=True)
    words = models.TextField(_("notes"), max_length=2000, blank=True)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["offered_on", "pk"]
        verbose_name = _("support in a case")
        verbose_name_plural = _("support in a case")
        indexes = [
            models.Index(fields=["authority", "case"], name="leadership_support_of"),
            models.Index(
                fields=["authority", "planned_for"],
                condition=Q(planned_for__isnull=False, given_on=None),
                name="leadership_support_planned",
            ),
        ]

    def __str__(self) -> str:
        return str(SupportKind(self.kind).label)


@keep_history()
class PossibleSuccessor(AuthorityOwned):
    """Somebody who might lead next. Noted inside the case; nobody is contacted before publication, nor before
    it is talked over with the leader (L3).
    """

    case = OwnedForeignKey(LeadershipCase, on_delete=models.PROTECT, related_name="successors")
    membership = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("setting")
    )
    user = person(_("person"), null=True)
    noted_at = models.DateTimeField(_("noted at"))
    noted_by = person(_("noted by"))
    words = models.TextField(_("notes"), max_length=2000, blank=True)
    contacted_on = models.DateField(_("contacted on"), null=True, blank=True)
    contacted_by = person(_("contacted by"), null=True)
    answer = models.CharField(_("answer"), max_length=20, choices=Answer, default=Answer.OPEN)
    removed_at = models.DateTimeField(_("taken off at"), null=True, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["noted_at", "pk"]
        verbose_name = _("possible successor")
        verbose_name_plural = _("possible successors")
        indexes = [models.Index(fields=["authority", "case"], name="leadership_successors_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "membership", "user"],
                condition=Q(removed_at=None),
                nulls_distinct=False,
                name="leadership_successor_once",
            ),
            models.CheckConstraint(
                condition=Q(contacted_on=None, answer=Answer.OPEN) | Q(contacted_on__isnull=False),
                name="leadership_answers_once_contacted",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user or self.membership)


class LeaderWords(AuthorityOwned):
    """What the leader concerned added to the case, on the leader's own page."""

    case = OwnedForeignKey(LeadershipCase, on_delete=models.PROTECT, related_name="leaders_words")
    words = models.TextField(_("words"), max_length=4000)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        verbose_name = _("words of a leader")
        verbose_name_plural = _("words of leaders")
        indexes = [models.Index(fields=["authority", "case"], name="leadership_words_of")]
        triggers = [only_added(people=("by_id",))]

    def __str__(self) -> str:
        return str(_("Words of the leader"))


@keep_history()
class Reinstatement(AuthorityOwned):
    """After a positive re-inspection: whether the leader leads again (L3). The closed case stays closed."""

    case = OwnedForeignKey(LeadershipCase, on_delete=models.PROTECT, related_name="reinstatements")
    raised_at = models.DateTimeField(_("raised at"))
    discussed_on = models.DateField(_("discussed on"), null=True, blank=True)
    is_reinstated = models.BooleanField(_("leads again"), null=True, blank=True)
    words = models.TextField(_("in words"), max_length=2000, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = person(_("decided by"), null=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["raised_at", "pk"]
        verbose_name = _("reinstatement")
        verbose_name_plural = _("reinstatements")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case"],
                condition=Q(decided_at=None),
                name="leadership_one_reinstatement",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, is_reinstated=None)
                | Q(decided_at__isnull=False, is_reinstated__isnull=False, discussed_on__isnull=False),
                name="leadership_decided_after_talk",
            ),
        ]
        indexes = [
            models.Index(
                fields=["authority", "raised_at"],
                condition=Q(decided_at=None),
                name="leadership_to_reinstate",
            )
        ]

    def __str__(self) -> str:
        return str(_("Reinstatement"))
