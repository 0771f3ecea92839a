"""Writing the audit log and sealing it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.models import Entry, Seal
from audit.rules.actions import deed_of
from audit.rules.deeds import Deed
from audit.rules.sentences import SENTENCES, sentence
from core.scoping import current_authority_id


def record(
    action: Deed | str,
    *,
    about: models.Model,
    by: User | None,
    confidential: bool = False,
    details: dict[str, Any] | None = None,
    **facts: object,
) -> Entry:
    """Write the entry of a deed, inside the deed's own transaction.

    ``by=None`` is the software itself (the timetable).

    ``facts`` fill the sentence; ``details`` are kept beside it (for example ``{"name": [before, after]}``).
    """
    entry = _entry(
        deed_of(action), about=about, by=by, confidential=confidential, details=details, facts=facts
    )
    entry.save(force_insert=True)
    return entry


EACH_SQL = """
    INSERT INTO audit_entry (authority_id, at, by_id, by_name, action, about_type, about_id, about_name, sentence, facts,
                             is_confidential)
    SELECT a.authority_id, %(at)s, %(by)s, %(by_name)s, %(action)s, %(about_type)s, a.id, '', %(sentence)s, '{{}}', true
      FROM {table} a WHERE a.authority_id = %(authority)s AND a.id = ANY(%(ids)s) ORDER BY a.id"""


def record_each(
    action: Deed | str, *, about: type[models.Model], ids: Collection[int], by: User | None
) -> None:
    """The same confidential deed done to many rows: an entry for each, in one statement.

    Its sentence names no row.
    """
    if "{about}" in SENTENCES[deed_of(action)]:
        raise ValueError(f"the sentence of {action} names what it is about")
    if not ids:
        return
    like = _entry(deed_of(action), about=about(), by=by, confidential=True, details=None, facts={})
    values: dict[str, Any] = {
        "authority": current_authority_id(),
        "at": like.at,
        "by": like.by_id,
        "by_name": like.by_name,
        "action": like.action,
        "about_type": like.about_type,
        "sentence": like.sentence,
        "ids": list(ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(EACH_SQL.format(table=connection.ops.quote_name(about._meta.db_table)), values)


def _entry(
    action: Deed,
    *,
    about: models.Model,
    by: User | None,
    confidential: bool,
    details: dict[str, Any] | None,
    facts: dict[str, object],
) -> Entry:
    if not connection.in_atomic_block:
        raise RuntimeError(f"{action} was recorded outside the transaction of the deed")
    about_name = str(about)[:300]
    return Entry(
        at=timezone.now(),
        by=by,
        by_name=str(by) if by else _("The software"),
        action=action,
        about_type=about._meta.label_lower,
        about_id=about.pk,
        about_name=about_name if not confidential else "",
        sentence=sentence(action, about=about_name, facts=facts, translate=_),
        facts={**{name: _plain(value) for name, value in facts.items()}, **(details or {})},
        is_confidential=confidential,
    )


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float, bool, list, dict, type(None))) else str(value)


@transaction.atomic
def seal_entries(*, before: datetime) -> Seal | None:
    """Chain one SHA-256 over the entries since the last seal and older than ``before``.

    Returns None when there is nothing new.

    ``before`` lies some minutes back: ids are given before their transaction commits, so the newest ones may
    still have gaps. A lock keeps two runs from making two seals over the same rows.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('audit.seal'))")
    last = Seal.objects.order_by("-pk").first()
    unsealed = Entry.objects.filter(pk__gt=last.last_entry_id if last else 0).order_by("pk")
    too_new = unsealed.filter(at__gte=before).first()
    entries = list(unsealed.filter(pk__lt=too_new.pk) if too_new else unsealed)
    if not entries:
        return None
    previous = last.value if last else ""
    return Seal.objects.create(
        at=timezone.now(),
        first_entry_id=entries[0].pk,
        last_entry_id=entries[-1].pk,
        entries=len(entries),
        previous=previous,
        digest_version=NEWEST_DIGEST,
        value=digest(previous, entries),
    )


def _eight_columns(entry: Entry) -> object:
    """Version 1: the columns that were thought of in 2026, which left three out."""
    return [
        entry.pk,
        entry.at.isoformat(),
        entry.by_id,
        entry.action,
        entry.about_type,
        entry.about_id,
        entry.sentence,
        entry.facts,
    ]


def _every_column(entry: Entry) -> object:
    """Version 2: every column that the entry's table has, by name.

    A column that is added later holds nothing in the entries sealed before: where it holds its default it is
    left out, so that older seals still fit.
    """
    values = {}
    for field in entry._meta.concrete_fields:
        value = getattr(entry, field.attname)
        if field.attname not in FIRST_COLUMNS and value == field.get_default():
            continue
        values[field.attname] = value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
    return values


#: The columns when version 2 began. They are sealed whatever they hold.
FIRST_COLUMNS = frozenset(
    {
        "id",
        "authority_id",
        "at",
        "by_id",
        "by_name",
        "action",
        "about_type",
        "about_id",
        "about_name",
        "sentence",
        "facts",
        "is_confidential",
    }
)
#: What each version of the digest reads of an entry. A seal says its version: never change one, add the next.
DIGESTS: Mapping[int, Callable[[Entry], object]] = {1: _eight_columns, 2: _every_column}
NEWEST_DIGEST = max(DIGESTS)


def digest(previous: str, entries: list[Entry], *, version: int = NEWEST_DIGEST) -> str:
    """SHA-256, in hexadecimal, over the previous seal and each entry's content in the order of its id."""
    total = hashlib.sha256(previous.encode())
    content = DIGESTS[version]
    for entry in entries:
        total.update(json.dumps(content(entry), sort_keys=True, cls=DjangoJSONEncoder).encode())
    return total.hexdigest()


def broken_seals() -> list[Seal]:
    """Seals whose entries no longer give their value: somebody changed, removed or slipped in a row.

    The versions of the digest only rise: a seal that says an older version than the one before it would let
    columns go unsealed.
    """
    broken, previous, version, last_id = [], "", min(DIGESTS), 0
    for seal in Seal.objects.order_by("pk"):
        entries = list(Entry.objects.filter(pk__gt=last_id, pk__lte=seal.last_entry_id).order_by("pk"))
        fits = (
            seal.previous == previous
            and seal.entries == len(entries)
            and seal.digest_version in DIGESTS
            and seal.digest_version >= version
            and seal.value == digest(previous, entries, version=seal.digest_version)
        )
        if not fits:
            broken.append(seal)
        previous, version = seal.value, max(version, seal.digest_version)
        last_id = seal.last_entry_id
    return broken
