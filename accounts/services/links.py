"""Links that open one task for one person (decision 0009)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import TaskLink, User

DAYS_OPEN = 28
#: A new link on request: not again within this time, nor more often in a day.
RENEWED_AGAIN_AFTER = timedelta(minutes=10)
MAX_A_DAY = 5


def make_link(
    *, purpose: str, about_id: int, email: str, at: datetime, user: User | None = None, days: int = DAYS_OPEN
) -> TaskLink:
    """A link for one person and one task. Its address is ``accounts.selectors.token_of``."""
    link: TaskLink = TaskLink.objects.create(
        purpose=purpose,
        about_id=about_id,
        email=email.strip().lower(),
        user=user,
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    return link


@transaction.atomic
def renew_link(*, link: TaskLink, at: datetime, days: int = DAYS_OPEN) -> TaskLink | None:
    """A new link for the same task to the same address, in the place of every earlier one of it.

    None where one was made within the last ten minutes, or ``MAX_A_DAY`` within a day: whoever holds an old
    link can fill nobody's mailbox. Two presses at once make one.
    """
    TaskLink.objects.select_for_update().get(pk=link.pk)
    same = TaskLink.objects.filter(purpose=link.purpose, about_id=link.about_id, email=link.email)
    lately = same.filter(made_at__gt=at - RENEWED_AGAIN_AFTER).exclude(pk=link.pk)
    if lately.exists() or same.filter(made_at__gt=at - timedelta(days=1)).count() >= MAX_A_DAY:
        return None
    same.filter(used_at=None, withdrawn_at=None).update(withdrawn_at=at)
    facts: dict[str, Any] = {
        "purpose": link.purpose,
        "about_id": link.about_id,
        "email": link.email,
        "user": link.user,
    }
    return make_link(**facts, at=at, days=days)


@transaction.atomic
def use_link(*, link: TaskLink, at: datetime) -> None:
    """Use a link up, in the transaction of what it was for.

    Raises ValidationError when somebody has used it meanwhile, or it is too late.
    """
    link = TaskLink.objects.select_for_update().get(pk=link.pk)
    if link.used_at or link.withdrawn_at or link.expires_at <= at:
        raise ValidationError(_("This link has been used already or no longer works."))
    link.used_at = at
    link.save(update_fields=["used_at"])


def prolong_links(*, purpose: str, about_id: int, until: datetime) -> int:
    """Let every open link of a task whose day has moved open until then; answers how many."""
    waiting = TaskLink.objects.filter(purpose=purpose, about_id=about_id, used_at=None, withdrawn_at=None)
    return waiting.update(expires_at=until)


def take_back_links(*, purpose: str, about_id: int, at: datetime) -> int:
    """End every open link of a task that has gone; answers how many."""
    waiting = TaskLink.objects.filter(purpose=purpose, about_id=about_id, used_at=None, withdrawn_at=None)
    return waiting.update(withdrawn_at=at)
