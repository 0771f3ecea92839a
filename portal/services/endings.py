"""Roles and appointments that end soon or have ended: whoever holds one is told in time, so that nobody is
surprised, and so is who is to act.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from accounts.emails.roles import RoleEnded, RoleOfAnotherEnds
from accounts.models import RoleAppointment, can_work
from accounts.roles import Role
from accounts.selectors import people_with_role
from core.dates import last_day
from documents.models import OutboxMessage
from documents.services.outbox import SEND_EMAIL, send_emails_once
from memberships.services.endings import AHEAD, MADE_UP_FOR, tell_of_appointments_that_end

#: The occasions on which the holder of a role is written to (``RoleEnded.is_ahead``): 0 is by whoever ended it.
BEFORE, OVER = 1, 2


def tell_of_endings(*, on: date) -> int:
    """Ask for an email about each role and appointment that ends within 30 days of a day, or has ended; answers
    how many were asked for.

    Once for each end and each of the two occasions: run again it asks for nothing. A role that ends sooner has
    had its email.
    """
    return _tell_of_roles(on=on) + tell_of_appointments_that_end(on=on)


def _tell_of_roles(*, on: date) -> int:
    """The holder, and the early years managers of the day after."""
    own, others = [], []
    for occasion, until in ((BEFORE, on + AHEAD), (OVER, on)):
        rows = RoleAppointment.objects.filter(
            can_work(), ends_on__lte=until, ends_on__gt=until - MADE_UP_FOR, starts_on__lte=on
        )
        for row in rows.order_by("pk"):
            if _goes_on(row):
                continue
            facts: dict[str, Any] = {"role_id": row.pk, "ends_on": str(row.ends_on), "is_ahead": occasion}
            if occasion == BEFORE or not _was_told(row):
                own.append(RoleEnded(user_id=row.user_id, **facts))
            managers = people_with_role(Role.MANAGER, on=max(on, row.ends_on or on)).exclude(pk=row.user_id)
            others += [RoleOfAnotherEnds(user_id=person.pk, **facts) for person in managers]
    return send_emails_once(own) + send_emails_once(others)


def _goes_on(row: RoleAppointment) -> bool:
    """Whether the same person has the same role from the end on."""
    same = RoleAppointment.objects.filter(user=row.user_id, role=row.role)
    return row.ends_on is None or same.filter(starts_on=row.ends_on).exists()


def _was_told(row: RoleAppointment) -> bool:
    """Whether whoever ended the role did so on its last day or later, with an email that says so."""
    told = OutboxMessage.objects.filter(
        authority_id=row.authority_id,
        task=SEND_EMAIL,
        ids__kind=RoleEnded.name,
        ids__ids__role_id=row.pk,
        ids__ids__ends_on=str(row.ends_on),
        ids__ids__is_ahead=0,
    )
    return told.filter(created_at__date__gte=last_day(row.ends_on)).exists()
