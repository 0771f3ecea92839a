"""What the pages' frame shows of shared documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from core.emails import within_authority
from core.frame.news import News, news
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from core.frame.visitor import Visitor
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


@news.register(key="documents", order=10)
def new_documents(user: User, since: date, until: date) -> Iterator[News]:
    """Documents and versions that others have added, where the person may open them."""
    for version in versions_new_to(user, since=since, until=until):
        document = version.document
        words = _("New document: %(title)s") if version.number == 1 else _("New version: %(title)s")
        path = within_authority("library:document", document.collaboration_id, document.pk)
        what = str(words) % {"title": document.title}
        yield News(timezone.localdate(version.added_at), what, path, str(document.collaboration))
