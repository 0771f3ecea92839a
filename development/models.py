"""The development plan of a collaboration, and the reviews that its ways of working ask for."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from development.rules import PlanState
from providers.models import Provider


@keep_history()
class DevelopmentPlan(AuthorityOwned):
    """What the group works on together between two days, ``[starts_on, ends_on)``."""

    State = PlanState

    collaboration = OwnedForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="development_plans",
        verbose_name=_("collaboration"),
    )
    title = models.CharField(_("title"), max_length=120)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("last day"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    evaluation = models.TextField(_("the effect on teaching and learning"), blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("development plan")
        verbose_name_plural = _("development plans")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="development_plan_ends_later"
            ),
            models.UniqueConstraint(
                fields=["authority", "collaboration"],
                condition=Q(state="current"),
                name="development_one_current_plan",
            ),
        ]
        indexes = [models.Index(fields=["authority", "collaboration", "state"], name="development_plans_of")]

    def __str__(self) -> str:
        return self.title


@keep_history()
class Objective(AuthorityOwned):
    """One aim: why (the data behind it), how the group will know, and what came of it."""

    plan = OwnedForeignKey(DevelopmentPlan, on_delete=models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField(default=0)
    aim = models.CharField(_("objective"), max_length=300)
    data_behind = models.TextField(_("the data behind it"), blank=True)
    success_measure = models.TextField(_("how you will know"), blank=True)
    evaluation = models.TextField(_("the effect on teaching and learning"), blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        indexes = [models.Index(fields=["authority", "plan"], name="development_objectives_of")]

    def __str__(self) -> str:
        return self.aim


@keep_history()
class PlanAction(AuthorityOwned):
    """One thing that a setting does by a day, and what it costs. ``person``: who does it there, if agreed;
    ``done_words``: what whoever did it said of it.
    """

    objective = OwnedForeignKey(Objective, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField(_("action"), max_length=300)
    owner = OwnedForeignKey(
        Provider,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who does it"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("the person there"),
    )
    due_on = models.DateField(_("by"), null=True, blank=True)
    cost_pence = models.PositiveIntegerField(_("cost in pence"), default=0)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_words = models.CharField(_("how it went"), max_length=300, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["due_on", "pk"]
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        indexes = [models.Index(fields=["authority", "objective"], name="development_actions_of")]

    def __str__(self) -> str:
        return self.what
