"""The leadership cases of the demonstration, at several steps: one that Rosa can see her own page of; one
told before Ofsted has published it; one that ended by stepping down, with the next leader; an old one after
which the person could lead again; and what the check has found and nobody has taken yet.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from accounts.addresses import person_with_address
from accounts.models import User
from accounts.services.appointments import end_appointment
from collaborations.models import Collaboration
from core.pdf import PdfUnavailable
from leadership.models.cases import LeadershipCase
from leadership.rules.cases import Outcome
from leadership.rules.letters import LetterKind
from leadership.rules.steps import Answer, Channel, Preference, StepKind, SupportKind
from leadership.selectors.cases import outcomes_of
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case, close_case
from leadership.services.leader_page import add_words
from leadership.services.letters import send_letter, write_letter
from leadership.services.opening import open_case
from leadership.services.outcomes import publish_outcome
from leadership.services.reinstatement import raise_reinstatements
from leadership.services.steps import (
    Offer,
    Talk,
    offer_support,
    record_contact,
    record_stepped_down,
    record_talk,
)
from leadership.services.succession import contact_successor, note_successor
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.selectors.days import leads_on
from memberships.services.leaders import LEADER, appoint_leader
from ofsted.rules.policy import Verdict
from ofsted.selectors.standing import inspections_of, leading_decision
from portal.demonstration.cast import CAST

AGREED = (
    "You would like to tell the other members yourself, at the meeting next month. We will come along if you"
    " want us to. Until then nobody else is told."
)
WORDS = "Thank you for the call. Could somebody of the team be there when I tell my deputy?"
NOTES = "Worried about the staff more than about leading. Would like to stay a member."
#: Only inside a case: nothing else of the demonstration says it.
TOLD = "At feedback the inspector said that leadership and governance needs attention."
DECISION = "Knows the members well, and they asked for it."
REPORT = "https://reports.ofsted.gov.uk/provider/16/EY123456"


def tell_cases(*, officer: User, manager: User, at: datetime) -> None:
    tell_case(officer=officer, manager=manager, at=at)
    cases = Cases(officer, at)
    cases.before_publication()
    cases.stepped_down()
    cases.could_lead_again()


def tell_case(*, officer: User, manager: User, at: datetime) -> None:
    """The manager assigns the oldest case, and its officer has begun; the others wait to be assigned."""
    today = timezone.localdate(at)
    with every_case():
        case = LeadershipCase.objects.filter(closed_at=None, assigned_to=None).order_by("pk").first()
    if case is None:
        return
    assign_case(case_id=case.pk, officer=officer, by=manager, at=at)
    talk = Talk(
        on_day=today - timedelta(days=2),
        channel=Channel.TELEPHONE,
        agreed=AGREED,
        words=NOTES,
        preference=Preference.LEADER,
    )
    record_contact(case_id=case.pk, talk=talk, by=officer, at=at)
    offer = Offer(answer=Answer.YES, planned_for=today + timedelta(days=9), words="")
    offer_support(
        case_id=case.pk,
        kind=SupportKind.VISIT,
        offered_on=today - timedelta(days=2),
        offer=offer,
        by=officer,
        at=at,
    )
    write_letter(case_id=case.pk, kind=LetterKind.EXPECTATION, by=officer, at=at)
    add_words(case_id=case.pk, words=WORDS, by=case.appointment.user, at=at)


@dataclass(frozen=True)
class Cases:
    """Cases that an officer has opened, told by their days."""

    officer: User
    at: datetime

    def ago(self, days: int) -> datetime:
        return self.at - timedelta(days=days)

    def before_publication(self) -> None:
        """A leader alone: talked with, helped, written to. The report is not published yet, so nobody else
        knows.
        """
        leader = self._leaders(self.at, LeaderAppointment.Manner.SOLE).last()
        if leader is None:
            return
        case = self._begun(leader, at=self.ago(9))
        try:
            letter = write_letter(
                case_id=case.pk, kind=LetterKind.EXPECTATION, by=self.officer, at=self.ago(5)
            )
            send_letter(letter_id=letter.pk, by=self.officer, at=self.ago(5))
        except PdfUnavailable:
            return  # the case waits at its letter, where this machine makes no PDF

    def stepped_down(self) -> None:
        """One of two who lead jointly has stepped down, and somebody else of the collaboration leads now."""
        leaders = self._leaders(self.ago(60), LeaderAppointment.Manner.JOINT).reverse()
        places = [(leader, self._leads_next(leader.membership.collaboration)) for leader in leaders]
        leader, place = next((found for found in places if found[1] is not None), (None, None))
        if leader is None or place is None:
            return
        membership, person, decision = place
        case = self._begun(leader, at=self.ago(60))
        self._published(case, at=self.ago(35))
        noted = note_successor(
            case_id=case.pk, membership=membership, user_id=person.pk, by=self.officer, at=self.ago(33)
        )
        contact_successor(
            successor_id=noted.pk,
            contacted_on=timezone.localdate(self.ago(32)),
            answer=Answer.YES,
            by=self.officer,
            at=self.ago(32),
        )
        starts_on = timezone.localdate(self.ago(20))
        appoint_leader(
            membership=membership,
            user=person,
            manner=LeaderAppointment.Manner.JOINT,
            starts_on=starts_on,
            officers_decision=decision,
            by=self.officer,
        )
        end_appointment(LEADER, leader, ends_on=starts_on, by=self.officer)
        self._ended(case, at=self.ago(19))

    def could_lead_again(self) -> None:
        """Who stepped down in the summer of 2025, and whose setting has a new judgement with which it may
        lead.
        """
        started, ended = date(2024, 10, 1), date(2025, 8, 31)
        for role in self._managers():
            membership = Membership.objects.filter(provider=role.provider_id, left_on=None).first()
            known = inspections_of([role.provider_id], on=timezone.localdate(self.at))
            inspected = any(facts.inspected_on.year == 2026 for facts in known.get(role.provider_id, {}))
            could = self._may_lead(role.provider_id, on=started) and self._may_lead(role.provider_id)
            if membership is None or not inspected or not could:
                continue
            leader = appoint_leader(
                membership=membership,
                user=role.user,
                manner=LeaderAppointment.Manner.JOINT,
                starts_on=started,
                ends_on=ended,
                by=self.officer,
            )
            opened = self.at.replace(year=2025, month=6, day=2)
            case = self._begun(leader, at=opened)
            self._published(case, at=opened + timedelta(days=30))
            self._ended(case, at=self.at.replace(year=2025, month=9, day=2))
            raise_reinstatements(on=timezone.localdate(self.at), at=self.at)
            return

    # --- what they share -----------------------------------------------------------------------------------

    def _leaders(self, at: datetime, manner: str) -> QuerySet[LeaderAppointment]:
        """Who has led until today, but nobody of the cast and nobody who has a case."""
        with every_case():
            with_case = list(LeadershipCase.objects.values_list("appointment", flat=True))
        leaders = LeaderAppointment.objects.filter(
            leads_on(timezone.localdate(at)),
            manner=manner,
            membership__collaboration__state=Collaboration.State.ACTIVE,
        )
        leaders = leaders.exclude(pk__in=with_case).exclude(user__in=_cast())
        return leaders.select_related("user", "membership__collaboration").order_by("pk")

    def _managers(self) -> QuerySet[SettingRole]:
        """Who manages a member of a collaboration, but nobody of the cast and nobody who leads or has led."""
        roles = SettingRole.objects.filter(role=SettingRole.Role.MANAGER, ends_on=None)
        roles = roles.exclude(user__in=LeaderAppointment.objects.values("user"))
        return roles.exclude(user__in=_cast()).select_related("user").order_by("pk")

    def _leads_next(self, group: Collaboration) -> tuple[Membership, User, str] | None:
        """A member that may lead, else one that an officer decides about, with that decision in words."""
        places = {
            row.provider_id: row for row in Membership.objects.filter(collaboration=group, left_on=None)
        }
        managers = list(self._managers().filter(provider__in=places))
        for verdict, decision in ((Verdict.MAY_LEAD, ""), (Verdict.OFFICER_DECIDES, DECISION)):
            for role in managers:
                if self._verdict(role.provider_id) is verdict:
                    return places[role.provider_id], role.user, decision
        return None

    def _verdict(self, provider_id: int, on: date | None = None) -> Verdict:
        return leading_decision(provider_id=provider_id, on=on or timezone.localdate(self.at)).verdict

    def _may_lead(self, provider_id: int, on: date | None = None) -> bool:
        return self._verdict(provider_id, on) is Verdict.MAY_LEAD

    def _begun(self, leader: LeaderAppointment, *, at: datetime) -> LeadershipCase:
        """Told at feedback, talked about, and a visit offered."""
        day = timezone.localdate(at)
        case = open_case(
            appointment_id=leader.pk, inspected_on=day - timedelta(days=1), words=TOLD, by=self.officer, at=at
        )
        talk = Talk(
            on_day=day, channel=Channel.VISIT, agreed=AGREED, words=NOTES, preference=Preference.TOGETHER
        )
        record_contact(case_id=case.pk, talk=talk, by=self.officer, at=at)
        offer_support(
            case_id=case.pk,
            kind=SupportKind.VISIT,
            offered_on=day,
            offer=Offer(answer=Answer.YES, given_on=day),
            by=self.officer,
            at=at,
        )
        return case

    def _published(self, case: LeadershipCase, *, at: datetime) -> None:
        """The report is out, and it was talked over who could lead next."""
        with every_case():
            outcome = outcomes_of(case).get()
        day = timezone.localdate(at)
        publish_outcome(outcome_id=outcome.pk, published_on=day, report_url=REPORT, by=self.officer, at=at)
        talk = Talk(
            on_day=day, channel=Channel.TELEPHONE, agreed="We ask who of the members could lead next."
        )
        record_talk(case_id=case.pk, talk=talk, kind=StepKind.SUCCESSION, by=self.officer, at=at)

    def _ended(self, case: LeadershipCase, *, at: datetime) -> None:
        thanks = Talk(on_day=timezone.localdate(at), agreed="Thank you for all that you have done.")
        record_stepped_down(case_id=case.pk, talk=thanks, by=self.officer, at=at)
        close_case(
            case_id=case.pk,
            outcome=Outcome.SUCCEEDED,
            words="Stepped down, and somebody else leads.",
            by=self.officer,
            at=at,
        )


def _cast() -> Collection[User]:
    return [user for person in CAST if (user := person_with_address(person.email)) is not None]
