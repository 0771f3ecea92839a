"""Addresses of leadership cases. Each is whole, from the authority's own address on."""

from django.urls import path

from leadership.views import case, steps, succession, team
from leadership.views import cases as views

app_name = "leadership"
urlpatterns = [
    path("leadership/", views.CaseList.as_view(), name="cases"),
    path("leadership/days/", team.SetDays.as_view(), name="days"),
    path("leadership/away/", team.WhoIsAway.as_view(), name="away"),
    path("leadership/away/add/<int:user_id>/", team.RecordAway.as_view(), name="record_away"),
    path("leadership/away/<int:pk>/remove/", team.RemoveAway.as_view(), name="remove_away"),
    path("leadership/<int:pk>/", case.CasePage.as_view(), name="case"),
    path("leadership/<int:pk>/assign/", views.AssignCase.as_view(), name="assign"),
    path("leadership/<int:pk>/readers/add/", views.ShareCase.as_view(), name="share"),
    path("leadership/<int:pk>/readers/<int:user_id>/remove/", views.UnshareCase.as_view(), name="unshare"),
    path("leadership/<int:pk>/decide/", views.CloseCase.as_view(), name="decide"),
    path("leadership/<int:pk>/outcomes/add/", views.RecordOutcome.as_view(), name="record_outcome"),
    path(
        "leadership/<int:pk>/outcomes/<int:outcome_id>/publish/",
        views.PublishOutcome.as_view(),
        name="publish_outcome",
    ),
    # the conversation
    path("leadership/<int:pk>/contact/", steps.RecordContact.as_view(), name="contact"),
    path("leadership/<int:pk>/talk/", steps.RecordTalk.as_view(), name="talk"),
    path("leadership/<int:pk>/entries/<int:step_id>/correct/", steps.CorrectStep.as_view(), name="correct"),
    path("leadership/<int:pk>/support/", steps.OfferSupport.as_view(), name="support"),
    path(
        "leadership/<int:pk>/support/<int:support_id>/", steps.ChangeSupport.as_view(), name="change_support"
    ),
    path("leadership/<int:pk>/succession/", steps.TalkOverSuccession.as_view(), name="talk_succession"),
    path("leadership/<int:pk>/succession/add/", succession.NoteSuccessor.as_view(), name="note_successor"),
    path(
        "leadership/<int:pk>/succession/<int:successor_id>/",
        succession.AskSuccessor.as_view(),
        name="ask_successor",
    ),
    path(
        "leadership/<int:pk>/succession/<int:successor_id>/remove/",
        succession.RemoveSuccessor.as_view(),
        name="remove_successor",
    ),
    path("leadership/<int:pk>/stepped-down/", steps.StepDown.as_view(), name="stepped_down"),
    path("leadership/<int:pk>/stays/", steps.Stay.as_view(), name="stays"),
    path("leadership/<int:pk>/hand-over/", steps.HandOver.as_view(), name="hand_over"),
    path("leadership/<int:pk>/again/", steps.LeadAgain.as_view(), name="again"),
]
