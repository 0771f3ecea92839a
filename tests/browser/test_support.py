"""Referrals, requests for support and messages in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from support.services.support import ask_support
from tests.browser.clicks import leave
from tests.browser.conftest import Look
from tests.factories.groups import Group
from tests.factories.providers import DistrictFactory, ProviderFactory
from tests.factories.support import ReferralFactory

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


def test_an_officer_refers_settings_and_follows_one_up(
    look: Look, sign_in: SignIn, led: Group, elsewhere: Any, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        for name in ("Daisies Nursery and Forest School at Upper Larkwood", "Foxgloves"):
            ProviderFactory(name=name)
        for number in range(8):
            ReferralFactory(
                referred_by=amina,
                collaboration=elsewhere,
                state=("open", "in_touch", "not_joined")[number % 3],
            )
    sign_in(amina)
    page = look.at("/larkshire/leadership/referrals/", "referrals")
    leave(page.get_by_role("button", name="Refer a setting"))
    look.check("refer-nobody-yet")
    register = page.get_by_role("search", name="Search the register")
    register.get_by_role("searchbox").fill("daisies")
    leave(register.get_by_role("button", name="Search"))
    look.check("refer-found")
    leave(page.get_by_role("link", name="Choose Daisies"))
    register.get_by_role("searchbox").fill("acorns")
    leave(register.get_by_role("button", name="Search"))
    leave(page.get_by_role("link", name="Choose Acorns"))
    leave(page.get_by_role("button", name="Continue"))
    look.check("refer-error")
    page.get_by_label("Riverside").check()
    page.get_by_label("Why this group?").fill("They meet in the evening, which suits you.")
    leave(page.get_by_role("button", name="Continue"))
    look.check("refer-preview")
    leave(page.get_by_role("button", name="Change"))
    expect(page.get_by_label("Why this group?")).to_have_value("They meet in the evening, which suits you.")
    leave(page.get_by_role("button", name="Continue"))
    leave(page.get_by_role("button", name="Refer them"))
    expect(page.locator(".govuk-notification-banner").first).to_contain_text(
        "1 setting is referred to Riverside."
    )
    look.check("referrals-done")
    leave(page.get_by_role("link", name="Daisies Nursery"))
    look.check("referral")
    leave(page.get_by_role("button", name="Follow up"))
    page.get_by_label("The setting did not join").check()
    leave(page.get_by_role("button", name="Save"))
    look.check("referral-follow-up-error")
    page.get_by_label("In words").fill("Too far to travel.")
    leave(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Did not join")


def test_a_leader_asks_and_an_officer_answers(
    look: Look, sign_in: SignIn, led: Group, larkshire: Authority, amina: User
) -> None:
    sign_in(led.lena)
    page = look.at(f"/larkshire/leadership/support/of/{led.collaboration.pk}/", "support-of-group-empty")
    leave(page.get_by_role("link", name="Attend a meeting"))
    leave(page.get_by_role("button", name="Send the request"))
    look.check("ask-support-error")
    day = timezone.localdate() + timedelta(days=12)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_role("textbox", name=part, exact=True).fill(str(value))
    page.get_by_label("What is it about?").fill("The staff return, and how to divide the work.")
    leave(page.get_by_role("button", name="Send the request"))
    look.check("support-of-group")
    sign_in(amina)
    page = look.at("/larkshire/leadership/support/", "support-list")
    leave(page.get_by_role("link", name="Riverside"))
    look.check("support-request")
    leave(page.get_by_role("button", name="Answer this request"))
    page.get_by_label("No, not this time").check()
    leave(page.get_by_role("button", name="Send the answer"))
    look.check("support-answer-error")
    page.get_by_label("Yes, one of us helps").check()
    leave(page.get_by_role("button", name="Send the answer"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Accepted")
    look.check("support-request-accepted")
    look.at("/larkshire/", "home-with-a-visit")
    sign_in(led.lena)
    look.at("/larkshire/", "home-of-a-leader-with-an-answer")
    leave(page.get_by_role("link", name="has answered your request"))
    leave(page.get_by_role("link", name="Withdraw this request"))
    look.check("support-withdraw")


def test_an_officer_writes_to_collaborations_and_moves_them(
    look: Look, sign_in: SignIn, led: Group, elsewhere: Any, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        DistrictFactory(name="North")
    sign_in(amina)
    look.at("/larkshire/collaborations/?leader=some", "collaborations-with-what-to-do")
    page = look.at("/larkshire/collaborations/messages/", "messages-empty")
    leave(page.get_by_role("button", name="Write a message"))
    leave(page.get_by_role("button", name="Continue"))
    look.check("message-error")
    page.get_by_label("Riverside").check()
    page.get_by_label("Hillside").check()
    page.get_by_label("Managers of the settings").check()
    page.get_by_label("Subject").fill("Dates of the spring term")
    page.get_by_label("Message", exact=True).fill(
        "The dates for {group} are on our website.\n\nWith good wishes"
    )
    leave(page.get_by_role("button", name="Continue"))
    expect(page.get_by_text("This goes to 4 people.")).to_be_visible()
    look.check("message-preview")
    leave(page.get_by_role("button", name="Send the message"))
    expect(page.get_by_text("4 emails were sent.").first).to_be_visible()
    look.check("message-sent")
    page = look.at("/larkshire/collaborations/messages/", "messages")
    leave(page.get_by_role("link", name="Dates of the spring term"))
    look.check("message")
    page = look.at("/larkshire/collaborations/district/", "move-to-district")
    page.get_by_label("Riverside").check()
    page.get_by_label("District").select_option(label="North")
    leave(page.get_by_role("button", name="Continue"))
    look.check("move-preview")
    leave(page.get_by_role("button", name="Move them"))
    expect(page.get_by_text("1 collaboration was moved.")).to_be_visible()
    sign_in(led.lena)
    page = look.at(f"/larkshire/collaborations/{led.collaboration.pk}/", "group-of-a-leader-who-writes")
    leave(page.get_by_role("link", name="Write to all members"))
    page.get_by_label("Subject").fill("Our next evening")
    page.get_by_label("Message", exact=True).fill("Who is coming from {setting}?")
    look.check("write-to-members")
    leave(page.get_by_role("button", name="Continue"))
    expect(page.get_by_text("This goes to 2 people.")).to_be_visible()
    look.check("message-to-members")
    leave(page.get_by_role("button", name="Send the message"))
    expect(page.get_by_text("2 emails were sent.").first).to_be_visible()
    look.check("message-to-members-sent")


def test_from_the_lists_of_the_admin(
    look: Look, sign_in: SignIn, led: Group, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire):
        ReferralFactory(referred_by=amina)
        ask_support(
            collaboration_id=led.collaboration.pk,
            kind="other",
            wanted_on=None,
            place="",
            words="A room",
            by=led.lena,
            at=timezone.now(),
        )
    sign_in(amina)
    look.at("/larkshire/admin/support/referral/", "admin-referrals")
    page = look.at("/larkshire/admin/support/supportrequest/", "admin-requests")
    leave(page.get_by_role("link", name="Riverside").first)
    look.check("admin-request")
    page = look.at("/larkshire/admin/providers/provider/", "admin-settings-with-actions")
    page.locator("input.action-select").first.check()
    page.locator("select[name=action]").select_option(label="Refer to a collaboration")
    leave(page.get_by_role("button", name="Go"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Refer a setting to a collaboration")
    page = look.at("/larkshire/admin/collaborations/collaboration/", "admin-collaborations-with-actions")
    page.locator("input.action-select").first.check()
    page.locator("select[name=action]").select_option(label="Write to their leaders or managers")
    leave(page.get_by_role("button", name="Go"))
    expect(page.get_by_label("Riverside")).to_be_checked()
