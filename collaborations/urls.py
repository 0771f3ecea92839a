"""Addresses of a collaboration's own pages. The memberships app, which knows the members, includes them."""

from django.urls import path

from collaborations import views
from collaborations.views import writing

urlpatterns = [
    path("start/", views.StartCollaboration.as_view(), name="start"),
    path("<int:pk>/change/", views.ChangeCollaboration.as_view(), name="change"),
    path("<int:pk>/ways-of-working/start/", writing.StartTerms.as_view(), name="start_terms"),
    path("<int:pk>/ways-of-working/write/", writing.WriteTerms.as_view(), name="write_terms"),
    path("<int:pk>/ways-of-working/put-aside/", writing.DiscardTerms.as_view(), name="discard_terms"),
]
