"""Addresses of leadership cases. Each is whole, from the authority's own address on."""

from django.urls import path

from leadership.views import case, leader_page, letters, steps, succession, switches, team
from leadership.views import cases as views
from leadership.views.opening import OpenCase

app_name = "leadership"
urlpatterns = [
    path("leadership/", views.CaseList.as_view(), name="cases"),
    path("leadership/days/", team.SetDays.as_view(), name="days"),
    path("leadership/away/", team.WhoIsAway.as_view(), name="away"),
    path("leadership/away/add/<int:user_id>/", team.RecordAway.as_view(), name="record_away"),
    path("leadership/away/<int:pk>/remove/", team.RemoveAway.as_view(), name="remove_away"),
    path("leadership/<int:pk>/", case.CasePage.as_view(), name="case"),
    path("leadership/open/", OpenCase.as_view(), name="open"),
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
    path("leadership/letters/", letters.LetterTemplates.as_view(), name="letter_templates"),
    path("leadership/letters/<slug:kind>/", letters.ChangeTemplate.as_view(), name="letter_template"),
    path("leadership/letters/<slug:kind>/shipped/", letters.ShippedTemplate.as_view(), name="letter_shipped"),
    path("leadership/letters/<slug:kind>/pdf/", letters.ExampleLetter.as_view(), name="letter_example"),
    path("leadership/<int:pk>/letters/", letters.CaseLetters.as_view(), name="letters"),
    path(
        "leadership/<int:pk>/letters/write/<slug:kind>/", letters.WriteLetter.as_view(), name="write_letter"
    ),
    path("leadership/<int:pk>/letters/<int:letter>/", letters.ChangeLetter.as_view(), name="change_letter"),
    path("leadership/<int:pk>/letters/<int:letter>/send/", letters.SendLetter.as_view(), name="send_letter"),
    path(
        "leadership/<int:pk>/letters/<int:letter>/posted/", letters.PostLetter.as_view(), name="post_letter"
    ),
    path(
        "leadership/<int:pk>/letters/<int:letter>/remove/",
        letters.RemoveLetter.as_view(),
        name="remove_letter",
    ),
    path("leadership/<int:pk>/letters/<int:letter>/pdf/", letters.LetterPdf.as_view(), name="letter_pdf"),
    path("leadership/mine/<int:pk>/", leader_page.OwnCasePage.as_view(), name="own_case"),
    path(
        "leadership/mine/<int:pk>/letters/<int:letter>/", leader_page.OwnLetter.as_view(), name="own_letter"
    ),
    path("leadership/mine/<int:pk>/words/", leader_page.AddWords.as_view(), name="add_words"),
    path("leadership/mine/<int:pk>/readers/add/", leader_page.LetReadPage.as_view(), name="let_read_page"),
    path(
        "leadership/mine/<int:pk>/readers/<int:user_id>/remove/",
        leader_page.EndReadingPage.as_view(),
        name="end_reading_page",
    ),
    path("leadership/<int:pk>/switches/", switches.Switches.as_view(), name="switches"),
    path("leadership/<int:pk>/switches/off/", switches.SwitchOff.as_view(), name="switch_off"),
    path("leadership/<int:pk>/switches/<int:row>/on/", switches.SwitchOn.as_view(), name="switch_on"),
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
