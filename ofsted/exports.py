"""Loads, and the rows of a load, as sheets."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.registry import Filters, TableExport, register
from ofsted.tables import LoadRowsTable, LoadsTable

LOAD_ROWS = "ofsted_load_rows"
LOADS = "ofsted_loads"


@register
class Loads(TableExport):
    """Every load, with what was chosen in the list."""

    identifier = LOADS
    title = _("Loads of files into the register")
    permission = Permission.VIEW_IMPORTS
    table = LoadsTable


@register
class LoadRows(TableExport):
    """A load is named by the list it comes from."""

    CHUNK = 2000
    identifier = LOAD_ROWS
    title = _("Rows of a load of Ofsted's file")
    permission = Permission.VIEW_IMPORTS
    table = LoadRowsTable

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Only from a load's own page: there is nothing to export without one."""
        return bool(filters.get("run")) and super().may_run(by, filters)

    def count(self, filters: Filters, *, by: Any) -> None:
        """Not asked."""
