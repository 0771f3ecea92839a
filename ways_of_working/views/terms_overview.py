"""The officers' list of ways of working: how far each collaboration is,
and where practice has moved away from the agreement.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from ways_of_working.tables import WaysOfWorkingTable


class TermsOverview(ListPage):
    """Every collaboration that is not closed. No setting is named: what differs is said by its subject."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Ways of working")
    template_name = "ways_of_working/overview.html"
    thing, things = _("collaboration"), _("collaborations")
    table_class = WaysOfWorkingTable
    export = "ways_of_working"
    export_permission = Permission.EXPORT
    empty_text = _(
        "There are no collaborations yet. Once there are, this list says how far each is with its ways of"
        " working."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may = {
            "may_see_templates": self.allows(Permission.VIEW_TEMPLATES),
            "may_print": self.allows(Permission.PRINT_TERMS),
        }
        return super().get_context_data(**{**may, **kwargs})
