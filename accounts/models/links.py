"""Links in letters that open one task and nothing else."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from accounts.models.people import User
from core.models import AuthorityOwned


class TaskLink(AuthorityOwned):
    """One link: what for, about which row, to whom, until when. Its address holds the row's number and our signature, no secret of its own.

    Opening it shows the task (mail scanners open links); only the button acts, and then the link is used up.
    """

    purpose = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    email = models.EmailField()
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(AuthorityOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True), name="accounts_link_used_or_withdrawn"
            ),
        ]
        indexes = [models.Index(fields=["authority", "purpose", "about_id"], name="accounts_links_about")]

    def __str__(self) -> str:
        return self.purpose
