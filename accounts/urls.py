"""Addresses of the own account and sessions, of what managers do to accounts, and of people who are
invited; each whole.
"""

from django.urls import path

from accounts.views import account, calendar, decisions, joining, people, sessions

app_name = "accounts"
urlpatterns = [
    path("account/", account.OwnAccount.as_view(), name="account"),
    path("account/name/", account.OwnName.as_view(), name="own_name"),
    path("account/emails/", account.OwnEmails.as_view(), name="own_emails"),
    path("account/calendar/", calendar.OwnCalendar.as_view(), name="own_calendar"),
    path("account/calendar/stop/", calendar.StopCalendar.as_view(), name="stop_calendar"),
    path("account/search-key/", account.SearchKey.as_view(), name="search_key"),
    path("accounts/sessions/", sessions.Sessions.as_view(), name="sessions"),
    path("accounts/sessions/end-others/", sessions.EndOthers.as_view(), name="end_others"),
    path("accounts/sessions/<int:pk>/end/", sessions.EndOne.as_view(), name="end_session"),
    path("people/", people.People.as_view(), name="people"),
    path("people/<int:pk>/lock/", people.Lock.as_view(), name="lock"),
    path("people/<int:pk>/unlock/", people.Unlock.as_view(), name="unlock"),
    path("people/<int:pk>/end-sessions/", people.EndSessions.as_view(), name="end_sessions"),
    path("people/<int:pk>/invite-again/", people.InviteAgain.as_view(), name="invite_again"),
    path("people/<int:pk>/take-away/<slug:kind>/<int:row>/", decisions.TakeAway.as_view(), name="take_away"),
    path("people/<int:pk>/correct/", decisions.Correct.as_view(), name="correct"),
    path(
        "people/<int:pk>/correct/take-back/",
        decisions.TakeBackCorrection.as_view(),
        name="take_back_correction",
    ),
    path("people/<int:pk>/merge/", decisions.Merge.as_view(), name="merge"),
    path("confirm/<str:token>/", decisions.AnswerCorrection.as_view(), name="answer_correction"),
    path("join/", joining.AnswerSignedIn.as_view(), name="join"),
    path("join/<str:token>/", joining.AnswerByLink.as_view(), name="answer_invitation"),
]
