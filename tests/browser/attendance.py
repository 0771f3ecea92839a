"""Attendance taken on a telephone (G4): where there is no connection, and where there is no script."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, expect

from accounts.models import Authority
from core.scoping import authority_scope
from meetings.models.attendance import AttendanceMark
from meetings.models.planning import Meeting
from meetings.rules.states import MeetingState
from meetings.selectors.attendance import members_at
from tests.browser.clicks import click_in_place, leave
from tests.browser.conftest import PHONE
from tests.factories.groups import Group, one_more_member
from tests.factories.meetings import meeting_on

MEMBERS = 10
#: "In under a minute": from the first tap to the record, however slow the machine of the tests.
SECONDS = 60
#: As in a browser that reached the service without https, which makes no names by itself.
WITHOUT_NAMES = "delete Crypto.prototype.randomUUID; if (crypto.randomUUID) throw new Error('still there')"


class Taps:
    """Presses what is named, and counts how often."""

    def __init__(self, page: Page) -> None:
        self.page, self.number = page, 0

    def press(self, what: Locator) -> None:
        click_in_place(what)
        self.number += 1

    def leave(self, what: Locator) -> None:
        leave(what)
        self.number += 1

    def finish(self) -> None:
        self.leave(self.page.get_by_role("button", name="Finish: the meeting was held"))
        self.leave(self.page.get_by_role("button", name="Record that it was held"))
        expect(self.page.get_by_text("The meeting is recorded as held.")).to_be_visible()


def two_meetings(larkshire: Authority, group: Group) -> tuple[Meeting, Meeting, list[int]]:
    """Of today and of yesterday, in a group of ten; with the numbers of its members."""
    today = timezone.localdate()
    with authority_scope(larkshire):
        for _more in range(MEMBERS - len(members_at(meeting_on(group.collaboration, today, group.lena)))):
            one_more_member(group.collaboration)
        first = Meeting.objects.get()
        second = meeting_on(group.collaboration, today - timedelta(days=1), group.lena)
        members = [row.pk for row in members_at(first)]
    assert len(members) == MEMBERS
    return first, second, members


def attendance_is_taken(
    look: Any, context: BrowserContext, without_script: BrowserContext, larkshire: Authority, group: Group
) -> None:
    """As the leader, who is signed in: once offline in a tab that is closed, once without script."""
    first, second, members = two_meetings(larkshire, group)
    base = f"/larkshire/collaborations/{group.collaboration.pk}/meetings/"
    look.at(f"{base}{first.pk}/attendance/", "attendance")
    look.at(f"{base}plan-a-year/", "meetings-year")
    look.at(f"{base}{first.pk}/", "meeting")  # a page of attendance that stays open would send what waits
    _offline(context, f"{look.base}{base}{first.pk}/attendance/", members)
    look.at(f"{base}{first.pk}/attendance/", "attendance-held")
    without_script.add_cookies(context.cookies())  # type: ignore[arg-type]
    _without_script(without_script, f"{look.base}{base}{second.pk}/attendance/", members)
    with authority_scope(larkshire):
        for meeting in (first, second):
            marks = AttendanceMark.objects.filter(meeting=meeting)
            assert (marks.count(), marks.filter(mark="present").count()) == (MEMBERS, MEMBERS)
            meeting.refresh_from_db()
            assert meeting.state == MeetingState.HELD


def _opened(context: BrowserContext, address: str, *, script: str = "") -> Page:
    page = context.new_page()
    if script:
        page.add_init_script(script)
    page.set_viewport_size(PHONE)
    page.goto(address)
    return page


def _each(taps: Taps, members: list[int], after: Callable[[int], None]) -> None:
    for number, member in enumerate(members, start=1):
        taps.press(taps.page.locator(f"#member-{member} [data-mark=present]"))
        after(number)


def _is_quick(how: str, began: float) -> None:
    took = time.monotonic() - began
    sys.stdout.write(f"attendance of {MEMBERS} members {how}: {took:.1f} s\n")
    assert took < SECONDS


def _offline(context: BrowserContext, address: str, members: list[int]) -> None:
    page = _opened(context, address, script=WITHOUT_NAMES)
    taps, queue = Taps(page), page.locator("#attendance-queue")
    context.set_offline(True)
    began = time.monotonic()

    def it_waits(number: int) -> None:
        expect(page.locator("#attendance-state")).to_have_text(f"{number} of {MEMBERS} members are marked.")
        expect(queue).to_be_in_viewport(ratio=1)
        expect(page.locator(f"#member-{members[number - 1]} [data-mark=present]")).to_be_in_viewport(ratio=1)

    _each(taps, members, it_waits)
    expect(queue).to_have_text(f"{MEMBERS} marks are waiting to be sent. You can go on.")
    page.close()
    _it_is_said_on_the_meetings_page(context, address)
    taps.page = page = _opened(context, address)
    expect(page.locator("#attendance-queue")).to_have_text("Everything is sent.")
    expect(page.locator("#attendance-state")).to_have_text(f"{MEMBERS} of {MEMBERS} members are marked.")
    expect(page.get_by_text("Marked by Lena Hartley")).to_have_count(MEMBERS)
    taps.finish()
    _is_quick("offline, in a tab that was closed", began)
    assert taps.number == MEMBERS + 2
    page.close()


def _it_is_said_on_the_meetings_page(context: BrowserContext, address: str) -> None:
    """The page of the meeting counts what waits, and sends nothing by itself."""
    context.set_offline(False)
    page = _opened(context, address.removesuffix("attendance/"))
    expect(page.locator("#attendance-waiting span")).to_have_text(
        f"{MEMBERS} marks are waiting on this device to be sent."
    )
    page.close()


def _without_script(context: BrowserContext, address: str, members: list[int]) -> None:
    page = _opened(context, address)
    taps, began = Taps(page), time.monotonic()

    def it_is_saved(number: int) -> None:
        expect(page.locator("#attendance-state")).to_have_text(f"{number} of {MEMBERS} members are marked.")

    _each(taps, members, it_is_saved)
    taps.finish()
    _is_quick("without script", began)
    assert taps.number == MEMBERS + 2
    page.close()
