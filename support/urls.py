"""Addresses of referrals, requests for support, and messages to many.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from support.views import messages, referrals, support

app_name = "support"
urlpatterns = [
    path("collaborations/messages/", messages.Messages.as_view(), name="messages"),
    path("collaborations/messages/write/", messages.WriteMessage.as_view(), name="write_message"),
    path("collaborations/messages/<int:pk>/", messages.MessagePage.as_view(), name="message"),
    path("collaborations/district/", messages.MoveToDistrict.as_view(), name="move_to_district"),
    path("leadership/referrals/", referrals.Referrals.as_view(), name="referrals"),
    path("leadership/referrals/make/", referrals.Refer.as_view(), name="refer"),
    path("leadership/referrals/<int:pk>/", referrals.ReferralPage.as_view(), name="referral"),
    path("leadership/referrals/<int:pk>/follow-up/", referrals.FollowUp.as_view(), name="follow_up"),
    path(
        "leadership/referrals/<int:pk>/take-back/",
        referrals.TakeBackReferral.as_view(),
        name="take_back_referral",
    ),
    path("leadership/support/", support.SupportList.as_view(), name="support"),
    path("leadership/support/of/<int:pk>/", support.SupportOfGroup.as_view(), name="support_of"),
    path("leadership/support/of/<int:pk>/ask/", support.AskSupport.as_view(), name="ask_support"),
    path("leadership/support/<int:pk>/", support.RequestPage.as_view(), name="support_request"),
    path("leadership/support/<int:pk>/answer/", support.AnswerRequest.as_view(), name="answer_support"),
    path("leadership/support/<int:pk>/cancel/", support.CancelVisit.as_view(), name="cancel_support"),
    path("leadership/support/<int:pk>/done/", support.FinishRequest.as_view(), name="finish_support"),
    path("leadership/support/<int:pk>/withdraw/", support.WithdrawRequest.as_view(), name="withdraw_support"),
]
