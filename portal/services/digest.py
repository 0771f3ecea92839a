"""The weekly email: what is new in one's groups, and what one is to do; and the day's email of what could wait."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from accounts.selectors import people_here, people_to_write_to
from documents.services.held_emails import collect_held
from documents.services.outbox import send_emails_once
from portal.emails import DailyDigest, WeeklyDigest


def send_digests(*, on: date) -> int:
    """Ask for the email of the week of a day, for everybody who can sign in; answers how many were asked for.

    Whoever has nothing new and nothing to do gets none: that is seen when the email is made. Run again in the
    same week, it asks for nothing.
    """
    monday = on - timedelta(days=on.weekday())
    people = people_to_write_to(people_here().values("pk")).order_by("pk").values_list("pk", flat=True)
    return send_emails_once([WeeklyDigest(user_id=person, week=str(monday)) for person in people])


@transaction.atomic
def send_day(*, on: date) -> int:
    """Ask for the email of a day, for everybody for whom something waits; answers how many were asked for.

    Run again on the same day, it asks for nothing more. Killed at any point, it has done all or nothing.
    """
    people = collect_held(on=on)
    return send_emails_once([DailyDigest(user_id=person, day=str(on)) for person in people])
