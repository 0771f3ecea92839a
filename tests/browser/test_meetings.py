"""Meetings as people meet them, in a real browser: whoever runs the group at a desk, with script; members,
people who book and a guest on a phone of 320 px, without.

Each way is gone by what the pages offer. Attendance is told in attendance.py.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from core.scoping import authority_scope
from meetings.models.elections import Election
from meetings.models.events import Booking
from meetings.models.planning import Meeting
from meetings.selectors.guests import GUEST_ITEM
from meetings.services import voting
from memberships.models.offices import OfficeHolder
from tests.browser.clicks import click_in_place, follow, leave, press
from tests.browser.conftest import Look, assert_reflows
from tests.browser.phone import Phone, day_to_meet, enter_day
from tests.factories.elections import nominated
from tests.factories.groups import Group
from tests.factories.meetings import item_on, meeting_on, paper_for

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Any], None]


@pytest.fixture
def phone(without_script: BrowserContext, live_server: Any) -> Phone:
    return Phone(without_script, live_server.url)


def root(group: Group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/"


def assert_bar_hides_no_focus(page: Page) -> None:
    """By keyboard through the page of minutes: what has the focus is never below the bar at the foot."""
    page.locator("main textarea").first.focus()
    seen = set()
    for _step in range(12):
        name, is_hidden = page.evaluate(
            """() => {
                const bar = document.querySelector(".app-savebar"), here = document.activeElement;
                const below = here.getBoundingClientRect().top - bar.getBoundingClientRect().top;
                const is_beside = here.closest("form") === bar.closest("form") && !bar.contains(here);
                return [here.name || here.innerText, is_beside && below > 0];
            }"""
        )
        seen.add(name)
        assert not is_hidden, name
        page.keyboard.press("Tab")
    assert len(seen) > 5, seen


def test_a_year_is_planned_and_a_meeting_goes_from_its_agenda_to_agreed_minutes(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, led: Group
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, today + timedelta(days=20), led.lena)
    sign_in(led.lena)
    page = look.at(f"{root(led)}meetings/", "meetings")
    follow(page, "Plan a year of meetings")
    enter_day(page, "first_on", today + timedelta(days=40))
    press(page, "Propose days")
    for day in page.locator("main [name=days]").all():
        day.uncheck()
    press(page, "Plan these meetings")
    click_in_place(page.get_by_role("link", name="Tick at least one day."))
    expect(page.locator("#day-1")).to_be_focused()
    look.check("meetings-year-nothing-ticked")
    page.keyboard.press("Space")
    press(page, "Plan these meetings")
    expect(page.get_by_text("1 meeting is planned.")).to_be_visible()

    at = f"{root(led)}meetings/{meeting.pk}/"
    page.goto(f"{look.base}{at}")
    follow(page, "Open the agenda")
    press(page, "Open the agenda")
    expect(page.get_by_text("The agenda is open.")).to_be_visible()
    member = phone.of(led.mo, at)
    follow(member, "Propose an item for Bluebells")
    member.get_by_label("What is it about?").fill("A shared toy library")
    press(member, "Propose it")
    expect(member.get_by_text("You hear by email whether it is on the agenda.")).to_be_visible()
    assert_reflows(member)
    page.reload()
    leave(page.locator("main").get_by_role("link", name="Answer A shared toy library"))
    page.get_by_label("Yes, put it on the agenda").check()
    press(page, "Send the answer")
    follow(page, "Send the agenda and the papers")
    press(page, "Send them")
    expect(page.get_by_text("The agenda and the papers are sent.")).to_be_visible()
    with authority_scope(larkshire):  # its day comes, and passes
        Meeting.objects.filter(pk=meeting.pk).update(on=today - timedelta(days=1))
    page.reload()
    follow(page, "Take attendance")
    follow(page, "Finish: the meeting was held")
    page.get_by_label("They were absent").check()
    press(page, "Record that it was held")

    follow(page, "Write the minutes")
    page.wait_for_load_state()  # the script listens from then on
    page.get_by_label("Minutes: A shared toy library").fill("We begin with ten boxes.")
    expect(page.get_by_text("Saved at")).to_be_visible(timeout=15_000)
    assert_bar_hides_no_focus(page)
    press(page, "Save")
    follow(page, "See the minutes")
    follow(page, "Send to the members")
    press(page, "Send them")
    expect(page.get_by_text("The minutes are sent to the members.")).to_be_visible()
    member = phone.of(led.mo, f"{at}minutes/")
    follow(member, "Propose a correction")
    member.get_by_label("What should the minutes say?").fill("Nine boxes.")
    press(member, "Propose it")
    expect(member.get_by_text("You hear by email what becomes of it.")).to_be_visible()
    page.reload()
    leave(page.locator("main").get_by_role("link", name="Answer Nine boxes."))
    page.get_by_label("No", exact=True).check()
    page.get_by_label("A word to who proposed it").fill("We counted again.")
    press(page, "Send the answer")
    expect(page.get_by_text("Whoever proposed it hears of it.")).to_be_visible()
    with authority_scope(larkshire):
        later = meeting_on(led.collaboration, today, led.lena, title="Winter meeting")
    page.goto(f"{look.base}{root(led)}meetings/{later.pk}/")
    follow(page, "Record how this meeting agreed them")
    look.check("minutes-agree")
    page.get_by_label("As they were sent").check()
    press(page, "Record it")
    expect(page.get_by_text("The minutes are agreed.")).to_be_visible()
    member.goto(f"{look.base}{at}minutes/")
    expect(member.get_by_text("Agreed by the meeting on")).to_be_visible()
    assert_reflows(member)


def test_an_election_from_the_nominations_to_the_office(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, led: Group
) -> None:
    today = timezone.localdate()
    sign_in(led.lena)
    page = look.at(f"{root(led)}elections/", "elections")
    follow(page, "Call an election")
    enter_day(page, "nominate_until", today)
    page.get_by_label("Chair", exact=True).check()
    press(page, "Call the election")
    expect(page.get_by_text("The election is called.")).to_be_visible()
    with authority_scope(larkshire):
        election = Election.objects.get()
        nominated(election, led.cara, led.cara)
    at = f"{root(led)}elections/{election.pk}/"
    member = phone.of(led.mo, at)
    follow(member, "Nominate somebody, or yourself")
    expect(member.get_by_text("Nominated already.")).to_be_visible()
    follow(member, "Stand yourself")
    press(member, "I will stand")
    expect(member.get_by_text("You stand as chair.")).to_be_visible()
    assert_reflows(member)
    page.reload()
    follow(page, "Open the ballot")
    press(page, "Open the ballot")
    follow(page, "Go to the ballot")
    look.check("election-ballot")
    page.get_by_role("button", name="Mo Siddiqui, Bluebells").focus()
    page.keyboard.press("Enter")  # by keyboard alone
    expect(page.get_by_text("Acorns has voted.")).to_be_visible()
    member.goto(f"{look.base}{at}")
    follow(member, "Go to the ballot")
    press(member, "Mo Siddiqui, Bluebells")
    expect(member.get_by_text("Bluebells has voted.")).to_be_visible()
    with authority_scope(larkshire):
        election.refresh_from_db()
        voting.cast_vote(
            vote_id=election.ballot_id or 0, membership=led.caras, choice=str(led.cara.pk),
            by=led.cara, at=timezone.now(),
        )  # fmt: skip
    follow(page, "The election: who stands, and what comes next")
    follow(page, "Close the ballot and count it")
    press(page, "Close and count")
    expect(page.get_by_text("Ballot counted")).to_be_visible()
    follow(page, "Record who is elected")
    press(page, "Record the result")
    expect(page.get_by_text("The result is recorded.")).to_be_visible()
    look.check("election-elected")
    with authority_scope(larkshire):
        assert OfficeHolder.objects.get(office="chair").user == led.mo


def test_a_leaders_day_fills_and_a_place_that_falls_free_is_offered(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, led: Group, amina: User
) -> None:
    day = day_to_meet(60)
    sign_in(amina)
    page = look.at("/larkshire/days/", "events-empty")
    follow(page, "Plan an event")
    press(page, "Save the draft")
    expect(page.get_by_role("link", name="Enter the time it begins")).to_be_visible()
    look.check("event-error")
    page.get_by_label("What is it called?").fill("Leaders’ Day")
    enter_day(page, "on", day)
    page.locator("[name=starts_at]").fill("9:30am")
    page.locator("[name=ends_at]").fill("3pm")
    page.locator("[name=places]").fill("1")
    page.get_by_label("Everybody who works at a setting", exact=True).check()
    press(page, "Save the draft")
    follow(page, "Publish it")
    press(page, "Publish it and send the invitations")
    expect(page.get_by_text("The event is published.")).to_be_visible()
    mo = phone.of(led.mo, "/larkshire/")
    leave(mo.get_by_role("main").get_by_role("link", name="Book a place: Leaders’ Day").last)
    press(mo, "Book a place")
    expect(mo.get_by_text("You have a place.").first).to_be_visible()
    own = mo.url.removeprefix(look.base)
    cara = phone.of(led.cara, own)
    expect(cara.get_by_text("No place is free now.")).to_be_visible()
    assert_reflows(cara)
    press(cara, "Book a place")
    expect(cara.get_by_text("You are on the waiting list.").first).to_be_visible()
    page.reload()
    look.check("event-full")
    mo = phone.of(led.mo, own)
    follow(mo, "Give your place back")
    press(mo, "Give it back")
    expect(mo.get_by_text("Your booking is cancelled.")).to_be_visible()
    cara = phone.of(led.cara, own)
    expect(cara.get_by_text("A place is free for you.")).to_be_visible()
    assert_reflows(cara)
    press(cara, "Accept the place")
    expect(cara.get_by_text("You have a place.").first).to_be_visible()
    with authority_scope(larkshire):
        states = dict(Booking.objects.values_list("person__full_name", "state"))
    assert states == {"Mo Siddiqui": "cancelled", "Cara Finch": "accepted"}


def test_a_guest_sees_one_item_says_whether_they_come_and_then_nothing(
    look: Look, sign_in: SignIn, phone: Phone, larkshire: Authority, led: Group
) -> None:
    with authority_scope(larkshire):
        meeting = meeting_on(led.collaboration, timezone.localdate() + timedelta(days=20), led.lena)
        item = item_on(meeting, led.lena, "Talking at meals")
        item_on(meeting, led.lena, "Money of the group")
        paper_for(meeting, item, led.lena, "Films")
    sign_in(led.lena)
    page = look.at(f"{root(led)}meetings/{meeting.pk}/", "meeting-with-items")
    leave(page.locator("main").get_by_role("link", name="Invite a guest Talking at meals"))
    press(page, "Send the invitation")
    look.check("guest-invite-error")
    page.locator("[name=name]").fill("Gus Gale")
    page.locator("[name=email]").fill("gus@example.org")
    press(page, "Send the invitation")
    expect(page.get_by_text("Gus Gale is invited.")).to_be_visible()
    with authority_scope(larkshire):
        link = token_of(TaskLink.objects.get(purpose=GUEST_ITEM))
    guest = phone.of(None, f"/larkshire/meetings/guest/{link}/")
    expect(guest.get_by_role("heading", level=1)).to_have_text("Talking at meals")
    expect(guest.get_by_text("Money of the group")).to_have_count(0)
    with guest.expect_download() as download:
        click_in_place(guest.locator("main a").filter(has_text="Films"))
    assert download.value.suggested_filename.endswith(".txt")
    guest.locator("main [type=radio]").first.check()
    leave(guest.locator("main form button").first)
    expect(guest.get_by_role("heading", name="Success")).to_be_visible()
    assert_reflows(guest)
    page.reload()
    leave(page.locator("main").get_by_role("link", name="Take back Gus Gale"))
    leave(page.locator("main form button").first)
    expect(page.get_by_role("heading", name="Success")).to_be_visible()
    guest.goto(f"{look.base}/larkshire/meetings/guest/{link}/")
    expect(guest.get_by_role("heading", level=1)).to_have_text("This link no longer works")
