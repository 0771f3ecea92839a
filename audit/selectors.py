"""Reads of the trail."""

from __future__ import annotations

from django.db.models import QuerySet

from accounts.models import User
from accounts.permissions import Permission
from audit.models import Entry


def entries_for(user: User) -> QuerySet[Entry]:
    """The entries that a person may read, newest first: confidential ones only with the right to every case."""
    entries = Entry.objects.select_related("by").order_by("-at", "-pk")
    if user.has_perm(Permission.VIEW_ALL_CASES):
        return entries
    return entries.filter(is_confidential=False)


def entries_about(about_type: str, about_id: int, *, user: User) -> QuerySet[Entry]:
    """The story of one object, newest first."""
    return entries_for(user).filter(about_type=about_type, about_id=about_id)
