"""Addresses of a collaboration's own pages. The memberships app, which knows the members, includes them."""

from django.urls import path

from collaborations import views

urlpatterns = [
    path("start/", views.StartCollaboration.as_view(), name="start"),
    path("<int:pk>/change/", views.ChangeCollaboration.as_view(), name="change"),
]
