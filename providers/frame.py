"""What the pages' frame shows of the register of settings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Register of settings"),
        _("Every field of every setting, to filter, put right and export."),
        "admin:providers_provider_changelist",
        Permission.VIEW_SETTINGS,
        heading=_("Register"),
    ),
    key="register",
    order=20,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Districts"),
        _("The parts of the authority that settings and groups belong to."),
        "admin:providers_district_changelist",
        Permission.VIEW_SETTINGS,
        heading=_("Register"),
    ),
    key="districts",
    order=30,
)
