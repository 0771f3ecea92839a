"""What every list shows of what is kept of it (``core.tables.kept``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission
from core.tables.kept import Kept, SavedList
from documents import selectors
from documents.services.lists import SELECTION_KEPT, keep_selection


class ListKeeper:
    """Keeps lists in the tables of this app."""

    def kept(self, *, by: Any, name: str) -> Kept:
        rows = list(selectors.kept_lists(by, name))
        mine = next((row for row in rows if not row.name and row.person_id == by.pk), None)
        saved = tuple(
            SavedList(row.pk, row.name, row.query, row.for_team, row.person_id == by.pk)
            for row in rows
            if row.name
        )
        for_team = by.has_perm(Permission.USE_ADMIN)
        if mine is None:
            return Kept(saves_for_team=for_team, saved=saved)
        return Kept(tuple(mine.columns), mine.size, for_team, saved)

    def addresses(self, name: str) -> dict[str, str]:
        return {
            "keep_url": reverse("documents:keep_list", args=[name]),
            "save_url": reverse("documents:save_list", args=[name]),
        }

    def select(self, *, by: Any, ids: Sequence[int]) -> int:
        return keep_selection(ids=ids, by=by, at=timezone.now()).pk

    def selected(self, *, by: Any, number: int) -> list[int] | None:
        return selectors.selected_ids(by, number, since=timezone.now() - SELECTION_KEPT)
