"""The stage that is walked: the rows of the matrix, and rows in the states that it has not.

A page whose link stands only in some state (a request that was accepted, a member that has given notice) is
reached by a row of that state. A later subject adds its own here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from accounts.models import Affiliation, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from documents.models import ExportRun, Job
from documents.rules import State
from exchange.models import SheetImport
from leadership.models.letters import CaseLetter, LetterTemplate
from leadership.selectors.sight import every_case
from library.models import DocumentOpening, DocumentVersion
from meetings.models.planning import Meeting
from meetings.models.votes import Vote
from memberships.models.members import Membership
from memberships.services.leaving import give_notice
from memberships.services.members import join
from memberships.services.people import add_person_of_setting
from memberships.services.permissions import settle_permissions
from ofsted.models import ImportRun
from providers.models import DistrictOutline, Provider
from supplement.services.consultation import record_changes
from support.rules import RequestState
from tests.architecture.authorities import JOINED, AuthorityWithRows, build_authority
from tests.architecture.routes import AUTHORITY_URLS
from tests.factories.collaborations import CollaborationFactory
from tests.factories.conversation import CaseStepFactory, PossibleSuccessorFactory
from tests.factories.development import plan_with_action
from tests.factories.documents import JobFactory
from tests.factories.elections import contested_elections, elections_in_other_states
from tests.factories.events import events_in_other_states
from tests.factories.first import first_meeting_of
from tests.factories.joining import HandOverFactory
from tests.factories.leadership import LeadershipCaseFactory, SupportSwitchFactory
from tests.factories.letters import WORDS
from tests.factories.meetings import meetings_in_other_states
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, OfficeHolderFactory
from tests.factories.offers import PublicConsentFactory
from tests.factories.people import appointed
from tests.factories.plans import begin
from tests.factories.providers import ProviderFactory
from tests.factories.supplement import asked_about
from tests.factories.support import SupportRequestFactory
from tests.factories.votes import votes_in_other_states
from tests.frame.money import money_in_other_states
from ways_of_working.models import WaysOfWorking

#: The roles that walk, by the names of the matrix, and two that it has not.
WALKERS = (
    *("officer", "manager", "finance", "quality lead", "auditor"),
    *("leader", "member", "childminder", "chair", "elsewhere"),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """``rows``: addresses that are visited whenever a page offers them, beside those of the matrix."""

    here: AuthorityWithRows
    rows: set[str] = field(default_factory=set)


def build_stage() -> Stage:
    stage = Stage(replace(here := build_authority("Larkshire"), people=dict(here.people)))
    with authority_scope(here.authority):
        group = Collaboration.objects.get(pk=here.rows["collaboration"])
        _people_of(group, stage)
        _group_s_work(group, stage)
        _team_s_work(group, stage)
        _not_yet_begun(stage)
        _meetings(stage)
        _elections(group, stage)
        _events(stage)
        _supplement(stage)
        _cases(stage)
        settle_permissions(user_ids=[stage.here.people[role].pk for role in ("childminder", "chair")])
    return stage


def _visit(stage: Stage, *paths: str) -> None:
    stage.rows.update(f"/{stage.here.slug}/{path}" for path in paths)


def _meetings(stage: Stage) -> None:
    """One in every state; a code on the wall, where nobody is marked yet."""
    rows = stage.here.rows
    meetings = meetings_in_other_states(
        Membership.objects.get(pk=rows["membership"]),
        stage.here.people["leader"],
        Meeting.objects.get(pk=rows["meeting"]),
        Meeting.objects.get(pk=rows["meeting today"]),
    )
    for meeting in meetings:
        page = f"collaborations/{meeting.collaboration_id}/meetings/{meeting.pk}/"
        _visit(stage, page, f"{page}attendance/")
    group = f"collaborations/{rows['collaboration']}/"
    for name in ("visit", "visit before"):
        _visit(stage, f"{group}visits/{rows[name]}/")
    for name in ("training", "training that was", "training cancelled"):
        _visit(stage, f"{group}training/{rows[name]}/")
    for name in ("minutes meeting", "agreed meeting"):
        page = f"collaborations/{meetings[0].collaboration_id}/meetings/{rows[name]}/"
        _visit(stage, page, f"{page}minutes/", f"{page}minutes/write/")
    votes = votes_in_other_states(Membership.objects.get(pk=rows["membership"]), stage.here.people["leader"])
    for vote in (*votes, Vote.objects.get(pk=rows["vote in the room"])):
        _visit(stage, f"collaborations/{vote.collaboration_id}/meetings/votes/{vote.pk}/")


def _elections(group: Collaboration, stage: Stage) -> None:
    """One in which somebody stands, one in which nobody did, and two in which two people stand."""
    people = stage.here.people
    standing = elections_in_other_states(group, people["leader"], people["member"])
    ids = [*(election.pk for election in standing), stage.here.rows["election of nobody"]]
    _visit(stage, *(f"collaborations/{group.pk}/elections/{pk}/" for pk in ids))
    contested = CollaborationFactory(name=f"{stage.here.authority.name} Weir")
    settings = [ProviderFactory(name=f"{stage.here.authority.name} {name}") for name in ("Elder", "Fern")]
    for setting in settings:
        join(collaboration=contested, provider=setting, on=JOINED, by=people["officer"])
    both = [
        _person(stage, name, setting) for name, setting in zip(("Wren Eve", "Win Fay"), settings, strict=True)
    ]
    for election in contested_elections(contested, people["officer"], *both):
        _visit(stage, f"collaborations/{contested.pk}/elections/{election.pk}/")


def _supplement(stage: Stage) -> None:
    """A draft, one that leaders are asked about, and an approved one; claims in three states; a framework."""
    rows = stage.here.rows
    _visit(stage, f"supplement/hours/{rows['period by hours']}/")
    _visit(stage, f"quality/frameworks/{rows['framework draft']}/")
    for name in ("scheme", "asked scheme", "approved scheme"):
        _visit(stage, f"supplement/schemes/{rows[name]}/")
    for name in ("claim", "claim with question", "assessed claim"):
        _visit(stage, f"collaborations/{rows['collaboration']}/supplement/claims/{rows[name]}/")
    closed = f"collaborations/{rows['closed collaboration']}/"
    _visit(stage, closed, f"{closed}supplement/", f"{closed}fund/")
    for name in ("calculated run", "reviewed run", "approved run"):
        _visit(stage, f"supplement/runs/{rows[name]}/")
    checked = ("claim submitted", "claim assessed", "claim appealed")
    _visit(stage, *(f"supplement/evidence/{rows[name]}/" for name in checked))
    _visit(stage, f"supplement/runs/{rows['approved run']}/claims/{rows['payment claim']}/")
    _visit(stage, f"collaborations/{rows['collaboration']}/fund/votes/{rows['carried proposal']}/")
    _visit(stage, *money_in_other_states(stage.here))


def _events(stage: Stage) -> None:
    """A draft and a cancelled one for the team; the leader's own pages of one with an offer."""
    for event in events_in_other_states(stage.here.people["officer"]):
        _visit(stage, f"days/{event.pk}/")
    rows = stage.here.rows
    _visit(
        stage, *(f"days/{rows[name]}/place/" for name in ("event with an offer", "past event", "old event"))
    )
    _visit(stage, *(f"days/{rows['past event']}/{page}" for page in ("", "coming/")))


def _not_yet_begun(stage: Stage) -> None:
    """Records that have not begun may be taken away; a draft of the template; a home that is not named yet."""
    rows = stage.here.rows
    for model, row in {
        "memberships/membership": "membership to come",
        "memberships/settingrole": "setting role to come",
        "memberships/officeholder": "office to come",
        "memberships/leaderappointment": "leader to come",
        "accounts/roleappointment": "role to come",
    }.items():
        _visit(stage, f"admin/{model}/{rows[row]}/change/")
    _visit(stage, *(f"settings/{rows['home']}/{page}" for page in ("", "public/", "vacancies/")))
    template = reverse(
        "ways_of_working:terms_template", args=[rows["draft template"]], urlconf=AUTHORITY_URLS
    )
    _visit(stage, template.removeprefix("/"))


def _person(stage: Stage, name: str, *settings: Provider) -> User:
    here = stage.here
    person = appointed(here.authority, f"{name}-{here.authority.name}", None)
    for setting in settings:
        add_person_of_setting(
            provider=setting,
            email=person.email,
            full_name=person.full_name,
            role="manager",
            starts_on=JOINED,
            by=here.people["officer"],
        )
    return person


def _people_of(group: Collaboration, stage: Stage) -> None:
    """Cara, a childminder who is named in public and leaves; Chris, who chairs, of a setting in three groups."""
    here, officer, now = stage.here, stage.here.people["officer"], timezone.now()
    home: Provider = ProviderFactory(childminder=True, name=f"{here.authority.name} Cara's Childminding")
    cara = _person(stage, "Cara Finch", home)
    PublicConsentFactory(provider=home, given_by=cara)
    leaving = join(collaboration=group, provider=home, on=JOINED, by=officer)
    give_notice(
        membership=leaving,
        left_on=timezone.localdate() + timedelta(days=60),
        reason="We move to the coast.",
        by=cara,
        at=now,
    )
    HandOverFactory(membership=leaving)
    several: Provider = ProviderFactory(name=f"{here.authority.name} Dahlias")
    chris = _person(stage, "Chris Ode", several)
    chaired = join(collaboration=group, provider=several, on=JOINED, by=officer)
    elsewhere = [
        join(
            collaboration=CollaborationFactory(name=f"{here.authority.name} {name}"),
            provider=several,
            on=JOINED,
            by=officer,
        )
        for name in ("Meadow", "Valley")
    ]
    LeaderAppointmentFactory(user=chris, membership=elsewhere[0])  # a group that has named no payee
    _visit(stage, f"collaborations/{elsewhere[0].collaboration_id}/supplement/payee/")
    OfficeHolderFactory(
        user=chris,
        membership=chaired,
        office="chair",
        starts_on=JOINED,
        ends_on=timezone.localdate() + timedelta(days=20),
    )
    here.people.update({"childminder": cara, "chair": chris})
    of_member = Membership.objects.get(
        collaboration=group, provider__people__user=here.people["member"], left_on=None
    )
    for membership in (leaving, chaired, of_member):
        _visit(stage, f"collaborations/{group.pk}/members/{membership.pk}/")
    _visit(stage, f"settings/{home.pk}/", f"settings/{home.pk}/public/", f"settings/{home.pk}/vacancies/")
    _visit(stage, f"collaborations/{group.pk}/members/{leaving.pk}/hand-over/")
    _visit(stage, f"settings/{of_member.provider_id}/people/")
    blocked = here.people["staff of another setting"]
    Affiliation.objects.filter(user=blocked).update(locked_at=now)
    new = here.people["manager of another setting"]
    User.objects.filter(pk=new.pk).update(claim_by=now + timedelta(days=5))
    _visit(stage, f"people/{blocked.pk}/", f"people/{new.pk}/")


def _group_s_work(group: Collaboration, stage: Stage) -> None:
    """A plan that is not begun, a document that was opened, and a version that has been out for days."""
    people, now = stage.here.people, timezone.now()
    action = plan_with_action(group, people["leader"])
    _visit(stage, f"collaborations/{group.pk}/development/{action.objective.plan_id}/")
    _visit(stage, f"collaborations/{group.pk}/library/{stage.here.rows['named document']}/")
    version = DocumentVersion.objects.get(document_id=stage.here.rows["document"])
    DocumentOpening.objects.create(version=version, user=people["member"], at=now)
    WaysOfWorking.objects.filter(collaboration_id=stage.here.rows["terms group"]).update(
        circulated_at=now - timedelta(days=5)
    )


def _team_s_work(group: Collaboration, stage: Stage) -> None:
    """A visit that was accepted, a group that is being formed, a plan that is agreed, files with questions."""
    people, rows, now = stage.here.people, stage.here.rows, timezone.now()
    officer, today = people["officer"], timezone.localdate()
    accepted = SupportRequestFactory(
        collaboration=group,
        asked_by=people["leader"],
        kind="attend",
        state=RequestState.ACCEPTED,
        wanted_on=today,
        officer=officer,
        answered_by=officer,
        answered_at=now,
    )
    _visit(stage, f"leadership/support/{accepted.pk}/")
    for state in ("initial_meeting", "drafting"):
        page = f"collaborations/{CollaborationFactory(name=f'Larkshire {state}', state=state).pk}/"
        _visit(stage, page, f"{page}administration/", f"{page}ways-of-working/")
    ready = asked_about(people["manager"], at=now - timedelta(days=30), starts_on=date(2031, 4, 1))
    record_changes(scheme_id=ready.pk, changes="Nothing.", by=people["manager"], at=now)
    _visit(stage, f"supplement/schemes/{ready.pk}/")
    meets = CollaborationFactory(name="Larkshire meets today", state="initial_meeting")
    meeting = first_meeting_of(meets, officer, today)
    _visit(stage, f"collaborations/{meets.pk}/meetings/{meeting.pk}/")
    _visit(stage, f"collaborations/{rows['collaboration']}/meetings/{rows['first meeting']}/")
    parting = CollaborationFactory(name=f"{stage.here.authority.name} Parting")
    members = [
        join(collaboration=parting, provider=ProviderFactory(), on=JOINED, by=officer) for _ in range(2)
    ]
    draft = begin([parting], officer, at=now)
    east, west = draft.successor("East"), draft.successor("West")
    draft.place(dict(zip(members, (east, west), strict=True)))
    draft.terms(takes_effect_on=today)
    draft.agree()
    _visit(stage, f"collaborations/plans/{draft.plan.pk}/")
    DistrictOutline.objects.create(district_id=rows["district"], rings=[[[0, 0], [10, 0], [10, 10]]])
    _files(officer, stage)


def _files(officer: User, stage: Stage) -> None:
    """A file of Ofsted's under another name, a spreadsheet that asks, and an export whose file is there."""
    rows = stage.here.rows
    run = ImportRun.objects.create(
        file_name="by-another-name.csv",
        file_sha256="1" * 64,
        state=ImportRun.State.FAILED,
        others={"Larkshire Council": 3},
        job=JobFactory(kind="import", started_by=officer),
        started_by=officer,
        started_at=datetime(2026, 7, 2, 9, tzinfo=UTC),
    )
    _visit(stage, f"ofsted/files/{run.pk}/")
    sheet = SheetImport.objects.get(pk=rows["sheet"])
    sheet.questions = [{"key": "q", "title": "Which one is it?", "details": [], "options": [["a", "A"]]}]
    sheet.save()
    export = ExportRun.objects.get(pk=rows["export"])
    Job.objects.filter(pk=export.job_id).update(state=State.DONE, result={"file": int(rows["file"])})
    _visit(stage, f"files/jobs/{export.job_id}/")


@every_case()
def _cases(stage: Stage) -> None:
    """A leadership case at each of its steps, the officer's; one whose leader stays, with support that is
    off.
    """
    manager, officer, now = stage.here.people["manager"], stage.here.people["officer"], timezone.now()
    for step in ("contact", "support", "letter", "succession", "stays"):
        ends_on = timezone.localdate() if step == "succession" else None
        leads = LeaderAppointmentFactory(user=_person(stage, f"leader-{step}"), ends_on=ends_on)
        facts = {"told_leader_at": None if step == "contact" else now, "assigned_to": officer}
        case = LeadershipCaseFactory(appointment=leads, stage=step, **facts)
        group = leads.membership.collaboration
        _visit(stage, *(f"leadership/{case.pk}/{page}" for page in ("", "letters/", "switches/")))
        if step == "letter":
            letter = CaseLetter.objects.create(case=case, by=manager, at=now, **WORDS)
            _visit(stage, *(f"leadership/{case.pk}/letters/{letter.pk}/{page}" for page in ("", "send/")))
        if step == "succession":
            CaseStepFactory(case=case, kind=step, by=officer)
            PossibleSuccessorFactory(
                case=case, membership=MembershipFactory(collaboration=group), noted_by=officer
            )
        if step == "stays":
            SupportSwitchFactory(collaboration=group, by=manager)
    _visit(stage, f"leadership/{stage.here.rows['ended case']}/")
    LetterTemplate.objects.create(kind="thanks", subject="Thank you", body="Thank you.", by=manager, at=now)
    _visit(stage, *(f"leadership/letters/{kind}/" for kind in ("thanks", "expectation")))
