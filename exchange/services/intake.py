"""A spreadsheet of collaborations: what reading, comparing and
loading it mean (``documents.services.uploads``).

Reading it carries every collaboration out and takes it back, so the preview is what the services themselves
say. Loading is one transaction a collaboration; each begins by locking the upload and looking how far it is.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Permission
from audit.rules.actions import Action
from audit.services import record
from core import reasons
from core.files import MEGABYTE, Kind, Purpose, RefusedFile, check_file, measured, refuse_malware
from core.limits.running import LimitPassed, Reader, read_limited
from core.reading import account
from core.scoping import acting_as, authority_scope
from documents.models import StoredFile
from documents.rules import UploadState, UploadStep
from documents.selectors import upload_for_update
from documents.services import files, jobs, uploads
from exchange import selectors
from exchange.imports import lines, questions, tables
from exchange.imports.lines import About
from exchange.imports.questions import Choices
from exchange.imports.settling import Group, Held, Sheet, settle
from exchange.models import SheetImport, SheetLine
from exchange.selectors import place_of_file
from exchange.services.intake_lines import Outcome, carry_out, context_for, refused_line, undone
from exchange.services.previews import digest_of, digests_of, row_of
from ofsted.imports.opening import REFUSAL, SAID_IN_REFUSAL, FileRefused

log = logging.getLogger(__name__)


def may_read_upload(user: User, file: StoredFile) -> bool:
    """Whether a person may download an upload again: those who load them."""
    return user.has_perm(Permission.IMPORT_COLLABORATIONS)


SHEETS = Purpose(
    "collaborations_sheet",
    may_read=may_read_upload,
    label=gettext_lazy("Spreadsheet of groups"),
    place=place_of_file,
    kinds=frozenset({Kind.XLSX, Kind.CSV, Kind.TEXT}),
    most_bytes=5 * MEGABYTE,
)
READING = Reader(
    function="exchange.imports.reading:read_file",
    refusals=REFUSAL,
    holds=(*SAID_IN_REFUSAL, account, lines, questions, reasons, tables),
)


class Changed(Exception):
    """A collaboration would no longer be loaded as it was shown."""


@transaction.atomic
def upload_sheet(*, file: BinaryIO, name: str, by: User, at: datetime) -> SheetImport:
    """Keep an upload and have it rehearsed.

    Raises ValidationError at "file" for one that is no table of members, or while another is open.
    """
    waiting = selectors.open_sheet()
    if waiting is not None:
        raise ValidationError({"file": _already_open(waiting)})
    try:
        measured(file, most=SHEETS.most_bytes)
        refuse_malware(file)
        # What it is instead is said by the reader, in better words than "must be one of".
        _content(file, at=at, choices={})
        checked = check_file(file, name=name, purpose=SHEETS, is_scanned=True)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None
    except LimitPassed as passed:
        raise ValidationError({"file": passed.in_words()}) from None
    except FileRefused as refused:
        raise ValidationError(
            {"file": [refused.reason.in_words(_), *(detail.in_words(_) for detail in refused.details)]}
        ) from None
    stored = files.keep_checked(file=file, checked=checked, purpose=SHEETS.identifier, by=by, at=at)
    try:
        with files.removed_unless_kept(stored), transaction.atomic():
            return uploads.keep(UPLOADS, file=stored, by=by, at=at)
    except IntegrityError as refusal:  # somebody else was faster: one is open at a time
        raise ValidationError({"file": _already_open(None)}) from refusal


def _already_open(sheet: SheetImport | None) -> str:
    if sheet is None:
        return _("Somebody has uploaded a spreadsheet at the same moment. Look at that one first.")
    return _("%(file)s is still open. Load it or put it aside first.") % {"file": sheet.file_name}


def confirm_sheet(*, sheet_id: int, digest: str, by: User, at: datetime) -> SheetImport:
    """Have what was shown loaded.

    Raises ValidationError when somebody else was faster, or it is no longer what was shown.
    """
    return uploads.confirm(UPLOADS, upload_id=sheet_id, digest=digest, by=by, at=at)


def _refusal(sheet: SheetImport) -> str:
    """Why a spreadsheet may not be loaded as it is."""
    if sheet.counts.get("unanswered"):
        return _("Answer the questions about this spreadsheet first.")
    return "" if sheet.counts.get("new") else _("There is nothing new in this spreadsheet. Put it aside.")


@transaction.atomic
def answer_questions(
    *, sheet_id: int, digest: str, answers: Mapping[str, str], by: User, at: datetime
) -> SheetImport:
    """Keep a person's answers, by the keys of the questions, and have the spreadsheet read again with them.

    ``digest``: of what the person saw. Raises ValidationError when it is no longer what was shown, or an
    answer is none of those that can be given.
    """
    sheet = upload_for_update(SheetImport, sheet_id)
    if sheet.state != UploadState.READY:
        words = {"state": sheet.get_state_display().lower()}
        raise ValidationError(_("This spreadsheet is no longer waiting: it is %(state)s.") % words)
    if digest != sheet.digest:
        raise ValidationError(_("What is asked has changed since you looked. Check it again below."))
    options = {asked["key"]: {value for value, _label in asked["options"]} for asked in sheet.questions}
    if any(value not in options.get(key, ()) for key, value in answers.items()):
        raise ValidationError(_("Choose one of the answers."))
    kept = {key: value for key, value in answers.items() if not key.startswith("person:")}
    record(
        Action.SHEET_ANSWERED,
        about=sheet,
        by=by,
        file=sheet.file_name,
        number=len(answers),
        details={"answers": kept},
    )
    uploads.read_again(UPLOADS, sheet, by=by, at=at, choices={**sheet.choices, **answers})
    return sheet


def discard_sheet(*, sheet_id: int, by: User, at: datetime) -> SheetImport:
    """Put an upload aside. What was loaded stays; the file stays for the record."""
    return uploads.put_aside(UPLOADS, upload_id=sheet_id, by=by, at=at)


def read_upload(*, sheet_id: int, authority_id: int, at: datetime) -> None:
    """Rehearse every collaboration and keep what each line would do, for the preview."""
    uploads.read_upload(UPLOADS, upload_id=sheet_id, authority_id=authority_id, at=at)


def load_upload(*, sheet_id: int, authority_id: int, at: datetime) -> None:
    """Load what was confirmed, one collaboration after the other, if each still does what was shown.

    Otherwise show it again.
    """
    uploads.load_upload(UPLOADS, upload_id=sheet_id, authority_id=authority_id, at=at)


class Reading(NamedTuple):
    """What is in a spreadsheet, and what each of its collaborations would do."""

    sheet: Sheet
    plan: list[list[Outcome]]


@contextmanager
def _read(sheet: SheetImport, *, authority_id: int, at: datetime) -> Iterator[Reading]:
    content = _open(sheet, authority_id=authority_id, at=at)
    yield Reading(content, _rehearse(sheet, content, authority_id=authority_id))


def _open(sheet: SheetImport, *, authority_id: int, at: datetime) -> Sheet:
    """The file as it is to be loaded, with the answers so far and what the register holds of its names."""
    today = timezone.localdate(at)
    try:
        with uploads.open_file(sheet) as file:
            reading = _content(file, at=at, choices=sheet.choices)
    except FileRefused as refused:
        raise uploads.UploadRefused(refused.reason.in_words(_)) from None
    except LimitPassed as passed:
        raise uploads.UploadRefused(passed.in_words()) from None
    with authority_scope(authority_id):
        urns = {line.urn for line in reading.lines}
        held = Held(selectors.names_of_collaborations(), selectors.people_of_settings(urns, on=today))
    return settle(reading, held=held, choices=sheet.choices)


def _content(file: BinaryIO, *, at: datetime, choices: Choices) -> tables.Reading:
    """What is in a file, as a limited process reads it. Raises FileRefused or LimitPassed."""
    today = timezone.localdate(at).isoformat()
    reading: tables.Reading = read_limited(READING, file, today=today, choices=dict(choices))
    return reading


def _load(sheet: SheetImport, *, authority_id: int, at: datetime) -> None:
    content = _open(sheet, authority_id=authority_id, at=at)
    try:
        if not sheet.counts["loaded"]:
            plan = _rehearse(sheet, content, authority_id=authority_id)
            shown = sheet.counts.get("account", content.account.digest)  # an upload of before had none
            if (digests_of(plan), content.account.digest) != (sheet.counts["groups"], shown):
                raise Changed
        for number, group in enumerate(content.groups):
            is_next = number >= sheet.counts["loaded"]
            if is_next and not _load_group(sheet, content.groups, number, group, authority_id=authority_id):
                return
    except Changed:
        _show_again(sheet.pk, content, authority_id=authority_id, at=at)
    else:
        _finish(sheet.pk, authority_id=authority_id, at=at)


def _rehearse(sheet: SheetImport, content: Sheet, *, authority_id: int) -> list[list[Outcome]]:
    """What each collaboration would do, each in a transaction that is taken back, telling how far it is."""
    plan: list[list[Outcome]] = []
    job_id = uploads.job_id_of(sheet)
    with authority_scope(authority_id):
        context = context_for(content.groups, by=_who(sheet))
        jobs.advance(job_id=job_id, done=0, total=len(content.groups))
    for number, group in enumerate(content.groups, 1):
        with authority_scope(authority_id), acting_as(context.by.pk), undone():
            plan.append(carry_out(group, context))
        jobs.report_progress(job_id=job_id, done=number)
    return plan


def _load_group(
    sheet: SheetImport, groups: Sequence[Group], number: int, group: Group, *, authority_id: int
) -> bool:
    """One collaboration, in one transaction.

    False when somebody else has taken the work over. Raises Changed.
    """
    with authority_scope(authority_id), acting_as(_who(sheet).pk):
        locked = upload_for_update(SheetImport, sheet.pk)
        if locked.state != UploadState.LOADING or locked.counts["loaded"] != number:
            return False
        context = context_for(groups, by=_who(sheet))
        context.people = selectors.people_loaded(sheet.pk, before=number)
        if digests_of([carry_out(group, context)]) != locked.counts["groups"][number : number + 1]:
            raise Changed
        locked.counts["loaded"] = number + 1
        locked.save(update_fields=["counts"])
        jobs.advance(job_id=uploads.job_id_of(locked), done=number + 1, total=len(groups))
    return True


def _finish(sheet_id: int, *, authority_id: int, at: datetime) -> None:
    with authority_scope(authority_id):
        sheet = upload_for_update(SheetImport, sheet_id)
        if sheet.state == UploadState.LOADING:
            uploads.apply(UPLOADS, sheet, at=at, facts={"new": sheet.counts["new"]})


def _show_again(sheet_id: int, content: Sheet, *, authority_id: int, at: datetime) -> None:
    with authority_scope(authority_id):
        sheet = upload_for_update(SheetImport, sheet_id)
        already = sheet.counts["loaded"]
    plan = _rehearse(sheet, content, authority_id=authority_id)
    with authority_scope(authority_id):
        sheet = upload_for_update(SheetImport, sheet_id)
        if sheet.state == UploadState.LOADING:
            _show(sheet, Reading(content, plan), at=at, problem=_changed_meanwhile(already))


def _changed_meanwhile(loaded: int) -> str:
    if not loaded:
        return _(
            "The register has changed since you looked. Nothing was loaded: check the lines again and confirm"
            " them."
        )
    some = _(
        "The register has changed since you looked. %(number)s collaborations were loaded: check the rest and"
        " confirm it."
    )
    return some % {"number": loaded}


def _show(sheet: SheetImport, reading: Reading, *, at: datetime, problem: str = "") -> None:
    """Keep what each line would do, and say that it can be looked at."""
    content, plan = reading
    refused = [refused_line(line) for line in content.lines if line.problems_about(About.LINE)]
    everything = [(None, refused), *enumerate(plan)]
    cells = {line.spot: dict(line.cells) for line in content.lines}
    questions = [question.in_words(_) for question in content.questions]
    names = {number: group.name for number, group in enumerate(content.groups)}
    SheetLine.objects.filter(sheet=sheet).delete()
    rows = [row_of(sheet, one, group, cells, names) for group, outcomes in everything for one in outcomes]
    SheetLine.objects.bulk_create(rows, batch_size=1000)
    results = [row.result for row in rows]
    facts: dict[str, Any] = {result: results.count(result) for result in ("new", "known", "refused")}
    uploads.show(
        UPLOADS,
        sheet,
        digest=digest_of(
            [
                *digests_of(plan),
                *(one.shown for one in refused),
                content.account.as_json(),
                questions,
                dict(sheet.choices),
            ]
        ),
        counts={
            "lines": len(content.lines),
            **facts,
            "unanswered": len(content.unanswered),
            "loaded": 0,
            "groups": digests_of(plan),
            "account": content.account.digest,
        },
        account=content.account.as_json(),
        questions=questions,
        at=at,
        facts=facts,
        problem=problem,
    )


def _who(sheet: SheetImport) -> User:
    """Whose work this is: whoever confirmed the load, or uploaded the file."""
    return sheet.loaded_by or sheet.started_by


UPLOADS = uploads.UploadKind(
    model=SheetImport,
    this=gettext_lazy("This spreadsheet"),
    our_fault=gettext_lazy(
        "Something went wrong on our side. We have been told. Please upload the spreadsheet again."
    ),
    address="exchange:sheet",
    argument="sheet_id",
    works={
        UploadState.READING: uploads.Work("exchange.read_sheet", gettext_lazy("Reading %(file)s")),
        UploadState.LOADING: uploads.Work("exchange.load_sheet", gettext_lazy("Loading %(file)s")),
    },
    actions={
        UploadStep.KEEP: Action.SHEET_UPLOADED,
        UploadStep.SHOW: Action.SHEET_READ,
        UploadStep.SHOW_AGAIN: Action.SHEET_READ,
        UploadStep.APPLY: Action.SHEET_LOADED,
        UploadStep.FAIL: Action.SHEET_FAILED,
        UploadStep.PUT_ASIDE: Action.SHEET_DISCARDED,
    },
    read=_read,
    compare=_show,
    load=_load,
    refusal=_refusal,
    loads_in_parts=True,
)
