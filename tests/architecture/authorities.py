"""An authority with a person of every role and a row behind every address of the matrix."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import models
from django.utils import timezone

from accounts.models import Authority, RoleAppointment, TaskLink, User
from accounts.roles import Role
from accounts.selectors import news_token_of, token_of
from accounts.services.authorities import create_authority
from accounts.services.corrections import PURPOSE as CORRECTION_PURPOSE
from accounts.services.corrections import correct_person
from accounts.services.people import PURPOSE as PERSON_PURPOSE
from accounts.services.people import invite_person, register_person
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from collaborations.models import Collaboration
from core import mail
from core.files import Checked
from core.scoping import authority_scope
from documents.models import StoredFile
from documents.selectors import feed_token
from documents.services import files
from documents.services.feeds import make_feed
from documents.services.lists import save_list
from leadership.services.cases import share_case
from leadership.services.outcomes import record_outcome
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.members import join
from memberships.services.people import add_person_of_setting
from memberships.services.permissions import settle_permissions
from ofsted.models import ImportRun, PlannedRow
from reorganisation.models import PlannedLeader
from tests.architecture.naming import name_rows_after
from tests.architecture.rows import Rows
from tests.factories.agreeing import agreement_rows
from tests.factories.collaborations import CollaborationFactory
from tests.factories.conversation import conversation_rows
from tests.factories.development import development_rows
from tests.factories.documents import ExportRunFactory, JobFactory
from tests.factories.elections import election_rows
from tests.factories.events import events_rows
from tests.factories.evidence import evidence_rows
from tests.factories.first import first_rows
from tests.factories.frameworks import framework_rows
from tests.factories.fund import fund_rows
from tests.factories.joining import joining_rows
from tests.factories.leadership import LeadershipCaseFactory, SupportSwitchFactory
from tests.factories.letters import letter_rows
from tests.factories.library import library_rows
from tests.factories.meetings import meetings_rows
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory
from tests.factories.offers import offer_rows
from tests.factories.offices import office_rows
from tests.factories.ofsted import LeadingPolicyFactory
from tests.factories.payees import payee_rows
from tests.factories.payments import payment_rows
from tests.factories.people import appointed
from tests.factories.plans import begin
from tests.factories.printing import adopted
from tests.factories.providers import DistrictFactory, ProviderFactory, SuccessionLinkFactory
from tests.factories.runs import run_rows
from tests.factories.sheets import ready_sheet
from tests.factories.supplement import supplement_rows
from tests.factories.support import support_rows
from tests.factories.terms import draft, template_rows
from tests.factories.visits import visit_rows
from tests.factories.votes import votes_rows

AT = datetime(2026, 7, 1, 9, tzinfo=UTC)
JOINED = date(2024, 9, 1)
#: Name of the role in the matrix → full name and role over the authority. The second officer is the named
#: reader of the case that nobody is assigned to.
OFFICIALS: Mapping[str, tuple[str, Role | None]] = {
    "officer": ("Amina Yusuf", Role.OFFICER),
    "second officer": ("Rita Moor", Role.OFFICER),
    "manager": ("Maya Thornton", Role.MANAGER),
    "finance": ("Fred Osborne", Role.FINANCE),
    "quality lead": ("Quinn Adeyemi", Role.QUALITY_LEAD),
    "auditor": ("Iris Holloway", Role.AUDITOR),
    "elsewhere": ("Sam Wilder", None),
}
#: People of another group of the same authority, who have no part in the rows that the matrix names.
NEIGHBOURS = ("leader of another group", "manager of another setting", "staff of another setting")


@dataclass(frozen=True, slots=True)
class AuthorityWithRows:
    """One authority: its people by their role in the matrix, and
    the id (an email's key) of each kind of row.
    """

    authority: Authority
    people: dict[str, User]
    rows: dict[str, str]

    @property
    def slug(self) -> str:
        return self.authority.slug


def build_authority(name: str, *, with_cases: bool = True) -> AuthorityWithRows:
    """Every person and every row bears the authority's name, so that one that leaks is seen by it.

    ``with_cases``: False leaves leadership cases out, and all that stands behind their addresses.
    """
    contact_email = f"early.years@{name.lower()}.example"
    authority = create_authority(name=name, slug=name.lower(), contact_email=contact_email, public_page=True)
    people = {
        official: appointed(authority, f"{full_name}-{name}", role)
        for official, (full_name, role) in OFFICIALS.items()
    }
    mail.send(
        mail.OutgoingEmail(to=f"lena@{authority.slug}.example", subject="Papers", template="base"),
        authority=authority,
    )
    with authority_scope(authority):
        rows = Rows(
            {
                "authority": authority,
                "person": people["auditor"],
                "reader": people["second officer"],
            }
        )
        rows |= _group(authority, people)
        rows |= _case(rows["leader"], people) if with_cases else {}
        rows |= _load(people["officer"]) | _papers(people["officer"])
        rows |= joining_rows(rows["membership"], people["officer"], timezone.now())
        rows |= support_rows(rows["collaboration"], people["leader"], people["officer"])
        rows |= offer_rows(rows["provider"], people["leader"], people["officer"])
        rows |= office_rows(rows["membership"], people, timezone.now())
        rows |= library_rows(rows["collaboration"], people)
        rows |= development_rows(rows["membership"], people["leader"])
        rows |= meetings_rows(rows["membership"], people["leader"])
        rows |= first_rows(rows["membership"], people["leader"])
        rows |= visit_rows(rows["membership"], people["leader"])
        rows |= election_rows(rows["membership"], people)
        rows |= votes_rows(rows["membership"], rows["meeting today"], people["leader"])
        rows |= events_rows(rows["membership"], people["leader"], people["officer"])
        rows |= supplement_rows(people["manager"], at=timezone.now())
        rows |= evidence_rows(people["manager"], authority.name, people["leader"], at=timezone.now())
        rows |= run_rows(rows["collaboration"], people["finance"], people["manager"])
        rows |= payee_rows(rows["membership"], people, on=timezone.localdate())
        rows |= payment_rows(rows["approved run"], rows["membership"], people["finance"], at=timezone.now())
        rows |= fund_rows(rows["membership"], people)
        rows |= framework_rows(people, authority.name, timezone.now())
        rows |= agreement_rows(rows["membership"], people, timezone.now())
        rows |= _plan(people["officer"])
        adopted(rows["collaboration"], people["leader"])
        draft(rows["collaboration"], people["leader"], at=timezone.now())
        rows |= template_rows(people["manager"], timezone.now())
        rows["sheet"] = ready_sheet(people["officer"])
        rows["invited"] = invite_person(
            email=f"nia@{name.lower()}.example", full_name=f"Nia {name}", by=people["manager"]
        )
        rows["person link"] = TaskLink.objects.get(purpose=PERSON_PURPOSE)
        rows["correction link"] = _correction(people)
        rows["role"] = RoleAppointment.objects.get(user=people["auditor"])
        later = timezone.localdate() + timedelta(days=30)
        rows["role to come"] = appoint_to_role(
            user=people["auditor"], role=Role.FINANCE, starts_on=later, by=None
        )
        rows["entry"] = Entry.objects.filter(is_confidential=False).latest("pk")
        rows["policy in force"], rows["draft"] = (
            LeadingPolicyFactory(version=1),
            LeadingPolicyFactory(draft=True, version=2),
        )
        people |= _neighbours(authority, people["officer"])
        name_rows_after(authority)
        news_token, updates_token = (
            news_token_of(people["officer"].pk, about=about) for about in ("news", "updates")
        )
        feed = make_feed(person=people["officer"], instead_of=0, at=timezone.now())
        calendar_token = feed_token(feed)
    ids = {kind: str(row.pk) for kind, row in rows.items()}
    ids["staff told token"] = token_of(rows["staff told link"])
    ids["terms token"] = token_of(rows["terms link"])
    ids["places token"] = token_of(rows["places link"])
    ids["return token"] = token_of(rows["return link"])
    ids["person token"] = token_of(rows["person link"])
    ids["correction token"] = token_of(rows["correction link"])
    ids["invitation token"] = token_of(rows["invitation link"])
    ids["guest token"] = token_of(rows["guest link"])
    ids["first token"] = token_of(rows["first link"])
    for name in ("accept", "hand-over", "mandate"):
        ids[f"{name} token"] = token_of(rows[f"{name} link"])
    for name in ("offer", "feedback", "pledge"):
        ids[f"{name} token"] = token_of(rows[f"{name} link"])
    ids["news token"] = news_token
    ids["news token"], ids["updates token"] = news_token, updates_token
    ids["calendar token"] = calendar_token
    return AuthorityWithRows(authority, people, {**ids, "mail": mail.sent_mail(authority.pk)[0].key})


def _correction(people: dict[str, User]) -> TaskLink:
    """The auditor is asked to confirm another name; the link of the email."""
    person = people["auditor"]
    User.objects.filter(pk=person.pk).update(claim_by=None)  # has signed in, so the person confirms
    person.refresh_from_db()
    waiting = correct_person(
        person=person,
        full_name=f"Iris {person.full_name}",
        email=person.email,
        reason="Married",
        by=people["manager"],
        at=timezone.now(),
    )
    assert waiting is not None
    return TaskLink.objects.get(purpose=CORRECTION_PURPOSE)


def _group(authority: Authority, people: dict[str, User]) -> dict[str, models.Model]:
    """A group: Lena leads it for Acorns, Mo manages another member; a third and a leader begin next month."""
    later, officer = timezone.localdate() + timedelta(days=30), people["officer"]
    group: Collaboration = CollaborationFactory(
        name=f"{authority.name} Riverside", district=DistrictFactory()
    )
    acorns, bluebells = (
        join(collaboration=group, provider=ProviderFactory(), on=JOINED, by=officer) for _ in range(2)
    )
    lena, mo = _manager(acorns, "lena", authority, officer), _manager(bluebells, "mo", authority, officer)
    people |= {"leader": lena.user, "member": mo.user}
    leader: LeaderAppointment = LeaderAppointmentFactory(user=lena.user, membership=acorns)
    settle_permissions(user_ids=[lena.user_id, mo.user_id])
    return {
        "collaboration": group,
        "district": DistrictFactory(),
        "provider": acorns.provider,
        "link": SuccessionLinkFactory(new=acorns.provider),
        "membership": acorns,
        "membership to come": MembershipFactory(collaboration=group, joined_on=later),
        "setting role": lena,
        "setting role to come": _manager(bluebells, "kim", authority, officer, starts_on=later),
        "leader": leader,
        "leader to come": LeaderAppointmentFactory(user=mo.user, membership=bluebells, starts_on=later),
    }


def _neighbours(authority: Authority, officer: User) -> dict[str, User]:
    """Hillside, of the same authority: Nell leads it, Ned manages another member, Nina works there."""
    group: Collaboration = CollaborationFactory(name=f"{authority.name} Hillside")
    clover, daisies = (
        join(collaboration=group, provider=ProviderFactory(), on=JOINED, by=officer) for _ in range(2)
    )
    nell, ned = _manager(clover, "nell", authority, officer), _manager(daisies, "ned", authority, officer)
    nina = _manager(daisies, "nina", authority, officer, role=SettingRole.Role.STAFF)
    LeaderAppointmentFactory(user=nell.user, membership=clover)
    settle_permissions(user_ids=[nell.user_id, ned.user_id, nina.user_id])
    return dict(zip(NEIGHBOURS, (nell.user, ned.user, nina.user), strict=True))


def _manager(
    membership: Membership,
    name: str,
    authority: Authority,
    by: User,
    starts_on: date = JOINED,
    role: str = SettingRole.Role.MANAGER,
) -> SettingRole:
    named = {"email": f"{name}@{authority.slug}.example", "full_name": f"{name.title()} {authority.name}"}
    register_person(**named)
    return add_person_of_setting(
        provider=membership.provider,
        **named,
        role=role,
        starts_on=starts_on,
        by=by,
    )


def _case(leader: models.Model, people: dict[str, User]) -> dict[str, models.Model]:
    case = LeadershipCaseFactory(appointment=leader)
    share_case(case_id=case.pk, reader=people["second officer"], by=people["manager"], at=AT)
    outcome = record_outcome(
        case_id=case.pk, inspected_on=date(2026, 6, 20), outcome="Told", by=people["manager"], at=AT
    )
    group = case.appointment.membership.collaboration
    switch = SupportSwitchFactory(collaboration=group, by=people["manager"])
    rows = {"case": case, "outcome": outcome, "switch": switch}
    return rows | letter_rows(case, people, AT) | conversation_rows(case, people)


def _plan(officer: User) -> dict[str, models.Model]:
    """Woodside is to be divided: a member goes to a successor, and somebody is planned to lead there."""
    group = CollaborationFactory(name="Woodside")
    membership = join(collaboration=group, provider=ProviderFactory(), on=JOINED, by=officer)
    draft = begin([group], officer, at=timezone.now())
    successor = draft.successor("Upper Woodside")
    draft.place({membership: successor})
    leader = PlannedLeader.objects.create(member=draft.plan.members.get(), user=officer)
    return {"plan": draft.plan, "planned successor": successor, "planned leader": leader}


def _load(officer: User) -> dict[str, models.Model]:
    counts = {"new": 1, "changed": 1, "unchanged": 7, "vanished": 1, "rejected": 1}
    run = ImportRun.objects.create(
        file_name="providers.csv",
        file_sha256="0" * 64,
        listed_on=date(2026, 6, 30),
        state=ImportRun.State.READY,
        counts=counts,
        others={"Elsewhere": 3},
        job=JobFactory(kind="import", started_by=officer),
        started_by=officer,
        started_at=AT,
    )
    PlannedRow.objects.bulk_create(
        PlannedRow(
            run=run,
            authority_id=run.authority_id,
            kind=kind,
            line=line,
            urn=f"EY{line}",
            name="Larches",
            differences=[],
        )
        for line, kind in enumerate(PlannedRow.Kind.values, start=2)
    )
    return {"run": run}


def _papers(officer: User) -> dict[str, models.Model]:
    """A job of the officer's, and an export of theirs with its file."""
    content = b"name\r\nAcorns\r\n"
    digest = hashlib.sha256(content).hexdigest()
    checked = Checked(name="members.csv", content_type="text/csv", size=len(content), sha256=digest)
    file: StoredFile = files.store(
        file=io.BytesIO(content), checked=checked, purpose="export", by=officer, at=AT
    )
    export = ExportRunFactory(
        identifier="members", job=JobFactory(started_by=officer), requested_by=officer, file=file
    )
    saved = save_list(
        list_name="collaborations.Collaborations", name="Ours", query="", for_team=True, by=officer, at=AT
    )
    job = JobFactory(started_by=officer)
    return {"file": file, "job": job, "export": export, "saved list": saved}
