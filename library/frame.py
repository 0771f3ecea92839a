"""What the pages' frame shows of shared documents."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from core.emails import within_authority
from core.frame.news import News, Row, add_news
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from core.frame.visitor import Visitor
from library.models import DocumentVersion
from library.selectors import versions_new_to


def has_documents(visitor: Visitor, collaboration: Any) -> bool:
    """Members, and officers for what they added or are named for; nobody who only reads (decision 0013)."""
    return not visitor.allows(Permission.VIEW_COLLABORATIONS) or visitor.allows(
        Permission.CHANGE_COLLABORATIONS
    )


add_tab(
    Section.COLLABORATION,
    Tab(
        _("Documents"),
        "library:library",
        pages=tuple(
            f"library:{name}"
            for name in (
                "document",
                "open_document",
                "add_document",
                "change_document",
                "replace_document",
                "remove_document",
                "restore_document",
                "hand_over_document",
                "document_openings",
                "name_reader",
                "end_reader",
            )
        ),
        shown=has_documents,
    ),
    key="documents",
    order=60,
)


def new_documents(user: User, since: date, until: date) -> QuerySet[DocumentVersion]:
    """Documents and versions that others have added, where the person may open them."""
    return versions_new_to(user, since=since, until=until)


def tell_document(row: Row) -> News:
    words = _("New document: %(title)s") if row.number == 1 else _("New version: %(title)s")
    path = within_authority("library:document", row.group_id, row.pk)
    return News(row.on, str(words) % {"title": row.title}, path, row.group)


add_news(
    new_documents,
    tell_document,
    key="documents",
    order=10,
    columns=(
        TruncDate("added_at"),
        "number",
        "document__title",
        "document__collaboration_id",
        "document__collaboration__name",
    ),
)
