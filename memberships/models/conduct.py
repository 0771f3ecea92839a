"""Concerns about how a member works with the others (C8).

Read by the leaders and by those concerned, by nobody else.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collaborations.models import Collaboration
from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership
from memberships.rules.conduct import ConcernDecision, ConcernState


@keep_history()
class ConductConcern(AuthorityOwned):
    """Raised, discussed, decided by the group, closed.

    A decision to remove is carried out by people: nothing here ends a membership.
    """

    State = ConcernState

    Decision = ConcernDecision

    collaboration = OwnedForeignKey(Collaboration, on_delete=models.PROTECT, related_name="conduct_concerns")
    about = OwnedForeignKey(
        Membership, on_delete=models.PROTECT, related_name="conduct_concerns", verbose_name=_("member")
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("raised by")
    )
    raised_at = models.DateTimeField(_("raised at"))
    words = models.TextField(_("what happened"))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.RAISED)
    decision = models.CharField(_("decision"), max_length=12, choices=Decision, blank=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-raised_at", "-pk"]
        verbose_name = _("concern about conduct")
        verbose_name_plural = _("concerns about conduct")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="decided") | ~Q(decision=""), name="memberships_concern_decided_how"
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "collaboration", "state"], name="memberships_concerns_of")
        ]

    def __str__(self) -> str:
        return str(_("Concern %(number)s") % {"number": self.pk})


class ConductStep(AuthorityOwned):
    """One move of a concern, with the words written at the time. Rows are only added."""

    concern = OwnedForeignKey(ConductConcern, on_delete=models.PROTECT, related_name="steps")
    to_state = models.CharField(_("state"), max_length=12, choices=ConductConcern.State)
    on = models.DateField(_("on"))
    words = models.TextField(_("in words"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta(AuthorityOwned.Meta):
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "concern", "to_state"], name="memberships_concern_step_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.concern}: {self.get_to_state_display()}"
