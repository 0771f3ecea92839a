"""Addresses of collaborations and their members, under ``/<authority>/collaborations/``. One list for each subject: add lines to
its list, or a list of its own."""

from django.urls import include, path

from memberships import views
from memberships.views import (
    agreement,
    comparing,
    conduct,
    deciding,
    gaps,
    joining,
    leaving,
    maps,
    messages,
    partnerships,
    printing,
    reading,
    returns,
    sheets,
    staff_told,
    succession,
    terms_answering,
    vacancies,
)
from memberships.views import development as development_pages
from memberships.views import library as library_pages
from memberships.views import life as life_pages
from memberships.views import offices as office_pages
from memberships.views import plans as plan_pages
from memberships.views import reviews as review_pages
from memberships.views.terms_overview import TermsOverview
from memberships.views.writing import WriteTermsSection

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
    path("vacancies/", vacancies.AllVacancies.as_view(), name="vacancies"),
    path("ways-of-working/", TermsOverview.as_view(), name="terms_overview"),
    path("settings-without/", gaps.SettingsWithout.as_view(), name="settings_without"),
]

life = [
    path("<int:pk>/life/", life_pages.LifePage.as_view(), name="life"),
    path("<int:pk>/life/move/<slug:to>/", life_pages.Move.as_view(), name="move"),
    path("<int:pk>/life/close/", life_pages.Close.as_view(), name="close"),
    path("<int:pk>/life/first-meeting/", life_pages.RecordFirstMeeting.as_view(), name="first_meeting"),
    path("<int:pk>/life/ways-of-working/", life_pages.RecordTermsAdopted.as_view(), name="record_terms"),
]

spreadsheets = [
    path("import/", sheets.Sheets.as_view(), name="sheets"),
    path("import/new/", sheets.UploadSheet.as_view(), name="upload_sheet"),
    path("import/template/", sheets.SheetTemplate.as_view(), name="sheet_template"),
    path("import/<int:pk>/", sheets.SheetPage.as_view(), name="sheet"),
    path("import/<int:pk>/discard/", sheets.DiscardSheet.as_view(), name="discard_sheet"),
    path("import/<int:pk>/<slug:result>/", sheets.SheetLines.as_view(), name="sheet_lines"),
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

looking_for_a_group = [
    path("find/<int:setting>/", joining.FindCollaboration.as_view(), name="find"),
    path("<int:pk>/apply/<int:setting>/", joining.Apply.as_view(), name="apply"),
    path("applications/<int:row>/", joining.ApplicationPage.as_view(), name="application"),
    path("applications/<int:row>/withdraw/", joining.WithdrawApplication.as_view(), name="withdraw_application"),
    path("invitations/<int:row>/", joining.AnswerInvitation.as_view(), name="answer_invitation"),
    path("invitations/by-link/<str:token>/", joining.AcceptInvitation.as_view(), name="accept_invitation"),
]

taking_in = [
    path("applications/", deciding.AllApplications.as_view(), name="all_applications"),
    path("<int:pk>/applications/", deciding.Applications.as_view(), name="applications"),
    path("<int:pk>/applications/<int:row>/decide/", deciding.DecideApplication.as_view(), name="decide_application"),
    path("<int:pk>/invite/", deciding.Invite.as_view(), name="invite"),
    path("<int:pk>/invitations/", deciding.Invitations.as_view(), name="invitations"),
    path("<int:pk>/invitations/<int:row>/withdraw/", deciding.WithdrawInvitation.as_view(), name="withdraw_invitation"),
]

leaving_the_group = [
    path("<int:pk>/members/<int:row>/notice/", leaving.GiveNotice.as_view(), name="give_notice"),
    path("<int:pk>/members/<int:row>/notice/take-back/", leaving.TakeBackNotice.as_view(), name="take_back_notice"),
    path("<int:pk>/members/<int:row>/hand-over/", leaving.HandOverList.as_view(), name="hand_over"),
    path("<int:pk>/members/<int:row>/hand-over/add/", leaving.AddHandOver.as_view(), name="hand_over_add"),
    path("<int:pk>/members/<int:row>/hand-over/<int:item>/change/", leaving.ChangeHandOver.as_view(), name="hand_over_change"),
    path("<int:pk>/members/<int:row>/hand-over/<int:item>/done/", leaving.FinishHandOver.as_view(), name="hand_over_done"),
    path("<int:pk>/members/<int:row>/hand-over/<int:item>/remove/", leaving.RemoveHandOver.as_view(), name="hand_over_remove"),
]

offices = [
    path("<int:pk>/offices/", office_pages.Offices.as_view(), name="offices"),
    path("<int:pk>/offices/give/", office_pages.GiveOffice.as_view(), name="give_office"),
    path("<int:pk>/offices/<int:row>/end/", office_pages.EndOffice.as_view(), name="end_office"),
    path("<int:pk>/offices/<int:row>/withdraw/", office_pages.WithdrawOffice.as_view(), name="withdraw_office"),
    path("<int:pk>/leaders/decide/", views.DecideLeader.as_view(), name="decide_leader"),
]

concerns = [
    path("<int:pk>/concerns/", conduct.Concerns.as_view(), name="concerns"),
    path("<int:pk>/concerns/raise/", conduct.RaiseConcern.as_view(), name="raise_concern"),
    path("<int:pk>/concerns/<int:row>/", conduct.ConcernPage.as_view(), name="concern"),
    path("<int:pk>/concerns/<int:row>/move/", conduct.MoveConcern.as_view(), name="move_concern"),
]

staff_knows = [
    path("<int:pk>/members/<int:row>/staff-told/", staff_told.ConfirmStaffTold.as_view(), name="staff_told"),
    path("<int:pk>/staff-told/", staff_told.StaffToldReminders.as_view(), name="staff_told_reminders"),
    path("staff-told/<str:token>/", staff_told.StaffToldLink.as_view(), name="staff_told_link"),
    path("<int:pk>/summary/", staff_told.StaffSummary.as_view(), name="staff_summary"),
    path("<int:pk>/summary.pdf", staff_told.StaffSummaryPdf.as_view(), name="staff_summary_pdf"),
]

many_at_once = [
    path("messages/", messages.Messages.as_view(), name="messages"),
    path("messages/write/", messages.WriteMessage.as_view(), name="write_message"),
    path("messages/<int:pk>/", messages.MessagePage.as_view(), name="message"),
    path("district/", messages.MoveToDistrict.as_view(), name="move_to_district"),
]

reorganising = [
    path("plans/", plan_pages.Plans.as_view(), name="plans"),
    path("plans/merge/", plan_pages.StartMerger.as_view(), name="start_merger"),
    path("<int:pk>/divide/", plan_pages.StartDivision.as_view(), name="start_division"),
    path("plans/<int:pk>/", plan_pages.PlanPage.as_view(), name="plan"),
    path("plans/<int:pk>/successors/", plan_pages.PlanSuccessors.as_view(), name="plan_successors"),
    path("plans/<int:pk>/successors/<int:row>/", plan_pages.ChangeSuccessor.as_view(), name="change_successor"),
    path("plans/<int:pk>/successors/<int:row>/remove/", plan_pages.RemoveSuccessor.as_view(), name="remove_successor"),
    path("plans/<int:pk>/places/", plan_pages.PlanPlaces.as_view(), name="plan_places"),
    path("plans/<int:pk>/leaders/", plan_pages.PlanLeaders.as_view(), name="plan_leaders"),
    path("plans/<int:pk>/leaders/<int:row>/remove/", plan_pages.RemovePlannedLeader.as_view(), name="remove_planned_leader"),
    path("plans/<int:pk>/terms/", plan_pages.PlanTerms.as_view(), name="plan_terms"),
    path("plans/<int:pk>/agree/", plan_pages.AgreePlan.as_view(), name="agree_plan"),
    path("plans/<int:pk>/preview/", plan_pages.PreviewPlan.as_view(), name="preview_plan"),
    path("plans/<int:pk>/carry-out/", plan_pages.CarryOutPlan.as_view(), name="carry_out_plan"),
    path("plans/<int:pk>/abandon/", plan_pages.AbandonPlan.as_view(), name="abandon_plan"),
    path("moves/<int:link>/", succession.MoveToSuccessor.as_view(), name="move_to_successor"),
]

staff_returns = [
    path("staff-returns/", returns.Returns.as_view(), name="returns"),
    path("staff-returns/<int:row>/remind/", returns.RemindEverybody.as_view(), name="remind_returns"),
    path("<int:pk>/staff-returns/", returns.ReturnsOfCollaboration.as_view(), name="staff_returns"),
]

delivery_partnerships = [
    path("partnerships/<int:pk>/", partnerships.Partnerships.as_view(), name="partnerships"),
    path("partnerships/<int:pk>/add/", partnerships.AddPartnership.as_view(), name="add_partnership"),
    path("partnerships/<int:pk>/<int:row>/", partnerships.ChangePartnership.as_view(), name="change_partnership"),
    path("partnerships/<int:pk>/<int:row>/end/", partnerships.EndPartnership.as_view(), name="end_partnership"),
]

shared_documents = [
    path("<int:pk>/library/", library_pages.Library.as_view(), name="library"),
    path("<int:pk>/library/add/", library_pages.AddDocument.as_view(), name="add_document"),
    path("<int:pk>/library/<int:row>/", library_pages.DocumentPage.as_view(), name="document"),
    path("<int:pk>/library/<int:row>/versions/<int:version>/", library_pages.OpenDocument.as_view(), name="open_document"),
    path("<int:pk>/library/<int:row>/opened/", library_pages.DocumentOpenings.as_view(), name="document_openings"),
    path("<int:pk>/library/<int:row>/change/", library_pages.ChangeDocument.as_view(), name="change_document"),
    path("<int:pk>/library/<int:row>/replace/", library_pages.ReplaceDocument.as_view(), name="replace_document"),
    path("<int:pk>/library/<int:row>/owner/", library_pages.HandOverDocument.as_view(), name="hand_over_document"),
    path("<int:pk>/library/<int:row>/remove/", library_pages.RemoveDocument.as_view(), name="remove_document"),
    path("<int:pk>/library/<int:row>/bring-back/", library_pages.RestoreDocument.as_view(), name="restore_document"),
    path("<int:pk>/library/<int:row>/readers/add/", library_pages.NameReader.as_view(), name="name_reader"),
    path("<int:pk>/library/<int:row>/readers/<int:reader>/end/", library_pages.EndReader.as_view(), name="end_reader"),
]

agreeing_ways_of_working = [
    path("ways-of-working/answer/<str:token>/", terms_answering.AnswerTermsByLink.as_view(), name="answer_terms_by_link"),
    path("<int:pk>/ways-of-working/compare/", comparing.CompareTerms.as_view(), name="compare_terms"),
    path("<int:pk>/ways-of-working/<int:version>/circulate/", agreement.CirculateTerms.as_view(), name="circulate_terms"),
    path("<int:pk>/ways-of-working/<int:version>/answers/", agreement.TermsAnswers.as_view(), name="terms_answers"),
    path("<int:pk>/ways-of-working/<int:version>/answers/<int:row>/reply/", agreement.ReplyTerms.as_view(), name="reply_terms"),
    path("<int:pk>/ways-of-working/<int:version>/answer/<int:row>/", terms_answering.AnswerTerms.as_view(), name="answer_terms"),
    path("<int:pk>/ways-of-working/<int:version>/remind/", agreement.RemindTerms.as_view(), name="remind_terms"),
    path("<int:pk>/ways-of-working/<int:version>/take-back/", agreement.TakeBackTerms.as_view(), name="take_back_terms"),
    path("<int:pk>/ways-of-working/<int:version>/adopt/", agreement.AdoptTerms.as_view(), name="adopt_terms"),
]

development_plans = [
    path("development-plans/", development_pages.AllDevelopmentPlans.as_view(), name="all_development_plans"),
    path("<int:pk>/development/", development_pages.DevelopmentPlans.as_view(), name="development_plans"),
    path("<int:pk>/development/start/", development_pages.StartDevelopmentPlan.as_view(), name="start_development_plan"),
    path("<int:pk>/development/<int:row>/", development_pages.DevelopmentPlanPage.as_view(), name="development_plan"),
    path("<int:pk>/development/<int:row>/print/", development_pages.PrintDevelopmentPlan.as_view(), name="print_development_plan"),
    path("<int:pk>/development/<int:row>/change/", development_pages.ChangeDevelopmentPlan.as_view(), name="change_development_plan"),
    path("<int:pk>/development/<int:row>/begin/", development_pages.BeginWork.as_view(), name="begin_work_by_plan"),
    path("<int:pk>/development/<int:row>/effect/", development_pages.Evaluate.as_view(), name="evaluate_plan"),
    path("<int:pk>/development/<int:row>/close/", development_pages.CloseDevelopmentPlan.as_view(), name="close_development_plan"),
]

_OBJECTIVES = "<int:pk>/development/<int:row>/objectives/"
_ACTIONS = "<int:pk>/development/<int:row>/actions/"
objectives = [
    path(f"{_OBJECTIVES}add/", development_pages.AddObjective.as_view(), name="add_objective"),
    path(f"{_OBJECTIVES}<int:objective>/change/", development_pages.ChangeObjective.as_view(), name="change_objective"),
    path(f"{_OBJECTIVES}<int:objective>/move/<slug:way>/", development_pages.MoveObjective.as_view(), name="move_objective"),
    path(f"{_OBJECTIVES}<int:objective>/remove/", development_pages.RemoveObjective.as_view(), name="remove_objective"),
    path(f"{_OBJECTIVES}<int:objective>/actions/add/", development_pages.AddPlanAction.as_view(), name="add_plan_action"),
    path(f"{_ACTIONS}<int:action>/change/", development_pages.ChangePlanAction.as_view(), name="change_plan_action"),
    path(f"{_ACTIONS}<int:action>/done/", development_pages.FinishPlanAction.as_view(), name="finish_plan_action"),
    path(f"{_ACTIONS}<int:action>/remove/", development_pages.RemovePlanAction.as_view(), name="remove_plan_action"),
]

reviews = [
    path("reviews/", review_pages.AllReviews.as_view(), name="all_reviews"),
    path("<int:pk>/reviews/", review_pages.Reviews.as_view(), name="reviews"),
    path("<int:pk>/reviews/<int:row>/", review_pages.ReviewPage.as_view(), name="review"),
    path("<int:pk>/reviews/<int:row>/record/", review_pages.RecordReview.as_view(), name="record_review"),
]

reading_terms = [
    path("ways-of-working/print/", printing.PrintTerms.as_view(), name="print_terms"),
    path("<int:pk>/ways-of-working/", reading.Terms.as_view(), name="terms"),
    path("<int:pk>/ways-of-working/write/<str:key>/", WriteTermsSection.as_view(), name="write_terms_section"),
    path("<int:pk>/ways-of-working/summary.pdf", reading.TermsSummaryPdf.as_view(), name="terms_summary_pdf"),
    path("<int:pk>/ways-of-working/<int:version>/", reading.TermsVersion.as_view(), name="terms_version"),
    path("<int:pk>/ways-of-working/<int:version>/pdf/", reading.TermsPdf.as_view(), name="terms_pdf"),
]

urlpatterns = [
    *reading_terms,
    *development_plans,
    *objectives,
    *reviews,
    *agreeing_ways_of_working,
    *shared_documents,
    *staff_returns,
    *delivery_partnerships,
    *reorganising,
    *many_at_once,
    *looking_for_a_group,
    *taking_in,
    *leaving_the_group,
    *groups,
    *life,
    *overview,
    *spreadsheets,
    *members,
    *leaders,
    *offices,
    *concerns,
    *staff_knows,
]
