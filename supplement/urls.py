"""Addresses of the supplement, each whole, from the authority's own address on."""

from django.urls import path

from supplement.views import assessing, consultation, evidence, parts, reading, schemes, simulation

app_name = "supplement"
SCHEME = "supplement/schemes/<int:scheme>/"
CLAIM = "supplement/evidence/<int:claim>/"
urlpatterns = [
    path("supplement/", reading.HowItIsWorkedOut.as_view(), name="how"),
    path("collaborations/<int:pk>/supplement/", reading.OfGroup.as_view(), name="of_group"),
    path(
        "collaborations/<int:pk>/supplement/drafts/<int:scheme>/",
        consultation.AnswerConsultation.as_view(),
        name="answer",
    ),
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
    # the officers' queue of claims
    path("supplement/evidence/", evidence.EvidenceQueue.as_view(), name="evidence"),
    path(CLAIM, evidence.ClaimEvidence.as_view(), name="evidence_of_claim"),
    path(f"{CLAIM}looked/", evidence.LookedAtClaim.as_view(), name="looked_at_claim"),
    path(f"{CLAIM}begin/", assessing.BeginCheck.as_view(), name="begin_check"),
    path(f"{CLAIM}ask/", assessing.AskLeaders.as_view(), name="ask_leaders"),
    path(f"{CLAIM}assess/", assessing.AssessClaim.as_view(), name="assess"),
    path(f"{CLAIM}again/", assessing.CheckAgain.as_view(), name="check_again"),
    path(f"{CLAIM}appeal/", assessing.DecideAppeal.as_view(), name="decide_appeal"),
    path(f"{CLAIM}waive/<slug:kind>/<int:member>/", assessing.WaiveCriterion.as_view(), name="waive"),
    path(f"{CLAIM}waivers/<int:row>/", assessing.TakeWaiverBack.as_view(), name="take_waiver_back"),
]
