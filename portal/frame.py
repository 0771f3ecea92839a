"""The tabs of a setting and of a person: the pages are this app's, what stands on them is every app's."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from core.frame.visitor import Visitor


def reads_register(visitor: Visitor, thing: Any) -> bool:
    return visitor.allows(Permission.VIEW_SETTINGS)


def reads_history(visitor: Visitor, thing: Any) -> bool:
    """Officers and managers of the team, and auditors."""
    return visitor.allows(Permission.VIEW_IMPORTS)


def uses_admin(visitor: Visitor, thing: Any) -> bool:
    return visitor.allows(Permission.VIEW_SETTINGS) and visitor.allows(Permission.USE_ADMIN)


def has_public_page(visitor: Visitor, setting: Any) -> bool:
    """For the manager of a home, which is named in public by consent alone."""
    return setting.is_domestic and not visitor.allows(Permission.VIEW_SETTINGS)


#: The questions about a person that the overview leads to.
PAGES_ABOUT_PERSON = tuple(
    f"accounts:{page}"
    for page in (
        *("lock", "unlock", "end_sessions", "invite_again"),
        *("take_away", "correct", "take_back_correction", "merge"),
    )
)

for order, key, tab in (
    (10, "overview", Tab(_("Overview"), "portal:setting", pages=("providers:change_contact",))),
    (20, "people", Tab(_("People"), "portal:setting_people")),
    (30, "judgements", Tab(_("Judgements"), "portal:setting_judgements", shown=reads_register)),
    (40, "collaborations", Tab(_("Collaborations"), "portal:setting_collaborations")),
    (60, "public", Tab(_("Public page"), "portal:setting_public", shown=has_public_page)),
    (80, "history", Tab(_("History"), "portal:setting_history", shown=reads_history)),
    (90, "fields", Tab(_("All fields"), "admin:providers_provider_change", shown=uses_admin)),
):
    add_tab(Section.SETTING, tab, key=key, order=order)

for order, key, tab in (
    (
        10,
        "overview",
        Tab(_("Overview"), "portal:person", pages=("memberships:change_contact", *PAGES_ABOUT_PERSON)),
    ),
    (20, "emails", Tab(_("Emails"), "portal:person_emails")),
    (40, "history", Tab(_("History"), "portal:person_history")),
):
    add_tab(Section.PERSON, tab, key=key, order=order)

add_topic(
    Readers.EVERYBODY,
    _("What you are to do, once a week while something is to be done; what could wait, once a day."),
    "portal.weekly_digest",
    "portal.daily_digest",
    key="week",
    order=10,
)

add_place(
    Hub.SUPPORT,
    Place(
        _("Meetings to attend"),
        _("Where groups expect one of you, on which day, and what clashes."),
        "portal:engagements",
        Permission.VIEW_SUPPORT,
    ),
    key="engagements",
    order=15,
)
add_place(
    Hub.DATA,
    Place(
        _("Groups that have not met for a term"),
        _("How long ago they met, who leads them, and how to reach them."),
        "portal:quiet_groups",
        Permission.VIEW_COLLABORATIONS,
        query="?sort=-quiet",
    ),
    key="quiet_groups",
    order=47,
)
add_place(
    Hub.DATA,
    Place(
        _("Attendance of the county"),
        _("How often members were at their meetings, by district, group and setting."),
        "portal:attendance_rates",
        Permission.VIEW_COLLABORATIONS,
        also=("portal:attendance_groups", "portal:attendance_settings"),
    ),
    key="attendance_rates",
    order=48,
)
