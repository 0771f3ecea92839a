"""Addresses of leadership cases, under ``/<authority>/leadership/``."""

from django.urls import path

from leadership import views

app_name = "leadership"
urlpatterns = [
    path("", views.CaseList.as_view(), name="cases"),
    path("<int:pk>/", views.CasePage.as_view(), name="case"),
    path("<int:pk>/assign/", views.AssignCase.as_view(), name="assign"),
    path("<int:pk>/readers/add/", views.ShareCase.as_view(), name="share"),
    path("<int:pk>/readers/<int:user_id>/remove/", views.UnshareCase.as_view(), name="unshare"),
    path("<int:pk>/decide/", views.CloseCase.as_view(), name="decide"),
    path("<int:pk>/outcomes/add/", views.RecordOutcome.as_view(), name="record_outcome"),
    path("<int:pk>/outcomes/<int:outcome_id>/publish/", views.PublishOutcome.as_view(), name="publish_outcome"),
]
