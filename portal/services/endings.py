"""Roles over the authority that end soon: whoever holds one is told in time, so that nobody is surprised."""

from __future__ import annotations

from datetime import date, timedelta

from accounts.emails.roles import RoleEnded
from accounts.models import RoleAppointment, can_work
from documents.services.outbox import send_emails_once

#: A role is spoken of so many days before its end; nights that did not run are made up for.
AHEAD, MADE_UP_FOR = timedelta(days=30), timedelta(days=7)


def tell_of_endings(*, on: date) -> int:
    """Ask for an email about each role that ends within 30 days of a day; answers how many were asked for.

    Once for each end: run again it asks for nothing. A role that ends sooner has had its email.
    """
    ends_by, ends_after = on + AHEAD, on + AHEAD - MADE_UP_FOR
    roles = RoleAppointment.objects.filter(
        can_work(), ends_on__lte=ends_by, ends_on__gt=ends_after, starts_on__lte=on
    )
    return send_emails_once(
        [
            RoleEnded(role_id=row.pk, user_id=row.user_id, ends_on=str(row.ends_on), is_ahead=1)
            for row in roles.order_by("pk")
        ]
    )
