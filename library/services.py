"""Shared documents: added, replaced, changed, removed and brought back, opened. Nothing is ever deleted.

Who may do it is the pages' question. More people read the audit log than may know of a document, so its
entries name a document by its number and never say a title, a file's name or a reader (decision 0013).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from accounts.models import User
from accounts.rules import EndTerms, Kind
from accounts.services.appointments import AppointmentKind, give_appointment
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from core.dates import Span
from core.files import Checked, Purpose, RefusedFile, check_file
from core.saving import save_in_words
from core.text import one_line
from documents.models import StoredFile
from documents.services import files
from library import selectors
from library.models import DocumentOpening, DocumentReader, DocumentVersion, GroupDocument, LibraryVisit


def may_read_by_its_number(user: User, file: StoredFile) -> bool:
    """Never by the file's own address: the document's page asks who may, and notes the opening."""
    return False


GROUP_DOCUMENTS = Purpose(
    "group_document",
    may_read=may_read_by_its_number,
    label=gettext_lazy("Document of a group"),
    place=selectors.place_of_file,
    ending_must_fit=True,
)

#: Looks at a group's documents that follow within this time are one visit.
ONE_VISIT = timedelta(hours=1)


@transaction.atomic
def add_document(
    *,
    collaboration: Collaboration,
    title: str,
    audience: str,
    file: BinaryIO,
    name: str,
    copyright_note: str = "",
    review_on: date | None = None,
    owner: User | None = None,
    by: User,
    at: datetime,
) -> GroupDocument:
    """Share a file as the first version of a document; it belongs to
    whoever adds it unless another owner is given.

    Raises ValidationError when the collaboration is closed, the file is refused, or the review is not in the
    future. The same file under the same title by the same person is one document, however often the button is
    pressed.
    """
    collaboration = collaboration_for_update(collaboration.pk)
    if collaboration.state == Collaboration.State.CLOSED:
        raise ValidationError(_("%(name)s is closed.") % {"name": collaboration})
    checked = _checked(file, name)
    if same := selectors.same_document(collaboration, title=one_line(title), sha256=checked.sha256, by=by):
        return same
    _review_lies_ahead(review_on, at=at)
    document = GroupDocument(
        collaboration=collaboration, title=one_line(title), audience=audience, owner=owner or by
    )
    document.copyright_note, document.review_on = one_line(copyright_note), review_on
    save_in_words(document)
    _add_version(document, 1, file=file, checked=checked, by=by, at=at)
    record(Action.DOCUMENT_ADDED, about=document, by=by, collaboration=collaboration)
    return document


@transaction.atomic
def replace_document(
    *, document_id: int, file: BinaryIO, name: str, by: User, at: datetime
) -> DocumentVersion:
    """Add a newer version. Two people at once make two versions, one after the other.

    Raises ValidationError when the file is refused or is the newest version already, or the document has been
    removed.
    """
    document = _there(document_id)
    checked = _checked(file, name)
    newest = selectors.versions_of(document)[0]
    if newest.file.sha256 == checked.sha256:
        raise ValidationError(
            {
                "file": _("This is the same file as version %(number)s. Choose the changed file.")
                % {"number": newest.number}
            }
        )
    version = _add_version(document, newest.number + 1, file=file, checked=checked, by=by, at=at)
    record(
        Action.DOCUMENT_REPLACED,
        about=document,
        by=by,
        version=version.number,
        collaboration=document.collaboration,
    )
    return version


@transaction.atomic
def change_document(
    *,
    document_id: int,
    seen: str,
    title: str,
    audience: str,
    copyright_note: str,
    review_on: date | None,
    by: User,
    at: datetime,
) -> GroupDocument:
    """Change what is said of a document and who may open it. Nothing is written when nothing differs.

    ``seen`` is ``selectors.fingerprint_of`` what the person looked at. Raises ValidationError when somebody
    has changed it meanwhile, it has been removed, or a new day of review is not in the future.
    """
    document = _there(document_id)
    values = {
        "title": one_line(title),
        "audience": audience,
        "copyright_note": one_line(copyright_note),
        "review_on": review_on,
    }
    differing = [name for name, value in values.items() if getattr(document, name) != value]
    if not differing:
        return document
    if seen != selectors.fingerprint_of(document):
        raise ValidationError(
            _("Somebody else has changed this document meanwhile. Look at it again, then make your change.")
        )
    if "review_on" in differing:
        _review_lies_ahead(review_on, at=at)
    for field in differing:
        setattr(document, field, values[field])
    save_in_words(document, fields=differing)
    _record_change(document, differing, by=by)
    return document


@transaction.atomic
def hand_over_document(*, document_id: int, person: User, by: User, at: datetime) -> GroupDocument:
    """Make somebody of the group the owner.

    Raises ValidationError for anybody else, and for oneself where that would give sight of the document (A1).
    """
    document = _there(document_id)
    _must_be_of_group(document, person, at=at)
    seen = selectors.documents_seen(by, on=timezone.localdate(at))
    if person.pk == by.pk != document.owner_id and not seen.filter(pk=document.pk).exists():
        raise ValidationError({"person": _("You cannot make yourself the owner of this document.")})
    if document.owner_id != person.pk:
        document.owner = person
        save_in_words(document, fields=["owner"])
        _record_change(document, ["owner"], by=by)
    return document


@transaction.atomic
def name_reader(
    *, document_id: int, person: User, starts_on: date, ends_on: date | None, by: User, at: datetime
) -> DocumentReader:
    """Name somebody of the group who may open the document, ``[starts_on, ends_on)``.

    Raises ValidationError for anybody else, when the document is not for named people, the person is named in
    that time already, or it ends before it begins.
    """
    _must_be_of_group(_there(document_id), person, at=at)
    row = DocumentReader(document_id=document_id, user=person, starts_on=starts_on, ends_on=ends_on)
    return give_appointment(DOCUMENT_READER, row, by=by)


class DocumentReaderKind(AppointmentKind[DocumentReader]):
    """Named readers of a document.

    The day of the end may be any, also the first one and one later than was said before.
    """

    kind = Kind.DOCUMENT_READER
    model = DocumentReader
    end_terms = EndTerms(
        too_early=gettext_noop("The end cannot be before the first day."), may_end_on_first_day=True
    )

    def lock(self, row: DocumentReader) -> DocumentReader:
        return selectors.reader_for_update(_there(row.document_id), row.pk)

    def check(self, row: DocumentReader) -> Mapping[str, Any]:
        row.document = document = _there(row.document_id)
        if document.audience != GroupDocument.Audience.NAMED:
            raise ValidationError(_("This document is not for named people. Change who may open it first."))
        return {}

    def others(self, row: DocumentReader) -> Iterable[Span]:
        readers = selectors.readers_of(row.document).filter(user=row.user)
        return [Span(reader.starts_on, reader.ends_on) for reader in readers]

    def clash(self, row: DocumentReader) -> dict[str, str]:
        return {"person": _("%(person)s is named in that time already.") % {"person": row.user}}

    def save(self, row: DocumentReader) -> DocumentReader:
        row.save()
        return row

    def record_given(self, row: DocumentReader, *, by: User | None, details: Mapping[str, Any]) -> None:
        _record_change(row.document, ["readers"], by=by)

    def record_ended(self, row: DocumentReader, *, by: User | None) -> None:
        _record_change(row.document, ["readers"], by=by)


DOCUMENT_READER = DocumentReaderKind()


@transaction.atomic
def remove_document(*, document_id: int, by: User, at: datetime) -> GroupDocument:
    """Take a document out of the library.

    It and its versions are kept, and can be brought back. Twice is once.
    """
    document = selectors.document_for_update(document_id)
    if document.removed_at is None:
        document.removed_at = at
        save_in_words(document, fields=["removed_at"])
        record(Action.DOCUMENT_REMOVED, about=document, by=by, collaboration=document.collaboration)
    return document


@transaction.atomic
def restore_document(*, document_id: int, by: User) -> GroupDocument:
    """Bring a removed document back as it was. Twice is once."""
    document = selectors.document_for_update(document_id)
    if document.removed_at is not None:
        document.removed_at = None
        save_in_words(document, fields=["removed_at"])
        record(Action.DOCUMENT_RESTORED, about=document, by=by, collaboration=document.collaboration)
    return document


@transaction.atomic
def record_visit(*, collaboration: Collaboration, by: User, at: datetime) -> datetime | None:
    """Note that somebody looks at a group's documents.

    Answers when the visit before this one was; None for the first one.
    """
    visit, is_first = LibraryVisit.objects.select_for_update(of=("self",), no_key=True).get_or_create(
        collaboration=collaboration, user=by, defaults={"at": at}
    )
    if not is_first and at - visit.at >= ONE_VISIT:
        visit.before = visit.at
    if not is_first:
        visit.at = at
        visit.save(update_fields=["at", "before"])
    return visit.before


@transaction.atomic
def record_opening(*, version: DocumentVersion, by: User, at: datetime) -> DocumentOpening:
    """Note that somebody opened a version: for the group's own log, and as a number in the audit log."""
    opening = DocumentOpening.objects.create(version=version, user=by, at=at)
    document = version.document
    record(
        Action.DOCUMENT_OPENED,
        about=document,
        by=by,
        version=version.number,
        collaboration=document.collaboration,
    )
    return opening


def _there(document_id: int) -> GroupDocument:
    """The document, locked. Raises ValidationError once it has been removed."""
    document = selectors.document_for_update(document_id)
    if document.removed_at is not None:
        raise ValidationError(_("Somebody has removed this document meanwhile. Bring it back first."))
    return document


def _checked(file: BinaryIO, name: str) -> Checked:
    try:
        return check_file(file, name=name, purpose=GROUP_DOCUMENTS)
    except RefusedFile as refused:
        raise ValidationError({"file": str(refused)}) from None


def _add_version(
    document: GroupDocument, number: int, *, file: BinaryIO, checked: Checked, by: User, at: datetime
) -> DocumentVersion:
    """Keep the bytes under a name that says nothing: officers see in the admin which files there are."""
    ending = checked.name.rpartition(".")[2].lower()
    neutral = Checked(f"{uuid.uuid4()}.{ending}", checked.content_type, checked.size, checked.sha256)
    stored = files.store(file=file, checked=neutral, purpose=GROUP_DOCUMENTS.identifier, by=by, at=at)
    version = DocumentVersion(document=document, number=number, file=stored, added_by=by, added_at=at)
    with files.removed_unless_kept(stored):
        save_in_words(version)
    return version


def _review_lies_ahead(review_on: date | None, *, at: datetime) -> None:
    if review_on is not None and review_on <= timezone.localdate(at):
        raise ValidationError({"review_on": _("The day of the next review must be in the future.")})


def _record_change(document: GroupDocument, fields: list[str], *, by: User | None) -> None:
    """Which facts changed, without what they were or are: the audit log
    says “changed; the values are not shown here”.
    """
    details = {name: [None, None] for name in fields}
    record(
        Action.DOCUMENT_CHANGED, about=document, by=by, details=details, collaboration=document.collaboration
    )


def _must_be_of_group(document: GroupDocument, person: User, *, at: datetime) -> None:
    if (
        not selectors.people_of_group(document.collaboration, on=timezone.localdate(at))
        .filter(pk=person.pk)
        .exists()
    ):
        raise ValidationError(
            {"person": _("%(person)s does not work at a member setting.") % {"person": person}}
        )
