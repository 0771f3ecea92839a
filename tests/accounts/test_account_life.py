"""The life of an account (A2): locked, unlocked, closed, sessions ended, unclaimed, a role given by mistake."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import CLAIM_PERIOD, Affiliation, Authority, RoleAppointment, User
from accounts.permissions import Permission
from accounts.roles import Role
from accounts.rules import (
    STATE_NAMES,
    TRANSITIONS,
    AccountState,
    AccountStep,
    Mover,
    account_state,
    device_in_words,
    refused_step,
)
from accounts.selectors import open_link, token_of
from accounts.services import life
from accounts.services.life import (
    close_account,
    end_sessions_of,
    invite_again,
    reopen_account,
    unlock_account,
)
from accounts.services.links import make_link
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from audit.models import Entry
from core.scoping import authority_scope
from tests.cast import person, sign_in
from tests.concurrency import at_once
from tests.factories.groups import Group

lock_account = partial(life.lock_account, reason="Asked to")
Browse = Callable[[User | None], Client]
HOME = "/larkshire/"
AT = datetime(2026, 11, 2, 10, tzinfo=UTC)


# --- the table ----------------------------------------------------------------------------------------------

MANAGERS = {AccountStep.LOCK, AccountStep.UNLOCK, AccountStep.END_SESSIONS, AccountStep.INVITE_AGAIN}


@pytest.mark.parametrize("by", Mover)
@pytest.mark.parametrize("state", AccountState)
@pytest.mark.parametrize("step", AccountStep)
def test_a2_who_moves_an_account_from_where(step: AccountStep, state: AccountState, by: Mover) -> None:
    transition = TRANSITIONS[step]
    allowed = state in transition.before and by in transition.by
    refused = refused_step(step, state=state, by=by, to_oneself=False)
    assert (refused is None) is allowed
    if by is Mover.MANAGER:
        assert refused_step(step, state=state, by=by, to_oneself=True) is not None


def test_a2_the_table_has_every_state_and_step() -> None:
    assert set(TRANSITIONS) == set(AccountStep)
    assert set(STATE_NAMES) == set(AccountState)
    assert {step for step, row in TRANSITIONS.items() if Mover.MANAGER in row.by} == MANAGERS
    left = {state for row in TRANSITIONS.values() for state in row.before}
    assert left == set(AccountState), "no state is a dead end"


def test_a2_the_only_manager_is_not_locked_out() -> None:
    facts: dict[str, Any] = {"state": AccountState.ACTIVE, "by": Mover.MANAGER, "to_oneself": False}
    assert "only manager" in str(refused_step(AccountStep.LOCK, is_last_manager=True, **facts))
    assert refused_step(AccountStep.END_SESSIONS, is_last_manager=True, **facts) is None


MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC))


@given(st.booleans(), MOMENTS, MOMENTS)
def test_a2_an_account_is_in_one_state(
    is_active: bool, locked_at: datetime | None, claim_by: datetime | None
) -> None:
    state = account_state(is_active=is_active, locked_at=locked_at, claim_by=claim_by, at=AT)
    assert (state is AccountState.CLOSED) is (not is_active)
    assert (state is AccountState.LOCKED) is (is_active and locked_at is not None)
    if state is AccountState.ACTIVE:
        assert claim_by is None


@given(st.text(max_size=300))
def test_any_device_has_words(user_agent: str) -> None:
    assert str(device_in_words(user_agent))


# --- locked, unlocked ---------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_locked_person_is_out_at_once_and_back_once_unlocked(
    larkshire: Authority, marlshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        register_person(email=amina.email, full_name="Amina Yusuf")
        appoint_to_role(user=amina, role=Role.AUDITOR, starts_on=date(2020, 1, 1), by=None)
    session, manager = browse(amina), browse(maya)
    assert session.get(HOME).status_code == 200
    lock = f"/larkshire/people/{amina.pk}/lock/"
    assert manager.get(lock).status_code == 200
    assert session.get(HOME).status_code == 200, "a GET locks nobody"
    assert "Enter why you block this person." in manager.post(lock).content.decode()
    assert session.get(HOME).status_code == 200, "nobody is blocked without a reason"
    assert manager.post(lock, {"reason": "Reads what is not hers"}).status_code == 302
    for client in (session, browse(amina)):
        for path in ("", "admin/", "settings/", "public/", "accounts/login/", "accounts/sessions/"):
            assert client.get(f"{HOME}{path}").status_code == 403, path
        page = client.get(HOME).content.decode()
        assert "early.years@larkshire.example" in page, "whom to ask"
        assert "Reads what is not hers" not in page
        assert client.get("/larkshire/privacy/").status_code == 200
        assert client.get("/marlshire/settings/").status_code == 200, "the session goes on elsewhere"
    again = session
    with authority_scope(larkshire):
        locked = User.objects.get(pk=amina.pk)
        assert not locked.has_perm(Permission.VIEW_SETTINGS)
        assert [str(entry) for entry in Entry.objects.filter(action="account_locked")] == [
            "Maya Thornton blocked Amina Yusuf here: Reads what is not hers"
        ]
    with authority_scope(marlshire):
        assert User.objects.get(pk=amina.pk).has_perm(Permission.VIEW_SETTINGS)
    page = manager.get(f"/larkshire/admin/accounts/user/{amina.pk}/change/").content.decode()
    assert "Blocked here" in page
    assert f"/larkshire/people/{amina.pk}/unlock/" in page
    assert lock not in page
    assert manager.post(f"/larkshire/people/{amina.pk}/unlock/").status_code == 302
    assert again.get(HOME).status_code == 200


@pytest.mark.django_db
def test_nothing_holds_while_a_leader_is_locked(
    larkshire: Authority, maya: User, led: Group, browse: Browse
) -> None:
    page = f"/larkshire/collaborations/{led.collaboration.pk}/"
    session = browse(led.lena)
    assert session.get(page).status_code == 200
    with authority_scope(larkshire):
        assert led.lena.has_perm(Permission.LEAD_COLLABORATION, led.collaboration)
        link = make_link(purpose="sample", about_id=1, email=led.lena.email, user=led.lena, at=AT)
        by_address = make_link(purpose="sample", about_id=2, email=led.lena.email, at=AT)
        others = make_link(purpose="sample", about_id=3, email=led.mo.email, user=led.mo, at=AT)
        lock_account(user=led.lena, by=maya, at=AT)
        leader = User.objects.get(pk=led.lena.pk)
        assert not leader.has_perm(Permission.LEAD_COLLABORATION, led.collaboration)
        assert not leader.has_perm(Permission.VIEW_COLLABORATIONS, led.collaboration)
        opened = [open_link(token_of(row), purpose="sample", at=AT) for row in (link, by_address, others)]
        assert [row is not None for row in opened] == [False, False, True]
        later = make_link(purpose="sample", about_id=4, email=led.lena.email, user=led.lena, at=AT)
        assert open_link(token_of(later), purpose="sample", at=AT) is None
    assert session.get(page).status_code == 403
    assert browse(led.lena).get(page).status_code == 403
    with authority_scope(larkshire):
        unlock_account(user=led.lena, by=maya, at=AT)
        leader = User.objects.get(pk=led.lena.pk)
        assert leader.has_perm(Permission.LEAD_COLLABORATION, led.collaboration)
        assert open_link(token_of(link), purpose="sample", at=AT) is None, "what was sent before stays ended"


@pytest.mark.django_db
def test_nobody_locks_themselves_nor_the_last_manager_nor_a_stranger(
    larkshire: Authority, maya: User, amina: User, otto: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        for step in (lock_account, unlock_account, end_sessions_of, invite_again):
            with pytest.raises(ValidationError, match="your own account"):
                step(user=maya, by=maya, at=AT)
            with pytest.raises(ValidationError, match="nothing to do with this authority"):
                step(user=otto, by=maya, at=AT)
        # The only manager, by somebody who was a manager a moment ago
        User.objects.filter(pk=maya.pk).update(claim_by=None)
        with pytest.raises(ValidationError, match="only manager"):
            lock_account(user=maya, by=amina, at=timezone.now())
    answer = browse(maya).post(f"/larkshire/people/{maya.pk}/lock/", {"reason": "x"})
    assert "You cannot do this to your own account" in answer.content.decode()
    assert browse(maya).get(f"/larkshire/people/{otto.pk}/lock/").status_code == 404
    assert not Affiliation.objects.filter(locked_at__isnull=False).exists()


@pytest.mark.django_db
def test_two_managers_cannot_lock_each_other(larkshire: Authority, maya: User) -> None:
    other = person(larkshire, "Noor Second", Role.MANAGER)
    User.objects.update(claim_by=None)
    for user in (maya, other):
        user.refresh_from_db()
    with authority_scope(larkshire):
        lock_account(user=other, by=maya, at=timezone.now())
        with pytest.raises(ValidationError, match="only manager"):
            lock_account(user=maya, by=other, at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_two_managers_who_lock_each_other_at_once_leave_one(larkshire: Authority, maya: User) -> None:
    other = person(larkshire, "Noor Second", Role.MANAGER)
    User.objects.update(claim_by=None)
    for user in (maya, other):
        user.refresh_from_db()
    at = timezone.now()
    said = at_once(
        larkshire,
        [
            lambda: lock_account(user=other, by=maya, at=at),
            lambda: lock_account(user=maya, by=other, at=at),
        ],
    )
    assert sorted(answer == "done" for answer in said) == [False, True], said
    assert Affiliation.objects.filter(locked_at__isnull=False).count() == 1
    with authority_scope(larkshire):
        assert Entry.objects.filter(action="account_locked").count() == 1


@pytest.mark.django_db
def test_who_has_left_loses_every_role_on_the_same_day(
    larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        for role, starts_on in ((Role.FINANCE, today), (Role.AUDITOR, today + timedelta(days=9))):
            appoint_to_role(user=amina, role=role, starts_on=starts_on, by=maya)
    browse(maya).post(f"/larkshire/people/{amina.pk}/lock/", {"has_left": "on", "reason": "Has left"})
    with authority_scope(larkshire):
        rows = RoleAppointment.objects.filter(user=amina)
        assert [(row.role, row.ends_on) for row in rows] == [("officer", today)]
        unlock_account(user=amina, by=maya, at=timezone.now())
        assert not User.objects.get(pk=amina.pk).has_perm(Permission.VIEW_SETTINGS)


@pytest.mark.django_db(transaction=True)
def test_who_is_locked_or_signed_out_is_told(
    larkshire: Authority, maya: User, amina: User, mailoutbox: list[Any]
) -> None:
    sign_in(Client(), amina)
    with authority_scope(larkshire):
        for number, step in enumerate((end_sessions_of, lock_account, unlock_account)):
            step(user=amina, by=maya, at=AT + timedelta(minutes=number))
    assert sorted(email.subject for email in mailoutbox) == [
        "You are let in again on 2 November (Larkshire)",
        "You were blocked on 2 November (Larkshire early years collaborations)",
        "You were signed out everywhere on 2 November (Larkshire)",
    ]
    assert {email.to[0] for email in mailoutbox} == {amina.email}


@pytest.mark.django_db
def test_a_manager_ends_all_sessions_of_a_person(
    larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    desk, phone = browse(amina), browse(amina)
    assert browse(amina).get(f"/larkshire/people/{maya.pk}/end-sessions/").status_code == 403
    browse(maya).post(f"/larkshire/people/{amina.pk}/end-sessions/")
    assert [client.get(HOME).status_code for client in (desk, phone)] == [302, 302]
    assert browse(amina).get(HOME).status_code == 200


# --- the whole account --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_operator_closes_an_account_everywhere(
    larkshire: Authority, marlshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(marlshire):
        register_person(email=amina.email, full_name="Amina Yusuf")
        link = make_link(purpose="sample", about_id=1, email=amina.email, user=amina, at=AT)
    session, out = browse(amina), io.StringIO()
    assert session.get(HOME).status_code == 200
    call_command("close_account", amina.email.upper(), stdout=out)
    assert "Amina Yusuf" in out.getvalue()
    assert session.get(HOME).status_code == 302
    for authority in (larkshire, marlshire):
        with authority_scope(authority):
            assert Entry.objects.filter(action="account_closed").count() == 1
    with authority_scope(marlshire):
        assert open_link(token_of(link), purpose="sample", at=AT) is None
    with pytest.raises(CommandError, match="has changed in the meantime"):
        call_command("close_account", amina.email)
    call_command("close_account", amina.email, "--reopen", stdout=out)
    assert session.get(HOME).status_code == 302, "the session that was ended stays ended"
    assert browse(amina).get(HOME).status_code == 200
    with pytest.raises(CommandError, match="Nobody has"):
        call_command("close_account", "nobody@larkshire.example")
    with pytest.raises(ValidationError):
        reopen_account(user=amina, at=AT)


@pytest.mark.django_db(transaction=True)
def test_who_is_closed_is_told(larkshire: Authority, amina: User, mailoutbox: list[Any]) -> None:
    close_account(user=amina, at=AT)
    reopen_account(user=amina, at=AT + timedelta(days=1))
    subjects = [
        "Your account was closed on 2 November (Larkshire)",
        "Your account was opened again on 3 November (Larkshire)",
    ]
    assert [(email.to[0], email.subject) for email in mailoutbox] == [
        (amina.email, subject) for subject in subjects
    ]


# --- claimed in time (S4) -----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_an_account_that_nobody_claims_in_time_cannot_be_claimed(
    larkshire: Authority, maya: User, mailoutbox: list[Any]
) -> None:
    import re

    def claim() -> Client:
        client = Client()
        mailoutbox.clear()
        client.post("/larkshire/accounts/login/code/", {"email": newcomer.email})
        code = re.search(r"\b([A-Z0-9]{3,}-?[A-Z0-9]{3,})\b", mailoutbox[-1].body)
        assert code
        client.post("/larkshire/accounts/login/code/confirm/", {"code": code[1]})
        return client

    with time_machine.travel(AT, tick=False) as clock:
        with authority_scope(larkshire):
            newcomer = register_person(email="new@larkshire.example", full_name="New Comer", by=maya)
        clock.move_to(AT + CLAIM_PERIOD)
        assert claim().get(HOME).status_code == 302
        newcomer.refresh_from_db()
        assert newcomer.claim_by is not None
        manager = Client()
        sign_in(manager, maya)
        page = manager.get(f"/larkshire/admin/accounts/user/{newcomer.pk}/change/").content.decode()
        assert "Was not claimed in time" in page
        assert manager.post(f"/larkshire/people/{newcomer.pk}/invite-again/").status_code == 302
        assert mailoutbox[-1].subject.startswith("You were given more time to sign in on ")
        clock.move_to(AT + 2 * CLAIM_PERIOD - timedelta(seconds=1))
        client = claim()
        assert client.get(HOME).status_code == 200
        newcomer.refresh_from_db()
        assert newcomer.claim_by is None
        with authority_scope(larkshire), pytest.raises(ValidationError, match="has changed"):
            invite_again(user=newcomer, by=maya, at=timezone.now())


# --- given by mistake ---------------------------------------------------------------------------------------
