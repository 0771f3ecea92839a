"""Reads about loads of Ofsted's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import connection
from django.db.models import Q, QuerySet

from accounts.models import Authority
from core.reading.account import Account
from core.scoping import current_authority_id
from ofsted.imports.columns import COLUMNS
from ofsted.imports.layouts import shown
from ofsted.imports.scanning import HASH_BYTES
from ofsted.models import ImportRun, PlannedRow, RegisterName
from ofsted.rules.absence import Absence
from ofsted.rules.doubts import Doubt
from ofsted.rules.loads import RowKind, doubts_of
from ofsted.selectors.policy_changes import Member, members_on
from providers.models import Provider

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


def newest_load() -> ImportRun | None:
    """The load of the newest file: the one with the newest day, whenever it was carried out (O7)."""
    return (
        ImportRun.objects.filter(state=ImportRun.State.LOADED, listed_on__isnull=False)
        .order_by("-listed_on", "-loaded_at", "-pk")
        .first()
    )


def newest_day() -> date | None:
    """The day that the register stands for: that of the newest file loaded."""
    newest = newest_load()
    return newest.listed_on if newest else None


def headings_had() -> dict[str, str]:
    """The headings of the file of the newest load, by their columns' keys.

    Empty where nothing is known of them.
    """
    newest = newest_load()
    fields = Account.from_json(newest.account).fields if newest else ()
    return {field: shown(field) for field in fields if field in COLUMNS}


def doubts_about_run(run: ImportRun) -> list[Doubt]:
    """What a person must tick before this run is loaded."""
    newest = newest_load()
    return doubts_of(
        Account.from_json(run.account),
        Absence.from_stored(run.absence),
        counts=run.counts,
        listed_on=run.listed_on,
        newest=newest.listed_on if newest else None,
        had=headings_had(),
        rows_before=Account.from_json(newest.account).all_rows if newest else 0,
    )


def rows_of(run_id: int, *, kind: str = "", text: str = "") -> QuerySet[PlannedRow]:
    """What a load does to its rows, in the order of the file: of one
    kind, or those that a name or URN is looked for in.
    """
    rows = PlannedRow.objects.filter(run_id=run_id)
    if kind:
        rows = rows.filter(kind=kind)
    return (rows_with(rows, text) if text else rows).order_by("line", "pk")


@dataclass(frozen=True, slots=True)
class RejectedMember:
    """A rejected row whose setting is a member, so that its judgement is needed: an officer must look."""

    row: PlannedRow
    member: Member


def rejected_members(run: ImportRun, *, on: date) -> list[RejectedMember]:
    """Rejected rows of settings that are members on a day, those with leaders first."""
    rejected = {row.urn: row for row in rows_of(run.pk, kind=RowKind.REJECTED) if row.urn}
    if not rejected:
        return []
    urns = dict(Provider.objects.filter(urn__in=rejected).values_list("pk", "urn"))
    concerned = [
        RejectedMember(rejected[urns[member.provider_id]], member)
        for member in members_on(on)
        if member.provider_id in urns
    ]
    return sorted(concerned, key=lambda each: (not each.member.leaders, each.row.line or 0))


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
