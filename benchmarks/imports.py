"""The import of Ofsted's file: the first load, the same file again, and
the next month's, in which a twentieth has changed.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.urls import reverse, set_script_prefix, set_urlconf

from accounts.models import Authority, User
from accounts.services.authorities import create_authority
from benchmarks import import_limit, import_peers, made_up
from benchmarks.meter import in_child
from benchmarks.report import Contender, Job
from benchmarks.servers import FOLDER, ROOT, Superuser
from core.scoping import authority_scope
from ofsted.models import ImportRun, RegisterName
from ofsted.services import runs
from ofsted.services.national import load_national

NOW = datetime(2021, 10, 1, 9, tzinfo=UTC)
DATA = Path(os.environ.get("OFSTED_DATA", ROOT.parent / "shared" / "data"))
ENGLAND = DATA / "ofsted_childcare_providers_2021-08-31_england.csv.gz"
SLICES = {
    "bulk_create(update_conflicts)": 13_000,
    "django-import-export": 3_000,
    "update_or_create, row by row": 600,
}
PEERS: dict[str, Callable[[Path, int, int], None]] = {
    "bulk_create(update_conflicts)": import_peers.bulk,
    "django-import-export": import_peers.import_export,
    "update_or_create, row by row": import_peers.row_by_row,
}
STEPS = {"first load": 2.0, "same file again": 0.6, "a twentieth changed": 0.8}
IN_BROWSER = {"first load": 2.5, "same file again": 0.6, "a twentieth changed": 1.2}
MAX_MEMORY = 100.0
EMPTIED = (
    "providers_provider, providers_provider_history, ofsted_inspection, ofsted_inspection_history,"
    " ofsted_importrun, ofsted_plannedrow, ofsted_stagedsetting, ofsted_stagedinspection, ofsted_stagedgone,"
    " audit_entry, documents_job, documents_storedfile, documents_outboxmessage, leadership_sweep"
)


class Files:
    """The files of the steps, and who loads them."""

    def __init__(self) -> None:
        (FOLDER / "files").mkdir(exist_ok=True)
        first, second = in_child(partial(made_up.write_months, FOLDER))  # whose memory is not ours
        self.of_step = dict(zip(STEPS, (first, first, second), strict=True))
        self.operator, self.officer, self.by = in_child(_authorities)

    def path(self, step: str) -> Path:
        return self.of_step[step]


def _authorities() -> tuple[int, int, int]:
    """One authority for the operator's command, one for the browser's way; the file's rows are both's."""
    operator = create_authority(
        name=made_up.AUTHORITY, slug="larkshire", contact_email="one@larkshire.example"
    )
    officer = create_authority(name="Marlshire", slug="marlshire", contact_email="one@marlshire.example")
    by = User.objects.create(email="amina@marlshire.example", full_name="Amina Yusuf")
    with authority_scope(officer):
        RegisterName.objects.create(name=made_up.AUTHORITY)
    return operator.pk, officer.pk, by.pk


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    files = Files()
    jobs = {step: Job(f"Import, {step}") for step in STEPS}
    for number in range(rounds):
        superuser.run(
            f"TRUNCATE {EMPTIED} CASCADE",
            *import_limit.tables("limit"),
            *import_limit.tables("peer"),
            *import_peers.tables_also(),
        )
        for step, job in jobs.items():
            job.round(number, _contenders(superuser, files, step))
            _check(files, first=step == "first load")
            superuser.run("VACUUM ANALYZE")
            if step == "first load":
                superuser.run(
                    *import_limit.tables("month"),
                    *_copied("limit", "month"),
                    "VACUUM ANALYZE month_setting, month_inspection",
                )
    size = files.path("first load").stat().st_size / 1e6
    jobs["first load"].facts.append(
        f"{made_up.SETTINGS:,} settings of one authority × {len(import_limit.COLUMNS)} columns, {size:.0f}"
        " MB; history, isolation and audit on. Peers on bare tables, extrapolated from the first"
        f" {', '.join(f'{rows:,}' for rows in SLICES.values())} rows in turn."
    )
    if ENGLAND.exists():
        _real_file(superuser, files, jobs["first load"])
    return list(jobs.values())


def _copied(source: str, target: str) -> list[str]:
    return [
        statement
        for name in ("setting", "inspection")
        for statement in (
            f"TRUNCATE {target}_{name} CASCADE",
            f"INSERT INTO {target}_{name} OVERRIDING SYSTEM VALUE SELECT * FROM {source}_{name}",
        )
    ]


def _contenders(superuser: Superuser, files: Files, step: str) -> list[Contender]:
    path, first = files.path(step), step == "first load"
    before = (
        ["TRUNCATE peer_setting, peer_inspection"]
        if first
        else [*_copied("month", "peer"), "VACUUM ANALYZE peer_setting, peer_inspection"]
    )
    peers = [
        Contender(
            name,
            partial(load, path, files.operator, SLICES[name]),
            prepare=partial(superuser.run, *before, *_next_ids()),
            scale=made_up.SETTINGS / SLICES[name],
            note="extrapolated",
        )
        for name, load in PEERS.items()
    ]
    return [
        Contender(
            "limit",
            partial(import_limit.load, path, files.operator),
            alias="owner",
            note="COPY and two upserts, nothing checked",
        ),
        Contender(
            "ours", partial(_by_operator, path, files.operator), target=STEPS[step], most_memory=MAX_MEMORY
        ),
        Contender(
            "ours, compared and then confirmed in the browser",
            partial(_in_browser, path, files),
            warm=_warm,
            target=IN_BROWSER[step],
            most_memory=MAX_MEMORY,
            note="read once",
        ),
        *peers,
    ]


def _next_ids() -> list[str]:
    """Rows were copied with their ids: new ones must come after them."""
    tables = ("peer_setting", "peer_inspection")
    return [
        f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM"
        f" {name}))"
        for name in tables
    ]


def _by_operator(path: Path, authority_id: int) -> None:
    authority = Authority.objects.get(pk=authority_id)
    with path.open("rb") as file:
        load_national(file=file, name=path.name, listed_on=date(2021, 8, 31), authorities=[authority], at=NOW)


def _warm() -> None:
    """The addresses of all pages, which a web process reads once."""
    set_urlconf(settings.AUTHORITY_URLCONF)
    reverse("ofsted:import", args=[1])
    import_module("ofsted.tasks")


def _in_browser(path: Path, files: Files) -> None:
    set_urlconf(settings.AUTHORITY_URLCONF)
    set_script_prefix("/marlshire/")
    by = User.objects.get(pk=files.by)
    with path.open("rb") as file, authority_scope(files.officer):
        run = runs.start_run(file=file, name=path.name, listed_on=date(2021, 8, 31), by=by, at=NOW)
    runs.compare_run(run_id=run.pk, authority_id=files.officer, at=NOW)
    with authority_scope(files.officer):
        runs.confirm_run(run_id=run.pk, by=by, at=NOW)
    runs.load_run(run_id=run.pk, authority_id=files.officer, at=NOW)
    with authority_scope(files.officer):
        assert ImportRun.objects.get(pk=run.pk).state == ImportRun.State.LOADED


def _check(files: Files, *, first: bool) -> None:
    """Both did the same work, or the comparison would be worth nothing.

    Later, ours also keeps what a file no longer says (O7).
    """
    agreed = slice(None if first else -1)
    limit = in_child(
        partial(import_limit.found, "owner", "limit_setting", "limit_inspection", files.operator)
    )
    for authority_id in (files.operator, files.officer):
        ours = in_child(
            partial(import_limit.found, "owner", "providers_provider", "ofsted_inspection", authority_id)
        )
        assert ours[agreed] == limit[agreed], f"ours holds {ours}, the limit {limit}"


def _real_file(superuser: Superuser, files: Files, job: Job) -> None:
    """The real file of England into one authority, against the made-up limit in proportion to its rows."""
    superuser.run(f"TRUNCATE {EMPTIED} CASCADE")
    plain = FOLDER / "england.csv"
    plain.write_bytes(gzip.decompress(ENGLAND.read_bytes()))
    names = in_child(partial(_names_in, plain))
    in_child(partial(_answer_to, files.operator, names))
    job.take(
        Contender(
            "ours, the real file of August 2021",
            partial(_by_operator, plain, files.operator),
            note="70,980 rows, in all names of authorities",
        )
    )


def _names_in(path: Path) -> list[str]:
    from ofsted.imports.rows import RowRead
    from ofsted.imports.scanning import scan

    return sorted({row.authority for row in scan(path) if isinstance(row, RowRead)})


def _answer_to(authority_id: int, names: list[str]) -> None:
    with authority_scope(authority_id):
        RegisterName.objects.bulk_create(RegisterName(name=name) for name in names)
