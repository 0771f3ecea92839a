"""Who gets the weekly email when."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from accounts.models import Affiliation, User
from accounts.selectors import people_to_write_to
from core.scoping import current_authority_id


def people_with_news_day(days: Collection[int]) -> QuerySet[User]:
    """Those who can work in the authority in scope and chose one of these days; 0 is Monday."""
    ties = Affiliation.objects.filter(authority_id=current_authority_id(), news_day__in=days)
    return people_to_write_to(ties.values("user_id"))
