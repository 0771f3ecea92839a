"""Addresses of collaborations and their members, under ``/<authority>/collaborations/``. One list for each subject: add lines to
its list, or a list of its own."""

from django.urls import include, path

from memberships import views
from memberships.views import gaps, maps

app_name = "collaborations"

groups = [
    path("", views.Collaborations.as_view(), name="list"),
    path("", include("collaborations.urls")),
    path("<int:pk>/", views.CollaborationPage.as_view(), name="detail"),
]

overview = [
    path("cards/", maps.CollaborationCards.as_view(), name="cards"),
    path("map/", maps.CollaborationMap.as_view(), name="map"),
    path("map/outlines/", maps.LoadOutlines.as_view(), name="load_outlines"),
    path("map/outlines/remove/", maps.RemoveOutlines.as_view(), name="remove_outlines"),
    path("settings-without/", gaps.SettingsWithout.as_view(), name="settings_without"),
]

members = [
    path("<int:pk>/members/add/", views.AddMember.as_view(), name="add_member"),
    path("<int:pk>/members/<int:row>/", views.MemberPage.as_view(), name="member"),
    path("<int:pk>/members/<int:row>/leave/", views.MemberLeaves.as_view(), name="leave"),
    path("<int:pk>/members/<int:row>/withdraw/", views.WithdrawMember.as_view(), name="withdraw_member"),
    path("<int:pk>/members/<int:row>/people/add/", views.AddPerson.as_view(), name="add_person"),
    path("<int:pk>/members/<int:row>/people/<int:role>/end/", views.EndPerson.as_view(), name="end_person"),
]

leaders = [
    path("<int:pk>/leaders/appoint/", views.AppointLeader.as_view(), name="appoint_leader"),
    path("<int:pk>/leaders/<int:row>/end/", views.EndLeader.as_view(), name="end_leader"),
    path("<int:pk>/leaders/<int:row>/withdraw/", views.WithdrawLeader.as_view(), name="withdraw_leader"),
]

urlpatterns = [
    *groups,
    *overview,
    *members,
    *leaders,
]
