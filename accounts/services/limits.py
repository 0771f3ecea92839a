"""How often something may be tried: counted in the database, by client and address together (decision 0029).

A stranger who guesses somebody's password slows down the stranger's own client. A browser that has signed in
before is counted by itself, so it is not slowed down by anybody else.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from django.db import connection

from accounts import rules
from accounts.models import AttemptCount
from accounts.rules import Limit
from core.keys import Use, keys_of

#: What counts are kept of is no longer than the longest ``forget_after``.
COUNTS_KEPT = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a try comes from.

    ``client`` is the client's network address ("" when unknown), ``device`` the mark of a browser that has
    signed in to this address before ("" when it has not).
    """

    client: str
    device: str = ""


def hashed(text: str) -> str:
    """The keyed hash of an address or of what is counted: 64 hexadecimal digits, of no use without the key.

    The one place that knows the key. After a change of it counts begin anew and older events are no longer
    found by their address.
    """
    key = keys_of(Use.ADDRESSES)[0].encode()
    return hmac.new(key, text.strip().lower().encode(), hashlib.sha256).hexdigest()


TAKE_SQL = """
    INSERT INTO accounts_attemptcount AS kept (key, number, last_at) VALUES (%(key)s, 1, %(at)s)
    ON CONFLICT (key) DO UPDATE
       SET number = CASE WHEN kept.last_at < %(forgotten)s THEN 1 ELSE kept.number + 1 END, last_at = %(at)s
     WHERE kept.last_at < %(forgotten)s
        OR kept.number < %(free)s
        OR kept.last_at + make_interval(secs => LEAST(
               %(first)s * power(2, LEAST(kept.number - %(free)s, 20)), %(most)s)) <= %(at)s
 RETURNING number"""


def take(limit: Limit, *what: str, at: datetime) -> int:
    """Count one try, if it may be made now. Returns the seconds to wait, 0 when it was counted.

    One statement: of many tries at once no more are counted than the limit says.
    """
    values: dict[str, Any] = {
        "key": _key(what),
        "at": at,
        "forgotten": at - timedelta(seconds=limit.forget_after),
        "free": limit.free,
        "first": limit.first_wait,
        "most": limit.max_wait,
    }
    with connection.cursor() as cursor:
        cursor.execute(TAKE_SQL, values)
        if cursor.fetchone():
            return 0
    return max(1, wait(limit, *what, at=at))


def wait(limit: Limit, *what: str, at: datetime) -> int:
    """The seconds until the next try may be made; counts nothing."""
    count = AttemptCount.objects.filter(key=_key(what)).first()
    if count is None or at - count.last_at > timedelta(seconds=limit.forget_after):
        return 0
    passed = (at - count.last_at).total_seconds()
    return max(0, ceil(limit.wait_after(count.number) - passed))


def is_used_up(limit: Limit, *what: str, at: datetime) -> bool:
    """Whether all tries that are made at once have been made."""
    since = at - timedelta(seconds=limit.forget_after)
    return AttemptCount.objects.filter(key=_key(what), last_at__gte=since, number__gte=limit.free).exists()


def forget(*what: str) -> None:
    AttemptCount.objects.filter(key=_key(what)).delete()


def _count(limit: Limit, *what: str, at: datetime) -> None:
    """Count what has happened, whether or not it should have."""
    always = Limit(2**31 - 1, 0, 0, limit.forget_after)
    take(always, *what, at=at)


def _key(what: tuple[str, ...]) -> str:
    return hashed("limit\n" + "\n".join(what))


def clear_counts(*, before: datetime) -> int:
    """Remove counts whose last try is so long ago. Returns how many."""
    return AttemptCount.objects.filter(last_at__lt=before).delete()[0]


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess of ``kind`` ("password", "factor") at the secret of an email address."""

    kind: str
    address: str
    visitor: Visitor

    def begin(self, *, at: datetime) -> int:
        """Count the guess before it is compared. Returns the seconds to wait, 0 when it may be compared."""
        if self.visitor.device:
            return take(rules.GUESSES_OF_DEVICE, *self._own(), at=at)
        if seconds := wait(rules.GUESSES_AT_ADDRESS, *self._at_address(), at=at):
            return seconds
        is_busy = is_used_up(rules.GUESSES_OF_CLIENT_IN_ALL, *self._of_client(), at=at)
        limit = rules.GUESSES_OF_BUSY_CLIENT if is_busy else rules.GUESSES_OF_CLIENT
        return take(limit, *self._own(), at=at)

    def was_wrong(self, *, at: datetime) -> None:
        if not self.visitor.device:
            _count(rules.GUESSES_AT_ADDRESS, *self._at_address(), at=at)
            _count(rules.GUESSES_OF_CLIENT_IN_ALL, *self._of_client(), at=at)

    def was_right(self) -> None:
        forget(*self._own())

    def _own(self) -> tuple[str, ...]:
        where = self.visitor.device or self.visitor.client
        return self.kind, "device" if self.visitor.device else "client", where, self.address

    def _at_address(self) -> tuple[str, ...]:
        return self.kind, "address", self.address

    def _of_client(self) -> tuple[str, ...]:
        return self.kind, "all", self.visitor.client


def ask_for_email(address: str, visitor: Visitor, *, at: datetime) -> int:
    """Count an email that somebody asks for by typing an address, whether or not an account has it.

    Returns the seconds to wait, 0 when it may be sent.
    """
    where = visitor.device or visitor.client
    if seconds := take(rules.EMAILS_OF_CLIENT, "email", where, address, at=at):
        return seconds
    if visitor.device:
        return 0
    if seconds := take(rules.EMAILS_TO_ADDRESS, "email", "address", address, at=at):
        return seconds
    return take(rules.EMAILS_OF_CLIENT_IN_ALL, "email", "all", visitor.client, at=at)
