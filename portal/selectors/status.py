"""What the operator of the platform looks at: is everything up, and where is work stuck? No content of any
authority.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, Min, Q

from accounts.models import Authority
from core.scoping import authority_scope
from documents.models import Backup, Job, OutboxMessage
from documents.rules import State, UploadState
from ofsted.models import ImportRun

#: A backup older than this is late: it runs each night.
MAX_BACKUP_HOURS = 26
#: Work that waits for longer than this waits for a worker that does not come.
MAX_WAIT = timedelta(minutes=15)
#: Failures further back were seen.
FAILED_DAYS = 7


@dataclass(frozen=True, slots=True)
class AuthorityStatus:
    """One authority: how much runs, waits and failed, and how old its register is."""

    name: str
    slug: str
    is_active: bool
    running: int
    stuck: int
    failed: int
    loaded_at: datetime | None
    listed_on: date | None


@dataclass(frozen=True, slots=True)
class PlatformStatus:
    """The service as a whole. ``size`` is in bytes, ``worker_silence`` in seconds (None: no sign at all)."""

    authorities: list[AuthorityStatus]
    waiting: int
    waiting_since: datetime | None
    worker_silence: int | None
    backup: Backup | None
    backup_is_late: bool
    size: int
    last_migration: str


def platform_status(*, at: datetime, worker_sign: float | None) -> PlatformStatus:
    """Everything at once; two queries for each authority."""
    backup = Backup.objects.first()
    waiting = OutboxMessage.objects.filter(sent_at=None).aggregate(
        number=Count("pk"), since=Min("created_at")
    )
    return PlatformStatus(
        authorities=[
            _status_of(authority, at=at) for authority in Authority.objects.order_by("name__in_order")
        ],
        waiting=waiting["number"],
        waiting_since=waiting["since"],
        worker_silence=None if worker_sign is None else max(0, round(at.timestamp() - worker_sign)),
        backup=backup,
        backup_is_late=backup is None or at - backup.ended_at > timedelta(hours=MAX_BACKUP_HOURS),
        size=_database_size(),
        last_migration=_last_migration(),
    )


def _status_of(authority: Authority, *, at: datetime) -> AuthorityStatus:
    with authority_scope(authority):
        jobs = Job.objects.aggregate(
            running=Count("pk", filter=Q(state=State.RUNNING)),
            stuck=Count("pk", filter=Q(state=State.QUEUED, created_at__lt=at - MAX_WAIT)),
            failed=Count("pk", filter=Q(state=State.FAILED, ended_at__gte=at - timedelta(days=FAILED_DAYS))),
        )
        load = (
            ImportRun.objects.filter(state=UploadState.LOADED)
            .order_by("-loaded_at")
            .values_list("loaded_at", "listed_on")
            .first()
        )
    loaded_at, listed_on = load or (None, None)
    return AuthorityStatus(
        authority.name, authority.slug, authority.is_active, loaded_at=loaded_at, listed_on=listed_on, **jobs
    )


def _database_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def _last_migration() -> str:
    last = MigrationRecorder(connection).migration_qs.order_by("-applied", "-pk").first()
    return f"{last.app} {last.name}" if last else ""
