"""The supplement's scheme of a year in a real browser: the manager begins with a copy, mends it, asks the
leaders, and approves it; a leader answers on a phone of 320 px without script.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from supplement.models.consultation import SchemeConsultation
from supplement.models.schemes import Scheme
from tests.browser.clicks import follow, press
from tests.browser.conftest import Look, assert_reflows
from tests.browser.phone import Phone, enter_day
from tests.factories.groups import Group
from tests.factories.runs import certified
from tests.factories.supplement import open_period

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_manager_writes_next_years_scheme_and_approves_it(
    look: Look,
    sign_in: Callable[[Any], None],
    without_script: BrowserContext,
    live_server: Any,
    larkshire: Authority,
    maya: User,
    led: Group,
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        period = open_period(maya, on=today)
        certified(led.lena, {led.acorns: 9, led.bluebells: 4, led.caras: 1}, on=period.count_on)
    sign_in(maya)
    page = look.at("/larkshire/supplement/schemes/", "schemes")
    follow(page, "Begin a scheme")
    page.get_by_label("What is it called?").fill("")
    press(page, "Begin")
    look.check("scheme-begin-without-a-name")
    page.get_by_label("What is it called?").fill("Supplement of next year")
    press(page, "Begin")
    look.check("scheme-copied")
    follow(page, "Each member of staff")
    page.get_by_label("Rate").fill("thirteen")
    press(page, "Save")
    look.check("scheme-component-error")
    page.get_by_label("Rate").fill("£13.25")
    press(page, "Save")
    expect(page.get_by_text("£13.25").first).to_be_visible()
    follow(page, "What each collaboration would have got")
    press(page, "Work it out")
    look.check("scheme-simulation")
    follow(page, "See the result")
    look.check("scheme-simulated")
    with authority_scope(larkshire):
        scheme = Scheme.objects.get(state="draft")
    page.goto(f"{live_server.url}/larkshire/supplement/schemes/{scheme.pk}/")
    follow(page, "Ask the leaders")
    page.get_by_label("What do you ask the leaders?").fill("Is £13.25 for each member of staff fair?")
    enter_day(page, "until_on", today + timedelta(days=14))
    press(page, "Ask them by email")

    leader = Phone(without_script, live_server.url).of(
        led.lena, f"/larkshire/collaborations/{led.collaboration.pk}/supplement/"
    )
    follow(leader, "Read the draft and answer")
    assert_reflows(leader)
    leader.get_by_role("main").get_by_role("radio").first.check()
    press(leader, "Send the answer")
    assert_reflows(leader)

    page.goto(f"{live_server.url}/larkshire/supplement/schemes/{scheme.pk}/")
    follow(page, "What the leaders say")
    look.check("scheme-answers")
    follow(page, "Record what came of the answers")
    page.get_by_role("main").get_by_role("textbox").first.fill("Everybody agreed, so nothing changed.")
    press(page, "Save")
    with authority_scope(larkshire):  # the days in which leaders may answer pass
        SchemeConsultation.objects.filter(scheme=scheme).update(
            asked_at=timezone.now() - timedelta(days=20), until_on=today - timedelta(days=1)
        )
    page.goto(f"{live_server.url}/larkshire/supplement/schemes/{scheme.pk}/")
    follow(page, "Approve it")
    look.check("scheme-approve")
    press(page, "Approve")
    expect(page.get_by_role("main").get_by_text("Approved by Maya Thornton").first).to_be_visible()
    assert page.get_by_role("main").get_by_role("button", name="Save").count() == 0
