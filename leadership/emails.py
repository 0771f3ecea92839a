"""Letters about cases. They are neutral: no subject and no line says what the task is or whom it concerns."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import User
from core.mail import Letter


def new_task_letter(officer: User, *, reference: str) -> Letter:
    return Letter(
        to=officer.email,
        subject=_("You have a new task"),
        template="leadership/new_task",
        context={"name": officer.get_short_name()},
        reference=reference,
    )
