"""The email about a case. It is neutral: no subject and no line says what the task is or whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.emails.bases import recipient
from core.emails import Email, Recipient, email_kind
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case


@email_kind("leadership.case_assigned")
class CaseAssigned(Email[LeadershipCase]):
    """To an officer: a task waits, unless the case has gone to somebody else meanwhile."""

    is_noted = False
    template = "leadership/new_task"
    case_id: int
    user_id: int
    assigned_at: str

    def load(self, at: datetime, /) -> LeadershipCase | None:
        with every_case():
            return LeadershipCase.objects.select_related("assigned_to").filter(pk=self.case_id).first()

    def still_true(self, case: LeadershipCase, /) -> bool:
        return case.assigned_to_id == self.user_id

    def recipients(self, case: LeadershipCase, /) -> Sequence[Recipient]:
        return [recipient(case.assigned_to)] if case.assigned_to is not None else []

    def subject(self, case: LeadershipCase, to: Recipient, /) -> str:
        return _("You have a new task")

    def reference(self, case: LeadershipCase, /) -> str:
        return f"task-{case.pk}-{self.assigned_at}"
