"""The email about a concern (C8). It is neutral: the same words, subject and sender for every occasion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import recipient
from accounts.selectors import people_to_write_to
from core.emails import AsOf, Email, Recipient, email_kind
from memberships.models.conduct import ConductConcern
from memberships.selectors.conduct import GroupToday


@email_kind("memberships.concern_moved")
class ConcernMoved(Email[AsOf[ConductConcern]]):
    """To everybody who sees the concern, but for whoever moved it: something waits.

    It says neither what nor about whom, nor in which group. One that is older than the concern's state is not
    sent any more.
    """

    is_noted = False
    template = "memberships/something_to_read"
    concern_id: int
    to_state: str
    by_id: int

    def load(self, at: datetime, /) -> AsOf[ConductConcern] | None:
        concern = ConductConcern.objects.filter(pk=self.concern_id).first()
        return AsOf(concern, timezone.localdate(at)) if concern is not None else None

    def still_true(self, row: AsOf[ConductConcern], /) -> bool:
        return row.row.state == self.to_state

    def recipients(self, row: AsOf[ConductConcern], /) -> Sequence[Recipient]:
        ids = GroupToday(row.row.collaboration_id, on=row.on).who_see(row.row)
        people = people_to_write_to(ids).exclude(pk=self.by_id).order_by("pk")
        return [recipient(person) for person in people]

    def subject(self, row: AsOf[ConductConcern], to: Recipient, /) -> str:
        return _("There is something for you to read")

    def reference(self, row: AsOf[ConductConcern], /) -> str:
        return f"read-{row.row.pk}-{self.to_state}"
