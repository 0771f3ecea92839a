"""Addresses of referrals, requests for support, and messages to many.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from support.views import chosen, messages, referrals, support, writing

app_name = "support"
urlpatterns = [
    path("collaborations/messages/", messages.Messages.as_view(), name="messages"),
    path("collaborations/messages/write/", writing.WriteMessage.as_view(), name="write_message"),
    path(
        "collaborations/messages/write/settings/", writing.WriteToSettings.as_view(), name="write_to_settings"
    ),
    path("collaborations/messages/<int:pk>/", messages.MessagePage.as_view(), name="message"),
    path("collaborations/messages/<int:pk>/change/", writing.ChangeMessage.as_view(), name="change_message"),
    path("collaborations/messages/<int:pk>/check/", writing.CheckMessage.as_view(), name="check_message"),
    path("collaborations/messages/<int:pk>/again/", messages.WriteAgain.as_view(), name="write_again"),
    path(
        "collaborations/messages/files/<int:pk>/", messages.MessageFileDownload.as_view(), name="message_file"
    ),
    path(
        "collaborations/messages/templates/<int:pk>/remove/",
        messages.RemoveTemplate.as_view(),
        name="remove_message_template",
    ),
    path("collaborations/<int:pk>/messages/", messages.GroupMessages.as_view(), name="group_messages"),
    path(
        "collaborations/<int:pk>/messages/write/", writing.WriteToMembers.as_view(), name="write_to_members"
    ),
    path(
        "collaborations/<int:pk>/messages/<int:row>/",
        messages.GroupMessagePage.as_view(),
        name="group_message",
    ),
    path(
        "collaborations/<int:pk>/messages/<int:row>/change/",
        writing.ChangeGroupMessage.as_view(),
        name="change_group_message",
    ),
    path(
        "collaborations/<int:pk>/messages/<int:row>/check/",
        writing.CheckGroupMessage.as_view(),
        name="check_group_message",
    ),
    path(
        "collaborations/<int:pk>/messages/<int:row>/again/",
        messages.WriteAgainToMembers.as_view(),
        name="write_again_to_members",
    ),
    path("collaborations/district/", chosen.MoveToDistrict.as_view(), name="move_to_district"),
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
