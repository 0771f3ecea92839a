"""What exports of lists of the early years team share."""

from __future__ import annotations

from typing import Any

from accounts.permissions import Permission
from core.exports.registry import Export, Filters, TableExport


class OurExport(Export):
    """Needs the permission to export besides the permission to see."""

    def may_run(self, by: Any, filters: Filters) -> bool:
        return by.has_perm(Permission.EXPORT) and super().may_run(by, filters)


class OurTableExport(OurExport, TableExport):
    """The same, of a table that a list page shows."""
