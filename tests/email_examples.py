"""An email of each kind that is true at the moment, about a group of the cast (``tests.groups``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from accounts.decisions import Correction
from accounts.emails.account import AccountChanged, PersonInvited
from accounts.emails.corrections import CorrectionAsked
from accounts.emails.roles import FirstSignIn, RoleEnded, RoleGiven, RoleOfAnotherEnds, RoleWithdrawn
from accounts.models import AccountNotice, RoleAppointment, TaskLink, User
from accounts.roles import Role
from accounts.rules import CORRECTION_PERIOD
from accounts.services.links import make_link
from accounts.services.people import PURPOSE as PERSON_PURPOSE
from accounts.services.people import invite_person
from core.emails import Email
from development import selectors as development
from development.emails import ActionGiven, ActionsBegun
from development.services import plans
from documents.delivery import HeldEmail
from leadership.emails import CaseAssigned
from memberships.emails.appointing import AppointedByTeam, Welcomed
from memberships.emails.conduct import ConcernMoved
from memberships.emails.ending import AppointmentEnds
from memberships.emails.joining import (
    ApplicationDecided,
    ApplicationForTeam,
    ApplicationReceived,
    ApplicationWithdrawn,
    InvitationAnswered,
    InvitationSent,
)
from memberships.emails.leaving import NoticeGiven, NoticeTakenBack
from memberships.emails.standing import AttendanceAtRisk, StaffToldReminder
from memberships.models.members import Membership, SettingRole
from memberships.selectors.staff_told import STAFF_TOLD
from ofsted.emails import FileLoaded
from ofsted.models import ImportRun
from portal.emails import DailyDigest, WeeklyDigest
from provision.emails import KEEP_PLACES, PlacesFading, StaffReturnAsked
from provision.models import ReturnPeriod
from provision.selectors import LINK_PURPOSE
from support.emails.messages import CopyOfGroupMessage, CopyOfMessage, MessageTried
from support.emails.requests import (
    ReferralsToLeader,
    ReferralToSetting,
    SupportAnswered,
    SupportAsked,
    SupportForOfficer,
    SupportWithdrawn,
)
from tests.factories.agreeing import adopted, answered, circulated, drafted
from tests.factories.development import ReviewFactory, plan_with_action
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory, InvitationFactory, link_to
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import ConductConcernFactory, OfficeHolderFactory
from tests.factories.offers import StaffReturnReminderFactory, VacancyFactory
from tests.factories.support import MessageCopyFactory, MessageFactory, ReferralFactory, SupportRequestFactory
from tests.meeting_email_examples import electing, leaders_days, meeting, minutes, voting
from ways_of_working.emails import ReviewsOpened, TermsAdopted, TermsAsked, TermsChanged, TermsDiscussed
from ways_of_working.selectors.agreement import ANSWER_TERMS

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
VISIT = date(2026, 12, 19)


def examples_of(led: Group, amina: User) -> dict[str, Email[Any]]:
    """By the name of the kind. ``led`` is the group, led by Lena, with Mo as a manager of a member."""
    groups = (
        accounts,
        people,
        minutes,
        joining,
        ways_of_working,
        being_a_member,
        officers,
        support,
        developing,
        meeting,
        electing,
        voting,
        leaders_days,
    )
    return {email.name: email for build in groups for email in build(led, amina)}


def accounts(led: Group, amina: User) -> Iterator[Email[Any]]:
    notice = AccountNotice.objects.create(user=amina, kind="locked", email=amina.email, at=AT)
    yield AccountChanged(notice_id=notice.pk)
    role = RoleAppointment.objects.get(user=amina, role=Role.OFFICER)
    about = {"role_id": role.pk, "user_id": amina.pk}
    ending, _is_new = RoleAppointment.objects.get_or_create(
        user=amina, role=Role.AUDITOR, starts_on=TODAY, defaults={"ends_on": date(2027, 4, 1)}
    )
    yield RoleGiven(**about)
    yield FirstSignIn(**about)
    yield RoleEnded(role_id=ending.pk, user_id=amina.pk, ends_on=str(ending.ends_on))
    facts = {"role_id": ending.pk, "ends_on": str(ending.ends_on), "is_ahead": 1}
    yield RoleOfAnotherEnds(**facts, user_id=amina.pk)
    yield RoleWithdrawn(role=Role.FINANCE.value, role_id=0, user_id=amina.pk)


def people(led: Group, amina: User) -> Iterator[Email[Any]]:
    invite_person(email=f"nia{led.acorns.pk}@setting.example", full_name="Nia Dale", by=amina)
    link = TaskLink.objects.filter(purpose=PERSON_PURPOSE).latest("pk")
    role = SettingRole.objects.get(user=led.mo, provider=led.bluebells.provider)
    facts = {"kind": "setting_role", "row_id": role.pk, "by_id": amina.pk}
    yield PersonInvited(invitation_id=link.about_id, link_id=link.pk)
    names = {"full_name": f"{led.mo} Khan", "email": led.mo.email}
    times = {"proposed_at": AT, "expires_at": AT + CORRECTION_PERIOD}
    correction, _new = Correction.objects.get_or_create(
        user=led.mo, state="waiting", defaults={**names, **times, "reason": "Married", "proposed_by": amina}
    )
    confirm = make_link(purpose="accounts.correction", about_id=correction.pk, email=led.mo.email, at=AT)
    yield CorrectionAsked(correction_id=correction.pk, link_id=confirm.pk)
    yield AppointedByTeam(**facts, user_id=led.lena.pk)
    yield Welcomed(**facts, user_id=led.mo.pk)


def joining(led: Group, amina: User) -> Iterator[Email[Any]]:
    application = ApplicationFactory(collaboration=led.collaboration, applied_by=amina)
    decided = ApplicationFactory(collaboration=led.collaboration, applied_by=amina, declined=True)
    withdrawn = ApplicationFactory(collaboration=led.collaboration, applied_by=amina, state="withdrawn")
    sent = InvitationFactory(collaboration=led.collaboration, sent_by=led.lena)
    declined = {"state": "declined", "answered_at": AT}
    answer = InvitationFactory(collaboration=led.collaboration, sent_by=led.lena, **declined)
    yield ApplicationReceived(application_id=application.pk, user_id=led.lena.pk)
    yield ApplicationForTeam(application_id=application.pk)
    yield ApplicationWithdrawn(application_id=withdrawn.pk, user_id=led.lena.pk)
    yield ApplicationDecided(application_id=decided.pk, user_id=led.mo.pk)
    yield InvitationSent(invitation_id=sent.pk, link_id=link_to(sent, AT).pk)
    yield InvitationAnswered(invitation_id=answer.pk, user_id=led.lena.pk)


def being_a_member(led: Group, amina: User) -> Iterator[Email[Any]]:
    facts = {"left_on": date(2026, 12, 1), "at_risk_since": TODAY, "meetings_held": 5, "meetings_attended": 3}
    Membership.objects.filter(pk=led.caras.pk).update(**facts)
    concern = ConductConcernFactory(about=led.bluebells, raised_by=led.cara)
    link = make_link(purpose=STAFF_TOLD, about_id=led.bluebells.pk, email=led.mo.email, user=led.mo, at=AT)
    yield NoticeGiven(membership_id=led.caras.pk, user_id=led.lena.pk, left_on="2026-12-01")
    office = OfficeHolderFactory(
        membership=led.bluebells, user=led.mo, office="chair", starts_on=TODAY, ends_on=date(2026, 12, 11)
    )
    yield AppointmentEnds(
        kind="office", row_id=office.pk, ends_on=str(office.ends_on), is_ahead=1, user_id=led.lena.pk
    )
    yield NoticeTakenBack(membership_id=led.bluebells.pk, user_id=led.lena.pk, left_on="2026-12-01")
    yield AttendanceAtRisk(membership_id=led.caras.pk, since=str(TODAY), threshold=80)
    yield ConcernMoved(concern_id=concern.pk, to_state=concern.state, by_id=led.cara.pk)
    yield StaffToldReminder(link_id=link.pk, by_id=led.lena.pk)


def officers(led: Group, amina: User) -> Iterator[Email[Any]]:
    period = ReturnPeriod.objects.first()
    asked = {"provider": led.bluebells.provider, "sent_by": amina, **({"period": period} if period else {})}
    reminder = StaffReturnReminderFactory(**asked)
    link = make_link(purpose=LINK_PURPOSE, about_id=reminder.pk, email=led.mo.email, user=led.mo, at=AT)
    appointment = {"appointment__user": led.mo, "appointment__membership": led.bluebells}
    case = LeadershipCaseFactory(**appointment, assigned_to=amina)
    copy = MessageCopyFactory(message__sent_by=amina, message__job__started_by=amina, user=led.mo)
    facts = {"listed_on": date(2026, 10, 31), "counts": {"new": 2, "changed": 1}, "started_at": AT}
    run = ImportRun.objects.create(kind="childcare", state="loaded", started_by=amina, **facts)
    facts_of_place = {"provider": led.bluebells.provider, "confirmed_by": led.mo}
    VacancyFactory(**facts_of_place, confirmed_on=date(2026, 10, 27))
    make_link(purpose=KEEP_PLACES, about_id=led.bluebells.provider_id, email=led.mo.email, user=led.mo, at=AT)
    yield StaffReturnAsked(link_id=link.pk)
    yield PlacesFading(
        provider_id=led.bluebells.provider_id, user_id=led.mo.pk, fades_on=str(date(2026, 11, 24))
    )
    yield CaseAssigned(case_id=case.pk, user_id=amina.pk, assigned_at="now")
    yield CopyOfMessage(copy_id=copy.pk)
    of_group = {"sent_by": led.lena, "of_group": led.collaboration, "audience": "managers"}
    group_copy = MessageCopyFactory(message=MessageFactory(**of_group), user=led.mo)
    yield CopyOfGroupMessage(copy_id=group_copy.pk)
    draft = MessageFactory(**of_group, sent_at=None, job=None, written_at=AT)
    yield MessageTried(message_id=draft.pk, user_id=led.lena.pk, asked_at="2026-11-21T10:00:00+00:00")
    yield FileLoaded(run_id=run.pk, user_id=amina.pk)


def support(led: Group, amina: User) -> Iterator[Email[Any]]:
    referral = ReferralFactory(
        collaboration=led.collaboration, provider=led.bluebells.provider, referred_by=amina
    )
    act = {
        "collaboration_id": led.collaboration.pk,
        "by_id": amina.pk,
        "referred_at": referral.referred_at.isoformat(),
    }
    about: dict[str, Any] = {"collaboration": led.collaboration, "asked_by": led.lena, "kind": "attend"}
    asked = SupportRequestFactory(**about, wanted_on=VISIT)
    dropped = SupportRequestFactory(**about, state="withdrawn")
    answer = {"state": "accepted", "answered_by": amina, "answered_at": AT, "officer": amina}
    accepted = SupportRequestFactory(**about, **answer, wanted_on=VISIT)
    yield ReferralToSetting(referral_id=referral.pk, user_id=led.mo.pk)
    yield ReferralsToLeader(user_id=led.lena.pk, **act)
    yield SupportAsked(request_id=asked.pk)
    yield SupportWithdrawn(request_id=dropped.pk)
    yield SupportForOfficer(request_id=accepted.pk, user_id=amina.pk, state="accepted")
    yield SupportAnswered(request_id=accepted.pk, user_id=led.lena.pk, state="accepted")


def ways_of_working(led: Group, amina: User) -> Iterator[Email[Any]]:
    first = circulated(drafted(led.collaboration, led.lena), led.lena, at=AT)
    for membership, person in ((led.acorns, led.lena), (led.bluebells, led.mo), (led.caras, led.cara)):
        answered(first, membership, person, at=AT)
    adopted(first, led.lena, on=TODAY, at=AT)
    second = circulated(drafted(led.collaboration, led.lena, texts={"1.2": "We learn."}), led.lena, at=AT)
    asked = TaskLink.objects.filter(purpose=ANSWER_TERMS, user=led.mo, used_at=None, withdrawn_at=None)
    ReviewFactory(collaboration=led.collaboration, opened_at=AT)
    yield TermsAdopted(ways_id=first.pk, user_id=led.mo.pk)
    yield TermsAsked(link_id=asked.latest("pk").pk)
    yield TermsChanged(ways_id=second.pk, user_id=led.mo.pk)
    yield TermsDiscussed(ways_id=second.pk, user_id=led.mo.pk, occasion="terms-reply-1")
    yield ReviewsOpened(collaboration_id=led.collaboration.pk, user_id=led.lena.pk, opened_on=str(TODAY))


def developing(led: Group, amina: User) -> Iterator[Email[Any]]:
    action = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
    plan = plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena, on=TODAY)
    edition = development.edition_of_action(action)
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    given = ActionGiven(action_id=action.pk, edition=edition, is_new=1, **about)
    yield given
    day = date(2026, 11, 23) + timedelta(
        days=led.collaboration.pk % 1000
    )  # an email of its own for each group
    HeldEmail.objects.create(
        person=led.mo,
        kind=given.name,
        ids=given.ids,
        occasion=f"example-{action.pk}",
        held_at=AT,
        sent_on=day,
    )
    yield DailyDigest(user_id=led.mo.pk, day=str(day))
    yield ActionsBegun(plan_id=plan.pk, **about)
    yield WeeklyDigest(user_id=led.mo.pk, week="2026-11-23")


def voting(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of a vote that is open, and of one that is closed."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    vote = vote_on(led.collaboration, led.lena, at=AT)
    asked = {"vote_id": vote.pk, "membership_id": led.bluebells.pk, **about}
    yield VoteOpened(**asked)
    yield VoteReminder(**asked, sent_on=str(TODAY))
    other = vote_on(led.collaboration, led.lena, at=AT, title="A training evening")
    closed = close_vote(vote_id=other.pk, by=None, at=AT + timedelta(days=7))
    yield VoteClosed(vote_id=closed.pk, outcome=closed.outcome, **about)


def meeting(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of a meeting that is planned, moved, and prepared; of a cancelled one; to a guest and to who proposed an item."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    winter = meeting_on(led.collaboration, TODAY + timedelta(days=20), led.lena, at=AT)
    yield MeetingsPlanned(meeting_ids=str(winter.pk), **about)
    yield MeetingMoved(meeting_id=winter.pk, edition=0, was_moved=1, **about)
    agenda.open_agenda(meeting_id=winter.pk, by=led.lena)
    proposal = agenda.propose_item(
        meeting_id=winter.pk,
        title="A shared store",
        words="",
        purpose="decision",
        minutes=10,
        by=led.mo,
        provider=led.bluebells.provider,
        at=AT,
    )
    agenda.answer_proposal(item_id=proposal.pk, takes_it=True, answer="", by=led.lena, at=AT)
    yield ItemAnswered(item_id=proposal.pk, **about)
    proposal.refresh_from_db()
    guest = guests.invite_guest(
        item=proposal, name="Gus Gale", email="gus@example.org", words="", by=led.lena, at=AT
    )
    link = TaskLink.objects.get(purpose=GUEST_ITEM, about_id=guest.pk)
    yield GuestInvited(guest_id=guest.pk, link_id=link.pk)
    yield GuestTold(guest_id=guest.pk, link_id=link.pk, edition=winter.edition)
    begun = meeting_on(led.collaboration, TODAY, led.lena, at=AT)
    action = action_of(begun, led.bluebells.provider, led.lena, at=AT)
    yield MeetingActionsGiven(meeting_id=begun.pk, said=written(action), **about)
    sending = agenda.send_papers(meeting_id=winter.pk, by=led.lena, at=AT)
    assert sending is not None
    yield PapersReady(sending_id=sending.pk, **about)
    other = meeting_on(led.collaboration, TODAY + timedelta(days=40), led.lena, at=AT)
    planning.cancel_meeting(meeting_id=other.pk, because="Snow", by=led.lena, at=AT)
    yield MeetingCancelled(meeting_id=other.pk, edition=1, **about)
    again = meeting_on(led.collaboration, TODAY + timedelta(days=41), led.lena, at=AT)
    planning.cancel_meeting(meeting_id=again.pk, because="Snow", by=led.lena, at=AT)
    planning.restore_meeting(meeting_id=again.pk, by=led.lena, at=AT)
    yield MeetingRestored(meeting_id=again.pk, edition=2, **about)
    asked = visit_on(led.bluebells, led.acorns, TODAY + timedelta(days=20), led.lena)
    yield VisitAsked(user_id=led.mo.pk, visit_id=asked.pk)
    agreed = visit_on(led.bluebells, led.acorns, TODAY + timedelta(days=21), led.lena)
    visits.answer_visit(visit_id=agreed.pk, agrees=True, answer="", by=led.mo, at=AT)
    yield VisitTold(user_id=led.lena.pk, visit_id=agreed.pk, edition=1, by_id=led.mo.pk)
    was = visit_on(led.acorns, led.bluebells, TODAY - timedelta(days=130), led.mo)
    wrote = visits.write_account(
        visit_id=was.pk, provider=led.bluebells.provider, seen="", idea="Mud", by=led.mo, at=AT
    )
    yield IdeaAskedAgain(user_id=led.mo.pk, visitor_id=wrote.pk)
    evening = training_on(led.collaboration, TODAY + timedelta(days=30), led.lena)
    about_evening = {"training_id": evening.pk, "user_id": led.mo.pk, "by_id": led.lena.pk}
    yield TrainingPlanned(**about_evening)
    yield TrainingTold(edition=0, **about_evening)
    before = training_on(led.collaboration, TODAY - timedelta(days=125), led.lena)
    came = {led.bluebells.provider_id: 2}
    training.record_who_came(training_id=before.pk, came=came, by=led.lena, at=AT)
    place = TrainingPlace.objects.get(training=before)
    yield TrainingAskedAgain(user_id=led.mo.pk, booking_id=place.pk)


def electing(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of an election that is called, of somebody nominated in it, of one that is called off, and of a term."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    election = called(led.collaboration, led.lena, at=AT)
    yield ElectionCalled(election_id=election.pk, until=str(election.nominate_until), **about)
    role = SettingRole.objects.filter(user=led.mo, provider=led.bluebells.provider_id).earliest("pk")
    row = elections.nominate(election_id=election.pk, role=role, words="You keep time.", by=led.cara, at=AT)
    yield Nominated(user_id=led.mo.pk, nomination_id=row.pk)
    off = called(led.collaboration, led.lena, office="administrator", at=AT)
    elections.call_off_election(election_id=off.pk, because="We take turns.", by=led.lena, at=AT)
    yield ElectionResult(election_id=off.pk, state="withdrawn", **about)
    ends_on = TODAY + timedelta(days=40)
    holder = OfficeHolderFactory(
        membership=led.caras,
        user=led.cara,
        office="administrator",
        starts_on=date(2026, 1, 5),
        ends_on=ends_on,
    )
    yield ElectionDue(user_id=led.lena.pk, holder_id=holder.pk, ends_on=str(ends_on))


def minutes(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Minutes that are with the members, an answer to a correction, and an amendment to agreed ones."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    early = meeting_on(led.collaboration, TODAY - timedelta(days=60), led.lena, at=AT)
    recent = meeting_on(led.collaboration, TODAY - timedelta(days=9), led.lena, at=AT)
    for each in (early, recent):
        held(each, {led.acorns: Mark.PRESENT}, led.lena, at=AT)
        sending = sent(each, led.lena, at=AT)
    yield MinutesReady(sending_id=sending.pk, **about)
    correction = minutes_agreed.propose_correction(
        meeting_id=recent.pk,
        item=None,
        words="It was twelve.",
        provider=led.bluebells.provider,
        by=led.mo,
        at=AT,
    )
    minutes_agreed.answer_correction(
        meeting_id=recent.pk,
        correction_id=correction.pk,
        takes_it=True,
        answer="Thank you.",
        by=led.lena,
        at=AT,
    )
    yield CorrectionAnswered(correction_id=correction.pk, **about)
    agreed(early, recent, led.lena, at=AT)
    amendment = minutes_agreed.amend_minutes(
        meeting_id=early.pk, words="The store is in Mill Road.", by=led.lena, at=AT
    )
    yield MinutesAmended(amendment_id=amendment.pk, **about)


def leaders_days(led: Group, amina: User) -> Iterator[Email[Any]]:
    """The day that Mo is invited to, has a place at, waits for, and that is cancelled."""
    on, provider = date(2026, 12, 8), led.bluebells.provider
    name = f"Leaders’ Day {led.collaboration.pk}"
    facts = {"on": on, "at": AT, "access_notes": "Ring the bell.", "about": "What the new year brings."}
    day = open_event(amina, title=name, **facts)
    yield EventInvited(event_id=day.pk, user_id=led.mo.pk)
    place = booked(day, provider, led.mo, at=AT)
    yield PlaceBooked(booking_id=place.pk, user_id=led.mo.pk)
    yield EventChanged(event_id=day.pk, user_id=led.mo.pk, edition=0, was_moved=1)
    full = open_event(amina, title=f"{name}, again", places=1, **facts)
    offer = booked(full, provider, led.mo, "offered", at=AT, answer_by=AT + timedelta(days=2))
    link = make_link(purpose=PLACE_OFFER, about_id=offer.pk, email=led.mo.email, user=led.mo, at=AT)
    yield PlaceOffered(booking_id=offer.pk, user_id=led.mo.pk, link_id=link.pk)
    for days, purpose, kind in ((1, FEEDBACK, FeedbackAsked), (120, PLEDGE, PledgeAsked)):
        row = past_event(amina, provider, led.mo, days=days, title=f"{name}, {days}", audience="everybody")
        make_link(purpose=purpose, about_id=row.pk, email=led.mo.email, user=led.mo, at=AT)
        EventFeedback.objects.create(booking=row, useful=5, pledge="Read outside.", given_at=AT)
        yield kind(booking_id=row.pk, user_id=led.mo.pk)
    gone = open_event(amina, title=f"{name}, no more", **facts)
    booked(gone, provider, led.mo, at=AT)
    events.cancel_event(event_id=gone.pk, because="The hall is closed.", by=amina, at=AT)
    yield EventCancelled(event_id=gone.pk, user_id=led.mo.pk, edition=1)
