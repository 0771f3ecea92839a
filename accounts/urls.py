"""Addresses of people who are invited. Signing in has allauth's own."""

from django.urls import path

from accounts.views import joining

app_name = "accounts"
urlpatterns = [
    path("join/", joining.AnswerSignedIn.as_view(), name="join"),
    path("join/<str:token>/", joining.AnswerByLink.as_view(), name="answer_invitation"),
]
