"""Whose sight of leadership cases the present transaction has: the one place that says so.

Row-level security of the tables of cases reads ``app.case_sight``, a transaction-local setting of PostgreSQL:
nothing (no case exists), a person's id and a day (the cases on whose list the person stands on that day), or
``all`` (managers, and the product's own work). To whoever asks without it a case does not exist, whatever the
query forgets. Each scope, a request or a task, begins with nothing (``core.scoping.cover_with``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission
from core.scoping import told

SETTING = "app.case_sight"
ALL = "all"


def sight_of(user: User) -> str:
    """What the setting says for a person today."""
    if user.has_perm(Permission.VIEW_ALL_CASES):
        return ALL
    return f"{int(user.pk)} {timezone.localdate():%Y-%m-%d}" if user.pk is not None else ""


def take_sight(user: User) -> None:
    """From now to the end of the scope, which is the request: the cases that this person may see."""
    # Nothing but ``all``, a number with a day or nothing comes here; SET LOCAL takes no parameters.
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {SETTING} = '{sight_of(user)}'")


@contextmanager
def every_case() -> Iterator[None]:
    """The product's own work, a service or the nightly check: every case of the authority in scope."""
    with told(SETTING, ALL):
        yield
