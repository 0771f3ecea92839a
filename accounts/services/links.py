"""Links that open one task for one person (decision 0009)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import TaskLink, User

DAYS_OPEN = 28


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
def use_link(*, link: TaskLink, at: datetime) -> None:
    """Use a link up, in the transaction of what it was for.

    Raises ValidationError when somebody has used it meanwhile, or it is too late.
    """
    link = TaskLink.objects.select_for_update().get(pk=link.pk)
    if link.used_at or link.withdrawn_at or link.expires_at <= at:
        raise ValidationError(_("This link has been used already or no longer works."))
    link.used_at = at
    link.save(update_fields=["used_at"])


def take_back_links(*, purpose: str, about_id: int, at: datetime) -> int:
    """End every open link of a task that has gone; answers how many."""
    waiting = TaskLink.objects.filter(purpose=purpose, about_id=about_id, used_at=None, withdrawn_at=None)
    return waiting.update(withdrawn_at=at)
