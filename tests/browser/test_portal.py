"""Where people land, in a real browser: home by role, the entrance to the
authorities, the pages a service owes, the demonstration.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import change_authority
from accounts.services.people import register_person
from accounts.services.roles import appoint_to_role
from core import mail
from core.scoping import authority_scope
from leadership.services.eligibility import review_leaders
from memberships.services.leaders import appoint_leader
from portal.demonstration.cast import PASSWORD
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import DESKTOP, PHONE, Look, assert_accessible, assert_reflows
from tests.factories.groups import APPOINTED, Group, judged, make_group
from tests.factories.ofsted import LeadingPolicyFactory

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]
NEEDS_YOU = re.compile(r"What needs you \(\d+\)")
OFFICE = ["Today", NEEDS_YOU, "At a glance"]


@pytest.fixture
def group(larkshire: Authority, amina: User, maya: User) -> Group:
    """Riverside, led by Lena, whose setting has been judged below the line since: a case waits for Maya."""
    with authority_scope(larkshire):
        group = make_group(amina)
        LeadingPolicyFactory(version=1)
        appoint_leader(membership=group.acorns, user=group.lena, manner="sole", starts_on=APPOINTED, by=amina)
        judged(group.acorns.provider, 3, on=date(2026, 6, 2))
        review_leaders(slot="night", on=timezone.localdate(), at=timezone.now())
    return group


def test_home_by_role(
    look: Look, group: Group, amina: User, maya: User, fred: User, sam: User, sign_in: SignIn
) -> None:
    page = look.page
    for person, headings in {
        amina: OFFICE,
        maya: OFFICE,
        fred: ["Staff numbers", "Lists to export", "Your last exports", "At a glance"],
        group.lena: [NEEDS_YOU, "Your groups", "Your setting", "early years team"],
        group.cara: [re.compile("What needs you"), "Your groups", "Your childminding", "early years team"],
        sam: ["early years team"],
    }.items():
        sign_in(person)
        look.at("/larkshire/", f"home-{person.get_short_name().lower()}")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello, {person.get_short_name()}")
        expect(page.get_by_role("main").get_by_role("heading", level=2)).to_have_text(
            headings, ignore_case=True
        )
    expect(page.get_by_text("You are not a member of a collaboration at the moment.")).to_be_visible()
    sign_in(group.lena)
    page.goto(f"{look.base}/larkshire/")
    leave(page.get_by_role("link", name="Lena Hartley"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
    look.check("account")
    for address in (
        "account/emails/",
        "account/name/",
        "account/search-key/",
        "how-you-are-reached/",
        "accounts/email/",
    ):
        look.at(f"/larkshire/{address}", address.strip("/").replace("/", "-"))
    sign_in(maya)
    page.goto(f"{look.base}/larkshire/")
    page.set_viewport_size(PHONE)
    click_in_place(page.get_by_text("Menu", exact=True))
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Data")).to_be_visible()
    assert_accessible(page)
    assert_reflows(page)
    page.set_viewport_size(DESKTOP)
    leave(
        page.get_by_role("main").get_by_role("link", name=re.compile("leadership case", re.IGNORECASE)).first
    )
    expect(page.get_by_role("main")).to_contain_text("Lena Hartley")


def test_the_door_to_the_authorities(
    look: Look, larkshire: Authority, marlshire: Authority, otto: User, sign_in: SignIn
) -> None:
    page = look.at("/", "door")
    expect(page.get_by_role("main").get_by_role("link", name="Sign in")).to_be_visible()
    with authority_scope(larkshire):
        register_person(email=otto.email, full_name=otto.full_name)
    sign_in(otto)
    page = look.at("/", "door-two-authorities")
    leave(page.get_by_role("main").get_by_role("link", name="Marlshire"))
    expect(page).to_have_url(f"{look.base}/marlshire/")
    sign_in(User.objects.create_user(email="loner@nowhere.example", full_name="Lo Ner"))
    page = look.at("/", "door-nobody")
    expect(page.get_by_text("Your account does not belong to a local authority yet.")).to_be_visible()


def test_the_pages_a_service_owes(look: Look, larkshire: Authority, maya: User) -> None:
    page = look.at("/larkshire/report-a-concern/", "concern-empty")
    expect(page.get_by_text("Larkshire has not entered its telephone numbers yet.")).to_be_visible()
    changes = {
        "social_care_phone": "01632 960010",
        "out_of_hours_phone": "01632 960011",
        "designated_officer_phone": "01632 960012",
        "safeguarding_url": (
            "https://www.larkshire.example/children-and-families/safeguarding/worried-about-a-child"
        ),
        "accessibility_tested_on": date(2026, 10, 1),
        "data_protection_email": "data.protection.and.information.governance@larkshire.example",
        "privacy_notice_url": "https://www.larkshire.example/privacy",
    }
    with authority_scope(larkshire):
        change_authority(authority=larkshire, changes=changes, by=maya)
    leave(page.get_by_role("contentinfo").get_by_role("link", name="Report a concern"))
    expect(page.get_by_role("link", name="01632 960010")).to_have_attribute("href", "tel:01632960010")
    look.check("concern")
    leave(page.get_by_role("contentinfo").get_by_role("link", name="Accessibility statement"))
    expect(page.get_by_text("It was last tested by people on 1 October 2026.")).to_be_visible()
    look.check("accessibility")
    leave(page.get_by_role("contentinfo").get_by_role("link", name="Privacy"))
    expect(page.get_by_role("link", name=changes["data_protection_email"])).to_be_visible()
    look.check("privacy")


@pytest.fixture
def demonstration(larkshire: Authority, marlshire: Authority, settings: Any, tmp_path: Path) -> User:
    """Amina as the demonstration makes her: the printed password,
    and an authenticator whose code the page shows.
    """
    settings.DEMONSTRATION, settings.MAIL_ROOT = True, tmp_path / "mail"
    settings.EMAIL_BACKEND = "core.mail.MaildirBackend"
    settings.MFA_TOTP_TOLERANCE = 1  # the code may change between reading and typing it
    with authority_scope(larkshire):
        amina = register_person(email="amina@larkshire.example", full_name="Amina Yusuf")
        appoint_to_role(user=amina, role=Role.OFFICER, starts_on=date(2024, 9, 1), by=None)
    amina.set_password(PASSWORD)
    amina.save(update_fields=["password"])
    TOTP.activate(amina, generate_totp_secret())
    return amina


def test_the_demonstration_s_sign_ins_sign_in(look: Look, demonstration: User, larkshire: Authority) -> None:
    page = look.at("/", "demonstration")
    row = page.get_by_role("row", name="Amina Yusuf")
    email, password, code = row.get_by_role("code").all_inner_texts()
    leave(row.get_by_role("link", name="Sign in as Amina Yusuf"))
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    leave(page.get_by_role("button", name="Sign in", exact=True))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    look.check("demonstration-code")
    page.locator("input[name=code]").fill(code)
    leave(page.get_by_role("main").get_by_role("button").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Amina")
    look.check("demonstration-home")
    look.at("/larkshire/sent-mail/", "sent-mail-none")
    email = mail.OutgoingEmail(
        to="lena@larkshire.example", subject="Your group meets on 3 December", template="base"
    )
    mail.send(email, authority=larkshire)
    leave(page.get_by_role("link", name="Sent mail"))
    look.check("sent-mail")
    leave(page.get_by_role("link", name="Your group meets on 3 December"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your group meets on 3 December")
    look.check("sent-mail-message")
