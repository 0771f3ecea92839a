"""The emails about cases. They are neutral: no subject and no line says what the task is or whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import recipient
from accounts.selectors import people_with_role
from core.emails import AsOf, Email, Recipient, email_kind
from leadership.models.cases import LeadershipCase, Sweep
from leadership.selectors.cases import ASSIGNING_ROLES, opened_by
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


@email_kind("leadership.tasks_found")
class TasksFound(Email[AsOf[Sweep]]):
    """To the managers: a check has opened cases, and somebody is to be found who takes them. One email a check,
    however many it opened; none where each has somebody, or is closed, meanwhile.
    """

    is_noted = False
    template = "leadership/new_task"
    sweep_id: int

    def load(self, at: datetime, /) -> AsOf[Sweep] | None:
        sweep = Sweep.objects.filter(pk=self.sweep_id).first()
        return AsOf(sweep, timezone.localdate(at)) if sweep is not None else None

    def still_true(self, found: AsOf[Sweep], /) -> bool:
        with every_case():
            return opened_by(found.row).filter(closed_at=None, assigned_to=None).exists()

    def recipients(self, found: AsOf[Sweep], /) -> Sequence[Recipient]:
        return [recipient(person) for person in people_with_role(*ASSIGNING_ROLES, on=found.on)]

    def subject(self, found: AsOf[Sweep], to: Recipient, /) -> str:
        return _("You have a new task")

    def reference(self, found: AsOf[Sweep], /) -> str:
        return f"tasks-{found.row.pk}"
