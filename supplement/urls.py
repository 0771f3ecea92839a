"""Addresses of the supplement, each whole, from the authority's own address on."""

from django.urls import path

from supplement.views import consultation, fund, parts, reading, schemes, simulation, spending

app_name = "supplement"
SCHEME = "supplement/schemes/<int:scheme>/"
FUND = "collaborations/<int:pk>/fund/"
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
]
