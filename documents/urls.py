"""Addresses of files, jobs and exports, under ``/<authority>/files/``."""

from django.urls import path

from documents.views import files as views
from documents.views import lists as list_views

app_name = "documents"
urlpatterns = [
    path("<int:pk>/", views.FileDownload.as_view(), name="file"),
    path("jobs/<int:pk>/", views.JobPage.as_view(), name="job"),
    path("jobs/<int:pk>/stop/", views.CancelJob.as_view(), name="cancel_job"),
    path("lists/<int:pk>/remove/", list_views.ForgetList.as_view(), name="forget_list"),
    path("lists/<str:name>/", list_views.KeepList.as_view(), name="keep_list"),
    path("lists/<str:name>/save/", list_views.SaveList.as_view(), name="save_list"),
    path("exports/<int:pk>/notes/", views.ExportNotes.as_view(), name="export_notes"),
    path("exports/<str:identifier>/", views.ExportPage.as_view(), name="export"),
]
