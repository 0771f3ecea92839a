"""Reads about loads of Ofsted's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import connection
from django.db.models import Q, QuerySet

from accounts.models import Authority
from core.scoping import current_authority_id
from ofsted.imports.scanning import HASH_BYTES
from ofsted.models import ImportRun, PlannedRow, RegisterName

STATE_LABELS = dict(ImportRun.State.choices)
ROW_LABELS = dict(PlannedRow.Kind.choices)


def runs() -> QuerySet[ImportRun]:
    """Every load, newest first, with who started it."""
    return ImportRun.objects.select_related("started_by").order_by("-started_at", "-pk")


def run_by_id(run_id: int) -> ImportRun | None:
    return ImportRun.objects.select_related("started_by", "loaded_by", "job").filter(pk=run_id).first()


def runs_waiting() -> list[ImportRun]:
    """Uploads that were compared and wait to be confirmed, newest first."""
    return list(ImportRun.objects.filter(state=ImportRun.State.READY).order_by("-started_at")[:5])


def last_load() -> ImportRun | None:
    return ImportRun.objects.filter(state=ImportRun.State.LOADED).order_by("-loaded_at").first()


def last_listed_on() -> date | None:
    """The day that the register stood for in the newest load."""
    last = last_load()
    return last.listed_on if last else None


def rows_of(run_id: int, *, kind: str = "", text: str = "") -> QuerySet[PlannedRow]:
    """What a load does to its rows, in the order of the file: of one
    kind, or those that a name or URN is looked for in.
    """
    rows = PlannedRow.objects.filter(run_id=run_id)
    if kind:
        rows = rows.filter(kind=kind)
    return (rows_with(rows, text) if text else rows).order_by("line", "pk")


def rows_with(rows: QuerySet[PlannedRow], text: str) -> QuerySet[PlannedRow]:
    """Those whose name holds a text, or whose URN is it."""
    return rows.filter(Q(name__icontains=text) | Q(urn__iexact=text))


def import_history(urn: str) -> QuerySet[PlannedRow]:
    """What loads did to one setting, newest first."""
    loaded = (
        PlannedRow.objects.filter(urn=urn, run__state=ImportRun.State.LOADED)
        if urn
        else PlannedRow.objects.none()
    )
    return loaded.select_related("run").order_by("-run__loaded_at", "-pk")


def register_names() -> list[str]:
    """What Ofsted's file calls the authority in scope: its own name until somebody chose another."""
    chosen = list(RegisterName.objects.order_by("name__in_order").values_list("name", flat=True))
    return chosen or [Authority.objects.values_list("name", flat=True).get(pk=current_authority_id())]


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of the last load as the register remembers them, packed:
    objects of them all would be most of a load's memory.
    """

    urns: str
    hashes: bytes

    def __iter__(self) -> Iterator[tuple[bytes, str]]:
        """Each row's hash and its URN."""
        urns = self.urns.split(",") if self.urns else []
        for number, urn in enumerate(urns):
            yield self.hashes[HASH_BYTES * number : HASH_BYTES * (number + 1)], urn

    @property
    def digest(self) -> str:
        """SHA-256: equal digests mean that a file is compared with the same rows."""
        return sha256(b"%s|%s" % (self.urns.encode(), self.hashes)).hexdigest()


KNOWN_SQL = """
    SELECT coalesce(string_agg(p.urn, ',' ORDER BY p.id), ''), coalesce(string_agg(p.file_row_hash, '' ORDER BY p.id), '')
      FROM providers_provider p
     WHERE p.authority_id = %(authority)s AND p.unlisted_since IS NULL AND length(p.file_row_hash) = %(length)s
"""


def known_rows() -> Known:
    """Of each setting listed in the last load: its URN and the hash of its line."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN_SQL, {"authority": current_authority_id(), "length": HASH_BYTES})
        urns, hashes = cursor.fetchone()
    return Known(urns, bytes(hashes))
