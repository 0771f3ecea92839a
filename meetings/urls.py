"""Addresses of meetings. Each is whole, from the authority's own address on."""

from django.urls import path

from meetings.views import (
    actions,
    agenda,
    attendance,
    guests,
    meeting,
    minutes,
    minutes_writing,
    planning,
)

app_name = "meetings"
GROUP = "collaborations/<int:pk>/meetings/"
MEETING = f"{GROUP}<int:meeting>/"
ITEM = f"{MEETING}items/<int:item>/"
ACTION = f"{MEETING}actions/<int:action>/"
urlpatterns = [
    path("collaborations/meetings/", planning.AllMeetings.as_view(), name="all_meetings"),
    path("collaborations/meetings/attendance/", planning.AllAttendance.as_view(), name="all_attendance"),
    path(GROUP, planning.Meetings.as_view(), name="meetings"),
    path(f"{GROUP}list/", planning.MeetingsList.as_view(), name="meetings_list"),
    path(f"{GROUP}plan/", planning.PlanMeeting.as_view(), name="plan_meeting"),
    path(f"{GROUP}plan-a-year/", planning.PlanYear.as_view(), name="plan_year"),
    path(MEETING, meeting.MeetingPage.as_view(), name="meeting"),
    path(f"{MEETING}change/", planning.ChangeMeeting.as_view(), name="change_meeting"),
    path(f"{MEETING}cancel/", planning.CancelMeeting.as_view(), name="cancel_meeting"),
    path(f"{MEETING}bring-back/", planning.RestoreMeeting.as_view(), name="restore_meeting"),
    path(f"{MEETING}calendar/", meeting.MeetingCalendar.as_view(), name="calendar"),
    path(f"{MEETING}answer/<int:membership>/", meeting.AnswerMeeting.as_view(), name="answer"),
    path(f"{MEETING}open-agenda/", agenda.OpenAgenda.as_view(), name="open_agenda"),
    path(f"{MEETING}propose/<int:membership>/", agenda.ProposeItem.as_view(), name="propose_item"),
    path(f"{MEETING}items/add/", agenda.AddItem.as_view(), name="add_item"),
    path(f"{ITEM}change/", agenda.ChangeItem.as_view(), name="change_item"),
    path(f"{ITEM}answer/", agenda.AnswerProposal.as_view(), name="answer_proposal"),
    path(f"{ITEM}before/<int:other>/", agenda.MoveItem.as_view(), name="move_item"),
    path(f"{ITEM}remove/", agenda.RemoveItem.as_view(), name="remove_item"),
    path(f"{ITEM}guests/invite/", guests.InviteGuest.as_view(), name="invite_guest"),
    path(f"{MEETING}guests/<int:guest>/take-back/", guests.WithdrawGuest.as_view(), name="withdraw_guest"),
    path(f"{MEETING}papers/add/", agenda.AddPaper.as_view(), name="add_paper"),
    path(f"{MEETING}papers/<int:paper>/", agenda.OpenPaper.as_view(), name="open_paper"),
    path(f"{MEETING}papers/<int:paper>/replace/", agenda.ReplacePaper.as_view(), name="replace_paper"),
    path(f"{MEETING}papers/<int:paper>/remove/", agenda.RemovePaper.as_view(), name="remove_paper"),
    path(f"{MEETING}papers/send/", agenda.SendPapers.as_view(), name="send_papers"),
    path(f"{MEETING}attendance/", attendance.TakeAttendance.as_view(), name="attendance"),
    path(f"{MEETING}attendance/state/", attendance.AttendanceState.as_view(), name="attendance_state"),
    path(f"{MEETING}attendance/taps/", attendance.Taps.as_view(), name="taps"),
    path(f"{MEETING}attendance/finish/", attendance.FinishAttendance.as_view(), name="finish_attendance"),
    path(f"{MEETING}attendance/again/", attendance.ReopenMeeting.as_view(), name="reopen_meeting"),
    path(f"{MEETING}attendance/history/", attendance.AttendanceHistory.as_view(), name="attendance_history"),
    path(f"{MEETING}attendance/others/", attendance.AddOther.as_view(), name="add_other"),
    path(
        f"{MEETING}attendance/others/<int:row>/remove/", attendance.RemoveOther.as_view(), name="remove_other"
    ),
    path(f"{MEETING}check-in/open/", attendance.OpenCheckIn.as_view(), name="open_check_in"),
    path(f"{MEETING}check-in/close/", attendance.CloseCheckIn.as_view(), name="close_check_in"),
    path(f"{MEETING}check-in/<int:membership>/", attendance.CheckIn.as_view(), name="check_in"),
    path("collaborations/meetings/actions/", actions.AllActions.as_view(), name="all_actions"),
    path("collaborations/<int:pk>/actions/", actions.Actions.as_view(), name="actions"),
    path("collaborations/<int:pk>/actions/share/", actions.FairShare.as_view(), name="fair_share"),
    path(f"{MEETING}actions/add/<int:item>/", actions.AddAction.as_view(), name="add_action"),
    path(f"{ACTION}change/", actions.ChangeAction.as_view(), name="change_action"),
    path(f"{ACTION}done/", actions.FinishAction.as_view(), name="finish_action"),
    path(f"{ACTION}new-day/", actions.PostponeAction.as_view(), name="postpone_action"),
    path(f"{ACTION}remove/", actions.RemoveAction.as_view(), name="remove_action"),
    path("collaborations/meetings/minutes/", minutes.AllMinutes.as_view(), name="all_minutes"),
    path(f"{GROUP}minutes/", minutes.MinutesList.as_view(), name="minutes_list"),
    path(f"{MEETING}minutes/", minutes.MinutesPage.as_view(), name="minutes"),
    path(f"{MEETING}minutes/write/", minutes_writing.WriteMinutes.as_view(), name="write_minutes"),
    path(
        f"{MEETING}minutes/items/<int:item>/decide/",
        minutes_writing.AddDecision.as_view(),
        name="add_decision",
    ),
    path(
        f"{MEETING}minutes/decisions/<int:decision>/change/",
        minutes_writing.ChangeDecision.as_view(),
        name="change_decision",
    ),
    path(
        f"{MEETING}minutes/decisions/<int:decision>/remove/",
        minutes_writing.RemoveDecision.as_view(),
        name="remove_decision",
    ),
    path(f"{MEETING}minutes/send/", minutes.SendMinutes.as_view(), name="send_minutes"),
    path(
        f"{MEETING}minutes/correct/<int:membership>/",
        minutes.CorrectMinutes.as_view(),
        name="correct_minutes",
    ),
    path(
        f"{MEETING}minutes/corrections/<int:correction>/answer/",
        minutes.AnswerCorrection.as_view(),
        name="answer_correction",
    ),
    path(f"{MEETING}agree/<int:earlier>/", minutes.AgreeMinutes.as_view(), name="agree_minutes"),
    path(f"{MEETING}minutes/amend/", minutes.AmendMinutes.as_view(), name="amend_minutes"),
    path(f"{MEETING}minutes/print/", minutes.PrintMinutes.as_view(), name="print_minutes"),
    path(f"{MEETING}minutes/pdf/", minutes.MinutesPdf.as_view(), name="minutes_pdf"),
    path(f"{MEETING}concern/", minutes_writing.ConcernRoutes.as_view(), name="concern_routes"),
    path("meetings/guest/<str:token>/", guests.GuestItem.as_view(), name="guest"),
    path("meetings/guest/<str:token>/papers/<int:paper>/", guests.GuestPaper.as_view(), name="guest_paper"),
]
