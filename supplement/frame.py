"""What the pages' frame shows of the supplement: the group's tab of money, the team's place, emails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.deciding import Put, Subject, subjects
from core.frame.effects import Effect, effects
from core.frame.news import News, Row, add_news
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_pages, add_tab
from core.frame.visitor import Visitor
from portal.selectors.own import own_groups
from supplement.models.fund import SpendingDecision
from supplement.selectors.fund import told_of_plan
from supplement.selectors.proposals import SPENDING

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Money"),
        "supplement:of_group",
        pages=(
            "supplement:answer",
            *("supplement:group_working", "supplement:statement", "supplement:statement_pdf"),
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
            *("remove_receipt", "bring_receipt_back"),
            *("propose_spending", "spending_proposal", "decide_proposal", "end_proposal"),
            *("spend_return", "report_spending", "leaver", "take_share_out", "hand_on_balance"),
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
add_place(
    Hub.MONEY,
    Place(
        _("Periods"),
        _("What of a period is still open, and which periods are closed."),
        "supplement:periods",
        Permission.VIEW_RUNS,
        also=("supplement:closing_period", "supplement:close_period", "supplement:reopen_period"),
    ),
    key="periods",
    order=45,
)
# reports
add_place(
    Hub.MONEY,
    Place(
        _("Reports of the supplement"),
        _("Totals, balances, rates, payments to publish, and who did not meet which rule."),
        "supplement:reports",
        Permission.VIEW_RUNS,
        also=(
            *("supplement:report_rules", "supplement:report_ceiling", "supplement:report_published"),
            *("supplement:report_rates", "supplement:report_balances", "supplement:report_objectives"),
            "supplement:report_members",
        ),
    ),
    key="reports",
    order=90,
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
    _("Your group’s claim of the supplement is due, has a question, or is assessed; your appeal is decided."),
    "supplement.claim_due",
    "supplement.claim_question",
    "supplement.claim_assessed",
    "supplement.appeal_decided",
    key="claims",
    order=82,
)


def new_decisions(user: User, since: date, until: date) -> QuerySet[SpendingDecision]:
    """Decisions to spend of the person's groups that somebody else recorded."""
    groups = collaborations_of(user, on=until).order_by().values("pk")
    rows = SpendingDecision.objects.filter(
        collaboration__in=groups, recorded_at__date__gte=since, recorded_at__date__lt=until
    )
    return rows.exclude(recorded_by=user)


def tell_decision(row: Row) -> News:
    what = str(_("Decision to spend: %(what)s")) % {"what": row.title}
    path = within_authority("supplement:spending_decision", row.group_id, row.pk)
    return News(row.on, what, path, row.group)


add_news(
    new_decisions,
    tell_decision,
    key="spending",
    order=50,
    columns=(
        TruncDate("recorded_at"),
        Value(0),
        "what",
        "collaboration_id",
        "collaboration__name",
    ),
)


def find_spending(visitor: Visitor, group: Any, pk: int) -> Put | None:
    """Spending is put to the vote with its proposal, from the fund's page alone."""
    return None


def spending_address(visitor: Visitor, vote: Any) -> str:
    """For the group's own people, and the team without whoever sees no money."""
    if not visitor.allows(Permission.VIEW_CLAIMS):
        own = visitor.once(own_groups, user=visitor.user, on=visitor.on)
        if all(row.pk != vote.collaboration_id for row in own):
            return ""
    return reverse("supplement:spending_proposal", args=[vote.collaboration_id, vote.subject_id])


subjects.add(
    Subject(SPENDING, _("The spending that is proposed"), find_spending, spending_address),
    key=SPENDING,
    order=40,
)
# who receives the money, mandates, supplier references, funded hours (S9)
add_pages(
    Section.COLLABORATION,
    "money",
    *(
        f"supplement:{name}"
        for name in (
            *("payee", "name_payee", "remind_signers", "withdraw_payee"),
            *("accept", "hand_over", "mandate", "withdraw_mandate", "end_payee"),
        )
    ),
)
add_topic(
    Readers.SETTING,
    _("You are asked to sign who receives the money of your group, or the team ended who received it."),
    "supplement.signature_asked",
    "supplement.payee_ended",
    key="signing",
    order=85,
)


@effects.register(key="spending", order=10)
def what_money_changed(plan: Any) -> Iterator[Effect]:
    """What the group has told of its decisions to spend, offered where it writes about the plan's effect."""
    for row in told_of_plan(plan.pk):
        address = reverse("supplement:spending_decision", args=[row.collaboration_id, row.pk])
        yield Effect(row.objective.aim, row.what, row.changed, address)


# payments, files, answers
add_place(
    Hub.MONEY,
    Place(
        _("Payments"),
        _("What was paid and what is due, payment files for the finance system, and its answers."),
        "supplement:payments",
        Permission.VIEW_RUNS,
        also=tuple(
            f"supplement:{name}"
            for name in (
                *("payment_layout", "run_payments", "make_file", "payment_file", "take_file", "let_go"),
                *("upload_answers", "answers", "mark_payment", "close_run", "statements"),
            )
        ),
    ),
    key="payments",
    order=50,
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
        _("Corrections"),
        _("What was corrected after a run was approved, and what waits for the next run."),
        "supplement:corrections",
        Permission.VIEW_RUNS,
        also=(
            *("supplement:decide_correction", "supplement:add_correction", "supplement:hold_claim"),
            *("supplement:bring_in", "supplement:agree_to_correction", "supplement:take_correction_back"),
        ),
    ),
    key="corrections",
    order=55,
)
add_place(
    Hub.MONEY,
    Place(
        _("Checks of the money"),
        _("Whether every payment, file, fund and run adds up: checked each night."),
        "supplement:money_checks",
        Permission.VIEW_RUNS,
    ),
    key="money checks",
    order=90,
)
add_topic(
    Readers.TEAM,
    _("A check of the supplement’s money failed, or a group appeals about its claim."),
    "supplement.money_alarm",
    "supplement.appeal_came",
    key="money alarm",
    order=84,
)
add_topic(
    Readers.GROUP,
    _("Money of the supplement came for your group, and its statement is ready."),
    "supplement.money_paid",
    "supplement.statement_ready",
    key="money paid",
    order=83,
)
add_pages(Section.SETTING, "numbers", "supplement:choose_group")
add_topic(
    Readers.SETTING,
    _("Your setting is in two groups and chooses where the supplement is paid."),
    "supplement.group_to_choose",
    "supplement.group_still_to_choose",
    key="choosing",
    order=86,
)
add_place(
    Hub.MONEY,
    Place(
        _("Settings in two groups"),
        _("In which group each is paid, where the scheme lets it choose, and who has not chosen."),
        "supplement:in_two_groups",
        Permission.VIEW_CLAIMS,
    ),
    key="two groups",
    order=35,
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
