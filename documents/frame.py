"""What the pages' frame shows of files and running work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Running work"),
        _("Loads, exports and PDFs that are being made or were made."),
        "admin:documents_job_changelist",
        Permission.VIEW_JOBS,
        heading=_("Loading and running work"),
    ),
    key="jobs",
    order=95,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("All records"),
        _("Lists of every kind of record, to filter and export."),
        "admin:index",
        Permission.USE_ADMIN,
        heading=_("All records"),
    ),
    key="records",
    order=99,
)
