"""Addresses of the audit log."""

from django.urls import path

from audit import views

app_name = "audit"
urlpatterns = [
    path("", views.Entries.as_view(), name="entries"),
    path("security/", views.SecurityEvents.as_view(), name="security"),
    path("<int:pk>/", views.OneEntry.as_view(), name="entry"),
]
