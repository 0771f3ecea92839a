"""Addresses of the supplement, each whole, from the authority's own address on."""

from django.urls import path

from supplement.views import (
    assessing,
    claim_moves,
    claims,
    consultation,
    evidence,
    group_money,
    parts,
    payees,
    reading,
    runs,
    schemes,
    signing,
    simulation,
    working,
)

app_name = "supplement"
SCHEME = "supplement/schemes/<int:scheme>/"
GROUP = "collaborations/<int:pk>/supplement/"
CLAIM = f"{GROUP}claims/<int:claim>/"
RUN = "supplement/runs/<int:run>/"
PAYEE = "collaborations/<int:pk>/supplement/payee/"
CHECKED = "supplement/evidence/<int:claim>/"
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
    # who receives the money, mandates, supplier references, funded hours (S9)
    path(PAYEE, payees.PayeePage.as_view(), name="payee"),
    path(f"{PAYEE}name/", payees.NamePayee.as_view(), name="name_payee"),
    path(f"{PAYEE}remind/", payees.RemindSigners.as_view(), name="remind_signers"),
    path(f"{PAYEE}<int:row>/withdraw/", payees.WithdrawProposal.as_view(), name="withdraw_payee"),
    path(f"{PAYEE}<int:row>/accept/", signing.Accept.as_view(), name="accept"),
    path(f"{PAYEE}<int:row>/hand-over/", signing.HandOver.as_view(), name="hand_over"),
    path(f"{PAYEE}members/<int:row>/", signing.SignMandate.as_view(), name="mandate"),
    path(f"{PAYEE}mandates/<int:row>/withdraw/", signing.WithdrawMandate.as_view(), name="withdraw_mandate"),
    path("supplement/accept/<str:token>/", signing.AcceptByLink.as_view(), name="accept_by_link"),
    path("supplement/hand-over/<str:token>/", signing.HandOverByLink.as_view(), name="hand_over_by_link"),
    path("supplement/mandate/<str:token>/", signing.SignMandateByLink.as_view(), name="mandate_by_link"),
    # the officers' queue of claims
    path("supplement/evidence/", evidence.EvidenceQueue.as_view(), name="evidence"),
    path(CHECKED, evidence.ClaimEvidence.as_view(), name="evidence_of_claim"),
    path(f"{CHECKED}looked/", evidence.LookedAtClaim.as_view(), name="looked_at_claim"),
    path(f"{CHECKED}begin/", assessing.BeginCheck.as_view(), name="begin_check"),
    path(f"{CHECKED}ask/", assessing.AskLeaders.as_view(), name="ask_leaders"),
    path(f"{CHECKED}assess/", assessing.AssessClaim.as_view(), name="assess"),
    path(f"{CHECKED}again/", assessing.CheckAgain.as_view(), name="check_again"),
    path(f"{CHECKED}appeal/", assessing.DecideAppeal.as_view(), name="decide_appeal"),
    path(f"{CHECKED}waive/<slug:kind>/<int:member>/", assessing.WaiveCriterion.as_view(), name="waive"),
    path(f"{CHECKED}waivers/<int:row>/", assessing.TakeWaiverBack.as_view(), name="take_waiver_back"),
]
