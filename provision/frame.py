"""What the pages' frame shows of staff numbers, free places and partnerships."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_pages, add_tab

add_pages(Section.COLLABORATION, "members", "provision:staff_returns")
add_tab(
    Section.SETTING,
    Tab(
        _("Numbers and places"),
        "portal:setting_numbers",
        pages=tuple(
            f"provision:{name}"
            for name in (
                "vacancies",
                "add_vacancy",
                "change_vacancy",
                "remove_vacancy",
                "confirm_vacancy",
                "staff_return",
                "partnerships",
                "add_partnership",
                "change_partnership",
                "end_partnership",
            )
        ),
    ),
    key="numbers",
    order=50,
)
add_pages(Section.SETTING, "public", "provision:give_consent", "provision:withdraw_consent")
add_place(
    Hub.DATA,
    Place(
        _("Staff numbers"),
        _("How many work with children at each setting, and who has still to confirm it."),
        "provision:returns",
        Permission.VIEW_RETURNS,
        also=("provision:remind_returns",),
    ),
    key="staff_numbers",
    order=20,
)
add_place(
    Hub.DATA,
    Place(
        _("Free places"),
        _("Places that settings say are free, to tell a family about."),
        "provision:all_vacancies",
        Permission.VIEW_SETTINGS,
    ),
    key="free_places",
    order=35,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Staff number periods"),
        _("The days on which staff are counted, and by when settings confirm."),
        "provision:periods",
        Permission.SET_RETURNS,
        also=("provision:add_period", "provision:change_period"),
        heading=_("Register"),
    ),
    key="periods",
    order=50,
)

add_topic(
    Readers.SETTING,
    _("The number of staff is asked for, with the last day to give it."),
    "provision.staff_return_asked",
    key="staff_numbers",
    order=40,
)
add_topic(
    Readers.SETTING,
    _("Free places that you gave are soon no longer shown."),
    "provision.places_fading",
    key="free_places",
    order=45,
)
