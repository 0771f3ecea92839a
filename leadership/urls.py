"""Addresses of leadership cases and of support, under ``/<authority>/leadership/``."""

from django.urls import path

from leadership import views

app_name = "leadership"

cases = [
    path("", views.CaseList.as_view(), name="cases"),
    path("<int:pk>/", views.CasePage.as_view(), name="case"),
    path("<int:pk>/assign/", views.AssignCase.as_view(), name="assign"),
    path("<int:pk>/readers/add/", views.ShareCase.as_view(), name="share"),
    path("<int:pk>/readers/<int:user_id>/remove/", views.UnshareCase.as_view(), name="unshare"),
    path("<int:pk>/decide/", views.CloseCase.as_view(), name="decide"),
    path("<int:pk>/outcomes/add/", views.RecordOutcome.as_view(), name="record_outcome"),
    path("<int:pk>/outcomes/<int:outcome_id>/publish/", views.PublishOutcome.as_view(), name="publish_outcome"),
]

referrals = [
    path("referrals/", views.Referrals.as_view(), name="referrals"),
    path("referrals/make/", views.Refer.as_view(), name="refer"),
    path("referrals/<int:pk>/", views.ReferralPage.as_view(), name="referral"),
    path("referrals/<int:pk>/follow-up/", views.FollowUp.as_view(), name="follow_up"),
    path("referrals/<int:pk>/take-back/", views.TakeBackReferral.as_view(), name="take_back_referral"),
]

support = [
    path("support/", views.SupportList.as_view(), name="support"),
    path("support/of/<int:pk>/", views.SupportOfGroup.as_view(), name="support_of"),
    path("support/of/<int:pk>/ask/", views.AskSupport.as_view(), name="ask_support"),
    path("support/<int:pk>/", views.RequestPage.as_view(), name="support_request"),
    path("support/<int:pk>/answer/", views.AnswerRequest.as_view(), name="answer_support"),
    path("support/<int:pk>/cancel/", views.CancelVisit.as_view(), name="cancel_support"),
    path("support/<int:pk>/done/", views.FinishRequest.as_view(), name="finish_support"),
    path("support/<int:pk>/withdraw/", views.WithdrawRequest.as_view(), name="withdraw_support"),
]

urlpatterns = [*cases, *referrals, *support]
