"""Addresses of members, leaders and office holders: joining, leaving, concerns, what staff know.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from memberships.views import (
    conduct,
    contacts,
    deciding,
    joining,
    leaders,
    leaving,
    members,
    offices,
    setting_people,
    staff_told,
)

app_name = "memberships"
urlpatterns = [
    path("people/<int:pk>/contact/", contacts.ChangeContact.as_view(), name="change_contact"),
    path("settings/people/add/", setting_people.ChooseSetting.as_view(), name="choose_setting"),
    path(
        "settings/<int:pk>/people/add/",
        setting_people.AddPersonAtSetting.as_view(),
        name="add_person_at_setting",
    ),
    path(
        "settings/<int:pk>/people/<int:role>/end/",
        setting_people.EndPersonAtSetting.as_view(),
        name="end_person_at_setting",
    ),
    path(
        "settings/<int:pk>/people/<int:role>/take-back/",
        setting_people.WithdrawPersonAtSetting.as_view(),
        name="withdraw_person_at_setting",
    ),
    path("how-you-are-reached/", contacts.OwnContact.as_view(), name="own_contact"),
    path("collaborations/<int:pk>/members/", members.Members.as_view(), name="members"),
    path("collaborations/<int:pk>/members/add/", members.AddMember.as_view(), name="add_member"),
    path("collaborations/<int:pk>/members/<int:row>/", members.MemberPage.as_view(), name="member"),
    path("collaborations/<int:pk>/members/<int:row>/leave/", members.MemberLeaves.as_view(), name="leave"),
    path(
        "collaborations/<int:pk>/members/<int:row>/withdraw/",
        members.WithdrawMember.as_view(),
        name="withdraw_member",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/people/add/",
        members.AddPerson.as_view(),
        name="add_person",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/people/<int:role>/end/",
        members.EndPerson.as_view(),
        name="end_person",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/people/<int:role>/withdraw/",
        members.WithdrawPerson.as_view(),
        name="withdraw_person",
    ),
    path("collaborations/<int:pk>/leaders/appoint/", leaders.AppointLeader.as_view(), name="appoint_leader"),
    path("collaborations/<int:pk>/leaders/<int:row>/end/", leaders.EndLeader.as_view(), name="end_leader"),
    path(
        "collaborations/<int:pk>/leaders/<int:row>/withdraw/",
        leaders.WithdrawLeader.as_view(),
        name="withdraw_leader",
    ),
    path("collaborations/<int:pk>/leaders/decide/", leaders.DecideLeader.as_view(), name="decide_leader"),
    path("collaborations/find/<int:setting>/", joining.FindCollaboration.as_view(), name="find"),
    path("collaborations/<int:pk>/apply/<int:setting>/", joining.Apply.as_view(), name="apply"),
    path("collaborations/applications/<int:row>/", joining.ApplicationPage.as_view(), name="application"),
    path(
        "collaborations/applications/<int:row>/withdraw/",
        joining.WithdrawApplication.as_view(),
        name="withdraw_application",
    ),
    path(
        "collaborations/invitations/<int:row>/", joining.AnswerInvitation.as_view(), name="answer_invitation"
    ),
    path(
        "collaborations/invitations/by-link/<str:token>/",
        joining.AcceptInvitation.as_view(),
        name="accept_invitation",
    ),
    path("collaborations/applications/", deciding.AllApplications.as_view(), name="all_applications"),
    path("collaborations/<int:pk>/applications/", deciding.Applications.as_view(), name="applications"),
    path(
        "collaborations/<int:pk>/applications/<int:row>/decide/",
        deciding.DecideApplication.as_view(),
        name="decide_application",
    ),
    path("collaborations/<int:pk>/invite/", deciding.Invite.as_view(), name="invite"),
    path("collaborations/<int:pk>/invitations/", deciding.Invitations.as_view(), name="invitations"),
    path(
        "collaborations/<int:pk>/invitations/<int:row>/remind/",
        deciding.RemindInvitation.as_view(),
        name="remind_invitation",
    ),
    path(
        "collaborations/<int:pk>/invitations/<int:row>/withdraw/",
        deciding.WithdrawInvitation.as_view(),
        name="withdraw_invitation",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/notice/", leaving.GiveNotice.as_view(), name="give_notice"
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/notice/take-back/",
        leaving.TakeBackNotice.as_view(),
        name="take_back_notice",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/hand-over/",
        leaving.HandOverList.as_view(),
        name="hand_over",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/hand-over/add/",
        leaving.AddHandOver.as_view(),
        name="hand_over_add",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/hand-over/<int:item>/change/",
        leaving.ChangeHandOver.as_view(),
        name="hand_over_change",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/hand-over/<int:item>/done/",
        leaving.FinishHandOver.as_view(),
        name="hand_over_done",
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/hand-over/<int:item>/remove/",
        leaving.RemoveHandOver.as_view(),
        name="hand_over_remove",
    ),
    path("collaborations/<int:pk>/offices/", offices.Offices.as_view(), name="offices"),
    path("collaborations/<int:pk>/offices/give/", offices.GiveOffice.as_view(), name="give_office"),
    path("collaborations/<int:pk>/offices/<int:row>/end/", offices.EndOffice.as_view(), name="end_office"),
    path(
        "collaborations/<int:pk>/offices/<int:row>/withdraw/",
        offices.WithdrawOffice.as_view(),
        name="withdraw_office",
    ),
    path("collaborations/<int:pk>/concerns/", conduct.Concerns.as_view(), name="concerns"),
    path("collaborations/<int:pk>/concerns/raise/", conduct.RaiseConcern.as_view(), name="raise_concern"),
    path("collaborations/<int:pk>/concerns/<int:row>/", conduct.ConcernPage.as_view(), name="concern"),
    path(
        "collaborations/<int:pk>/concerns/<int:row>/move/", conduct.MoveConcern.as_view(), name="move_concern"
    ),
    path(
        "collaborations/<int:pk>/members/<int:row>/staff-told/",
        staff_told.ConfirmStaffTold.as_view(),
        name="staff_told",
    ),
    path(
        "collaborations/<int:pk>/staff-told/",
        staff_told.StaffToldReminders.as_view(),
        name="staff_told_reminders",
    ),
    path(
        "collaborations/staff-told/<str:token>/", staff_told.StaffToldLink.as_view(), name="staff_told_link"
    ),
    path("collaborations/<int:pk>/summary/", staff_told.StaffSummary.as_view(), name="staff_summary"),
    path(
        "collaborations/<int:pk>/summary.pdf", staff_told.StaffSummaryPdf.as_view(), name="staff_summary_pdf"
    ),
]
