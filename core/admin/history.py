"""The story of a record in the admin.

The audit log is kept by an app above this one, which says here how to read it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: ``read(obj, user)`` gives entries, newest first, with ``at``, ``by_name`` and ``sentence``: those that the
#: person may see.
HistorySource = Callable[[Any, Any], Any]
MAX_SHOWN = 100
_source: dict[str, Any] = {}


def read_history_with(source: HistorySource, *, permission: str) -> None:
    """Name the one function that reads the audit log, and the permission that it takes."""
    _source.update(read=source, permission=permission)


def may_read_history(user: Any) -> bool:
    return bool(_source) and user.has_perm(_source["permission"])


def history_of(obj: Any, *, user: Any) -> list[Any]:
    """The newest hundred entries about an object that this person may see."""
    return list(_source["read"](obj, user)[:MAX_SHOWN])
