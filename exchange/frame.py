"""What the pages' frame shows of spreadsheets and exports."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.DATA,
    Place(
        _("Exports"),
        _("Every list as a spreadsheet, and the exports made lately."),
        "exchange:exports",
        Permission.EXPORT,
        also=("documents:export", "documents:job"),
    ),
    key="exports",
    order=80,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Spreadsheet of groups"),
        _("Bring existing groups and their members from a spreadsheet."),
        "exchange:sheets",
        Permission.IMPORT_COLLABORATIONS,
        also=tuple(
            f"exchange:{name}"
            for name in ("upload_sheet", "sheet", "sheet_lines", "sheet_questions", "discard_sheet")
        ),
        heading=_("Loading and running work"),
    ),
    key="sheets",
    order=80,
)
