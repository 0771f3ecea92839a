"""Security events: who signed in, failed, was limited or refused, from where, at which page (A3, decision
0029).

They are noted while a request is answered and written after it, outside its transaction: a refusal undoes
what the page wrote, not the event.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError

from accounts.models import SecurityEvent
from accounts.rules import EventKind
from accounts.services.limits import hashed

log = logging.getLogger("eyc.security")
#: The retention class of security events: a year and the month of its review.
KEPT = timedelta(days=396)


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


def forget_events(*, at: datetime) -> int:
    """Remove what is past its retention. Returns how many.

    The database lets the application's role remove nothing younger: a policy of the table says the same age.
    """
    return SecurityEvent.objects.filter(at__lt=at - KEPT).delete()[0]
