"""Addresses of the demonstration's outbox, under ``/<authority>/sent-mail/``."""

from django.urls import path

from portal.views.sent_mail import SentMail, SentMailHtml, SentMailMessage

urlpatterns = [
    path("", SentMail.as_view(), name="sent_mail"),
    path("<str:key>/", SentMailMessage.as_view(), name="sent_mail_message"),
    path("<str:key>/html/", SentMailHtml.as_view(), name="sent_mail_html"),
]
