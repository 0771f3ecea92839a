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
    Tab(
        _("Money"),
        "supplement:of_group",
        pages=(
            "supplement:answer",
            "supplement:group_working",
            *("supplement:begin_claim", "supplement:claim", "supplement:ask_for_numbers"),
            *("supplement:send_claim", "supplement:answer_question", "supplement:withdraw_claim"),
            "supplement:appeal_claim",
        ),
    ),
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
add_place(
    Hub.MONEY,
    Place(
        _("Payment runs"),
        _(
            "What each collaboration is paid for a period: calculated, reviewed, and approved by a second person."
        ),
        "supplement:runs",
        Permission.VIEW_RUNS,
        also=tuple(
            f"supplement:{name}"
            for name in (
                *("start_run", "run", "calculate_run", "review_run", "approve_run", "send_back"),
                *("cancel_run", "run_again", "run_claims", "run_working", "look_at"),
            )
        ),
    ),
    key="runs",
    order=40,
)
add_topic(
    Readers.GROUP,
    _("You are asked what your group thinks of a draft of the supplement’s scheme."),
    "supplement.leaders_asked",
    key="supplement",
    order=80,
)
# the claim
add_topic(
    Readers.GROUP,
    _("Your group can claim the supplement."),
    "supplement.claims_open",
    key="claims open",
    order=81,
)
add_topic(
    Readers.GROUP,
    _("Your group’s claim of the supplement is due, has a question, or is assessed."),
    "supplement.claim_due",
    "supplement.claim_question",
    "supplement.claim_assessed",
    key="claims",
    order=82,
)

# who receives the money, mandates, supplier references, funded hours (S9)
add_pages(
    Section.COLLABORATION,
    "money",
    *(
        f"supplement:{name}"
        for name in (
            *("payee", "name_payee", "remind_signers", "withdraw_payee"),
            *("accept", "hand_over", "mandate", "withdraw_mandate"),
        )
    ),
)
add_topic(
    Readers.SETTING,
    _("You are asked to sign who receives the money of your group."),
    "supplement.signature_asked",
    key="signing",
    order=85,
)
add_place(
    Hub.MONEY,
    Place(
        _("Supplier references"),
        _("The number under which the finance system knows each setting that receives money."),
        "supplement:references",
        Permission.VIEW_RUNS,
        also=("supplement:reference", "supplement:import_references"),
    ),
    key="references",
    order=60,
)
add_place(
    Hub.MONEY,
    Place(
        _("Payees that are not ready"),
        _("Collaborations that cannot be paid yet: nobody named, not signed, no supplier reference."),
        "supplement:not_ready",
        Permission.VIEW_RUNS,
    ),
    key="not ready",
    order=65,
)
add_place(
    Hub.MONEY,
    Place(
        _("Funded hours"),
        _("What settings were funded for, where a scheme pays by the hour."),
        "supplement:hours_periods",
        Permission.VIEW_RUNS,
        also=("supplement:hours", "supplement:import_hours", "supplement:setting_hours"),
    ),
    key="hours",
    order=70,
)
