"""What all exports of this app share."""

from __future__ import annotations

from typing import Any

from accounts.permissions import Permission
from core.exports.registry import Export, Filters

CHUNK = 500


class OurExport(Export):
    """Needs the right to export besides the right to see."""

    def may_run(self, by: Any, filters: Filters) -> bool:
        return by.has_perm(Permission.EXPORT) and super().may_run(by, filters)
