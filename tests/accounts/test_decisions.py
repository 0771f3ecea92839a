"""Taken away at once, and blocked here (A2, decision 0049)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError

from accounts.decisions import Decision
from accounts.models import Affiliation, RoleAppointment, User
from accounts.permissions import Permission
from accounts.roles import Role
from accounts.rules import is_withdrawn_when_taken_away, refused_taking_away
from accounts.selectors import link_of, news_token_of, person_of_news_token, token_of
from accounts.services.life import lock_account, unlock_account
from accounts.services.links import make_link
from accounts.services.roles import ROLE, appoint_to_role
from accounts.services.taking_away import take_away
from audit.models import Entry
from collaborations.models import CollaborationGrant
from core.dates import Span
from core.emails import email_kinds
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.services.leaders import LEADER
from memberships.services.offices import OFFICE, give_office
from memberships.services.people import SETTING_ROLE, add_person_of_setting
from providers.models import ProviderGrant
from tests.cast import person
from tests.concurrency import at_once

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


# --- the rules ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"by_id": 1}, "your own"),
        ({"time": Span(TODAY - DAY, TODAY)}, "ended already"),
        ({"is_last_manager": True}, "only manager"),
        ({}, None),
        ({"time": Span(TODAY - DAY, TODAY + DAY)}, None),
        ({"time": Span(TODAY + DAY, None)}, None),
    ],
)
def test_a2_what_cannot_be_taken_away(facts, words):
    given = {"time": Span(TODAY - DAY, None), "person_id": 1, "by_id": 2, **facts}
    reason = refused_taking_away(given.pop("time"), today=TODAY, **given)
    assert (reason is None) if words is None else words in str(reason)


@pytest.mark.parametrize(("days", "withdrawn"), [(-1, False), (0, True), (1, True)])
def test_a2_what_begins_today_or_later_never_held(days, withdrawn):
    assert is_withdrawn_when_taken_away(TODAY + days * DAY, today=TODAY) is withdrawn


# --- roles of the team --------------------------------------------------------------------------------------


def take_away_page(kind, row) -> str:
    return f"/larkshire/people/{row.user_id}/take-away/{kind}/{row.pk}/"


def why(reason: str = "It was the wrong Amina") -> dict[str, str]:
    return {"reason": reason}


@pytest.mark.parametrize("days", [-400, 0])
def test_a_signed_in_officer_loses_the_register_on_the_next_click(
    browse, larkshire, marlshire, maya, nadia, days
):
    with authority_scope(larkshire):
        officer = person(larkshire, "Ola Berg")
        row = appoint_to_role(user=officer, role=Role.OFFICER, starts_on=TODAY + days * DAY, by=maya)
    with authority_scope(marlshire):
        Affiliation.objects.create(user=officer, authority=marlshire)
        appoint_to_role(user=officer, role=Role.OFFICER, starts_on=TODAY, by=nadia)
    session, manager = browse(officer), browse(maya)
    assert session.get("/larkshire/settings/").status_code == 200
    asked = manager.post(take_away_page("role", row), {"reason": " "})
    assert "Enter why you take this away." in asked.content.decode()
    assert session.get("/larkshire/settings/").status_code == 200
    assert manager.post(take_away_page("role", row), why()).status_code == 302
    assert session.get("/larkshire/settings/").status_code == 403
    assert session.get("/marlshire/settings/").status_code == 200, "the other authority is untouched"
    with authority_scope(larkshire):
        rows = RoleAppointment.objects.filter(user=officer)
        assert [row.ends_on for row in rows] == ([TODAY] if days else [])
        decision = Decision.objects.get()
        assert (decision.user, decision.by, decision.at, decision.reason) == (
            officer,
            maya,
            AT,
            why()["reason"],
        )
        said = str(Entry.objects.get(action="taken_away"))
        assert said.startswith("Maya Thornton took Early years officer (from ")
        assert said.endswith("away from Ola Berg at once: It was the wrong Amina")
    body = manager.get(f"/larkshire/people/{officer.pk}/").content.decode()
    assert "It was the wrong Amina" in body
    with authority_scope(marlshire):
        assert not Decision.objects.exists()


def test_nobody_takes_away_what_is_their_own_or_elsewhere(browse, larkshire, maya, amina, otto):
    row = _role_of(larkshire, maya)
    page = browse(maya).post(take_away_page("role", row), why())
    assert "your own" in page.content.decode()
    officers = _role_of(larkshire, amina)
    assert browse(amina).get(take_away_page("role", officers)).status_code == 403
    client = browse(maya)
    for kind, user, pk in (
        ("role", otto, officers.pk),
        ("role", amina, row.pk),
        ("case_reader", amina, 1),
        ("nothing", amina, 1),
    ):
        assert client.get(f"/larkshire/people/{user.pk}/take-away/{kind}/{pk}/").status_code == 404
    with authority_scope(larkshire):
        take_away(ROLE, officers, by=maya, at=AT, **why())
        with pytest.raises(ValidationError, match="ended already"):
            take_away(ROLE, officers, by=maya, at=AT, **why())


def _role_of(authority, user):
    with authority_scope(authority):
        return RoleAppointment.objects.get(user=user)


@pytest.mark.django_db(transaction=True)
def test_two_managers_who_take_away_each_others_role_leave_one(larkshire, maya):
    other = person(larkshire, "Noor Second", Role.MANAGER)
    User.objects.update(claim_by=None)
    mine, others = _role_of(larkshire, maya), _role_of(larkshire, other)
    said = at_once(
        larkshire,
        [
            lambda: take_away(ROLE, others, by=maya, at=AT, **why()),
            lambda: take_away(ROLE, mine, by=other, at=AT, **why()),
        ],
    )
    assert sorted("only manager" in str(answer) for answer in said) == [False, True], said


# --- people of settings, leaders, offices -------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["setting_role", "leader", "office"])
def test_what_a_person_of_a_setting_has_is_taken_away_with_what_hangs_on_it(
    browse, larkshire, led, amina, kind
):
    with authority_scope(larkshire):
        office = give_office(
            membership=led.acorns, user=led.lena, office="chair", starts_on=TODAY, decision="All", by=amina
        )
        rows = {
            "setting_role": SettingRole.objects.get(user=led.lena),
            "leader": LeaderAppointment.objects.get(user=led.lena),
            "office": office,
        }
    session, group = browse(led.lena), f"/larkshire/collaborations/{led.collaboration.pk}/"
    assert session.get(group).status_code == 200
    body = browse(amina).get(f"/larkshire/people/{led.lena.pk}/").content.decode()
    assert all(take_away_page(each, row) in body for each, row in rows.items())
    assert browse(amina).post(take_away_page(kind, rows[kind]), why()).status_code == 302
    with authority_scope(larkshire):
        leader = User.objects.get(pk=led.lena.pk)
        assert leader.has_perm(Permission.LEAD_COLLABORATION, led.collaboration) is (kind == "office")
        gone = {"office"} if kind != "leader" else set()
        assert OfficeHolder.objects.filter(user=leader).exists() is ("office" not in gone)
        lead = LeaderAppointment.objects.get(user=leader)
        assert lead.ends_on == (None if kind == "office" else TODAY)
        if kind == "setting_role":
            for grants in (CollaborationGrant, ProviderGrant):
                assert not grants.objects.filter(user=leader).exists()
            assert Decision.objects.count() == 3
    expected = 404 if kind == "setting_role" else 200
    assert session.get(group).status_code == expected


def test_a_place_given_today_goes_with_the_lead_given_today(larkshire, group, amina, maya):
    from memberships.services.leaders import appoint_leader

    with authority_scope(larkshire):
        row = add_person_of_setting(
            provider=group.acorns.provider,
            email="sam@larkshire.example",
            full_name="Sam Wilder",
            role="manager",
            starts_on=TODAY,
            by=amina,
        )
        appoint_leader(membership=group.acorns, user=row.user, manner="joint", starts_on=TODAY, by=amina)
        take_away(SETTING_ROLE, row, by=maya, at=AT, **why())
        assert not SettingRole.objects.filter(user=row.user).exists()
        assert not LeaderAppointment.objects.exists()
        assert [each.what for each in Decision.objects.order_by("pk")] == [
            "Leader, Riverside",
            "Manager, Acorns",
        ]


def test_every_kind_that_is_taken_away_says_with_which_permission():
    assert [kind.taken_away_with for kind in (ROLE, SETTING_ROLE, LEADER, OFFICE)] == [
        Permission.MANAGE_PEOPLE,
        Permission.CHANGE_MEMBERS,
        Permission.APPOINT_LEADERS,
        Permission.APPOINT_LEADERS,
    ]


# --- blocked ------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_emails_and_links_stop_here_alone(larkshire, marlshire, maya, amina, browse):
    from tests.email_examples import examples_of
    from tests.factories.groups import make_group

    with authority_scope(larkshire):
        group = make_group(amina)
        from memberships.services.leaders import appoint_leader

        appoint_leader(
            membership=group.acorns, user=group.lena, manner="joint", starts_on=date(2026, 1, 5), by=amina
        )
        examples = examples_of(group, amina)
    people = [group.lena, group.mo, group.cara]
    with authority_scope(larkshire):
        for user in people:
            lock_account(user=user, by=maya, at=AT, reason="Closed")
    mail.outbox.clear()
    blocked = {user.email for user in people}
    with authority_scope(larkshire):
        for name, email in examples.items():
            if not email_kinds()[name].to_blocked:
                email.send(authority=larkshire, at=AT)
        assert {email.to[0] for email in mail.outbox} & blocked == set()
        late = make_link(purpose="sample", about_id=1, email=group.mo.email, at=AT)
        assert link_of(token_of(late), purpose="sample") is None, "sent to the address alone"
        token = news_token_of(group.mo.pk)
        assert person_of_news_token(token) is None
        unlock_account(user=group.mo, by=maya, at=AT)
        assert link_of(token_of(late), purpose="sample") == late
        assert person_of_news_token(token) == group.mo


def test_only_the_emails_about_the_block_itself_go_to_who_is_blocked():
    assert {name for name, kind in email_kinds().items() if kind.to_blocked} == {"accounts.account_changed"}


def test_a_blocked_person_is_told_whom_to_ask_and_signs_out(browse, larkshire, maya, sam):
    client = browse(sam)
    with authority_scope(larkshire):
        lock_account(user=sam, by=maya, at=AT, reason="Between us")
    page = client.get("/larkshire/collaborations/")
    body = page.content.decode()
    assert page.status_code == 403
    assert "mailto:early.years@larkshire.example" in body
    assert "Between us" not in body
    assert "other authorities" not in body, "there is none"
    assert client.post("/larkshire/accounts/logout/").status_code == 302
    assert client.get("/larkshire/accounts/login/").status_code == 200


def test_a_block_says_why_to_managers_and_is_undone(browse, larkshire, maya, amina, sam):
    page, client = f"/larkshire/people/{sam.pk}/", browse(maya)
    assert client.post(f"{page}lock/", {"reason": "Left on bad terms"}).status_code == 302
    assert "Left on bad terms" in client.get(page).content.decode()
    assert "Left on bad terms" not in browse(amina).get(page).content.decode()
    assert client.post(f"{page}unlock/").status_code == 302
    with authority_scope(larkshire):
        assert [each.kind for each in Decision.objects.all()] == ["opened", "blocked"]
        with pytest.raises(ValidationError, match="Enter why"):
            partial(lock_account, user=sam, by=maya, at=AT)(reason="\u200b ")
