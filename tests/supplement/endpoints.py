"""The matrix of endpoints: the scheme of a year, written by the manager, read by whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    EVERY_ROLE,
    GROUP_MEMBERS,
    LEADER,
    MANAGER,
    OFFICERS,
    OFFICERS_AND_AUDITOR,
    STAFF,
    Endpoint,
    Record,
    form,
    group_page,
    link_form,
)

SEE_MONEY = OFFICERS_AND_AUDITOR | {"finance"}
SCHEME = {"scheme": "scheme"}
ASKED = {"scheme": "asked scheme"}
PERIOD = {**SCHEME, "row": "scheme period"}
COMPONENT = {**SCHEME, "row": "scheme component"}
PAYEE = {"row": "payee"}
MEMBER = frozenset({"member"})
FINANCE = frozenset({"finance"})
HOURS = {"period": "period by hours"}
CRITERION = {**SCHEME, "row": "scheme criterion"}
CLAIM = {**COLLABORATION, "claim": "claim"}

SUBMITTED, CHECKING = {"claim": "claim submitted"}, {"claim": "claim checking"}
FINANCE = frozenset({"finance"})
MONEY_TEAM = FINANCE | OFFICERS
DECISION = {"decision": "spending decision"}
APPROVERS = FINANCE | MANAGER
RUN = {"run": "calculated run"}
REVIEWED = {"run": "reviewed run"}
RUN_CLAIM = {**RUN, "claim": "run claim"}
PAID_RUN = {"run": "approved run"}


def leaders_step(**rows: str) -> Endpoint:
    """What the leader alone does, or signs; others of the group and the team are refused."""
    return Endpoint(LEADER, LEADER, {**COLLABORATION, **rows}, known_to=STAFF | GROUP_MEMBERS)


def sums_page(**rows: str) -> Endpoint:
    """A page of sums: for the group's members, and the team without whoever sees no money."""
    return Endpoint(
        SEE_MONEY | GROUP_MEMBERS, rows={**COLLABORATION, **rows}, known_to=frozenset({"quality lead"})
    )


ENDPOINTS: Mapping[str, Endpoint] = {
    "supplement:how": Endpoint(EVERY_ROLE),
    "supplement:of_group": group_page(**COLLABORATION),
    "supplement:answer": leaders_step(**ASKED),
    "supplement:begin_claim": leaders_step(period="claim period"),
    "supplement:claim": Endpoint(SEE_MONEY | GROUP_MEMBERS, rows=CLAIM, known_to=STAFF | GROUP_MEMBERS),
    "supplement:ask_for_numbers": leaders_step(claim="claim"),
    "supplement:send_claim": leaders_step(claim="claim"),
    "supplement:answer_question": leaders_step(claim="claim with question"),
    "supplement:withdraw_claim": leaders_step(claim="claim"),
    "supplement:appeal_claim": leaders_step(claim="assessed claim"),
    "supplement:group_working": sums_page(run="approved run"),
    "supplement:runs": Endpoint(SEE_MONEY),
    "supplement:start_run": form(FINANCE),
    "supplement:run": Endpoint(SEE_MONEY, rows=RUN),
    "supplement:calculate_run": form(FINANCE, **RUN),
    "supplement:review_run": form(FINANCE, **RUN),
    "supplement:approve_run": form(APPROVERS, **REVIEWED),
    "supplement:send_back": form(APPROVERS, **REVIEWED),
    "supplement:cancel_run": form(FINANCE, **RUN),
    "supplement:run_again": Endpoint(SEE_MONEY, SEE_MONEY, RUN),
    "supplement:run_claims": Endpoint(SEE_MONEY, rows=RUN),
    "supplement:run_working": Endpoint(SEE_MONEY, rows=RUN_CLAIM),
    "supplement:look_at": form(FINANCE, **RUN_CLAIM),
    "supplement:payments": Endpoint(SEE_MONEY),
    "supplement:payment_layout": form(FINANCE),
    "supplement:run_payments": Endpoint(SEE_MONEY, rows=PAID_RUN),
    "supplement:make_file": Endpoint(FINANCE, FINANCE, PAID_RUN, {"day": "2024-07-15"}),
    "supplement:payment_file": Endpoint(SEE_MONEY, rows={**PAID_RUN, "file": "payment file"}),
    "supplement:take_file": Endpoint(
        FINANCE, rows={**PAID_RUN, "file": "payment file"}, words={"format": "csv"}
    ),
    "supplement:let_go": form(FINANCE, **PAID_RUN, claim="payment claim"),
    "supplement:upload_answers": form(FINANCE, **PAID_RUN),
    "supplement:answers": form(FINANCE, **PAID_RUN, answers="payment answers"),
    "supplement:mark_payment": Endpoint(SEE_MONEY, FINANCE, {**PAID_RUN, "payment": "payment"}),
    "supplement:close_run": form(FINANCE, **PAID_RUN),
    "supplement:statements": Endpoint(SEE_MONEY, FINANCE, PAID_RUN),
    "supplement:statement": sums_page(run="approved run"),
    "supplement:statement_pdf": Endpoint(
        SEE_MONEY | LEADER, rows={**COLLABORATION, "run": "approved run"}, known_to=STAFF | GROUP_MEMBERS
    ),
    "supplement:corrections": Endpoint(SEE_MONEY),
    "supplement:decide_correction": form(FINANCE, row="proposed correction"),
    "supplement:add_correction": form(FINANCE, claim="payment claim"),
    "supplement:hold_claim": form(FINANCE, claim="payment claim"),
    "supplement:bring_in": form(FINANCE, claim="payment claim"),
    "supplement:agree_to_correction": form(APPROVERS, row="correction of a claim"),
    "supplement:take_correction_back": form(FINANCE, row="correction of a claim"),
    "supplement:periods": Endpoint(SEE_MONEY),
    "supplement:closing_period": Endpoint(SEE_MONEY, rows={"period": "claim period"}),
    "supplement:close_period": form(FINANCE, period="claim period"),
    "supplement:reopen_period": form(APPROVERS, period="closed period"),
    "supplement:money_checks": Endpoint(SEE_MONEY, FINANCE),
    "supplement:schemes": Endpoint(SEE_MONEY),
    "supplement:begin": form(MANAGER),
    "supplement:compare": Endpoint(SEE_MONEY),
    "supplement:scheme": Endpoint(SEE_MONEY, rows=SCHEME),
    "supplement:about": form(MANAGER, **SCHEME),
    "supplement:limits": form(MANAGER, **SCHEME),
    "supplement:joining": form(MANAGER, **SCHEME),
    "supplement:discard": form(MANAGER, **SCHEME),
    "supplement:approve": form(MANAGER, **ASKED),
    "supplement:add_period": form(MANAGER, **SCHEME),
    "supplement:period": form(MANAGER, **PERIOD),
    "supplement:remove_period": form(MANAGER, **PERIOD),
    "supplement:add_component": form(MANAGER, **SCHEME),
    "supplement:component": form(MANAGER, **COMPONENT),
    "supplement:remove_component": form(MANAGER, **COMPONENT),
    "supplement:add_criterion": form(MANAGER, **SCHEME),
    "supplement:criterion": form(MANAGER, **CRITERION),
    "supplement:remove_criterion": form(MANAGER, **CRITERION),
    "supplement:consultation": Endpoint(SEE_MONEY, rows=ASKED),
    "supplement:simulation": Endpoint(SEE_MONEY, MANAGER, SCHEME),
    "supplement:ask": form(MANAGER, **SCHEME),
    "supplement:outcome": form(MANAGER, **ASKED),
    # who receives the money, mandates, supplier references, funded hours (S9)
    "supplement:payee": group_page(**COLLABORATION),
    "supplement:name_payee": leaders_step(),
    "supplement:remind_signers": leaders_step(),
    "supplement:withdraw_payee": leaders_step(**PAYEE),
    "supplement:end_payee": Endpoint(
        OFFICERS, OFFICERS, {**COLLABORATION, "row": "payee in force"}, known_to=STAFF | GROUP_MEMBERS
    ),
    "supplement:accept": replace(leaders_step(**PAYEE), get=MEMBER, post=MEMBER),
    "supplement:hand_over": leaders_step(**PAYEE),
    "supplement:mandate": leaders_step(row="membership"),
    "supplement:withdraw_mandate": replace(leaders_step(row="mandate"), get=MEMBER, post=MEMBER),
    "supplement:accept_by_link": link_form("accept token"),
    "supplement:hand_over_by_link": link_form("hand-over token"),
    "supplement:mandate_by_link": link_form("mandate token"),
    "supplement:in_two_groups": Endpoint(SEE_MONEY),
    "supplement:choose_group": Endpoint(
        OFFICERS | LEADER, OFFICERS | LEADER, {"pk": "provider", "period": "claim period"}, known_to=STAFF
    ),
    # reports
    **{
        f"supplement:{name}": Endpoint(SEE_MONEY)
        for name in (
            *("reports", "report_rules", "report_ceiling", "report_published", "report_rates"),
            *("report_balances", "report_objectives", "report_members"),
        )
    },
    # the officers' queue of claims
    "supplement:evidence": Endpoint(SEE_MONEY),
    "supplement:evidence_of_claim": Endpoint(SEE_MONEY, rows=CHECKING),
    "supplement:looked_at_claim": Endpoint(None, OFFICERS, CHECKING),
    "supplement:begin_check": form(OFFICERS, **SUBMITTED),
    "supplement:ask_leaders": form(OFFICERS, **CHECKING),
    "supplement:assess": form(OFFICERS, **CHECKING),
    "supplement:check_again": form(OFFICERS, claim="claim assessed"),
    "supplement:decide_appeal": form(OFFICERS, claim="claim appealed"),
    "supplement:waive": Endpoint(OFFICERS, OFFICERS, SUBMITTED, {"kind": "active_members", "member": "0"}),
    "supplement:take_waiver_back": form(OFFICERS, **CHECKING, row="claim waiver"),
    "supplement:references": Endpoint(SEE_MONEY),
    "supplement:import_references": form(FINANCE),
    "supplement:reference": form(FINANCE, provider="provider"),
    "supplement:not_ready": Endpoint(SEE_MONEY),
    "supplement:hours_periods": Endpoint(SEE_MONEY),
    "supplement:hours": Endpoint(SEE_MONEY, rows=HOURS),
    "supplement:import_hours": form(FINANCE, **HOURS),
    "supplement:setting_hours": form(FINANCE, **HOURS, provider="provider"),
    # the fund of a collaboration (S10)
    "supplement:fund": sums_page(),
    "supplement:fund_entries": sums_page(),
    "supplement:fund_spending": sums_page(),
    "supplement:open_fund": Endpoint(MONEY_TEAM, MONEY_TEAM, COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    "supplement:decide_to_spend": leaders_step(),
    "supplement:spending_decision": sums_page(**DECISION),
    "supplement:close_decision": leaders_step(**DECISION),
    "supplement:tell_effect": leaders_step(**DECISION),
    "supplement:order": leaders_step(**DECISION),
    "supplement:pay_order": leaders_step(row="order"),
    "supplement:add_receipts": leaders_step(row="spending"),
    "supplement:take_back_spending": leaders_step(row="order"),
    "supplement:open_receipt": sums_page(row="receipt"),
    "supplement:remove_receipt": leaders_step(row="receipt"),
    "supplement:bring_receipt_back": leaders_step(row="removed receipt"),
    "supplement:propose_spending": leaders_step(),
    "supplement:spending_proposal": sums_page(row="spending proposal"),
    "supplement:decide_proposal": leaders_step(row="carried proposal"),
    "supplement:end_proposal": leaders_step(row="carried proposal"),
    "supplement:spend_return": sums_page(claim="paid claim"),
    "supplement:report_spending": leaders_step(claim="paid claim"),
    "supplement:leaver": replace(
        sums_page(row="leaver"), post=OFFICERS | LEADER, known_to=STAFF | GROUP_MEMBERS
    ),
    "supplement:take_share_out": Endpoint(
        OFFICERS | LEADER,
        OFFICERS | LEADER,
        {**COLLABORATION, "row": "leaver"},
        known_to=STAFF | GROUP_MEMBERS,
    ),
    "supplement:hand_on_balance": Endpoint(
        MONEY_TEAM, MONEY_TEAM, {"pk": "closed collaboration"}, known_to=STAFF
    ),
}

RECORDS: Mapping[str, Record] = {
    "supplement_scheme": Record("scheme", SEE_MONEY, add=MANAGER),
    "supplement_schemeconsultation": Record("consultation", SEE_MONEY),
    "supplement_payment": Record("payment", SEE_MONEY),
    "supplement_paymentanswers": Record("payment answers", SEE_MONEY),
    "supplement_moneycheck": Record("money check", SEE_MONEY),
}
