"""The admin's history pages read the audit log.

The log itself has its own pages (audit.views); nothing is registered here.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.permissions import Permission
from audit.models import Entry
from audit.selectors import entries_about
from core.admin.history import read_history_with


def story_of(obj: Any, user: User) -> QuerySet[Entry]:
    return entries_about(obj._meta.label_lower, obj.pk, user=user)


read_history_with(story_of, permission=Permission.VIEW_AUDIT)
