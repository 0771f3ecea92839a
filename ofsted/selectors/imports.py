"""Reads about loads of Ofsted's file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from accounts.models import Authority
from core.reading.account import Account
from core.scoping import current_authority_id
from documents.models import StoredFile, state_choices
from ofsted.imports.layouts import shown
from ofsted.imports.registry import TABLES
from ofsted.models import ImportRun, PlannedRow, RegisterName
from ofsted.rules.absence import Absence
from ofsted.rules.doubts import Doubt
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import RowKind, doubts_of
from ofsted.selectors.keys import holders_of, numbers_in_files
from ofsted.selectors.policy_changes import Member, members_on
from providers.models import Provider

#: The kinds of file that can be loaded.
FILE_LABELS = {kind.value: kind.label for kind in FileKind if kind in {table.kind for table in TABLES}}
#: So many uploads that wait are named.
MAX_WAITING = 5
STATE_LABELS = dict(state_choices(ImportRun))
ROW_LABELS = dict(RowKind.choices)


def runs() -> QuerySet[ImportRun]:
    """Every load, newest first, with who started it."""
    return ImportRun.objects.select_related("started_by").order_by("-started_at", "-pk")


def run_by_id(run_id: int) -> ImportRun | None:
    return ImportRun.objects.select_related("started_by", "loaded_by", "job").filter(pk=run_id).first()


def place_of_file(file: StoredFile) -> tuple[str, str] | None:
    """The load that a file was uploaded for."""
    run = ImportRun.objects.filter(file=file).first()
    return (run.file_name, reverse("ofsted:import", args=[run.pk])) if run else None


def loads_to_look_at() -> tuple[list[ImportRun], ImportRun | None]:
    """Uploads that were compared and wait to be confirmed, newest first, and ``newest_load``. One query."""
    newest = _loaded(FileKind.CHILDCARE).values("pk")[:1]
    rows = ImportRun.objects.filter(Q(state=ImportRun.State.READY) | Q(pk__in=newest))
    runs = list(
        rows.order_by("state", "-started_at", "-pk")[: MAX_WAITING + 1]
    )  # “loaded” sorts before “ready”
    loaded = next((run for run in runs if run.state == ImportRun.State.LOADED), None)
    return [run for run in runs if run.state == ImportRun.State.READY][:MAX_WAITING], loaded


def newest_load(kind: FileKind = FileKind.CHILDCARE) -> ImportRun | None:
    """The load of the newest file of a kind: the one with the newest day, whenever it was carried out (O7)."""
    return _loaded(kind).first()


def _loaded(kind: FileKind) -> QuerySet[ImportRun]:
    rows = ImportRun.objects.filter(kind=kind, state=ImportRun.State.LOADED, listed_on__isnull=False)
    return rows.order_by("-listed_on", "-loaded_at", "-pk")


def newest_day() -> date | None:
    """The day that the register stands for: that of the newest childcare file loaded."""
    newest = newest_load()
    return newest.listed_on if newest else None


def headings_had(newest: ImportRun | None) -> dict[str, str]:
    """The headings of the file of a load, by their columns' keys.

    Empty where nothing is known of them.
    """
    if newest is None:
        return {}
    tables = [table for table in TABLES if table.kind == newest.kind]
    expected = {field: shown(table, field) for table in reversed(tables) for field in table.columns}
    return {field: expected[field] for field in Account.from_json(newest.account).fields if field in expected}


@dataclass(frozen=True, slots=True)
class LoadedBefore:
    """The file loaded last: its headings by their columns' keys, its rows in all, and its day."""

    had: Mapping[str, str]
    rows: int
    listed_on: date | None


def loaded_before(kind: FileKind) -> LoadedBefore:
    """What the file loaded last of a kind had; nothing where none was loaded."""
    newest = newest_load(kind)
    rows = Account.from_json(newest.account).all_rows if newest else 0
    return LoadedBefore(headings_had(newest), rows, newest.listed_on if newest else None)


def doubts_about_run(run: ImportRun) -> list[Doubt]:
    """What a person must tick before this run is loaded."""
    before = loaded_before(FileKind(run.kind))
    return doubts_of(
        Account.from_json(run.account),
        Absence.from_stored(run.absence),
        counts=run.counts,
        listed_on=run.listed_on,
        newest=before.listed_on,
        had=before.had,
        rows_before=before.rows,
        of_links=run.kind == FileKind.LINKS,
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
    urns = {pk: urn for urn, pk in holders_of(FileKind(run.kind), rejected).items()}
    concerned = [
        RejectedMember(rejected[urns[member.provider_id]], member)
        for member in members_on(on)
        if member.provider_id in urns
    ]
    return sorted(concerned, key=lambda each: (not each.member.leaders, each.row.line or 0))


def rows_with(rows: QuerySet[PlannedRow], text: str) -> QuerySet[PlannedRow]:
    """Those whose name holds a text, or whose URN is it."""
    return rows.filter(Q(name__icontains=text) | Q(urn__iexact=text))


def import_history(provider: Provider) -> QuerySet[PlannedRow]:
    """What loads of each kind of file did to one setting, newest first."""
    loaded = PlannedRow.objects.filter(numbers_in_files(provider), run__state=ImportRun.State.LOADED)
    return loaded.select_related("run").order_by("-run__loaded_at", "-pk")


def register_names(kind: FileKind = FileKind.CHILDCARE) -> list[str]:
    """What a kind of file calls the authority in scope: a name chosen for it, or for the childcare file, or the
    authority's own; and the code that the register of schools has shown.
    """
    chosen: dict[str, list[str]] = {}
    for of_kind, name in RegisterName.objects.order_by("name__in_order").values_list("kind", "name"):
        chosen.setdefault(of_kind, []).append(name)
    codes = [name for name in chosen.get(kind, ()) if name.isdecimal()]
    names = [name for name in chosen.get(kind, ()) if not name.isdecimal()]
    return [*(names or chosen.get(FileKind.CHILDCARE) or [own_name()]), *codes]


def own_name() -> str:
    """The authority in scope, by its own name."""
    name: str = Authority.objects.values_list("name", flat=True).get(pk=current_authority_id())
    return name
