"""Letters about concerns (C8). They are neutral: no subject and no line says what waits or whom it concerns."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import User
from core.mail import Letter


def something_to_read_letter(person: User, *, reference: str) -> Letter:
    return Letter(
        to=person.email,
        subject=_("There is something for you to read"),
        template="memberships/something_to_read",
        context={"name": person.get_short_name()},
        reference=reference,
    )
