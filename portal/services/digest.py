"""The weekly email: what is new in one's groups, and what one is to do; and the day's email of what could
wait.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from documents.services.held_emails import collect_held
from documents.services.outbox import send_emails_once
from portal.emails import DailyDigest, WeeklyDigest
from portal.selectors.weekly import people_with_news_day


def send_digests(*, on: date) -> int:
    """Ask for the email of the week of a day, for everybody who can sign in and whose day of the week has
    come; answers how many were asked for.

    Whoever has nothing new and nothing to do gets none: that is seen when the email is made. Nobody is asked
    for twice in a week, whatever day they choose meanwhile; what a day missed, the next makes up for.
    """
    monday = on - timedelta(days=on.weekday())
    days = range(on.weekday() + 1)
    people = people_with_news_day(days).order_by("pk").values_list("pk", flat=True)
    return send_emails_once([WeeklyDigest(user_id=person, week=str(monday)) for person in people])


@transaction.atomic
def send_day(*, on: date) -> int:
    """Ask for the email of a day, for everybody for whom something waits; answers how many were asked for.

    Run again on the same day, it asks for nothing more. Killed at any point, it has done all or nothing.
    """
    people = collect_held(on=on)
    return send_emails_once([DailyDigest(user_id=person, day=str(on)) for person in people])
