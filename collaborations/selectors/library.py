"""Reads about shared documents, whoever asks. Who may see one is asked first, one layer up (memberships.selectors.library)."""

from __future__ import annotations

import hashlib

from django.db.models import Max, QuerySet

from accounts.models import User
from collaborations.models import Collaboration, DocumentOpening, DocumentReader, DocumentVersion, GroupDocument

AUDIENCES = GroupDocument.Audience.choices


def document_for_update(document_id: int) -> GroupDocument:
    """The row, locked to the end of the transaction, with its collaboration. Raises GroupDocument.DoesNotExist."""
    rows = GroupDocument.objects.select_for_update(of=("self",), no_key=True).select_related("collaboration", "owner")
    return rows.get(pk=document_id)


def versions_of(document: GroupDocument) -> QuerySet[DocumentVersion]:
    """Every version, the newest first."""
    return DocumentVersion.objects.filter(document=document).select_related("file", "added_by").order_by("-number")


def version_of(document: GroupDocument, version_id: int) -> DocumentVersion | None:
    return versions_of(document).filter(pk=version_id).first()


def same_document(collaboration: Collaboration, *, title: str, sha256: str, by: User) -> GroupDocument | None:
    """A document of this title whose newest version is this very file, added by the same person: the button was pressed twice."""
    rows = GroupDocument.objects.filter(collaboration=collaboration, title=title, removed_at=None, versions__added_by=by)
    return rows.filter(versions__file__sha256=sha256).annotate(newest=Max("versions__number")).filter(newest=1).first()


def readers_of(document: GroupDocument) -> QuerySet[DocumentReader]:
    """Everybody who is, was or will be named, by name."""
    return DocumentReader.objects.filter(document=document).select_related("user").order_by("user__full_name", "starts_on", "pk")


def reader_for_update(document: GroupDocument, reader_id: int) -> DocumentReader:
    rows = DocumentReader.objects.select_for_update(of=("self",), no_key=True).select_related("user")
    return rows.get(document=document, pk=reader_id)


def openings_of(document: GroupDocument) -> QuerySet[DocumentOpening]:
    """Who opened which version when, the latest first."""
    return DocumentOpening.objects.filter(version__document=document).select_related("user", "version").order_by("-at", "-pk")


def fingerprint_of(document: GroupDocument) -> str:
    """What a form was filled from. Two people who change one document at once would undo each other's choice of who may open it."""
    facts = (document.title, document.audience, document.copyright_note, document.review_on, document.owner_id)
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
