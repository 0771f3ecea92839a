"""A1 by every route: nobody gives oneself anything, and the leaders hear of what the authority gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, TaskLink, User
from accounts.rules import NOT_FOR_ONESELF, Kind, Step
from accounts.selectors import token_of
from accounts.services.appointments import KINDS, end_appointment
from audit.models import Entry
from core.scoping import authority_scope
from exchange.models import SheetImport, SheetLine
from exchange.services.intake import read_upload
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from library.services import hand_over_document, name_reader
from memberships.services.invitations import PURPOSE, invite_setting
from memberships.services.leaders import LEADER, appoint_leader
from memberships.services.offices import give_office
from memberships.services.people import add_person_of_setting
from tests.exchange.sheets import as_csv, line
from tests.factories.groups import JOINED, Group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.library import named, shared
from tests.factories.memberships import LeaderAppointmentFactory, SettingRoleFactory
from tests.factories.providers import ProviderFactory
from tests.outbox import deliver

Browse = Callable[[User | None], Client]
pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def on(day: date = DAY, name: str = "starts_on") -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


@dataclass(frozen=True, slots=True)
class Place:
    authority: Authority
    group: Group
    officer: User
    manager: User
    browse: Browse

    def address(self, rest: str) -> str:
        return f"/larkshire/collaborations/{self.group.collaboration.pk}/{rest}"

    def sent(self, by: User, path: str, **fields: Any) -> str:
        """The page that comes back when a form is sent, which must refuse."""
        answer = self.browse(by).post(path, fields)
        assert answer.status_code == 200, "it is not refused"
        return " ".join(answer.content.decode().split())


@pytest.fixture
def place(larkshire: Authority, led: Group, amina: User, maya: User, browse: Browse) -> Place:
    """Amina works at Bluebells beside being an officer, and Lena, who leads, at Bluebells too."""
    with authority_scope(larkshire), every_case():
        for person in (amina, led.lena):
            SettingRoleFactory(user=person, provider=led.bluebells.provider, starts_on=JOINED)
    return Place(larkshire, led, amina, maya, browse)


def role_by_admin(place: Place) -> str:
    fields = {"email": place.manager.email, "role": "finance", "starts_on": str(DAY)}
    return place.sent(place.manager, "/larkshire/admin/accounts/roleappointment/add/", **fields)


def setting_role_by_page(place: Place) -> str:
    path = place.address(f"members/{place.group.acorns.pk}/people/add/")
    fields = {"email": place.officer.email.upper(), "full_name": "A", "role": "staff", **on()}
    return place.sent(place.officer, path, **fields)


def setting_role_at_setting(place: Place) -> str:
    path = f"/larkshire/settings/{place.group.acorns.provider_id}/people/add/"
    fields = {"email": place.officer.email, "full_name": "A", "role": "manager", **on()}
    return place.sent(place.officer, path, **fields)


def setting_role_by_spreadsheet(place: Place) -> str:
    with authority_scope(place.authority), every_case():
        ProviderFactory(urn="EY100009", name="Daisies")
    row = line(
        collaboration="Eastside", kind="Collaboration", urn="EY100009", setting="Daisies", person="Amina Yusuf",
        email=place.officer.email, role="Manager",
    )  # fmt: skip
    file = SimpleUploadedFile("ours.csv", as_csv([row]))
    place.browse(place.officer).post("/larkshire/collaborations/import/new/", {"file": file})
    with authority_scope(place.authority), every_case():
        sheet = SheetImport.objects.latest("pk")
    read_upload(sheet_id=sheet.pk, authority_id=place.authority.pk, at=timezone.now())
    with authority_scope(place.authority), every_case():
        lines = SheetLine.objects.filter(sheet=sheet, result="refused")
        return " ".join(remark["reason"] for refused in lines for remark in refused.remarks)


def setting_role_by_invitation(place: Place) -> str:
    """She invites a setting at her own address, and accepts for it by the link."""
    with authority_scope(place.authority), every_case():
        facts = {"words": "", "decision": "All agreed.", "decided_on": timezone.localdate()}
        about = {"collaboration": place.group.collaboration, "provider": ProviderFactory(name="Daisies")}
        who = {"email": place.officer.email, "full_name": "A", "by": place.officer, "at": timezone.now()}
        invite_setting(**about, **facts, **who, is_vouched_for=True)
        token = token_of(TaskLink.objects.get(purpose=PURPOSE))
    answer = Client().post(f"/larkshire/collaborations/invitations/by-link/{token}/", {"answer": "accept"})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def leader_by_page(place: Place) -> str:
    person = f"{place.officer.pk}-{place.group.bluebells.provider_id}"
    path = place.address("leaders/appoint/")
    return place.sent(place.officer, path, person=person, manner="joint", **on())


def leader_by_the_members(place: Place) -> str:
    person = f"{place.group.lena.pk}-{place.group.bluebells.provider_id}"
    fields = {"person": person, "manner": "joint", "members_decision": "All agreed.", **on()}
    return place.sent(place.group.lena, place.address("leaders/decide/"), **fields)


def office_by_page(place: Place) -> str:
    person = f"{place.group.lena.pk}-{place.group.bluebells.provider_id}"
    fields = {"person": person, "office": "chair", "decision": "All agreed.", **on()}
    return place.sent(place.group.lena, place.address("offices/give/"), **fields)


def document_reader_by_page(place: Place) -> str:
    """The page does not offer oneself; the service behind it refuses what is sent past the page."""
    lena = place.group.lena
    with authority_scope(place.authority), every_case():
        document = named(place.group.collaboration, lena)
    place.sent(lena, place.address(f"library/{document.pk}/readers/add/"), person=lena.pk, **on())
    facts: dict[str, Any] = {"document_id": document.pk, "person": lena, "by": lena, "at": timezone.now()}
    with authority_scope(place.authority), pytest.raises(ValidationError) as refusal:
        name_reader(**facts, starts_on=DAY, ends_on=None)
    return " ".join(refusal.value.messages)


def case_reader_by_page(place: Place) -> str:
    with authority_scope(place.authority), every_case():
        appointment = LeaderAppointmentFactory(membership=place.group.caras, user=place.group.cara)
        case = LeadershipCaseFactory(appointment=appointment)
    return place.sent(place.manager, f"/larkshire/leadership/{case.pk}/readers/add/", reader=place.manager.pk)


ROUTES: dict[Kind, tuple[Callable[[Place], str], ...]] = {
    Kind.ROLE: (role_by_admin,),
    Kind.SETTING_ROLE: (
        setting_role_by_page,
        setting_role_at_setting,
        setting_role_by_spreadsheet,
        setting_role_by_invitation,
    ),
    Kind.LEADER: (leader_by_page, leader_by_the_members),
    Kind.OFFICE: (office_by_page,),
    Kind.DOCUMENT_READER: (document_reader_by_page,),
    Kind.CASE_READER: (case_reader_by_page,),
}


def test_a1_every_kind_is_refused_for_oneself_and_tried_by_its_routes() -> None:
    assert set(ROUTES) == set(Kind) == set(KINDS)
    assert {kind for kind, step in NOT_FOR_ONESELF if step is Step.GIVE} == set(Kind)


@pytest.mark.parametrize(
    ("kind", "route"),
    [(kind, route) for kind, routes in ROUTES.items() for route in routes],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a1_nobody_gives_oneself_anything(place: Place, kind: Kind, route: Callable[[Place], str]) -> None:
    def rows() -> int:
        with authority_scope(place.authority), every_case():
            return int(KINDS[kind].model._base_manager.count())

    before = rows()
    said = route(place)
    assert NOT_FOR_ONESELF[kind, Step.GIVE] in said
    assert rows() == before


def test_a1_a_case_is_not_taken_by_who_does_not_see_every_case(place: Place) -> None:
    with authority_scope(place.authority), every_case():
        appointment = LeaderAppointmentFactory(membership=place.group.caras, user=place.group.cara)
        facts: dict[str, Any] = {"case_id": LeadershipCaseFactory(appointment=appointment).pk}
        facts |= {"at": timezone.now()}
        with pytest.raises(ValidationError, match="to yourself"):
            assign_case(**facts, officer=place.officer, by=place.officer)
        assert assign_case(**facts, officer=place.manager, by=place.manager).assigned_to == place.manager


def test_a1_a_document_is_not_taken_by_who_does_not_see_it(place: Place) -> None:
    with authority_scope(place.authority), every_case():
        hidden = named(place.group.collaboration, place.group.mo)
        seen = shared(place.group.collaboration, place.group.mo)
        facts: dict[str, Any] = {"person": place.group.cara, "by": place.group.cara, "at": timezone.now()}
        with pytest.raises(ValidationError, match="yourself the owner"):
            hand_over_document(document_id=hidden.pk, **facts)
        assert hand_over_document(document_id=seen.pk, **facts).owner == place.group.cara


# --- the leaders hear of it ---------------------------------------------------------------------------------


def setting_role_given(place: Place, by: User) -> None:
    facts: dict[str, Any] = {"role": "staff", "starts_on": DAY, "by": by}
    who = {"email": place.group.cara.email, "full_name": ""}
    add_person_of_setting(provider=place.group.acorns.provider, **who, **facts)


def leader_given(place: Place, by: User) -> None:
    facts: dict[str, Any] = {"membership": place.group.bluebells, "user": place.group.mo, "by": by}
    decision = {} if by == place.officer else {"members_decision": "All agreed."}
    appoint_leader(**facts, manner="joint", starts_on=DAY, **decision)


def office_given(place: Place, by: User) -> None:
    facts: dict[str, Any] = {"membership": place.group.bluebells, "user": place.group.mo, "by": by}
    give_office(**facts, office="chair", starts_on=DAY, decision="All agreed.")


GIVEN = {
    setting_role_given: "has recorded Cara Finch as member of staff of Acorns from 2 March 2026",
    leader_given: "has recorded Mo Siddiqui as a leader of Riverside from 2 March 2026",
    office_given: "has recorded Mo Siddiqui as chair of Riverside from 2 March 2026",
}


@pytest.mark.parametrize(("give", "words"), GIVEN.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a1_leaders_hear_of_what_the_authority_gives(
    place: Place, give: Callable[[Place, User], None], words: str
) -> None:
    with authority_scope(place.authority), every_case():
        give(place, place.officer)
        deliver()
        (told,) = [message for message in mail.outbox if message.subject.startswith("Riverside: somebody is")]
        assert told.to == [place.group.lena.email]
        body = " ".join(str(told.body).split())
        assert f"Amina Yusuf of the early years team {words}" in body
        assert told.subject == "Riverside: somebody is appointed from 2 March"


@pytest.mark.parametrize("give", [leader_given, office_given])
def test_a1_what_the_group_decides_itself_is_no_news_of_the_authority(
    place: Place, give: Callable[[Place, User], None]
) -> None:
    with authority_scope(place.authority), every_case():
        give(place, place.group.lena)
        assert "memberships.appointed_by_team" not in deliver()


def test_a1_who_is_appointed_gets_no_such_email_and_a_withdrawn_one_is_not_told(place: Place) -> None:
    with authority_scope(place.authority), every_case():
        lena = LEADER.model.objects.get(user=place.group.lena)
        end_appointment(LEADER, lena, ends_on=DAY - timedelta(days=1), by=place.officer)
        LeaderAppointmentFactory(user=place.group.mo, membership=place.group.bluebells)
        facts: dict[str, Any] = {
            "membership": place.group.bluebells,
            "user": place.group.mo,
            "office": "chair",
        }
        give_office(**facts, starts_on=DAY, decision="All agreed.", by=place.officer)
        assert "memberships.appointed_by_team" not in deliver()
        mail.outbox = []
        row = give_office_to(place, place.group.lena)
        row.delete()
        deliver()
        assert mail.outbox == []
        assert Entry.objects.filter(action="office_given").count() == 2


def give_office_to(place: Place, person: User) -> Any:
    facts: dict[str, Any] = {"membership": place.group.acorns, "user": person, "office": "administrator"}
    return give_office(**facts, starts_on=DAY, decision="All agreed.", by=place.officer)
