"""Whether somebody gets the weekly email with news. What is due comes in any case."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

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
