"""School holidays and the question about them in a real browser: an officer pastes a year, a leader chooses
such a day knowingly, and undoes what was planned by mistake.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from tests.browser.clicks import follow, press
from tests.browser.conftest import Look
from tests.browser.phone import day_to_meet, enter_day
from tests.factories.groups import Group
from tests.factories.meetings import school_holiday

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


def test_an_officer_pastes_the_school_holidays_of_a_year(
    look: Look, sign_in: SignIn, larkshire: Authority, amina: User
) -> None:
    sign_in(amina)
    page = look.at("/larkshire/collaborations/meetings/school-holidays/", "holidays-none")
    follow(page, "Paste the dates of a year")
    box = page.get_by_label("School holidays, one on each line")
    box.fill("Easter holiday, 29 March 2027, 9 April 2027\nSummer, soon")
    press(page, "Add the school holidays")
    look.check("holidays-paste-error")
    box.fill("Easter holiday, 29 March 2027, 9 April 2027")
    press(page, "Add the school holidays")
    look.check("holidays")
    follow(page, "Easter holiday")
    look.check("holiday-change")
    follow(page, "Remove this school holiday")
    look.check("holiday-remove")
    press(page, "Remove the school holiday")
    expect(page.get_by_text("The school holiday is removed.")).to_be_visible()


def test_a_day_in_the_holidays_is_chosen_knowingly_and_planning_is_undone(
    look: Look, sign_in: SignIn, larkshire: Authority, led: Group, amina: User
) -> None:
    day = day_to_meet(40)
    with authority_scope(larkshire):
        school_holiday(amina, on=day, days=1, name="Training day of schools")
    sign_in(led.lena)
    page = look.at(f"/larkshire/collaborations/{led.collaboration.pk}/meetings/plan/")
    page.get_by_label("What is it called?").fill("Winter meeting")
    enter_day(page, "on", day)
    page.get_by_label("From").fill("4pm")
    page.get_by_label("Until", exact=True).fill("6pm")
    press(page, "Plan the meeting")
    expect(page.get_by_text("Training day of schools")).to_be_visible()
    look.check("holiday-asked")
    press(page, "Choose this day all the same")
    follow(page, "Undo planning")
    look.check("meeting-take-back")
    press(page, "Undo planning")
    expect(page.get_by_text("1 meeting is gone.")).to_be_visible()
