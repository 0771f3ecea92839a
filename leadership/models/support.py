"""Support that is switched off (L3), the days of each step, and who is away. None of it names a case: what
is switched off acts where it acts, once the report is published.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history, person
from core.models import AuthorityOwned, OwnedForeignKey
from leadership.rules.support import Switch


@keep_history()
class SupportSwitch(AuthorityOwned):
    """One kind of support that a collaboration does not get, ``[off_on, on_again_on)``. ``user``: the leader
    whom it concerns, where it concerns a person (Leaders' Days).
    """

    collaboration = OwnedForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="+", verbose_name=_("collaboration")
    )
    kind = models.CharField(_("support"), max_length=20, choices=Switch)
    user = person(_("leader"), null=True)
    off_on = models.DateField(_("from"))
    on_again_on = models.DateField(_("until"), null=True, blank=True)
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["-off_on", "pk"]
        verbose_name = _("support switched off")
        verbose_name_plural = _("support switched off")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "collaboration", "kind", "user"],
                condition=Q(on_again_on=None),
                nulls_distinct=False,
                name="leadership_switched_off_once",
            ),
            models.CheckConstraint(
                condition=Q(on_again_on=None) | Q(on_again_on__gte=F("off_on")),
                name="leadership_on_again_later",
            ),
        ]
        indexes = [
            models.Index(
                fields=["authority", "kind", "collaboration"],
                condition=Q(on_again_on=None),
                name="leadership_switched_off",
            )
        ]

    def __str__(self) -> str:
        return str(Switch(self.kind).label)


@keep_history()
class StepDays(AuthorityOwned):
    """Within how many days each step of a case is to be done: the authority's own numbers. None: the shipped."""

    contact_days = models.PositiveSmallIntegerField(_("first conversation"))
    support_days = models.PositiveSmallIntegerField(_("support offered"))
    letter_days = models.PositiveSmallIntegerField(_("letter sent"))
    succession_days = models.PositiveSmallIntegerField(_("next leader found"))
    remind_days = models.PositiveSmallIntegerField(_("reminded before"))

    class Meta(AuthorityOwned.Meta):
        verbose_name = _("days of the steps of a case")
        verbose_name_plural = _("days of the steps of a case")
        constraints = [models.UniqueConstraint(fields=["authority"], name="leadership_days_once")]

    def __str__(self) -> str:
        return str(_("Days of the steps of a case"))


@keep_history()
class Away(AuthorityOwned):
    """Days on which somebody of the team is away, ``[starts_on, ends_on)``: no case is given to them then."""

    user = person(_("person"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    by = person(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["starts_on", "pk"]
        verbose_name = _("time away")
        verbose_name_plural = _("times away")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="leadership_away_for_a_day")
        ]
        indexes = [models.Index(fields=["authority", "user", "starts_on"], name="leadership_away_of")]

    def __str__(self) -> str:
        return str(_("Away"))
