"""The weekly email: what is new in one's groups, and what one is to do."""

from __future__ import annotations

from datetime import date, timedelta

from accounts.selectors import people_here
from documents.services.outbox import send_emails_once
from portal.emails import WeeklyDigest


def send_digests(*, on: date) -> int:
    """Ask for the email of the week of a day, for everybody who can sign in; answers how many were asked for.

    Whoever has nothing new and nothing to do gets none: that is seen when the email is made. Run again in the
    same week, it asks for nothing.
    """
    monday = on - timedelta(days=on.weekday())
    people = people_here().filter(is_active=True).order_by("pk").values_list("pk", flat=True)
    return send_emails_once([WeeklyDigest(user_id=person, week=str(monday)) for person in people])
