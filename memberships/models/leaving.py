"""What a leaving member hands over (C6)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import keep_history
from core.models import AuthorityOwned, OwnedForeignKey
from memberships.models.members import Membership


@keep_history()
class HandOver(AuthorityOwned):
    """One thing that a leaving member does for the group, and who takes
    it over: an action, an office, papers to give back.
    """

    class Kind(models.TextChoices):
        ACTION = "action", _("An action or a task")
        DOCUMENTS = "documents", _("Documents and materials")
        MONEY = "money", _("Money of the group")
        OTHER = "other", _("Something else")

    membership = OwnedForeignKey(
        Membership, on_delete=models.CASCADE, related_name="hand_overs", verbose_name=_("member")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.ACTION)
    what = models.CharField(_("what is handed over"), max_length=200)
    #: What it stands for where an app noted it, such as "meetings.meetingaction:12": it follows the hand-over.
    about = models.CharField(max_length=60, blank=True, editable=False)
    taken_by = OwnedForeignKey(
        Membership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="takes_over",
        verbose_name=_("who takes it over"),
    )
    done_on = models.DateField(_("handed over on"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    class Meta(AuthorityOwned.Meta):
        ordering = ["kind", "pk"]
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        indexes = [models.Index(fields=["authority", "membership"], name="memberships_hand_overs_of")]

    def __str__(self) -> str:
        return self.what
