"""What the pages' frame shows of the audit log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.DATA,
    Place(
        _("Audit log"),
        _("Who changed what, and when."),
        "audit:entries",
        Permission.VIEW_AUDIT,
        also=("audit:entry",),
    ),
    key="audit",
    order=90,
)
add_place(
    Hub.DATA,
    Place(
        _("Security events"),
        _("Sign-ins, refusals and limits."),
        "audit:security",
        Permission.VIEW_SECURITY,
    ),
    key="security",
    order=95,
)
