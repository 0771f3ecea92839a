"""A wrong name or address, and two accounts of one person (A2, decision 0049)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.addresses import person_here_with_address
from accounts.decisions import Correction
from accounts.models import Affiliation, PersonInvitation, RoleAppointment, TaskLink, User
from accounts.permissions import Permission
from accounts.roles import Role
from accounts.rules import AccountState, Way, refused_correction, refused_merge
from accounts.selectors import affiliation_here, people_here, state_of, token_of
from accounts.services.corrections import (
    PURPOSE,
    confirm_correction,
    correct_person,
    decline_correction,
    propose_merge,
    take_back_correction,
    way_to_correct,
)
from accounts.services.people import PURPOSE as INVITATION
from accounts.services.people import accept_person_invitation, invite_person, register_person
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.contacts import PersonContact
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.services.contacts import change_person_contact
from memberships.services.people import add_person_of_setting
from tests.cast import person
from tests.outbox import deliver

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
LATER = AT + timedelta(days=1)
NEW = "right@larkshire.example"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


# --- the rules ----------------------------------------------------------------------------------------------

FINE = {"to_oneself": False, "changes": True, "is_open": True, "manages": False, "of_team": False}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, None),
        ({"way": Way.PROPOSED}, "Only a manager"),
        ({"of_team": True}, "Only a manager"),
        ({"way": Way.PROPOSED, "of_team": True, "manages": True}, None),
        ({"to_oneself": True}, "Your account"),
        ({"changes": False}, "as they were"),
        ({"is_open": False}, "blocked, merged or closed"),
    ],
)
def test_a2_who_corrects_what(facts, words):
    reason = refused_correction(**{**FINE, "way": Way.AT_ONCE, **facts})
    assert (reason is None) if words is None else words in str(reason)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, None),
        ({"same": True}, "same account"),
        ({"has_own": True}, "your own account"),
        ({"into_is_open": False}, "must be accepted and open"),
    ],
)
def test_a1_which_accounts_become_one(facts, words):
    reason = refused_merge(**{"same": False, "has_own": False, "into_is_open": True, **facts})
    assert (reason is None) if words is None else words in str(reason)


# --- corrected at once --------------------------------------------------------------------------------------


def claimed(*people: User) -> None:
    """These people have signed in."""
    User.objects.filter(pk__in=[each.pk for each in people]).update(claim_by=None)
    for each in people:
        each.refresh_from_db()


def answer_link() -> str:
    link = TaskLink.objects.filter(purpose=PURPOSE).latest("pk")
    return f"/{link.authority.slug}/confirm/{token_of(link)}/"


def correction_link() -> TaskLink:
    return TaskLink.objects.filter(purpose=PURPOSE).latest("pk")


def test_an_officer_corrects_who_has_not_accepted(browse, larkshire, amina):
    with authority_scope(larkshire):
        nia = invite_person(email="wrong@larkshire.example", full_name="Nia Dal", by=amina, at=AT)
        old = TaskLink.objects.get(purpose=INVITATION)
    page, client = f"/larkshire/people/{nia.pk}/correct/", browse(amina)
    assert "holds at once" in client.get(page).content.decode()
    sent = {"full_name": "Nia Dale", "email": amina.email, "reason": "Typed wrongly"}
    assert "has this address here already" in client.post(page, sent).content.decode()
    assert client.post(page, {**sent, "email": NEW.upper()}).status_code == 302
    with authority_scope(larkshire):
        nia.refresh_from_db()
        assert (nia.full_name, nia.email) == ("Nia Dale", NEW)
        invitation = PersonInvitation.objects.get()
        assert (invitation.full_name, invitation.email, invitation.state) == ("Nia Dale", NEW, "sent")
        old.refresh_from_db()
        assert old.withdrawn_at == AT
        new = TaskLink.objects.filter(purpose=INVITATION).latest("pk")
        assert new.email == NEW
        user = accept_person_invitation(invitation_id=invitation.pk, at=AT, link=new)
        assert (user.email, user.full_name) == (NEW, "Nia Dale")
        entry = Entry.objects.get(action="person_corrected")
        assert str(entry) == "Amina Yusuf corrected the name or address of Nia Dale: Typed wrongly"
        assert entry.facts["name"] == ["Nia Dal", "Nia Dale"]


@pytest.mark.parametrize("has_account", [False, True])
def test_who_has_never_signed_in_is_invited_at_the_right_address(
    browse, larkshire, marlshire, group, amina, has_account
):
    """Whether the right address has an account elsewhere makes no difference; the wrong one opens nothing here."""
    if has_account:
        with authority_scope(marlshire):
            register_person(email=NEW, full_name="Mo Elsewhere")
    wrong, page = group.mo, f"/larkshire/people/{group.mo.pk}/correct/"
    sent = {"full_name": "Mo Siddiqui", "email": NEW, "reason": "Another Mo"}
    assert browse(amina).post(page, sent).status_code == 302
    assert browse(wrong).get("/larkshire/").status_code == 404
    with authority_scope(larkshire):
        assert wrong not in people_here()
        mo = person_here_with_address(NEW)
        assert mo.invited_to == larkshire
        assert SettingRole.objects.get(provider=group.bluebells.provider).user == mo
        assert not User.objects.get(pk=wrong.pk).has_perm(Permission.VIEW_COLLABORATIONS, group.collaboration)
        link = TaskLink.objects.filter(purpose=INVITATION, email=NEW).latest("pk")
        right = accept_person_invitation(invitation_id=link.about_id, at=AT, link=link)
        assert right.full_name == ("Mo Elsewhere" if has_account else "Mo Siddiqui")
        assert right.has_perm(Permission.VIEW_COLLABORATIONS, group.collaboration)
        assert person_here_with_address(wrong.email) is None


def test_a_name_alone_is_corrected_in_place(larkshire, group, amina, mailoutbox):
    with authority_scope(larkshire):
        assert way_to_correct(group.mo) is Way.AT_ONCE
        names = {"full_name": "Mohammed Siddiqui", "email": group.mo.email}
        assert correct_person(person=group.mo, **names, reason="Full name", by=amina, at=AT) is None
        assert User.objects.get(pk=group.mo.pk).full_name == "Mohammed Siddiqui"
        with pytest.raises(ValidationError, match="as they were"):
            correct_person(person=group.mo, **names, reason="Again", by=amina, at=AT)
        with pytest.raises(ValidationError, match="why"):
            correct_person(person=group.mo, full_name="M", email=NEW, reason=" ", by=amina, at=AT)
        with pytest.raises(ValidationError, match="Your account"):
            correct_person(person=amina, full_name="A", email=NEW, reason="x", by=amina, at=AT)


def test_an_officer_does_not_correct_the_team(browse, larkshire, amina, maya, fred):
    """Who gets the address of somebody with a role gets the role: a manager does that."""
    client = browse(amina)
    assert client.get(f"/larkshire/people/{fred.pk}/correct/").status_code == 403
    assert f"/people/{fred.pk}/correct/" not in client.get(f"/larkshire/people/{fred.pk}/").content.decode()
    with authority_scope(larkshire), pytest.raises(ValidationError, match="Only a manager"):
        correct_person(person=fred, full_name="Fred", email=NEW, reason="x", by=amina, at=AT)
    assert browse(maya).get(f"/larkshire/people/{fred.pk}/correct/").status_code == 200


# --- proposed and confirmed ---------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_who_has_signed_in_confirms_at_the_new_address_and_the_old_one_is_told(
    browse, larkshire, group, maya, mailoutbox
):
    claimed(group.mo)
    old, session = group.mo.email, browse(group.mo)
    page, client = f"/larkshire/people/{group.mo.pk}/", browse(maya)
    mailoutbox.clear()
    sent = {"full_name": "Mo Siddiqui-Khan", "email": NEW, "reason": "Married"}
    assert client.post(f"{page}correct/", sent).status_code == 302
    deliver()
    assert {email.to[0] for email in mailoutbox} == {NEW, old}
    told = next(email.body for email in mailoutbox if email.to == [old])
    assert NEW in told
    body = client.get(page).content.decode()
    assert "Waits for the person" in body
    assert session.get("/larkshire/").status_code == 200, "nothing changes before"
    asked = next(email.body for email in mailoutbox if email.to == [NEW])
    (address,) = re.findall(r"http://\S+(/larkshire/confirm/\S+/)", asked)
    stranger, answer = Client(), {"answer": "confirm"}
    assert NEW in stranger.get(address).content.decode()
    assert User.objects.get(pk=group.mo.pk).email == old, "opening a link changes nothing"
    assert stranger.post(address, {}).status_code == 200
    mailoutbox.clear()
    assert stranger.post(address, answer).status_code == 200
    deliver()
    assert {email.to[0] for email in mailoutbox} == {old}
    mo = User.objects.get(pk=group.mo.pk)
    assert (mo.email, mo.full_name) == (NEW, "Mo Siddiqui-Khan")
    assert list(EmailAddress.objects.filter(user=mo).values_list("email", "primary", "verified")) == [
        (NEW, True, True)
    ]
    assert session.get("/larkshire/").status_code == 302, "sessions end with the address"
    again = stranger.post(address, answer)
    assert (again.status_code, "confirmed already" in again.content.decode()) == (404, True)
    assert "Waits for the person" not in client.get(page).content.decode()


@pytest.mark.parametrize("has_account", [False, True])
def test_an_account_known_elsewhere_keeps_its_address_there(
    larkshire, marlshire, group, maya, nadia, has_account
):
    """One authority never moves another's person to an address: only what is here goes there."""
    claimed(group.mo)
    with authority_scope(marlshire):
        Affiliation.objects.create(user=group.mo, authority=marlshire)
        appoint_to_role(user=group.mo, role=Role.AUDITOR, starts_on=TODAY, by=nadia)
        if has_account:
            register_person(email=NEW, full_name="Mo Elsewhere")
    with authority_scope(larkshire):
        correct_person(person=group.mo, full_name="Mo S", email=NEW, reason="Moved", by=maya, at=AT)
        right = confirm_correction(link=correction_link(), at=AT)
        assert right.email == NEW
        assert right.has_perm(Permission.VIEW_COLLABORATIONS, group.collaboration)
        tie = affiliation_here(group.mo)
        assert state_of(tie, at=AT) is AccountState.MERGED
        assert person_here_with_address(group.mo.email) == right
    group.mo.refresh_from_db()
    assert group.mo.email == "mo@larkshire.example"
    with authority_scope(marlshire):
        assert RoleAppointment.objects.get(role=Role.AUDITOR).user == group.mo
        assert group.mo in people_here()


def test_a_proposal_is_declined_taken_back_replaced_and_expires(browse, larkshire, group, maya, amina):
    claimed(group.mo)

    def propose(email: str) -> str:
        with authority_scope(larkshire):
            correct_person(person=group.mo, full_name="Mo", email=email, reason="x", by=maya, at=AT)
            return answer_link()

    first, second = propose("a@larkshire.example"), propose("b@larkshire.example")
    assert Client().get(first).status_code == 404, "the second took its place"
    assert Client().post(second, {"answer": "decline"}).status_code == 200
    assert Client().get(second).status_code == 404
    third = propose("c@larkshire.example")
    page = f"/larkshire/people/{group.mo.pk}/correct/take-back/"
    assert browse(amina).post(page).status_code == 403
    assert browse(maya).post(page).status_code == 302
    assert browse(maya).get(page).status_code == 404
    assert "taken this back" in Client().get(third).content.decode()
    fourth = propose("d@larkshire.example")
    with time_machine.travel(AT + timedelta(days=14), tick=False):
        assert Client().post(fourth, {"answer": "confirm"}).status_code == 404
        body = browse(maya).get(f"/larkshire/people/{group.mo.pk}/").content.decode()
        assert "Nobody answered by" in body
    with authority_scope(larkshire):
        states = Correction.objects.order_by("pk").values_list("state", flat=True)
        assert list(states) == ["withdrawn", "declined", "withdrawn", "waiting"]
        assert User.objects.get(pk=group.mo.pk).email == "mo@larkshire.example"
        waiting = Correction.objects.get(state="waiting")
        take_back_correction(correction=waiting, by=maya, at=AT)
        with pytest.raises(ValidationError, match="answered or taken back"):
            take_back_correction(correction=waiting, by=maya, at=AT)
        with pytest.raises(ValidationError, match="answered or taken back"):
            decline_correction(link=correction_link(), at=AT)


def test_an_address_that_somebody_here_got_meanwhile_is_refused(larkshire, group, maya):
    claimed(group.mo)
    with authority_scope(larkshire):
        correct_person(person=group.mo, full_name="Mo", email=NEW, reason="x", by=maya, at=AT)
        register_person(email=NEW, full_name="Somebody Else")
        with pytest.raises(ValidationError, match="has this address here already"):
            confirm_correction(link=correction_link(), at=AT)


# --- merged -------------------------------------------------------------------------------------------------


def test_two_accounts_of_one_person_become_one_here(browse, larkshire, marlshire, led, maya, amina):
    """The account that stays has one place at the same setting already: that of the other ends."""
    with authority_scope(larkshire):
        into = person(larkshire, "Helena Second")
        add_person_of_setting(
            provider=led.bluebells.provider,
            email=into.email,
            full_name="x",
            role="manager",
            starts_on=date(2026, 3, 1),
            by=amina,
        )
        add_person_of_setting(
            provider=led.bluebells.provider,
            email=led.lena.email,
            full_name="x",
            role="staff",
            starts_on=date(2026, 1, 1),
            by=amina,
        )
        for user, number in ((led.lena, "01632 960001"), (into, "01632 960002")):
            change_person_contact(user=user, telephone=number, wish="", by=amina)
    claimed(into, led.lena)
    with authority_scope(marlshire):
        Affiliation.objects.create(user=led.lena, authority=marlshire)
    client, page = browse(maya), f"/larkshire/people/{led.lena.pk}/merge/"
    sent = {"email": "nobody@larkshire.example", "into": "other", "reason": "She said so"}
    assert "Nobody here has this address" in client.post(page, sent).content.decode()
    sent["email"] = into.email
    preview = " ".join(client.post(page, sent).content.decode().split())
    assert "Leader, Riverside" in preview
    assert re.search(r"Member of staff, Bluebells, from 1 January 2026: <strong>both have it", preview)
    assert not re.search(r"Manager, Acorns, [^<]*<strong>both", preview)
    with authority_scope(larkshire):
        assert not Correction.objects.exists(), "a preview asks nobody"
    assert client.post(page, {**sent, "confirmed": "1"}).status_code == 302
    session = browse(led.lena)
    group_page = f"/larkshire/collaborations/{led.collaboration.pk}/"
    assert session.get(group_page).status_code == 200
    with authority_scope(larkshire):
        address = answer_link()
        assert correction_link().email == into.email
    assert Client().post(address, {"answer": "confirm"}).status_code == 200
    assert session.get(group_page).status_code == 403
    assert into.email in session.get(group_page).content.decode(), "with which account to sign in"
    assert session.get("/marlshire/").status_code == 200, "the other authority is untouched"
    assert browse(into).get(group_page).status_code == 200
    with authority_scope(larkshire):
        assert LeaderAppointment.objects.get().user == into
        left = SettingRole.objects.get(user=led.lena)
        assert (left.provider, left.ends_on) == (led.bluebells.provider, TODAY)
        assert User.objects.get(pk=into.pk).has_perm(Permission.LEAD_COLLABORATION, led.collaboration)
        numbers = {each.user_id: each.telephone for each in PersonContact.objects.all()}
        assert numbers == {led.lena.pk: "01632 960001", into.pk: "01632 960002"}
        said = [str(entry) for entry in Entry.objects.filter(action="person_merged")]
        assert said == [
            "Helena Second took over everything of Lena Hartley here, as the same person:"
            " Helena Second (helena@larkshire.example)"
        ]
        with pytest.raises(ValidationError, match="merged already"):
            propose_merge(into=into, closed=led.lena, reason="x", by=maya, at=AT)
    body = client.get(f"/larkshire/people/{led.lena.pk}/").content.decode()
    assert "Merged into another account" in body
    assert "unlock/" not in body


def test_a_stand_in_goes_to_the_account_that_stays(larkshire, group, maya, amina):
    claimed(group.mo)
    with authority_scope(larkshire):
        nia = invite_person(email="old@larkshire.example", full_name="Mo S", by=amina, at=AT)
        appoint_to_role(user=nia, role=Role.FINANCE, starts_on=TODAY, by=maya)
        with pytest.raises(ValidationError, match="must be accepted"):
            propose_merge(into=nia, closed=group.mo, reason="x", by=maya, at=AT)
        propose_merge(into=group.mo, closed=nia, reason="x", by=maya, at=AT)
        confirm_correction(link=correction_link(), at=AT)
        assert RoleAppointment.objects.get(role=Role.FINANCE).user == group.mo
        assert PersonInvitation.objects.get(user=nia).state == "withdrawn"
        assert not TaskLink.objects.filter(purpose=INVITATION, withdrawn_at=None).exists()
        assert invite_person(email="old@larkshire.example", full_name="Mo S", by=amina, at=AT) == group.mo


def test_nobody_merges_their_own_account(browse, larkshire, maya, sam):
    page = f"/larkshire/people/{sam.pk}/merge/"
    sent = {"email": maya.email, "into": "other", "reason": "Me", "confirmed": "1"}
    assert "your own account" in browse(maya).post(page, sent).content.decode()
