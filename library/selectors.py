"""Reads about shared documents.

Everything starts from ``documents_seen``: to whoever may not open a document, it does not exist.

The dates decide alone, as they stand on the day: who has left a setting, whose setting has left the group,
whose time as a leader or reader is over sees nothing from the first day without it, whatever job runs or does
not run. Permissions over the authority open nothing (decision 0013).
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, Max, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from accounts.models import User, holds_on
from accounts.permissions import Permission
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from core.files import DOCUMENTS, KIND_NAMES
from core.ordering import InOrder
from core.prepared import prepared
from documents.models import StoredFile
from library.models import DocumentOpening, DocumentReader, DocumentVersion, GroupDocument
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, leads_on
from memberships.selectors.permissions import OFFICES_WITH_PERMISSIONS

#: So many documents to look at again are named; the others come up as these are done.
MAX_TO_REVIEW = 3
AUDIENCES = GroupDocument.Audience.choices
#: What a kind of file is called in lists and on buttons.
KINDS: dict[str, str] = {kind: name for kind, name in KIND_NAMES.items() if kind in DOCUMENTS}


def document_for_update(document_id: int) -> GroupDocument:
    """The row, locked to the end of the transaction, with its collaboration.

    Raises GroupDocument.DoesNotExist.
    """
    rows = GroupDocument.objects.select_for_update(of=("self",), no_key=True).select_related(
        "collaboration", "owner"
    )
    return rows.get(pk=document_id)


def versions_of(document: GroupDocument) -> QuerySet[DocumentVersion]:
    """Every version, the newest first."""
    return (
        DocumentVersion.objects.filter(document=document)
        .select_related("file", "added_by")
        .order_by("-number")
    )


def versions_new_rows(user: User, since: date, until: date, *, sees_more: bool) -> QuerySet[DocumentVersion]:
    """The same where it is known already whether the reader sees documents beyond the own groups."""
    seen = _documents(user, until, sees_more).order_by().values("pk")
    rows = DocumentVersion.objects.filter(
        document__in=seen, added_at__date__gte=since, added_at__date__lt=until
    ).exclude(added_by=user)
    return rows.select_related("document__collaboration").order_by("-added_at", "-pk")


def place_of_file(file: StoredFile) -> tuple[str, str] | None:
    """The group whose document a file is; which document, only the group knows (decision 0013)."""
    version = DocumentVersion.objects.filter(file=file).select_related("document__collaboration").first()
    if version is None:
        return None
    group = version.document.collaboration
    return group.name, reverse("collaborations:detail", args=[group.pk])


def version_of(document: GroupDocument, version_id: int) -> DocumentVersion | None:
    return versions_of(document).filter(pk=version_id).first()


def same_document(collaboration: Collaboration, *, title: str, sha256: str, by: User) -> GroupDocument | None:
    """A document of this title whose newest version is this very file,
    added by the same person: the button was pressed twice.
    """
    rows = GroupDocument.objects.filter(
        collaboration=collaboration, title=title, removed_at=None, versions__added_by=by
    )
    return (
        rows.filter(versions__file__sha256=sha256)
        .annotate(newest=Max("versions__number"))
        .filter(newest=1)
        .first()
    )


def readers_of(document: GroupDocument) -> QuerySet[DocumentReader]:
    """Everybody who is, was or will be named, by name."""
    return (
        DocumentReader.objects.filter(document=document)
        .select_related("user")
        .order_by("user__full_name__in_order", "starts_on", "pk")
    )


def reader_for_update(document: GroupDocument, reader_id: int) -> DocumentReader:
    rows = DocumentReader.objects.select_for_update(of=("self",), no_key=True).select_related("user")
    return rows.get(document=document, pk=reader_id)


def openings_of(document: GroupDocument) -> QuerySet[DocumentOpening]:
    """Who opened which version when, the latest first."""
    return (
        DocumentOpening.objects.filter(version__document=document)
        .select_related("user", "version")
        .order_by("-at", "-pk")
    )


def fingerprint_of(document: GroupDocument) -> str:
    """What a form was filled from.

    Two people who change one document at once would undo each other's choice of who may open it.
    """
    facts = (
        document.title,
        document.audience,
        document.copyright_note,
        document.review_on,
        document.owner_id,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def documents_seen(user: User, *, on: date) -> QuerySet[GroupDocument]:
    """The documents that somebody may open on a day, of every collaboration, by title; each with its newest
    version's facts (``version``, ``content_type``, ``size``, ``added_at``, ``added_by``) and ``is_kept``:
    whether the person may change it.
    """
    return _documents(user, on, sees_beyond_groups(user))


def _documents(user: User, on: date, sees_more: bool) -> QuerySet[GroupDocument]:
    return _with_newest(_seen(user, on, sees_more).filter(removed_at=None))


def titles_seen(user: User, *, on: date) -> list[str]:
    """The titles of the documents that somebody may open on a day."""
    return [title for (title,) in _titles(user=user, on=on, sees_more=sees_beyond_groups(user))]


@prepared
def _titles(user: User, on: date, sees_more: bool) -> QuerySet[Any]:
    return _seen(user, on, sees_more).filter(removed_at=None).order_by().values_list("title")


def sees_beyond_groups(user: User) -> bool:
    """Whether what is somebody's own, or names somebody, opens without belonging to the group."""
    return user.has_perm(Permission.VIEW_COLLABORATIONS)


def documents_removed(user: User, *, on: date) -> QuerySet[GroupDocument]:
    """Removed documents that somebody may bring back."""
    kept = {"removed_at__isnull": False, "is_kept": True}
    return _with_newest(_seen(user, on, sees_beyond_groups(user)).filter(**kept))


def document_seen(
    user: User, collaboration: Collaboration, document_id: int, *, on: date
) -> GroupDocument | None:
    """One document, or None for whoever may not open it."""
    return documents_seen(user, on=on).filter(collaboration=collaboration, pk=document_id).first()


def document_removed(
    user: User, collaboration: Collaboration, document_id: int, *, on: date
) -> GroupDocument | None:
    return documents_removed(user, on=on).filter(collaboration=collaboration, pk=document_id).first()


def documents_to_review(user: User, on: date) -> list[GroupDocument]:
    """The documents that somebody owns and is to look at again by a day, the longest overdue first: the first
    ``MAX_TO_REVIEW`` of them.
    """
    return _to_review(user=user, on=on, sees_more=sees_beyond_groups(user))


@prepared
def _to_review(user: User, on: date, sees_more: bool) -> QuerySet[GroupDocument]:
    rows = _seen(user, on, sees_more).filter(removed_at=None, owner=user, review_on__lte=on)
    return rows.order_by("review_on", "pk")[:MAX_TO_REVIEW]


def is_of_group(user: User, collaboration: Collaboration, *, on: date) -> bool:
    """Whether somebody works at a member setting on a day."""
    return people_of_group(collaboration, on=on).filter(pk=user.pk).exists()


def new_since(user: User, collaboration: Collaboration, since: datetime | None, *, on: date) -> int:
    """How many documents that somebody may open others have added or replaced since then."""
    if since is None:
        return 0
    rows = documents_seen(user, on=on).filter(collaboration=collaboration, added_at__gt=since)  # type: ignore[misc]
    return rows.exclude(added_by=user.pk).count()  # type: ignore[misc]


def due_for_review(rows: QuerySet[GroupDocument], *, on: date) -> QuerySet[GroupDocument]:
    return rows.filter(review_on__lte=on)


def people_of_group(collaboration: Collaboration, *, on: date) -> QuerySet[User]:
    """Everybody who works at a member setting on a day, by name."""
    members = Membership.objects.filter(is_member_on(on), collaboration=collaboration).values("provider_id")
    works = SettingRole.objects.filter(holds_on(on), provider__in=members)
    return people_to_write_to(works.values("user_id"))


def readers_on(document: GroupDocument, *, on: date) -> list[DocumentReader]:
    """The readers on a day and those to come.

    ``is_away``: named, and no longer of the group, so that the document stays shut.
    """
    rows = readers_of(document).filter(Q(ends_on=None) | Q(ends_on__gt=on))
    members = Membership.objects.filter(is_member_on(on), collaboration=document.collaboration_id).values(
        "provider_id"
    )
    works = SettingRole.objects.filter(holds_on(on), provider__in=members, user=OuterRef("user_id"))
    return list(rows.annotate(is_away=~Exists(works)))


def _seen(user: User, on: date, sees_more: bool) -> QuerySet[GroupDocument]:
    """The rule itself, once.

    Whoever works at a member setting on the day is of the group; an officer counts as if, but only for what
    is the officer's own or names the officer.
    """
    works_at = SettingRole.objects.filter(holds_on(on), user=user).values("provider_id")
    groups = Membership.objects.filter(is_member_on(on), provider__in=works_at).values("collaboration_id")
    held = {"user": user, "membership__provider__in": works_at}
    led = LeaderAppointment.objects.filter(leads_on(on), **held).values("membership__collaboration_id")
    offices = OfficeHolder.objects.filter(leads_on(on), office__in=OFFICES_WITH_PERMISSIONS, **held).values(
        "membership__collaboration_id"
    )
    named = DocumentReader.objects.filter(holds_on(on), user=user).values("document_id")
    belongs = Q(collaboration__in=groups)
    runs = Q(collaboration__in=led) | Q(collaboration__in=offices)
    personal = Q(owner=user) | Q(audience=GroupDocument.Audience.NAMED, pk__in=named)
    if not sees_more:
        personal &= belongs
    opens = (
        (Q(audience=GroupDocument.Audience.GROUP) & belongs)
        | (Q(audience=GroupDocument.Audience.LEADERS) & runs)
        | personal
    )
    kept = ExpressionWrapper(Q(owner=user) | runs, output_field=BooleanField())
    return GroupDocument.objects.filter(opens).select_related("owner", "collaboration").annotate(is_kept=kept)


def _with_newest(rows: QuerySet[GroupDocument]) -> QuerySet[GroupDocument]:
    newest = DocumentVersion.objects.filter(document=OuterRef("pk")).order_by("-number")
    facts = {
        "version": Subquery(newest.values("number")[:1]),
        "content_type": Subquery(newest.values("file__content_type")[:1]),
        "size": Subquery(newest.values("file__size")[:1]),
        "added_at": Subquery(newest.values("added_at")[:1]),
        "added_by": Subquery(newest.values("added_by")[:1]),
    }
    return rows.annotate(**facts, title_in_order=InOrder("title"), owner_name=F("owner__full_name")).order_by(
        "title_in_order", "pk"
    )


def documents_added_since(
    user: User, collaboration: Collaboration, *, since: date, on: date
) -> list[tuple[GroupDocument, date]]:
    """The documents of a group that somebody may open and that have a version newer than a day, each with the
    day of that version; the newest first.
    """
    rows = _added_since(
        user=user, collaboration=collaboration, since=since, on=on, sees_more=sees_beyond_groups(user)
    )
    return [(row, timezone.localdate(row.added_at)) for row in rows]


@prepared
def _added_since(
    user: User, collaboration: Collaboration, since: date, on: date, sees_more: bool
) -> QuerySet[GroupDocument]:
    newest = DocumentVersion.objects.filter(document=OuterRef("pk")).order_by("-number")
    rows = _seen(user, on, sees_more).filter(removed_at=None, collaboration=collaboration)
    rows = rows.annotate(added_at=Subquery(newest.values("added_at")[:1])).filter(added_at__date__gt=since)
    return rows.order_by("-added_at", "pk")
