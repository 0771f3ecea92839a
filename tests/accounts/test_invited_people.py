"""Identity across authorities (A2): whose an address is, and that a person belongs when they accept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.addresses import addresses_of, person_with_address
from accounts.models import Affiliation, Authority, PersonInvitation, TaskLink, User
from accounts.permissions import Permission
from accounts.selectors import people_here, token_of
from accounts.services.people import (
    PURPOSE,
    accept_person_invitation,
    decline_person_invitation,
    invite_person,
    register_person,
    send_invitation_again,
    take_back_person_invitation,
)
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.services.leaders import appoint_leader
from memberships.services.people import add_person_of_setting
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED, Group, judged
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import ProviderFactory
from tests.outbox import deliver

Browse = Callable[[User | None], Client]
State = PersonInvitation.State
TYPED = "Whoever It Is"


def invite(authority: Authority, email: str, by: User, full_name: str = TYPED) -> User:
    with authority_scope(authority):
        return invite_person(email=email, full_name=full_name, by=by)


def link_of(authority: Authority) -> str:
    """The address of the newest link to an invited person."""
    with authority_scope(authority):
        link = TaskLink.objects.filter(purpose=PURPOSE).latest("pk")
        return f"/{authority.slug}/join/{token_of(link)}/"


def answered(authority: Authority, answer: str) -> str:
    """Answer the newest invitation by its link; the page."""
    page = Client().post(link_of(authority), {"answer": answer}, follow=True)
    assert page.status_code == 200
    return str(page.content.decode())


def on(day: date) -> dict[str, int]:
    return {"starts_on_day": day.day, "starts_on_month": day.month, "starts_on_year": day.year}


# --- whose an address is ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a2_an_address_belongs_to_whoever_has_proved_it(larkshire: Authority, sam: User) -> None:
    EmailAddress.objects.create(user=sam, email="sam.second@larkshire.example", verified=True)
    EmailAddress.objects.create(user=sam, email="typed.only@larkshire.example", verified=False)
    former = sam.email
    User.objects.filter(pk=sam.pk).update(email="sam.new@larkshire.example")
    sam.refresh_from_db()
    for address in (former, "sam.new@larkshire.example", " SAM.Second@Larkshire.example "):
        assert person_with_address(address) == sam
    assert person_with_address("typed.only@larkshire.example") is None
    assert person_with_address("nobody@larkshire.example") is None
    assert addresses_of(sam) == {former, "sam.new@larkshire.example", "sam.second@larkshire.example"}


@pytest.mark.django_db
@pytest.mark.parametrize("which", ["second", "former main"])
def test_a2_a_person_is_added_by_any_address_of_theirs(
    larkshire: Authority, group: Group, amina: User, browse: Browse, which: str
) -> None:
    other = "cara.second@larkshire.example"
    EmailAddress.objects.create(user=group.cara, email=other, verified=True)
    if which == "former main":
        User.objects.filter(pk=group.cara.pk).update(email=other)
        other = "cara@larkshire.example"
    base = f"/larkshire/collaborations/{group.collaboration.pk}/members/{group.bluebells.pk}"
    sent = {"full_name": "C", "email": other, "role": "staff"}
    answer = browse(amina).post(f"{base}/people/add/", {**sent, **on(date(2026, 1, 1))})
    assert answer.status_code == 302, answer.context["form"].errors
    with authority_scope(larkshire):
        assert SettingRole.objects.get(provider=group.bluebells.provider, role="staff").user == group.cara


# --- what an authority learns -------------------------------------------------------------------------------


@pytest.fixture
def cara(larkshire: Authority, marlshire: Authority) -> User:
    with authority_scope(larkshire):
        return register_person(email="cara@larkshire.example", full_name="Cara Finch")


@pytest.mark.django_db
def test_a2_known_and_unknown_addresses_are_answered_alike(
    cara: User, marlshire: Authority, nadia: User, otto: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        membership = MembershipFactory(collaboration=CollaborationFactory(), joined_on=JOINED)
    for by, path, fields in (
        (
            otto,
            f"collaborations/{membership.collaboration_id}/members/{membership.pk}/people/add/",
            {"full_name": TYPED, "role": "staff", **on(date(2026, 1, 5))},
        ),
        (nadia, "admin/accounts/user/add/", {"full_name": TYPED}),
        (
            nadia,
            "admin/accounts/roleappointment/add/",
            {"full_name": TYPED, "role": "officer", "starts_on": "2026-01-05"},
        ),
        (nadia, "admin/accounts/roleappointment/add/", {"role": "officer", "starts_on": "2026-01-05"}),
    ):
        client, answers = browse(by), []
        client.get(f"/marlshire/{path}")
        for address in ("cara@larkshire.example", "nobody@larkshire.example"):
            before = _invited(marlshire)
            with CaptureQueriesContext(connection) as queries:
                page = client.post(f"/marlshire/{path}", {**fields, "email": address}, follow=False)
            body = page.content.decode().replace(address, "ADDRESS")
            body = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+|nonce="[^"]+', "", body)
            answers.append((page.status_code, body, len(queries), _invited(marlshire) - before))
        assert answers[0] == answers[1]
        assert answers[0][0] == (302 if "full_name" in fields else 200)
        _forget(marlshire)


def _invited(authority: Authority) -> int:
    with authority_scope(authority):
        return int(PersonInvitation.objects.count())


def _forget(authority: Authority) -> None:
    with authority_scope(authority):
        for invitation in PersonInvitation.objects.filter(state=State.SENT):
            take_back_person_invitation(
                invitation_id=invitation.pk, by=User.objects.get(email__startswith="nadia"), at=timezone.now()
            )


@pytest.mark.django_db
def test_a2_no_name_is_shown_that_this_authority_did_not_enter(
    cara: User, marlshire: Authority, otto: User, nadia: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        collaboration = CollaborationFactory(name="Eastside")
        provider = ProviderFactory(name="Daisies")
        membership = MembershipFactory(collaboration=collaboration, provider=provider, joined_on=JOINED)
        judged(provider, 2)
        facts: dict[str, Any] = {"provider": provider, "role": "manager", "starts_on": JOINED, "by": otto}
        person = add_person_of_setting(email="cara@larkshire.example", full_name=TYPED, **facts).user
        appoint_leader(
            membership=membership, user=person, manner="joint", starts_on=date(2026, 1, 5), by=otto
        )
        deliver()
    pages = [
        "admin/accounts/user/",
        "admin/accounts/roleappointment/",
        f"admin/accounts/user/{person.pk}/change/",
        "admin/memberships/settingrole/",
        "admin/memberships/leaderappointment/",
        f"collaborations/{collaboration.pk}/",
        f"collaborations/{collaboration.pk}/members/{membership.pk}/",
        f"collaborations/{collaboration.pk}/leaders/appoint/",
        "collaborations/",
        "audit/",
    ]
    bodies = {page: browse(nadia).get(f"/marlshire/{page}") for page in pages}
    assert {page: answer.status_code for page, answer in bodies.items()} == dict.fromkeys(pages, 200)
    said = " ".join(answer.content.decode() for answer in bodies.values())
    said += " ".join(f"{message.subject} {message.body}" for message in mail.outbox)
    with authority_scope(marlshire):
        said += " ".join(
            f"{entry.sentence} {entry.about_name} {entry.facts}" for entry in Entry.objects.all()
        )
    assert "Cara Finch" not in said
    assert said.count(TYPED) > 5
    assert [message.to for message in mail.outbox] == [["cara@larkshire.example"]]
    assert "Marlshire invites you to its early years collaborations" in mail.outbox[0].body


# --- the answer ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a2_what_is_given_opens_when_the_person_accepts(
    cara: User, marlshire: Authority, otto: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        provider = ProviderFactory(name="Daisies")
        facts: dict[str, Any] = {"provider": provider, "role": "manager", "starts_on": JOINED, "by": otto}
        row = add_person_of_setting(email="cara@larkshire.example", full_name=TYPED, **facts)
        stand_in = row.user
        assert (stand_in.full_name, stand_in.is_active) == (TYPED, False)
        assert not User.objects.get(pk=cara.pk).has_perm(Permission.MANAGE_SETTING, provider)
    assert browse(cara).get("/marlshire/settings/1/").status_code == 404
    assert TYPED in (page := Client().get(link_of(marlshire)).content.decode())
    assert "Cara Finch" not in page
    assert "Sign in with cara@larkshire.example" in answered(marlshire, "accept")
    with authority_scope(marlshire):
        row.refresh_from_db()
        assert row.user == cara
        assert User.objects.get(pk=cara.pk).has_perm(Permission.MANAGE_SETTING, provider)
        assert list(people_here()) == [cara, otto]
        assert not User.with_invited.filter(pk=stand_in.pk).exists()
        assert Entry.objects.latest("pk").action == "person_joined"
    assert browse(cara).get("/marlshire/").status_code == 200
    assert Client().get(link_of(marlshire)).status_code == 404, "the link is used"


@pytest.mark.django_db
def test_a2_accepting_makes_the_account_of_an_address_that_has_none(marlshire: Authority, otto: User) -> None:
    invite(marlshire, "New@Marlshire.example", otto)
    assert person_with_address("new@marlshire.example") is None
    answered(marlshire, "accept")
    person = person_with_address("new@marlshire.example")
    assert person is not None
    assert (person.full_name, person.is_active, person.has_usable_password()) == (TYPED, True, False)


@pytest.mark.django_db
def test_a2_two_authorities_invite_one_person(
    larkshire: Authority, marlshire: Authority, amina: User, otto: User
) -> None:
    invite(larkshire, "new@x.example", amina, "Name at Larkshire")
    invite(marlshire, "new@x.example", otto, "Name at Marlshire")
    answered(larkshire, "accept")
    with authority_scope(marlshire):
        assert "Name at Marlshire" in [str(person) for person in people_here()]
    answered(marlshire, "accept")
    person = person_with_address("new@x.example")
    assert Affiliation.objects.filter(user=person).count() == 2
    assert not User.with_invited.exclude(invited_to=None).exists()


@pytest.mark.django_db
def test_a2_signed_in_the_invitation_is_all_there_is(
    cara: User, marlshire: Authority, otto: User, sam: User, browse: Browse
) -> None:
    invite(marlshire, "cara@larkshire.example", otto)
    client = browse(cara)
    assert client.get("/marlshire/").headers["Location"] == "/marlshire/join/"
    assert client.get("/marlshire/join/").status_code == 200
    for path in ("collaborations/", "settings/", "admin/", "public/"):
        assert client.get(f"/marlshire/{path}").status_code == 404, path
    assert client.post("/marlshire/join/", {}).status_code == 200, "no answer is no answer"
    for stranger in (sam, otto):
        assert browse(stranger).get("/marlshire/join/").status_code == 404
    assert (
        "Go to your home page"
        in client.post("/marlshire/join/", {"answer": "accept"}, follow=True).content.decode()
    )
    assert client.get("/marlshire/").status_code == 200
    assert client.get("/marlshire/join/").status_code == 404


@pytest.mark.django_db
def test_a2_declining_ends_what_was_given(
    larkshire: Authority, group: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        facts: dict[str, Any] = {"provider": group.acorns.provider, "role": "manager", "starts_on": JOINED}
        person = add_person_of_setting(email="n@x.example", full_name=TYPED, by=amina, **facts).user
        today = timezone.localdate()
        appoint_leader(membership=group.acorns, user=person, manner="joint", starts_on=today, by=amina)
    assert "you declined" in answered(larkshire, "decline")
    with authority_scope(larkshire):
        assert not LeaderAppointment.objects.filter(user=person).exists()
        assert SettingRole.objects.get(user=person).ends_on == today
        invitation = PersonInvitation.objects.get()
        assert invitation.state == State.DECLINED
        assert Entry.objects.latest("pk").sentence.startswith("recorded that Whoever")
        with pytest.raises(ValidationError, match="answered"):
            take_back_person_invitation(invitation_id=invitation.pk, by=amina, at=timezone.now())
    assert person_with_address("n@x.example") is None


@pytest.mark.django_db
def test_a2_an_invitation_ends_after_28_days_and_is_sent_again(larkshire: Authority, amina: User) -> None:
    invite(larkshire, "n@x.example", amina)
    old, now = link_of(larkshire), timezone.now()
    with authority_scope(larkshire):
        invite_person(email="n@x.example", full_name="Another Name", by=amina, at=now + timedelta(days=27))
        assert TaskLink.objects.count() == 1, "it waits: nothing is sent again"
        invite_person(email="n@x.example", full_name="Another Name", by=amina, at=now + timedelta(days=29))
        assert [str(person) for person in people_here()] == ["Amina Yusuf", "Another Name"]
    assert Client().get(old).status_code == 404
    assert Client().get(link_of(larkshire)).status_code == 200


@pytest.mark.django_db
def test_a2_officers_send_it_again_and_take_it_back(larkshire: Authority, maya: User, browse: Browse) -> None:
    person = invite(larkshire, "n@x.example", maya)
    address, client = "/larkshire/admin/accounts/user/", browse(maya)
    old = link_of(larkshire)
    assert "Invited on" in client.get(address).content.decode()
    with authority_scope(larkshire):
        PersonInvitation.objects.update(sent_at=timezone.now() - timedelta(days=28))
    assert "Invitation expired" in client.get(address).content.decode()
    chosen = {"_selected_action": [person.pk, maya.pk]}
    page = client.post(address, {**chosen, "action": "send_again"}, follow=True).content.decode()
    assert "The invitation goes to Whoever It Is again." in page
    assert "Maya Thornton has accepted already." in page
    assert (Client().get(old).status_code, Client().get(link_of(larkshire)).status_code) == (404, 200)
    page = client.post(address, {**chosen, "action": "take_back"}, follow=True).content.decode()
    assert "Taken back" in page
    assert Client().get(link_of(larkshire)).status_code == 404


@pytest.mark.django_db
def test_a1_nobody_accepts_what_they_gave_to_another_address_of_theirs(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    invite(larkshire, "amina.second@x.example", amina)
    EmailAddress.objects.create(user=amina, email="amina.second@x.example", verified=True)
    page = Client().post(link_of(larkshire), {"answer": "accept"}, follow=True).content.decode()
    assert "You already belong here with another address" in page
    with authority_scope(larkshire), pytest.raises(ValidationError, match="already belong here"):
        accept_person_invitation(invitation_id=PersonInvitation.objects.get().pk, by=amina, at=timezone.now())


@pytest.mark.django_db
def test_a2_only_whoever_has_the_address_answers(larkshire: Authority, amina: User, otto: User) -> None:
    invite(larkshire, "n@x.example", amina)
    with authority_scope(larkshire):
        for service in (accept_person_invitation, decline_person_invitation):
            for by in (otto, None):
                with pytest.raises(ValueError, match="with the address"):
                    service(invitation_id=PersonInvitation.objects.get().pk, by=by, at=timezone.now())


@pytest.mark.django_db
def test_a2_signing_in_by_a_code_for_the_first_time(
    larkshire: Authority, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    client = browse(None)
    client.post("/larkshire/accounts/login/code/", {"email": "n@x.example"})
    assert person_with_address("n@x.example") is None, "nobody has invited the address"
    stand_in = invite(larkshire, "n@x.example", amina)
    mailoutbox.clear()
    client = browse(None)
    client.post("/larkshire/accounts/login/code/", {"email": "N@x.example"})
    code = re.search(r"\b([A-Z0-9]{3,}-?[A-Z0-9]{3,})\b", mailoutbox[-1].body)
    assert code, mailoutbox[-1].body
    client.post("/larkshire/accounts/login/code/confirm/", {"code": code[1]})
    assert client.get("/larkshire/").headers["Location"] == "/larkshire/join/"
    client.post("/larkshire/join/", {"answer": "accept"})
    person = person_with_address("n@x.example")
    assert person is not None
    assert person.pk != stand_in.pk
    assert client.get("/larkshire/").status_code == 200


@pytest.mark.django_db
def test_a2_a_stand_in_never_signs_in(larkshire: Authority, amina: User, mailoutbox: list[Any]) -> None:
    person = invite(larkshire, "n@x.example", amina)
    mailoutbox.clear()
    Client().post("/larkshire/accounts/password/reset/", {"email": "n@x.example"})
    assert not any("password/reset/key" in message.body for message in mailoutbox)
    with pytest.raises(IntegrityError, match="accounts_user_invited_cannot_sign_in"), transaction.atomic():
        User.with_invited.filter(pk=person.pk).update(is_active=True)


@pytest.mark.django_db
def test_a2_a_role_is_given_to_somebody_who_belongs_here(
    larkshire: Authority, maya: User, otto: User
) -> None:
    with authority_scope(larkshire), pytest.raises(ValidationError, match="does not belong here yet"):
        appoint_to_role(user=otto, role="finance", starts_on=JOINED, by=maya)
    assert not Affiliation.objects.filter(user=otto, authority=larkshire).exists()


@pytest.mark.django_db
def test_a2_sending_again_is_for_who_has_not_accepted(larkshire: Authority, amina: User) -> None:
    invite(larkshire, "n@x.example", amina)
    answered(larkshire, "accept")
    with authority_scope(larkshire), pytest.raises(ValidationError, match="accepted already"):
        send_invitation_again(invitation_id=PersonInvitation.objects.get().pk, by=amina, at=timezone.now())
