"""Addresses of the supplement, each whole, from the authority's own address on."""

from django.urls import path

from supplement.views import (
    claim_moves,
    claims,
    consultation,
    fund,
    fund_ends,
    group_money,
    parts,
    reading,
    runs,
    schemes,
    simulation,
    spending,
    working,
)

app_name = "supplement"
SCHEME = "supplement/schemes/<int:scheme>/"
GROUP = "collaborations/<int:pk>/supplement/"
CLAIM = f"{GROUP}claims/<int:claim>/"
RUN = "supplement/runs/<int:run>/"
FUND = "collaborations/<int:pk>/fund/"
urlpatterns = [
    path("supplement/", reading.HowItIsWorkedOut.as_view(), name="how"),
    # the group's own money, and its claim
    path(GROUP, group_money.OfGroup.as_view(), name="of_group"),
    path(f"{GROUP}claims/begin/<int:period>/", claims.BeginClaim.as_view(), name="begin_claim"),
    path(CLAIM, claims.ClaimPage.as_view(), name="claim"),
    path(f"{CLAIM}ask/", claims.AskForNumbers.as_view(), name="ask_for_numbers"),
    path(f"{CLAIM}send/", claim_moves.SendClaim.as_view(), name="send_claim"),
    path(f"{CLAIM}answer/", claim_moves.AnswerQuestion.as_view(), name="answer_question"),
    path(f"{CLAIM}withdraw/", claim_moves.WithdrawClaim.as_view(), name="withdraw_claim"),
    path(f"{CLAIM}appeal/", claim_moves.AppealClaim.as_view(), name="appeal_claim"),
    # drafts that leaders are asked about
    path(
        "collaborations/<int:pk>/supplement/drafts/<int:scheme>/",
        consultation.AnswerConsultation.as_view(),
        name="answer",
    ),
    path(
        "collaborations/<int:pk>/supplement/runs/<int:run>/",
        working.GroupWorking.as_view(),
        name="group_working",
    ),
    path("supplement/runs/", runs.Runs.as_view(), name="runs"),
    path("supplement/runs/begin/", runs.StartRun.as_view(), name="start_run"),
    path(RUN, runs.RunPage.as_view(), name="run"),
    path(f"{RUN}calculate/", runs.CalculateRun.as_view(), name="calculate_run"),
    path(f"{RUN}review/", runs.ReviewRun.as_view(), name="review_run"),
    path(f"{RUN}approve/", runs.ApproveRun.as_view(), name="approve_run"),
    path(f"{RUN}back/", runs.SendBackRun.as_view(), name="send_back"),
    path(f"{RUN}cancel/", runs.CancelRun.as_view(), name="cancel_run"),
    path(f"{RUN}again/", working.RunAgain.as_view(), name="run_again"),
    path(f"{RUN}claims/", runs.RunClaims.as_view(), name="run_claims"),
    path(f"{RUN}claims/<int:claim>/", working.RunWorking.as_view(), name="run_working"),
    path(f"{RUN}claims/<int:claim>/look/", runs.LookAtClaim.as_view(), name="look_at"),
    path("supplement/schemes/", schemes.Schemes.as_view(), name="schemes"),
    path("supplement/schemes/begin/", schemes.BeginScheme.as_view(), name="begin"),
    path("supplement/schemes/compare/", reading.CompareSchemes.as_view(), name="compare"),
    path(SCHEME, schemes.SchemePage.as_view(), name="scheme"),
    path(f"{SCHEME}about/", schemes.ChangeAbout.as_view(), name="about"),
    path(f"{SCHEME}limits/", schemes.ChangeLimits.as_view(), name="limits"),
    path(f"{SCHEME}joining/", schemes.ChangeJoining.as_view(), name="joining"),
    path(f"{SCHEME}discard/", schemes.DiscardScheme.as_view(), name="discard"),
    path(f"{SCHEME}approve/", schemes.ApproveScheme.as_view(), name="approve"),
    path(f"{SCHEME}periods/add/", parts.WritePeriod.as_view(), name="add_period"),
    path(f"{SCHEME}periods/<int:row>/", parts.WritePeriod.as_view(), name="period"),
    path(f"{SCHEME}periods/<int:row>/remove/", parts.RemovePeriod.as_view(), name="remove_period"),
    path(f"{SCHEME}components/add/", parts.WriteComponent.as_view(), name="add_component"),
    path(f"{SCHEME}components/<int:row>/", parts.WriteComponent.as_view(), name="component"),
    path(f"{SCHEME}components/<int:row>/remove/", parts.RemoveComponent.as_view(), name="remove_component"),
    path(f"{SCHEME}criteria/add/", parts.WriteCriterion.as_view(), name="add_criterion"),
    path(f"{SCHEME}criteria/<int:row>/", parts.WriteCriterion.as_view(), name="criterion"),
    path(f"{SCHEME}criteria/<int:row>/remove/", parts.RemoveCriterion.as_view(), name="remove_criterion"),
    path(f"{SCHEME}simulation/", simulation.SimulateScheme.as_view(), name="simulation"),
    path(f"{SCHEME}consultation/", consultation.Consultation.as_view(), name="consultation"),
    path(f"{SCHEME}consultation/ask/", consultation.AskLeaders.as_view(), name="ask"),
    path(f"{SCHEME}consultation/outcome/", consultation.RecordChanges.as_view(), name="outcome"),
    # the fund of a collaboration
    path(FUND, fund.Fund.as_view(), name="fund"),
    path(f"{FUND}entries/", fund.FundEntries.as_view(), name="fund_entries"),
    path(f"{FUND}spending/", fund.FundSpending.as_view(), name="fund_spending"),
    path(f"{FUND}open/", fund.OpenFund.as_view(), name="open_fund"),
    path(f"{FUND}decide/", fund.Decide.as_view(), name="decide_to_spend"),
    path(f"{FUND}decisions/<int:decision>/", fund.DecisionPage.as_view(), name="spending_decision"),
    path(f"{FUND}decisions/<int:decision>/close/", fund.CloseDecision.as_view(), name="close_decision"),
    path(f"{FUND}decisions/<int:decision>/changed/", fund.TellEffect.as_view(), name="tell_effect"),
    path(f"{FUND}decisions/<int:decision>/order/", spending.Order.as_view(), name="order"),
    path(f"{FUND}spending/<int:row>/paid/", spending.Pay.as_view(), name="pay_order"),
    path(f"{FUND}spending/<int:row>/receipts/", spending.AddReceipts.as_view(), name="add_receipts"),
    path(f"{FUND}spending/<int:row>/take-back/", spending.TakeBack.as_view(), name="take_back_spending"),
    path(f"{FUND}receipts/<int:row>/", spending.OpenReceipt.as_view(), name="open_receipt"),
    path(f"{FUND}returns/<int:claim>/", fund_ends.SpendReturnPage.as_view(), name="spend_return"),
    path(f"{FUND}returns/<int:claim>/report/", fund_ends.ReportSpending.as_view(), name="report_spending"),
    path(f"{FUND}leavers/<int:row>/", fund_ends.LeaverPage.as_view(), name="leaver"),
    path(f"{FUND}hand-on/", fund_ends.HandOnBalance.as_view(), name="hand_on_balance"),
]
