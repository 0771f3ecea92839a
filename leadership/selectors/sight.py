"""Whose sight of leadership cases the present transaction has: the one place that says so.

Row-level security of the tables of cases reads ``app.case_sight``, a transaction-local setting of PostgreSQL:
nothing (no case exists), a person's id (the cases on whose list the person stands), or ``all`` (managers, and
the product's own work). To whoever asks without it a case does not exist, whatever the query forgets.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from accounts.models import User
from accounts.permissions import Permission

SETTING = "app.case_sight"
ALL = "all"


def take_sight(user: User) -> None:
    """From now to the end of the transaction, which is the request: the cases that this person may see."""
    _tell(ALL if user.has_perm(Permission.VIEW_ALL_CASES) else str(int(user.pk)))


@contextmanager
def every_case() -> Iterator[None]:
    """The product's own work, a service or the nightly check: every case of the authority in scope."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT current_setting('{SETTING}', true)")
            before = cursor.fetchone()[0] or ""
        _tell(ALL)
        yield
        if not connection.needs_rollback:
            _tell(before)


def _tell(value: str) -> None:
    # Nothing but ``all``, a number or nothing comes here; SET LOCAL takes no parameters.
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {SETTING} = '{value}'")
