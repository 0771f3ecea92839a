"""Addresses of the supplement, each whole, from the authority's own address on."""

from django.urls import path

from supplement.views import consultation, parts, payees, reading, schemes, signing, simulation, suppliers

app_name = "supplement"
SCHEME = "supplement/schemes/<int:scheme>/"
PAYEE = "collaborations/<int:pk>/supplement/payee/"
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
    path("supplement/references/", suppliers.References.as_view(), name="references"),
    path("supplement/references/import/", suppliers.ImportReferences.as_view(), name="import_references"),
    path("supplement/references/<int:provider>/", suppliers.WriteReference.as_view(), name="reference"),
    path("supplement/payees/", suppliers.NotReady.as_view(), name="not_ready"),
    path("supplement/hours/", suppliers.HoursPeriods.as_view(), name="hours_periods"),
    path("supplement/hours/<int:period>/", suppliers.Hours.as_view(), name="hours"),
    path("supplement/hours/<int:period>/import/", suppliers.ImportHours.as_view(), name="import_hours"),
    path(
        "supplement/hours/<int:period>/settings/<int:provider>/",
        suppliers.WriteHours.as_view(),
        name="setting_hours",
    ),
]
