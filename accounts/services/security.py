"""Security events: who signed in, failed, was limited or refused, from where, at which page (A3, decision 0029).

They are noted while a request is answered and written after it, outside its transaction: a refusal undoes
what the page wrote, not the event.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, connection

from accounts.models import SecurityEvent
from accounts.rules import EventKind
from accounts.services.limits import hashed

log = logging.getLogger("eyc.security")


@dataclass(frozen=True, slots=True)
class Noted:
    """What happened to whom. ``address`` is the email address that was typed; it is kept as a hash only."""

    kind: EventKind
    person_id: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened: authority, client's network address, the pattern of the page's address, request."""

    authority_id: int | None
    client: str
    route: str
    request_id: str = ""


def record_events(events: Iterable[Noted], *, place: Place, at: datetime) -> None:
    """To the log and to the table. A database that does not answer loses the row, not the line."""
    rows = [
        SecurityEvent(
            at=at,
            kind=event.kind,
            authority_id=place.authority_id,
            person_id=event.person_id,
            address_hash=hashed(event.address) if event.address else "",
            client=place.client or None,
            route=place.route[:200],
            request_id=place.request_id,
        )
        for event in events
    ]
    for row in rows:
        log.info("security event", extra=_line(row))
    try:
        SecurityEvent.objects.bulk_create(rows)
    except DatabaseError:
        log.exception("security events could not be kept")


def _line(row: SecurityEvent) -> dict[str, object]:
    return {
        "event": str(row.kind),
        "user": row.person_id,
        "address_hash": row.address_hash,
        "client": row.client,
        "route": row.route,
        "authority": row.authority_id,
        "request_id": row.request_id,
    }


def forget_events() -> int:
    """Remove what is older than its retention class, 13 months. Returns how many.

    The age stands in the function of the database, which alone may remove events: the application's role
    inserts and reads.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT accounts_forget_security_events()")
        return int(cursor.fetchone()[0])
