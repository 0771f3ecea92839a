"""What the pages' frame shows of people, roles and the authority itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Roles of the team"),
        _("Who holds which role, from when to when."),
        "admin:accounts_roleappointment_changelist",
        Permission.VIEW_PEOPLE,
        heading=_("People and roles"),
    ),
    key="roles",
    order=10,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("This authority"),
        _("Name, telephone numbers, colour, public page, privacy notice."),
        "admin:accounts_authority_changelist",
        Permission.CHANGE_AUTHORITY,
        heading=_("This authority"),
    ),
    key="authority",
    order=90,
)
