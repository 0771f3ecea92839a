"""Uploads: kept, read, compared, confirmed, loaded or put aside, whatever their subject (docs/uploads.md).

A subject (Ofsted's file, spreadsheets) says in its ``UploadKind`` what reading, comparing and loading mean.
Each step that writes is one transaction that begins by locking the upload and looking at its state, so a task
that is delivered twice or killed at any point does its work once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO, Generic, Protocol, TypeVar, cast

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import OperationalError, transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.scoping import authority_scope
from documents.models import StoredFile, Upload
from documents.rules import UploadState, UploadStep, upload_after
from documents.selectors import may_be_put_aside, upload_for_update
from documents.services import jobs
from documents.services.outbox import enqueue

AnyUpload = TypeVar("AnyUpload", bound=Upload)
Contravariant = TypeVar("Contravariant", bound=Upload, contravariant=True)


class UploadRefused(Exception):
    """Raised by a subject that cannot read or compare a file.

    Holds the reason in words, and fields of the upload to keep with it.
    """

    def __init__(self, reason: str, **changes: Any) -> None:
        self.reason, self.changes = reason, changes
        super().__init__(reason)


class WrongStep(Exception):
    """A service took a step that the table does not have."""


class Read(Protocol[Contravariant]):
    """Reads the stored file, outside any transaction; whatever the block is given is released after it.

    This call is all that touches the file's content, so it is what a limited child process can take over.
    """

    def __call__(
        self,
        upload: Contravariant,
        /,
        *,
        authority_id: int,
        at: datetime,
    ) -> AbstractContextManager[Any]: ...


class Compare(Protocol[Contravariant]):
    """Keeps what loading would do and calls ``show``, in one transaction that holds the upload's lock."""

    def __call__(self, upload: Contravariant, reading: Any, /, *, at: datetime) -> None: ...


class Load(Protocol[Contravariant]):
    """Does what was confirmed and calls ``apply``, or ``show`` where that is no longer what was shown.

    Takes its own locks.
    """

    def __call__(self, upload: Contravariant, /, *, authority_id: int, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Work:
    """A task, and what its job is called: a sentence with ``%(file)s``."""

    task: str
    title: Promise


def _nothing(upload: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadKind(Generic[AnyUpload]):
    """What one subject's uploads are.

    ``this`` begins the sentences of refusals ("This upload"). ``works`` holds the task that reads and the one
    that loads, which take the upload's id as ``argument``; ``address`` is the page. ``refusal``: why a load
    may not begin now, besides the state. ``loads_in_parts``: a load that stops half way has done something,
    so its job has not failed. ``cleared_when_failed``: fields that a failure sets, unless ``UploadRefused``
    says otherwise.
    """

    model: type[AnyUpload]
    this: Promise
    our_fault: Promise
    address: str
    argument: str
    works: Mapping[UploadState, Work]
    actions: Mapping[UploadStep, Action]
    read: Read[AnyUpload]
    compare: Compare[AnyUpload]
    load: Load[AnyUpload]
    refusal: Callable[[AnyUpload], str] = _nothing
    is_counted_in_bytes: bool = False
    loads_in_parts: bool = False
    cleared_when_failed: Mapping[str, Any] = field(default_factory=dict)


# --- what people do -------------------------------------------------------------------------------


@transaction.atomic
def keep(
    kind: UploadKind[AnyUpload], /, *, file: StoredFile, by: User, at: datetime, **facts: Any
) -> AnyUpload:
    """Begin with a stored file, and have it read. ``facts``: further fields of the subject."""
    upload = kind.model.objects.create(file=file, file_name=file.name, started_by=by, started_at=at, **facts)
    _record(kind, UploadStep.KEEP, upload, by=by, details={"sha256": file.sha256})
    _queue(kind, upload, by=by, at=at)
    return upload


@transaction.atomic
def read_again(
    kind: UploadKind[AnyUpload],
    upload: AnyUpload,
    *,
    by: User,
    at: datetime,
    **changes: Any,
) -> None:
    """Have an upload that failed read once more. Whoever calls holds its lock."""
    _move(upload, UploadStep.READ_AGAIN, problem="", **changes)
    _record(kind, UploadStep.READ_AGAIN, upload, by=by)
    _queue(kind, upload, by=by, at=at)


@transaction.atomic
def confirm(
    kind: UploadKind[AnyUpload],
    *,
    upload_id: int,
    by: User,
    at: datetime,
    digest: str | None = None,
) -> AnyUpload:
    """Have what was shown loaded. ``digest``: of what the person saw, None where the page does not say it.

    Raises ValidationError when somebody else was faster, it is no longer what was shown, or the subject
    refuses.
    """
    upload = upload_for_update(kind.model, upload_id)
    if upload_after(upload.state, UploadStep.CONFIRM) is None:
        words = {"this": kind.this, "state": upload.get_state_display().lower()}
        raise ValidationError(_("%(this)s is no longer waiting: it is %(state)s.") % words)
    if digest not in (None, upload.digest):
        raise ValidationError(_("What would be loaded has changed since you looked. Check it again below."))
    if refusal := kind.refusal(upload):
        raise ValidationError(refusal)
    _move(upload, UploadStep.CONFIRM, loaded_by=by, problem="")
    _record(kind, UploadStep.CONFIRM, upload, by=by)
    _queue(kind, upload, by=by, at=at)
    return upload


@transaction.atomic
def put_aside(kind: UploadKind[AnyUpload], *, upload_id: int, by: User, at: datetime) -> AnyUpload:
    """Put an upload aside; pressed twice it is done once. What was loaded stays, and so does the file.

    Work that has not ended after half an hour may be put aside too: whatever became of its task finds it
    gone.
    """
    upload = upload_for_update(kind.model, upload_id)
    if upload.state == UploadState.DISCARDED:
        return upload
    if not may_be_put_aside(upload, at=at):
        raise ValidationError(_("%(this)s can no longer be put aside.") % {"this": kind.this})
    _move(upload, UploadStep.PUT_ASIDE)
    _record(kind, UploadStep.PUT_ASIDE, upload, by=by)
    return upload


# --- in the background ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Delivery(Generic[AnyUpload]):
    """One delivery of a task: the work on an upload as long as it is in the state ``wanted``."""

    kind: UploadKind[AnyUpload]
    wanted: UploadState
    upload_id: int
    authority_id: int
    at: datetime

    def locked(self) -> AnyUpload:
        return upload_for_update(self.kind.model, self.upload_id)


def read_upload(kind: UploadKind[AnyUpload], *, upload_id: int, authority_id: int, at: datetime) -> None:
    """Read and compare what was uploaded, and keep what loading would do for the preview."""
    delivery = _Delivery(kind, UploadState.READING, upload_id, authority_id, at)
    with _failing_in_words(delivery):
        upload = _begin(delivery)
        if upload is None:
            return
        with kind.read(upload, authority_id=authority_id, at=at) as reading, authority_scope(authority_id):
            locked = delivery.locked()
            if locked.state == UploadState.READING:
                kind.compare(locked, reading, at=at)


def load_upload(kind: UploadKind[AnyUpload], *, upload_id: int, authority_id: int, at: datetime) -> None:
    """Load what was confirmed, if it is still what was shown; otherwise show it again."""
    delivery = _Delivery(kind, UploadState.LOADING, upload_id, authority_id, at)
    with _failing_in_words(delivery):
        upload = _begin(delivery)
        if upload is not None:
            kind.load(upload, authority_id=authority_id, at=at)


def _begin(delivery: _Delivery[AnyUpload]) -> AnyUpload | None:
    """Say that the work goes on now. None when there is nothing (more) to do."""
    with authority_scope(delivery.authority_id):
        upload = delivery.locked()
        if upload.state != delivery.wanted or upload.file is None or upload.job is None:
            return None
        return upload if jobs.begin(job_id=upload.job.pk, at=delivery.at) else None


@contextmanager
def _failing_in_words(delivery: _Delivery[AnyUpload]) -> Iterator[None]:
    """What trying again will not mend ends the upload with a sentence.

    Other errors go to the task, which tries again.
    """
    try:
        yield
    except (OperationalError, OSError):
        raise
    except UploadRefused as refused:
        _fail(delivery, reason=refused.reason, **refused.changes)
    except Exception:  # a mistake of ours, met by some file: raised again, so that we are told
        _fail(delivery, reason=str(delivery.kind.our_fault))
        raise


def _fail(delivery: _Delivery[AnyUpload], *, reason: str, **changes: Any) -> None:
    with authority_scope(delivery.authority_id):
        upload = delivery.locked()
        if upload.state not in (delivery.wanted, UploadState.DISCARDED):
            return  # another delivery was faster
        if upload.job is not None:
            jobs.fail(job_id=upload.job.pk, at=delivery.at, reason=reason)
        if upload.state == delivery.wanted:
            facts = {**delivery.kind.cleared_when_failed, **changes}
            _move(upload, UploadStep.FAIL, problem=reason, **facts)
            _record(delivery.kind, UploadStep.FAIL, upload, by=upload.worked_for, reason=reason)


# --- how a subject ends its part; it holds the upload's lock --------------------------------------


def show(
    kind: UploadKind[AnyUpload],
    upload: AnyUpload,
    *,
    digest: str,
    counts: Mapping[str, Any],
    at: datetime,
    facts: Mapping[str, Any],
    problem: str = "",
    **changes: Any,
) -> None:
    """Say that what loading would do can be looked at.

    ``facts`` are those of the audit entry; ``problem`` says why it is shown again instead of loaded.
    """
    step = UploadStep.SHOW if upload.state == UploadState.READING else UploadStep.SHOW_AGAIN
    _move(upload, step, digest=digest, counts=dict(counts), problem=problem, **changes)
    _record(kind, step, upload, by=upload.worked_for, **facts)
    if step is UploadStep.SHOW_AGAIN and not kind.loads_in_parts:
        jobs.fail(job_id=job_id_of(upload), at=at, reason=problem)
    else:
        _finish_job(upload, at=at, message=problem or upload.get_state_display())


def apply(
    kind: UploadKind[AnyUpload],
    upload: AnyUpload,
    *,
    at: datetime,
    facts: Mapping[str, Any],
    **changes: Any,
) -> None:
    """Say that an upload is loaded, in the transaction of its last write."""
    _move(upload, UploadStep.APPLY, loaded_at=at, problem="", **changes)
    _record(kind, UploadStep.APPLY, upload, by=upload.worked_for, **facts)
    if upload.job is not None:  # an operator's load has none
        _finish_job(upload, at=at, message=upload.get_state_display())


def open_file(upload: Upload) -> BinaryIO:
    """The bytes that were uploaded, to be closed by whoever reads them."""
    if upload.file is None:
        raise ValueError("nothing was stored of this upload")
    return cast(BinaryIO, default_storage.open(upload.file.storage_key))


def job_id_of(upload: Upload) -> int:
    if upload.job_id is None:
        raise ValueError("nobody asked for this work")
    return int(upload.job_id)


def _finish_job(upload: Upload, *, at: datetime, message: str) -> None:
    numbers = {name: count for name, count in upload.counts.items() if isinstance(count, int)}
    jobs.finish(job_id=job_id_of(upload), at=at, result=numbers, message=message)


def _move(upload: Upload, step: UploadStep, **changes: Any) -> None:
    to = upload_after(upload.state, step)
    if to is None:
        raise WrongStep(f"{step} from {upload.state}")
    upload.state = to
    for name, value in changes.items():
        setattr(upload, name, value)
    upload.save(update_fields=["state", *changes])


def _record(
    kind: UploadKind[Any],
    step: UploadStep,
    upload: Upload,
    *,
    by: User | None,
    **facts: Any,
) -> None:
    action = kind.actions.get(step)
    if action is not None:
        record(action, about=upload, by=by, file=upload.file_name, **facts)


def _queue(kind: UploadKind[AnyUpload], upload: AnyUpload, *, by: User, at: datetime) -> None:
    """Ask for the work that the state stands for, with a job that tells how far it is."""
    work = kind.works[UploadState(upload.state)]
    upload.job = jobs.start_job(
        kind=work.task.replace(".", "_"),
        title=str(work.title) % {"file": upload.file_name},
        by=by,
        at=at,
        total=upload.file.size if kind.is_counted_in_bytes and upload.file else 0,
        about=reverse(kind.address, args=[upload.pk]),
    )
    upload.save(update_fields=["job"])
    enqueue(work.task, **{kind.argument: upload.pk})
