"""Every key to a person was considered for a merge of two accounts (A2, decision 0049)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction

from accounts.models import Authority, User
from accounts.services.moving import KEPT_BY_ACCOUNT, is_moved, relations_to_people
from tests.factories.ofsted import LeadingPolicyFactory
from tests.factories.supplement import approved

#: Every key to a person that a merge gives to the account that stays. One more is considered here: does the
#: row mean the person, in this authority, so that it follows them? What does not is in KEPT_BY_ACCOUNT,
#: with why.
MOVES = {
    "accounts.Correction": {"proposed_by"},
    "accounts.Decision": {"by", "user"},
    "accounts.PersonInvitation": {"invited_by"},
    "accounts.RoleAppointment": {"appointed_by", "user"},
    "collaborations.CollaborationGrant": {"user"},
    "collaborations.FirstMeeting": {"facilitated_by"},
    "development.PlanAction": {"person"},
    "documents.CalendarFeed": {"person"},
    "documents.EmailChoice": {"person"},
    "documents.ExportRun": {"requested_by"},
    "documents.HeldEmail": {"person"},
    "documents.Job": {"started_by"},
    "documents.KeptList": {"person"},
    "documents.Selection": {"person"},
    "documents.SentEmail": {"person"},
    "documents.StoredFile": {"uploaded_by"},
    "exchange.SheetImport": {"loaded_by", "started_by"},
    "leadership.CaseGrant": {"user"},
    "leadership.Away": {"by", "user"},
    "leadership.CaseLetter": {"by", "sent_by"},
    "leadership.CaseStep": {"by"},
    "leadership.CaseSupport": {"by"},
    "leadership.LeaderWords": {"by"},
    "leadership.LeadershipCase": {"assigned_to", "closed_by", "opened_by"},
    "leadership.LetterTemplate": {"by"},
    "leadership.PossibleSuccessor": {"contacted_by", "noted_by", "user"},
    "leadership.Reinstatement": {"decided_by"},
    "leadership.SupportSwitch": {"by", "user"},
    "leadership.UnpublishedOutcome": {"recorded_by"},
    "library.DocumentReader": {"user"},
    "library.GroupDocument": {"owner"},
    "library.LibraryVisit": {"user"},
    "meetings.AgendaItem": {"proposed_by"},
    "meetings.Answer": {"by"},
    "meetings.Attendance": {"by"},
    "meetings.AttendanceMark": {"by"},
    "meetings.Election": {"called_by", "elected", "recorded_by"},
    "meetings.ConcernRoutesGiven": {"confirmed_by"},
    "meetings.Decision": {"recorded_by"},
    "meetings.Booking": {"person"},
    "meetings.Event": {"planned_by"},
    "meetings.EventInvitation": {"person"},
    "meetings.EventMaterial": {"added_by"},
    "meetings.FirstInvited": {"invited_by"},
    "meetings.Guest": {"invited_by"},
    "meetings.ItemMinutes": {"edited_by"},
    "meetings.Meeting": {"chaired_by", "planned_by"},
    "meetings.Nomination": {"nominated_by", "person"},
    "meetings.MeetingAction": {"given_by", "person"},
    "meetings.Minutes": {"agreed_recorded_by", "circulated_by", "started_by"},
    "meetings.MinutesAmendment": {"by"},
    "meetings.MinutesCorrection": {"answered_by", "proposed_by"},
    "meetings.MinutesSent": {"by"},
    "meetings.OtherPresent": {"by"},
    "meetings.Paper": {"added_by"},
    "meetings.PapersSent": {"by"},
    "meetings.PeerVisit": {"asked_by"},
    "meetings.SharedDataPack": {"shared_by"},
    "meetings.Training": {"planned_by"},
    "meetings.TrainingPlace": {"booked_by"},
    "meetings.Visitor": {"written_by"},
    "meetings.PublicMeetings": {"by"},
    "meetings.Vote": {"closed_by", "opened_by"},
    "meetings.WalkIn": {"by"},
    "memberships.Application": {"applied_by", "decided_by"},
    "memberships.ConductConcern": {"raised_by"},
    "memberships.HandOver": {"done_by"},
    "memberships.Invitation": {"sent_by"},
    "memberships.LeaderAppointment": {"user"},
    "memberships.OfficeHolder": {"user"},
    "memberships.PersonContact": {"user"},
    "memberships.SettingRole": {"user"},
    "ofsted.ImportRun": {"loaded_by", "started_by"},
    "ofsted.LeadingPolicy": {"adopted_by"},
    "providers.ProviderGrant": {"user"},
    "providers.SuccessionLink": {"linked_by"},
    "provision.PublicConsent": {"given_by"},
    "provision.StaffReturn": {"certified_by"},
    "provision.StaffReturnReminder": {"sent_by"},
    "provision.Vacancy": {"confirmed_by"},
    "reorganisation.PlannedLeader": {"user"},
    "reorganisation.Reorganisation": {"done_by", "started_by"},
    "support.Message": {"sent_by"},
    "support.MessageCopy": {"user"},
    "support.MessageTemplate": {"person"},
    "support.Referral": {"referred_by"},
    "support.SupportRequest": {"answered_by", "asked_by", "officer", "person"},
    "qa_framework.FrameworkVersion": {"published_by", "started_by"},
    "supplement.Adjustment": {"agreed_by", "by", "taken_back_by"},
    "supplement.ChosenGroup": {"by"},
    "supplement.Claim": {"assessed_by", "opened_by", "submitted_by"},
    "supplement.ClaimLook": {"by"},
    "supplement.ClaimStep": {"by"},
    "supplement.ClaimWaiver": {"by", "taken_back_by"},
    "supplement.FundEntry": {"by"},
    "supplement.FundedHours": {"by"},
    "supplement.LeaverSettlement": {"by"},
    "supplement.Mandate": {"signed_by", "withdrawn_by"},
    "supplement.Payee": {"accepted_by", "ended_by", "handed_over_by", "named_by"},
    "supplement.MoneyCheck": {"by"},
    "supplement.Payment": {"answered_by"},
    "supplement.PaymentAnswers": {"applied_by", "uploaded_by"},
    "supplement.PaymentFile": {"made_by"},
    "supplement.PaymentLayout": {"set_by"},
    "supplement.PeriodClosing": {"closed_by", "reopened_by"},
    "supplement.ProposedCorrection": {"decided_by"},
    "supplement.Receipt": {"added_by", "removed_by"},
    "supplement.Run": {"approved_by", "calculated_by", "reviewed_by", "started_by"},
    "supplement.RunClaim": {"seen_by"},
    "supplement.RunStep": {"by"},
    "supplement.Scheme": {"approved_by", "started_by"},
    "supplement.SchemeAnswer": {"by"},
    "supplement.SchemeConsultation": {"asked_by", "changes_by"},
    "supplement.SpendReturn": {"by"},
    "supplement.Spending": {"recorded_by", "taken_back_by"},
    "supplement.SpendingDecision": {"closed_by", "recorded_by"},
    "supplement.SpendingProposal": {"ended_by", "proposed_by"},
    "supplement.SupplierReference": {"set_by"},
    "ways_of_working.Review": {"done_by"},
    "ways_of_working.TermsAnswer": {"answered_by"},
    "ways_of_working.TermsSection": {"edited_by"},
    "ways_of_working.TermsTemplate": {"published_by", "started_by"},
    "ways_of_working.WaysOfWorking": {"adopted_by", "circulated_by", "started_by"},
}


def test_every_relation_to_a_person_is_considered_for_a_merge():
    relations = set(relations_to_people())
    moved = {each for each in relations if is_moved(each)} - set(KEPT_BY_ACCOUNT)
    found: dict[str, set[str]] = {}
    for each in moved:
        found.setdefault(each.model._meta.label, set()).add(each.field)
    assert found == MOVES
    assert set(KEPT_BY_ACCOUNT) <= relations


@pytest.mark.django_db
@pytest.mark.parametrize(
    "label", ["ofsted.LeadingPolicy", "supplement.Scheme", "supplement.SchemeConsultation"]
)
def test_what_is_kept_for_good_names_the_account_that_stays(
    in_larkshire: Authority, maya: User, amina: User, label: str
) -> None:
    """Nothing else of a row that a trigger keeps may change with it."""
    LeadingPolicyFactory(adopted_by=maya)
    approved(maya, at=datetime(2026, 11, 2, 10, tzinfo=UTC))
    model, columns = apps.get_model(label), sorted(MOVES[label])
    for column in columns:
        assert model.objects.filter(**{column: maya}).update(**{column: amina}) == 1
        assert model.objects.filter(**{column: amina}).count() == 1
    kept = {"ofsted.LeadingPolicy": "version", "supplement.Scheme": "funding_source"}.get(label, "asked")
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(**{columns[0]: maya, kept: 30_000})
