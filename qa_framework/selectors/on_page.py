"""What a page of the authority's team reads of quality, in its one statement: the drafts of frameworks."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from accounts.permissions import Permission
from core.frame.page_rows import add_page_rows, page_rows
from core.frame.visitor import Visitor
from qa_framework.models.frameworks import FrameworkVersion
from qa_framework.rules.versions import VersionState


class Draft(NamedTuple):
    """A version that is being written: its name, who began it and on which day."""

    pk: int
    name: str
    number: int
    begun_on: date
    begun_by: str
    is_own: bool


def drafts(visitor: Visitor) -> list[Draft]:
    """Q1: the drafts of all frameworks, those that this visitor began first."""
    found = [
        Draft(
            row.pk,
            row.facts["name"],
            row.facts["number"],
            timezone.localdate(datetime.fromisoformat(row.facts["at"])),
            row.facts["by"],
            row.facts["by_id"] == visitor.user.pk,
        )
        for row in page_rows(visitor, "framework_drafts")
    ]
    return sorted(found, key=lambda draft: (not draft.is_own, draft.begun_on, draft.pk))


add_page_rows(
    lambda groups, settings, user, on: FrameworkVersion.objects.filter(state=VersionState.DRAFT),
    key="framework_drafts",
    facts={
        "name": "name",
        "number": "number",
        "at": "started_at",
        "by": "started_by__full_name",
        "by_id": "started_by_id",
    },
    permission=Permission.WRITE_FRAMEWORKS,
)
