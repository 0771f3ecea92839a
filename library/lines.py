"""Shared documents that their owner wanted to look at again by now."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from core.frame.lines import Line, personal_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from library.selectors import documents_to_review


@personal_lines.register(key="documents", order=90)
def documents(visitor: Visitor) -> Iterator[Line]:
    if not visitor.groups and not visitor.settings:
        return
    for document in documents_to_review(visitor.user, visitor.on):
        yield Line(
            _("Look at “%(title)s” again") % {"title": document.title},
            reverse("library:document", args=[document.collaboration_id, document.pk]),
            Section.COLLABORATION,
            document.collaboration.name,
            document.collaboration_id,
            detail=_("Keep it, replace it or take it away."),
            due_on=document.review_on,
        )
