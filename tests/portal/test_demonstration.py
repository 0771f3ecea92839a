"""The demonstration is built through the services, once, with two
authorities in which every feature can be seen.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.selectors import roles_today
from accounts.services.authorities import change_authority
from collaborations.models import Collaboration
from core.scoping import authority_scope
from development.models import DevelopmentPlan
from documents.delivery import HeldEmail
from documents.models import OutboxMessage
from leadership.models.cases import LeadershipCase
from leadership.models.steps import Reinstatement
from leadership.selectors.sight import every_case
from library.models import GroupDocument
from meetings.models.attendance import Attendance
from meetings.models.holidays import SchoolHoliday
from memberships.models.conduct import ConductConcern
from memberships.models.joining import Application, Invitation
from memberships.models.leaving import HandOver
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder, StaffTold
from memberships.selectors.days import leads_on
from ofsted.imports.rows import Rejection, RowRead
from ofsted.imports.scanning import scan
from ofsted.models import Inspection
from ofsted.selectors.register import take_over_candidates
from ofsted.selectors.standing import leading_decision
from portal.demonstration.build import ROLES, build, is_built
from portal.demonstration.cases import AGREED, WORDS
from portal.demonstration.cast import CAST, current_code, sign_ins
from portal.demonstration.places import third_file
from providers.models import DistrictOutline, Provider, SuccessionLink
from provision.models import DeliveryPartnership, PublicConsent, ReturnPeriod, StaffReturn, Vacancy
from reorganisation.models import Reorganisation
from supplement.models.checks import MoneyCheck
from supplement.models.claims import Claim
from supplement.models.fund import LeaverSettlement
from supplement.models.payments import Payment, PaymentFile
from supplement.models.runs import Run
from supplement.models.schemes import Scheme
from support.models import Message, Referral, SupportRequest
from ways_of_working.models import Review, TermsReminder, TermsReply, TermsTemplate, WaysOfWorking

STATES = {
    *("enquiry", "proposed", "initial_meeting", "drafting", "active", "under_review", "dividing", "dormant")
}
#: Of each there is one to be seen in both authorities.
SHOWN = (
    ConductConcern, DeliveryPartnership, DevelopmentPlan, DistrictOutline, GroupDocument, HandOver, Invitation, Message, OfficeHolder, PublicConsent,
    Referral,
    Reorganisation, ReturnPeriod, Review, SchoolHoliday, StaffReturn, StaffTold, TermsReminder, TermsReply, TermsTemplate, Vacancy,
)  # fmt: skip
HAS_A_CASE = "Leads, and has a leadership case"
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Left:
    """What a build that was interrupted has left behind, and
    whether the next one then had everything to make.
    """

    interrupted: bool
    is_built: bool
    authorities: int
    people: int
    built_again: bool


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[Left]:
    """Interrupted once, then built for the whole module, and rolled back after it."""
    with django_db_blocker.unblock():
        atom = transaction.atomic()
        atom.__enter__()
        interrupted = stop_half_way()
        left = (
            is_built(),
            Authority.objects.count(),
            User.objects.filter(email__endswith="shire.example").count(),
        )
        yield Left(interrupted, *left, built_again=build(at=AT, say=lambda words: None))
        transaction.set_rollback(True)
        atom.__exit__(None, None, None)


def stop_half_way() -> bool:
    """Press Ctrl-C once the first authority's settings and members are there.

    Whether the build came so far.
    """

    def fails(words: str) -> None:
        if "settings, collaborations" in words:
            raise KeyboardInterrupt

    try:
        build(at=AT, say=fails)
    except KeyboardInterrupt:
        return True
    return False


@pytest.mark.django_db
@pytest.mark.may_take(60)  # seconds: the first of the module waits until all is built
def test_a_build_that_stops_half_way_leaves_nothing_and_can_be_run_again(built: Left) -> None:
    assert built == Left(interrupted=True, is_built=False, authorities=0, people=0, built_again=True)


@pytest.mark.django_db
def test_everything_can_be_seen(built: Left) -> None:
    assert is_built()
    for slug in ("larkshire", "marlshire"):
        with authority_scope(Authority.objects.get(slug=slug)), every_case():
            assert Provider.objects.count() == {"larkshire": 66, "marlshire": 61}[slug]
            gone = {"larkshire": 3, "marlshire": 2}[slug]
            assert Provider.objects.filter(unlisted_since__isnull=False).count() == gone
            assert set(Collaboration.objects.values_list("state", flat=True)) == STATES
            assert set(WaysOfWorking.objects.values_list("state", flat=True)) == {
                "draft",
                "circulated",
                "adopted",
            }
            assert LeaderAppointment.objects.count() >= 8
            for model in SHOWN:
                assert model.objects.exists(), model
            assert set(Application.objects.values_list("state", flat=True)) == {
                "open",
                "accepted",
                "declined",
            }
            assert set(SupportRequest.objects.values_list("state", flat=True)) == {"asked", "accepted"}
            assert Authority.objects.get(slug=slug).public_page == (slug == "larkshire")
            assert LeadershipCase.objects.filter(closed_at=None).exists()


@pytest.mark.django_db
def test_each_of_the_cast_can_sign_in(built: Left) -> None:
    assert sum(len(people) for _, people in sign_ins()) == len(CAST)
    for person in CAST:
        user = User.objects.get(email=person.email)
        assert user.check_password(person.password), person
        assert bool(current_code(person)) == user.authenticator_set.exists()


@pytest.mark.django_db
def test_every_role_has_a_sign_in_in_both_authorities(built: Left) -> None:
    kinds = {
        *ROLES,
        "Leader of a collaboration",
        "Manager of a member setting",
        "Childminder in a collaboration",
    }
    assert set(ROLES.values()) == set(Role)
    for authority, people in sign_ins():
        assert kinds <= {person.role for person in people}
        with authority_scope(authority), every_case():
            for person in people:
                user = User.objects.get(email=person.email)
                assert set(roles_today(user)) == ({ROLES[person.role]} if person.role in ROLES else set()), (
                    person
                )
                assert person.role in ROLES or SettingRole.objects.filter(user=user).exists(), person
            leads = [person for person in people if person.role.startswith("Leader")]
            assert (
                LeaderAppointment.objects.filter(user__email__in=[person.email for person in leads]).count()
                == len(leads)
                == 1
            )
            minder = next(person for person in people if person.role.startswith("Childminder"))
            assert SettingRole.objects.get(user__email=minder.email).provider.is_domestic
    assert len({person.email for person in CAST}) == len(CAST)


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["larkshire", "marlshire"])
def test_roles_and_names_of_the_cast_fit(built: Left, slug: str) -> None:
    """Who leads may lead today, but for the one who has the case that is told; a manager's setting is a
    nursery, a childminder's business bears the childminder's name.
    """
    with authority_scope(Authority.objects.get(slug=slug)), every_case():
        for person in (person for person in CAST if person.authority == slug and person.role not in ROLES):
            setting = SettingRole.objects.select_related("provider").get(user__email=person.email).provider
            leads = LeaderAppointment.objects.filter(user__email=person.email)
            assert setting.is_domestic == person.role.startswith("Childminder"), person
            assert leads.exists() == person.role.startswith("Lead"), person
            may_lead = leading_decision(provider_id=setting.pk, on=AT.date()).may_lead
            assert not leads.exists() or may_lead != (person.role == HAS_A_CASE)
            assert not setting.is_domestic or setting.name == f"{person.name} Childminding"
        led_by = set(LeadershipCase.objects.values_list("appointment__user__email", flat=True))
        with_case = {person.email for person in CAST if person.role == HAS_A_CASE}
        assert len(led_by & {person.email for person in CAST}) == len(led_by & with_case) == 1
        minders = SettingRole.objects.filter(provider__provider_type=Provider.Type.CHILDMINDER)
        for role in minders.filter(role="manager").select_related("user", "provider"):
            assert role.provider.name == f"{role.user} Childminding"


@pytest.mark.django_db
@time_machine.travel(AT, tick=False)
def test_l3_the_leader_concerned_sees_what_was_agreed_and_nobody_else_anything(
    built: Left, browse: Any
) -> None:
    """Of the cast, her officer and her manager see the case; the leader's page is hers alone."""
    with authority_scope(Authority.objects.get(slug="larkshire")), every_case():
        case = LeadershipCase.objects.get(appointment__user__email="rosa@larkshire.example")
    address = f"/larkshire/leadership/mine/{case.pk}/"
    for person in (person for person in CAST if person.authority == "larkshire"):
        client = browse(User.objects.get(email=person.email))
        home, page = client.get("/larkshire/").content.decode(), client.get(address)
        is_hers = person.role == HAS_A_CASE
        assert ("Something for you" in home) == is_hers, person
        assert page.status_code == (200 if is_hers else 404), person
        if is_hers:
            assert address in home
            words = page.content.decode()
            assert all(said in words for said in (AGREED[:40], WORDS[:40], "Amina Yusuf", "01632 960100"))


@pytest.mark.django_db
@time_machine.travel(AT, tick=False)
@pytest.mark.parametrize("slug", ["larkshire", "marlshire"])
def test_l3_cases_stand_at_several_steps_also_before_publication_and_ended(built: Left, slug: str) -> None:
    with authority_scope(Authority.objects.get(slug=slug)), every_case():
        told = LeadershipCase.objects.get(ground="told", closed_at=None)
        assert (told.stage, told.published_on) == ("publication", None)
        assert [outcome.published_on for outcome in told.unpublished_outcomes.all()] == [None]
        waiting = LeadershipCase.objects.filter(stage="opened", assigned_to=None)
        assert waiting.exists() is (slug == "larkshire")  # the check found one leader more there
        assert LeadershipCase.objects.filter(stage="letter").exists()
        succeeded = LeadershipCase.objects.filter(outcome="succeeded", successors__answer="yes").get()
        group = succeeded.appointment.membership.collaboration
        leads = LeaderAppointment.objects.filter(leads_on(AT.date()), membership__collaboration=group)
        people = {row.user_id for row in leads}
        assert succeeded.appointment.user_id not in people
        assert succeeded.successors.get().user_id in people
        again = Reinstatement.objects.get()
        assert (again.decided_at, again.case.outcome) == (None, "succeeded")


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["larkshire", "marlshire"])
def test_somebody_of_the_cast_leads_a_group_that_is_being_formed(built: Left, slug: str) -> None:
    with authority_scope(Authority.objects.get(slug=slug)), every_case():
        group = Collaboration.objects.get(state="drafting")
        leader = LeaderAppointment.objects.get(membership__collaboration=group).user
        assert leader.email in {person.email for person in CAST if person.authority == slug}
        assert Membership.objects.filter(collaboration=group, left_on=None).count() == 3
        assert group.first_meeting.held_on


@pytest.mark.django_db
def test_built_again_it_finds_everything_there(built: Left) -> None:
    authority = Authority.objects.get(slug="larkshire")
    with authority_scope(authority), every_case():
        manager = User.objects.get(email="maya@larkshire.example")
        change_authority(authority=authority, by=manager, changes={"contact_phone": "01632 960999"})
        before = Provider.objects.count()
    said: list[str] = []
    assert build(at=AT, say=said.append) is False
    assert said == []
    with authority_scope(authority), every_case():
        assert Provider.objects.count() == before
        assert User.objects.get(email="maya@larkshire.example").check_password("collaborate-together")


@pytest.mark.django_db
def test_the_sign_ins_are_shown(built: Left, settings: Any) -> None:
    settings.DEMONSTRATION = True
    page = Client().get("/demonstration/").content.decode()
    assert all(person.email in page for person in CAST)
    printed = io.StringIO()
    call_command("build_demonstration", "--sign-ins", stdout=printed)
    assert "amina@larkshire.example" in printed.getvalue()
    assert Client().get("/").headers["Location"] == "/demonstration/"


@pytest.mark.django_db
def test_the_file_to_try_can_be_loaded(built: Left) -> None:
    rows = list(scan(io.BytesIO(third_file())))
    rejected = [row for row in rows if isinstance(row, Rejection)]
    remarks = [remark for row in rows if isinstance(row, RowRead) for remark in row.remarks]
    assert (len(rejected), len(remarks)) == (2, 2), "one row of each authority has each, to be seen"


@pytest.mark.django_db
def test_not_in_production(settings: Any) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError):
        call_command("build_demonstration")


@pytest.mark.django_db
def test_o3_a_nursery_school_and_a_childminder_of_an_agency_are_members_who_may_lead(built: Left) -> None:
    with authority_scope(Authority.objects.get(slug="larkshire")), every_case():
        school = Provider.objects.get(provider_type=Provider.Type.NURSERY_SCHOOL)
        minder = Provider.objects.get(name="Wren Cottage Childminding")
        for provider in (school, minder):
            assert Membership.objects.filter(provider=provider, left_on=None).exists()
            assert leading_decision(provider_id=provider.pk, on=AT.date()).may_lead
            marks = Attendance.objects.filter(membership__provider=provider).exists()
            assert marks is (provider == school), (
                "its group met since it joined; that of the childminder did not"
            )
        assert Inspection.objects.get(provider=school).regime == "school"
        assert not Inspection.objects.filter(provider=minder).exists()


@pytest.mark.django_db
def test_o2_a_take_over_between_schools_is_suggested_and_left_to_an_officer(built: Left) -> None:
    with authority_scope(Authority.objects.get(slug="larkshire")), every_case():
        academy = Provider.objects.get(name="Lark Rise Primary Academy")
        (suggested,) = take_over_candidates(academy)
        assert suggested.provider.name == "Lark Rise Infant School"
        assert "The national register of schools says it took over from" in suggested.reasons[0]
        assert not SuccessionLink.objects.filter(new=academy).exists()


@pytest.mark.django_db
def test_the_day_s_email_of_the_demonstration_waits_for_the_worker(built: Left) -> None:
    """Somebody of the cast gets one, and nothing that is held is left for nobody."""
    with authority_scope(Authority.objects.get(slug="larkshire")) as here:
        messages = OutboxMessage.objects.filter(authority_id=here, ids__kind="portal.daily_digest")
        readers = {message.ids["ids"]["user_id"] for message in messages}
        cast = User.objects.filter(email__in=[person.email for person in CAST])
        assert readers & set(cast.values_list("pk", flat=True))
        assert not HeldEmail.objects.filter(sent_on=None).exists()


@pytest.mark.django_db
def test_two_years_of_the_supplement_can_be_seen_and_every_check_of_the_money_holds(built: Left) -> None:
    for slug in ("larkshire", "marlshire"):
        with authority_scope(Authority.objects.get(slug=slug)):
            years = list(Scheme.objects.filter(state="approved").order_by("starts_on"))
            assert [year.starts_on.year for year in years] == [2025, 2026]
            runs = Run.objects.order_by("period__starts_on").values_list("period__scheme", "state")
            assert list(runs) == [(year.pk, "paid") for year in years]
            assert set(Payment.objects.values_list("state", flat=True)) == {"paid"}
            assert PaymentFile.objects.count() == Payment.objects.count() + 1  # one failed, and was put right
            failed = Payment.objects.filter(history__state="failed").distinct()
            assert failed.count() == 1
            assert LeaverSettlement.objects.count() == 1
            assert {"appealed", "approved", "draft", "paid"} <= set(
                Claim.objects.values_list("state", flat=True)
            )
            check = MoneyCheck.objects.get()
            assert check.failed == 0, check.results
