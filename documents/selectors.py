"""Reads about files, jobs and exports."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.urls import get_script_prefix, reverse

from accounts.models import User
from accounts.permissions import Permission
from accounts.selectors import people_to_write_to
from core.exports.registry import Export, UnknownExport, all_exports, find_export
from core.files import find_purpose, purposes
from core.keys import Use, keys_of
from core.prepared import prepared
from core.scoping import current_authority_id
from documents.delivery import CalendarFeed, EmailChoice, HeldEmail
from documents.models import ExportRun, Job, KeptList, Selection, SentEmail, StoredFile, Upload
from documents.rules import (
    ENDED,
    STOPPABLE,
    WORKING_UPLOADS,
    State,
    Updates,
    percent_done,
    upload_may_be_put_aside,
)

AnyUpload = TypeVar("AnyUpload", bound=Upload)


def file_by_id(file_id: int) -> StoredFile | None:
    """A file of the authority in scope."""
    return StoredFile.objects.filter(pk=file_id).first()


def may_read(user: User, file: StoredFile) -> bool:
    """Whether the person may open the file now: the purpose decides.

    A purpose nobody registered is read by nobody.
    """
    purpose = find_purpose(file.purpose)
    return purpose is not None and purpose.may_read(user, file)


def is_confidential(file: StoredFile) -> bool:
    """Whether nobody learns that the file is there, but those who may read it."""
    purpose = find_purpose(file.purpose)
    return purpose is not None and purpose.is_confidential


def listed_files(rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """Files as lists show them: without the confidential ones."""
    return rows.exclude(purpose__in=[name for name, each in purposes().items() if each.is_confidential])


def may_read_export(user: User, file: StoredFile) -> bool:
    """An export is read by whoever asked for it, as long as they may still run it."""
    run = ExportRun.objects.filter(file=file, requested_by=user).first()
    if run is None:
        return False
    try:
        return find_export(run.identifier).may_run(user, run.filters)
    except UnknownExport:
        return False


def place_of_export(file: StoredFile) -> tuple[str, str] | None:
    """The job that made an export."""
    run = ExportRun.objects.filter(file=file).first()
    return (run.title, reverse("documents:job", args=[run.job_id])) if run else None


def export_run_by_id(run_id: int) -> ExportRun | None:
    """What somebody asked for, with its file, its job and who asked."""
    return ExportRun.objects.select_related("file", "job", "requested_by").filter(pk=run_id).first()


def last_format(user: User) -> str:
    """The format of the export that a person asked for last; "" before the first."""
    return export_runs_of(user).values_list("format", flat=True).first() or ""


def job_by_id(job_id: int) -> Job | None:
    """A job of the authority in scope, with who started it."""
    return Job.objects.select_related("started_by").filter(pk=job_id).first()


def may_see_job(user: User, job: Job) -> bool:
    """Whoever started it, and those who look after the work of others."""
    return job.started_by_id == user.pk or user.has_perm(Permission.VIEW_JOBS)


def may_cancel_job(user: User, job: Job) -> bool:
    """Whoever started it, while it goes on, if it is work that can be stopped."""
    return job.started_by_id == user.pk and job.kind in STOPPABLE and not has_ended(job)


def jobs_of(user: User) -> QuerySet[Job]:
    """The jobs that a person started, newest first."""
    return Job.objects.filter(started_by=user).order_by("-created_at", "-pk")


def job_under_way(user: User, *, kind: str, about: str = "", title: str = "") -> Job | None:
    """The same work that a person has asked for already and that has
    not ended: a button pressed twice is one job.
    """
    rows = jobs_of(user).filter(kind=kind, state__in=[state for state in State if state not in ENDED])
    return (
        rows.filter(url=about.removeprefix(get_script_prefix()))
        .filter(**({"title": title} if title else {}))
        .first()
    )


def job_for_update(job_id: int) -> Job:
    """The row, locked to the end of the transaction: of two
    workers that end their part at once, one waits.
    """
    return (
        Job.objects.select_for_update(of=("self",), no_key=True).select_related("started_by").get(pk=job_id)
    )


def has_ended(job: Job) -> bool:
    return State(job.state) in ENDED


def progress_key(job_id: int) -> str:
    """Where a step under way tells how far it is."""
    return f"job-progress:{job_id}"


def job_progress(job: Job) -> dict[str, Any]:
    """How far a job is: what is in its row, or what the step under way has told since."""
    done = job.done
    if job.state == State.RUNNING:
        done = max(done, cache.get(progress_key(job.pk)) or 0)
    return {"done": done, "total": job.total, "percent": percent_done(done, job.total)}


def exports_for(user: User) -> list[Export]:
    """The exports that a person may run without naming one object first, by title."""
    return [export for export in all_exports() if export.may_run(user, {})]


def export_runs_of(user: User) -> QuerySet[ExportRun]:
    """What a person asked for, newest first, with its job and file."""
    return (
        ExportRun.objects.filter(requested_by=user)
        .select_related("job", "file")
        .order_by("-requested_at", "-pk")
    )


def kept_lists(user: User, name: str) -> QuerySet[KeptList]:
    """How a person left the list of this name, and what they and the team saved of it, in order of name.

    What is for the team is read by the team alone.
    """
    mine = Q(person=user)
    rows = KeptList.objects.filter(list_name=name)
    return rows.filter(mine | Q(for_team=True) if user.has_perm(Permission.USE_ADMIN) else mine).order_by(
        "name__in_order", "pk"
    )


def saved_lists_of(user: User) -> QuerySet[KeptList]:
    """Every list that a person saved under a name, in order of name."""
    return KeptList.objects.filter(person=user).exclude(name="").order_by("name__in_order", "pk")


def saved_lists_of_home(user: User) -> list[KeptList]:
    """The same, for a page that shows them always."""
    return _saved(user=user, with_team=user.has_perm(Permission.USE_ADMIN))


@prepared
def _saved(user: User, with_team: bool) -> QuerySet[KeptList]:
    return _saved_lists(user, with_team=with_team)


def _saved_lists(user: User, *, with_team: bool) -> QuerySet[KeptList]:
    whose = Q(person=user)
    if with_team:
        whose |= Q(for_team=True)
    rows = KeptList.objects.filter(whose).exclude(name="").annotate(is_theirs=~Q(person=user))
    return rows.order_by("is_theirs", "name__in_order", "pk")


def selected_ids(user: User, selection_id: int, *, since: datetime) -> list[int] | None:
    """The rows of a selection that this person made after ``since``; None where there is none."""
    row = Selection.objects.filter(pk=selection_id, person=user, made_at__gt=since).first()
    return None if row is None else list(row.ids)


def upload_for_update(model: type[AnyUpload], upload_id: int) -> AnyUpload:
    """The row of an upload, locked to the end of the transaction, with its file, its job and its people."""
    rows = model.objects.select_for_update(of=("self",)).select_related(
        "file", "job", "loaded_by", "started_by"
    )
    return rows.get(pk=upload_id)


def is_working(upload: Upload) -> bool:
    """Whether a task reads or loads it."""
    return upload.state in WORKING_UPLOADS


def may_be_put_aside(upload: Upload, *, at: datetime) -> bool:
    """What waits or failed; and work that has not ended after half an hour."""
    asked_at = upload.job.created_at if upload.job else None
    return upload_may_be_put_aside(upload.state, asked_at=asked_at, at=at)


def emails_to(person: User) -> QuerySet[SentEmail]:
    """What was sent to a person in the name of the authority in scope, newest first. None about a concern
    or a case: these are never noted.
    """
    return SentEmail.objects.filter(person=person).order_by("-at", "-pk")


def sent_of_kind(person_id: int, kind: str) -> tuple[list[str], list[dict[str, int | str]]]:
    """What a person got of a kind of email: the references of those sent alone, and the ids of those that
    stood in the email of a day.
    """
    alone = SentEmail.objects.filter(person=person_id, kind=kind, was_refused=False).order_by("pk")
    in_days = HeldEmail.objects.filter(person=person_id, kind=kind, sent_on__isnull=False).order_by("pk")
    return list(alone.values_list("reference", flat=True)), list(in_days.values_list("ids", flat=True))


def open_feed_of(person: User) -> CalendarFeed | None:
    """The address of a person's calendar in the authority in scope."""
    return CalendarFeed.objects.filter(person=person, stopped_at=None).first()


def feed_token(feed: CalendarFeed) -> str:
    """What stands in the address: 256 bits that nobody guesses, nor finds out from the database alone.

    After a change of the key it is another one; the old one opens the calendar all the same (``can_show``).
    """
    key = keys_of(Use.LINKS)[0].encode()
    text = f"calendar feed|{current_authority_id()}|{feed.person_id}|{feed.salt}".encode()
    return base64.urlsafe_b64encode(hmac.digest(key, text, "sha256")).decode().rstrip("=")


def hash_of_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def can_show(feed: CalendarFeed) -> bool:
    """Whether the address can be shown again: the key it was made with is still the first."""
    return hmac.compare_digest(feed.token_hash, hash_of_token(feed_token(feed)))


def feed_of_token(token: str) -> CalendarFeed | None:
    """The open calendar behind an address, of somebody who may still work here; None for anything else."""
    rows = CalendarFeed.objects.filter(token_hash=hash_of_token(token), stopped_at=None)
    feed = rows.select_related("person").first()
    return feed if feed is not None and people_to_write_to([feed.person_id]).exists() else None


def updates_of(person_id: int) -> Updates:
    """How emails that can wait come to a person in the authority in scope."""
    choice = EmailChoice.objects.filter(person=person_id).values_list("updates", flat=True).first()
    return Updates(choice) if choice else Updates.DAILY


def emails_of_day(person_id: int, day: date) -> list[tuple[str, dict[str, int | str]]]:
    """Kind and ids of what stands in a person's email of a day, the oldest first, each once."""
    rows = HeldEmail.objects.filter(person=person_id, sent_on=day).order_by("held_at", "pk")
    emails: list[tuple[str, dict[str, int | str]]] = []
    for email in rows.values_list("kind", "ids"):
        if email not in emails:
            emails.append(email)
    return emails
