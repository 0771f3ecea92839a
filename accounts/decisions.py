"""Models of what the team decides about a person of its authority (A2, decision 0049). Loaded by
``accounts.apps`` beside ``accounts.models``.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.models import AuthorityOwned


class Decision(AuthorityOwned):
    """That something was taken away from somebody, or that somebody was blocked here or let in again: who
    decided it, when and why.

    A role that began today is removed when it is taken away, so that nothing ever counts it: this row keeps
    what it was.
    """

    class Kind(models.TextChoices):
        TAKEN_AWAY = "taken_away", _("Taken away")
        BLOCKED = "blocked", _("Blocked here")
        OPENED = "opened", _("Let in again")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    #: What was taken away, and from when it was to hold, as it read then.
    what = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(AuthorityOwned.Meta):
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["authority", "user", "-at"], name="accounts_decision_newest")]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Correction(AuthorityOwned):
    """A change of somebody's name or address, or two accounts of one person becoming one here, that waits for
    the person.

    ``user`` is the person it is about. ``into`` is set for a merge: the account that takes everything of
    this authority over. Too old: nobody answered before ``expires_at``, which no row says.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for the person")
        CONFIRMED = "confirmed", _("Confirmed")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Taken back")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    into = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    full_name = models.CharField(max_length=150)
    email = models.EmailField()
    reason = models.TextField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    answered_at = models.DateTimeField(null=True)

    class Meta(AuthorityOwned.Meta):
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "user"],
                condition=Q(state="waiting"),
                name="accounts_correction_one_waits",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", answered_at__isnull=True)
                | (~Q(state="waiting") & Q(answered_at__isnull=False)),
                name="accounts_correction_answered",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name
