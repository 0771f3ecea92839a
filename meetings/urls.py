"""Addresses of meetings. Each is whole, from the authority's own address on."""

from django.urls import path

from meetings.views import (
    agenda,
    attendance,
    election_ballots,
    elections,
    guests,
    meeting,
    nominations,
    planning,
    votes,
    voting,
)

app_name = "meetings"
GROUP = "collaborations/<int:pk>/meetings/"
MEETING = f"{GROUP}<int:meeting>/"
ITEM = f"{MEETING}items/<int:item>/"
ELECTIONS = "collaborations/<int:pk>/elections/"
ELECTION = f"{ELECTIONS}<int:election>/"
VOTE = f"{GROUP}votes/<int:vote>/"
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
    path("meetings/guest/<str:token>/", guests.GuestItem.as_view(), name="guest"),
    path("meetings/guest/<str:token>/papers/<int:paper>/", guests.GuestPaper.as_view(), name="guest_paper"),
    path("collaborations/elections/", elections.AllElections.as_view(), name="all_elections"),
    path(ELECTIONS, elections.Elections.as_view(), name="elections"),
    path(f"{ELECTIONS}call/", elections.CallElection.as_view(), name="call_election"),
    path(ELECTION, elections.ElectionPage.as_view(), name="election"),
    path(f"{ELECTION}change/", elections.ChangeElection.as_view(), name="change_election"),
    path(f"{ELECTION}open/", elections.OpenNominations.as_view(), name="open_nominations"),
    path(f"{ELECTION}call-off/", elections.CallOffElection.as_view(), name="call_off_election"),
    path(f"{ELECTION}nominate/", nominations.ChooseNominee.as_view(), name="choose_nominee"),
    path(f"{ELECTION}nominate/<int:role>/", nominations.Nominate.as_view(), name="nominate"),
    path(
        f"{ELECTION}nominations/<int:nomination>/",
        nominations.AnswerNomination.as_view(),
        name="answer_nomination",
    ),
    path(f"{ELECTION}ballot/", election_ballots.OpenBallot.as_view(), name="open_ballot"),
    path(f"{ELECTION}count/", election_ballots.CountBallot.as_view(), name="count_ballot"),
    path(f"{ELECTION}result/", elections.DeclareElected.as_view(), name="declare_elected"),
    path(f"{ELECTION}nobody/", elections.RecordNobody.as_view(), name="record_nobody"),
    path("collaborations/meetings/votes/", votes.AllVotes.as_view(), name="all_votes"),
    path(f"{GROUP}votes/", votes.Votes.as_view(), name="votes"),
    path(f"{GROUP}votes/put/", votes.PutToVote.as_view(), name="put_to_vote"),
    path(VOTE, votes.VotePage.as_view(), name="vote"),
    path(f"{VOTE}cast/<int:membership>/", voting.CastVote.as_view(), name="cast_vote"),
    path(f"{VOTE}stand-aside/<int:membership>/", voting.StandAside.as_view(), name="stand_aside"),
    path(f"{VOTE}hands/", voting.RecordHands.as_view(), name="record_hands"),
    path(f"{VOTE}close/", voting.CloseVote.as_view(), name="close_vote"),
    path(f"{VOTE}settle/", voting.SettleVote.as_view(), name="settle_vote"),
    path(f"{VOTE}withdraw/", voting.WithdrawVote.as_view(), name="withdraw_vote"),
    path(f"{VOTE}remind/", voting.RemindOfVote.as_view(), name="remind_of_vote"),
]
