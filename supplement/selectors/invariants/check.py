"""S8: how a check of the money is written: a name, what must hold in words, and what finds the rows that fail
it.

In a check's SQL ``@run r`` is the table ``supplement_run`` of the authority in scope, called ``r``. It
selects the ids of what fails. What SQL cannot say is a function that answers the ids.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection
from django.utils.functional import Promise

from core.scoping import current_authority_id

#: So many ids of what fails are kept; all are counted.
MAX_KEPT = 20
_TABLE = re.compile(r"@([a-z_]+)")


class About(StrEnum):
    """What the ids of a check are of."""

    RUN = "run"
    CLAIM = "claim"
    PAYMENT = "payment"
    FILE = "file"
    GROUP = "group"
    CORRECTION = "correction"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Check:
    """``says``: what must hold."""

    name: str
    about: About
    says: Promise
    sql: str = ""
    finds: Callable[[], Iterable[int]] | None = None

    def failing(self) -> list[int]:
        """The ids of what fails the check, each once, in their order."""
        if self.finds is not None:
            return sorted(set(self.finds()))
        with connection.cursor() as cursor:
            cursor.execute(expanded(self.sql), {"authority": current_authority_id()})
            return sorted({row[0] for row in cursor.fetchall()})


def expanded(sql: str) -> str:
    """A check's SQL with its tables, each of the authority in scope."""
    return _TABLE.sub(lambda found: _of_authority(_name(found[1])), sql)


def _name(table: str) -> str:
    return table if "_" in table else f"supplement_{table}"


def _of_authority(table: str) -> str:
    return f"(SELECT * FROM {table} AS t WHERE t.authority_id = %(authority)s)"
