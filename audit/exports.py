"""The audit log as a sheet, for auditors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from audit.tables import EntriesTable, SecurityTable
from core.exports.registry import Filters, TableExport, register
from core.tables.columns import Row

AUDIT_LOG = "audit_log"
SECURITY = "security_events"


@register
class AuditLog(TableExport):
    """The entries that this person may read."""

    CHUNK = 2000
    identifier = AUDIT_LOG
    title = _("Audit log")
    description = _("Who did what, and when, in words.")
    permission = Permission.VIEW_AUDIT
    table = EntriesTable

    def count(self, filters: Filters, *, by: Any) -> None:
        """Not asked: it grows without end."""

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        """Only the four columns are read: entries carry the facts of each change."""
        rows = self.matching(filters, by=by)
        yield from rows.values_list(*(str(column.value or column.name) for column in self.columns)).iterator(
            self.CHUNK
        )


@register
class SecurityExport(TableExport):
    """The security events that this authority may read."""

    CHUNK = 2000
    identifier = SECURITY
    title = _("Security events")
    description = _("Who signed in, failed to or was refused, when and from where.")
    permission = Permission.VIEW_SECURITY
    table = SecurityTable

    def count(self, filters: Filters, *, by: Any) -> None:
        """Not asked: it grows without end."""
