"""What the pages' frame shows of the supplement: the group's tab of money, the team's place, emails."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab

add_tab(
    Section.COLLABORATION,
    Tab(_("Money"), "supplement:of_group", pages=("supplement:answer",)),
    key="money",
    order=65,
)
add_place(
    Hub.MONEY,
    Place(
        _("Schemes of the supplement"),
        _("What is paid, when and on which terms: each year’s scheme, and the next one to write."),
        "supplement:schemes",
        Permission.VIEW_SUPPLEMENT,
        also=tuple(
            f"supplement:{name}"
            for name in (
                *("begin", "compare", "scheme", "about", "limits", "joining", "discard", "approve"),
                *("add_period", "period", "remove_period"),
                *("add_component", "component", "remove_component"),
                *("add_criterion", "criterion", "remove_criterion"),
                *("consultation", "ask", "outcome", "simulation"),
            )
        ),
    ),
    key="schemes",
    order=10,
)
add_place(
    Hub.MONEY,
    Place(
        _("How the supplement is worked out"),
        _("The approved scheme as everybody of the authority reads it."),
        "supplement:how",
        Permission.VIEW_SUPPLEMENT,
    ),
    key="how",
    order=20,
)
# the officers' queue of claims
add_place(
    Hub.MONEY,
    Place(
        _("Evidence of claims"),
        _("What groups claim, what is missing, and what waits for an officer."),
        "supplement:evidence",
        Permission.VIEW_CLAIMS,
        also=tuple(
            f"supplement:{name}"
            for name in (
                *("evidence_of_claim", "begin_check", "ask_leaders", "assess", "check_again"),
                *("decide_appeal", "waive", "take_waiver_back"),
            )
        ),
    ),
    key="evidence",
    order=30,
)
add_topic(
    Readers.GROUP,
    _("You are asked what your group thinks of a draft of the supplement’s scheme."),
    "supplement.leaders_asked",
    key="supplement",
    order=80,
)
