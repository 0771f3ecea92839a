"""What the pages' frame shows of the supplement: the group's tab of money, the team's place, emails."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_pages, add_tab

add_tab(
    Section.COLLABORATION,
    Tab(_("Money"), "supplement:of_group", pages=("supplement:answer",)),
    key="money",
    order=65,
)
# the fund of a collaboration
add_pages(
    Section.COLLABORATION,
    "money",
    *(
        f"supplement:{name}"
        for name in (
            *("fund", "fund_entries", "fund_spending", "open_fund", "decide_to_spend"),
            *("spending_decision", "close_decision", "tell_effect", "order"),
            *("pay_order", "add_receipts", "take_back_spending", "open_receipt"),
        )
    ),
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
add_topic(
    Readers.GROUP,
    _("You are asked what your group thinks of a draft of the supplement’s scheme."),
    "supplement.leaders_asked",
    key="supplement",
    order=80,
)
