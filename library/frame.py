"""What the pages' frame shows of shared documents."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from core.frame.visitor import Visitor


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
