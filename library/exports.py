"""The list of a group's shared documents as a sheet, without what is in them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from core.exports.registry import Filters, TableExport, register
from library.tables import DocumentsTable


@register
class GroupDocuments(TableExport):
    """As each person sees the list. The group's own, so the permission to export is not asked."""

    identifier = "group_documents"
    title = _("Documents")
    description = _("The shared documents of a collaboration that you may open, without what is in them.")
    permission = Permission.VIEW_COLLABORATIONS
    table = DocumentsTable

    def may_run(self, by: Any, filters: Filters) -> bool:
        """Only of one collaboration that the person sees."""
        if "collaboration" not in filters:
            return False
        collaboration = collaboration_by_id(int(filters["collaboration"]))
        return collaboration is not None and by.has_perm(self.permission, collaboration)
