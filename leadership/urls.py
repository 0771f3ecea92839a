"""Addresses of leadership cases. Each is whole, from the authority's own address on."""

from django.urls import path

from leadership.views import cases as views
from leadership.views.opening import OpenCase

app_name = "leadership"
urlpatterns = [
    path("leadership/", views.CaseList.as_view(), name="cases"),
    path("leadership/open/", OpenCase.as_view(), name="open"),
    path("leadership/<int:pk>/", views.CasePage.as_view(), name="case"),
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
]
