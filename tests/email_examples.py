"""An email of each kind that is true at the moment, about a group of the cast (``tests.groups``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from accounts.decisions import Correction
from accounts.emails.account import AccountChanged, PersonInvited
from accounts.emails.corrections import CorrectionAsked
from accounts.emails.roles import FirstSignIn, RoleEnded, RoleGiven, RoleOfAnotherEnds, RoleWithdrawn
from accounts.models import AccountNotice, RoleAppointment, TaskLink, User
from accounts.roles import Role
from accounts.rules import CORRECTION_PERIOD
from accounts.services.links import make_link
from accounts.services.people import PURPOSE as PERSON_PURPOSE
from accounts.services.people import invite_person, register_person
from core.emails import Email
from development import selectors as development
from development.emails import ActionGiven, ActionsBegun
from development.services import plans
from documents.delivery import HeldEmail
from leadership.emails.cases import CaseAssigned, TasksFound
from leadership.emails.leader import SomethingForYou
from leadership.models.cases import Sweep
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
from supplement.emails.appeals import AppealCame, AppealDecided
from supplement.emails.choosing import GroupStillToChoose, GroupToChoose
from supplement.emails.claims import ClaimAssessed, ClaimDue, ClaimQuestion, ClaimsOpen
from supplement.emails.payees import PayeeEnded, SignatureAsked
from supplement.emails.payments import MoneyAlarm, MoneyPaid, StatementReady
from supplement.emails.schemes import LeadersAsked
from supplement.models.checks import MoneyCheck
from supplement.models.claims import Claim, ClaimStep
from supplement.models.consultation import SchemeConsultation
from supplement.models.parts import SchemePeriod
from supplement.models.payees import Payee
from supplement.rules.payees import Part
from supplement.rules.scheme_states import Subject
from supplement.selectors.claims import periods_to_claim
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
from tests.factories.collaborations import CollaborationFactory
from tests.factories.development import ReviewFactory, plan_with_action
from tests.factories.evidence import claim_in
from tests.factories.fund import paid
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory, InvitationFactory, link_to
from tests.factories.leadership import LeadershipCaseFactory, SweepFactory
from tests.factories.letters import sent_letter
from tests.factories.memberships import ConductConcernFactory, MembershipFactory, OfficeHolderFactory
from tests.factories.offers import StaffReturnReminderFactory, VacancyFactory
from tests.factories.payees import link_to_sign, proposed
from tests.factories.supplement import approved, asked_about, open_period
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
        supplement,
        appeals,
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
    yield TasksFound(sweep_id=_check_that_found(led).pk)
    yield SomethingForYou(letter_id=sent_letter(case, amina, AT).pk, user_id=led.mo.pk)
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


def supplement(led: Group, amina: User) -> Iterator[Email[Any]]:
    asked = SchemeConsultation.objects.first() or asked_about(amina, at=AT).consultation
    ids = {"consultation_id": asked.pk, "collaboration_id": led.collaboration.pk}
    yield LeadersAsked(user_id=led.lena.pk, **ids)
    joining = {Subject.JOINING: {"joiners": "count_date", "leavers": "count_date", "twice": "chosen"}}
    period = periods_to_claim(on=TODAY).first() or open_period(amina, on=TODAY, scheme=joining)
    to_claim = {"user_id": led.lena.pk, "collaboration_id": led.collaboration.pk, "period_id": period.pk}
    yield ClaimsOpen(**to_claim)
    yield ClaimDue(**to_claim)
    second = CollaborationFactory(name=f"Hilltop {led.collaboration.pk}")
    MembershipFactory(collaboration=second, provider=led.bluebells.provider, joined_on=period.starts_on)
    to_choose = {"user_id": led.mo.pk, "period_id": period.pk, "provider_id": led.bluebells.provider_id}
    yield GroupToChoose(**to_choose)
    yield GroupStillToChoose(**to_choose)
    yield from claims_that_moved(led, amina)


def claims_that_moved(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of earlier years, past the services."""
    for year, state, kind in ((2022, "returned", ClaimQuestion), (2021, "assessed", ClaimAssessed)):
        starts_on = date(year, 4, 1)
        earlier = SchemePeriod.objects.filter(starts_on=starts_on, scheme__state="approved").first()
        period = earlier or approved(amina, at=AT, starts_on=starts_on).periods.get()
        about = {"opened_by": amina, "opened_at": AT, "moved_at": AT, "assessment": "part"}
        claim = Claim.objects.create(
            period=period, collaboration=led.collaboration, state=state, assessment_words="Two left.", **about
        )
        step = ClaimStep.objects.create(
            claim=claim, start="checking", to=state, actor="officer", by=amina, at=AT, words="Which minutes?"
        )
        yield kind(user_id=led.lena.pk, step_id=step.pk)
    if not Payee.objects.filter(collaboration=led.collaboration).exists():
        proposed(led.acorns, led.lena, on=TODAY, why="It has an office.")
    link = link_to_sign(Part.MANDATE, led.bluebells.pk)
    yield SignatureAsked(link_id=link.pk, asked_by=led.lena.pk)
    ended = Payee.objects.create(
        collaboration=led.collaboration, provider=led.bluebells.provider, named_by=led.lena, named_at=AT,
        accepted_by=led.mo, accepted_at=AT, in_force_on=date(2026, 9, 1), ended_on=TODAY, ended_by=amina,
        ended_because="It does not answer.",
    )  # fmt: skip
    yield PayeeEnded(user_id=led.mo.pk, payee_id=ended.pk, setting_id=led.bluebells.provider_id)
    period = SchemePeriod.objects.filter(scheme__state="approved").first() or open_period(amina, on=TODAY)
    entry = paid(period, led.collaboration, {led.acorns: 17_500}, by=led.lena, approver=amina, at=AT)
    assert entry.payment
    yield MoneyPaid(payment_id=entry.payment_id, user_id=led.lena.pk)
    yield StatementReady(
        run_id=entry.payment.run_id, collaboration_id=led.collaboration.pk, user_id=led.lena.pk
    )
    failing = MoneyCheck.objects.create(
        at=AT, checks=73, failed=1, results={"line_once": {"count": 1, "ids": [1]}}
    )
    yield MoneyAlarm(check_id=failing.pk, user_id=amina.pk)


def appeals(led: Group, amina: User) -> Iterator[Email[Any]]:
    facts = {"by": led.lena, "at": AT, "group": led.collaboration}
    came = claim_in("appealed", _period(amina, 2033), "", **facts)
    decided = claim_in("assessed", _period(amina, 2034), "", **facts)
    words = {"actor": "officer", "by": amina, "at": AT, "words": "There is no plan."}
    step = ClaimStep.objects.create(claim=decided, start="appealed", to="assessed", **words)
    yield AppealCame(step_id=came.steps.get().pk)
    yield AppealDecided(user_id=led.lena.pk, step_id=step.pk)


def _check_that_found(led: Group) -> Sweep:
    """A case that nobody has, for Maria, who is a manager."""
    manager = register_person(email="maria@larkshire.example", full_name="Maria Stone")
    RoleAppointment.objects.get_or_create(user=manager, role=Role.MANAGER, starts_on=TODAY)
    facts = {"appointment__user": led.cara, "appointment__membership": led.caras}
    LeadershipCaseFactory(**facts, opened_at=AT)
    return cast(Sweep, SweepFactory(at=AT))


def _period(by: User, year: int) -> SchemePeriod:
    starts_on = date(year, 4, 1)
    period = SchemePeriod.objects.filter(scheme__starts_on=starts_on).first()
    return period or approved(by, at=AT, starts_on=starts_on).periods.get()


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
