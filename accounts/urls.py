"""Addresses of one's own sessions, and of what managers do to accounts; each whole."""

from django.urls import path

from accounts.views import people, sessions

app_name = "accounts"
urlpatterns = [
    path("accounts/sessions/", sessions.Sessions.as_view(), name="sessions"),
    path("accounts/sessions/end-others/", sessions.EndOthers.as_view(), name="end_others"),
    path("accounts/sessions/<int:pk>/end/", sessions.EndOne.as_view(), name="end_session"),
    path("people/<int:pk>/lock/", people.Lock.as_view(), name="lock"),
    path("people/<int:pk>/unlock/", people.Unlock.as_view(), name="unlock"),
    path("people/<int:pk>/end-sessions/", people.EndSessions.as_view(), name="end_sessions"),
    path("people/<int:pk>/invite-again/", people.InviteAgain.as_view(), name="invite_again"),
]
