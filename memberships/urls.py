"""Addresses of collaborations and their members, under ``/<authority>/collaborations/``."""

from django.urls import include, path

from memberships import views

app_name = "collaborations"
urlpatterns = [
    path("", views.Collaborations.as_view(), name="list"),
    path("", include("collaborations.urls")),
    path("<int:pk>/", views.CollaborationPage.as_view(), name="detail"),
    path("<int:pk>/members/add/", views.AddMember.as_view(), name="add_member"),
    path("<int:pk>/members/<int:row>/", views.MemberPage.as_view(), name="member"),
    path("<int:pk>/members/<int:row>/leave/", views.MemberLeaves.as_view(), name="leave"),
    path("<int:pk>/members/<int:row>/withdraw/", views.WithdrawMember.as_view(), name="withdraw_member"),
    path("<int:pk>/members/<int:row>/people/add/", views.AddPerson.as_view(), name="add_person"),
    path("<int:pk>/members/<int:row>/people/<int:role>/end/", views.EndPerson.as_view(), name="end_person"),
    path("<int:pk>/leaders/appoint/", views.AppointLeader.as_view(), name="appoint_leader"),
    path("<int:pk>/leaders/<int:row>/end/", views.EndLeader.as_view(), name="end_leader"),
    path("<int:pk>/leaders/<int:row>/withdraw/", views.WithdrawLeader.as_view(), name="withdraw_leader"),
]
