"""Addresses of files, jobs and exports, under ``/<authority>/files/``."""

from django.urls import path

from documents.views import files as views

app_name = "documents"
urlpatterns = [
    path("<int:pk>/", views.FileDownload.as_view(), name="file"),
    path("jobs/<int:pk>/", views.JobPage.as_view(), name="job"),
    path("jobs/<int:pk>/stop/", views.CancelJob.as_view(), name="cancel_job"),
    path("exports/<int:pk>/notes/", views.ExportNotes.as_view(), name="export_notes"),
    path("exports/<str:identifier>/", views.ExportPage.as_view(), name="export"),
]
