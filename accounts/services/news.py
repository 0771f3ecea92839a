"""Whether somebody gets the weekly email with news, and on which day. What is due comes in any case."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.selectors import affiliation_here
from accounts.signals import account_changed


@transaction.atomic
def choose_news(*, user: User, wanted: bool, at: datetime) -> None:
    """Switch the news by email off or on again, in the authority in scope. Pressed twice is once."""
    tie = affiliation_here(user, for_update=True)
    if tie is None or (tie.news_off_at is None) == wanted:
        return
    tie.news_off_at = None if wanted else at
    tie.save(update_fields=["news_off_at"])
    action = "news_started" if wanted else "news_stopped"
    account_changed.send(User, action=action, about=user, by=user, facts={})


@transaction.atomic
def choose_news_day(*, user: User, day: int, on: date) -> None:
    """Choose the day of the weekly email, 0 for Monday to 6, in the authority in scope. Pressed twice is once.

    Raises ValidationError at "news_day" for any other number.
    """
    if day not in range(7):
        raise ValidationError({"news_day": _("Select a day of the week")})
    tie = affiliation_here(user, for_update=True)
    if tie is None or tie.news_day == day:
        return
    tie.news_day, tie.news_day_chosen_on = day, on
    tie.save(update_fields=["news_day", "news_day_chosen_on"])
    facts = {"day": str(WEEKDAYS[day])}
    account_changed.send(User, action="news_day_chosen", about=user, by=user, facts=facts)
